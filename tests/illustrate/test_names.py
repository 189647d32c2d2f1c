"""No made-up name is a real one; no two schools or networks share a name that should tell them apart."""

import re

import pandas as pd

from hubdata.illustrate.schools.words import words


def test_names_of_open_schools_differ(population):
    assert not population["name"].duplicated().any()


def test_names_of_alliances_differ(tables):
    alliances = tables["networks"].query("kind == 'teaching_school_alliance'")
    assert not alliances["name"].duplicated().any()
    assert not alliances["network"].duplicated().any()


def test_every_school_is_called_after_its_invented_town(tables):
    schools = tables["schools"]
    assert all(town in name for town, name in zip(schools["town"], schools["name"], strict=True))
    stems = re.compile("|".join(words("stem")))
    assert schools["town"].str.match(stems).all()


def test_no_school_trust_or_network_has_a_real_name(tables, official):
    schools, networks = tables["schools"], tables["networks"]
    made = set().union(
        *(schools[column].dropna() for column in ("name", "trust_name", "federation", "diocese", "town"))
    )
    made |= set(networks["name"])
    real = _real_names(official)
    assert len(real) > 40_000
    assert not {_plain(name) for name in made} & real


def test_no_real_name_holds_an_invented_town(tables, official):
    towns = {_plain(town) for town in tables["schools"]["town"]}
    spoken = {word for name in _real_names(official) for word in name.split()}
    assert not towns & spoken


def _real_names(official) -> set[str]:
    register = next((official / "gias").glob("extract.zip"))
    columns = ["EstablishmentName", "Town", "Trusts (name)", "Federations (name)"]
    schools = pd.read_csv(register, encoding="cp1252", dtype=str, usecols=columns, keep_default_na=False)
    groups = pd.read_csv(official / "gias" / "groups_2022-07.csv", dtype=str, usecols=["Group Name"])
    listed = pd.read_csv(official / "teaching_schools" / "teaching_schools_2018-03-12.csv", dtype=str)
    hubs = pd.read_csv(next((official / "hubs").glob("*.csv")), dtype=str)
    text = [schools[column] for column in columns] + [groups["Group Name"], listed.iloc[:, 0], listed.iloc[:, 1]]
    text += [hubs[column] for column in hubs.columns]
    return {_plain(name) for column in text for name in column.dropna().unique()} - {""}


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9 ]+", "", name.lower()).strip()
