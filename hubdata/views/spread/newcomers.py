"""Where new resources go, year by year: to those who already have, or to those who lack. Words by the interval."""

from dataclasses import replace

import pandas as pd

from hubdata.answers.spread.resources import Concentration
from hubdata.answers.spread.yearly import has_history
from hubdata.figures.spread.yearly_band import yearly_band
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.spread import stock
from hubdata.views.spread.went import (
    BOOTSTRAP,
    REGRESSION,
    WORDS_GROWTH,
    WORDS_LEADS,
    WORDS_MEALS,
    WORDS_MONEY,
    WORDS_OUTSTANDING,
)
from hubdata.views.view import View, proved


def concentration(store: Store, choices: ReachChoices) -> View:
    """Do new designations go to authorities that already have more? By year, with a bootstrap band."""
    return _index(store, choices, WORDS_LEADS, Concentration("prior", "leads", choices.of_all_days))


def to_outstanding(store: Store, choices: ReachChoices) -> View:
    """Do new designations go to authorities with more Outstanding schools? Of a list of one day: where they are."""
    return _by(store, choices, WORDS_OUTSTANDING, "outstanding")


def to_better_off(store: Store, choices: ReachChoices) -> View:
    """Do new designations go to authorities with fewer free school meals? Of a list of one day: where its leads are."""
    return _by(store, choices, WORDS_MEALS, "fsm")


def funding(store: Store, choices: ReachChoices) -> View:
    """Money goes to networks' leads, so it goes where they are: the picture says so."""
    view = _index(store, choices, WORDS_MONEY, Concentration("prior", "funding", choices.of_all_days))
    return replace(view, finding=f"{BY_CONSTRUCTION}: {view.finding[:1].lower()}{view.finding[1:]}")


def growth(store: Store, choices: ReachChoices) -> View:
    """Did provision grow where it already was? The slope of new leads on leads before, by year."""
    return _index(store, choices, WORDS_GROWTH)


EVERY_ROLE = "Networks of every role. "
BY_CONSTRUCTION = "Funding is shared among lead schools, so it can only go where some are, and this says no more"


def _by(store: Store, choices: ReachChoices, said: tuple[str, ...], rank: str) -> View:
    """By year where the data say when each lead began; else the list as it stands."""
    if not has_history(store, choices.of_all_days):
        return stock.listed(store, choices, rank)
    return _index(store, choices, said, Concentration(rank, "leads", choices.of_all_days))


def _index(store: Store, choices: ReachChoices, said: tuple[str, ...], among: Concentration | None = None) -> View:
    title, above, below, meaning, up, down = said
    measure, value = ("concentration", "index") if among else ("growth", "slope")
    proof = proved(store, measure, (), {}, among or choices.of_all_days)
    roles = EVERY_ROLE if choices.role else ""
    return View(
        title=title,
        finding=_by_interval(proof.table, above, below) + _among_able(proof.table),
        definition=f"{meaning}. {roles}{words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=yearly_band(proof.table, value=value, above=up, below=down),
        method=(BOOTSTRAP if among else REGRESSION,),
    )


def _by_interval(table: pd.DataFrame, above: str, below: str) -> str:
    """What the intervals allow: the years on one side, and how many are on neither."""
    more, less, every = int((table["low"] > 0).sum()), int((table["high"] < 0).sum()), len(table)
    if every == 1:
        start = f"In {table['year'].iloc[0]} "
        return f"{start}{above if more else below}." if more or less else f"{start}it is not clear that {above}."
    if not more and not less:
        return f"In none of {every} years is it clear that {above}, or the reverse."
    parts = [f"in {count} of {every} years {said}" for count, said in ((more, above), (less, below)) if count]
    rest = "; the rest are unclear" if more + less < every else ""
    return f"{words.capital('; '.join(parts))}{rest}."


def _among_able(table: pd.DataFrame) -> str:
    """The same counted among schools that could lead, where leads are what is counted."""
    if "eligible_low" not in table or table["eligible_low"].isna().all():
        return ""
    more, less = int((table["eligible_low"] > 0).sum()), int((table["eligible_high"] < 0).sum())
    return (
        f" Among schools now graded Outstanding, which could lead: {more or 'no'} {'year' if more == 1 else 'years'} "
        f"the first way, {less or 'none'} the second."
    )
