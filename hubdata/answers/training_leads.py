"""The schools that lead training, and of which kind of network they are."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Unanswerable
from hubdata.store import Store

PARTNERSHIP = "training_partnership"


def kind_that_trains(store: Store) -> str:
    """The networks that lead training: School Direct partnerships where they are held, else the usual kind."""
    held = set(store.table("networks")["kind"].astype("str").unique())
    return PARTNERSHIP if PARTNERSHIP in held else groups.kind_of(store, None)


def training_leads(store: Store, only: groups.Only | None = None) -> pd.DataFrame:
    """The lead schools of those networks (columns as ``measures.networks.leads``), of one area if asked."""
    leads = groups.leads_of(store, kind_that_trains(store), None)
    districts = store.table("districts").astype({"la": "str", "region": "str"}).drop_duplicates("la")
    for name, code in (only or {}).items():
        inside = districts.loc[districts[name] == code, "la"]
        if inside.empty:
            raise Unanswerable(f"no authority is in {name} {code!r}")
        leads = leads.loc[leads["la"].astype("str").isin(inside)]
    return leads
