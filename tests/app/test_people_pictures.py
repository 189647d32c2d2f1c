"""Every picture beside the first of the pages about people: drawn, printed and taken away with the same rows."""

import pytest
from app.test_proofs import compare
from visiting import address, arrive, panels, printed

from hubdata.views.people.pictures import PATHWAY, RECRUITMENT, RETENTION

PAGES = {"recruitment": ("also", RECRUITMENT), "retention": ("beside", RETENTION), "career_pathway": ("rung", PATHWAY)}
CASES = [(stem, name, code) for stem, (name, pictures) in PAGES.items() for code in pictures]
ASKED = [
    ("retention", {"beside": "compared", "against": "phase"}),
    ("retention", {"beside": "compared", "against": "route", "cohort": "2017/18"}),
    ("retention", {"beside": "compared", "region": "E12000007"}),
    ("recruitment", {"also": "compared", "region": "E12000007", "against": "North East", "cohort": "2020/21"}),
    ("retention", {"beside": "programme", "programme": "aldrimby-schools-alliance", "since": "2018"}),
    ("retention", {"beside": "programme", "network": "aldrimby-schools-alliance"}),
    ("recruitment", {"also": "vacancy_map", "la": "E06000001"}),
    ("career_pathway", {"rung": "missing", "region": "E12000001"}),
]


@pytest.mark.parametrize(("stem", "name", "code"), CASES)
def test_it_is_drawn_and_the_command_prints_the_same(illustrative, files, stem, name, code):
    found = panels(walked(stem, {name: code}), files)
    assert len(found) == 2, "the first picture and the one chosen"
    compare(found[1], printed(str(illustrative), *found[1].command))


@pytest.mark.parametrize(("stem", "asked"), ASKED)
def test_what_the_picture_asks_for_itself_is_in_the_link(illustrative, files, stem, asked):
    app = walked(stem, asked)
    assert address(app) == asked
    found = panels(app, files)
    assert len(found) == 2
    compare(found[1], printed(str(illustrative), *found[1].command))


def walked(stem: str, asked: dict[str, str]):
    app = arrive(stem, **asked)
    assert not app.exception
    return app
