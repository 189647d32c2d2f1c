"""Files with one row a person pass gates before an engine sees a row: each refusal is one true sentence."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from records.made_trainees import as_csv, as_parquet, trainees

from hubdata.building import check, load
from hubdata.intake.limits import Limits

HEAD = b"cohort,qualified,last_seen,network\n"
ROW = b"2018,yes,2020,harbour\n"
BAD = {
    "a NUL": (HEAD + ROW + b'"\x00\x00,1\n=1+1,inf,nan\n', "TEXT-07", "NUL"),
    "a broken letter": (HEAD + "2018,yes,2020,Hafan Fôr\n".encode() + b"2018,yes,2020,\xff\n", "TEXT-05", "no letter"),
    "an open quote": (HEAD + ROW * 20 + b'2018,"yes,2020,harbour\n' + ROW * 20, "TRN-05", "quote is left open"),
}


def codes(built) -> list[str]:
    return [finding.code for report in built.reports for finding in report.findings]


def parquet(**columns: pa.Array) -> bytes:
    plain = {"cohort": [2018] * 9, "qualified": ["yes"] * 9, "last_seen": [2020] * 9}
    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(plain | columns), sink)
    return sink.getvalue().to_pybytes()


@pytest.mark.parametrize("what", list(BAD))
def test_a_damaged_file_is_refused_with_its_reason(tmp_path, what):
    body, code, said = BAD[what]
    (tmp_path / "trainees.csv").write_bytes(body)
    for built in (check([tmp_path / "trainees.csv"]), load([("trainees.csv", body)], None)):
        assert codes(built) == [code]
        assert said in built.reports[0].findings[0].message
        assert built.reports[0].verdict == "REJECT"


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"network": pa.array([["a"]] * 9)}, "PARQ-03"),
        ({"network": pa.array([b"a"] * 9, pa.binary())}, "PARQ-03"),
    ],
    ids=["lists", "bytes"],
)
def test_columns_that_no_table_holds_are_refused(columns, code):
    assert codes(load([("trainees.parquet", parquet(**columns))], None)) == [code]


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(people_cells=1000), "PARQ-02"),
        (Limits(people_bytes=1000), "FILE-02"),
        (Limits(people_seconds=-1), "CHILD-01"),
    ],
    ids=["cells", "bytes", "work"],
)
def test_what_a_page_does_not_count_is_for_the_build(tmp_path, limits, code):
    path = as_parquet(trainees(count=400), tmp_path)
    refused = load([(path.name, path.read_bytes())], None, limits)
    assert codes(refused) == [code]
    assert "`python -m hubdata build`" in refused.reports[0].findings[0].message
    assert check([path]).reports[0].loaded == 400


def test_letters_of_windows_are_read_as_letters(tmp_path):
    rows = trainees(count=400).assign(network="Hafan Fôr")
    path = as_csv(rows, tmp_path)
    built = load([(path.name, path.read_text().encode("cp1252"))], None)
    assert "Hafan Fôr" in built.tables["pipeline"]["network"].to_pylist()
