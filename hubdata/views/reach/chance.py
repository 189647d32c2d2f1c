"""What chance says of the area on screen: the one verdict, and the words for it."""

from dataclasses import replace

import pandas as pd

from hubdata.answers.lots import are_coming, is_drawn
from hubdata.measures.asked import Reach
from hubdata.measures.statistics.verdicts import ABOVE, BELOW, FEW, Judged
from hubdata.store import Store
from hubdata.views.choices import ReachChoices
from hubdata.views.view import proved
from hubdata.vocabulary import say_band

JUDGED = ("la", "region", "hub_area")
DRAWING = "What leads picked at random would give is being worked out; it stands here in half a minute."
WIDE = 0.4  # a band of so many points leaves room for anything
METHOD = (
    "Chance by design: the same lead schools placed again by lot among the schools that could lead (same phase, last "
    "grade and region), 999 times; leads outside the schools counted stay where they are.",
    "Verdict: each area against what the lots give it, an exponential tail fitted to the outermost tenth of them; "
    "false finds held at 5% over all areas shown (Benjamini and Hochberg, 1995).",
)


def asked(store: Store, choices: ReachChoices) -> ReachChoices:
    """The choices, with what lots give beside the rates where lots say something of them and are drawn."""
    return replace(choices, chance=choices.definition in ("within", "lead") and is_drawn(store, choices.reach))


def awaited(store: Store, choices: ReachChoices) -> Reach | None:
    """The reach whose lots are being drawn; None where there is nothing to wait for."""
    return choices.reach if are_coming(store, choices.reach) else None


def of_place(store: Store, choices: ReachChoices) -> str:
    """What chance gives the area on screen, as a sentence to follow its share; empty where nobody can say."""
    level = choices.place.level
    if level not in JUDGED or not is_drawn(store, choices.reach):
        return ""
    proof = proved(store, "funnel_plot", (level,), choices.only, choices.reach)
    mine = proof.table.loc[proof.table[level].astype("str") == choices.place.code]
    if mine.empty:
        return ""
    return of_area(mine.iloc[0], proof.facts["judged"].areas, by_lot="lots" in proof.facts)


def expected(judged: Judged) -> str:
    """How many of the areas judged chance alone would put beyond its limits: fewer, where most lots agree."""
    return f"Of {judged.areas} areas judged, up to {judged.outside:.0f} would lie outside their band by chance."


def of_area(row: pd.Series, areas: int, *, by_lot: bool) -> str:
    """The band of chance and the verdict on one row of ``funnel_plot``, of so many areas judged together."""
    if row["verdict"] == FEW:
        return "Too few schools to compare."
    band = say_band(row["low95"], row["high95"])
    band = band if row["high95"] - row["low95"] < WIDE else f"anything from {band}"
    start = f"Leads picked at random would give {band} here" if by_lot else f"Chance gives areas of its size {band}"
    if row["verdict"] in (BELOW, ABOVE):
        return f"{start}: it is clearly {'less' if row['verdict'] == BELOW else 'more'} than that."
    outside = not row["low95"] - 1e-9 <= row["rate"] <= row["high95"] + 1e-9
    if outside:
        return f"{start}; a few of {areas} areas fall outside by chance, and so may this one."
    return f"{start}: chance can do it."
