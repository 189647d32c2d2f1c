"""Retention: who is still in service, as the official rate counts and as survival counts."""

from dataclasses import replace

import pandas as pd

from hubdata.answers.people.retaining import Difference, Retention
from hubdata.answers.question import Unanswerable
from hubdata.figures.curves import curves
from hubdata.palette import FOCUS, PLACES, QUIET
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.cohorts import published
from hubdata.views.people.counted import FIFTH, MEANINGS, METHODS
from hubdata.views.picture import Draw, Picture, holes
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW


def curve(store: Store, choices: PeopleChoices) -> View:
    """The opening picture: the share in service by years since qualifying, with its band; England beside an area."""
    proof = proved(store, "retention", (), choices.place.only, Retention(choices.method))
    if proof.table["in_service"].isna().all() and not choices.place.only:
        return published(store, choices)
    mine = proof.table.assign(group=choices.place.name)
    drawn = mine
    if choices.place.only:
        england = proved(store, "retention", (), {}, Retention(choices.method)).table
        drawn = pd.concat([mine, england.assign(group="England")], ignore_index=True)
    if drawn.empty or mine.empty:
        raise Unanswerable(f"{choices.place.within} no cohort is followed")
    return View(
        title=f"{METHODS[choices.method]}, by years since qualifying, {choices.place.name}",
        finding=_finding(store, choices, mine),
        definition=f"{MEANINGS[choices.method]} Cohorts too young for a year are not in it.",
        proof=proof,
        status=store.status,
        drawing=curves(
            drawn,
            x="years",
            group="group",
            title="Years after qualifying",
            colours={choices.place.name: FOCUS, "England": QUIET if choices.place.only else FOCUS},
            mark=FIFTH,
        ),
    )


def uncounted(store: Store) -> dict[str, list[str]]:
    """Ways of counting that the data do not allow, under the name of their group."""
    ways = {code: Picture(name, _counted(code), tried=True) for code, name in METHODS.items()}
    return holes(store, "method", ways, PeopleChoices())


def able(store: Store, choices: PeopleChoices) -> PeopleChoices:
    """The choices that a sentence can be made of: the official count where the other cannot be answered."""
    missing = {code for codes in uncounted(store).values() for code in codes}
    return replace(choices, method="official") if choices.method in missing else choices


def _counted(method: str) -> Draw:
    return lambda store, choices: curve(store, replace(choices, method=method))


def _finding(store: Store, choices: PeopleChoices, table: pd.DataFrame) -> str:
    """The rate at year five (or the last known), and against the rest of England for an area."""
    at = table.loc[table["years"] <= FIFTH].iloc[-1]
    verb = "are in service" if choices.method == "official" else "have never left"
    who = (
        f"{words.capital(choices.place.within)} {_share(at)} of newly qualified teachers {verb} {at['years']} years on"
    )
    if choices.place.level == "country":
        return f"{who}{_people(at)}."
    difference = _difference(store, choices)
    return f"{who}{_people(at)}{difference}."


def _share(row: pd.Series) -> str:
    return f"{row['rate']:.1%}"


def _people(row: pd.Series) -> str:
    if pd.isna(row["in_service"]):
        return f" (of {row['at_start']:,.0f} who qualified, published rates)" if pd.notna(row["at_start"]) else ""
    return f" ({row['in_service']:,.0f} of {row['at_start']:,.0f})"


def _difference(store: Store, choices: PeopleChoices) -> str:
    table = proved(store, "retention_difference", (choices.place.level,), choices.place.only).table
    if table.empty:
        return ""
    row = table.iloc[0]
    if row["at_start"] < TOO_FEW or pd.isna(row["low"]):
        return ": too few to compare"
    if row["low"] > 0 or row["high"] < 0:
        side = "more" if row["low"] > 0 else "fewer"
        return f", {abs(row['difference']) * 100:.1f} points {side} than elsewhere"
    return f": no clear difference from elsewhere ({row['difference'] * 100:+.1f} points)"


def by_place(store: Store, choices: PeopleChoices) -> View:
    """Rural and urban teachers at each year."""
    proof = proved(store, "retention", ("rural",), choices.place.only, Retention(choices.method))
    drawn = proof.table.loc[proof.table["rural"].isin(LOCALITIES[:2])]
    drawn = drawn.assign(group=drawn["rural"].astype("str"))
    asked = Difference(retention=Retention(choices.method))
    difference = proved(store, "retention_difference", ("rural",), choices.place.only, asked).table
    rural = difference.loc[difference["rural"] == "Rural"]
    if rural.empty:
        raise Unanswerable(f"{choices.place.within} too few rural teachers are followed")
    fifth = drawn.loc[drawn["years"] == FIFTH].set_index("group")
    if not set(LOCALITIES[:2]) <= set(fifth.index):
        raise Unanswerable(f"{choices.place.within} no cohort is followed to year five in both kinds of place")
    a, b = (f"{_share(row)}{_people(row)}" for row in (fifth.loc[place] for place in LOCALITIES[:2]))
    side = {"higher": "more often", "lower": "less often"}.get(rural.iloc[0]["verdict"], "")
    finding = (
        f"Teachers of rural schools are {side} in service in year five: {a}, against {b} of urban schools."
        if side
        else f"No clear difference in year five: {a} of teachers in rural schools, {b} in urban ones."
    )
    return View(
        title=f"Rural and urban, {choices.place.name}",
        finding=finding,
        definition="By the school that first employed them. A difference describes; it does not say why.",
        proof=proof,
        status=store.status,
        drawing=curves(drawn, x="years", group="group", title="Years after qualifying", colours=PLACES, mark=FIFTH),
    )


CURVE = {"": Picture("This way of counting", curve, "the share who have never left, cohort by cohort", tried=True)}
