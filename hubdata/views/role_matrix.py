"""Areas by the six roles of a teaching school: where each has a provider near."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.answers.question import Unanswerable
from hubdata.figures.heat import heat
from hubdata.store import Store
from hubdata.views import reach_map, words
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.reach import LABELS
from hubdata.views.role_missing import missing_most
from hubdata.views.view import View, proved
from hubdata.vocabulary import KIND_WORDS, ROLE_HEADS, ROLE_WORDS, say_share

CLASSES = reach_map.CLASSES["within"]


def matrix(store: Store, choices: ReachChoices) -> View:
    """Areas by the six roles: the share of schools with a provider of each within the radius.

    Regions for England, authorities for a region, else the area beside England.
    """
    by = {"country": ("region",), "region": ("la",)}.get(choices.place.level, ())
    options = {"km": choices.km, **choices.every_role}
    proof = proved(store, "roles", by, {**choices.only, **choices.place.only}, **options)
    if proof.table.empty:
        raise Unanswerable(f"{choices.place.within} there are no {choices.schools}")
    england = proved(store, "roles", (), choices.only, **options).table
    named, lead = _named(proof.table, choices), KIND_WORDS[choices.kind][0]
    return View(
        title=f"{words.capital(choices.schools)} with a provider of each role within {choices.km:g} km, "
        f"{choices.place.name}",
        finding=missing_most(named, england, choices),
        definition=f"A provider: an active network that offers the role and has a {lead} within {choices.km:g} km"
        f"{words.on_the_day(choices.as_at)}. Activity, not effect. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=_heat(named, england),
        labels={**LABELS, "role": "Role", "with_provider": "With a provider"},
    )


def _named(table: pd.DataFrame, choices: ReachChoices) -> pd.DataFrame:
    """The rows with the name of their area."""
    level = {"country": "region", "region": "la_name"}.get(choices.place.level)
    return table.assign(area=table[level].astype("str") if level else choices.place.name)


def _heat(named: pd.DataFrame, england: pd.DataFrame) -> go.Figure:
    drawn = pd.concat([named, england.assign(area=ENGLAND.name)], ignore_index=True)
    tints = [CLASSES.colour(int(place)) for place in CLASSES.of(drawn["rate"].where(drawn["mark"] != "u"))]
    cells = [f"{rate:.0%}" if mark != "u" else "few" for rate, mark in zip(drawn["rate"], drawn["mark"], strict=True)]
    says = [
        f"{area}, {ROLE_WORDS[role]}: {say_share(part, whole)}"
        for area, role, part, whole in drawn[["area", "role", "with_provider", "schools"]].itertuples(index=False)
    ]
    drawn = drawn.assign(colour=tints, cell=cells, say=says)
    return heat(drawn, row="area", column="role", heads=ROLE_HEADS, dark=CLASSES.colours[-2:])
