"""A list of one day: where its lead schools stood, of all schools and of those that could lead; never who was new."""

import numpy as np
import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.answers.spread.resources import Concentration, ConcentrationCurve
from hubdata.figures.spread.yearly_band import yearly_band
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.view import View, proved

# By ranking: the half of England that is told of, what each side has more of, and the title's words.
HALVES = {
    "outstanding": ("the largest shares of Outstanding schools", "more Outstanding schools", "Outstanding schools"),
    "fsm": ("the fewest free school meals", "fewer free school meals", "free school meals"),
}
ALL, ABLE = "of all schools", "of Outstanding schools, which could lead"
UNSURE = " (too close to call)"
METHOD = (
    "Concentration index: twice the area between the line of equal shares and the curve of lead schools over schools, "
    "with authorities in order; above 0 the side named at the top has more. Its range is a 95% bootstrap that draws "
    "authorities with replacement.",
    "The last grade on record stands for the grade on the day of designation, which is not known here.",
)


def listed(store: Store, choices: ReachChoices, rank: str) -> View:
    """Where the lead schools of a list stood, beside the same among schools that could lead."""
    among = Concentration(rank, "leads", choices.of_all_days)
    proof = proved(store, "concentration", (), {}, among)
    if proof.table.empty:
        raise Unanswerable(f"too few {leads(choices)} and authorities to rank")
    row = proof.table.iloc[0]
    curve = proved(store, "concentration_curve", (), {}, ConcentrationCurve(among, row["year"])).table
    first, _, ranked = HALVES[rank]
    return View(
        title=f"{words.capital(leads(choices))} on the list, by {ranked} of the authority",
        finding=(
            f"The half of England's schools in the authorities with {first} had {_half(curve, '')} of the "
            f"{leads(choices)} on the list{_unsure(row, '')}. {_able(curve, row)}"
        ),
        definition=f"A list of one day: it says who led then, not who was new. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=yearly_band(
            _drawn(row),
            value="index",
            above=f"more where there were {HALVES[rank][1]}",
            below="more in the other authorities",
        ),
        method=METHOD,
    )


def leads(choices: ReachChoices) -> str:
    """What the lead schools are called, whatever role was chosen: the list is read whole."""
    return ReachChoices(kind=choices.kind, year=choices.year).lead[1]


def _able(curve: pd.DataFrame, row: pd.Series) -> str:
    """The same among the schools that could lead."""
    if pd.isna(curve["eligible_resource"].iloc[-1]):
        return "Not one Outstanding school, which could lead, was among them."
    return (
        "Of Outstanding schools, which could lead, the half in such authorities had "
        f"{_half(curve, 'eligible')} of those that led{_unsure(row, 'eligible_')}."
    )


def _half(curve: pd.DataFrame, of: str) -> str:
    """What the half of schools in the more advantaged authorities had."""
    x, y = ("eligible", "eligible_resource") if of else ("schools", "resource")
    return f"{1 - float(np.interp(0.5, curve[x], curve[y])):.0%}"


def _unsure(row: pd.Series, of: str) -> str:
    return "" if row[f"{of}low"] > 0 or row[f"{of}high"] < 0 else UNSURE


def _drawn(row: pd.Series) -> pd.DataFrame:
    names = ("index", "low", "high")
    rows = [{"year": ALL} | {n: row[n] for n in names}, {"year": ABLE} | {n: row[f"eligible_{n}"] for n in names}]
    return pd.DataFrame(rows)
