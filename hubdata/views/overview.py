"""The Overview: what became of teaching schools, how they grew against their target, and today's hub areas."""

from collections.abc import Mapping

import pandas as pd

from hubdata.answers.networks.designations import Counted, target
from hubdata.figures.spread.band_dots import band_dots
from hubdata.figures.steps import steps
from hubdata.measures.networks.designations import monthly_rate
from hubdata.measures.networks.hub_areas import BAND
from hubdata.provenance import Status, Unpublished, say_date
from hubdata.store import Store
from hubdata.views.choices import ReachChoices
from hubdata.views.networks.since_listed import since_listed
from hubdata.views.picture import Missing, lacking
from hubdata.views.reach import changeover, page
from hubdata.views.view import View, proved

UNITS: Mapping[str, str] = {
    "teaching_schools": "Teaching schools",
    "alliances": "Alliances",
    "member_schools": "Member schools",
}
EVENTS = [
    (pd.Timestamp("2010-11-24"), "White Paper"),
    (pd.Timestamp("2011-09-01"), "First 100"),
    (pd.Timestamp("2019-01-28"), "Strategy: review"),
    (pd.Timestamp("2021-09-01"), "Hubs replace"),
]


def opening(store: Store, choices: ReachChoices) -> View:
    """What became of the distance to a lead where both programmes are known, else who is reached, area by area."""
    both = changeover.has_both(store) and choices.place.level != "network"
    return changeover.then_and_now(store, choices) if both else page.by_area(store, choices)


def today(store: Store, choices: ReachChoices) -> View:
    """Today's hub areas on the map."""
    return changeover.hub_areas(store, choices)


def uncounted(store: Store) -> dict[str, list[str]]:
    """What cannot be counted with the data loaded, under the name of its group."""
    group = lacking(store, "members")
    return {group: ["member_schools"]} if group else {}


def counted(store: Store, unit: str) -> View:
    """The growth of what the reader lets be counted. Raises ``Missing`` where the data do not have it."""
    try:
        return growth(store, unit)
    except Unpublished as absent:
        raise Missing(absent, UNITS[unit], "how many schools belonged to an alliance on each day") from absent


def growth(store: Store, unit: str) -> View:
    """Designations over time against the target of 500, through to the end of the programme."""
    proof = proved(store, "designations", (), {}, Counted(unit))
    table = proof.table
    day, wanted = target(store)
    return View(
        title=f"{UNITS[unit]} by date",
        finding=_growth_finding(table, unit, day, wanted),
        definition=f"{_pace(table, day, wanted)} {since_listed(store, ReachChoices())}".rstrip()
        if unit == "teaching_schools"
        else _no_target(unit),
        proof=proof,
        status=store.status,
        drawing=steps(
            table,
            unit=UNITS[unit].lower(),
            target=(day, wanted) if unit == "teaching_schools" else None,
            events=EVENTS,
        ),
    )


def _growth_finding(table: pd.DataFrame, unit: str, day: pd.Timestamp, wanted: int) -> str:
    most = table.loc[table["value"].idxmax()]
    start = f"{most['value']:,} {UNITS[unit].lower()} by {say_date(most['as_at'])}"
    if unit != "teaching_schools":
        return f"{start}, the most on record; the programme ended in August 2021."
    return f"{start}, {most['of_target']:.0%} of the {wanted:,} wanted by {day:%Y}; none after August 2021."


def _pace(table: pd.DataFrame, day: pd.Timestamp, wanted: int) -> str:
    """The pace that the target asked for from mid-2013, beside the pace that came."""
    published = table.loc[table["status"] == str(Status.PUBLISHED)]
    first = published.loc[published["as_at"].dt.year == 2013].iloc[0]
    later = published.loc[published["as_at"] > day].iloc[0]
    needed = monthly_rate(first["value"], wanted, first["as_at"], day)
    came = monthly_rate(first["value"], later["value"], first["as_at"], later["as_at"])
    return (
        f"From {first['value']:,} in {first['as_at']:%B %Y} the target needed {needed:.1f} more a month; "
        f"{came:.1f} a month came by {later['as_at']:%B %Y} (published figures)."
    )


def _no_target(unit: str) -> str:
    words = {
        "alliances": "An alliance has one or more lead teaching schools. The target counted schools, not alliances.",
        "member_schools": "Schools of the population in an alliance in any role. No target was set for them.",
    }
    return words[unit]


def hub_sizes(store: Store) -> View:
    """How many schools each hub area holds, against the 200 to 300 that were wanted."""
    proof = proved(store, "hub_areas")
    apart = proof.table.loc[proof.table["shared"] == 0]
    counts, shared = apart["band"].value_counts(), len(proof.table) - len(apart)
    within, below, above = (int(counts.get(word, 0)) for word in ("within", "below", "above"))
    return View(
        title="Schools in each hub area",
        finding=(
            f"{within} of {len(apart)} whole hub areas hold {BAND[0]} to {BAND[1]} schools, {above} are larger and "
            f"{below} smaller{f'; {shared} share a district and are counted apart' if shared else ''}."
        ),
        definition="Open, state-funded, mainstream schools of the districts each area serves. The list does not say "
        "how a shared district is divided: its schools are drawn in each of its areas, which hold fewer than that.",
        proof=proof,
        status=store.status,
        drawing=band_dots(proof.table["schools"], proof.table["hub_name"], band=BAND, unit="schools"),
    )
