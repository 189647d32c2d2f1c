"""Towns and school names, made from invented settlements."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.illustrate.schools.words import settlements, words

SQUARE = 6_000  # metres: one invented settlement to each square
FAITH_ACADEMIES = 0.27


def named(schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The schools with town, faith (Church of England, Catholic or empty) and name; no name twice.

    Args:
        schools: columns easting, northing, phase, type, type_group and word ("Primary School", "College", …).
        seed: of the whole England.
    """
    luck = chance(seed, "names")
    town = _towns(schools, luck)
    faith = _faiths(schools["type"], schools["phase"], luck)
    marks = _distinguished(town, faith, luck)
    word = np.where(
        schools["type"].str.startswith("Academy ") & schools["word"].str.endswith(" School"),
        schools["word"].str.replace(" School", " Academy"),
        schools["word"],
    )
    return schools.assign(town=town, faith=faith, name=_unique(_phrases(town, marks, faith, word)))


def _towns(schools: pd.DataFrame, luck: np.random.Generator) -> np.ndarray:
    square = (schools["easting"] // SQUARE).astype(int) * 1_000 + (schools["northing"] // SQUARE).astype(int)
    number, distinct = pd.factorize(square, sort=True)
    return np.array(settlements(len(distinct), luck), object)[number]


def _faiths(kind: pd.Series, phase: pd.Series, luck: np.random.Generator) -> np.ndarray:
    draw, catholic = luck.random(len(kind)), luck.random(len(kind)) < 0.42
    aided, controlled = kind == "Voluntary aided school", kind == "Voluntary controlled school"
    academy = (kind == "Academy converter") & (phase != "Not applicable") & (draw < FAITH_ACADEMIES)
    faith = np.where(controlled | ((aided | academy) & ~catholic), "Church of England", "")
    return np.where((aided | academy) & catholic, "Catholic", faith).astype(object)


def _distinguished(town: np.ndarray, faith: np.ndarray, luck: np.random.Generator) -> list[str]:
    """A feature or a saint for each school, different within a town while the words last."""
    waiting: dict[tuple[str, str], list[str]] = {}
    marks = []
    for place, belief in zip(town, faith, strict=True):
        kind = "saint" if belief else "feature"
        bag = waiting.setdefault((place, kind), [])
        if not bag:
            bag.extend(words(kind)[number] for number in luck.permutation(len(words(kind))))
        marks.append(bag.pop())
    return marks


def _phrases(town: np.ndarray, marks: list[str], faith: np.ndarray, word: np.ndarray) -> Iterable[str]:
    for place, mark, belief, ending in zip(town, marks, faith, word, strict=True):
        yield f"{mark} {belief} {ending}, {place}" if belief else f"{place} {mark} {ending}"


def _unique(names: Iterable[str]) -> list[str]:
    """The names; one that has been used already has a number after it."""
    used: dict[str, int] = {}
    found = []
    for name in names:
        used[name] = used.get(name, 0) + 1
        found.append(name if used[name] == 1 else f"{name} {used[name]}")
    return found
