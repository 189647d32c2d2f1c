"""What networks offer, drawn: as a bar for each number of roles, or a row for each network."""

import pandas as pd
import plotly.graph_objects as go

from hubdata.figures.heat import heat
from hubdata.figures.ladder import ladder
from hubdata.palette import LAND, REACHED
from hubdata.vocabulary import ROLE_HEADS, ROLE_WORDS, TOO_FEW, say_rate


def counted(table: pd.DataFrame, thing: str) -> go.Figure:
    """Measure breadth as bars, six roles first; ``thing`` is what a network is called."""
    rows = table.iloc[::-1].assign(name=[f"{n} {'role' if n == 1 else 'roles'}" for n in table["roles"][::-1]])
    says = [
        f"{n:,} {thing if n == 1 else thing + 's'}{f' ({say_rate(n, every)})' if every >= TOO_FEW else ''}"
        for n, every in zip(rows["networks"], rows["all"], strict=True)
    ]
    return ladder(rows, label="name", value="networks", says=says)


def one_by_one(table: pd.DataFrame) -> go.Figure:
    """Measure offers as a row of six cells for each network."""
    tints = [REACHED if offers else LAND for offers in table["offers"]]
    says = [
        f"{name}: {'offers' if offers else 'does not offer'} {ROLE_WORDS[role]}"
        for name, role, offers in table[["network_name", "role", "offers"]].itertuples(index=False)
    ]
    drawn = table.assign(colour=tints, cell=["yes" if offers else "" for offers in table["offers"]], say=says)
    return heat(drawn, row="network_name", column="role", heads=ROLE_HEADS, dark=(REACHED,))
