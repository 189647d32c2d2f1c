"""The sentence that says which of the six roles is missing most, and where."""

import pandas as pd

from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.vocabulary import ROLE_WORDS, TOO_FEW, say_rate, say_share_of


def missing_most(named: pd.DataFrame, england: pd.DataFrame, choices: ReachChoices) -> str:
    """The role and the area in which most schools have no provider; areas of fewer than ten schools are not judged.

    ``named`` and ``england`` are rows of measure roles, the first with the name of their area in column area.
    """
    judged = named.loc[named["schools"] >= TOO_FEW]
    if judged.empty:
        return f"{words.capital(choices.place.within)} there are too few {choices.schools} to say ({TOO_FEW} needed)."
    worst = judged.loc[judged["rate"].idxmin()]
    none = say_share_of(worst["schools"] - worst["with_provider"], worst["schools"], choices.schools)
    every = england.set_index("role").loc[worst["role"]]
    role = ROLE_WORDS[worst["role"]]
    where = words.area(worst["area"]) if choices.place.level in ("country", "region") else choices.place.within
    several = choices.place.level in ("country", "region")
    start = f"{role} {where}, where {none}" if several else f"{where} is {role}: {none}"
    return (
        f"{'Missing most: ' if several else 'The role missing most '}{start} have no provider within "
        f"{choices.km:g} km, against {say_rate(every['schools'] - every['with_provider'], every['schools'])} across "
        "England."
    )
