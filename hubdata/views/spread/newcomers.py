"""Where new resources go, year by year: to those who already have, or to those who lack. Words by the interval."""

import pandas as pd

from hubdata.answers.spread.resources import Concentration
from hubdata.figures.people.ladder import ladder
from hubdata.figures.spread.yearly_band import yearly_band
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.view import View, proved


def concentration(store: Store, choices: ReachChoices) -> View:
    """Do new designations go to authorities that already have more? By year, with a bootstrap band."""
    return _index(store, choices, WORDS_LEADS, Concentration("prior", "leads", choices.of_all_days))


def to_outstanding(store: Store, choices: ReachChoices) -> View:
    """Do new designations go to authorities with more Outstanding schools?"""
    return _index(store, choices, WORDS_OUTSTANDING, Concentration("outstanding", "leads", choices.of_all_days))


def to_better_off(store: Store, choices: ReachChoices) -> View:
    """Do new designations go to authorities with fewer free school meals?"""
    return _index(store, choices, WORDS_MEALS, Concentration("fsm", "leads", choices.of_all_days))


def funding(store: Store, choices: ReachChoices) -> View:
    """Does money go to authorities that already have more lead schools?"""
    return _index(store, choices, WORDS_MONEY, Concentration("prior", "funding", choices.of_all_days))


def growth(store: Store, choices: ReachChoices) -> View:
    """Did provision grow where it already was? The slope of new leads on leads before, by year."""
    return _index(store, choices, WORDS_GROWTH)


EVERY_ROLE = "Networks of every role. "
WORDS_LEADS = (
    "New designations by year, ranked by prior provision",
    "new designations went more to authorities that already had more",
    "new designations went more to authorities that had less",
    "Concentration index of new lead schools over authorities, ranked by lead schools per school the year before",
)
WORDS_OUTSTANDING = (
    "New designations by year, ranked by Outstanding schools",
    "new designations went more to authorities with more Outstanding schools",
    "new designations went more to authorities with fewer Outstanding schools",
    "Concentration index of new lead schools over authorities, ranked by the share of schools graded Outstanding",
)
WORDS_MEALS = (
    "New designations by year, ranked by free school meals",
    "new designations went more to authorities with fewer free school meals",
    "new designations went more to authorities with more free school meals",
    "Concentration index of new lead schools over authorities, ranked from most to fewest free school meals",
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


def _index(
    store: Store, choices: ReachChoices, said: tuple[str, str, str, str], among: Concentration | None = None
) -> View:
    title, above, below, meaning = said
    measure, value = ("concentration", "index") if among else ("growth", "slope")
    proof = proved(store, measure, (), {}, among or choices.of_all_days)
    roles = EVERY_ROLE if choices.role else ""
    return View(
        title=title,
        finding=_by_interval(proof.table, above, below),
        definition=f"{meaning}; 95% bootstrap or regression interval. {roles}{words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=yearly_band(proof.table, value=value, above="to those who had more", below="to those who had less"),
    )


def _by_interval(table: pd.DataFrame, above: str, below: str) -> str:
    """What the intervals allow: the years clearly on one side, and how many are on neither."""
    more, less, every = int((table["low"] > 0).sum()), int((table["high"] < 0).sum()), len(table)
    if not more and not less:
        return f"In none of {every} years is it clear that {above}, or the reverse."
    if every == 1:
        return f"In {table['year'].iloc[0]}, the one year known, {above if more else below}."
    parts = [f"in {count} of {every} years {said}" for count, said in ((more, above), (less, below)) if count]
    rest = "; the rest are unclear" if more + less < every else ""
    return f"{words.capital('; '.join(parts))}{rest}."


def ledger(store: Store, choices: ReachChoices) -> View:
    """What networks were awarded, for every school and pupil, by region."""
    proof = proved(store, "ledger", ("region",), {}, choices.of_all_days)
    drawn = proof.table.sort_values("per_school", ascending=False)
    high, low = drawn.iloc[0], drawn.iloc[-1]
    return View(
        title="Funding of networks for every school, by region",
        finding=(
            f"From £{low['per_school']:,.0f} a school in {low['region']} to £{high['per_school']:,.0f} in "
            f"{high['region']}, all years together."
        ),
        definition=(
            f"{proof.facts['first']} to {proof.facts['last']}, all funds together; money by the authority of the lead "
            "school. Activity, not effect."
        ),
        proof=proof,
        status=store.status,
        drawing=ladder(
            drawn,
            label="region",
            value="per_school",
            says=[f"£{r.per_school:,.0f} a school, £{r.per_pupil:,.2f} a pupil" for r in drawn.itertuples()],
        ),
    )
