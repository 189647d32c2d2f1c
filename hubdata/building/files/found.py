"""Paths a person names, made into the list of files to read."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from hubdata.building.files.shares import Given, Said
from hubdata.intake.filenames import shown

# Hidden files, and the marks that a spreadsheet program leaves beside a workbook that is open.
HIDDEN = (".", "~$")


def files_under(paths: Sequence[Path], declared: Mapping[str, date]) -> list[Given]:
    """Every file under the paths but hidden ones, in name order. Raises ``FileNotFoundError`` for a wrong path."""
    jobs = []
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(f"there is no file or folder {path}")
        inside = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in inside:
            name = file.relative_to(path).as_posix() if path.is_dir() else file.name
            if not any(part.startswith(HIDDEN) for part in name.split("/")):
                as_at = declared.get(name) or declared.get(file.name) or declared.get(str(file))
                jobs.append(Given(file, shown(name), Said(as_at)))
    return jobs
