"""The columns of measures of reach: who is near a network, how far, how wide the gaps, how schools are settled."""

from dataclasses import replace

from hubdata.dictionary.column import FRACTION, HUNDREDTHS, KILOMETRES, TENTHS, Column, points, share, whole
from hubdata.dictionary.everyday import (
    AS_AT,
    DIFFERENCE,
    HIGH,
    HUB_AREA,
    HUB_NAME,
    KM,
    LA,
    LOCATED,
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
               "The rate of the first group divided by that of the second; interval by the log method",
               HUNDREDTHS, "ratio", term="Ratio of rates")  # fmt: skip
SIDES = (
    whole("reached_a", "Reached, first", "Schools of the first group that are reached"),
    whole("schools_a", "Schools, first", "Schools of the first group"),
    whole("reached_b", "Reached, second", "Schools of the second group that are reached"),
    whole("schools_b", "Schools, second", "Schools of the second group"),
)
RATIO_ENDS = (
    Column("ratio_low", "Ratio, low", "Lower end of the 95% interval of the ratio", HUNDREDTHS, "ratio"),
    Column("ratio_high", "Ratio, high", "Upper end of the 95% interval of the ratio", HUNDREDTHS, "ratio"),
)
GAP = (
    *SIDES, RATIO, *RATIO_ENDS, DIFFERENCE,
    points("difference_low", "Difference, low", "Lower end of the 95% interval of the difference"),
    points("difference_high", "Difference, high", "Upper end of the 95% interval of the difference"),
)  # fmt: skip


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
NONE = whole("none", "None", "Schools with no network within the radius", polarity="less is better")

COLUMNS: dict[str, tuple[Column, ...]] = {
    "population": (SCHOOLS, whole("located", "Located", "Schools that have a location"), PUPILS),
    "distance": (
        LOCATED, MEDIAN_KM,
        Column("p90_km", "90th percentile km", "Nine in ten schools are nearer than this to a lead school", KILOMETRES,
               "km", "less is better"),
    ),
    "hub_areas": (
        HUB_AREA, HUB_NAME,
        whole("schools", "Schools", "Schools in the districts of the area; those of a shared district count in each"),
        whole("shared", "In shared districts", "Schools in districts that several areas share"),
        Column("band", "Size band", "Whether the area has fewer schools than the band, as many, or more"),
        Column("mean_km", "Mean km", "Mean straight line from a school to the nearest lead of its area", KILOMETRES,
               "km",
               "less is better"),
        Column("max_km", "Longest km", "Straight line from the furthest school to the nearest lead of its area",
               KILOMETRES, "km", "less is better"),
    ),
    "reach": (*REACH, MARK),
    "unreached": (*SCHOOL, *NEAREST),
    "schools": (*SCHOOL, Column("reached", "Reached", "Whether the school is reached, as the definition has it"),
                *NEAREST),
    "gap": GAP,
    "interaction": (
        *_among("primary"), *_among("secondary"),
        points("difference", "Difference", "The primary gap less the secondary gap"),
        points("low", "Low", "Lower end of the 95% interval of that difference"),
        points("high", "High", "Upper end of the 95% interval of that difference"),
        Column("ratio", "Ratio", "The primary ratio divided by the secondary ratio", HUNDREDTHS, "ratio"), *RATIO_ENDS,
        Column("verdict", "Verdict", "What the intervals allow one to say: whose gap it is"),
    ),
    "distance_curve": (Column("km", "km", "Straight-line distance allowed to a lead school", KILOMETRES, "km"), *REACH),
    "decomposition": (
        Column("component", "Part", "What differs between the two groups of schools, or the remainder"),
        Column("points", "Points (fraction)",
               "What a factor's mix of schools adds to the gap (Kitagawa, mean over every order of factors)",
               FRACTION, "fraction, -1 to 1", term="Part of the gap"),
        share("share", "Share of the gap", "The part divided by the whole gap; it can be below 0 or above 1"),
    ),
    "history": (replace(AS_AT, label="On", meaning="Networks as they were on this day"), *REACH, MARK),
    "overlap": (
        LOCATED,
        Column("mean_within", "Networks within reach (mean)",
               "Networks with a lead school within the radius; several leads of one network count once", TENTHS,
               "networks", term="Networks to choose from"),
        Column("median_within", "Networks within reach (median)",
               "Half the schools have so many networks or fewer within "
               "the radius", TENTHS, "networks"),
        Column("mean_effective", "Effective providers",
               "1 over the sum of squared shares, a network's weight halving about every 3.5 km; no cut-off", TENTHS,
               "networks", term="Effective providers"),
        NONE,
    ),
    "tiers": (
        LOCATED,
        Column("p10", "Tenth percentile", "A tenth of schools have so many networks or fewer within the radius", TENTHS,
               "networks"),
        Column("median", "Median", "Half the schools have so many networks or fewer within the radius", TENTHS,
               "networks"),
        Column("p90", "90th percentile", "A tenth of schools have so many networks or more within the radius", TENTHS,
               "networks"),
        Column("ratio", "Ratio", "The 90th percentile divided by the tenth; missing where that is 0", HUNDREDTHS,
               "ratio",
               "less is better"),
        NONE, share("none_rate", "Share with none", "Schools with no network within the radius, divided by all located",
                    polarity="less is better"),
        LOW, HIGH,
        Column("bimodality", "Bimodality",
               "Sarle's coefficient; over 0.56 hints at two peaks, but skew alone can raise it",
               HUNDREDTHS, "0 to 1", "less is better", "Two tiers"),
    ),
    "pairs": (
        Column("a", "Code, first", "Id of the first network"), Column("b", "Code, second", "Id of the second network"),
        Column("a_name", "First", "The first network"), Column("b_name", "Second", "The second network"),
        whole("shared", "In both", "Schools within the radius of both networks"),
        whole("either", "In either", "Schools within the radius of one of the networks or both"),
        Column("jaccard", "Shared catchment",
               "Schools within the radius of both networks, divided by those within it of either", HUNDREDTHS, "0 to 1",
               term="Shared catchment"),
    ),
    "roles": (
        Column("role", "Role", "One of the six areas of work of teaching schools"), LOCATED,
        whole("with_provider", "With a provider", "Schools with a network that offers the role within the radius"),
        share("rate", "Rate", "Schools with a provider, divided by the located schools of the group",
              polarity="more is better"),
        LOW, HIGH, MARK,
    ),
}  # fmt: skip
