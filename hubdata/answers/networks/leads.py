"""The networks that a question means, their leads and members, and the lists they were read from."""

from datetime import date

import pandas as pd

from hubdata.answers.networks.kinds import ROLE, any_role, kind_of
from hubdata.answers.question import Unanswerable
from hubdata.answers.recent import recent
from hubdata.catalogue import DATASETS
from hubdata.measures.networks import membership
from hubdata.provenance import Source, Unpublished
from hubdata.schema import MEMBER_ROLES
from hubdata.store import Store


def networks_of(store: Store, kind: str | None, as_at: date | None) -> pd.DataFrame:
    """The networks of a kind that are active; raises ``Unanswerable`` when there is none."""
    narrowed = kind_of(store, kind)
    chosen, _, role = narrowed.partition(ROLE)

    def active() -> pd.DataFrame:
        found = membership.active(store.table("networks"), chosen, as_at)
        return membership.offering(found, store.table("roles"), role) if role else found

    found = recent(store, "networks", (narrowed, as_at), active)
    if found.empty:
        day = f" on {as_at.isoformat()}" if as_at else ""
        verb = f"offers {role}" if role else "is active"
        raise Unanswerable(f"no network of kind {chosen} {verb}{day}: load a list, or choose another kind or date")
    return found


def leads_of(store: Store, kind: str | None, as_at: date | None) -> pd.DataFrame:
    """The lead schools of those networks (columns as ``measures.networks.membership.leads``)."""

    def found() -> pd.DataFrame:
        mine, whole = networks_of(store, kind, as_at), any_role(kind_of(store, kind))
        if whole == kind_of(store, kind):
            return membership.leads(store.table("members"), mine, store.table("schools"))
        every = leads_of(store, whole, as_at)
        return every.loc[every["network"].isin(mine["network"].astype("str"))].reset_index(drop=True)

    return recent(store, "leads", (kind_of(store, kind), as_at), found)


def members_of(store: Store, kind: str | None, as_at: date | None) -> pd.DataFrame:
    """Who belongs to those networks in any role: network, urn (today's, see ``living``) and role.

    Raises ``Unpublished`` when the data hold only their leads, as every published list does.
    """

    def found() -> pd.DataFrame:
        mine = membership.members(store.table("members"), networks_of(store, kind, as_at), MEMBER_ROLES)
        if set(mine["role"]) <= {"lead"}:
            raise Unpublished("members", DATASETS["members"].absent)
        return mine.assign(urn=living(store, mine["urn"]))

    return recent(store, "members", (kind_of(store, kind), as_at), found)


def living(store: Store, urns: pd.Series) -> pd.Series:
    """The open school each URN lives on in, missing where none does (see ``measures.networks.membership.heirs``).

    Without links a closed school has no heir.
    """

    def found() -> pd.Series:
        schools = store.table("schools")
        links = store.table("links") if store.has("links") else pd.DataFrame(columns=["urn", "link_urn", "relation"])
        return membership.heirs(links, schools)

    return urns.map(store.kept("heirs", found))


def lists_of(store: Store, kind: str | None, as_at: date | None = None) -> tuple[Source, ...]:
    """The lists that the networks of a kind were read from: the sources whose date is their list date.

    Narrowed to a role, also where the roles came from.
    """
    days = set(networks_of(store, kind, as_at)["listed"].dropna().dt.date)
    every = store.sources("networks")
    found = tuple(source for source in every if source.as_at in days) or every
    return (*found, *store.sources("roles")) if ROLE in kind_of(store, kind) else found
