"""Names of files: what kind they say they are, and how they are fit to be shown. A name is never used as a path."""

import unicodedata
from pathlib import PurePosixPath

LONGEST_NAME = 100


def ending(name: str) -> str:
    """The ending of a name in lower case, with its dot; empty where it has none."""
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def shown(name: str) -> str:
    """A name fit to be shown: no marks that hide or turn text, and no longer than a line. Never used as a path."""
    seen = "".join(c for c in name if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp"))
    kind = ending(seen)[:10]
    return seen if len(seen) <= LONGEST_NAME else f"{seen[: LONGEST_NAME - len(kind) - 1]}…{kind}"
