"""The curve behind a concentration index: who got what was given, from the least to the most advantaged."""

import numpy as np
import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.answers.spread.resources import Concentration, ConcentrationCurve
from hubdata.answers.spread.yearly import has_history, resource
from hubdata.dictionary.measures import column
from hubdata.figures.spread.lorenz import lorenz
from hubdata.measures.asked import Networks
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.view import View, proved
from hubdata.vocabulary import KIND_WORDS


def curve(store: Store, choices: ReachChoices) -> View:
    """Cumulative shares of schools and of one year's new lead schools, by prior provision: the year with most of them.

    By free school meals, of the schools on the list, where nobody published when each network began.
    """
    known = has_history(store, Networks(choices.kind))
    rank = "prior" if known else "fsm"
    among = Concentration(rank, "leads", choices.of_all_days)
    index = _fullest(store, choices.kind, proved(store, "concentration", (), {}, among).table)
    proof = proved(store, "concentration_curve", (), {}, ConcentrationCurve(among, index["year"]))
    several = KIND_WORDS[choices.kind][1]
    leads = f"new {several} of {index['year']}" if known else f"{several} on the list"
    return View(
        title=f"{words.capital(leads)}, authorities ranked by {RANKED[rank][1]}",
        finding=said(proof.table, leads, rank, index),
        definition=DEFINITION + ("Networks of every role. " if choices.role else "") + words.dated(proof.sources),
        proof=proof,
        status=store.status,
        drawing=lorenz(
            _with_able(proof.table),
            x="schools",
            y="resource",
            along=f"Share of schools, {RANKED[rank][2]}",
            up=f"Share of {leads}",
            said=f"{half(proof.table, '')} for half",
            beside=("able", "of Outstanding schools"),
        ),
        method=method(index),
    )


def _fullest(store: Store, kind: str, years: pd.DataFrame) -> pd.Series:
    """The row of the year in which most leads began."""
    if years.empty:
        raise Unanswerable("no year has both new lead schools and authorities to rank")
    began = {year: given.sum() for year, given in resource(store, "leads", Networks(kind)).items()}
    return years.loc[years["year"].map(began).idxmax()]


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
    """What the poorer half got, of all schools and of those that could lead, and which way the whole curve leans."""
    first, more = RANKED[rank][0], RANKED[rank][3]
    sure = index["low"] > 0 or index["high"] < 0
    leaning = f"over the whole curve more {{}} to {more[0] if index['low'] > 0 else more[1]}"
    went = leaning.format("went" if rank == "prior" else "belong")
    got = "got" if rank == "prior" else "had"
    every = (
        f"The half of England's schools in the authorities {first} {got} {half(table, '')} of the {leads}; "
        f"{went if sure else 'the whole curve leans to neither side for sure'}."
    )
    if pd.isna(table["eligible_resource"].iloc[-1]):
        return f"{every} Not one Outstanding school, which could lead, was among them."
    return f"{every} Of Outstanding schools, which could lead, the half there {got} {half(table, 'eligible')}."


def half(table: pd.DataFrame, of: str) -> str:
    """What half of the schools had, the half in the authorities that stand first."""
    x, y = ("eligible", "eligible_resource") if of else ("schools", "resource")
    return f"{float(np.interp(0.5, table[x], table[y])):.0%}"


def _with_able(table: pd.DataFrame) -> pd.DataFrame:
    """With the curve of the schools that could lead, read off at the shares of all schools."""
    return table.assign(able=np.interp(table["schools"], table["eligible"], table["eligible_resource"]))


DEFINITION = "Under the line of equal shares, the authorities that stand first had less than their share. "


def method(index: pd.Series) -> tuple[str, ...]:
    """The index of the year with its interval (a row of measure concentration), and how to read it."""
    say = column("concentration", "index").say
    return (
        f"Concentration index {say(index['index'])} (95% bootstrap {say(index['low'])} to {say(index['high'])}, "
        f"{index['n']} authorities drawn with replacement): twice the area between the curve and equal shares, above 0 "
        "when the curve sags.",
        f"Among schools last graded Outstanding {say(index['eligible_index'])} ({say(index['eligible_low'])} to "
        f"{say(index['eligible_high'])}).",
    )
