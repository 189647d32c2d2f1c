"""How values are named, said and judged: measures, dimensions and the words for a share.

To add a measure that pages and charts can offer, add a ``Measure``; to group by something new, add a ``Dimension``.
"""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from hubdata import schema

UNKNOWN = "–"
TOO_FEW = 10
FEW = 100
GOVERNANCE = (
    "Maintained, in a federation",
    "Maintained, on its own",
    "Single-academy trust",
    "Trust of 2-5",
    "Trust of 6-10",
    "Trust of 11-20",
    "Trust of 21 and over",
    schema.NOT_KNOWN,
)
COASTAL = ("Coastal", "Inland", schema.NOT_KNOWN)
Polarity = Literal["more is better", "less is better", "neither"]


@dataclass(frozen=True)
class Measure:
    """A column that a chart can show: how it is called, said and judged.

    ``pattern`` formats a value that is not missing; ``definition`` is the formula in plain words.
    """

    column: str
    label: str
    unit: str
    pattern: str
    polarity: Polarity
    definition: str

    def say(self, value: float | None) -> str:
        """The value as text; missing is a dash, zero is a zero."""
        return UNKNOWN if pd.isna(value) else self.pattern.format(value)


@dataclass(frozen=True)
class Dimension:
    """Something to group by: the columns it prints and, where it has one, its order."""

    name: str
    label: str
    columns: tuple[str, ...]
    order: tuple[str, ...] = ()


MEASURES: dict[str, Measure] = {
    measure.column: measure
    for measure in (
        Measure("rate", "Schools reached", "%", "{:.1%}", "more is better",
                "Schools reached, divided by the open state-funded mainstream schools of the group"),
        Measure("schools", "Schools", "schools", "{:,.0f}", "neither",
                "Open, state-funded, mainstream schools in England (primary, middle, secondary and all-through)"),
        Measure("pupils", "Pupils", "pupils", "{:,.0f}", "neither",
                "Pupils on roll, headcount, where published"),
        Measure("median_km", "Median distance", "km", "{:.1f} km", "less is better",
                "Half the schools are nearer than this to a lead school, in a straight line"),
        Measure("km", "Distance", "km", "{:.1f} km", "less is better",
                "Straight line to the nearest lead school"),
        Measure("ratio", "Ratio of rates", "ratio", "{:.2f}", "neither",
                "The rate of the first group divided by that of the second; interval by the log method"),
        Measure("difference", "Difference of rates", "points", "{:+.1%}", "neither",
                "The rate of the first group less that of the second; Newcombe's interval"),
        Measure("points", "Part of the gap", "points", "{:+.1%}", "neither",
                "What a factor's mix of schools adds to the gap (Kitagawa, mean over every order of factors)"),
        Measure("provision", "Lead schools", "schools", "{:,.0f}", "more is better",
                "Lead schools among the schools counted; a closed lead counts where its open successor is"),
        Measure("gini", "Gini coefficient", "0 to 1", "{:.2f}", "less is better",
                "0 when every area has the same lead schools per school, near 1 when one area has them all"),
        Measure("theil", "Theil index", "nats", "{:.3f}", "less is better",
                "0 when provision follows schools; it splits exactly into a part between and one within regions"),
        Measure("index", "Concentration index", "-1 to 1", "{:+.2f}", "neither",
                "Above 0 new resources went to advantaged authorities, below 0 to the others"),
        Measure("slope", "Growth on baseline", "slope", "{:+.2f}", "neither",
                "New lead schools per 100 schools for each one there before; below 0 proves no catching up"),
        Measure("mean_within", "Networks to choose from", "networks", "{:.1f}", "neither",
                "Networks with a lead school within the radius; several leads of one network count once"),
        Measure("mean_effective", "Effective providers", "networks", "{:.1f}", "neither",
                "1 over the sum of squared shares, a network's weight halving about every 3.5 km; no cut-off"),
        Measure("jaccard", "Shared catchment", "0 to 1", "{:.2f}", "neither",
                "Schools within the radius of both networks, divided by those within it of either"),
        Measure("conversion", "Eligible schools that lead", "%", "{:.1%}", "neither",
                "Lead schools in the pool, divided by the schools whose last headline grade admits them"),
        Measure("alone", "Schools on their own", "schools", "{:,.0f}", "less is better",
                "Schools with no other of their phase within the radius"),
        Measure("one_form_rate", "One-form primaries", "%", "{:.1%}", "neither",
                "Primaries of 210 pupils or fewer: at most thirty in each of seven year groups"),
        Measure("bimodality", "Two tiers", "0 to 1", "{:.2f}", "less is better",
                "Sarle's coefficient; over 0.56 hints at two peaks, but skew alone can raise it"),
        Measure("local_moran", "Local Moran's I", "index", "{:.2f}", "neither",
                "Above 0 an area's rate is like that of the areas around it; empirical Bayes rates"),
        Measure("score", "Unlikeness", "0 to 1", "{:.2f}", "neither",
                "0 for areas or schools alike in every component, 1 for opposites"),
    )
}  # fmt: skip

