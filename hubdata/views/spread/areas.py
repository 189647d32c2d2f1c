"""Areas against each other without a league table: against chance, as equal tiles, and where low rates lie together."""

from dataclasses import replace

import pandas as pd

from hubdata.answers.lots import is_drawn
from hubdata.figures.spread.against_lots import against_lots
from hubdata.figures.spread.funnel_plot import funnel_plot
from hubdata.figures.spread.tiles import tiles
from hubdata.maps import areas
from hubdata.maps.layers import Map
from hubdata.maps.legend import Legend
from hubdata.measures.spread.together import Together
from hubdata.measures.statistics.false_finds import RATE
from hubdata.measures.statistics.verdicts import ABOVE, BELOW, FEW
from hubdata.palette import LAND, MISSING, NOT_REACHED, REACHED, SEQUENCE
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.areas import bounds, geometries
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.reach import chance, reach_map
from hubdata.views.reach.page import LEVEL_WORDS, by_area, definition
from hubdata.views.reach.page import finding as reach_finding
from hubdata.views.view import Proof, View, proved
from hubdata.views.words import listed
from hubdata.vocabulary import agreed, counted, say_share, say_share_of

NAMED = 3  # cold spots that a sentence can name
SPOTS = {
    "cold": (NOT_REACHED, "Cold: low beside low"),
    "hot": (REACHED, "Hot: high beside high"),
    "low among high": (SEQUENCE[1], "Low beside high"),
    "high among low": (SEQUENCE[2], "High beside low"),
    "none": (LAND, "No more than chance"),
}


def against_chance(store: Store, choices: ReachChoices) -> View:
    """Every area's share beside what chance gives it: who differs, among all of them, and how many would anyway."""
    level = "la" if choices.level == "region" else choices.level
    if not is_drawn(store, choices.reach):
        return _being_drawn(store, choices, level)
    proof = proved(store, "funnel_plot", (level,), choices.only, choices.reach)
    by_lot = "lots" in proof.facts
    drawn = against_lots if by_lot else funnel_plot
    return View(
        title=f"{choices.counted}: {PLURALS[level]} and chance",
        finding=_of_one(proof, level, choices) or _of_all(proof, level, choices),
        definition=f"{chance.expected(proof.facts['judged'])} {definition(store, choices)}",
        proof=proof,
        status=store.status,
        drawing=drawn(proof.table, name=reach_map.NAMES[level], highlight=choices.place.name),
        method=chance.METHOD if by_lot else (),
    )


def _being_drawn(store: Store, choices: ReachChoices, level: str) -> View:
    """The map of the rates alone, until the lots are there."""
    title = f"{choices.counted}: {PLURALS[level]} and chance"
    return replace(by_area(store, choices), title=title, awaits=chance.awaited(store, choices))


def _of_all(proof: Proof, level: str, choices: ReachChoices) -> str:
    counts = proof.table["verdict"].value_counts()
    below, above = int(counts.get(BELOW, 0)), int(counts.get(ABOVE, 0))
    gives = "leads picked at random would give it" if "lots" in proof.facts else "chance gives areas of its size"
    every = f"{proof.facts['judged'].areas} {PLURALS[level]}"
    if not below and not above:
        return f"In not one of {every} is the share clearly more or less than {gives}."
    parts = [f"{count} have clearly {side}" for count, side in ((below, "fewer"), (above, "more")) if count]
    return f"Of {every}, {' and '.join(parts)} {choices.schools} {choices.phrase} than {gives}."


def _of_one(proof: Proof, level: str, choices: ReachChoices) -> str:
    """The area on screen beside chance; empty where the picture has no such area."""
    mine = proof.table.loc[proof.table[level].astype("str") == choices.place.code]
    if choices.place.level != level or mine.empty:
        return ""
    row = mine.iloc[0]
    if row["verdict"] == FEW:
        here = f"{agreed(row['schools'], 'are')} {counted(row['schools'], 'schools')}"
        return f"{words.capital(choices.place.within)} there {here}: too few to compare."
    share = say_share_of(row["reached"], row["schools"], choices.schools)
    said = chance.of_area(row, proof.facts["judged"].areas, by_lot="lots" in proof.facts)
    return f"{words.capital(choices.place.within)}, {share} {choices.are} {choices.phrase}. {said}"


PLURALS = {"la": "local authorities", "district": "districts", "hub_area": "hub areas"}


