"""Trainee rows counted by an engine equal the same rows counted one by one."""

import importlib.util
import os
import shutil

import pandas as pd
import pytest
from records.made_trainees import CANARY, as_csv, as_parquet, recount, schools, trainees

from hubdata.records import cohorts
from hubdata.records.engine import connect, lookup, rows_of
from hubdata.records.tables import YEARS, Counted, count
from hubdata.schema.people import ALL, GROUP_NAMES

NAMES = [
    "starts", "qualified", "employed",
    *(f"{kind}_{year}" for kind in ("in_service", "stayed") for year in YEARS),
]  # fmt: skip


def agrees(found: Counted, rows: pd.DataFrame, by: list[str]) -> None:
    """Compare the cube's split with the plain count; years beyond the horizon hold nobody on either side."""
    others = [name for name in GROUP_NAMES if name not in by]
    cube = found.cube.loc[(found.cube[others] == ALL).all(axis=1) & (found.cube[by] != ALL).all(axis=1)]
    ours = {}
    for one in cube.to_dict("records"):
        key = (one["cohort"], *(one[name] for name in by))
        ours[key] = tuple(0 if late(name, key[0], found.horizon) else one[name] for name in NAMES)
    assert ours == recount(rows, by, found.horizon)


def late(name: str, cohort: int, horizon: int) -> bool:
    """Whether a count is of a census that has not been taken."""
    return name[-1].isdigit() and cohort + int(name[-1]) > horizon


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return trainees()


@pytest.mark.parametrize("written", [as_csv, as_parquet])
@pytest.mark.parametrize("by", [[], ["route"], ["network"], ["phase"], ["route", "phase"]], ids=str)
def test_the_embedded_engine_counts_as_one_counts_by_hand(rows, written, by, tmp_path):
    found = count(written(rows, tmp_path), schools())
    assert (found.rows, found.unusable, found.horizon) == (len(rows), 0, 2023)
    agrees(found, rows, by)


def test_people_are_placed_by_their_first_school_and_the_unknown_are_counted(rows, tmp_path):
    found = count(as_csv(rows, tmp_path), schools())
    known = rows.merge(schools(), on="urn", how="left")
    agrees(found, known.assign(la=known["la"].fillna("")), ["la"])
    assert found.unplaced == int((rows["urn"] == "123456").sum())


def test_a_row_without_a_year_is_counted_as_unusable(rows, tmp_path):
    broken = pd.concat([rows, rows.iloc[:3].assign(cohort=["", "soon", "n/a"])])
    found = count(as_csv(broken, tmp_path), schools())
    assert (found.rows, found.unusable) == (len(rows) + 3, 3)
    agrees(found, rows, [])


def test_columns_that_a_file_lacks_are_not_known(rows, tmp_path):
    few = rows[["cohort", "qualified", "last_seen"]]
    found = count(as_csv(few, tmp_path), schools())
    whole = found.cube.loc[(found.cube[list(GROUP_NAMES)] == ALL).all(axis=1)]
    assert whole["starts"].sum() == len(rows)
    assert set(found.cube["network"]) == {ALL, "Not known"}
    assert (whole["in_service_1"] == whole["stayed_1"]).all(), "nobody is known to have left and come back"


def test_a_required_column_is_asked_for(rows, tmp_path):
    with pytest.raises(ValueError, match="lacks last_seen"):
        count(as_csv(rows.drop(columns="last_seen"), tmp_path), schools())


def test_a_file_of_nobody_gives_no_counts(rows, tmp_path):
    found = count(as_csv(rows.iloc[:0], tmp_path), schools())
    assert (found.rows, len(found.cube)) == (0, 0)


def test_a_name_is_never_read(rows, tmp_path):
    found = count(as_csv(rows, tmp_path), schools())
    assert CANARY not in found.cube.to_csv()


ABLE = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None


@pytest.mark.skipif(not os.environ.get("HUBDATA_SPARK"), reason="Spark takes a while to start: set HUBDATA_SPARK=1")
@pytest.mark.skipif(not ABLE, reason="needs the optional extra pyspark and Java 17")
def test_spark_gives_the_same_counts(rows, tmp_path):
    path = as_csv(rows.iloc[:200], tmp_path)
    cubes = []
    for address in ("duckdb", "spark://local[1]"):
        engine = connect(address)
        found = cohorts.trainees(rows_of(engine, path), lookup(engine, schools(), str(tmp_path)))
        counted = cohorts.cube(found, 2023, (1, 5), [(), ("network",)])
        cubes.append(engine.execute(counted).sort_values(["cohort", "network"], ignore_index=True))
    pd.testing.assert_frame_equal(*cubes, check_dtype=False)
    assert set(cubes[1]["network"]) == {ALL, "harbour", "moor", "vale"}
