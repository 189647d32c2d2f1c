"""What happened when teaching schools gave way to hubs: how far schools stood from a lead then, and stand now."""

import pandas as pd

from hubdata.answers.networks.kinds import ALLIANCES, HUBS
from hubdata.figures.then_and_now import then_and_now as drawn
from hubdata.maps import areas
from hubdata.maps.classes import Classes
from hubdata.maps.legend import Legend
from hubdata.palette import PLACES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.areas import bounds, geometries
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.networks.listed import list_year
from hubdata.views.reach import reach_map
from hubdata.views.view import View, lately, proved
from hubdata.vocabulary import TOO_FEW, counted

BOTH = {"kind": f"{ALLIANCES},{HUBS}"}
LEADS = {ALLIANCES: "a teaching school", HUBS: "a hub’s lead school"}
WHEN = {ALLIANCES: "then", HUBS: "now"}
SERVES = (
    "A hub serves every school of its area wherever its lead stands: distance is how far people travel, not whether "
    "they are served."
)
FAR = 20.0  # kilometres: beyond it a meeting after school takes an evening
EDGES = (0, 10, 20, 30, 40)
WORDS = ("Under 10 km", *(f"{low} to under {low + 10} km" for low in EDGES[1:-1]), f"{EDGES[-1]} km or more")
CLASSES = Classes(EDGES, WORDS, missing="No schools or no lead located")


def has_both(store: Store) -> bool:
    """Whether the data know the leads of both programmes."""
    return store.kept("both programmes", lambda: all(list_year(store, kind) for kind in LEADS))


@lately
def then_and_now(store: Store, choices: ReachChoices) -> View:
    """The share of schools within every distance of a lead, rural and urban, under each programme."""
    only = {**choices.only, **choices.place.only, **BOTH}
    proof = proved(store, "distance_curve", ("kind", "rural"), only)
    every = proved(store, "distance", ("kind", "rural"), only).table
    half = every.loc[every["rural"].isin(LOCALITIES[:2]) & (every["schools"] >= TOO_FEW)]
    years = {kind: list_year(store, kind) for kind in LEADS}
    shown = half.assign(group=_names(half, years))
    lines = proof.table.merge(half[["kind", "rural"]], on=["kind", "rural"])
    return View(
        title=f"Schools within each distance of a lead school, then and now, {choices.place.name}",
        finding=_finding(shown, years, choices) or _too_few(every, choices),
        definition=f"{SERVES} Schools of the register, straight lines. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=drawn(
            lines.assign(group=_names(lines, years)),
            dict(zip(shown["group"], shown["median_km"], strict=True)),
            looks={row.group: _look(row) for row in shown.itertuples()},
            title="Kilometres to the nearest lead school, straight line",
        ),
    )


def _names(table: pd.DataFrame, years: dict[str, str]) -> pd.Series:
    """Rural or urban, with the year of the list; where both lists are of one year, then and now."""
    when = years if len(set(years.values())) == len(years) else WHEN
    return table["rural"].astype("str") + ", " + table["kind"].astype("str").map(when)


def _look(row: tuple) -> dict[str, str]:
    return {"color": PLACES[row.rural], "dash": "solid" if row.kind == HUBS else "dot"}


def _finding(half: pd.DataFrame, years: dict[str, str], choices: ReachChoices) -> str:
    """How far half of rural schools stood then and stand now, with the same of urban ones; empty where few are."""
    places = [place for place in LOCALITIES[:2] if (half["rural"] == place).sum() == len(LEADS)]
    km = half.astype({"kind": "str", "rural": "str"}).set_index(["rural", "kind"])["median_km"]
    if not places:
        return ""
    first = places[0]
    then, now = (f"within {km[first, kind]:.1f} km of {LEADS[kind]} in {years[kind]}" for kind in LEADS)
    start = "" if choices.place == ENGLAND else f"{words.capital(choices.place.within)}, "
    said = f"{start}{'half' if start else 'Half'} of {first.lower()} schools stood {then}; half stand {now}"
    if len(places) == 1:
        return f"{said}."
    return f"{said} (urban: {km['Urban', ALLIANCES]:.1f} and {km['Urban', HUBS]:.1f} km)."


def _too_few(every: pd.DataFrame, choices: ReachChoices) -> str:
    """The sentence where no place has ten schools: how many there are."""
    most = every.groupby("rural", observed=True)["schools"].max()
    here = " and ".join(counted(count, f"{place.lower()} schools") for place, count in most.items()) or "no schools"
    start = words.capital(choices.place.within)
    return f"{start}, with {here} located, there are too few to say how far half stand."


@lately
def hub_areas(store: Store, choices: ReachChoices) -> View:
    """Today's hub areas with their leads, shaded by how far their schools stand from the lead on average."""
    proof = proved(store, "hub_areas")
    table = proof.table
    far = int((table["mean_km"] >= FAR).sum())
    year = list_year(store, HUBS)
    rows = pd.DataFrame({"code": table["hub_area"].astype("str"), "value": table["mean_km"], "say": _says(table)})
    layers = [
        areas.land(geometries(store, "region")),
        areas.shaded(geometries(store, "hub_area"), rows, CLASSES),
        areas.land(geometries(store, "region"), name="regions", quiet=True),
        reach_map.leads(store, ReachChoices(kind=HUBS), small=True),
    ]
    return View(
        title=f"Hub areas of {year}, by how far schools stand from their lead",
        finding=f"{len(table)} hub areas cover England; in {far} of them schools are {FAR:g} km or more from their "
        "lead school on average: that is travel, not service.",
        definition="Mean straight line from a school to the lead of its area, which may stand outside it.",
        proof=proof,
        status=store.status,
        drawing=reach_map.finished(store, layers, bounds(store, choices.place), reach_map.WIDTH),
        legend=Legend(
            "Mean distance to the lead",
            tuple(CLASSES.legend(CLASSES.of(rows["value"]))),
            (reach_map.lead_mark(ReachChoices(kind=HUBS)),),
        ),
        picks="hub_area",
    )


def _says(table: pd.DataFrame) -> list[str]:
    columns = table[["hub_area", "hub_name", "schools", "mean_km"]]
    return [
        f"{code} {name}: {counted(schools, 'schools')}, {km:.1f} km on average" if pd.notna(km) else f"{code} {name}"
        for code, name, schools, km in columns.itertuples(index=False)
    ]
