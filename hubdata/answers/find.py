"""Find a school by name, URN or postcode."""

import re

import pandas as pd

from hubdata.answers.groups import schools_of
from hubdata.store import Store

POSTCODE = re.compile(r"^[A-Z]{1,2}[0-9][A-Z0-9]?\s*([0-9][A-Z]{2})?$")

FOUND = ["urn", "name", "la", "la_name", "postcode"]


def find(store: Store, text: str, limit: int = 8) -> pd.DataFrame:
    """The schools of the population that the text means, best first: urn, name, la, la_name, postcode.

    A URN or a whole postcode must match exactly, half a postcode the first half; a name matches when it holds every
    word, names that begin with the text first. Empty text finds nothing.
    """
    words = text.casefold().split()
    if not words:
        return pd.DataFrame(columns=FOUND)
    table = _index(store)
    if text.strip().isdigit():
        found = table.loc[table["urn"] == text.strip()]
    elif POSTCODE.match(text.strip().upper()):
        found = table.loc[_by_postcode(table, text.strip().upper())]
    else:
        found = table.head(0)
    return (found if len(found) else _by_name(table, words)).head(limit).drop(columns="folded")


def authority_of(store: Store, urn: str) -> str:
    """The authority of a school of the population, GSS code; empty when it is not one."""
    if not urn:
        return ""
    found = _index(store)
    found = found.loc[found["urn"] == urn, "la"]
    return str(found.iloc[0]) if len(found) else ""


def _index(store: Store) -> pd.DataFrame:
    def made() -> pd.DataFrame:
        register = store.table("schools").set_index("urn")["postcode"].astype("str")
        table = schools_of(store)[["urn", "name", "la", "la_name"]].astype({"la": "str", "la_name": "str"})
        folded = table["name"].str.casefold().str.replace("’", "'", regex=False)
        return table.assign(postcode=table["urn"].map(register), folded=folded)

    return store.kept("find", made)


def _by_postcode(table: pd.DataFrame, text: str) -> pd.Series:
    squeezed = table["postcode"].str.upper().str.replace(" ", "")
    wanted = text.replace(" ", "")
    whole = bool(POSTCODE.match(text).group(1))
    return squeezed == wanted if whole else squeezed.str[:-3] == wanted


def _by_name(table: pd.DataFrame, words: list[str]) -> pd.DataFrame:
    every = pd.Series(data=True, index=table.index)
    for word in words:
        every &= table["folded"].str.contains(word.replace("’", "'"), regex=False).fillna(False)
    found = table.loc[every]
    begins = found["folded"].str.startswith(" ".join(words))
    return found.assign(begins=~begins).sort_values(["begins", "name"]).drop(columns="begins")
