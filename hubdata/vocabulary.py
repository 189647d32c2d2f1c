"""The words for values: what tables can be grouped by, kinds of network, and how a number and a share are said.

To group by something new, add a ``Dimension``, and its column to ``dictionary.everyday``.
"""

from dataclasses import dataclass

from hubdata import schema

UNKNOWN = "–"
WATERMARK = "ILLUSTRATIVE DATA"  # across every picture and map of a made-up England
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


@dataclass(frozen=True)
class Dimension:
    """Something to group by: the columns it prints and, where it has one, its order."""

    name: str
    label: str
    columns: tuple[str, ...]
    order: tuple[str, ...] = ()


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


# Names of several that do not become one by dropping their last letter.
ONE = {"people": "person", "activities": "activity", "authorities": "authority", "bodies": "body", "cities": "city"}
ONE |= {"primaries": "primary", "secondaries": "secondary", "academies": "academy", "classes": "class"}
SINGULAR = {"are": "is", "were": "was", "have": "has"}


def one(things: str) -> str:
    """The name of one of them, ``rural school`` of ``rural schools``: its first word that is of several."""
    said = things.split(" ")
    for place, word in enumerate(said):
        if word in ONE or (word.endswith("s") and not word.endswith("ss")):
            return " ".join((*said[:place], ONE.get(word, word[:-1]), *said[place + 1 :]))
    return things


def counted(n: float, things: str) -> str:
    """A number of things, ``1 school`` or ``1,204 schools``."""
    return f"{n:,.0f} {one(things) if n == 1 else things}"


def agreed(n: float, verb: str) -> str:
    """The verb of so many: ``is`` of one, else ``are``; so with ``were`` and ``have``."""
    return SINGULAR.get(verb, f"{verb}s") if n == 1 else verb


def say_points(share: float) -> str:
    """A difference of shares in points with its sign, ``-0.6`` or ``+12.3``; nought has no minus."""
    return f"{round(share * 100, 1) + 0.0:+.1f}"


def say_rate(part: float, whole: float) -> str:
    """A share as a percentage: one decimal, none when the whole is under 100, words when it is under 10.

    What would be rounded to all or to none without being so is said to be next to it.
    """
    if not whole:
        return "no schools"
    if whole < TOO_FEW:
        return f"{part:,.0f} of {whole:,.0f}"
    shown = f"{part / whole:.0%}" if whole < FEW else f"{part / whole:.1%}"
    if shown == "100.0%" and part < whole:
        return "over 99.9%"
    return "under 0.1%" if shown == "0.0%" and part else shown


def say_share(part: float, whole: float) -> str:
    """A share with its parts, ``75% (15 of 20)``; too few for a rate: the parts alone."""
    if whole < TOO_FEW:
        return say_rate(part, whole)
    return f"{say_rate(part, whole)} ({part:,.0f} of {whole:,.0f})"


def say_band(low: float, high: float) -> str:
    """What lies between two rates: ``29% to 33%``, or one of them where both read alike."""
    first, last = f"{low:.0%}", f"{high:.0%}"
    return first if first == last else f"{first} to {last}"


def say_share_of(part: float, whole: float, things: str) -> str:
    """A share of named things, ``75% of schools (15 of 20)``; too few for a rate: ``3 of 8 schools``."""
    if whole < TOO_FEW:
        return f"{say_rate(part, whole)} {things if whole != 1 else one(things)}" if whole else f"no {things}"
    return f"{say_rate(part, whole)} of {things} ({part:,.0f} of {whole:,.0f})"
