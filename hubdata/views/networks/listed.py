"""The year in what lead schools are called, where their programme is over: nobody should take them for today's."""

from dataclasses import replace

from hubdata.answers.groups import networks_of
from hubdata.answers.question import Unanswerable
from hubdata.measures.asked import Networks
from hubdata.provenance import Unpublished
from hubdata.store import Store
from hubdata.views.choices import ReachChoices


def dated(store: Store, choices: ReachChoices) -> ReachChoices:
    """The choices with the year of the networks, where every one of them has ended since: ``2018 teaching school``."""
    key = ("year", choices.kind, choices.role, choices.as_at)
    return replace(choices, year=store.kept(key, lambda: _year(store, choices)))


def list_year(store: Store, kind: str) -> str:
    """The year of the newest list of a kind; empty where none of it is active."""

    def year() -> str:
        try:
            return str(networks_of(store, Networks(kind))["on"].max().year)
        except (Unanswerable, Unpublished):
            return ""

    return store.kept(("list year", kind), year)


def _year(store: Store, choices: ReachChoices) -> str:
    try:
        networks = networks_of(store, replace(choices.networks, role=None))
    except (Unanswerable, Unpublished):
        return ""
    if networks["until"].isna().any():
        return ""
    return str(choices.as_at.year if choices.as_at else networks["on"].max().year)
