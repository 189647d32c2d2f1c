"""What the Data page says of what is loaded: counts that add up, and data that have grown old."""

import re
from datetime import date

import pytest
from small_england import store_in, tables

from hubdata import snapshot
from hubdata.catalogue import DATASETS
from hubdata.provenance import Source, Status
from hubdata.store import Store
from hubdata.views.loaded.ageing import grown_old
from hubdata.views.loaded.data import in_full, loaded
from hubdata.views.loaded.refreshing import overdue

TODAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def made_up(tmp_path_factory) -> Store:
    return store_in(tmp_path_factory.mktemp("made-up"), tables())


def of_days(folder, **days: date | None) -> Store:
    """A small store of official tables, each with its own day."""
    found = {name: tables()[name] for name in {*days, "districts", "outlines"}}
    sources = {name: (Source(f"List of {name}", "Somebody", Status.OFFICIAL, as_at=TODAY),) for name in found}
    sources |= {n: (Source(f"List of {n}", "Somebody", Status.OFFICIAL, as_at=day),) for n, day in days.items()}
    snapshot.write(found, sources, folder, Status.OFFICIAL)
    return Store.open(folder)


def test_the_sentence_counts_every_table_once(made_up):
    view = loaded(made_up)
    here, every = map(int, re.match(r"(\d+) of (\d+) tables", view.finding).groups())
    assert every == len(DATASETS) == len(view.proof.table)
    assert here == len(made_up.names)
    assert f"{here} illustrative" in view.finding
    assert f"the other {every - here}" in view.finding


def test_each_table_says_what_it_holds_or_what_to_bring(made_up):
    table = loaded(made_up).proof.table.set_index("table")
    for name, row in table.iterrows():
        if made_up.has(name):
            assert row["rows"] == len(made_up.table(name))
            assert row["status"] == "illustrative"
        else:
            assert (row["status"], row["note"]) == ("not loaded", DATASETS[name].absent)


def test_lead_schools_alone_are_not_called_members(tmp_path):
    found = tables()
    members = found["members"]
    found["members"] = members.loc[members["role"] == "lead"]
    table = loaded(store_in(tmp_path, found)).proof.table.set_index("table")
    assert DATASETS["members"].absent in table.loc["members", "note"]


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("schools", date(2026, 4, 2), ""),
        ("schools", date(2026, 4, 1), "The register is of 1 Apr 2026, 61 days old."),
        ("schools", date(2023, 11, 16), "The register is of 16 Nov 2023, 2 years old."),
        ("networks", date(2025, 6, 1), ""),
        ("networks", date(2025, 5, 31), "1 source is over a year old, the oldest List of networks (31 May 2025)."),
        ("networks", None, "1 gives no date."),
    ],
)
def test_the_register_ages_in_60_days_and_the_rest_in_a_year(tmp_path, name, day, said):
    assert grown_old(of_days(tmp_path, **{name: day}), TODAY) == said


def test_what_is_overdue_stands_with_the_two_commands_that_refresh_it(england):
    old = overdue(Store.open(england), date(2026, 6, 1))
    age, fetch, build = old["Register of schools (GIAS)"]
    assert age == "2 years old, due every 60 days"
    assert fetch == "python -m hubdata fetch --to FOLDER --what gias"
    assert build == "python -m hubdata build --from FOLDER --to build/newer"
    assert old["Free school meals by school"][1].endswith("--data-set ID")
    assert "Teacher Workforce Model: flows" not in old


def test_what_is_made_up_does_not_age(made_up):
    assert grown_old(made_up, date(2099, 1, 1)) == ""


def test_a_source_of_several_tables_is_credited_once(made_up, tmp_path):
    one = (Source("One list", "Somebody", Status.OFFICIAL, as_at=TODAY, file="one.csv", sha256="a" * 64, rows_in=3),)
    found = {name: made_up.table(name) for name in ("networks", "members", "districts", "outlines")}
    snapshot.write(found, dict.fromkeys(found, one), tmp_path, Status.OFFICIAL)
    ((name, lines),) = in_full(Store.open(tmp_path))
    said = dict(lines)
    assert name == "One list"
    assert "Networks" in said["Fills"]
    assert "Members" in said["Fills"]
    assert said["Rows of the file"].startswith("3 = 0 loaded")
    assert "Address" not in said
