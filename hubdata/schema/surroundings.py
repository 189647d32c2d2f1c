"""The tables of what surrounds a school: need, training sites and partners, and what networks put on."""

from hubdata.schema.columns import Table, columns

CONTEXT = Table(
    "context",
    ("urn",),
    "What else is published about a school's need; the register's own figures stay in schools.",
    columns(
        ("urn", "text", "School"),
        ("fsm", "number", "Pupils known to be eligible for free school meals, per cent (0-100)"),
        ("pupil_premium", "flag", "True where the school receives the pupil premium incentive"),
        ("sparse", "flag", "True where the school receives the sparsity incentive of small rural schools"),
        ("imd_rank", "whole", "Index of multiple deprivation of its neighbourhood, rank; 1 is the most deprived"),
        ("imd_decile", "whole", "The same in tenths; 1 is the most deprived tenth"),
        ("eal", "number", "Pupils whose first language is known or believed to be other than English, per cent"),
        ("sen", "number", "Pupils with special educational needs and support for them, per cent"),
        ("ehc", "number", "Pupils with an education, health and care plan, per cent"),
        ("ever_6", "number", "Pupils eligible for free meals at any time in six years, per cent"),
    ),
)

PREMIUM = Table(
    "premium",
    ("urn", "year"),
    "Pupils for whom a school receives the pupil premium for deprivation, by financial year.",
    columns(
        ("urn", "text", "School"),
        ("year", "code", "Financial year, as 2019/20"),
        ("pupils", "number", "Pupils on roll, full-time equivalent where a school shares them"),
        ("eligible", "number", "Of them, pupils who bring the premium for deprivation"),
        ("pounds", "number", "What the school is allocated for them, pounds"),
    ),
)

DEPRIVATION = Table(
    "deprivation",
    ("district",),
    "How deprived the neighbourhoods (LSOAs) of a district are, by the index of multiple deprivation.",
    columns(
        ("district", "code", "District, GSS code"),
        ("neighbourhoods", "whole", "Neighbourhoods in it"),
        ("imd_rank", "number", "Mean of their ranks in England; lower is more deprived"),
        ("worst_tenth", "whole", "Of them, neighbourhoods in the most deprived tenth of England"),
    ),
)

FLAGS = Table(
    "flags",
    ("urn", "flag"),
    "Schools that a list of the reader's own marks, such as those of a programme.",
    columns(
        ("urn", "text", "School"),
        ("flag", "code", "What the list marks, in a word or two"),
        ("as_at", "date", "Day the list describes; missing where it does not say"),
    ),
)

TRAINING_PROVIDERS = Table(
    "training_providers",
    ("provider", "year"),
    "Registered providers of teacher training, a row for each year in which one was active.",
    columns(
        ("provider", "code", "Provider code"),
        ("year", "code", "Year in which it was active, as the register numbers it"),
        ("provider_name", "code", "Provider, by the name it trades under"),
        ("kind", "code", "school, scitt (school-centred) or hei (university)"),
        ("urn", "text", "School, where the provider is one; else missing"),
        ("accredited", "flag", "Whether it is accredited on the day of the list"),
        ("since", "date", "First day of accreditation; missing where it has none"),
        ("until", "date", "Last day of accreditation; missing while it goes on"),
        ("town", "code", "Town; missing where not given"),
        ("easting", "number", "British National Grid easting, metres, to the nearest ten; missing where not given"),
        ("northing", "number", "British National Grid northing, metres"),
    ),
)

TRAINING_SITES = Table(
    "training_sites",
    ("provider", "urn", "site"),
    "Schools in which a teacher training provider places trainees. Placement sites, not membership of anything.",
    columns(
        ("provider", "code", "Provider code"),
        ("provider_name", "code", "Provider"),
        ("urn", "text", "School"),
        ("site", "code", "Code of the site at its provider"),
    ),
)

TRAINING_PARTNERS = Table(
    "training_partners",
    ("provider", "partner", "since"),
    "Accredited training providers and the partners that train with them.",
    columns(
        ("provider", "code", "Code of the accredited provider"),
        ("provider_name", "code", "Accredited provider"),
        ("partner", "code", "Code of the training partner"),
        ("partner_name", "code", "Training partner"),
        ("since", "date", "First day of the partnership"),
        ("until", "date", "Last day; missing while it goes on"),
    ),
)

ACTIVITIES = Table(
    "activities",
    ("network", "activity", "day"),
    "What networks put on: twilight sessions, placements, mentoring, research groups.",
    columns(
        ("network", "code", "Network identifier"),
        ("activity", "code", "Title of the activity"),
        ("day", "date", "Day it was held, or began"),
        ("kind", "code", "One of ACTIVITY_KINDS"),
        ("subject", "code", "Subject, or missing where it has none"),
        ("urn", "text", "School it was held in; missing where it was elsewhere or online"),
        ("attended", "whole", "People who came; missing where nobody counted"),
    ),
)

ACTIVITY_KINDS = ("twilight", "conference", "placement", "mentoring", "research group", "course", "other")
SURROUNDINGS = (
    CONTEXT, PREMIUM, DEPRIVATION, FLAGS, TRAINING_SITES, TRAINING_PARTNERS, TRAINING_PROVIDERS, ACTIVITIES,
)  # fmt: skip
