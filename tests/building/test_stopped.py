"""A reading that nobody waits for any more: its child is ended and no other begins."""

from concurrent.futures import ThreadPoolExecutor, wait

from hubdata.building import load
from hubdata.building.files.batch import Reading
from hubdata.intake.limits import UPLOAD
from tests.benchmarks.reading import workbook


def test_reading_that_is_given_up_answers_for_no_more_files():
    """Three sheets that each take a child to its limit: stopped at the first, the others are never begun."""
    begun: list[Reading] = []
    body = workbook()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(load, [(f"{n}.xlsx", body) for n in range(3)], None, UPLOAD, begun.append)
        while not begun and not running.done():
            wait([running], timeout=0.05)
        begun[0].stop()
        built = running.result()
    assert len(built.reports) < 3
    assert not any(report.taken for report in built.reports)