DIMENSIONS: dict[str, Dimension] = {
    dimension.name: dimension
    for dimension in (
        Dimension("phase", "Phase", ("phase",), schema.PHASES),
        Dimension("rural", "Rural or urban", ("rural",), schema.LOCALITIES),
        Dimension("ruc", "Rural-urban class", ("ruc", "ruc_vintage"), schema.RUC_CLASSES),
        Dimension("region", "Region", ("region",), schema.REGIONS),
        Dimension("la", "Local authority", ("la", "la_name")),
        Dimension("district", "District", ("district", "district_name")),
        Dimension("hub_area", "Hub area", ("hub_area", "hub_name")),
        Dimension("size", "Size", ("size",), schema.SIZES),
        Dimension("trust_size", "Schools in its trust", ("trust_size",), schema.TRUST_SIZES),
        Dimension("governance", "Governance", ("governance",), GOVERNANCE),
        Dimension("coastal", "Coast", ("coastal",), COASTAL),
        Dimension("kind", "Kind of network", ("kind",), schema.NETWORK_KINDS),
        Dimension("network", "Network", ("network",)),
        Dimension("year", "Year", ("year",)),
        Dimension("cohort", "Cohort", ("cohort",)),
        Dimension("subject", "Subject", ("subject",)),
        Dimension("route", "Route into teaching", ("route",)),
    )
}

KIND_WORDS: dict[str, tuple[str, str]] = {
    "teaching_school_alliance": ("teaching school", "teaching schools"),
    "teaching_school_hub": ("hub lead school", "hub lead schools"),
    "trust": ("trust lead school", "trust lead schools"),
    "federation": ("federation lead", "federation leads"),
    "cluster": ("cluster lead", "cluster leads"),
    "research_school": ("research school", "research schools"),
    "subject_hub": ("subject hub lead", "subject hub leads"),
    "training_partnership": ("training lead", "training leads"),
    "other": ("other lead", "other leads"),
    "all": ("lead school of any network", "lead schools of any network"),
}

# What a network that has the role offers, to follow "offers".
ROLE_WORDS: dict[str, str] = {
    "School-led initial teacher training": "initial teacher training",
    "Peer-to-peer professional development": "peer-to-peer professional development",
    "Leadership potential": "leadership development",
    "Support for other schools": "support for other schools",
    "Specialist leaders of education": "specialist leaders of education",
    "Research and development": "research and development",
}

# The same as short headings of columns.
ROLE_HEADS: dict[str, str] = {
    "School-led initial teacher training": "Teacher<br>training",
    "Peer-to-peer professional development": "CPD",
    "Leadership potential": "Leaders",
    "Support for other schools": "Support",
    "Specialist leaders of education": "Specialist<br>leaders",
    "Research and development": "Research",
}


def say_rate(part: float, whole: float) -> str:
    """A share as a percentage: one decimal, none when the whole is under 100, words when it is under 10."""
    if not whole:
        return "no schools"
    if whole < TOO_FEW:
        return f"{part:,.0f} of {whole:,.0f}"
    return f"{part / whole:.0%}" if whole < FEW else f"{part / whole:.1%}"


def say_share(part: float, whole: float) -> str:
    """A share with its parts, ``75% (15 of 20)``; too few for a rate: the parts alone."""
    if whole < TOO_FEW:
        return say_rate(part, whole)
    return f"{say_rate(part, whole)} ({part:,.0f} of {whole:,.0f})"


def say_share_of(part: float, whole: float, things: str) -> str:
    """A share of named things, ``75% of schools (15 of 20)``; too few for a rate: ``3 of 8 schools``."""
    if whole < TOO_FEW:
        return f"{say_rate(part, whole)} {things}"
    return f"{say_rate(part, whole)} of {things} ({part:,.0f} of {whole:,.0f})"
