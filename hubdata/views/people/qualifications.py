"""National qualifications begun, area by area."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.figures.stacked import stacked
from hubdata.schema import REGIONS
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import Place
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW

FUNDED = "Funded"
STARTED = "starts for every 100 teachers"


def starts(store: Store, choices: PeopleChoices) -> View:
    """Starts by level for every hundred teachers: the regions, or the authorities of a region."""
    by, only = areas_of(store, choices.place)
    proof = proved(store, "npq_starts", (by,), only)
    table = proof.table.dropna(subset=["per_100_teachers"])
    if table.empty:
        raise Unanswerable(f"{choices.place.within} starts or teachers are not known")
    name = "la_name" if by == "la" else by
    sums = table.groupby(name, observed=True).agg(
        rate=("per_100_teachers", "sum"), starts=("starts", "sum"), teachers=("teachers", "max")
    )
    mine = sums.loc[sums.index == choices.place.name] if choices.place.level == "la" else sums
    if not mine["teachers"].sum():
        raise Unanswerable(f"{choices.place.within} no teachers are counted")
    drawn = table.sort_values(name, kind="stable") if by == "la" else table
    says = {str(area): f"{row.rate:.1f} ({row.starts:,} for {row.teachers:,})" for area, row in sums.iterrows()}
    return View(
        title=f"National qualifications begun, by level, {choices.place.name}",
        finding=_finding(sums, _where(store, sums, choices.place), choices.place, table, proof.facts),
        definition=(
            "Qualifications begun in a year for every 100 teachers (headcount); one person may begin two. Areas are in "
            "their usual order, not ranked. Activity, not effect."
        ),
        proof=proof,
        status=store.status,
        drawing=stacked(drawn, label=name, part="level", value="per_100_teachers", says=says, unit=STARTED),
    )


def areas_of(store: Store, place: Place) -> tuple[str, dict[str, str]]:
    """The areas to draw: regions for England, else the authorities of the region that the place is or lies in."""
    if place.level == "country":
        return "region", {}
    if place.level == "region":
        return "la", place.only
    if place.level == "la":
        table = store.table("districts").astype({"la": "str", "region": "str"})
        return "la", {"region": table.loc[table["la"] == place.code, "region"].iloc[0]}
    raise Unanswerable("participants are held for England, regions and authorities: choose one of them")


def _where(store: Store, sums: pd.DataFrame, place: Place) -> str:
    """The place, or only as many of its areas as have a figure."""
    if place.level == "la":
        return words.capital(place.within)
    every = len(REGIONS) if place.level == "country" else how_many(store, place)
    if len(sums) >= every:
        return words.capital(place.within)
    return f"In the {len(sums)} of {every} {'regions' if place.level == 'country' else 'authorities'} with a figure"


def _finding(sums: pd.DataFrame, where: str, place: Place, table: pd.DataFrame, facts: Mapping[str, Any]) -> str:
    """The place's own rate, or that of all its areas together, and what most of the starts were."""
    mine = sums.loc[[place.name]] if place.level == "la" and place.name in sums.index else sums
    begun, teachers = int(mine["starts"].sum()), int(mine["teachers"].sum())
    funded = "funded " if facts["funding"] == (FUNDED,) else ""
    if teachers < TOO_FEW:
        said = f"{begun:,} {'was' if begun == 1 else 'were'} begun in {facts['year']} by {teachers:,} teachers"
        return f"{where} {said}: too few for a rate."
    start = (
        f"{where} {100 * begun / teachers:.1f} {funded}qualifications were begun for every 100 teachers "
        f"in {facts['year']} ({begun:,} for {teachers:,})"
    )
    kept = table.loc[table["la_name"] == place.name] if place.level == "la" else table
    split = kept.groupby("level", sort=False)["starts"].sum()
    if len(split) < 2 or not begun:
        return f"{start}."
    most = split.astype(float).idxmax()
    return f"{start}; {int(split[most]) / begun:.0%} of them were at one level, {most}."


def how_many(store: Store, place: Place) -> int:
    """How many authorities the place has."""
    table = store.authorities()
    return len(table) if place.level == "country" else int((table[place.level] == place.code).sum())
