"""What a server holds for one reader: files only where a page asks for them, and the newest click after a pause."""

import pytest
from reader import Reader

LANDED, REFUSED, TOO_MUCH = 204, 403, 413


@pytest.fixture
def visitor(illustrative):
    readers = []

    def arrive(page: str) -> Reader:
        readers.append(Reader.arrive(illustrative, page))
        return readers[-1]

    yield arrive
    for reader in readers:
        reader.line.close()


def test_a_file_is_taken_only_where_a_page_asks_for_it(visitor):
    elsewhere, here = visitor("reach").run(), visitor("data").run()
    assert elsewhere.send(10) == REFUSED
    assert here.send(10, "no-such-session") == REFUSED
    assert here.send(10) == LANDED


def test_at_most_twenty_files_a_session_and_leaving_the_page_lets_go_of_them(visitor):
    reader = visitor("data").run()
    assert [reader.send(1) for _ in range(21)] == [LANDED] * 20 + [TOO_MUCH]
    reader.page = "reach"
    reader.run()
    reader.page = "data"
    assert reader.run().send(1) == LANDED


def test_at_most_a_hundred_megabytes_a_session(visitor):
    reader = visitor("data").run()
    assert [reader.send(45_000_000) for _ in range(3)] == [LANDED, LANDED, TOO_MUCH]


def test_the_first_click_after_a_lost_session_counts(visitor):
    """The browser brings what it shows and the newest click; the address is still that of before the click."""
    phase = visitor("reach").run().widget("Phase")
    again = visitor("reach").run("phase=Primary", **{phase: "Secondary"})
    assert again.query == "phase=Secondary"
    assert visitor("reach").run("phase=Primary").query == "phase=Primary"
