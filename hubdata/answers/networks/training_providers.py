"""``training_providers``: who trained teachers in which years, and who is accredited."""

from hubdata.answers.question import Answer, Question
from hubdata.measures.statistics.totals import totals
from hubdata.store import Store


def training_providers(store: Store) -> Answer:
    """Providers of teacher training active in each year, by kind: year, provider_kind, providers, accredited.

    ``accredited`` counts those that are accredited on the day of the list, whatever they were in the year.
    """
    table = store.table("training_providers").astype({"year": "str", "kind": "str"})
    rows = table.assign(providers=1, accredited=table["accredited"].astype("int64"))
    rows = rows.rename(columns={"kind": "provider_kind"})
    found = totals(rows, ["year", "provider_kind"], ["providers", "accredited"])
    return Answer(found, (), store.sources("training_providers"))


QUESTIONS = (
    Question(
        "training_providers", "registered providers of teacher training by year and kind", training_providers, (), (),
        ("training_providers",),
    ),
)  # fmt: skip
