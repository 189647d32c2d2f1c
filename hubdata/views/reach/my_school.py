"""One school as its head asks: the hub that serves it, the nearest leads, its trust, and schools like it."""

from collections.abc import Iterator
from string import capwords
from typing import Any

import pandas as pd

from hubdata.answers.groups import schools_of
from hubdata.answers.reach.my_school import School
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.networks.listed import dated
from hubdata.views.view import View, proved


def card(store: Store, urn: str) -> View | None:
    """The card of a school of the population; none where the register has no such school."""
    mine = schools_of(store).loc[lambda table: table["urn"] == urn]
    if mine.empty:
        return None
    proof = proved(store, "my_school", (), {}, School(urn))
    rows = dict(iter(proof.table.groupby("asked", sort=False)))
    parts = (
        _served(rows.get("serves")),
        _then(store, rows.get("then")),
        _trust(mine.iloc[0], rows.get("trust")),
        _alike(rows.get("alike")),
    )
    return View(
        title=f"{mine['name'].iloc[0]}, {mine['la_name'].iloc[0]}",
        finding=" ".join(part for part in parts if part),
        definition=f"Straight lines. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
    )


def _served(areas: pd.DataFrame | None) -> str:
    """The hub or hubs that serve the school; said to be unknown where none is listed for its district."""
    if areas is None:
        return "No hub area is listed for its district."
    hubs = [f"{row.name} ({row.id}), whose lead school, {row.lead}, is {_km(row.km)} away" for row in _rows(areas)]
    if len(hubs) == 1:
        return f"Served by {hubs[0]}."
    return f"Its district is shared, and the list does not say which hub serves it: {' or '.join(hubs)}."


def _then(store: Store, near: pd.DataFrame | None) -> str:
    if near is None:
        return ""
    row = next(_rows(near))
    year = dated(store, ReachChoices()).year
    if not row.km:
        return f"It was a teaching school itself{f' in {year}' if year else ''}, or shares the site of one."
    return f"Nearest teaching school{f' in {year}' if year else ''}: {row.lead}, {_km(row.km)} away."


def _trust(school: pd.Series, trust: pd.DataFrame | None) -> str:
    if trust is None:
        return "" if "maintained" not in str(school["type_group"]) else "Maintained by its local authority."
    row = next(_rows(trust))
    name = capwords(row.name) if str(row.name).isupper() else row.name
    others = int(row.schools) - 1
    if not others:
        return f"Run by {name}, alone."
    return f"Run by {name}, with {others:,} other {'school' if others == 1 else 'schools'}."


def _alike(schools: pd.DataFrame | None) -> str:
    if schools is None:
        return ""
    return f"Most like it by size and free meals: {words.listed([str(row.name) for row in _rows(schools)])}."


def _rows(table: pd.DataFrame) -> Iterator[Any]:
    return table.drop(columns="asked").itertuples(index=False)


def _km(km: float) -> str:
    return f"{km:.1f} km" if pd.notna(km) else "an unknown distance"
