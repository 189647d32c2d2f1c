"""Where new resources go, year by year: to those who already have, or to those who lack. Words by the interval."""

import pandas as pd

from hubdata.figures.yearly_band import yearly_band
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.reach import LABELS
from hubdata.views.view import View, proved


def concentration(store: Store, choices: ReachChoices) -> View:
    """Do new designations go to authorities that already have more? By year, with a bootstrap band."""
    options = {"rank": "prior", "of": "leads", "kind": choices.kind}
    return _index(store, "concentration", "index", options, WORDS_LEADS)


def funding(store: Store, choices: ReachChoices) -> View:
    """Does money go to authorities that already have more lead schools?"""
    return _index(
        store, "concentration", "index", {"rank": "prior", "of": "funding", "kind": choices.kind}, WORDS_MONEY
    )


def growth(store: Store, choices: ReachChoices) -> View:
    """Did provision grow where it already was? The slope of new leads on leads before, by year."""
    return _index(store, "growth", "slope", {"kind": choices.kind}, WORDS_GROWTH)


WORDS_LEADS = (
    "New designations by year, ranked by prior provision",
    "new designations went more to authorities that already had more",
    "new designations went more to authorities that had less",
    "Concentration index of new lead schools over authorities, ranked by lead schools per school the year before",
)
WORDS_MONEY = (
    "Funding by year, ranked by prior provision",
    "funding went more to authorities that already had more",
    "funding went more to authorities that had less",
    "Concentration index of pounds over authorities, ranked by lead schools per school the year before",
)
WORDS_GROWTH = (
    "Growth on baseline, by year",
    "provision grew more where it already was",
    "provision grew more where there was less",
    "Slope of new lead schools per 100 schools on lead schools per 100 schools the year before",
)


def _index(store: Store, measure: str, value: str, options: dict[str, object], said: tuple[str, str, str, str]) -> View:
    title, above, below, meaning = said
    proof = proved(store, measure, **options)
    return View(
        title=title,
        finding=_by_interval(proof.table, above, below),
        definition=f"{meaning}; 95% bootstrap or regression interval. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=yearly_band(proof.table, value=value, above="to those who had more", below="to those who had less"),
        labels={"year": "Academic year", "n": "Authorities", "index": "Index", "slope": "Slope", **LABELS},
    )


def _by_interval(table: pd.DataFrame, above: str, below: str) -> str:
    """What the intervals allow: the years clearly on one side, and how many are on neither."""
    more, less, every = int((table["low"] > 0).sum()), int((table["high"] < 0).sum()), len(table)
    if not more and not less:
        return f"In none of {every} years is it clear that {above}, or the reverse."
    parts = []
    if more:
        parts.append(f"in {more} of {every} years {above}")
    if less:
        parts.append(f"in {less} of {every} years {below}")
    return f"{words.capital('; '.join(parts))}; the rest are unclear."
