"""The codes that columns hold, in the order in which tables and screens print them."""

OPEN = ("Open", "Open, but proposed to close")

STATE_FUNDED = ("Academies", "Free Schools", "Local authority maintained schools")

PHASES = ("Primary", "Secondary", "All-through")

DEEMED = {
    "Primary": "Primary",
    "Middle deemed primary": "Primary",
    "Secondary": "Secondary",
    "Middle deemed secondary": "Secondary",
    "All-through": "All-through",
}

REGIONS = (
    "North East",
    "North West",
    "Yorkshire and The Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "London",
    "South East",
    "South West",
)

NETWORK_KINDS = (
    "teaching_school_alliance",
    "teaching_school_hub",
    "trust",
    "federation",
    "cluster",
    "research_school",
    "subject_hub",
    "training_partnership",
    "other",
)

MEMBER_ROLES = ("lead", "strategic_partner", "supported")

AREAS_OF_WORK = (
    "School-led initial teacher training",
    "Peer-to-peer professional development",
    "Leadership potential",
    "Support for other schools",
    "Specialist leaders of education",
    "Research and development",
)

ADMISSIONS = ("Selective", "Non-selective")

SELECTING = ("Secondary", "All-through")

LOCALITIES = ("Rural", "Urban", "Not classified")

RUC_CLASSES = (
    "Urban major conurbation",
    "Urban minor conurbation",
    "Urban city and town",
    "Urban city and town in a sparse setting",
    "Rural town and fringe",
    "Rural town and fringe in a sparse setting",
    "Rural village",
    "Rural village in a sparse setting",
    "Rural hamlet and isolated dwellings",
    "Rural hamlet and isolated dwellings in a sparse setting",
    "Urban: Nearer to a major town or city",
    "Urban: Further from a major town or city",
    "Larger rural: Nearer to a major town or city",
    "Larger rural: Further from a major town or city",
    "Smaller rural: Nearer to a major town or city",
    "Smaller rural: Further from a major town or city",
    "Not classified",
)

NOT_KNOWN = "Not known"

SIZES = ("under 110", "110-209", "210-419", "420 and over", NOT_KNOWN)

TRUST_SIZES = ("None", "1", "2-5", "6-10", "11-20", "21 and over", NOT_KNOWN)
