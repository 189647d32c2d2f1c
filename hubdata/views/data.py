"""The Data page: what is loaded and what is not, in a sentence and a table, and what of it has grown old."""

from collections import Counter
from datetime import date

import pandas as pd

from hubdata.provenance import Source, Status, say_date
from hubdata.store import Store
from hubdata.views.view import View, proved

LABELS = {
    "title": "Table", "status": "Status", "as_at": "As at", "rows": "Rows", "read_from": "Read from",
    "publisher": "Publisher", "sha256": "Checksum (start)", "licence": "Licence", "published": "Published by anybody",
    "table": "Name in files", "note": "To know, or to bring",
}  # fmt: skip
KINDS = {
    Status.ILLUSTRATIVE: "illustrative",
    Status.OFFICIAL: "official",
    Status.PUBLISHED: "published figures",
    Status.UNPUBLISHED: "with rows of your own",
}
DEFINITION = (
    "A table is loaded when it holds at least one row; where it was read from several files, the oldest day counts. "
    "Illustrative data describe a made-up England and never stand beside official numbers in one figure."
)
ABSENT = "not loaded"
MONTHS_12, DAYS_60 = 365, 60
# The register changes daily, so it ages faster than anything else that is loaded.
AGES = {"schools": DAYS_60, "links": DAYS_60}


def loaded(store: Store) -> View:
    """Every table of the catalogue: its kind, day, publisher, rows and checksum, or what to bring."""
    proof = proved(store, "datasets")
    return View(
        title="Every table",
        finding=_finding(proof.table),
        definition=DEFINITION,
        proof=proof,
        status=store.status,
        labels=LABELS,
    )


def _finding(table: pd.DataFrame) -> str:
    """How many tables are loaded, of which kinds and days, and how many of the others nobody publishes."""
    here = table.loc[table["status"] != ABSENT]
    away = table.loc[table["status"] == ABSENT]
    counts = Counter(_kind(status) for status in here["status"])
    parts = [f"{counts[kind]} {kind}" for kind in KINDS.values() if counts[kind]]
    start = f"{len(here)} of {len(table)} tables are loaded: {_listed(parts)}{_days(here)}."
    if away.empty:
        return start
    nobody = int((~away["published"].astype(bool)).sum())
    ends = f"nobody publishes {nobody} of the other {len(away)}" if nobody else f"{len(away)} are not"
    return f"{start[:-1]}; {ends}."


def _kind(status: str) -> str:
    """One word for a table read from files of several kinds: a reader's own rows decide."""
    kinds = status.split("; ")
    return KINDS[Status.UNPUBLISHED] if Status.UNPUBLISHED in kinds else KINDS[Status(kinds[0])]


def _days(here: pd.DataFrame) -> str:
    days = here["as_at"].dropna()
    if days.empty:
        return ""
    first, last = days.min(), days.max()
    return f", as at {say_date(first)}" if first == last else f", as at {say_date(first)} to {say_date(last)}"


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]])) or "none"


def grown_old(store: Store, today: date) -> str:
    """The sentence about data older than they should be: 60 days for the register, a year for the rest; else empty.

    Illustrative data do not age. A source without a date is named too, because nobody can say how old it is.
    """
    named = [
        _aged(source, today)
        for name in store.names
        for source in store.sources(name)
        if source.status is not Status.ILLUSTRATIVE and _is_old(name, source, today)
    ]
    if not named:
        return ""
    return f"Older than a year, or than {DAYS_60} days for the register: {'; '.join(dict.fromkeys(named))}."


def _is_old(name: str, source: Source, today: date) -> bool:
    if source.as_at is None:
        return source.status is Status.OFFICIAL
    return (today - source.as_at).days > AGES.get(name, MONTHS_12)


def _aged(source: Source, today: date) -> str:
    if source.as_at is None:
        return f"{source.dataset} (date unknown)"
    return f"{source.dataset} ({say_date(source.as_at)}, {_age((today - source.as_at).days)})"


def _age(days: int) -> str:
    years = days // 365
    return f"{years} {'year' if years == 1 else 'years'} old" if years else f"{days} days old"


def in_full(store: Store) -> tuple[Source, ...]:
    """Every source of what is loaded, each once."""
    return store.sources(*store.names)


def credit(source: Source) -> tuple[tuple[str, str], ...]:
    """A source as label and text, line by line, with the account of its rows; what nobody knows is left out."""
    account = (
        f"{source.rows_in:,} = {source.loaded:,} loaded + {source.quarantined:,} set aside "
        f"+ {source.duplicates:,} repeats + {source.footer:,} in the footer"
    )
    lines = (
        ("Publisher", source.publisher),
        ("As at", say_date(source.as_at) if source.as_at else "date unknown"),
        ("Read on", say_date(source.retrieved) if source.retrieved else ""),
        ("File", source.file),
        ("Checksum (SHA-256)", source.sha256),
        ("Licence", source.licence),
        ("Address", source.address),
        ("Rows of the file", account if source.rows_in else ""),
        ("To know", " ".join(f"{note.rstrip('.')}." for note in source.notes)),
    )
    return tuple((label, text) for label, text in lines if text)
