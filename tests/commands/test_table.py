"""``python -m hubdata table``: exit codes, one sentence, and CSV that a script can read."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from conftest import ROOT
from small_england import store_in, tables

from hubdata.__main__ import main


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("snapshot")
    store_in(made, tables(1, 200))
    return made


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["table", *words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("reech",),
        ("reach", "--km", "ten"),
        ("reach", "--km", "-3"),
        ("reach", "--km"),
        ("reach", "--colour", "red"),
        ("reach", "--by", "colour"),
        ("reach", "--as-at", "2018"),
        ("reach", "--definition", "near"),
        ("reach", "--only", "phase"),
        ("reach", "--only", "phase=Primary", "--only", "phase=Secondary"),
        ("reach", "--only", "la=E99"),
        ("pairs", "--top", "2.5"),
        ("population", "--km", "3"),
        ("concentration", "--rank", "imd"),
    ],
)
def test_a_refusal_is_one_sentence_and_exit_2(capsys, folder, words):
    code, out, err = run(capsys, *words, "--data", str(folder))
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_no_snapshot_there_is_a_refusal(capsys, tmp_path):
    assert run(capsys, "population", "--data", str(tmp_path))[0] == 2


@pytest.mark.parametrize("words", [[], ["tabel"], ["table", "--nonsense"]])
def test_the_parser_refuses_in_one_sentence_too(capsys, words):
    assert main(words) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


COLUMNS = {
    ("population",): "schools,located,pupils",
    ("reach", "--by", "la"): "la,la_name,reached,schools,rate,low,high,mark",
    ("reach", "--by", "ruc"): "ruc,ruc_vintage,reached,schools,rate,low,high,mark",
    ("distance",): "schools,median_km,p90_km",
    (
        "gap",
    ): "reached_a,schools_a,reached_b,schools_b,ratio,ratio_low,ratio_high,difference,difference_low,difference_high",
    ("overlap",): "schools,mean_within,median_within,mean_effective,none",
    ("pairs",): "a,b,a_name,b_name,shared,either,jaccard",
    ("funnel_plot",): "la,la_name,reached,schools,rate,low95,high95,low998,high998,verdict",
    ("inequality",): "areas,schools,provision,gini,theil,theil_between,theil_within",
    ("concentration",): "year,n,index,low,high,eligible_index,eligible_low,eligible_high",
    ("roles",): "role,schools,with_provider,rate,low,high",
    ("hub_areas",): "hub_area,hub_name,schools,shared,band,mean_km,max_km",
    ("eligibility",): "eligible,designated,conversion,low,high",
    ("unreached",): "urn,name,phase,rural,pupils,la,nearest,nearest_name,km",
}


@pytest.mark.parametrize("words", list(COLUMNS), ids=" ".join)
def test_columns_are_as_promised(capsys, folder, words):
    code, out, _ = run(capsys, *words, "--data", str(folder))
    header = out.splitlines()[0]
    assert code == 0
    assert header == COLUMNS[words] or header.removesuffix(",mark") == COLUMNS[words]


def test_whole_numbers_are_whole_rates_have_six_decimals_and_unknown_is_empty(capsys, folder):
    rows = list(csv.DictReader(io.StringIO(run(capsys, "gap", "--by", "la", "--data", str(folder))[1])))
    assert all(row["reached_a"].isdigit() and row["schools_b"].isdigit() for row in rows)
    known = [row["difference"] for row in rows if row["difference"]]
    assert known
    assert all(len(value.split(".")[1]) == 6 for value in known)
    assert not any(value in ("nan", "None", "<NA>", "-0.000000") for row in rows for value in row.values())


def test_pupils_reached_are_whole_too(capsys, folder):
    row = next(csv.DictReader(io.StringIO(run(capsys, "reach", "--weight", "pupils", "--data", str(folder))[1])))
    assert row["reached"].isdigit()
    assert row["schools"].isdigit()


def test_messages_go_to_standard_error(capsys, folder):
    _, out, err = run(capsys, "reach", "--data", str(folder))
    assert "unlocated" in err
    assert "unlocated" not in out


def test_the_list_names_every_measure_and_what_it_takes(capsys, folder):
    table = pd.read_csv(io.StringIO(run(capsys, "--list", "--data", str(folder))[1]), dtype="str").set_index("measure")
    assert {words[0] for words in COLUMNS} <= set(table.index)
    assert "--km=10.0" in table.loc["reach", "options"]
    assert "rural" in table.loc["reach", "by"].split()
    assert table.loc["reach", "answers"] == "yes"
    assert [told.split(":")[0] for told in table.loc["distance", "columns"].split(" | ")] == [
        "schools", "median_km", "p90_km",
    ]  # fmt: skip


def test_as_a_process_it_writes_utf8_and_line_feeds(folder):
    done = subprocess.run(
        [sys.executable, "-m", "hubdata", "table", "reach", "--by", "rural", "--data", str(folder)],
        cwd=ROOT, capture_output=True, check=True, env={"PYTHONIOENCODING": "latin-1", "PATH": ""},
    )  # fmt: skip
    assert b"\r" not in done.stdout
    assert done.stdout.decode("utf-8").startswith("rural,reached,schools")
