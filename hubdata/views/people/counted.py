"""How retention is counted: the two readings in words, what the columns are called, and why a number is missing."""

import pandas as pd

from hubdata.schema.people import NOT_YET
from hubdata.vocabulary import TOO_FEW, say_share, say_share_of

FIFTH = 5
MOST_LINES = 4
METHODS = {
    "official": "In service (official)",
    "survival": "Never left (survival)",
}
MEANINGS = {
    "official": "In service in the year, breaks allowed: people come back, so the official rate can rise.",
    "survival": (
        "Never out of service so far: the shares who stayed from year to year, multiplied. It never rises, and is "
        "lower than the official rate."
    ),
}
# What those do who are counted at a stage of the pipeline, to follow "those who start training".
ENDS = {
    "QTS": "qualify", "Employed": "find a post", "Year 1": "teach in their first year",
    "Year 2": "teach every year to the second", "Year 3": "teach every year to the third",
    "Year 4": "teach every year to the fourth", "Year 5": "teach every year to the fifth",
}  # fmt: skip
WHY = {"c": "hidden: too few people", NOT_YET: NOT_YET}


# What those do who are still there, by the way of counting: one of them, today; a cohort of the past.
STAYING = {"official": "are in service", "survival": "have never left"}
STAYED = {"official": "were in service", "survival": "had never left"}


def large_enough(table: pd.DataFrame) -> pd.DataFrame:
    """A table of ``retention`` to draw: no rate of fewer than ten people."""
    enough = (table["at_start"].astype("Float64") >= TOO_FEW) & (table["at_risk"].astype("Float64") >= TOO_FEW)
    kept = (enough | table["at_start"].isna()).fillna(False).to_numpy(dtype=bool)
    return table.assign(**{name: table[name].where(kept) for name in ("rate", "low", "high")})


def said_share(row: pd.Series, method: str, of: str = "") -> str:
    """The rate of a row of ``retention`` with the people that make it; of fewer than ten the people alone.

    ``of`` names whom it is a share of, ``newly qualified teachers``.
    """
    whom = f" of {of}" if of else ""
    if pd.isna(row["in_service"]):
        known = f"of {row['at_start']:,.0f}, " if pd.notna(row["at_start"]) else ""
        return f"{row['rate']:.1%}{whom} ({known}as published)"
    stayed, seen, start = row["in_service"], row["at_risk"], row["at_start"]
    if method == "official" or round(row["rate"] * start) == stayed:
        return say_share_of(stayed, start, of) if of else say_share(stayed, start)
    last = f"of the {seen:,.0f} who had not left before year {row['years']}, {stayed:,.0f} stayed"
    return f"{row['rate']:.1%}{whom} (year by year; {last})" if seen >= TOO_FEW else f"too few{whom} to say ({last})"


def say_points(difference: float) -> str:
    """A difference of shares in points with its sign, ``+5.1 points``; none at all is ``0.0 points``."""
    points = round(difference * 100, 1)
    return f"{points:+.1f} points" if points else "0.0 points"


def why_missing(marks: pd.Series) -> pd.Series:
    """The marks of rows in the words that stand in a picture where a number would."""
    return marks.map(lambda mark: WHY.get(mark, "not known"))
