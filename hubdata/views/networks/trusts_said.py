"""What is said of trusts: an area beside England, cold spots beside elsewhere, and how either was found."""

import pandas as pd

from hubdata.answers.networks.trusts import ColdTrusts, Trusts
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.view import proved
from hubdata.vocabulary import counted, say_points, say_share, say_share_of

LARGE = 6  # schools in a trust that can keep specialists of its own


def said(store: Store, choices: ReachChoices, england: pd.Series) -> str:
    """An area against England; for England cold spots against elsewhere, by the interval of the difference."""
    if choices.place != ENGLAND:
        mine = proved(store, "trusts", (), {**choices.only, **choices.place.only}, Trusts(LARGE)).table
        if mine.empty or not mine["schools"].iloc[0]:
            return f"{words.capital(choices.place.within)} there are no {choices.schools} (0 of 0 in a trust)."
        row = mine.iloc[0].rename({"in_trusts": "reached"})
        return words.alone(choices.schools, choices.place.within, f"in trusts of {LARGE} or more", row, england["rate"])
    row = proved(store, "cold_trusts", ("district",), choices.only, ColdTrusts(LARGE, choices.reach)).table.iloc[0]
    whole = say_share_of(england["in_trusts"], england["schools"], choices.schools)
    if not row["areas_a"]:
        return f"{whole} are in trusts of {LARGE} or more; reach has no cold spot to set beside it."
    cold, rest = (say_share(row[f"in_trusts_{side}"], row[f"schools_{side}"]) for side in "ab")
    return (
        f"In {_spots(row['areas_a'])} with few schools reached, {cold} of {choices.schools} are in trusts of {LARGE} "
        f"or more, elsewhere {rest}: {_judged(row)}."
    )


def _spots(count: float) -> str:
    return "one district" if count == 1 else f"{count:,.0f} districts"


def _judged(row: pd.Series) -> str:
    """Which side has more, in points, and where the difference would lie had other districts been drawn."""
    points = row["difference"] * 100
    said = f"{abs(points):.1f} points {'more' if points > 0 else 'fewer'} there"
    if pd.isna(row["low"]):
        return said
    return f"{said} ({say_points(row['low'])} to {say_points(row['high'])} had other districts been drawn)"


def definition(choices: ReachChoices, england: pd.Series) -> str:
    """What a trust is like, what is left out, and what a cold spot is; ``england`` is the row of measure trusts."""
    schools, pupils = england["median_schools"], england["median_pupils"]
    trust = f"The median trust has {counted(schools, 'schools')} and {pupils:,.0f} pupils. "
    return (
        f"{trust if pd.notna(pupils) else ''}{england['not_known']:,.0f} academies whose trust is not named are left "
        f"out. Cold spots: districts where few schools of any kind are {choices.phrase}, beside others like them. "
    )


METHOD = (
    "Cold spots come from local Moran's I: a district is one where its share and its neighbours' are both low, by more "
    "than shuffling the shares among districts would give, false finds held at 5%.",
    "An interval, where there is one, is a bootstrap that redraws whole districts.",
)
