"""The latest of something costly that a reader can ask for in endless variants, such as any radius."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from hubdata.store import Store

Found = TypeVar("Found")
ROOM = 128


class Recent:
    """The last ``room`` answers; the one longest unused goes first. Safe to share between sessions."""

    def __init__(self, room: int = ROOM) -> None:
        """An empty shelf with room for so many."""
        self._room = room
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Found]) -> Found:
        """What ``make`` returned for the key, made now if it is not here."""
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        found = make()
        with self._lock:
            self._found[key] = found
            while len(self._found) > self._room:
                self._found.popitem(last=False)
        return found

    def find(self, key: Hashable) -> Any:
        """What is on the shelf for the key, untouched; None where nothing is."""
        return self._found.get(key)


def recent(store: Store, shelf: str, key: Hashable, make: Callable[[], Found], room: int = ROOM) -> Found:
    """What ``make`` returns, kept on a shelf of the store while it is among the last ``room`` asked for there."""
    return store.kept(("recent", shelf), lambda: Recent(room)).get(key, make)
