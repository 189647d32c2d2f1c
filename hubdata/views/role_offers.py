"""The six roles: how many of them alliances offer, and which alliance of an area offers which."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.reach import LABELS
from hubdata.views.role_drawings import counted, one_by_one
from hubdata.views.view import View, proved
from hubdata.vocabulary import KIND_WORDS, ROLE_WORDS, say_rate, say_share_of

MORE = {
    "role": "Role", "offered": "Roles offered", "offers": "Offers it", "network_name": "Alliance", "network": "Code",
    "roles": "Roles offered", "networks": "Alliances", "all": "All alliances", "share": "Share",
}  # fmt: skip


def alliances(store: Store, choices: ReachChoices) -> View:
    """How many of the six roles alliances offer; in an authority or hub area, which alliance offers which."""
    thing = "alliance" if "alliance" in choices.kind else "network"
    table = proved(store, "offers", (), choices.place.only, **choices.every_role).table
    if table.empty:
        raise Unanswerable(f"{choices.place.within} no {KIND_WORDS[choices.kind][0]} leads a network")
    proof = proved(
        store, "offers" if choices.place.is_small else "breadth", (), choices.place.only, **choices.every_role
    )
    drawing = one_by_one(table) if choices.place.is_small else counted(proof.table, thing)
    return View(
        title=f"The six roles that each {thing} offers, {choices.place.name}",
        finding=_offering(table, choices, thing),
        definition=f"{_counted_networks(choices)}{words.on_the_day(choices.as_at)}. Activity, not effect. "
        f"{words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=drawing,
        labels={**LABELS, **MORE},
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
