"""How retention is counted: the two readings in words, what the columns are called, and why a number is missing."""

import pandas as pd

from hubdata.schema.people import NOT_YET

FIFTH = 5
MOST_LINES = 4
METHODS = {
    "official": "In service (official)",
    "survival": "Never left (survival)",
}
MEANINGS = {
    "official": "In service in the year, breaks allowed: people come back, so the official rate can rise.",
    "survival": "Never out of service so far (Kaplan-Meier): it never rises, and is lower than the official rate.",
}
# What those do who are counted at a stage of the pipeline, to follow "those who start training".
ENDS = {
    "QTS": "qualify", "Employed": "find a post", "Year 1": "teach in their first year",
    "Year 2": "teach every year to the second", "Year 3": "teach every year to the third",
    "Year 4": "teach every year to the fourth", "Year 5": "teach every year to the fifth",
}  # fmt: skip
WHY = {"c": "hidden: too few people", NOT_YET: NOT_YET}


def why_missing(marks: pd.Series) -> pd.Series:
    """The marks of rows in the words that stand in a picture where a number would."""
    return marks.map(lambda mark: WHY.get(mark, "not known"))
