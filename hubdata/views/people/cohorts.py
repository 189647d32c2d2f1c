"""Retention cohort by cohort: where only rates are published, and whether the newest are kept better."""

from hubdata.answers.people.retaining import Retention
from hubdata.answers.question import Unanswerable
from hubdata.figures.curves import curves
from hubdata.figures.interval_dots import interval_dots
from hubdata.palette import SERIES
from hubdata.store import Store
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.counted import FIFTH, MEANINGS, METHODS, MOST_LINES
from hubdata.views.view import View, proved


def published(store: Store, choices: PeopleChoices) -> View:
    """Where only rates are published: the cohorts that are followed longest, each its own line."""
    proof = proved(store, "retention", ("cohort",), {}, Retention(choices.method))
    known = proof.table.dropna(subset=["at_start", "rate"])
    followed = known.groupby("cohort", observed=True)["years"].agg(["count", "max"]).query("count > 1")
    chosen = followed.sort_values("count").tail(MOST_LINES).index
    drawn = known.loc[known["cohort"].isin(chosen)].assign(group=known["cohort"].astype("str"))
    if drawn.empty:
        raise Unanswerable("no cohort is followed for more than one year")
    fifth = drawn.loc[drawn["years"] == FIFTH]
    row = (fifth if len(fifth) else drawn).iloc[-1]
    return View(
        title=f"{METHODS[choices.method]}, by years since qualifying, cohort by cohort",
        finding=(
            f"Of the {row['at_start']:,.0f} who qualified in {row['cohort']}, {row['rate']:.1%} were in service after "
            f"{row['years']} years."
        ),
        definition=f"{MEANINGS[choices.method]} Published rates; a year that nobody published is a gap.",
        proof=proof,
        status=store.status,
        drawing=curves(
            drawn,
            x="years",
            group="group",
            title="Years after qualifying",
            colours=dict(zip(map(str, chosen), SERIES, strict=False)),
            mark=FIFTH,
        ),
    )


def cohorts(store: Store, choices: PeopleChoices) -> View:
    """Each cohort at its first year: is the newest kept better than the last?"""
    proof = proved(store, "retention", ("cohort",), choices.place.only, Retention(choices.method))
    first = proof.table.loc[(proof.table["years"] == 1) & proof.table["low"].notna()]
    if len(first) < 2:
        raise Unanswerable(f"{choices.place.within} fewer than two cohorts are followed")
    drawn = first.assign(
        group=first["cohort"].astype("str"),
        schools=first["at_start"].astype(float),
        reached=(first["rate"] * first["at_start"].astype(float)).round(),
        mark="",
    )
    last, before = first.iloc[-1], first.iloc[-2]
    apart = last["low"] > before["high"] or last["high"] < before["low"]
    side = "higher" if last["rate"] > before["rate"] else "lower"
    return View(
        title=f"In service after one year, by cohort, {choices.place.name}",
        finding=(
            f"After one year {last['rate']:.1%} of the {last['cohort']} cohort were in service, "
            f"{side if apart else 'not clearly other'} than {before['rate']:.1%} of {before['cohort']}."
        ),
        definition="One row a year of qualifying; counts are rates times the cohort where only rates are published.",
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn.tail(8), label="group"),
    )
