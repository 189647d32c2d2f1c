"""The columns of measures of reach: who is near a network, how far, how wide the gaps, how schools are settled."""

from dataclasses import replace

from hubdata.dictionary.column import FRACTION, HUNDREDTHS, KILOMETRES, TENTHS, Column, points, share, whole
from hubdata.dictionary.everyday import (
    AS_AT,
    COUNTED,
    DIFFERENCE,
    GOVERNANCE,
    HIGH,
    KM,
    LA,
    LOCATED,
    LOT_RANK,
    LOTS,
    LOW,
    MARK,
    MEDIAN_KM,
    PHASE,
    PUPILS,
    REACH,
    RURAL,
    SCHOOLS,
)

RATIO = Column("ratio", "Ratio",
               "The rate of the first group divided by that of the second",
               HUNDREDTHS, "ratio", term="Ratio of rates")  # fmt: skip
SIDES = (
    whole("reached_a", "Reached, first", "Schools of the first group that are reached"),
    whole("schools_a", "Schools, first", "Schools of the first group"),
    whole("reached_b", "Reached, second", "Schools of the second group that are reached"),
    whole("schools_b", "Schools, second", "Schools of the second group"),
)
RATIO_ENDS = (
    Column(
        "ratio_low",
        "Ratio, low",
        "Lower end of the 95% interval of the ratio; empty for a full count",
        HUNDREDTHS,
        "ratio",
    ),
    Column(
        "ratio_high",
        "Ratio, high",
        "Upper end of the 95% interval of the ratio; empty for a full count",
        HUNDREDTHS,
        "ratio",
    ),
)
GAP = (
    *SIDES, RATIO, *RATIO_ENDS, DIFFERENCE,
    points("difference_low", "Difference, low",
           "Lower end of the 95% interval of the difference; empty for a full count"),
    points("difference_high", "Difference, high",
           "Upper end of the 95% interval of the difference; empty for a full count"),
)  # fmt: skip
LOTS_OF_GAP = (
    points("lot_low", "Lots, low", "2.5% of the lots that place the leads again give a lower difference"),
    points("lot_high", "Lots, high", "2.5% of the lots that place the leads again give a higher difference"),
    LOT_RANK,
)


def _among(phase: str) -> tuple[Column, ...]:
    """The columns of a gap for the schools of one phase."""
    return tuple(
        replace(one, name=f"{phase}_{one.name}", label=f"{phase.capitalize()}: {one.label.lower()}",
                meaning=f"Of {phase} schools, rural against urban: {one.meaning[0].lower()}{one.meaning[1:]}", term="")
        for one in GAP
    )  # fmt: skip


SCHOOL = (
    Column("urn", "URN", "Unique reference number of the school"), Column("name", "School", "The school"),
    PHASE, RURAL, PUPILS, LA,
)  # fmt: skip
NEAREST = (
    Column("nearest", "Network", "Id of the network whose lead school is nearest"),
    Column("nearest_name", "Nearest lead school", "The nearest lead school"), KM,
)  # fmt: skip
AGAIN = "had other authorities like these been drawn"
COUNT = whole("count", "Schools of this kind", "Schools of the group that are of this kind")
OF_KIND = share("rate", "Rate", "Schools of this kind, divided by all the schools of the group")

