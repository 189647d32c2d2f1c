"""Retention: who is still in service, as the official rate counts and as survival counts."""

from dataclasses import replace

import pandas as pd

from hubdata.answers.people.retaining import Retention
from hubdata.answers.people.standing_out import Difference
from hubdata.answers.question import Unanswerable
from hubdata.figures.curves import curves
from hubdata.measures.statistics.verdicts import ABOVE, FEW, WITHIN
from hubdata.palette import FOCUS, PLACES, QUIET
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.cohorts import published
from hubdata.views.people.counted import FIFTH, MEANINGS, METHODS, STAYING, large_enough, said_share, say_points
from hubdata.views.people.worked_out import HOW
from hubdata.views.picture import Draw, Picture, holes
from hubdata.views.view import Proof, View, proved

PEOPLE = "newly qualified teachers"
KINDS = {"region": "regions", "la": "authorities", "network": "networks"}


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
    at = mine.loc[mine["years"] <= FIFTH].iloc[-1]
    against = _against(store, choices, int(at["years"]))
    return View(
        title=f"{METHODS[choices.method]}, by years since qualifying, {choices.place.name}",
        finding=_finding(choices, at, against),
        definition=(
            f"{MEANINGS[choices.method]} Cohorts too young for a year are not in it.{_chance(choices, against)}"
        ),
        proof=proof,
        status=store.status,
        method=HOW[choices.method],
        drawing=curves(
            large_enough(drawn),
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


def _finding(choices: PeopleChoices, at: pd.Series, against: Proof | None) -> str:
    """The rate at year five (or the last known), and against the rest of England for an area."""
    return (
        f"{words.capital(choices.place.within)} {said_share(at, choices.method, PEOPLE)} "
        f"{STAYING[choices.method]} {at['years']} years on{_difference(against)}."
    )


def _against(store: Store, choices: PeopleChoices, year: int) -> Proof | None:
    """The area against everybody else, by the same way of counting; None for England."""
    if not choices.place.only:
        return None
    asked = Difference(year, Retention(choices.method))
    return proved(store, "retention_difference", (choices.place.level,), choices.place.only, asked)


def _difference(against: Proof | None) -> str:
    if against is None or against.table.empty:
        return ""
    row = against.table.iloc[0]
    if row["verdict"] == FEW or pd.isna(row["verdict"]):
        return ": too few to compare"
    if row["verdict"] != WITHIN:
        side = "more" if row["verdict"] == ABOVE else "fewer"
        return f", {say_points(abs(row['difference'])).removeprefix('+')} {side} than elsewhere"
    return f": no clear difference from elsewhere ({say_points(row['difference'])})"


def _chance(choices: PeopleChoices, against: Proof | None) -> str:
    """How many areas of the kind chance alone would put outside, and how many differ clearly."""
    if against is None:
        return ""
    judged, differ = against.facts["judged"], against.facts["differ"]
    return (
        f" Of {judged.areas:,} {KINDS[choices.place.level]} judged together, chance alone would put about "
        f"{judged.outside:.{0 if judged.outside >= 1 else 1}f} outside its limits; {differ or 'none'} of them "
        f"{'differs' if differ in (0, 1) else 'differ'} clearly."
    )


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
    a, b = (
        said_share(fifth.loc[place], choices.method, f"teachers in {place.lower()} schools") for place in LOCALITIES[:2]
    )
    return View(
        title=f"Rural and urban, {choices.place.name}",
        finding=_placed(rural.iloc[0]["verdict"], a, b, choices.method),
        definition="By the school that first employed them. A difference describes; it does not say why.",
        proof=proof,
        status=store.status,
        method=HOW[choices.method],
        drawing=curves(
            large_enough(drawn), x="years", group="group", title="Years after qualifying", colours=PLACES, mark=FIFTH
        ),
    )


def _placed(verdict: str, rural: str, urban: str, method: str) -> str:
    """What the verdict on rural teachers allows one to say, in the words of the way of counting."""
    if verdict == FEW or pd.isna(verdict):
        return f"Too few to compare in year five: {rural}, {urban}."
    stay = f"{STAYING[method]} five years on"
    if verdict == WITHIN:
        return f"No clear difference: {rural} {stay}, and {urban}."
    return f"{words.capital(rural)} {stay}, {'more' if verdict == ABOVE else 'fewer'} than the {urban}."


CURVE = {"": Picture("This way of counting", curve, "the share who have never left, cohort by cohort", tried=True)}
