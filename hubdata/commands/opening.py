"""Which snapshot a command reads."""

from hubdata import snapshot
from hubdata.answers.question import Unanswerable
from hubdata.store import Store, location


def open_store(asked: str | None = None) -> Store:
    """The store of a snapshot, named as ``store.location`` says; raises ``Unanswerable`` with one sentence."""
    try:
        return Store.open(location(asked))
    except (snapshot.Broken, OSError, ValueError, ImportError) as error:
        raise Unanswerable(f"the snapshot cannot be opened: {error}") from error
