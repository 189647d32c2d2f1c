"""Areas by the six roles of a teaching school: where each has a provider near."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.answers.networks.overlap import Near
from hubdata.answers.question import Unanswerable
from hubdata.figures.spread.heat import heat
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.reach import reach_map
from hubdata.views.view import View, proved
from hubdata.vocabulary import KIND_WORDS, ROLE_HEADS, ROLE_WORDS, TOO_FEW, say_rate, say_share, say_share_of

CLASSES = reach_map.CLASSES["within"]


def matrix(store: Store, choices: ReachChoices) -> View:
    """Areas by the six roles: the share of schools with a provider of each within the radius.

    Regions for England, authorities for a region, else the area beside England.
    """
    by = {"country": ("region",), "region": ("la",)}.get(choices.place.level, ())
    near = Near(choices.km, choices.every_role)
    proof = proved(store, "roles", by, {**choices.only, **choices.place.only}, near)
    if proof.table.empty:
        raise Unanswerable(f"{choices.place.within} there are no {choices.schools}")
    england = proved(store, "roles", (), choices.only, near).table
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


def missing_most(named: pd.DataFrame, england: pd.DataFrame, choices: ReachChoices) -> str:
    """The role and the area in which most schools have no provider; areas of fewer than ten schools are not judged.

    ``named`` and ``england`` are rows of measure roles, the first with the name of their area in column area.
    """
    judged = named.loc[named["schools"] >= TOO_FEW]
    if judged.empty:
        return f"{words.capital(choices.place.within)} there are too few {choices.schools} to say ({TOO_FEW} needed)."
    worst = judged.loc[judged["rate"].idxmin()]
    none = say_share_of(worst["schools"] - worst["with_provider"], worst["schools"], choices.schools)
    every = england.set_index("role").loc[worst["role"]]
    role = ROLE_WORDS[worst["role"]]
    where = words.area(worst["area"]) if choices.place.level in ("country", "region") else choices.place.within
    several = choices.place.level in ("country", "region")
    start = f"{role} {where}, where {none}" if several else f"{where} is {role}: {none}"
    return (
        f"{'Missing most: ' if several else 'The role missing most '}{start} have no provider within "
        f"{choices.km:g} km, against {say_rate(every['schools'] - every['with_provider'], every['schools'])} across "
        "England."
    )
