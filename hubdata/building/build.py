"""The three things done with files: check them, build a snapshot of them, load a reader's own beside one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hubdata.building.built import Built as Built
from hubdata.building.files.batch import PREFIX, Delivery, Job, Reading
from hubdata.building.files.found import jobs_for
from hubdata.building.files.shares import NOTHING, Said
from hubdata.building.own.apart import USUAL, Counting, apart
from hubdata.building.refreshing.log import log_refresh
from hubdata.intake.filenames import shown
from hubdata.intake.limits import BUILD, UPLOAD, Limits

if TYPE_CHECKING:
    import pyarrow as pa

    from hubdata.building.assembled import Assembled
    from hubdata.store import Store

CHILDREN = 2
# Little effort to pack: a twentieth more bytes, and the wait is shorter.
EFFORT = 3
# What is shipped is packed once and downloaded often.
SHIPPED_EFFORT = 19
# The areas that come with the product, to judge files by.
PLACES = Path(__file__).parents[2] / "data" / "places"


def _places() -> Path | None:
    return PLACES if (PLACES / "manifest.json").exists() else None


def check(
    paths: Sequence[Path],
    declared: Mapping[str, date] | None = None,
    limits: Limits = BUILD,
    how: Counting = USUAL,
) -> Built:
    """Read and judge every file under the paths; nothing is written. ``how`` says how trainees are counted."""
    people, others = apart(jobs_for(paths, declared or {}))
    return _put_together(Reading(others, limits, CHILDREN, _places()), None, people=people, how=how)


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
    people, others = apart(jobs_for(paths, declared or {}))
    reading = Reading(others, limits, CHILDREN, _places())
    from hubdata import arrow, snapshot

    arrow.begin_without_pandas()
    built = _put_together(reading, None, to, people, how, shipped=shipped)
    if not (built.passed and built.tables):
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
    begun: Callable[[Reading], None] | None = None,
    how: Counting = USUAL,
    said: Mapping[str, Said] | None = None,
) -> Built:
    """A reader's own files, judged as uploads; areas that they do not bring come from ``base``.

    ``said`` is what the reader said of a file, by its name as shown.
    ``begun`` is told of the reading as soon as it runs, so that somebody else can watch how far it is.
    """
    import tempfile

    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        jobs = []
        for number, (name, body) in enumerate(files):
            path = Path(folder) / f"{number}"
            path.write_bytes(body)
            title = shown(name.replace("\\", "/").rpartition("/")[2])
            jobs.append(Job(path, title, (said or {}).get(title, NOTHING)))
        people, others = apart(jobs, limits.upload_bytes)
        reading = Reading(others, limits, 1, _places())
        if begun:
            begun(reading)
        return _put_together(reading, base, people=people, how=how)


def _put_together(
    reading: Reading,
    base: "Store | None",
    to: Path | None = None,
    people: Sequence[Job] = (),
    how: Counting = USUAL,
    *,
    shipped: bool = False,
) -> Built:
    """Wait for the children, choose among equal files, assemble. Imports come first: they cost nothing meanwhile."""
    from hubdata.building.areas.embedded import embedded_places
    from hubdata.building.assembly import assemble
    from hubdata.building.files.newest import chosen
    from hubdata.building.own.hiding import hide_small_numbers
    from hubdata.building.own.trainees import add_trainees
    from hubdata.building.refreshing.shrunk import losses

    places = base or embedded_places()
    from hubdata.building.shipped import fit_to_ship, forget_the_day

    deliveries: list[Delivery] = reading.deliveries()
    fit, left_out = fit_to_ship(deliveries, people) if shipped else (deliveries, [])
    used, findings = chosen(fit)
    findings += left_out
    assembled = assemble(used, places, base, date.today())
    findings += losses(used, to) if to else []
    hide_small_numbers(assembled, suppressed=how.suppressed)
    if shipped:
        forget_the_day(assembled)
    else:
        deliveries += add_trainees(assembled, people, places, how, date.today())
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
