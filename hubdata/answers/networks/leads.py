"""The networks that a question means, their leads and members, and the lists they were read from."""

from dataclasses import replace

import pandas as pd

from hubdata.answers.networks.kinds import usual
from hubdata.answers.question import Unanswerable
from hubdata.answers.recent import recent
from hubdata.catalogue import DATASETS
from hubdata.measures.asked import USUAL, Networks
from hubdata.measures.networks import membership
from hubdata.provenance import Source, Unpublished
from hubdata.schema import MEMBER_ROLES
from hubdata.store import Store


def networks_of(store: Store, networks: Networks = USUAL) -> pd.DataFrame:
    """The networks that are active; raises ``Unanswerable`` when there is none."""
    asked = usual(store, networks)

    def active() -> pd.DataFrame:
        found = membership.active(store.table("networks"), asked)
        return membership.offering(found, store.table("roles"), asked.role) if asked.role else found

    found = recent(store, "networks", asked, active)
    if found.empty:
        day = f" on {asked.as_at.isoformat()}" if asked.as_at else ""
        verb = f"offers {asked.role}" if asked.role else "is active"
        raise Unanswerable(f"no network of kind {asked.kind} {verb}{day}: load a list, or choose another kind or date")
    return found


def leads_of(store: Store, networks: Networks = USUAL) -> pd.DataFrame:
    """The lead schools of those networks (columns as ``measures.networks.membership.leads``)."""
    asked = usual(store, networks)

    def found() -> pd.DataFrame:
        mine = networks_of(store, asked)
        if not asked.role:
            return membership.leads(store.table("members"), mine, store.table("schools"))
        every = leads_of(store, replace(asked, role=None))
        return every.loc[every["network"].isin(mine["network"].astype("str"))].reset_index(drop=True)

    return recent(store, "leads", asked, found)


def members_of(store: Store, networks: Networks = USUAL) -> pd.DataFrame:
    """Who belongs to those networks in any role: network, urn (today's, see ``living``) and role.

    Raises ``Unpublished`` when the data hold only their leads, as every published list does.
    """

    def found() -> pd.DataFrame:
        mine = membership.members(store.table("members"), networks_of(store, networks), MEMBER_ROLES)
        if set(mine["role"]) <= {"lead"}:
            raise Unpublished("members", DATASETS["members"].absent)
        return mine.assign(urn=living(store, mine["urn"]))

    return recent(store, "members", usual(store, networks), found)


def living(store: Store, urns: pd.Series) -> pd.Series:
    """The open school each URN lives on in, missing where none does (see ``measures.networks.membership.Heirs``).

    Without links a closed school has no heir.
    """

    def found() -> membership.Heirs:
        schools = store.table("schools")
        links = store.table("links") if store.has("links") else pd.DataFrame(columns=["urn", "link_urn", "relation"])
        return membership.heirs(links, schools)

    return store.kept("heirs", found).of(urns)


def lists_of(store: Store, networks: Networks = USUAL) -> tuple[Source, ...]:
    """The lists that the networks were read from: the sources whose date is their list date.

    Where they are those that offer a role, also where the roles came from.
    """
    days = set(networks_of(store, networks)["listed"].dropna().dt.date)
    every = store.sources("networks")
    found = tuple(source for source in every if source.as_at in days) or every
    return (*found, *store.sources("roles")) if networks.role else found
