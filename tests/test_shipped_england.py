"""The shipped England holds nothing of a person, is small, and says where every table came from."""

import hashlib
import json
import re
from pathlib import Path

import pandas as pd
import pytest

from hubdata import snapshot
from hubdata.__main__ import main as command_line
from hubdata.answers.ask import ask
from hubdata.schema import TABLES
from hubdata.store import Store

MAILBOX = re.compile(r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}")
# As people write British numbers: a leading 0 or +44, nine or ten more digits, with spaces, dots or brackets.
TELEPHONE = re.compile(r"(?<![\w./-])(?:\+44\s?\(?0?\)?|\(?0)\d(?:[\s().-]{0,2}\d){8,9}(?![\w/-])")
TITLED = re.compile(
    r"(?<![\w'’.])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd|Reverend|Canon|Father)\.?\s+[A-Z]"
)
# Columns that name a school, a trust, a provider or a place: a school may well be called after Sir Isaac Newton.
NAMING = {
    "name", "trust_name", "federation", "diocese", "town", "district_name", "la_name", "provider_name", "partner_name",
    "network", "part",
}  # fmt: skip


def texts(england: Path, column_kinds: tuple[str, ...] = ("text", "code")):
    """Every text column of every table, with its different values."""
    _, tables = snapshot.read(str(england))
    for name, table in tables.items():
        for column in TABLES[name].columns:
            if column.kind in column_kinds:
                yield name, column.name, table[column.name].dropna().astype("str").unique().tolist()


@pytest.fixture(scope="module")
def every_text(england) -> list[tuple[str, str, list[str]]]:
    return list(texts(england))


@pytest.mark.parametrize("pattern", [MAILBOX, TELEPHONE], ids=["mailbox", "telephone"])
def test_no_text_holds_a_mailbox_or_a_telephone_number(every_text, pattern):
    found = [
        (table, column, value) for table, column, values in every_text for value in values if pattern.search(value)
    ]
    assert not found


def test_no_titled_name_stands_outside_the_names_of_schools_and_places(every_text):
    found = [
        (table, column, value)
        for table, column, values in every_text
        if column not in NAMING
        for value in values
        if TITLED.search(value)
    ]
    assert not found


def test_no_column_is_of_a_person(every_text):
    words = ("head", "mail", "phone", "website", "legal", "contact")
    assert not [(table, column) for table, column, _ in every_text if any(word in column for word in words)]


@pytest.mark.parametrize("said", ["office@school.sch.uk", "write to a.b@c.org now"])
def test_the_look_for_mailboxes_finds_one(said):
    assert MAILBOX.search(said)


@pytest.mark.parametrize("said", ["01622 123456", "020 7946 0018", "+44 1622 123456", "(01622) 123 456", "07700900123"])
def test_the_look_for_telephone_numbers_finds_one(said):
    assert TELEPHONE.search(said)


@pytest.mark.parametrize("said", ["E09000001", "2018/19", "136776", "10039956", "0123"])
def test_the_look_for_telephone_numbers_leaves_codes_alone(said):
    assert not TELEPHONE.search(said)


@pytest.mark.parametrize("said", ["Mrs J Smith", "Dr. Brown", "led by Sir Kevan", "Rev Green"])
def test_the_look_for_titled_names_finds_one(said):
    assert TITLED.search(said)


def test_every_table_has_rows_a_source_and_its_checksum(england):
    manifest = json.loads((england / "manifest.json").read_text(encoding="utf-8"))
    for name, entry in manifest["tables"].items():
        assert entry["rows"] > 0, name
        for source in manifest["sources"][name]:
            assert re.fullmatch("[0-9a-f]{64}", source["sha256"]), name
            assert source["status"] in ("official", "published"), name
            assert source["retrieved"] is None
    assert "flags" not in manifest["tables"]


def test_the_register_keeps_its_own_day_whatever_fills_its_gaps(england):
    table = ask(Store.open(england), "datasets").table.set_index("table")
    assert str(table.loc["schools", "as_at"].date()) == "2023-11-16"


def test_it_holds_what_the_official_files_say(england):
    _, tables = snapshot.read(str(england))
    schools = tables["schools"]
    assert len(schools) == 47_566
    assert schools["religion"].notna().sum() > 24_000
    assert tables["context"]["eal"].notna().sum() == 22_025
    assert sorted(tables["premium"]["year"].astype("str").unique()) == ["2019/20", "2020/21", "2021/22"]
    lists = tables["hub_lists"]
    assert lists.groupby("listed")["area"].nunique().tolist() == [87, 87]
    leads = {day: set(rows["urn"].dropna()) for day, rows in lists.groupby("listed")}
    before, after = (leads[day] for day in sorted(leads))
    assert (len(before), len(before & after)) == (82, 69)
    assert isinstance(tables["deprivation"], pd.DataFrame)
    assert tables["deprivation"]["neighbourhoods"].sum() == 32_844


def test_remade_from_the_two_folders_it_is_the_same_byte_for_byte(england, official, additions, tmp_path):
    words = ["build", "--shipped", "--from", str(official), str(additions), "--to", str(tmp_path / "england")]
    assert command_line(words) == 0
    made, kept = (
        {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
        for folder in (tmp_path / "england", england)
    )
    assert made == kept
