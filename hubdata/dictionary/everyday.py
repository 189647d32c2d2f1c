"""The columns that say the same in many measures: groups, counts, rates with their interval, distances."""

from hubdata.dictionary.column import DAY, KILOMETRES, Column, points, share, whole

PHASE = Column("phase", "Phase", "Primary, Secondary or All-through; a middle school by the phase it is deemed to be")
RURAL = Column("rural", "Place", "Rural or Urban, by the class of the school's postcode")
REGION = Column("region", "Region", "One of the nine English regions, by the school's authority")
LA = Column("la", "Code", "GSS code of the local authority")
LA_NAME = Column("la_name", "Local authority", "The local authority")
HUB_AREA = Column("hub_area", "Area", "Code of the teaching school hub area")
HUB_NAME = Column("hub_name", "Hub", "The hub of the area, as its list calls it")
NETWORK = Column("network", "Network", "Id of the network")
YEAR = Column("year", "Year", "Academic year, as 2015/16")
COHORT = Column("cohort", "Cohort", "Those who qualified, or began training, in one year")
GOVERNANCE = Column("governance", "Run as", "Maintained or academy, with the size of its federation or trust")
# What every measure may be grouped by, by the name of the column.
GROUPS: dict[str, Column] = {
    column.name: column
    for column in (
        PHASE, RURAL,
        Column("ruc", "Class", "Rural-urban class as published"),
        Column("ruc_vintage", "Vintage", "Which edition of the rural-urban classification"),
        REGION, LA, LA_NAME,
        Column("district", "Code", "GSS code of the district"),
        Column("district_name", "District", "The district"),
        HUB_AREA, HUB_NAME,
        Column("size", "Size", "Band of pupils on roll"),
        Column("trust_size", "Schools in its trust", "Band of how many schools the school's trust has"),
        GOVERNANCE,
        Column("coastal", "Coast", "Coastal within 5 km of the sea's edge, else Inland"),
        Column("kind", "Kind of network", "What kind of network is meant"),
        NETWORK, YEAR, COHORT,
        Column("subject", "Subject", "Subject of the training or of the teachers"),
        Column("route", "Route", "Route into teaching"),
    )
}  # fmt: skip

SCHOOLS = whole("schools", "Schools",
                "Open, state-funded, mainstream schools in England (primary, middle, secondary and all-through)",
                term="Schools")  # fmt: skip
LOCATED = whole("schools", "Schools", "Schools of the group that have a location")
COUNTED = whole("schools", "Schools", "Schools of the group that the question can be answered for")
PUPILS = whole("pupils", "Pupils", "Pupils on roll, headcount, where published", "pupils", term="Pupils")
REACHED = whole("reached", "Reached", "Schools that are reached, as the definition has it")
RATE = share("rate", "Rate", "Schools reached, divided by the open state-funded mainstream schools of the group",
             polarity="more is better", term="Schools reached")  # fmt: skip
LOW = share("low", "Low", "Lower end of the 95% interval (Wilson) of the share; empty for a full count")
HIGH = share("high", "High", "Upper end of the 95% interval (Wilson) of the share; empty for a full count")
LOT_RANK = whole("lot_rank", "Lots at or below", "How many of the 999 lots lie at or below what is seen", "")
LOTS = (
    share("lot_low", "Lots, low", "2.5% of the lots that place the leads again give less than this"),
    share("lot_high", "Lots, high", "2.5% of the lots that place the leads again give more than this"),
    LOT_RANK,
)
MARK = Column("mark", "Mark", "u where the share is of fewer than ten; else empty, or why a number is missing")
REACH = (REACHED, COUNTED, RATE, LOW, HIGH)
DIFFERENCE = points("difference", "Difference",
                    "The rate of the first group less that of the second",
                    term="Difference of rates")  # fmt: skip
KM = Column("km", "km", "Straight line to the nearest lead school", KILOMETRES, "km", "less is better", "Distance")
MEDIAN_KM = Column("median_km", "Median km",
                   "Half the schools are nearer than this to a lead school, in a straight line",
                   KILOMETRES, "km", "less is better", "Median distance")  # fmt: skip
AS_AT = Column("as_at", "As at", "The day that the row describes", DAY, "day")
STATUS = Column("status", "Status", "Whose numbers these are: official, published, illustrative or of your own")
SOURCE = Column("source", "Source", "Dataset, publisher and day of every source that the row rests on")
ADDED = (STATUS, SOURCE)  # what a file that is taken away has beside the columns of its measure
RELEASE = Column("release", "Release", "The edition that the number was read from")
NONE = whole("none", "None", "Schools with no network within the radius", polarity="less is better")
