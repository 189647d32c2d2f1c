"""The official files: published cohorts, targets and percentages print exactly, the model to the last digit."""

import io

import numpy as np
import pandas as pd
import pytest

from hubdata.answers.ask import ask
from hubdata.exports.rows import written
from hubdata.store import ENGLAND, Store


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open(ENGLAND)


def printed(store: Store, measure: str, by: tuple[str, ...], **choices: str) -> pd.DataFrame:
    """What the command line prints, read back as text."""
    text = written(ask(store, measure, by, **choices).table).to_csv(index=False)
    return pd.read_csv(io.StringIO(text), dtype="str", keep_default_na=False)


def test_every_published_cohort_prints_in_its_own_edition(store, official):
    told = pd.read_csv(official / "published" / "teacher_retention_by_cohort_partial.csv")
    told = told.drop_duplicates(["swc_release", "year_qualified", "years_after_qualifying"])
    for release, part in told.groupby("swc_release"):
        found = printed(store, "retention", ("cohort",), release=release, base="teachers").set_index(
            ["cohort", "years"]
        )
        for row in part.itertuples():
            ours = found.loc[(str(row.year_qualified), str(row.years_after_qualifying))]
            assert ours["rate"] == f"{row.retention_percent / 100:.6f}"
            assert ours["at_start"] == ("" if np.isnan(row.nqt_entrants) else f"{row.nqt_entrants:.0f}")
            assert ours["status"] == "published"


def test_the_newest_edition_is_shown_and_the_older_said(store):
    answer = ask(store, "retention", ("cohort",), only={"cohort": "2010"}, base="teachers")
    first = answer.table.set_index("years").loc[1]
    assert (round(first["rate"], 6), first["release"]) == (0.864, "2023 November")
    assert any("86.4% in 2023 November, 87.0% in 2015 November" in said for said in answer.messages)


def test_the_series_that_rises_is_explained(store):
    answer = ask(store, "retention", ("cohort",), only={"cohort": "1996"}, base="teachers")
    assert any("people come back" in said for said in answer.messages)
    assert any("2010" in said for said in answer.messages)


def test_early_career_retention_prints_exactly(store, official):
    told = pd.read_csv(official / "published" / "early_career_teacher_retention.csv")
    found = printed(store, "retention", ("cohort",), base="early career teachers").set_index(["cohort", "years"])
    for row in told.itertuples():
        ours = found.loc[(row.cohort, str(row.years_after_start))]
        assert (ours["rate"], ours["at_start"]) == (f"{row.retained_percent / 100:.6f}", str(row.starters))


def test_targets_and_percentages_print_exactly(store, official):
    need = pd.read_parquet(next((official / "workforce").glob("2_pgitt_need*")))
    found = printed(store, "recruitment", ("year", "phase")).set_index(["year", "phase"])
    for row in need.loc[(need["subject"] == "Total") & (need["education_phase"] != "Total")].itertuples():
        year = f"{row.time_period // 100}/{row.time_period % 100:02d}"
        assert found.loc[(year, row.education_phase), "target"] == str(row.pgitt_trainee_need_count)
    told = pd.read_csv(official / "published" / "pgitt_recruitment_against_target.csv")
    by_subject = printed(store, "recruitment", ("year", "subject")).set_index(["year", "subject"])["of_target"]
    for row in told.loc[told["subject"] != "All secondary"].itertuples():
        assert by_subject[(row.academic_year, row.subject)] == f"{row.percent_of_target / 100:.6f}"
    assert found.loc[("2024/25", "Secondary"), "of_target"] == "0.610000"


def test_the_models_flows_to_the_last_digit(store, official):
    file = next((official / "workforce").glob("5_flow*"))
    theirs = pd.read_parquet(file)
    ours = store.table("flows").astype({"release": "str"})
    ours = ours.loc[ours["release"] == "Publication 2026"]
    assert len(ours) == len(theirs) == 1_938
    assert np.array_equal(np.sort(ours["value"]), np.sort(theirs["Value"]), equal_nan=True)
    primary = theirs.loc[(theirs["Phase"] == "Primary") & (theirs["Type"] == "Total leaver rate")]
    found = ask(store, "leavers", ("year", "phase"), flow="Total leaver rate").table
    both = found.loc[found["phase"] == "Primary"].set_index("year")["value"]
    assert both.to_dict() == primary.set_index("Academic year")["Value"].to_dict()
    assert set(found["standing"]) == {"Historic", "Trajectory"}


def test_entrants_and_leavers_add_up(store, official):
    theirs = pd.read_csv(official / "workforce" / "data_leavers.csv")
    ours = store.table("census_flows")
    left = ours.loc[(ours["direction"] == "leavers") & (ours["kind"] != "Stayed")]
    gone = theirs.loc[theirs["QualifiedLeaverType"] != "Not a qualified Leaver"]
    assert left["people"].sum() == pytest.approx(gone["StockSize"].sum(), rel=1e-12)


@pytest.mark.parametrize("measure", ["pipeline", "vacancies", "supply", "mentoring", "npq_providers"])
def test_what_nobody_publishes_is_said_and_never_made_up(store, measure):
    with pytest.raises(LookupError, match=r"not (published|loaded)"):
        ask(store, measure)


def test_survival_and_splits_that_nobody_publishes(store):
    with pytest.raises(LookupError, match="survival needs first exits"):
        ask(store, "retention", method="survival", base="teachers")
    with pytest.raises(LookupError, match="by network is not loaded"):
        ask(store, "retention", ("network",))
