"""What each local authority had and what it got, academic year by academic year."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.networks.kinds import listed
from hubdata.measures.asked import Networks
from hubdata.measures.networks.eligibility import GRADES, has_grade
from hubdata.measures.networks.membership import academic_year, spans
from hubdata.provenance import Unpublished
from hubdata.store import Store

STARTS = "the day each network began is not published: load a networks and a members file with the days"
IMD = "no deprivation by place is loaded: bring the index of multiple deprivation"
PLACES = "training places by authority are not published: load a trainees file"


def areas(store: Store) -> pd.DataFrame:
    """What each local authority is, by its code; missing where no school says.

    Columns: schools, outstanding (share of graded schools), fsm (mean weighted by pupils, per cent), rural (share of
    schools), pupils (mean).
    """
    return store.kept("authorities", lambda: _areas(groups.schools_of(store)))


def _areas(schools: pd.DataFrame) -> pd.DataFrame:
    la = schools["la"].astype("str")
    heads = schools["pupils"].astype("Float64").astype(float).where(schools["fsm"].notna())
    meals = (schools["fsm"] * heads).groupby(la).sum(min_count=1)
    graded = schools["ofsted"].notna()
    best = (schools["ofsted"] == "Outstanding").where(graded).astype(float)
    return pd.DataFrame(
        {
            "schools": la.value_counts(),
            "outstanding": best.groupby(la).mean(),
            "fsm": meals / heads.groupby(la).sum().replace(0, float("nan")),
            "rural": (schools["rural"] == "Rural").astype(float).groupby(la).mean(),
            "pupils": schools["pupils"].astype("Float64").astype(float).groupby(la).mean(),
        }
    ).sort_index()


def resource(store: Store, of: str, networks: Networks) -> dict[str, pd.Series]:
    """The new resource of each academic year in order: its amount by code of the authority; none is left out.

    ``leads``: schools of the population whose role as a lead began, each at its first start and where its open
    successor is. ``funding``: pounds, shared equally among a network's lead schools. ``places``: training places.
    """
    return {"leads": _leads, "funding": _funding, "places": _places}[of](store, networks)


def spells(store: Store, networks: Networks) -> pd.DataFrame:
    """Every spell as a lead in a network of the kind: network, urn (today's), la, since, until; population only."""

    def found() -> pd.DataFrame:
        mine = _lead_spells(store, networks)
        mine = mine.assign(urn=groups.living(store, mine["urn"]))
        la = groups.schools_of(store).set_index("urn")["la"].astype("str")
        return mine.assign(la=mine["urn"].map(la)).dropna(subset=["la"])

    return store.kept(("lead spells", groups.usual(store, networks)), found)


def _lead_spells(store: Store, networks: Networks) -> pd.DataFrame:
    every, members = listed(store, networks), store.table("members")
    mine = members.loc[(members["role"] == "lead") & members["network"].isin(every["network"].astype("str"))]
    return mine.astype({"network": "str"})


def has_history(store: Store, networks: Networks) -> bool:
    """Whether the data say when each network began, or only when a list was made."""
    return len(set(_lead_spells(store, networks)["since"].dropna())) > 1


def eligible(store: Store) -> pd.Series:
    """The schools that could lead, by code of the authority: those last graded Outstanding."""
    mine = _outstanding(store)
    return mine["la"].astype("str").value_counts().reindex(areas(store).index, fill_value=0)


def eligible_leads(store: Store, networks: Networks) -> dict[str, pd.Series]:
    """As ``resource`` of leads, of schools that could lead alone: the grade is the last one, not that of the start."""
    first = _first(store, networks)
    mine = first.loc[first["urn"].isin(_outstanding(store)["urn"])]
    return {year: rows["la"].value_counts() for year, rows in mine.groupby(mine["since"].map(academic_year))}


def _outstanding(store: Store) -> pd.DataFrame:
    schools = groups.schools_of(store)
    return schools.loc[has_grade(schools["ofsted"], GRADES[0])]


def _first(store: Store, networks: Networks) -> pd.DataFrame:
    """The first known start of every school that ever led."""
    return spells(store, networks).sort_values("since").drop_duplicates("urn").dropna(subset=["since"])


def _leads(store: Store, networks: Networks) -> dict[str, pd.Series]:
    first = _first(store, networks)
    years = first["since"].map(academic_year)
    return {year: mine["la"].value_counts() for year, mine in first.groupby(years)}


def _funding(store: Store, networks: Networks) -> dict[str, pd.Series]:
    la = store.table("schools").set_index("urn")["la"].astype("str")
    leads = _lead_spells(store, networks)[["network", "urn"]].drop_duplicates()
    leads = leads.assign(la=leads["urn"].map(la), part=1 / leads.groupby("network")["urn"].transform("size"))
    money = store.table("funding").astype({"network": "str", "year": "str"}).merge(leads, on="network")
    money = money.assign(pounds=money["pounds"] * money["part"])
    return {year: mine.groupby("la")["pounds"].sum() for year, mine in money.groupby("year")}


def _places(store: Store, _networks: Networks) -> dict[str, pd.Series]:
    """Training places of authorities as a whole, from the newest release that has the year."""
    table = store.table("pipeline")
    whole = (table[["network", "phase", "rural", "route"]].astype("str") == "All").all(axis=1)
    mine = table.loc[whole & (table["stage"] == "Places") & (table["la"] != "All")].astype({"la": "str"})
    mine = mine.sort_values("release").drop_duplicates(["cohort", "la"], keep="last")
    if mine.empty:
        raise Unpublished("pipeline", PLACES)
    return {str(year): rows.set_index("la")["people"] for year, rows in mine.groupby("cohort", observed=True)}


def advantage(store: Store, rank: str, year: str, networks: Networks) -> pd.Series:
    """How advantaged each authority was before a year began, more being more, by its code; missing where unknown.

    ``outstanding``: share of graded schools that are Outstanding. ``fsm``: fewer free meals. ``imd``: less
    deprivation. ``prior``: lead schools per school on the eve of the year; unknown everywhere while nobody led.
    """
    if rank == "prior":
        return _prior(store, year, networks)
    if rank == "imd":
        return _imd(store)
    found = areas(store)[rank]
    return -found if rank == "fsm" else found


def _prior(store: Store, year: str, networks: Networks) -> pd.Series:
    if not has_history(store, networks):
        raise Unpublished("networks", STARTS)
    mine = spells(store, networks)
    active = mine.loc[spans(mine, pd.Timestamp(int(year[:4]), 8, 31)) & mine["since"].notna()].drop_duplicates("urn")
    schools = areas(store)["schools"]
    if active.empty:
        return pd.Series(float("nan"), index=schools.index)
    return active["la"].value_counts().reindex(schools.index, fill_value=0) / schools


def _imd(store: Store) -> pd.Series:
    """Mean rank of an authority's neighbourhoods; where none is loaded by place, of those its schools stand in."""
    if store.has("deprivation"):
        la = store.table("districts").astype({"district": "str", "la": "str"}).set_index("district")["la"]
        places = store.table("deprivation").astype({"district": "str", "neighbourhoods": "float"})
        places = places.assign(la=places["district"].map(la), ranks=places["imd_rank"] * places["neighbourhoods"])
        sums = places.groupby("la")[["ranks", "neighbourhoods"]].sum()
        return sums["ranks"] / sums["neighbourhoods"]
    if not store.has("context") or store.table("context")["imd_rank"].isna().all():
        raise Unpublished("context", IMD)
    schools = groups.schools_of(store)
    rank = schools["urn"].map(store.table("context").set_index("urn")["imd_rank"].astype("Float64").astype(float))
    return rank.groupby(schools["la"].astype("str")).mean()
