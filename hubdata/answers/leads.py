"""The networks that a question means, their leads and members, and the lists they were read from."""

from datetime import date

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.answers.recent import recent
from hubdata.catalogue import DATASETS
from hubdata.measures import networks
from hubdata.provenance import Source, Unpublished
from hubdata.schema import MEMBER_ROLES
from hubdata.store import Store

ALLIANCES, HUBS = "teaching_school_alliance", "teaching_school_hub"


def kind_of(store: Store, kind: str | None) -> str:
    """The kind of network meant: the one asked for, else alliances where the store has them, else hubs."""
    if kind:
        return kind
    kinds = store.kept("kinds", lambda: set(store.table("networks")["kind"].astype("str")))
    return ALLIANCES if ALLIANCES in kinds else HUBS


def networks_of(store: Store, kind: str | None, as_at: date | None) -> pd.DataFrame:
    """The networks of a kind that are active; raises ``Unanswerable`` when there is none."""
    chosen = kind_of(store, kind)
    table = store.table("networks")
    found = recent(store, "networks", (chosen, as_at), lambda: networks.active(table, chosen, as_at))
    if found.empty:
        day = f" on {as_at.isoformat()}" if as_at else ""
        raise Unanswerable(f"no network of kind {chosen} is active{day}: load a list, or choose another kind or date")
    return found


def leads_of(store: Store, kind: str | None, as_at: date | None) -> pd.DataFrame:
    """The lead schools of those networks (columns as ``measures.networks.leads``)."""
    return recent(
        store,
        "leads",
        (kind_of(store, kind), as_at),
        lambda: networks.leads(store.table("members"), networks_of(store, kind, as_at), store.table("schools")),
    )


def members_of(store: Store, kind: str | None, as_at: date | None) -> pd.DataFrame:
    """Who belongs to those networks in any role: network, urn (today's, see ``living``) and role.

    Raises ``Unpublished`` when the data hold only their leads, as every published list does.
    """

    def found() -> pd.DataFrame:
        mine = networks.members(store.table("members"), networks_of(store, kind, as_at), MEMBER_ROLES)
        if set(mine["role"]) <= {"lead"}:
            raise Unpublished("members", DATASETS["members"].absent)
        return mine.assign(urn=living(store, mine["urn"]))

    return recent(store, "members", (kind_of(store, kind), as_at), found)


def living(store: Store, urns: pd.Series) -> pd.Series:
    """The open school each URN lives on in, missing where none does (see ``measures.networks.heirs``).

    Without links a closed school has no heir.
    """

    def found() -> pd.Series:
        schools = store.table("schools")
        links = store.table("links") if store.has("links") else pd.DataFrame(columns=["urn", "link_urn", "relation"])
        return networks.heirs(links, schools)

    return urns.map(store.kept("heirs", found))


def lists_of(store: Store, kind: str | None, as_at: date | None = None) -> tuple[Source, ...]:
    """The lists that the networks of a kind were read from: the sources whose date is their list date."""
    days = set(networks_of(store, kind, as_at)["listed"].dropna().dt.date)
    every = store.sources("networks")
    return tuple(source for source in every if source.as_at in days) or every
