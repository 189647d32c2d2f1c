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
SURROUNDINGS = (CONTEXT, TRAINING_SITES, TRAINING_PARTNERS, ACTIVITIES)
