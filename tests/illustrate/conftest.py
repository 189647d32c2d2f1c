"""The illustrative England as it is in the repository, with plain text for codes."""

import pandas as pd
import pytest
from conftest import ROOT

from hubdata import snapshot

PHASES = ["Primary", "Secondary", "All-through"]
SECTORS = ["Academies", "Free Schools", "Local authority maintained schools"]
DATA = ROOT / "data"


def plain(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its categories as text, so that groups nobody is in do not appear."""
    codes = table.select_dtypes("category").columns
    return table.astype(dict.fromkeys(codes, object))


@pytest.fixture(scope="session")
def tables() -> dict[str, pd.DataFrame]:
    found = snapshot.read(str(DATA / "places"))[1] | snapshot.read(str(DATA / "illustrative"))[1]
    return {name: plain(table) for name, table in found.items()}


@pytest.fixture(scope="session")
def population(tables) -> pd.DataFrame:
    schools = tables["schools"]
    mainstream = schools["phase"].isin(PHASES) & schools["type_group"].isin(SECTORS)
    return schools[mainstream & schools["status"].str.startswith("Open")]


@pytest.fixture(scope="session")
def leads(tables) -> pd.DataFrame:
    """Every spell of every lead of an alliance."""
    kinds = tables["networks"].set_index("network")["kind"]
    members = tables["members"]
    alliance = members["network"].map(kinds) == "teaching_school_alliance"
    return members[alliance & (members["role"] == "lead")]


def on(spells: pd.DataFrame, day) -> pd.DataFrame:
    """The spells that hold on a day."""
    return spells[(spells["since"] <= day) & ~(spells["until"] < day)]
