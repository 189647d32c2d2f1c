"""Which roles networks offer: ``offers`` and ``breadth``."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question
from hubdata.answers.reach.share import KIND, NEEDS
from hubdata.answers.recent import recent
from hubdata.measures.asked import Networks
from hubdata.measures.networks.offers import breadth as measure_breadth
from hubdata.measures.networks.offers import offers as measure_offers
from hubdata.provenance import Source
from hubdata.store import Store


def offers(store: Store, networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """Whether each network offers each of the six roles (columns as ``measures.networks.offers.offers``).

    ``only`` keeps the networks that a school of the group leads; a closed lead is where its open successor is.
    """
    return Answer(_led_from(store, only, networks), (), _sources(store, networks))


def breadth(store: Store, networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """How many networks offer none to six of the roles (columns as ``measures.networks.offers.breadth``)."""
    return Answer(measure_breadth(_led_from(store, only, networks)), (), _sources(store, networks))


def _led_from(store: Store, only: groups.Only | None, networks: Networks) -> pd.DataFrame:
    roles, key = store.table("roles"), groups.usual(store, networks)
    every = recent(store, "offers", key, lambda: measure_offers(groups.networks_of(store, networks), roles))
    if not only:
        return every
    leads = groups.leads_of(store, networks)
    here = groups.living(store, leads["urn"]).isin(groups.schools_of(store, only, networks)["urn"])
    return every.loc[every["network"].isin(leads.loc[here, "network"])].reset_index(drop=True)


def _sources(store: Store, networks: Networks) -> tuple[Source, ...]:
    return (*groups.lists_of(store, networks), *store.sources("roles"))


QUESTIONS = (
    Question(
        "offers", "which of the six areas of work each network offers", offers, (KIND,), (), (*NEEDS, "roles"),
        only=groups.EVERY_DIMENSION, choices=Networks,
    ),
    Question(
        "breadth", "networks by how many of the six areas of work they offer", breadth, (KIND,), (), (*NEEDS, "roles"),
        only=groups.EVERY_DIMENSION, choices=Networks,
    ),
)  # fmt: skip
