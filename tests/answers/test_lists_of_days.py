"""Questions of dated lists and of need, asked of the shipped England."""

import pytest

from hubdata.answers.ask import ask
from hubdata.answers.question import Unanswerable
from hubdata.store import Store


@pytest.fixture(scope="module")
def store(england):
    return Store.open(england)


def test_every_area_of_2023_went_somewhere_and_some_leads_changed(store):
    table = ask(store, "hub_changes").table
    assert len(table) == 87
    assert table["later_area"].notna().all()
    same = table.loc[table["lead"] == "same"]
    assert (same["urn"] == same["later_urn"]).all()
    changed = table.loc[table["lead"] == "changed"]
    assert (changed["urn"] != changed["later_urn"]).all()
    assert len(same) + len(changed) == 87
    assert 60 < len(same) < 87


def test_a_list_before_the_first_is_no_answer(store):
    with pytest.raises(Unanswerable, match="2023-07-01"):
        ask(store, "hub_changes", on="2020-01-01")
    with pytest.raises(Unanswerable, match="not a day"):
        ask(store, "hub_changes", on="yesterday")
    assert ask(store, "hub_changes", on="2024-05-05").table["listed"].astype(str).unique().tolist() == ["2023-07-01"]


def test_need_is_the_same_in_whole_and_in_parts(store):
    whole, parts = ask(store, "need").table, ask(store, "need", ("rural",)).table
    assert whole["year"].tolist() == ["2019/20", "2020/21", "2021/22"]
    assert parts.groupby("year")["eligible"].sum().tolist() == pytest.approx(whole["eligible"].tolist())
    assert whole["share"].between(0.2, 0.3).all()


def test_every_year_has_its_providers(store):
    table = ask(store, "training_providers").table
    assert sorted(table["year"].unique()) == [str(year) for year in range(2019, 2027)]
    newest = table.loc[table["year"] == "2026"]
    assert newest["accredited"].sum() > 150
    assert (newest["accredited"] <= newest["providers"]).all()


def test_schools_are_compared_with_first_language_and_special_needs(store):
    answer = ask(store, "neighbours", like="100000", top=3)
    assert {"eal", "sen"} <= set(answer.table.columns)
    assert any("School performance tables" in source.dataset for source in answer.sources)


def test_deprivation_ranks_every_authority(store):
    table = ask(store, "concentration", rank="imd").table
    assert table["n"].tolist() == [153]
