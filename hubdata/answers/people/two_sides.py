"""The two groups of people whose pipelines a reader sets against each other."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers.people.cube import Only, rows_of
from hubdata.answers.question import Unanswerable
from hubdata.measures.people.editions import split_by
from hubdata.measures.people.two_pipelines import rest_of
from hubdata.schema import LOCALITIES, PHASES
from hubdata.schema.people import FOLLOWED_FROM, GROUP_NAMES
from hubdata.store import Store

AREAS = ("region", "la", "network")
PAIRS = {"rural": LOCALITIES[:2], "phase": PHASES[:2]}
ENGLAND, REST = "england", "The rest of England"


@dataclass(frozen=True)
class Side:
    """One of the two: its name and its rows of table ``pipeline``."""

    name: str
    rows: pd.DataFrame


def sides_of(store: Store, every: pd.DataFrame, against: str, place: Only) -> tuple[Side, Side]:
    """The two groups: of a split within a place, or a place against another or the rest of England."""
    if against in (*PAIRS, "route"):
        return _groups(every, against, place)
    return _areas(store, every, against, place)


def _groups(every: pd.DataFrame, against: str, place: Only) -> tuple[Side, Side]:
    """The two groups of a split, within a place."""
    if against in place:
        raise Unanswerable(f"one {against} cannot be set against another where only one is kept")
    rows = rows_of(every, (against,), place, GROUP_NAMES, "pipeline")
    names = PAIRS.get(against) or _largest(rows)
    return tuple(Side(name, rows.loc[rows[against].astype("str") == name]) for name in names)


def _largest(rows: pd.DataFrame) -> tuple[str, str]:
    """The two routes with most starters."""
    starts = rows.loc[rows["stage"] == FOLLOWED_FROM].astype({"route": "str"}).groupby("route")["people"].sum()
    if len(starts) < 2:
        raise Unanswerable("fewer than two routes are held")
    first, second = starts.astype(float).sort_values(ascending=False, kind="stable").index[:2]
    return str(first), str(second)


def _areas(store: Store, every: pd.DataFrame, against: str, place: Only) -> tuple[Side, Side]:
    """A place against the rest of England or another area; without a place, the area against the rest."""
    if against == ENGLAND and not place:
        raise Unanswerable("England against what? Choose an area, or compare rural and urban, phases or routes")
    if against != ENGLAND and not place:
        place, against = {level_of(every, against): against}, ENGLAND
    first = Side(_name(store, place), rows_of(every, (), place, GROUP_NAMES, "pipeline"))
    if against == ENGLAND:
        return first, Side(REST, rest_of(split_by(every, GROUP_NAMES, ()), first.rows))
    other = {level_of(every, against): against}
    if other == dict(place):
        raise Unanswerable("an area against itself says nothing: choose another")
    if len(place) > 1 or next(iter(other)) not in place:
        raise Unanswerable("an area is set against another of its own kind: a region, an authority or a network")
    return first, Side(_name(store, other), rows_of(every, (), other, GROUP_NAMES, "pipeline"))


def level_of(every: pd.DataFrame, code: str) -> str:
    """Of which kind of area the code is."""
    for level in AREAS:
        if (every[level].astype("str") == code).any():
            return level
    raise Unanswerable(f"against {code!r} is not known: rural, phase, route, england, or the code of an area")


def _name(store: Store, place: Only) -> str:
    """What an area is called; its code where it has no name."""
    level, code = next(iter(place.items()))
    if level == "la" and store.has("districts"):
        return str(store.authorities().set_index("la")["la_name"].get(code, code))
    if level == "network" and store.has("networks"):
        return str(store.network_names().get(code, code))
    return code
