"""How evenly provision is spread: ``inequality`` and ``lorenz``."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.answers.reach.share import KIND, NEEDS, ROLE, reached
from hubdata.measures.asked import Networks, Reach
from hubdata.measures.spread.inequality import inequality as measure_inequality
from hubdata.measures.spread.inequality import lorenz as measure_lorenz
from hubdata.measures.spread.luck import lorenz_by_luck
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


def inequality(store: Store, by: tuple[str, ...], networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """Gini and Theil of lead schools over areas (columns as ``measures.spread.inequality``)."""
    areas, told = provision(store, by, only, networks)
    lists = groups.lists_of(store, networks)
    return Answer(measure_inequality(areas), told, (*store.sources("schools", "districts"), *lists))


def lorenz(store: Store, by: tuple[str, ...], networks: Networks, *, only: groups.Only | None = None) -> Answer:
    """The Lorenz curve of lead schools over areas, and the mean of those that luck alone would draw.

    Columns: schools, provision, by_luck (cumulative shares, 0 to 1).
    """
    areas, told = provision(store, by, only, networks)
    lists = groups.lists_of(store, networks)
    table = measure_lorenz(areas["schools"], areas["provision"])
    by_luck = lorenz_by_luck(areas["schools"], int(areas["provision"].sum()), table["schools"])
    return Answer(table.assign(by_luck=by_luck), told, (*store.sources("schools", "districts"), *lists))


QUESTIONS = (
    Question(
        "inequality", "how unevenly lead schools are spread over areas", inequality, (KIND, ROLE), AREAS, NEEDS,
        ("la",), groups.EVERY_DIMENSION, Networks,
    ),
    Question(
        "lorenz", "the Lorenz curve of lead schools over areas", lorenz, (KIND, ROLE), AREAS, NEEDS,
        ("la",), groups.EVERY_DIMENSION, Networks,
    ),
)  # fmt: skip
