"""One area's stages against the rest of England's, or another's, as one of all the areas of its kind."""

import numpy as np
import pandas as pd

from hubdata.measures.people.differences import against_the_rest, counts
from hubdata.measures.people.retention import number
from hubdata.measures.statistics.overdispersion import angle, chance, errors
from hubdata.measures.statistics.verdicts import judged
from hubdata.schema.people import FOLLOWED_FROM, STAGES


def among_areas(areas: pd.DataFrame, whole: pd.DataFrame, code: str, other: str | None) -> pd.Series:
    """The verdict on an area at each stage of the pipeline.

    Args:
        areas: rows of table ``pipeline`` for every area of a kind: area, stage, people, of the same cohorts.
        whole: the rows of the whole country.
        code: the area; ``other`` is the one that it is set against, None for everybody else.
        other: see ``code``.

    Returns:
        Stage to one of ``statistics.verdicts.VERDICTS``. Against everybody else all areas are judged together; against
        one other they are judged by themselves, with how far areas differ anyway allowed for in both.
    """
    people = _people(areas, ["area", "stage"]).unstack("stage")  # noqa: PD010 (a series has no pivot)
    every = _people(whole, ["stage"])
    later = [stage for stage in STAGES[STAGES.index(FOLLOWED_FROM) + 1 :] if stage in people and stage in every]
    found = {}
    for stage in later:
        part, start = people[stage], people[FOLLOWED_FROM]
        first, rest = counts(part, start), counts(every[stage] - part, every[FOLLOWED_FROM] - start)
        table, between = against_the_rest(first, rest)
        found[stage] = table["verdict"][code] if other is None else _pair(first, code, other, between)
    return pd.Series(found, dtype="str")


def _people(rows: pd.DataFrame, by: list[str]) -> pd.Series:
    """People of each group; missing where those of any cohort are."""
    plain = rows.astype(dict.fromkeys(by, "str")).assign(people=number(rows["people"]))
    return plain.groupby(by)["people"].agg(lambda values: values.sum(skipna=False))


def _pair(areas: pd.DataFrame, code: str, other: str, between: float) -> str:
    one, two = areas.loc[[code]], areas.loc[[other]]
    gap = angle(one["rate"]) - angle(two["rate"]).to_numpy()
    error = np.hypot(errors(one["size"]), errors(two["size"]).to_numpy())
    fewest = np.minimum(one["at_start"], two["at_start"].to_numpy())
    return judged(chance(gap, error, 2 * between), gap > 0, fewest).iloc[0]
