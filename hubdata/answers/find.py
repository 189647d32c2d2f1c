"""Find a school by name, town, URN or postcode, and places by name, however a person types them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from hubdata.answers.groups import schools_of
from hubdata.store import Store

POSTCODE = re.compile(r"^[A-Z]{1,2}[0-9][A-Z0-9]?\s*([0-9][A-Z]{2})?$")
FOUND = ["urn", "name", "la", "la_name", "town", "postcode"]
MARKS = re.compile(r"['’‘`.]")  # dropped: St. Mary’s is st marys
BREAKS = re.compile(r"[^a-z0-9]+")
SAME = {"saint": "st", "saints": "ss", "and": ""}  # "&" is a break, so "and" is one too


@dataclass(frozen=True)
class Found:
    """The schools that a text means, best first (``FOUND``), and how many more there are."""

    schools: pd.DataFrame
    more: int = 0


def find(store: Store, text: str, limit: int = 8) -> Found:
    """The schools of the population that the text means.

    A URN or a whole postcode must match exactly, half a postcode, or a whole one that no school has, the first half.
    Otherwise every word must begin a word of the school's name, its town or its authority; names that begin with the
    text come first, then names that hold every word. Empty text finds nothing.
    """
    if not folded(text):
        return Found(pd.DataFrame(columns=FOUND))
    table = _index(store)
    typed = text.strip().upper()
    if typed.isdigit():
        found = table.loc[table["urn"] == typed]
    elif POSTCODE.match(typed):
        found = _by_postcode(table, typed)
    else:
        found = table.head(0)
    found = found if len(found) else _by_words(table, folded(text).split())
    return Found(found.head(limit)[FOUND], max(len(found) - limit, 0))


def folded(text: str) -> str:
    """A name as it is compared: small letters, no marks, ``saint`` as ``st``."""
    words = BREAKS.sub(" ", MARKS.sub("", text.casefold())).split()
    return " ".join(SAME.get(word, word) for word in words).strip()


def places_named(names: Iterable[tuple[str, str]], text: str, limit: int = 5) -> list[str]:
    """The codes of the places (code, name) whose names hold every word of the text, shortest names first."""
    words = folded(text).split()
    if not words:
        return []
    found = [(len(name), code) for code, name in names if _begins(folded(f"{name} {code}"), words)]
    return [code for _, code in sorted(found)][:limit]


def _begins(name: str, words: list[str]) -> bool:
    return all(f" {word}" in f" {name}" for word in words)


def authority_of(store: Store, urn: str) -> str:
    """The authority of a school of the population, GSS code; empty when it is not one."""
    if not urn:
        return ""
    schools = schools_of(store)
    found = schools.loc[schools["urn"] == urn, "la"]
    return str(found.iloc[0]) if len(found) else ""


def _index(store: Store) -> pd.DataFrame:
    def made() -> pd.DataFrame:
        register = store.table("schools").set_index("urn")[["town", "postcode"]].astype("str")
        table = schools_of(store)[["urn", "name", "la", "la_name"]].astype({"la": "str", "la_name": "str"})
        table = table.join(register, on="urn")
        names = " " + table["name"].fillna("").map(folded)
        around = names + " " + (table["town"].fillna("") + " " + table["la_name"].fillna("")).map(folded)
        return table.assign(folded=names, around=around)

    return store.kept("find", made)


def _by_postcode(table: pd.DataFrame, text: str) -> pd.DataFrame:
    """The schools of a whole postcode, else of its first half."""
    squeezed = table["postcode"].str.upper().str.replace(" ", "").fillna("")
    wanted = text.replace(" ", "")
    whole = bool(POSTCODE.match(text).group(1))
    exact = table.loc[squeezed == wanted] if whole else table.head(0)
    return exact if len(exact) else table.loc[squeezed.str[:-3] == (wanted[:-3] if whole else wanted)]


def _by_words(table: pd.DataFrame, words: list[str]) -> pd.DataFrame:
    """Names that begin with the words, then names that hold them, then those whose town or authority helps."""
    every, named = pd.Series(data=bool(words), index=table.index), pd.Series(data=True, index=table.index)
    for word in words:
        every &= table["around"].str.contains(f" {word}", regex=False)
        named &= table["folded"].str.contains(f" {word}", regex=False)
    begins = table["folded"].str.startswith(" " + " ".join(words))
    rank = (~begins).astype(int) + (~named).astype(int)
    found = table.loc[every].assign(rank=rank.loc[every])
    return found.sort_values(["rank", "name", "urn"], kind="stable")
