"""What a refresh altered, row by row of the answer."""

import pandas as pd
import pytest
from commanded import commanded
from england_of_files import register, written

from hubdata.building import check
from hubdata.building.refreshing.changes import COLUMNS, changes
from hubdata.schema import TABLES
from hubdata.snapshot import from_arrow, to_arrow


def frames(*paths) -> dict[str, pd.DataFrame]:
    return {n: from_arrow(to_arrow(t, TABLES[n]), TABLES[n]) for n, t in check(paths).tables.items()}


@pytest.fixture(scope="module")
def old(tmp_path_factory) -> dict[str, pd.DataFrame]:
    return frames(written(tmp_path_factory.mktemp("old")))


def said(old, new) -> set[tuple]:
    return {(r.table, r.what, r.name) for r in changes(old, new).itertuples()}


def test_the_same_data_have_no_changes(old):
    found = changes(old, old)
    assert found.empty
    assert list(found.columns) == COLUMNS


def test_rows_that_came_went_and_changed_are_counted(old):
    schools = old["schools"]
    new = schools.iloc[2:].assign(name=lambda t: t["name"].where(t["urn"] != "100009", "Renamed"))
    found = changes(old, old | {"schools": new}).set_index(["what", "name"])
    assert found.loc[("rows", ""), ["before", "after"]].tolist() == [60, 58]
    assert found.loc[("removed", "urn"), "after"] == 2
    assert found.loc[("altered", "urn"), "after"] == 1
    assert found.loc[("code", "status Closed"), "before"] == 1
    assert found.loc[("total", "pupils"), ["before", "after"]].tolist() == [10770, 10469]


def test_tables_that_come_and_go_are_told(old):
    without = {name: table for name, table in old.items() if name != "links"}
    assert ("links", "rows", "") in said(old, without)
    assert ("links", "rows", "") in said(without, old)


def test_the_command_prints_the_changes(tmp_path):
    first, second = written(tmp_path / "a"), written(tmp_path / "b")
    (second / "edubasealldata20231116.csv").write_bytes(register(61))
    for files in (first, second):
        assert commanded("build", "--from", str(files), "--to", str(files / "snapshot")).returncode == 0
    done = commanded("changes", str(first / "snapshot"), str(second / "snapshot"))
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == ",".join(COLUMNS)
    assert "schools,added,urn,,1" in done.stdout.splitlines()
    assert commanded("changes", str(first), str(second / "snapshot")).returncode == 2
