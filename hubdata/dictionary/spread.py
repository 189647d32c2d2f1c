"""The columns of measures of spread: areas against chance and each other, evenness, and where new resources go."""

from dataclasses import replace

from hubdata.dictionary.column import (
    DAY,
    HUNDREDTHS,
    SIGNED,
    TENTHS,
    THOUSANDTHS,
    WHOLE,
    Column,
    Written,
    share,
    whole,
)
from hubdata.dictionary.everyday import (
    COUNTED,
    HIGH,
    LA,
    LA_NAME,
    LOCATED,
    LOW,
    MARK,
    NONE,
    PUPILS,
    RATE,
    REACHED,
    REGION,
    SCHOOLS,
    YEAR,
)

AREAS = whole("areas", "Areas", "Areas that have a school", "areas")
ACADEMIC = replace(YEAR, label="Academic year", meaning="Academic year of the new resource")
AUTHORITIES = whole("n", "Authorities", "Authorities that are compared", "authorities")
LEADS = whole("provision", "Lead schools",
              "Lead schools among the schools counted; a closed lead counts where its open successor is",
              polarity="more is better", term="Lead schools")  # fmt: skip
ORDER = share("schools", "Share of schools", "Schools of the authorities so far, divided by all, in the order ranked")
SPLIT = "it splits exactly into a part between and one within regions"

LIMITS = "by chance (the leads placed again by lot; for records of support or members, areas alike)"
VERDICT = Column("verdict", "Verdict",
                 "below or above where the area differs from what chance gives, among all areas shown, false finds "
                 "held at 5%; within where it does not; too few under ten schools")  # fmt: skip


def _lots(prefix: str, what: str, written: Written, unit: str) -> tuple[Column, ...]:
    """The columns that place what is seen of a coefficient among the lots."""
    label = prefix.removesuffix("_").replace("_", ", ").capitalize() or "Gini"
    low, high = "2.5% of the lots that place the leads again give a lower", "2.5% of the lots give a higher"
    return (
        Column(f"{prefix}lot_low", f"{label}: lots, low", f"{low} {what}", written, unit),
        Column(f"{prefix}lot_high", f"{label}: lots, high", f"{high} {what}", written, unit),
        whole(f"{prefix}lot_rank", f"{label}: lots at or below",
              "How many of the 999 lots lie at or below what is seen", ""),
    )  # fmt: skip


