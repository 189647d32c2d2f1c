"""A file of trainees through the build: counted in its own process, and no person reaches the snapshot."""

from pathlib import Path

import numpy as np
import pytest
from records.made_trainees import CANARY, as_csv, as_parquet, trainees

from hubdata.answers.ask import ask
from hubdata.building import Counting, build, check, load
from hubdata.building.files.batch import Given
from hubdata.building.own.apart import apart
from hubdata.provenance import Status
from hubdata.store import Store


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> tuple[Path, object]:
    """A snapshot of one file of trainees, and what the build said of it."""
    folder = tmp_path_factory.mktemp("own")
    to = tmp_path_factory.mktemp("snapshot") / "made"
    return to, build([as_csv(trainees(count=2_000), folder)], to)


def test_the_file_is_known_by_its_header_and_every_row_accounted_for(built):
    _, said = built
    (report,) = said.reports
    assert (report.recognised_as, report.rows_in, report.loaded) == ("trainees", 2_000, 2_000)
    assert report.balanced
    assert str(report.as_at) == "2023-11-01"
    assert said.sources["cohorts"][0].status is Status.UNPUBLISHED


def test_the_tables_answer(built):
    to, _ = built
    store = Store.open(to)
    assert store.status is Status.UNPUBLISHED
    official = ask(store, "retention", base="trainees").table
    survival = ask(store, "retention", base="trainees", method="survival").table
    assert len(official) == 5
    assert survival["rate"].is_monotonic_decreasing
    assert len(ask(store, "pipeline", ("network",)).table)


def test_no_person_no_name_and_no_small_number_is_in_the_snapshot(built):
    to, _ = built
    assert not any(CANARY.encode() in path.read_bytes() for path in to.rglob("*"))
    store = Store.open(to)
    people = store.table("pipeline")["people"].dropna().astype(int).to_numpy()
    assert not ((people >= 1) & (people <= 7)).any()
    assert "harbour" in set(store.table("pipeline")["network"]), "the test must be able to find what is there"


def test_a_canary_count_reaches_no_answer(tmp_path):
    # One network with three trainees: three must stand nowhere, in no split, message or share.
    rows = trainees(count=1_000)
    rows.loc[:2, ["network", "cohort"]] = ["canary", "2017"]
    to = tmp_path / "made"
    build([as_csv(rows, tmp_path)], to)
    store = Store.open(to)
    answer = ask(store, "pipeline", ("cohort", "network"))
    found = answer.table.loc[(answer.table["network"] == "canary") & (answer.table["stage"] == "Starts")]
    assert found["people"].isna().all()
    assert found["mark"].tolist() == ["c"]
    assert "3" not in {str(value) for value in answer.table["people"].dropna()}


def test_for_private_use_the_report_says_so(tmp_path):
    said = check([as_csv(trainees(count=50), tmp_path)], how=Counting(suppressed=False))
    assert "TRN-04" in {finding.code for finding in said.reports[0].findings}


def test_an_upload_is_counted_too_whatever_its_name_on_disk(tmp_path):
    body = as_parquet(trainees(count=60), tmp_path).read_bytes()
    said = load([("mine.parquet", body)], None)
    assert said.reports[0].recognised_as == "trainees"
    assert said.tables["pipeline"].num_rows > 0


def test_too_many_rows_without_a_year_refuse_the_file(tmp_path):
    rows = trainees(count=100)
    rows.loc[:20, "cohort"] = "soon"
    said = check([as_csv(rows, tmp_path)])
    assert not said.passed
    assert "TRN-02" in {finding.code for finding in said.reports[0].findings}


def test_a_file_that_is_not_what_its_header_says_is_refused_not_raised(tmp_path):
    path = tmp_path / "broken.parquet"
    path.write_bytes(b"PAR1 cohort qualified last_seen" + bytes(np.arange(60, dtype=np.uint8)) + b"PAR1")
    said = check([path])
    assert said.reports[0].verdict == "REJECT"


def test_other_files_go_their_own_way(tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("cohort,qualified\n2019,yes\n")
    assert apart([Given(path, "other.csv")])[0] == []
