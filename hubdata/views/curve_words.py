"""What is said of a concentration curve: what the half that had less got, and which way the whole curve leans."""

import numpy as np
import pandas as pd

from hubdata.vocabulary import MEASURES

# By ranking: the authorities that stand first, what orders them, what the scale says, and who got more.
RANKED = {
    "prior": (
        "that had least", "lead schools per school the year before", "fewest lead schools first",
        ("those that already had more", "those that had less"),
    ),
    "fsm": (
        "with most free school meals", "free school meals", "most free meals first",
        ("those with fewer free meals", "those with more free meals"),
    ),
}  # fmt: skip


def said(table: pd.DataFrame, leads: str, rank: str, index: pd.Series) -> str:
    """What the poorer half got, and which way the whole curve leans where its interval says so."""
    first, more = RANKED[rank][0], RANKED[rank][3]
    half = float(np.interp(0.5, table["schools"], table["resource"]))
    clear = index["low"] > 0 or index["high"] < 0
    leaning = f"over the whole curve more went to {more[0] if index['low'] > 0 else more[1]}"
    return (
        f"The half of England's schools in the authorities {first} got {half:.0%} of the {leads}; "
        f"{leaning if clear else 'the whole curve leans clearly to neither side'}."
    )


def definition(index: pd.Series) -> str:
    """The index of the year with its interval (a row of measure concentration), and how to read it."""
    say = MEASURES["index"].say
    return (
        f"Concentration index {say(index['index'])} (95% bootstrap {say(index['low'])} to {say(index['high'])}, "
        f"{index['n']} authorities): twice the area between the curve and equal shares, above 0 when the curve sags. "
    )
