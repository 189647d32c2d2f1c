"""``ledger``: the money that networks were awarded, for the schools and pupils of the areas that lead them."""

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.answers.reach.share import KIND
from hubdata.answers.spread import yearly
from hubdata.measures.asked import Networks
from hubdata.measures.spread.ledger import ledger as measure_ledger
from hubdata.store import Store
from hubdata.vocabulary import DIMENSIONS


def ledger(store: Store, by: tuple[str, ...], networks: Networks) -> Answer:
    """Pounds awarded in all years to the networks that an area's schools lead, for each school and each pupil.

    A network led from several authorities shares its money equally between its leads. Columns: those of the area,
    years, pounds, schools, per_school, pupils (published headcounts), per_pupil. Facts: the first and last year.
    """
    money = yearly.resource(store, "funding", networks)
    if not money:
        raise Unanswerable("no funding of such networks is on record")
    pounds = pd.concat(money.values()).groupby(level=0).sum()
    columns = [column for name in by for column in DIMENSIONS[name].columns]
    table = measure_ledger(groups.schools_of(store), pounds, columns).assign(years=len(money))
    told = (f"{min(money)} to {max(money)}, all funds together; money by the authority of the lead school",)
    order = [*columns, "years", "pounds", "schools", "per_school", "pupils", "per_pupil"]
    facts = {"first": min(money), "last": max(money)}
    return Answer(table[order], told, store.sources("funding", "members", "schools"), facts)


QUESTIONS = (
    Question(
        "ledger", "funding of networks for every school and pupil of the areas that lead them", ledger, (KIND,),
        ("region", "la"), ("funding", "networks", "members", "schools", "districts"),
        choices=Networks, dated=False,
    ),
)  # fmt: skip
