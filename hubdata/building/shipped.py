"""What is fit to go out with the product: nobody's own lists, no day of reading, and nothing of an earlier build."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hubdata import atomic, snapshot
from hubdata.building.assembled import Assembled
from hubdata.building.files.batch import Delivery, Given
from hubdata.building.networks.membership import own
from hubdata.intake.verdicts import Finding, Verdict

SAID = "a reader's own list is left out: it is not shipped"


def fit_to_ship(deliveries: Sequence[Delivery], trainees: Sequence[Given]) -> tuple[list[Delivery], list[Finding]]:
    """The deliveries without readers' own lists, and one finding for each file that is left out."""
    owned = [delivery for delivery in deliveries if delivery.report.taken and own(delivery)]
    counted = [(delivery.report.file, delivery.report.rows_in) for delivery in owned] + [
        (one.name, 1) for one in trainees
    ]
    said = [Finding("SHIP-01", Verdict.PASS, file, SAID, count) for file, count in counted]
    return [delivery for delivery in deliveries if not any(delivery is left for left in owned)], said


def forget_the_day(built: Assembled) -> None:
    """Take the day of reading from every source, so that the same files make the same bytes on any day."""
    for name, sources in built.sources.items():
        built.sources[name] = tuple(replace(source, retrieved=None) for source in sources)


def sweep(to: Path) -> None:
    """Delete tables of earlier builds from the folder: what is shipped holds what its manifest names alone."""
    named = {entry["file"] for entry in snapshot.read_manifest(str(to)).tables.values()}
    atomic.sweep(to, snapshot.OURS, named)
