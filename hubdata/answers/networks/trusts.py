"""How large trusts are, and whether cold spots have large ones: ``trusts`` and ``cold_trusts``."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.answers.reach.share import DEFINITION, KIND, KM, NEEDS, ROLE
from hubdata.answers.spread.areas import BORDERED, cold_spots
from hubdata.measures.asked import USUAL, USUAL_REACH, Networks, Reach
from hubdata.measures.networks import trusts as measure
from hubdata.measures.networks.trusts import two_kinds
from hubdata.store import Store

K = Option("k", "the least number of schools in a trust", kind=int, least=2)


@dataclass(frozen=True)
class Trusts:
    """The least number of schools in a trust, and the networks that a grouping may name."""

    k: int = 6
    networks: Networks = USUAL


@dataclass(frozen=True)
class ColdTrusts:
    """The least number of schools in a trust, and the reach by which spots are cold."""

    k: int = 6
    reach: Reach = USUAL_REACH


def trusts(store: Store, by: tuple[str, ...], asked: Trusts, *, only: groups.Only | None = None) -> Answer:
    """Schools in trusts of ``k`` or more, and how large trusts are (columns as ``measures.networks.trusts.trusts``).

    Trusts are those of the register's day; the day asked for moves only the networks that ``by`` or ``only`` may name.
    """
    schools = groups.schools_of(store, only, asked.networks)
    rows, columns = groups.with_groups(store, schools.join(_sizes(store)), by, asked.networks)
    table = measure.trusts(rows, columns, asked.k)
    return Answer(table, _not_known(store, schools), store.sources("schools", "districts"))


def cold_trusts(store: Store, by: tuple[str, ...], asked: ColdTrusts, *, only: groups.Only | None = None) -> Answer:
    """Schools in trusts of ``k`` or more, in cold spots (a) and not (b), as ``measures.networks.trusts.two_kinds``.

    Cold spots are those of measure ``cold_spots`` with the same options, of all schools: ``only`` narrows the schools
    counted in them. An area that it cannot judge counts elsewhere.
    """
    if len(by) != 1:
        raise Unanswerable("cold_trusts compares areas of one kind: give --by la or district")
    found = cold_spots(store, by, asked.reach)
    schools = groups.schools_of(store, only, asked.reach.networks)
    areas = measure.in_large(schools.join(_sizes(store)), [by[0]], asked.k)
    areas = areas.loc[areas[by[0]].notna()].reset_index(drop=True)
    cold = set(found.table.loc[found.table["spot"] == "cold", by[0]].astype("str"))
    table = two_kinds(areas, areas[by[0]].astype("str").isin(cold))
    return Answer(table, (*found.messages, *_not_known(store, schools)), found.sources)


def _sizes(store: Store) -> pd.DataFrame:
    def found() -> pd.DataFrame:
        trust = store.table("schools").set_index("urn")["trust"].astype("str")
        schools = groups.schools_of(store)
        return measure.sizes(schools, schools["urn"].map(trust))

    return store.kept("trusts", found)


def _not_known(store: Store, schools: pd.DataFrame) -> tuple[str, ...]:
    count = int(_sizes(store)["trust_schools"].loc[schools.index].isna().sum())
    told = f"{count:,} of {len(schools):,} schools are academies whose trust the data do not name and are left out"
    return (told,) if count else ()


QUESTIONS = (
    Question(
        "trusts", "schools in trusts of k or more, and how large trusts are", trusts, (K,),
        groups.EVERY_DIMENSION,
        ("schools", "districts"), only=groups.EVERY_DIMENSION, choices=Trusts,
    ),
    Question(
        "cold_trusts", "schools in trusts of k or more: cold spots against elsewhere", cold_trusts,
        (K, DEFINITION, KM, KIND, ROLE), BORDERED, (*NEEDS, "outlines"), ("district",),
        groups.EVERY_DIMENSION, ColdTrusts,
    ),
)  # fmt: skip
