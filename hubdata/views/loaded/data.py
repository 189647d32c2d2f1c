"""The Data page: what is loaded and what is not, in a sentence and a table, and what of it has grown old."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from hubdata.provenance import Source, Status, say_date
from hubdata.store import Store
from hubdata.views.view import View, proved

KINDS = {
    Status.ILLUSTRATIVE: "illustrative",
    Status.OFFICIAL: "official",
    Status.PUBLISHED: "from published figures",
    Status.UNPUBLISHED: "with rows of your own",
}
DEFINITION = (
    "A table is loaded when it holds at least one row; where it was read from several files, the oldest day counts. "
    "Illustrative data describe a made-up England and never stand beside official numbers in one figure."
)
ABSENT = "not loaded"


def loaded(store: Store) -> View:
    """Every table of the catalogue: its kind, day, publisher, rows and checksum, or what to bring."""
    proof = proved(store, "datasets")
    return View(
        title="Every table",
        finding=_finding(proof.table, proof.facts["statuses"]),
        definition=DEFINITION,
        proof=proof,
        status=store.status,
    )


def _finding(table: pd.DataFrame, statuses: Mapping[str, tuple[Status, ...]]) -> str:
    """How many tables are loaded, of which kinds and days, and how many of the others nobody publishes."""
    here = table.loc[table["status"] != ABSENT]
    away = table.loc[table["status"] == ABSENT]
    counts = Counter(_kind(statuses[name]) for name in here["table"])
    parts = [f"{counts[kind]} {kind}" for kind in KINDS.values() if counts[kind]]
    start = f"{len(here)} of {len(table)} tables are loaded: {_listed(parts)}{_days(here)}."
    if away.empty:
        return start
    nobody = int((~away["published"].astype(bool)).sum())
    ends = f"nobody publishes {nobody} of the other {len(away)}" if nobody else f"{len(away)} are not"
    return f"{start[:-1]}; {ends}."


def _kind(statuses: tuple[Status, ...]) -> str:
    """One word for a table read from files of several kinds: a reader's own rows decide."""
    return KINDS[Status.UNPUBLISHED if Status.UNPUBLISHED in statuses else statuses[0]]


def _days(here: pd.DataFrame) -> str:
    days = here["as_at"].dropna()
    if days.empty:
        return ""
    first, last = days.min(), days.max()
    return f", as at {say_date(first)}" if first == last else f", as at {say_date(first)} to {say_date(last)}"


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]])) or "none"


def in_full(store: Store) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Every source of what is loaded, each once: its name, and label and text line by line.

    What nobody knows is left out. A file's account of its rows is given where there is a file.
    """
    titles = dict(proved(store, "datasets").table[["table", "title"]].itertuples(index=False))
    filled: dict[tuple[str, str, str], list[tuple[str, Source]]] = {}
    for name in store.names:
        for source in store.sources(name):
            filled.setdefault((source.dataset, source.file, source.sha256), []).append((name, source))
    return [(given[0][1].dataset, _lines(store, titles, given)) for given in filled.values()]


def _lines(store: Store, titles: dict[str, str], given: list[tuple[str, Source]]) -> tuple[tuple[str, str], ...]:
    source = given[0][1]
    notes = dict.fromkeys(note for _, one in given for note in one.notes)
    tables = [f"{titles[name]} {store.checksum(name)[:8]}" for name, _ in given if store.checksum(name)]
    lines = (
        ("Fills", ", ".join(titles[name] for name, _ in given)),
        ("Publisher", source.publisher),
        ("As at", source.day),
        ("Read on", say_date(source.retrieved) if source.retrieved else ""),
        ("File", source.file),
        ("Checksum (SHA-256)", source.sha256),
        ("Checksums of the tables (SHA-256)", "" if source.sha256 else ", ".join(tables)),
        ("Licence", source.licence),
        ("Address", source.address),
        ("Rows of the file", _account(source) if source.file else ""),
        ("To know", " ".join(f"{note.rstrip('.')}." for note in notes)),
    )
    return tuple((label, text) for label, text in lines if text)


def _account(source: Source) -> str:
    return (
        f"{source.rows_in:,} = {source.loaded:,} loaded + {source.quarantined:,} set aside "
        f"+ {source.duplicates:,} repeats + {source.footer:,} in the footer"
    )
