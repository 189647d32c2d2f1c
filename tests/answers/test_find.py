"""A school is found however a person types it, and what is left out is counted."""

import pytest

from hubdata.answers.find import find, folded, places_named
from hubdata.answers.groups import schools_of
from hubdata.store import ILLUSTRATIVE, Store


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.open(ILLUSTRATIVE)


@pytest.fixture(scope="module")
def schools(store):
    town = store.table("schools").set_index("urn")[["town", "postcode"]].astype("str")
    return schools_of(store)[["urn", "name", "la_name"]].astype("str").join(town, on="urn")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("st marys", "St Mary’s CofE Primary School"),
        ("ST. MARY'S", "Saint Mary's Catholic Primary School"),
        ("saint mary", "St Mary’s CofE Primary School"),
        ("bishop and king", "Bishop & King Academy"),
        ("prim scho", "Ashby Primary School"),
    ],
)
def test_spellings_meet(typed, printed):
    name = f" {folded(printed)}"
    assert all(f" {word}" in name for word in folded(typed).split())


def test_every_word_must_begin_a_word_of_name_town_or_authority(store, schools):
    school = schools.loc[schools["name"].str.split().str.len() >= 3].iloc[40]
    first, town = school["name"].split()[0][:4], school["town"].split()[0]
    found = find(store, f"{first} {town}", limit=50_000).schools
    assert school["urn"] in set(found["urn"])
    around = [folded(f"{row.name} {row.town} {row.la_name}") for row in found.itertuples(index=False)]
    assert all(f" {folded(first)}" in f" {text}" and f" {folded(town)}" in f" {text}" for text in around)


def test_what_is_not_shown_is_counted(store, schools):
    holds = schools["name"].map(folded).add(" ").add(schools["town"].map(folded)).add(" ")
    holds = (" " + holds + schools["la_name"].map(folded)).str.contains(" primary", regex=False)
    found = find(store, "primary", limit=8)
    assert len(found.schools) == 8
    assert found.more == int(holds.sum()) - 8


def test_a_postcode_no_school_has_finds_those_of_its_first_half(store, schools):
    outward = schools["postcode"].iloc[10].split()[0]
    taken = set(schools["postcode"])
    free = next(f"{outward} {digit}ZZ" for digit in range(10) if f"{outward} {digit}ZZ" not in taken)
    found = find(store, free, limit=50_000).schools
    assert set(found["urn"]) == set(schools.loc[schools["postcode"].str.split().str[0] == outward, "urn"])


def test_places_are_found_by_any_of_their_words_and_by_code():
    names = [("E06000052", "Cornwall"), ("SW8", "SW8 One Cornwall Hub"), ("E06000007", "Warrington")]
    assert places_named(names, "cornw") == ["E06000052", "SW8"]
    assert places_named(names, "sw8") == ["SW8"]
    assert places_named(names, "  ") == []
    assert places_named(names, "wall") == []


@pytest.mark.parametrize("text", ["", "   ", "’’", "zzzzqq"])
def test_nothing_is_found_by_nothing(store, text):
    found = find(store, text)
    assert found.schools.empty
    assert found.more == 0
