"""Words to make names from. The settlements are invented: no real school, trust or hub is called after them."""

from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd

WORDS = Path(__file__).with_name("words.csv")


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of a kind: stem, ending, feature, saint, trust or alliance.

    Raises:
        KeyError: for a kind that ``words.csv`` does not have.
    """
    return tuple(pd.read_csv(WORDS, index_col="kind")["words"].loc[kind].split(";"))


def settlements(count: int, luck: np.random.Generator) -> list[str]:
    """Different invented place names, such as Kelverbourne.

    Raises:
        ValueError: when more are asked for than the stems and endings give.
    """
    every = [stem + ending for stem, ending in product(words("stem"), words("ending"))]
    return [every[place] for place in luck.choice(len(every), size=count, replace=False)]
