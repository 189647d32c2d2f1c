"""What is loaded: ``datasets``, every table of the catalogue with its kind, its date and where it came from."""

from collections.abc import Iterable

import pandas as pd

from hubdata.answers.allowed import beyond_leads
from hubdata.answers.question import Answer, Question
from hubdata.catalogue import DATASETS, Dataset
from hubdata.provenance import Source, Status
from hubdata.store import Store

ABSENT = "not loaded"


def datasets(store: Store) -> Answer:
    """One row a table of the catalogue, those loaded first, each group in the catalogue's order.

    Columns: title, status (``not loaded`` where the table holds no row), as_at (of several sources the oldest, but of
    those that only fill gaps; missing where nobody says), rows (missing where not loaded), read_from, publisher,
    sha256 (the first eight characters of each file's; of the table's own where it was made from no file), licence,
    published (whether anybody publishes such a file), table, note (what to bring). Facts: the statuses of each table,
    one of each kind of file it was read from.
    """
    rows = [_loaded(store, dataset) if store.has(name) else _absent(dataset) for name, dataset in DATASETS.items()]
    table = pd.DataFrame(rows)
    table = table.assign(
        as_at=pd.to_datetime(table["as_at"]).astype("datetime64[s]"), rows=table["rows"].astype("Int64")
    )
    away = (table["status"] == ABSENT).rename("away")
    order = away.sort_values(kind="stable").index
    sources = store.sources("schools", "networks") or store.sources(*store.names)
    statuses = {name: _statuses(store, name) for name in DATASETS}
    return Answer(table.loc[order].reset_index(drop=True), (), sources, {"statuses": statuses})


def _statuses(store: Store, name: str) -> tuple[Status, ...]:
    return tuple(dict.fromkeys(source.status for source in store.sources(name))) or (store.status,)


def _loaded(store: Store, dataset: Dataset) -> dict[str, object]:
    sources = store.sources(dataset.table.name)
    whole = [source for source in sources if not source.fills] or sources
    days = [source.as_at for source in whole if source.as_at]
    return {
        "title": dataset.title,
        "status": _each(source.status for source in sources) or str(store.status),
        "as_at": min(days) if days else None,
        "rows": len(store.table(dataset.table.name)),
        "read_from": _each(source.dataset for source in sources),
        "publisher": _each(source.publisher for source in sources),
        "sha256": _each(source.sha256[:8] for source in sources) or store.checksum(dataset.table.name)[:8],
        "licence": _each(source.licence for source in sources),
        "published": dataset.published,
        "table": dataset.table.name,
        "note": "; ".join(filter(None, [_part(store, dataset), _accounts(sources)])),
    }


def _absent(dataset: Dataset) -> dict[str, object]:
    empty = dict.fromkeys(("read_from", "publisher", "sha256", "licence"), "")
    facts = {"title": dataset.title, "status": ABSENT, "as_at": None, "rows": None, **empty}
    return {**facts, "published": dataset.published, "table": dataset.table.name, "note": dataset.absent}


def _each(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(str(value) for value in values if value))


def _part(store: Store, dataset: Dataset) -> str:
    """What of a table nobody publishes, where the part that is published stands in it."""
    leads_alone = dataset.table.name == "members" and not beyond_leads(store)
    return f"lead schools only: {dataset.absent}" if leads_alone else ""


def _accounts(sources: tuple[Source, ...]) -> str:
    """How many rows of the files were set aside, where any were."""
    aside = sum(source.quarantined for source in sources)
    return f"{aside:,} of {sum(source.rows_in for source in sources):,} rows set aside" if aside else ""


QUESTIONS = (Question("datasets", "every table: whether it is loaded, its date and its publisher", datasets, needs=()),)
