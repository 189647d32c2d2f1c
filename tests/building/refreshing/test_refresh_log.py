"""A refresh is written down beside the snapshot, and the Data page tells of it."""

import pandas as pd
import pytest
from bringing import tables
from commanded import commanded
from england_of_files import register, written
from visiting import arrive, said, unescaped

from hubdata import refreshes, snapshot
from hubdata.app.cache import _opened


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    """A snapshot built once and refreshed twice: one school more, then another; and what was printed."""
    files = written(tmp_path_factory.mktemp("refreshed"))
    to = tmp_path_factory.mktemp("to") / "snapshot"
    printed = []
    for count in (60, 61, 61, 62):
        (files / "edubasealldata20231116.csv").write_bytes(register(count))
        done = commanded("build", "--from", str(files), "--to", str(to))
        assert done.returncode == 0, done.stderr
        printed.append(done.stderr)
    return to, printed


def test_the_first_build_and_the_same_again_are_no_refresh(refreshed):
    _, printed = refreshed
    assert "differences" not in printed[0]
    assert "0 differences from the snapshot before" in printed[2]


def test_every_refresh_is_on_record_the_newest_first(refreshed):
    to, _ = refreshed
    log = refreshes.read(str(to))
    assert log[refreshes.WHEN].drop_duplicates().shape[0] == 2
    last = refreshes.newest(log)
    assert last["to"].iloc[0] == snapshot.read_manifest(str(to)).hash[:8]
    rows = last.loc[(last["table"] == "schools") & (last["what"] == "rows")]
    assert rows[["before", "after"]].to_numpy().tolist() == [[61, 62]]
    earlier = log.iloc[len(last) :]
    assert earlier["to"].iloc[0] == last["from"].iloc[0]


def test_the_log_is_no_part_of_what_is_checked(refreshed):
    to, _ = refreshed
    before = snapshot.read_manifest(str(to)).hash
    (to / refreshes.LOG).write_text("not,a,log\n1,2,3\n")
    assert snapshot.read(str(to))[0].hash == before
    assert refreshes.read(str(to)).empty
    assert refreshes.newest(refreshes.read(str(to))).empty


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "", "99999999999-01-01"])
def test_a_day_that_is_none_makes_the_log_unreadable_and_is_said(tmp_path, day):
    assert not refreshes.damaged(str(tmp_path))
    header = ",".join(refreshes.COLUMNS)
    (tmp_path / refreshes.LOG).write_text(f"{header}\n2026-11-20,a,b,schools,rows,,1,2\n{day},c,a,schools,rows,,1,2\n")
    assert (refreshes.damaged(str(tmp_path)), len(refreshes.read(str(tmp_path)))) == (True, 0)


def test_what_a_later_refresh_altered_is_left_out():
    rows = [["2026-11-20", "aaaaaaaa", "bbbbbbbb"], ["2026-10-20", "cccccccc", "aaaaaaaa"]]
    log = pd.DataFrame(rows, columns=refreshes.WHEN)
    assert list(refreshes.until(log, "aaaaaaaa0000")["to"]) == ["aaaaaaaa"]
    assert list(refreshes.until(log, "bbbbbbbb0000")["to"]) == ["bbbbbbbb", "aaaaaaaa"]
    assert refreshes.until(log, "cccccccc0000").empty


def test_the_data_page_tells_of_the_last_refresh(refreshed, monkeypatch):
    to, _ = refreshed
    (to / refreshes.LOG).write_text(
        "refreshed,from,to,table,what,name,before,after\n2026-11-20,aaaaaaaa,bbbbbbbb,schools,rows,,61,62\n"
        "2026-10-20,cccccccc,aaaaaaaa,schools,code,<b>status</b> Closed,,3\n"
    )
    monkeypatch.setenv("HUBDATA", str(to))
    _opened.clear()
    page = arrive("data", part="changes")
    assert not page.exception
    words = " ".join(map(unescaped, said(page)))
    assert "1 differences in the last refresh, 20 Nov 2026. 2 on record" in words
    (table,) = [table for table in tables(page) if "After" in table]
    assert table[["Table", "What", "Before", "After"]].to_numpy().tolist() == [["schools", "rows", "61", "62"]]
