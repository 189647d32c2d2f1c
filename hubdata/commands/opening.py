"""Which snapshot a command reads."""

import os

from hubdata import snapshot
from hubdata.answers.question import Unanswerable
from hubdata.store import ILLUSTRATIVE, Store


def location(asked: str | None = None) -> str:
    """The snapshot asked for, else the one ``HUBDATA`` names, else the illustrative England."""
    return asked or os.environ.get("HUBDATA") or str(ILLUSTRATIVE)


def open_store(asked: str | None = None) -> Store:
    """The store there; raises ``Unanswerable`` with one sentence when it cannot be opened."""
    try:
        return Store.open(location(asked))
    except (snapshot.Broken, OSError, ValueError, ImportError) as error:
        raise Unanswerable(f"the snapshot cannot be opened: {error}") from error
