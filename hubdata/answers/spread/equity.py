"""How evenly provision is spread: ``inequality`` and ``lorenz``."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hubdata.answers import groups, lots
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.answers.reach.share import CHANCE, KIND, NEEDS, ROLE, reached
from hubdata.measures.asked import USUAL, Networks, Reach
from hubdata.measures.spread.by_lot import ginis, mean_curve, theils
from hubdata.measures.spread.inequality import inequality as measure_inequality
from hubdata.measures.spread.inequality import lorenz as measure_lorenz
from hubdata.measures.statistics.lots import band, counted
from hubdata.measures.statistics.totals import totals
from hubdata.store import Store

AREAS = ("la", "district")


def provision(
    store: Store, by: tuple[str, ...], only: groups.Only | None, networks: Networks
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """A row an area with its columns, region, schools and provision (the lead schools among them).

    A closed lead counts where its open successor is. Also the message on schools in no known area, left out.
    """
    if len(by) != 1 or by[0] not in AREAS:
        raise Unanswerable(f"this compares areas of one kind: give --by {' or '.join(AREAS)}")
    schools = groups.schools_of(store, only, networks)
    leads = reached(store, Reach("lead", networks=networks)).loc[schools.index].astype("int64")
    rows, columns = groups.with_groups(store, schools.assign(schools=1, provision=leads), by, networks)
    known = rows.loc[rows[columns[0]].notna()]
    areas = totals(known, columns, ["schools", "provision"])
    regions = known.drop_duplicates(columns[0]).set_index(columns[0])["region"]
    lost = len(rows) - len(known)
    told = (f"{lost:,} of {len(rows):,} schools are in no known area and are left out",) if lost else ()
    return areas.assign(region=areas[columns[0]].map(regions.astype("str"))), told


@dataclass(frozen=True)
class Spread:
    """Of which networks the leads are, and whether what placing them by lot would give is asked for beside it."""

    networks: Networks = USUAL
    chance: bool = False


def inequality(store: Store, by: tuple[str, ...], asked: Spread, *, only: groups.Only | None = None) -> Answer:
    """Gini and Theil of lead schools over areas (columns as ``measures.spread.inequality``).

    Beside them, where chance is asked for, the band and rank of each among the lots. Facts: ``lots``.
    """
    areas, told = provision(store, by, only, asked.networks)
    found = (*store.sources("schools", "districts"), *groups.lists_of(store, asked.networks))
    table = measure_inequality(areas)
    if not asked.chance or table.empty:
        return Answer(table, told, found)
    n, given = areas["schools"].to_numpy(), _by_lot(store, areas, by[0], only, asked.networks)
    whole, _, within = theils(n, given, areas["region"])
    # Lots that keep the count of every region say nothing of how regions share: those that do not, say that.
    _, between, _ = theils(n, _by_lot(store, areas, by[0], only, asked.networks, lots.ANYWHERE), areas["region"])
    values = {"gini": ginis(n, given), "theil": whole, "theil_between": between, "theil_within": within}
    for name, lots_give in values.items():
        prefix = "" if name == "gini" else f"{name}_"
        table = table.join(band(lots_give[None, :], table[name]).add_prefix(prefix))
    mine = lots.lots_of(store, asked.networks)
    return Answer(table, (*told, mine.said), found, {"lots": mine})


def _by_lot(
    store: Store,
    areas: pd.DataFrame,
    by: str,
    only: groups.Only | None,
    networks: Networks,
    strata: tuple[str, ...] = lots.STRATA,
) -> np.ndarray:
    """How many lead schools every lot gives each of the areas: a row an area, a column a lot."""
    every, mine = groups.schools_of(store), lots.lots_of(store, networks, strata)
    counts = every["urn"].isin(groups.schools_of(store, only, networks)["urn"]).to_numpy()
    codes = pd.Index(areas[by].astype("str")).get_indexer(every[by].astype("str"))
    codes = np.where(counts, codes, -1)
    stay = codes[mine.stay]
    given = counted(mine.drawn, codes, len(areas))
    return given + np.bincount(stay[stay >= 0], minlength=len(areas))[:, None]


def lorenz(store: Store, by: tuple[str, ...], networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """The Lorenz curve of lead schools over areas, and the mean of those that placing them by lot gives.

    Columns: schools, provision, by_lot (cumulative shares, 0 to 1). Facts: ``lots``.
    """
    areas, told = provision(store, by, only, networks)
    lists = groups.lists_of(store, networks)
    table = measure_lorenz(areas["schools"], areas["provision"])
    given, mine = _by_lot(store, areas, by[0], only, networks), lots.lots_of(store, networks)
    by_lot = mean_curve(areas["schools"].to_numpy(), given, table["schools"])
    found = (*store.sources("schools", "districts"), *lists)
    return Answer(table.assign(by_lot=by_lot), (*told, mine.said), found, {"lots": mine})


QUESTIONS = (
    Question(
        "inequality", "how unevenly lead schools are spread over areas", inequality, (KIND, ROLE, CHANCE), AREAS, NEEDS,
        ("la",), groups.EVERY_DIMENSION, Spread,
    ),
    Question(
        "lorenz", "the Lorenz curve of lead schools over areas", lorenz, (KIND, ROLE), AREAS, NEEDS,
        ("la",), groups.EVERY_DIMENSION, Networks,
    ),
)  # fmt: skip
