"""Sentences of finding: exact counts of schools beside each other, and a direction that is never lost."""

from datetime import date

import pandas as pd

from hubdata.provenance import Source, days_of, say_date
from hubdata.schema import REGIONS
from hubdata.views.choices import WITHOUT_ARTICLE
from hubdata.vocabulary import TOO_FEW, agreed, counted, say_share, say_share_of

DEFINITIONS = {
    "within": "a school is reached when a lead school is within {km:g} km in a straight line",
    "lead": "a school is reached when it is a lead school itself",
    "member": "a school is reached when it belongs to a network in any role",
    "supported": "a school is reached when support to it is on record in the year",
}
ALIKE = 0.01  # two shares of full counts that are closer than a point are about the same


def compared(a: str, b: str, phrase: str, gap: pd.Series, are: str = "are") -> str:
    """Group ``a`` against group ``b``: less often, more often or as often, of all schools of both.

    ``gap`` has reached_a, schools_a, reached_b, schools_b: whole counts, so what differs differs.
    """
    first, second = (say_share(gap[f"reached_{side}"], gap[f"schools_{side}"]) for side in "ab")
    if min(gap["schools_a"], gap["schools_b"]) < TOO_FEW:
        return f"Too few schools to compare: of {a} {first} {are} {phrase}, of {b} {second}."
    often = compared_rates(gap["reached_a"] / gap["schools_a"], gap["reached_b"] / gap["schools_b"])
    return f"{capital(a)} {are} {often} {phrase}: {first}, against {second} of {b}."


def compared_rates(first: float, second: float) -> str:
    """Which way two rates differ: ``less often``, ``more often`` or, where they are the same, ``as often``."""
    return "as often" if first == second else "less often" if first < second else "more often"


def alone(schools: str, within: str, phrase: str, row: pd.Series, england: float, are: str = "are") -> str:
    """One area beside England: both shares as they are counted; whether chance would do it is said elsewhere."""
    share = say_share_of(row["reached"], row["schools"], schools)
    if row["schools"] <= 1:
        there = f"{agreed(row['schools'], 'are')} {counted(row['schools'], schools)}"
        return f"{capital(within)} there {there}: too few to say more."
    if row["schools"] < TOO_FEW:
        return f"{capital(within)}, {share} {are} {phrase}: too few to compare."
    return f"{capital(within)}, {share} {are} {phrase}, against {england:.1%} across England."


def school(row: pd.Series, phrase: str, lead: str, *, closed: bool = False) -> str:
    """One school: whether it is reached, and how far its nearest lead school is; ``closed`` where that is over."""
    verb = "was" if closed else "is"
    if pd.isna(row["reached"]):
        return f"{row['name']} has no location in the register, so nobody can say whether it {verb} {phrase}."
    verdict = verb if row["reached"] else f"{verb} not"
    if row["km"] == 0:
        itself = f"{row['name']} {verdict} {phrase}: it {verb} a {lead} itself"
        return f"{itself}, or {'shared' if closed else 'shares'} its site."
    return f"{row['name']} {verdict} {phrase}: the nearest, {row['nearest_name']}, {verb} {row['km']:.1f} km away."


def travel(km: float, detour: float, speed: float) -> str:
    """A straight line read as minutes by road, with the two figures that the reader set."""
    minutes = km * detour / speed * 60
    return f", about {minutes:.0f} minutes by road (your figures: roads {detour:g} times as long, {speed:g} km/h)"


def on_the_day(day: date | None) -> str:
    """That the networks are those of a day while the schools are not; nothing without a day."""
    return f", networks as on {say_date(day)}, schools as in the register" if day else ""


def area(name: str) -> str:
    """``in the North East``, ``in London``: a region or an authority for the middle of a sentence."""
    article = "the " if name in REGIONS and name not in WITHOUT_ARTICLE else ""
    return f"in {article}{name}"


def listed(names: list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


WIDER = "All of England: "


def of_all_england(said: str) -> str:
    """A sentence on England where an area was asked for: it says so first, and once."""
    rest = capital(said.removeprefix("In England, ").removeprefix("In England "))
    return rest if rest.startswith(WIDER) else f"{WIDER}{rest}"


def capital(text: str) -> str:
    """The text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def dated(sources: tuple[Source, ...]) -> str:
    """``Register of schools, 16 Nov 2023 · List of teaching schools, 12 Mar 2018``.

    What only fills blanks of another source stands in the credit under the picture, with what it fills.
    """
    return days_of(sources)


LOOK_UP = "Authorities, districts and regions"


def resting_on(sources: tuple[Source, ...], most: int) -> str:
    """The first sources with their days, each once, and how many more there are: short enough for one line."""
    days = {source.dataset: source.day for source in sources if not source.fills}
    days.pop(LOOK_UP, None)  # the names of areas stand under every picture
    said = [f"{dataset}, {day}" for dataset, day in days.items()]
    more = [f"{len(said) - most} more"] if len(said) > most else []
    return " · ".join(said[:most] + more)
