"""National qualifications begun, by level, for every hundred teachers."""

from collections.abc import Sequence

import pandas as pd

from hubdata.measures.people.pathway import steps
from hubdata.measures.people.retention import number

LEVELS = ("Specialist NPQ", "NPQML", "NPQSL", "NPQH", "NPQEL")
EVERY_LEVEL = "Every level"
TOTAL = "Total"


def levels(participants: pd.DataFrame) -> pd.DataFrame:
    """The NPQ rows of table ``participants`` with their level; the totals as ``Every level`` where nobody splits them.

    Returns:
        The rows of one of the two kinds, with column ``level``.
    """
    npq = participants.loc[participants["scheme"] == "NPQ"]
    split = steps(npq).rename(columns={"step": "level"})
    split = split.loc[split["level"].isin(LEVELS)]
    whole = npq.loc[(npq["breakdown"] == TOTAL) & (npq["group"] == TOTAL)]
    return split if len(split) else whole.assign(level=EVERY_LEVEL)


def starts(rows: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Qualifications begun at each level and for every hundred teachers.

    Args:
        rows: level, starts, teachers (headcount of the area) and the columns of ``by``; several qualifications of one
            level are added up.
        by: year, region or la.

    Returns:
        The columns of ``by``, level, starts, teachers, per_100_teachers, in the order of ``LEVELS``. Starts are missing
        where any part is; the rate is missing too where teachers are missing or none.
    """
    order = [*LEVELS, EVERY_LEVEL]
    typed = rows.assign(
        level=pd.Categorical(rows["level"], order, ordered=True),
        starts=number(rows["starts"]),
        teachers=number(rows["teachers"]),
    )
    grouped = typed.groupby([*by, "level"], observed=True, dropna=False, sort=True)
    known = grouped["starts"].count() == grouped.size()
    table = grouped[["teachers"]].max().assign(starts=grouped["starts"].sum().where(known))
    rate = 100 * table["starts"] / table["teachers"].where(table["teachers"] > 0)
    counts = {name: table[name].round().astype("Int64") for name in ("starts", "teachers")}
    done = table.assign(**counts, per_100_teachers=rate).reset_index().astype({"level": "str"})
    return done[[*by, "level", "starts", "teachers", "per_100_teachers"]]