COLUMNS: dict[str, tuple[Column, ...]] = {
    "population": (SCHOOLS, whole("located", "Located", "Schools that have a location"), PUPILS),
    "distance": (
        LOCATED, MEDIAN_KM,
        Column("p90_km", "90th percentile km", "Nine in ten schools are nearer than this to a lead school", KILOMETRES,
               "km", "less is better"),
    ),
    "reach": (*REACH, MARK, *LOTS),
    "unreached": (*SCHOOL, *NEAREST),
    "schools": (*SCHOOL, Column("reached", "Reached", "Whether the school is reached, as the definition has it"),
                *NEAREST),
    "gap": (*GAP, *LOTS_OF_GAP),
    "interaction": (
        *_among("primary"), *_among("secondary"),
        whole("authorities", "Authorities", "Authorities that have such schools", "authorities"),
        points("difference", "Difference", "The primary gap less the secondary gap"),
        points("low", "Low", f"Lower end of the 95% interval of that difference: {AGAIN}"),
        points("high", "High", f"Upper end of the 95% interval of that difference: {AGAIN}"),
        Column("ratio", "Ratio", "The primary ratio divided by the secondary ratio", HUNDREDTHS, "ratio"),
        Column("ratio_low", "Ratio, low", f"Lower end of the 95% interval of that ratio: {AGAIN}", HUNDREDTHS, "ratio"),
        Column("ratio_high", "Ratio, high", f"Upper end of the 95% interval of that ratio: {AGAIN}", HUNDREDTHS,
               "ratio"),
        Column("verdict", "Verdict",
               "In points: below where rural primaries stand lower, against urban ones, than rural secondaries do"),
        Column("ratio_verdict", "Verdict by the ratio", "The same, where rates are divided instead of subtracted"),
    ),
    "distance_curve": (Column("km", "km", "Straight-line distance allowed to a lead school", KILOMETRES, "km"), *REACH),
    "decomposition": (
        Column("component", "Part", "What differs between the two groups of schools, or the remainder"),
        Column("points", "Points (fraction)",
               "What a factor's mix of schools adds to the gap (Kitagawa, mean over every order of factors)",
               FRACTION, "fraction, -1 to 1", term="Part of the gap"),
        Column("low", "Low", f"Lower end of the 95% interval of the part: {AGAIN}", FRACTION, "fraction, -1 to 1"),
        Column("high", "High", f"Upper end of the 95% interval of the part: {AGAIN}", FRACTION, "fraction, -1 to 1"),
        share("share", "Share of the gap", "The part divided by the whole gap; it can be below 0 or above 1"),
        *(one for one in SIDES if one.name.startswith("schools")),
        whole("fewest", "Fewest of a kind",
              "Schools on the thinner side of the thinnest kind that makes up a twentieth or more of either side"),
    ),
    "history": (replace(AS_AT, label="On", meaning="Networks as they were on this day"), *REACH, MARK),
    "my_school": (
        Column("asked", "Asked",
               "serves: its hub area; then, now: its nearest lead school; trust; alike: schools like it"),
        Column("id", "Id", "Hub area, network, trust or URN"), Column("name", "Name",
                                                                      "What the register or list calls it"),
        Column("lead", "Lead school", "The lead school of the hub or network"),
        Column("km", "km", "Straight line from the school", KILOMETRES, "km"),
        whole("schools", "Schools", "Schools that the trust runs"),
    ),
    "small_schools": (
        whole("schools", "Schools", "Primaries of the group with a published headcount"),
        whole("small", "Under 110 pupils", "Primaries of under 110 pupils"),
        share("small_rate", "Share under 110", "Primaries of under 110 pupils, divided by those with a headcount"),
        share("small_low", "Under 110, low", "Lower end of the 95% interval (Wilson) of that share"),
        share("small_high", "Under 110, high", "Upper end of the 95% interval (Wilson) of that share"),
        whole("one_form", "One form", "Primaries of 210 pupils or fewer"),
        share("one_form_rate", "Share of one form",
              "Primaries of 210 pupils or fewer: at most thirty in each of seven year groups",
              term="One-form primaries"),
        share("one_form_low", "One form, low", "Lower end of the 95% interval (Wilson) of that share"),
        share("one_form_high", "One form, high", "Upper end of the 95% interval (Wilson) of that share"),
    ),
    "isolation": (
        LOCATED, whole("alone", "Alone", "Schools with no other of their phase within the radius",
                       polarity="less is better", term="Schools on their own"),
        share("rate", "Rate", "Schools with no other of their phase within the radius, divided by all located",
              polarity="less is better"),
        LOW, HIGH,
        Column("mean_peers", "Mean peers", "Other schools of a school's own phase within the radius, on average",
               TENTHS,
               "schools"),
        Column("median_km", "Median km to the nearest", "Half the schools have another of their phase nearer than this",
               KILOMETRES, "km"),
    ),
    "crowding": (
        LOCATED,
        Column("mean", "Mean near by", "Other schools of a school's own phase within the radius, on average", TENTHS,
               "schools"),
        Column("median", "Median near by",
               "Half the schools have so many others of their phase or fewer within the radius",
               TENTHS, "schools"),
        whole("none", "None near by", "Schools with no other of their phase within the radius",
              polarity="less is better"),
    ),
    "governance": (GOVERNANCE, COUNT, COUNTED, OF_KIND, LOW, HIGH, MARK),
    "make_up": (
        Column("characteristic", "What", "Phase, last headline grade or admissions policy"),
        Column("value", "Value", "The phase, grade or policy"), COUNT,
        whole("schools", "Schools", "Schools that the share is of"), OF_KIND, LOW, HIGH, MARK,
    ),
    "attendance": (
        SCHOOLS, whole("hosts", "Hosted one", "Schools that held an activity of a network"),
        whole("activities", "Activities", "Activities that those schools held", "activities"),
        whole("counted", "With people counted", "Activities whose people were counted", "activities"),
        whole("attended", "People who came", "People who came, once for each activity", "people"),
        Column("per_100_schools", "People per 100 schools", "People who came for every hundred schools of the group",
               TENTHS, "people"),
    ),
}  # fmt: skip
