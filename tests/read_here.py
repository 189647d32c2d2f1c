"""Reads one file with our readers, in this process, judged by the areas that come with the product."""

from datetime import date
from pathlib import Path

from conftest import ROOT

from hubdata.intake.limits import UPLOAD
from hubdata.sources.reading import Parsed, read_file
from hubdata.sources.reference import Reference

ENGLAND = Reference(ROOT / "data" / "places")


def read_here(name: str, body: bytes, as_at: date | None = None) -> Parsed:
    """The one file read."""
    (parsed,) = read_file(name, body, as_at, UPLOAD, ENGLAND)
    return parsed


def rows(parsed: Parsed, table: str) -> list[dict]:
    """The rows of a table it gave."""
    return parsed.tables[table].to_pylist()


def codes(parsed: Parsed) -> set[str]:
    """Codes of every finding graver than PASS."""
    return {finding.code for finding in parsed.report.findings if finding.severity != "PASS"}


def read_path(path: Path) -> Parsed:
    """The one file at a path read."""
    return read_here(path.name, path.read_bytes())
