"""Data that cannot answer: the page says which and what to bring, in one sentence, and nothing breaks."""

from pathlib import Path

import pytest
from drawn_england import drawn_tables
from small_england import store_in
from visiting import arrive, unescaped

from hubdata.app.site import PAGES
from hubdata.catalogue import DATASETS

STEMS = [page.stem for page in PAGES]


def with_only(folder: Path, *names: str) -> Path:
    store_in(folder, {name: table for name, table in drawn_tables().items() if name in names})
    return folder


def sentences(app) -> str:
    """Where a page says what it cannot: in place of the finding, or of one picture."""
    return " ".join(unescaped(element.value) for element in (*app.title, *app.info))


@pytest.fixture(scope="module")
def register_alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reader brought the register and nothing else."""
    return with_only(tmp_path_factory.mktemp("register"), "schools")


@pytest.mark.parametrize("stem", [stem for stem in STEMS if stem != "data"])
def test_a_page_without_networks_says_what_to_bring(register_alone, monkeypatch, stem):
    monkeypatch.setenv("HUBDATA", str(register_alone))
    app = arrive(stem)
    assert not app.exception
    told = " ".join(unescaped(element.value) for element in (*app.title, *app.info))
    assert any(dataset.absent[1:] in told for dataset in DATASETS.values())


def test_official_members_are_said_to_be_unpublished(monkeypatch):
    monkeypatch.setenv("HUBDATA", "england")
    app = arrive("reach", definition="member")
    assert not app.exception
    assert DATASETS["members"].absent[1:] in sentences(app)
    assert "which schools belong to a network" in sentences(app)
    assert DATASETS["members"].absent[1:] not in " ".join(unescaped(element.value) for element in app.title)


@pytest.mark.parametrize("broken", ["nowhere", "empty"])
def test_a_snapshot_that_cannot_be_opened_is_said_in_a_sentence(broken, tmp_path, monkeypatch):
    monkeypatch.setenv("HUBDATA", str(tmp_path if broken == "empty" else tmp_path / "nowhere"))
    app = arrive("overview")
    assert not app.exception
    assert "snapshot" in " ".join(element.value for element in (*app.error, *app.info))
