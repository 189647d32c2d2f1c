"""The three things done with files: check them, build a snapshot of them, load a reader's own beside one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hubdata.building.built import Built as Built
from hubdata.building.files.batch import Delivery, Given, Reading
from hubdata.building.files.found import files_under
from hubdata.building.files.shares import NOTHING, Said
from hubdata.building.own.apart import USUAL, Counting, apart
from hubdata.building.refreshing.log import log_refresh
from hubdata.intake.filenames import shown
from hubdata.intake.limits import BUILD, UPLOAD, Limits
from hubdata.jobs.job import Room, alone
from hubdata.snapshot import MANIFEST, PLACES

if TYPE_CHECKING:
    import pyarrow as pa

    from hubdata.building.assembled import Assembled
    from hubdata.store import Store

CHILDREN = 2
# Little effort to pack: a twentieth more bytes, and the wait is shorter.
EFFORT = 3
# What is shipped is packed once and downloaded often.
SHIPPED_EFFORT = 19


def _places() -> Path | None:
    return PLACES if (PLACES / MANIFEST).exists() else None


def check(
    paths: Sequence[Path],
    declared: Mapping[str, date] | None = None,
    limits: Limits = BUILD,
    how: Counting = USUAL,
) -> Built:
    """Read and judge every file under the paths; nothing is written. ``how`` says how trainees are counted."""
    with alone() as room:
        return _put_together(_begun(files_under(paths, declared or {}), limits, room), None, how=how)


def build(
    paths: Sequence[Path],
    to: Path,
    declared: Mapping[str, date] | None = None,
    limits: Limits = BUILD,
    how: Counting = USUAL,
    *,
    shipped: bool = False,
) -> Built:
    """``check``, then write the snapshot to the folder ``to`` in one step, unless a file is refused or none is known.

    What is ``shipped`` has none of a reader's own lists and is the same bytes from the same files on any day.
    While the children read, this process imports what writing needs: both together cost what the slower does.
    """
    with alone() as room:
        begun = _begun(files_under(paths, declared or {}), limits, room)
        from hubdata import snapshot
        from hubdata.intake.without_pandas import begin_without_pandas

        begin_without_pandas()
        built = _put_together(begun, None, to, how, shipped=shipped)
    if built.stopped_by or not built.tables:
        return built
    if shipped:
        from hubdata.building.shipped import sweep

        snapshot.write(built.tables, built.sources, to, built.status, effort=SHIPPED_EFFORT)
        sweep(to)
        return built
    try:
        before = snapshot.read_packed(str(to))
    except snapshot.Broken:
        before = None
    written = snapshot.write(built.tables, built.sources, to, built.status, effort=EFFORT)
    return replace(built, altered=log_refresh(to, before, written)) if before else built


def load(
    files: Sequence[tuple[str, bytes]],
    base: "Store | None",
    limits: Limits = UPLOAD,
    room: Room | None = None,
    how: Counting = USUAL,
    said: Mapping[str, Said] | None = None,
) -> Built:
    """A reader's own files, judged as uploads; areas that they do not bring come from ``base``.

    ``said`` is what the reader said of a file, by its name as shown. ``room`` is that of the job, if this is one.
    """
    if room is None:
        with alone() as own:
            return load(files, base, limits, own, how, said)
    given = []
    for number, (name, body) in enumerate(files):
        path = room.folder / f"{number}"
        path.write_bytes(body)
        title = shown(name.replace("\\", "/").rpartition("/")[2])
        given.append(Given(path, title, (said or {}).get(title, NOTHING)))
    return _put_together(_begun(given, limits, room, 1), base, how=how)


@dataclass(frozen=True)
class Begun:
    """Files of which some are being read, and those with a row a person wait for the register to be known."""

    reading: Reading
    others: Sequence[Given]
    people: Sequence[Given]
    limits: Limits
    room: Room


def _begun(given: Sequence[Given], limits: Limits, room: Room, children: int = CHILDREN) -> Begun:
    people, others = apart(given)
    return Begun(Reading(others, limits, children, _places(), room), others, people, limits, room)


def _put_together(
    begun: Begun,
    base: "Store | None",
    to: Path | None = None,
    how: Counting = USUAL,
    *,
    shipped: bool = False,
) -> Built:
    """Wait for the children, choose among equal files, assemble. Imports come first: they cost nothing meanwhile."""
    from hubdata.building.areas.embedded import embedded_places
    from hubdata.building.assembly import assemble
    from hubdata.building.files.newest import chosen
    from hubdata.building.files.second_reading import read_again
    from hubdata.building.own.hiding import hide_small_numbers
    from hubdata.building.own.trainees import add_trainees
    from hubdata.building.refreshing.shrunk import losses

    places = base or embedded_places()
    from hubdata.building.shipped import fit_to_ship, forget_the_day

    read = begun.reading.deliveries()
    deliveries: list[Delivery] = read_again(read, begun.others, begun.limits, _places(), begun.room)
    fit, left_out = fit_to_ship(deliveries, begun.people) if shipped else (deliveries, [])
    used, findings = chosen(fit)
    findings += left_out
    assembled = assemble(used, places, base, date.today())
    findings += losses(used, to) if to else []
    hide_small_numbers(assembled, suppressed=how.suppressed)
    if shipped:
        forget_the_day(assembled)
    else:
        deliveries += add_trainees(assembled, begun.people, places, how, begun.limits, begun.room)
    return Built(
        [a.report for a in deliveries], _set_aside(deliveries, assembled), [*findings, *assembled.findings], assembled
    )


def _set_aside(deliveries: Sequence[Delivery], assembled: "Assembled") -> dict[str, "pa.Table"]:
    """The rows of each file that do not go on, whether for what stands in them or for what another file says."""
    import pyarrow as pa

    own = {delivery.report.file: [delivery.quarantine] for delivery in deliveries if delivery.quarantine is not None}
    return {
        file: pa.concat_tables([*own.get(file, ()), *assembled.aside.get(file, ())], promote_options="default")
        for file in {**own, **assembled.aside}
    }
