"""The project's own templates: each reads its own example, and its dictionary says what the reader enforces."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from official_layouts import as_csv
from read_here import codes, read_here, rows

from hubdata.schema import TABLES
from hubdata.schema.columns import Table
from hubdata.sources.own.own_lists import FORMATS
from hubdata.sources.own.own_templates import TEMPLATES
from hubdata.sources.own.templates import Template, data_dictionary
from hubdata.sources.own.templates import as_csv as example_of


def named(template: Template) -> str:
    return template.stem


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_each_template_reads_its_own_example(template):
    parsed = read_here(f"{template.stem}.csv", example_of(template).encode())
    assert parsed.report.recognised_as == template.stem
    assert parsed.report.verdict == "PASS", parsed.report.findings
    table: Table = TABLES[template.table.name]
    (row,) = rows(parsed, table.name)
    assert list(row) == table.names
    assert all(row[name] is not None for name in table.key), row


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_each_template_says_what_every_column_means(template):
    said = data_dictionary(template)
    assert [row["column"] for row in said] == list(template.columns)
    assert all(row["meaning"] and row["kind"] for row in said)
    assert {row["column"] for row in said if row["required"] == "yes"} == set(template.required)


@pytest.mark.parametrize("template", TEMPLATES, ids=named)
def test_a_required_column_that_is_missing_is_named(template):
    dropped = template.required[-1]
    columns = [name for name in template.columns if name != dropped]
    values = dict(zip(template.columns, template.example, strict=True))
    parsed = read_here("mine.csv", as_csv(columns, [{name: values[name] for name in columns}], encoding="utf-8"))
    if parsed.report.recognised_as == template.stem:
        assert codes(parsed) == {"COL-01"}
        assert f"'{dropped}'" in parsed.report.findings[-1].message or dropped == "urn"


def test_no_two_templates_claim_the_same_header():
    for template in TEMPLATES:
        likely = [f.name for f in FORMATS if f.likeness(template.columns) == 1.0]
        assert template.stem in likely


def test_members_are_kept_with_their_spells():
    body = b"Network,URN,Role,Since,Until\nharbour,100001,Lead,01/09/2014,2016-08-31\ncoast,100002,supported,,\n"
    parsed = read_here("members.csv", body)
    first, second = rows(parsed, "members")
    assert (first["role"], first["since"], first["until"]) == ("lead", date(2014, 9, 1), date(2016, 8, 31))
    assert (second["since"], second["until"]) == (date(2011, 9, 1), None)
    assert codes(parsed) == {"COL-04", "OWN-06", "OWN-07"}


@pytest.mark.parametrize(
    ("said", "year"), [("2016/17", "2016/17"), ("2016-17", "2016/17"), ("2016-2017", "2016/17"), ("201617", "2016/17")]
)
def test_academic_years_however_written(said, year):
    parsed = read_here("support.csv", f"network,urn,year\nharbour,100001,{said}\n".encode())
    assert [row["year"] for row in rows(parsed, "support")] == [year]


@pytest.mark.parametrize("said", ["2016/18", "16/17", "last year"])
def test_a_year_that_is_none_sets_its_row_aside(said):
    good = "".join(f"harbour,{100001 + i},2016/17\n" for i in range(99))
    parsed = read_here("support.csv", f"network,urn,year\n{good}harbour,100500,{said}\n".encode())
    assert (parsed.report.quarantined, codes(parsed)) == (1, {"OWN-03"})


def test_people_after_the_start_follow_the_same_people():
    lines = "".join(f"harbour,2018/19,{stage},9\n" for stage in ("Places", "Starts", "QTS", "Year 1"))
    parsed = read_here("places.csv", f"network,cohort,stage,people\n{lines}".encode())
    assert [row["followed"] for row in rows(parsed, "pipeline")] == [False, False, True, True]
    assert {row["status"] for row in rows(parsed, "pipeline")} == {"unpublished"}


def test_an_example_with_quotes_and_line_ends_reads_back_as_it_was():
    odd = ('A "quoted" name', "two\nlines", "with, comma", "plain")
    template = replace(TEMPLATES[0], columns=TEMPLATES[0].columns[:4], example=odd)
    assert list(csv.reader(io.StringIO(example_of(template))))[1:] == [list(odd)]
