"""The six roles: how many of them alliances offer, and which alliance of an area offers which."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.answers.question import Unanswerable
from hubdata.figures.people.ladder import ladder
from hubdata.figures.spread.heat import heat
from hubdata.palette import LAND, REACHED
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.view import View, proved
from hubdata.vocabulary import KIND_WORDS, ROLE_HEADS, ROLE_WORDS, TOO_FEW, say_rate, say_share_of


def alliances(store: Store, choices: ReachChoices) -> View:
    """How many of the six roles alliances offer; in an authority or hub area, which alliance offers which."""
    thing = "alliance" if "alliance" in choices.kind else "network"
    table = proved(store, "offers", (), choices.place.only, choices.every_role).table
    if table.empty:
        raise Unanswerable(f"{choices.place.within} no {KIND_WORDS[choices.kind][0]} leads a network")
    proof = proved(store, "offers" if choices.place.is_small else "breadth", (), choices.place.only, choices.every_role)
    drawing = one_by_one(table) if choices.place.is_small else counted(proof.table, thing)
    return View(
        title=f"The six roles that each {thing} offers, {choices.place.name}",
        finding=_offering(table, choices, thing),
        definition=f"{_counted_networks(choices)}{words.on_the_day(choices.as_at)}. Activity, not effect. "
        f"{words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=drawing,
    )


def _counted_networks(choices: ReachChoices) -> str:
    return "Every active network" if choices.place == ENGLAND else "Active networks that a school of the area leads"


def _offering(table: pd.DataFrame, choices: ReachChoices, thing: str) -> str:
    """How many offer all six, and which role fewest or none offer."""
    each = table.drop_duplicates("network")["offered"]
    role = table.groupby("role", sort=False)["offers"].sum()
    nobody = [ROLE_WORDS[name] for name in role.index[role == 0]]
    start = (
        f"{words.capital(choices.place.within)} {say_share_of((each == 6).sum(), len(each), thing + 's')} "
        f"{'offers' if (each == 6).sum() == 1 else 'offer'} all six roles"
    )
    if nobody:
        return f"{start}; nobody there offers {words.listed(nobody)}."
    fewest = role[role == role.min()]
    named = words.listed([ROLE_WORDS[name] for name in fewest.index])
    return f"{start}; fewest offer {named} ({say_rate(role.min(), len(each))})."


def counted(table: pd.DataFrame, thing: str) -> go.Figure:
    """Measure breadth as bars, six roles first; ``thing`` is what a network is called."""
    rows = table.iloc[::-1].assign(name=[f"{n} {'role' if n == 1 else 'roles'}" for n in table["roles"][::-1]])
    says = [
        f"{n:,} {thing if n == 1 else thing + 's'}{f' ({say_rate(n, every)})' if every >= TOO_FEW else ''}"
        for n, every in zip(rows["networks"], rows["all"], strict=True)
    ]
    return ladder(rows, label="name", value="networks", says=says)


def one_by_one(table: pd.DataFrame) -> go.Figure:
    """Measure offers as a row of six cells for each network."""
    tints = [REACHED if offers else LAND for offers in table["offers"]]
    says = [
        f"{name}: {'offers' if offers else 'does not offer'} {ROLE_WORDS[role]}"
        for name, role, offers in table[["network_name", "role", "offers"]].itertuples(index=False)
    ]
    drawn = table.assign(colour=tints, cell=["yes" if offers else "" for offers in table["offers"]], say=says)
    return heat(drawn, row="network_name", column="role", heads=ROLE_HEADS, dark=(REACHED,))
