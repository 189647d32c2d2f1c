"""The career pathway: people on each step in a year, per hundred teachers; a year's people, not one cohort."""

from collections.abc import Sequence

import pandas as pd

from hubdata.measures.people.retention import number
from hubdata.schema.people import STEPS

MIDDLE, SENIOR, HEAD, EXECUTIVE, SPECIALIST = "NPQML", "NPQSL", "NPQH", "NPQEL", "Specialist NPQ"
FIRST_YEAR, SECOND_YEAR = "Early career, year 1", "Early career, year 2"
# Words by which published qualification names are known, the most telling first.
WORDS = (
    (("executive", "npqel"), EXECUTIVE),
    (("senior lead", "npqsl"), SENIOR),
    (("early headship", "additional support offer"), ""),
    (("headship", "npqh"), HEAD),
    (("middle lead", "npqml"), MIDDLE),
    (("leading", "npq", "senco", "special educational", "early years"), SPECIALIST),
)
COLUMNS = ["step", "people", "per_100_teachers", "teachers"]


def step_of(scheme: str, group: str) -> str:
    """The step of the pathway that a published group of a scheme is; empty where it is none (a total, an age group)."""
    if group in STEPS:
        return group
    said = group.casefold()
    if scheme == "ECF":
        return {"total": FIRST_YEAR, "year 1": FIRST_YEAR, "year 2": SECOND_YEAR}.get(said, "")
    return next((step for words, step in WORDS if any(word in said for word in words)), "")


def steps(participants: pd.DataFrame) -> pd.DataFrame:
    """The rows of table ``participants`` that are a step, with it in column ``step``; totals of NPQs are none."""
    named = {pair: step_of(*pair) for pair in set(zip(participants["scheme"], participants["group"], strict=True))}
    step = [named[pair] for pair in zip(participants["scheme"], participants["group"], strict=True)]
    found = participants.assign(step=step)
    return found.loc[found["step"] != ""]


def pathway(people: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """People on each step and how many that is for every hundred teachers of the area.

    Args:
        people: step, people, teachers (headcount of the area that year) and the columns of ``by``, one row or more a
            step; several qualifications of one step are added up.
        by: year, region or la.

    Returns:
        The columns of ``by``, then step, people, per_100_teachers, teachers, in the order of ``STEPS``. People are
        missing where any part of the step is; the rate is missing too where teachers are missing or none.
    """
    ordered = people.assign(
        step=pd.Categorical(people["step"], STEPS, ordered=True),
        people=number(people["people"]),
        teachers=number(people["teachers"]),
    )
    grouped = ordered.groupby([*by, "step"], observed=True, dropna=False, sort=True)
    people_known = grouped["people"].count() == grouped.size()
    table = grouped[["teachers"]].max().assign(people=grouped["people"].sum().where(people_known))
    per = 100 * table["people"] / table["teachers"].where(table["teachers"] > 0)
    counts = {name: table[name].round().astype("Int64") for name in ("people", "teachers")}
    done = table.assign(per_100_teachers=per, **counts).reset_index()
    return done.assign(step=done["step"].astype("str"))[[*by, *COLUMNS]]


def missing_rungs(table: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The steps between first and last of the country that nobody of an area is on (people 0 or no row).

    Args:
        table: what ``pathway`` returned.
        by: its grouping.

    Returns:
        The columns of ``by`` and ``step``, one row a missing rung.
    """
    everywhere = table.loc[table["people"] > 0, "step"].unique()
    areas = table[list(by)].drop_duplicates()
    steps = pd.Series([step for step in STEPS if step in everywhere], name="step", dtype="str")
    wanted = areas.merge(steps, how="cross")
    held = table.loc[table["people"].isna() | (table["people"] > 0), [*by, "step"]]
    found = wanted.merge(held, how="left", indicator=True)
    return found.loc[found["_merge"] == "left_only", [*by, "step"]].reset_index(drop=True)
