"""Which roles networks offer: ``offers`` and ``breadth``."""

from datetime import date
from typing import Any

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question
from hubdata.answers.reach.share import KIND, NEEDS
from hubdata.answers.recent import recent
from hubdata.measures.networks.offers import breadth as measure_breadth
from hubdata.measures.networks.offers import offers as measure_offers
from hubdata.provenance import Source
from hubdata.store import Store


def offers(store: Store, by: tuple[str, ...] = (), **choices: Any) -> Answer:  # noqa: ARG001 (one signature for all)
    """Whether each network offers each of the six roles (columns as ``measures.networks.offers.offers``).

    ``only`` keeps the networks that a school of the group leads; a closed lead is where its open successor is.
    """
    return Answer(_led_from(store, **choices), (), _sources(store, **choices))


def breadth(store: Store, by: tuple[str, ...] = (), **choices: Any) -> Answer:  # noqa: ARG001 (one signature for all)
    """How many networks offer none to six of the roles (columns as ``measures.networks.offers.breadth``)."""
    return Answer(measure_breadth(_led_from(store, **choices)), (), _sources(store, **choices))


def _led_from(
    store: Store, only: groups.Only | None = None, kind: str | None = None, as_at: date | None = None
) -> pd.DataFrame:
    key = (groups.kind_of(store, kind), as_at)
    roles = store.table("roles")
    every = recent(store, "offers", key, lambda: measure_offers(groups.networks_of(store, kind, as_at), roles))
    if not only:
        return every
    leads = groups.leads_of(store, kind, as_at)
    here = groups.living(store, leads["urn"]).isin(groups.schools_of(store, only, kind, as_at)["urn"])
    return every.loc[every["network"].isin(leads.loc[here, "network"])].reset_index(drop=True)


def _sources(store: Store, kind: str | None = None, as_at: date | None = None, **_: Any) -> tuple[Source, ...]:
    return (*groups.lists_of(store, kind, as_at), *store.sources("roles"))


QUESTIONS = (
    Question(
        "offers", "which of the six areas of work each network offers", offers, (KIND,), (), (*NEEDS, "roles"),
        only=groups.EVERY_DIMENSION,
    ),
    Question(
        "breadth", "networks by how many of the six areas of work they offer", breadth, (KIND,), (), (*NEEDS, "roles"),
        only=groups.EVERY_DIMENSION,
    ),
)  # fmt: skip
