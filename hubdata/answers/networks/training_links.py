"""Whom the schools that lead training train with: ``training_links``."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.catalogue import DATASETS
from hubdata.measures.asked import Networks
from hubdata.measures.networks.training_links import accredited_by, in_networks, placed, through_sites
from hubdata.provenance import Unpublished
from hubdata.store import Store

AREAS = ("region", "la")
BY_SITE = "a link joins a lead school to the schools where a provider that trains there trains too, and its university"
BY_NETWORK = "a link joins a lead school to a strategic partner of its network"


def training_links(store: Store, *, only: groups.Only | None = None) -> Answer:
    """A row a lead school and partner (columns as ``measures.networks.training_links.COLUMNS``).

    ``only`` keeps an area's leads.

    Where the data hold placement sites the partners are those of the provider, else those of the network.
    """
    leads = training_leads(store, only)
    register = store.table("schools")
    if store.has("training_sites"):
        pairs, told = _by_provider(store, leads, register), BY_SITE
    else:
        pairs, told = _by_network(store, leads), BY_NETWORK
    table = placed(pairs, register)
    names = store.authorities().set_index("la")["la_name"]
    for end in ("lead_la", "partner_la"):
        table[end] = table[end].map(names)
    whole = leads["urn"].nunique()
    lone = whole - table["lead"].nunique()
    messages = (told, f"{lone:,} of {whole:,} lead schools have no partner in the data")
    return Answer(table, messages, (*groups.lists_of(store, networks_that_train(store)), *_sources(store)))


def _by_provider(store: Store, leads: pd.DataFrame, register: pd.DataFrame) -> pd.DataFrame:
    sites = store.table("training_sites")
    found = [through_sites(leads, sites)]
    if store.has("training_partners"):
        universities = register.loc[register["type_group"].astype("str") == "Universities", ["urn", "name"]]
        found.append(accredited_by(leads, sites, store.table("training_partners"), universities))
    return pd.concat(found).drop_duplicates(["lead", "partner"], ignore_index=True)


def _by_network(store: Store, leads: pd.DataFrame) -> pd.DataFrame:
    pairs = in_networks(leads, groups.members_of(store, networks_that_train(store)))
    if pairs.empty:
        raise Unpublished("training_sites", DATASETS["training_sites"].absent)
    return pairs


def _sources(store: Store) -> tuple:
    return store.sources("training_sites", "training_partners") or store.sources("members")


QUESTIONS = (
    Question(
        "training_links", "schools that lead training, and the schools and universities they train with",
        training_links, (), (), ("schools", "districts", "networks", "members"), (), AREAS,
    ),
)  # fmt: skip


PARTNERSHIP = "training_partnership"


def kind_that_trains(store: Store) -> str:
    """The networks that lead training: School Direct partnerships where they are held, else the usual kind."""
    held = set(store.table("networks")["kind"].astype("str").unique())
    return PARTNERSHIP if PARTNERSHIP in held else groups.kind_of(store)


def networks_that_train(store: Store) -> Networks:
    """Those networks, as their newest list stands."""
    return Networks(kind_that_trains(store))


def training_leads(store: Store, only: groups.Only | None = None) -> pd.DataFrame:
    """The lead schools of those networks (columns as ``measures.networks.membership.leads``), of one area if asked."""
    leads = groups.leads_of(store, networks_that_train(store))
    districts = store.authorities()
    for name, code in (only or {}).items():
        inside = districts.loc[districts[name] == code, "la"]
        if inside.empty:
            raise Unanswerable(f"no authority is in {name} {code!r}")
        leads = leads.loc[leads["la"].astype("str").isin(inside)]
    return leads