def cold_spots(store: Store, choices: ReachChoices) -> View:
    """Where areas with low rates lie together, beyond what chance would do (Local Moran, false finds held at 5%)."""
    level = "district"  # authorities are too few and too large for low rates to stand together
    proof = proved(store, "cold_spots", (level,), choices.only, choices.reach)
    # An area with too few schools or neighbours to judge has no spot.
    table = proof.table.assign(spot=proof.table["spot"].fillna("none"))
    names = table[reach_map.NAMES[level]].astype("str")
    cold = table.loc[table["spot"] == "cold"]
    schools, missed = int(cold["schools"].sum()), int((cold["schools"] - cold["reached"]).sum())
    return View(
        title=f"Cold spots: {choices.schools} {choices.phrase}, by {LEVEL_WORDS[level]}",
        finding=_cold_finding(
            cold[reach_map.NAMES[level]].tolist(), len(table), PLURALS[level], (missed, schools), choices
        ),
        definition=_why_few(table["p"].dropna(), PLURALS[level]) + definition(store, choices),
        method=(*METHOD, _whole_map(proof.facts["together"])),
        proof=proof,
        status=store.status,
        drawing=_spots_map(store, level, table, names),
        legend=Legend("Areas together", tuple(SPOTS.values()) + _unjudged(store, level, table)),
    )


def _why_few(p: pd.Series, plural: str) -> str:
    """How many areas would stand out if each were looked at alone, and how many of those chance alone would give."""
    alone = int((p <= RATE).sum())
    return (
        f"Looked at one by one {alone} of {len(p)} {plural} would stand out, high or low; about {RATE * len(p):.0f} "
        "would by chance alone, so only the surest are named. "
    )


def _whole_map(found: Together) -> str:
    if pd.isna(found.moran):
        return "Over the whole map nothing is tested: too few areas, or none differs."
    chance = "under 0.001" if found.p < 0.001 else f"{found.p:.3f}"
    alike = "rates of neighbours are alike" if found.p <= RATE and found.moran > 0 else "no likeness is shown"
    return f"Over the whole map global Moran's I is {found.moran:.2f} ({found.areas} areas, p {chance}): {alike}."


METHOD = (
    "Local Moran's I of smoothed rates: an area is cold where its share and those of the areas around it are low "
    "together, more than shuffling the shares among areas would bring about.",
    "Of all areas tested at once, 5% of those named are expected to be named wrongly.",
)


def _unjudged(store: Store, level: str, table: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """A legend entry for areas without a school of the kind asked about, where there are any."""
    missing = set(geometries(store, level)) - set(table[level].astype("str"))
    return ((MISSING, "No such school"),) if missing else ()


def _cold_finding(cold: list[str], every: int, plural: str, parts: tuple[int, int], choices: ReachChoices) -> str:
    if not cold:
        return f"No cold spot: low rates lie together no more than chance would place them, among {every} {plural}."
    named = listed(cold) if len(cold) <= NAMED else f"{len(cold)} of {every} {plural}"
    verb = "is a cold spot" if len(cold) == 1 else "are cold spots"
    return f"{named} {verb}: {parts[0]:,} of their {parts[1]:,} schools {choices.are} not {choices.phrase}."


def _spots_map(store: Store, level: str, table: pd.DataFrame, names: pd.Series) -> Map:
    says = [
        f"{name}: {say_share(reached, schools)}. {SPOTS[spot][1]}"
        for name, reached, schools, spot in zip(names, table["reached"], table["schools"], table["spot"], strict=True)
    ]
    colours = [SPOTS[spot][0] for spot in table["spot"]]
    rows = pd.DataFrame({"code": table[level].astype("str"), "colour": colours, "say": says})
    layers = [
        areas.coloured(geometries(store, level), rows),
        areas.land(geometries(store, "region"), name="regions", quiet=True),
        areas.labels(reach_map.region_names()),
    ]
    return reach_map.finished(store, layers, bounds(store, ENGLAND), reach_map.WIDTH)


def as_tiles(store: Store, choices: ReachChoices) -> View:
    """The same shares with every authority one hexagon: small crowded ones count for as much as large empty ones."""
    proof = proved(store, "reach", ("la",), choices.only, choices.reach)
    places = proved(store, "tiles").table
    found = places.merge(proof.table.drop(columns="la_name"), on="la", how="left")
    classes = reach_map.CLASSES[choices.definition]
    index = classes.of(found["rate"].where(found["mark"] != "u"))
    full = int((found["rate"] >= classes.edges[-1]).sum())
    says = [
        f"{name}: {say_share(reached, schools)}" if pd.notna(schools) else f"{name}: no schools"
        for name, reached, schools in zip(found["la_name"], found["reached"], found["schools"], strict=True)
    ]
    return View(
        title=f"{choices.counted}: every authority the same size",
        finding=reach_finding(store, choices)
        if choices.place != ENGLAND
        else (
            f"In {full} of {len(found)} local authorities {classes.words[-1]} of {choices.schools} {choices.are} "
            f"{choices.phrase}."
        ),
        definition=definition(store, choices),
        proof=proof,
        status=store.status,
        drawing=tiles(found, colours=[classes.colour(int(i)) for i in index], says=says, highlight=choices.place.code),
        legend=Legend("Share of schools reached", tuple(classes.legend(index))),
    )
