"""How large trusts are, and whether cold spots have large ones: ``trusts`` and ``cold_trusts``."""

from datetime import date

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.answers.reach.share import DEFINITION, KIND, KM, NEEDS, ROLE
from hubdata.answers.spread import areas as comparison
from hubdata.measures.networks import trusts as measure
from hubdata.measures.networks.trusts import two_kinds
from hubdata.store import Store

K = Option("k", 6, "the least number of schools in a trust", kind=int, least=2)


def trusts(
    store: Store,
    by: tuple[str, ...] = (),
    *,
    only: groups.Only | None = None,
    k: int = 6,
    as_at: date | None = None,
) -> Answer:
    """Schools in trusts of ``k`` or more, and how large trusts are (columns as ``measures.networks.trusts.trusts``).

    Trusts are those of the register's day; ``as_at`` moves only the networks that ``by`` or ``only`` may name.
    """
    schools = groups.schools_of(store, only, as_at=as_at)
    rows, columns = groups.with_groups(store, schools.join(_sizes(store)), by, as_at=as_at)
    return Answer(measure.trusts(rows, columns, k), _not_known(store, schools), store.sources("schools", "districts"))


def cold_trusts(
    store: Store,
    by: tuple[str, ...] = ("district",),
    *,
    only: groups.Only | None = None,
    k: int = 6,
    **choices: object,
) -> Answer:
    """Schools in trusts of ``k`` or more, in cold spots (a) and not (b), as ``measures.networks.trusts.two_kinds``.

    Cold spots are those of measure ``cold_spots`` with the same options, of all schools: ``only`` narrows the schools
    counted in them. An area that it cannot judge counts elsewhere.
    """
    if len(by) != 1:
        raise Unanswerable("cold_trusts compares areas of one kind: give --by la or district")
    found = comparison.cold_spots(store, by, **choices)
    networks = {name: choices.get(name) for name in ("kind", "as_at")}
    schools = groups.schools_of(store, only, **networks)
    areas = measure.in_large(schools.join(_sizes(store)), [by[0]], k)
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
        ("schools", "districts"), only=groups.EVERY_DIMENSION,
    ),
    Question(
        "cold_trusts", "schools in trusts of k or more: cold spots against elsewhere", cold_trusts,
        (K, DEFINITION, KM, KIND, ROLE), comparison.BORDERED, (*NEEDS, "outlines"), ("district",),
        groups.EVERY_DIMENSION,
    ),
)  # fmt: skip
