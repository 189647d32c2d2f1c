"""What kinds of schools a group is made of: by phase and by last headline grade."""

import pandas as pd

from hubdata.measures.governance import mix
from hubdata.schema import PHASES

UNGRADED = "No grade"
GRADES = ("Outstanding", "Good", "Requires improvement", "Serious Weaknesses", "Special Measures", "Inadequate")
PHASE, GRADE = "Phase", "Last headline grade"


def make_up(schools: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """The share of schools of each phase, and of each last headline grade, in each group.

    Args:
        schools: one row each, with phase, ofsted (missing without a grade) and the columns of ``by``.
        by: columns to group by; none gives one group.

    Returns:
        characteristic (Phase, Last headline grade), value, the columns of ``by``, count, schools (of the group), rate,
        low, high, mark; for each characteristic in the order of its values, then of the groups. Grades are those of
        inspections until headline grades ended in September 2024. A value that no school of a group has has no row.
    """
    graded = schools["ofsted"].astype("str").where(schools["ofsted"].notna(), UNGRADED)
    other = sorted(set(graded) - {*GRADES, UNGRADED})
    kinds = {PHASE: (schools["phase"].astype("str"), PHASES), GRADE: (graded, (*GRADES, *other, UNGRADED))}
    tables = []
    for name, (values, order) in kinds.items():
        rows = schools.assign(value=pd.Categorical(values, categories=order, ordered=True))
        table = mix(rows, by, "value").sort_values(["value", *by], kind="stable")
        tables.append(table.assign(characteristic=name).astype({"value": "str"}))
    return pd.concat(tables, ignore_index=True)[
        ["characteristic", "value", *by, "count", "schools", "rate", "low", "high", "mark"]
    ]
