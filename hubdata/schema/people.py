"""The tables of people: recruits, trainees, cohorts, participants, vacancies. Counts only, never a person.

A table with several groupings holds each grouping's own rows; ``All`` in a column means the row is not split by it.
A number that is missing has a ``mark`` that says why: a published symbol (``MARKS``) or ``NOT_YET``.
``status`` says how far a row may be trusted (as ``provenance.Status``) and ``source`` where it was printed.
"""

from hubdata.schema.columns import Column, Kind, Table, columns

ALL = "All"
NOT_YET = "not yet observable"
MARKS = {
    "c": "confidential: the number is too small to show",
    "z": "not applicable",
    "x": "not available",
    "low": "rounds to 0 but is not 0",
    "k": "rounds to 0 but is not 0",
    "u": "low reliability",
    "blank": "left blank by its publisher",
    NOT_YET: "the census that will show it has not been taken yet",
}
# The same, short enough for the cell of a table.
REASONS = {**MARKS, "c": "confidential", NOT_YET: NOT_YET}
BASES = ("teachers", "early career teachers", "trainees")
STAGES = ("Places", "Applicants", "Starts", "QTS", "Employed", "Year 1", "Year 2", "Year 3", "Year 4", "Year 5")
FOLLOWED_FROM = "Starts"
EMPLOYED_WHERE = ("Employed in the authority", "Employed in the network")
STEPS = (
    "Trainee", "QTS", "Early career, year 1", "Early career, year 2", "Specialist NPQ", "NPQML", "NPQSL", "NPQH",
    "NPQEL", "Headship",
)  # fmt: skip
PROJECT_STAGES = ("identify", "evaluate", "roll out")

MARK = ("mark", "code", "Why a number of the row is missing, one of MARKS; empty when none is")
TRUST = (
    ("status", "code", "official, published, illustrative or unpublished"),
    ("source", "code", "Where the row was printed"),
)
RELEASE = ("release", "code", "Edition that printed the row, such as 2023 November")
GROUPS: tuple[tuple[str, Kind, str], ...] = (
    ("region", "code", "Region, or All"),
    ("la", "code", "Local authority, GSS code, or All"),
    ("network", "code", "Network that trained them, or All"),
    ("phase", "code", "Primary, Secondary, All-through, or All"),
    ("rural", "code", "Rural, Urban, Not classified (of the school they first worked in), or All"),
    ("route", "code", "Route into teaching, or All"),
)
GROUP_NAMES = tuple(name for name, _, _ in GROUPS)


def _table(name: str, key: tuple[str, ...], meaning: str, *rows: tuple[str, Kind, str]) -> Table:
    found: tuple[Column, ...] = columns(*rows)
    return Table(name, key, meaning, found)


COHORTS = _table(
    "cohorts",
    ("base", "release", "cohort", *GROUP_NAMES, "years"),
    "People who began together, and how many are in service so many years on.",
    ("base", "code", "Who is followed: teachers (new entrants), early career teachers (on induction) or trainees"),
    RELEASE,
    ("cohort", "code", "Year qualified as 2010, or academic year begun as 2021/22"),
    *GROUPS,
    ("years", "whole", "Years since the cohort began; 0 is the start"),
    ("at_start", "whole", "People in the cohort, headcount; missing where not published"),
    ("in_service", "whole", "Of them, in service in that year, whether or not they had a break; missing likewise"),
    ("stayed", "whole", "Of them, in service in every year so far; missing where nobody counted first exits"),
    ("rate", "number", "Share in service as printed, 0 to 1; missing where the counts carry it"),
    MARK,
    *TRUST,
)

PIPELINE = _table(
    "pipeline",
    ("release", "cohort", *GROUP_NAMES, "stage"),
    "People at each stage from training place to fifth year, by training year.",
    RELEASE,
    ("cohort", "code", "Academic year in which training began, as 2018/19"),
    *GROUPS,
    ("stage", "code", "One of STAGES or EMPLOYED_WHERE"),
    ("people", "whole", "People at the stage (Places: places)"),
    ("followed", "flag", "True where they are some of the people counted at the stage before"),
    MARK,
    *TRUST,
)

RECRUITMENT = _table(
    "recruitment",
    ("release", "year", "phase", "subject", "route"),
    "Recruits to postgraduate teacher training against the target.",
    RELEASE,
    ("year", "code", "Academic year, as 2024/25"),
    ("phase", "code", "Primary, Secondary or All"),
    ("subject", "code", "Subject, or All"),
    ("route", "code", "Route into teaching, or All"),
    ("target", "whole", "Trainees wanted; missing where no target was set or printed"),
    ("recruits", "whole", "Trainees who began; missing where not printed"),
    ("of_target", "number", "Recruits over target as printed, 0 and up (1 is the target); missing where not printed"),
    ("standing", "code", "provisional, revised or final; empty where not said"),
    MARK,
    *TRUST,
)

PARTICIPANTS = _table(
    "participants",
    ("release", "year", "scheme", "region", "la", "funding", "breakdown", "group"),
    "People who began a national qualification (NPQ) or the early career framework (ECF), by area.",
    RELEASE,
    ("year", "code", "Academic year, as 2021/22"),
    ("scheme", "code", "NPQ or ECF"),
    ("region", "code", "Region, or All"),
    ("la", "code", "Local authority, GSS code, or All"),
    ("funding", "code", "Overall, Funded, …; for ECF the programme"),
    ("breakdown", "code", "What the rows are split by, such as the qualification; Total where by nothing"),
    ("group", "code", "The group of that breakdown, or Total"),
    ("starts", "whole", "Starts in the year; one person may start twice"),
    ("people", "whole", "Different people who started"),
    ("in_census", "whole", "Of them, people found among the teachers of the census"),
    ("share", "number", "People as a share of the teachers, 0 to 1, as printed"),
    ("teachers", "whole", "Teachers of the area in the census, headcount"),
    MARK,
    *TRUST,
)

NPQ_SCHOOLS = _table(
    "npq_schools",
    ("release", "year", "breakdown", "group", "span"),
    "Schools with at least one person on a national qualification.",
    RELEASE,
    ("year", "code", "Academic year, as 2021/22"),
    ("breakdown", "code", "What the rows are split by"),
    ("group", "code", "The group of that breakdown, or Total"),
    ("span", "code", "Cumulative (since the start) or Discrete (that year)"),
    ("schools", "whole", "State-funded schools"),
    ("with_npq", "whole", "Of them, schools with a participant"),
    ("funded", "whole", "Of them, schools with a funded participant"),
    ("not_funded", "whole", "Of them, schools with a participant who was not funded"),
    ("share", "number", "Share of schools as printed, 0 to 1"),
    MARK,
    *TRUST,
)
