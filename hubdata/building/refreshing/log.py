"""A refresh written down: what the new snapshot holds other than the one it replaced."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hubdata.snapshot import Manifest


def log_refresh(to: Path, before: "tuple[Manifest, dict[str, bytes]]", after: "Manifest") -> int:
    """Log the differences between the snapshot before and the one now in ``to``; how many there are.

    The same snapshot written again is no refresh.
    """
    from hubdata import refreshes, snapshot
    from hubdata.building.refreshing.changes import changes

    manifest, packed = before
    if manifest.hash == after.hash:
        return 0
    old = {name: snapshot.unpacked(name, body) for name, body in packed.items()}
    altered = changes(old, snapshot.read(str(to))[1])
    refreshes.add(to, altered, manifest.hash, after.hash, date.today())
    return len(altered)
