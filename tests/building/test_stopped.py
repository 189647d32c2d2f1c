"""A reading that nobody waits for any more: its child is ended and no other begins."""

import threading

from hubdata.building import load
from hubdata.intake.limits import UPLOAD
from hubdata.jobs.job import Job, Progress, Room
from tests.benchmarks.reading import workbook


def test_reading_that_is_given_up_answers_for_no_more_files():
    """Three sheets that each take a child to its limit: stopped at the first, the others are never begun."""
    begun = threading.Event()
    body = workbook()

    def work(room: Room):
        def told(progress: Progress) -> None:
            room.tell(progress)
            begun.set()

        watched = Room(room.folder, room.turn, told, room.ends_with)
        return load([(f"{n}.xlsx", body) for n in range(3)], None, UPLOAD, watched)

    job = Job("reader", work).begin()
    assert begun.wait(30)
    job.stop()
    built = job.result(60)
    assert len(built.reports) < 3
    assert not any(report.taken for report in built.reports)
