"""The server's tag of what came: by it a part is carried on and a file that has not changed is not fetched twice."""

import json
from collections.abc import Mapping
from pathlib import Path


def conditions(to: Path, part: Path, notes: Path) -> Mapping[str, str]:
    """Ask only for what is missing of a part, as long as the server's tag is still the same; else only for news."""
    etag = _etag(notes)
    if part.exists() and part.stat().st_size and etag:
        return {"Range": f"bytes={part.stat().st_size}-", "If-Range": etag}
    kept = _etag(tag_file(to)) if to.exists() else ""
    return {"If-None-Match": kept} if kept else {}


def _etag(notes: Path) -> str:
    try:
        return str(json.loads(notes.read_text(encoding="utf-8"))["etag"])
    except (OSError, ValueError, KeyError):
        return ""


def tag_file(to: Path) -> Path:
    """Where the tag of a file that came is kept."""
    return to.with_name(f".{to.name}.json")
