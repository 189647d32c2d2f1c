"""The tables of the workforce: vacancies, leavers, entrants, the national model, and what programmes record."""

from hubdata.schema.columns import Table, columns
from hubdata.schema.people import MARK, RELEASE, TRUST

VACANCIES = Table(
    "vacancies",
    ("year", "urn"),
    "Teacher vacancies of each school on census day.",
    columns(
        ("year", "code", "Year of the November census"),
        ("urn", "text", "School"),
        ("vacancies", "number", "Full-time posts vacant, headcount"),
        ("vacancies_mark", "code", "Why it is missing; empty when it is not"),
        ("vacancy_rate", "number", "Vacancies as a share of teachers in post, 0 to 1"),
        ("vacancy_rate_mark", "code", "Why it is missing"),
        ("temporary", "number", "Full-time posts filled for less than a year"),
        ("temporary_mark", "code", "Why it is missing"),
        ("temporary_rate", "number", "Temporarily filled posts as a share of teachers in post, 0 to 1"),
        ("temporary_rate_mark", "code", "Why it is missing"),
        *TRUST,
    ),
)

FLOWS = Table(
    "flows",
    ("release", "phase", "subject", "year", "flow"),
    "Teachers leaving and joining, from the national Teacher Workforce Model; all ages, never a cohort.",
    columns(
        RELEASE,
        ("phase", "code", "Primary or Secondary"),
        ("subject", "code", "Subject, or All"),
        ("year", "code", "Academic year, as 2024/25"),
        ("flow", "code", "Total leaver rate, Under 55 leaver rate, 55+ leaver rate, Returners, …"),
        ("value", "number", "Rates: 0 to 1. Entrants: full-time equivalents"),
        ("unit", "code", "rate or FTE"),
        ("standing", "code", "Historic (it happened) or Trajectory (assumed for later years)"),
        *TRUST,
    ),
)

TEACHERS = Table(
    "teachers",
    ("release", "year", "phase"),
    "Pupils and teachers of England, with the model's projection.",
    columns(
        RELEASE,
        ("year", "code", "Academic year, as 2024/25"),
        ("phase", "code", "Primary or Secondary"),
        ("pupils", "number", "Pupils, full-time equivalents"),
        ("teachers", "number", "Teachers, full-time equivalents"),
        ("projected", "flag", "True for years that had not happened"),
        *TRUST,
    ),
)

DRIVERS = Table(
    "drivers",
    ("release", "phase", "subject", "driver"),
    "What moved the training target from one year to the next.",
    columns(
        RELEASE,
        ("phase", "code", "Primary or Secondary"),
        ("subject", "code", "Subject, or All"),
        ("driver", "code", "The target before, each thing that moved it, the target after"),
        ("trainees", "number", "Trainees added or taken away"),
        *TRUST,
    ),
)

CENSUS_FLOWS = Table(
    "census_flows",
    ("year", "direction", "kind", "subject", "sex", "age"),
    "Qualified teachers entering and leaving, by subject, sex and age; the stock that stayed is a kind of its own.",
    columns(
        ("year", "code", "Year of the November census"),
        ("direction", "code", "entrants or leavers"),
        ("kind", "code", "NQT, Returner, Retired, Wastage, …; Stayed for the stock that did neither"),
        ("subject", "code", "Subject"),
        ("sex", "code", "Female or Male"),
        ("age", "code", "Age group"),
        ("people", "number", "Teachers, full-time equivalents"),
        *TRUST,
    ),
)

LEAVERS = Table(
    "leavers",
    ("release", "year", "school_type", "leaver_type", "grade", "sex", "age", "working_pattern"),
    "Qualified leavers of a year, in full-time equivalents and as a share of the teachers in service.",
    columns(
        RELEASE,
        ("year", "code", "Academic year, as 2018/19"),
        ("school_type", "code", "Type of school, as published"),
        ("leaver_type", "code", "Retired, out of service, …, or Total"),
        ("grade", "code", "Grade, or Total"),
        ("sex", "code", "Sex, or Total"),
        ("age", "code", "Age group, or Total"),
        ("working_pattern", "code", "Full-time, part-time or Total"),
        ("people", "number", "Leavers, full-time equivalents"),
        ("share", "number", "Share of teachers in service a year before, 0 to 1"),
        MARK,
        *TRUST,
    ),
)

PROFILES = Table(
    "profiles",
    ("release", "year", "route", "institution", "level", "qts", "employment", "breakdown", "group"),
    "Trainees in their final year and what became of them, by year.",
    columns(
        RELEASE,
        ("year", "code", "Academic year, as 2018/19"),
        ("route", "code", "Route into teaching, or All"),
        ("institution", "code", "Kind of provider, or All"),
        ("level", "code", "Postgraduate or Undergraduate, or All"),
        ("qts", "code", "Awarded, …, or All"),
        ("employment", "code", "Teaching in a state-funded school, …, or All"),
        ("breakdown", "code", "What the rows are split by, or All"),
        ("group", "code", "The group of that breakdown, or All"),
        ("people", "whole", "Trainees"),
        ("share", "number", "Share of trainees, 0 to 1, as printed"),
        MARK,
        *TRUST,
    ),
)

PROVIDERS = Table(
    "providers",
    ("provider", "programme"),
    "Who offers a national qualification, and how many took part.",
    columns(
        ("provider", "code", "Identifier"),
        ("programme", "code", "Qualification, such as NPQSL"),
        ("name", "text", "Name"),
        ("kind", "code", "alliance, trust or other"),
        ("urn", "text", "School it works from"),
        ("network", "code", "Its network; missing when it is none"),
        ("participants", "whole", "People who took part"),
        *TRUST,
    ),
)

MENTORS = Table(
    "mentors",
    ("network", "year"),
    "Early career teachers and their mentors, by network and year.",
    columns(
        ("network", "code", "Network identifier"),
        ("year", "code", "Academic year, as 2021/22"),
        ("early_career", "whole", "Early career teachers"),
        ("mentors", "whole", "Mentors"),
        ("with_peer", "whole", "Early career teachers with another specialist of their subject in school"),
        MARK,
        *TRUST,
    ),
)

PROJECTS = Table(
    "projects",
    ("project", "urn"),
    "How far each school has come with a shared project.",
    columns(
        ("project", "code", "Name of the project"),
        ("urn", "text", "School"),
        ("stage", "code", "identify, evaluate or roll out"),
        ("since", "date", "Day the stage began"),
        *TRUST,
    ),
)
