"""The rungs that areas lack, with the areas by name where they are few."""

import pandas as pd

from hubdata.figures.people.ladder import ladder
from hubdata.measures.people.rungs import NO_PROVIDER
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import Place
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.qualifications import areas_of, how_many
from hubdata.views.view import View, proved

NAMED = 4


def missing(store: Store, choices: PeopleChoices) -> View:
    """The rungs that areas lack, each with the areas by name where they are few."""
    place = choices.place
    _, only = areas_of(store, place)
    proof = proved(store, "missing_rungs", ("la",), only if place.level == "region" else place.only)
    table = proof.table.assign(la_name=proof.table["la_name"].fillna(proof.table["la"]))
    inside = how_many(store, place)
    why = NO_PROVIDER if (table["why"] == NO_PROVIDER).any() else None
    chosen = table.loc[table["why"] == why] if why else table
    lacks = chosen.groupby("step", sort=False)["la_name"].agg(lambda names: sorted(set(names)))
    rows = pd.DataFrame({"step": lacks.index, "areas": [len(names) for names in lacks]})
    what = "have no provider of" if why else "have nobody on, or no figure for,"
    return View(
        title=f"Rungs that are missing, {place.name}",
        finding=_gaps(rows, lacks, inside, what, place),
        definition=(
            "A rung is missing where no provider based in the authority has anybody on it, nobody there began it, or "
            "the number is not known; people may train elsewhere. Every area is named in the table."
        ),
        proof=proof,
        status=store.status,
        drawing=ladder(
            rows, label="step", value="areas",
            says=[f"{count} of {inside}{_named(lacks[step])}" for step, count in rows.itertuples(index=False)],
        ),
    )  # fmt: skip


def _named(names: list[str]) -> str:
    return f": {', '.join(names)}" if len(names) <= NAMED else ""


def _gaps(rows: pd.DataFrame, lacks: pd.Series, inside: int, what: str, place: Place) -> str:
    if rows.empty:
        return f"{words.capital(place.within)} no rung is missing: 0 of {inside} authorities lack one."
    worst = rows.loc[rows["areas"].idxmax()]
    names = lacks[worst["step"]]
    if place.level == "la":
        listed = words.listed([str(step) for step in rows["step"]])
        return f"{place.name} {what.replace('have', 'has', 1)} {listed} ({len(rows)} rungs)."
    named = f" ({', '.join(names)})" if len(names) <= NAMED else ""
    return f"{words.capital(place.within)} {worst['areas']} of {inside} authorities {what} {worst['step']}{named}."