COLUMNS: dict[str, tuple[Column, ...]] = {
    "need": (
        replace(YEAR, label="Financial year", meaning="Financial year of the premium"),
        whole("schools", "Schools", "Schools of today's population that had an allocation", "schools"),
        Column("pupils", "Pupils", "Pupils on roll, full-time equivalent", TENTHS, "pupils"),
        Column("eligible", "Eligible", "Of them, pupils who bring the premium for deprivation", TENTHS, "pupils"),
        share("share", "Share", "Pupils who bring the premium, divided by all on roll"),
        Column("pounds", "Pounds", "What schools are allocated for them", WHOLE, "pounds"),
    ),
    "flagged": (
        Column("flag", "Flag", "What the list marks"), Column("as_at", "As at", "Day the list describes", DAY),
        whole("count", "Flagged", "Schools of the group that the list marks", "schools"), COUNTED,
        share("rate", "Share", "Flagged schools, divided by the schools counted"), LOW, HIGH, MARK,
    ),
    "funnel_plot": (
        REACHED, COUNTED, RATE,
        share("low95", "95% limit, low", f"A rate below this comes up {LIMITS} in 1 of 40"),
        share("high95", "95% limit, high", f"A rate above this comes up {LIMITS} in 1 of 40"),
        share("low998", "99.8% limit, low", f"A rate below this comes up {LIMITS} in 1 of 1,000"),
        share("high998", "99.8% limit, high", f"A rate above this comes up {LIMITS} in 1 of 1,000"),
        VERDICT,
    ),
    "cold_spots": (
        REACHED, COUNTED, RATE,
        Column("local_moran", "Local Moran",
               "Above 0 an area's rate is like that of the areas around it; empirical Bayes rates", HUNDREDTHS, "index",
               term="Local Moran's I"),
        Column("p", "p", "How often chance alone would leave the area as unlike the rest, over random maps",
               THOUSANDTHS,
               "0 to 1"),
        Column("spot", "Spot",
               "cold where a low rate stands among low ones, hot where a high one does among high ones"),
    ),
    "tiles": (
        LA, LA_NAME, REGION,
        whole("column", "Column", "Column of the hexagon, from the west", ""),
        whole("row", "Row", "Row of the hexagon, from the south", ""),
        Column("x", "x", "Middle of the hexagon, in hexagons from the west", HUNDREDTHS),
        Column("y", "y", "Middle of the hexagon, in hexagons from the south", HUNDREDTHS),
    ),
    "inequality": (
        AREAS, SCHOOLS, LEADS,
        Column("gini", "Gini",
               "0 when every area has the same lead schools per school, near 1 when one area has them all",
               HUNDREDTHS, "0 to 1", "less is better", "Gini coefficient"),
        Column("theil", "Theil", f"0 when provision follows schools; {SPLIT}", THOUSANDTHS, "nats", "less is better",
               "Theil index"),
        Column("theil_between", "Theil, between regions", "The part of the Theil index between regions", THOUSANDTHS,
               "nats"),
        Column("theil_within", "Theil, within regions", "The part of the Theil index within regions", THOUSANDTHS,
               "nats"),
        *_lots("", "Gini coefficient", HUNDREDTHS, "0 to 1"),
        *_lots("theil_", "Theil index", THOUSANDTHS, "nats"),
        *_lots("theil_between_", "part of the Theil index between regions", THOUSANDTHS, "nats"),
        *_lots("theil_within_", "part of the Theil index within regions", THOUSANDTHS, "nats"),
    ),
    "lorenz": (
        ORDER, share("provision", "Share of lead schools", "Lead schools of the areas so far, divided by all"),
        share("by_lot", "By lot", "The mean of the same where the leads are placed again by lot"),
    ),
    "concentration": (
        ACADEMIC, AUTHORITIES,
        Column("index", "Index", "Above 0 new resources went to advantaged authorities, below 0 to the others", SIGNED,
               "-1 to 1", term="Concentration index"),
        Column("low", "Low", "Lower end of the 95% bootstrap interval of the index", SIGNED, "-1 to 1"),
        Column("high", "High", "Upper end of the 95% bootstrap interval of the index", SIGNED, "-1 to 1"),
        Column("eligible_index", "Index, could lead",
               "The index among schools last graded Outstanding, which could lead", SIGNED, "-1 to 1"),
        Column("eligible_low", "Low, could lead", "Lower end of the 95% bootstrap interval of that index", SIGNED,
               "-1 to 1"),
        Column("eligible_high", "High, could lead", "Upper end of the 95% bootstrap interval of that index", SIGNED,
               "-1 to 1"),
    ),
    "concentration_curve": (
        ORDER, share("resource", "Share of the new resource", "What the authorities so far got of it, divided by all"),
        share("eligible", "Share of those that could lead",
              "Schools last graded Outstanding of the authorities so far, divided by all"),
        share("eligible_resource", "Share of leads among them", "Of these the lead schools so far, divided by all"),
    ),
    "growth": (
        ACADEMIC, AUTHORITIES,
        Column("slope", "Slope",
               "New lead schools per 100 schools for each one there before; below 0 proves no catching up", SIGNED,
               "slope",
               term="Growth on baseline"),
        Column("low", "Low", "Lower end of the 95% interval of the slope", SIGNED, "slope"),
        Column("high", "High", "Upper end of the 95% interval of the slope", SIGNED, "slope"),
    ),
    "ledger": (
        whole("years", "Years", "Years whose money is added up", "years"),
        whole("pounds", "Pounds", "What networks were awarded, shared equally between a network's lead schools", "£"),
        SCHOOLS, Column("per_school", "Per school", "Pounds for every school of the area", TENTHS, "£"),
        PUPILS, Column("per_pupil", "Per pupil", "Pounds for every pupil of the area", HUNDREDTHS, "£"),
    ),
    "neighbours": (
        LA, LA_NAME, Column("urn", "URN", "Unique reference number of the school"),
        Column("name", "School", "The school"),
        Column("score", "Unlikeness", "0 for areas or schools alike in every component, 1 for opposites", HUNDREDTHS,
               "0 to 1", term="Unlikeness"),
        Column("fsm", "Free meals", "What free school meals add to the squared score", THOUSANDTHS),
        Column("rural", "Rural share", "What the share of rural schools adds to the squared score", THOUSANDTHS),
        Column("pupils", "Pupils", "What the number of pupils adds to the squared score", THOUSANDTHS),
        Column("eal", "First language", "What the share with another first language adds to the score", THOUSANDTHS),
        Column("sen", "Special needs", "What the share with special needs adds to the squared score", THOUSANDTHS),
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
}  # fmt: skip
