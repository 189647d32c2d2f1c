"""Recruitment: recruits, target and share together, always; and what moved the share."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.figures.people.against_target import against_target
from hubdata.figures.people.ladder import ladder
from hubdata.figures.people.moved import moved
from hubdata.store import Store
from hubdata.views.choices import ENGLAND
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.view import View, proved

LEVEL = 0.005
ROWS = {"year": "Years", "phase": "Phases", "subject": "Subjects"}


def first_rows(store: Store) -> str:
    """What the rows are before anybody chooses: years where they have a share of target, else subjects."""
    if not store.has("recruitment"):
        return "year"
    return "year" if proved(store, "recruitment", ("year",)).table["of_target"].notna().any() else "subject"


def against(store: Store, choices: PeopleChoices) -> View:
    """The opening picture: each year, phase or subject on its way to its target."""
    proof = proved(store, "recruitment", (choices.rows,))
    drawn = proof.table if choices.rows == "year" else proof.table.sort_values("of_target", ascending=False)
    return View(
        title=f"Recruits to postgraduate teacher training against target, by {choices.rows}",
        finding=_of_england(_finding(store, proof.table, choices), choices),
        definition=(
            f"{_nobody_else(choices)}The target is the postgraduate need set for the year by the Teacher Workforce "
            "Model; it moves every year, so a share can rise without one more recruit. Revised figures replace earlier "
            "ones."
        ),
        proof=proof,
        status=store.status,
        drawing=against_target(drawn, label=choices.rows),
    )


def _of_england(finding: str, choices: PeopleChoices) -> str:
    """The sentence as it stands for England; where a reader looks at an area, it says that it is not the area's."""
    return finding if choices.place == ENGLAND else f"All of England: {finding[:1].lower()}{finding[1:]}"


def _nobody_else(choices: PeopleChoices) -> str:
    here = choices.place
    return "" if here == ENGLAND else f"Targets are set for England; {here.name} has none of its own. "


def _finding(store: Store, table: pd.DataFrame, choices: PeopleChoices) -> str:
    if choices.rows != "year":
        known = table.dropna(subset=["of_target"])
        met = int((known["of_target"] >= 1).sum())
        latest = proved(store, "recruitment", ("year", choices.rows)).table
        year = latest.loc[latest["of_target"].notna(), "year"].astype("str")
        when = f" in {year.max()}" if len(year) else ""
        plural = ROWS[choices.rows].lower()
        return (
            f"{met} of {len(known)} {plural} with a figure reached their target{when}: as many recruits as wanted, or "
            "more."
        )
    both = table.dropna(subset=["of_target"])
    if both.empty:
        first, last = table.iloc[0], table.iloc[-1]
        return (
            f"The target for {last['year']} is {last['target']:,.0f}, {_than(last['target'], first['target'])} since "
            f"{first['year']} ({first['target']:,.0f}); recruits are not in the files loaded."
        )
    return _latest(both)


def _latest(both: pd.DataFrame) -> str:
    """The newest year's share with both counts, and which of the two moved since the year before."""
    last = both.iloc[-1]
    start = f"Postgraduate teacher training filled {last['of_target']:.0%} of its target in {last['year']}"
    if pd.isna(last["recruits"]):
        return f"{start}, which was {last['target']:,.0f}; the count of recruits is not published."
    start += f" ({last['recruits']:,.0f} recruits for {last['target']:,.0f} wanted)"
    if len(both) < 2:
        return f"{start}."
    before = both.iloc[-2]
    recruits, target = (_than(last[name], before[name]) for name in ("recruits", "target"))
    return f"{start}: recruits {recruits} and the target {target} since {before['year']}."


def _than(value: float, before: float) -> str:
    """``up 16%``, ``down 19%`` or ``level``: under half a per cent is level."""
    change = value / before - 1
    if abs(change) < LEVEL:
        return "level"
    return f"{'up' if change > 0 else 'down'} {abs(change):.0%}"


def what_moved(store: Store, choices: PeopleChoices) -> View:  # noqa: ARG001 (national figures only)
    """The change in the share of target, split exactly between recruits and target."""
    proof = proved(store, "recruitment_change", ("year",))
    last = proof.table.iloc[-1]
    return View(
        title="What moved the share of target",
        finding=(
            f"Of the {last['change'] * 100:+.1f} points from {last['from_year']} to {last['year']}, "
            f"{last['from_recruits'] * 100:+.1f} came with recruits and {last['from_target'] * 100:+.1f} with the "
            "target."
        ),
        definition="An exact split: the two parts add up to the change.",
        proof=proof,
        status=store.status,
        drawing=moved(proof.table),
    )


def routes(store: Store, choices: PeopleChoices) -> View:  # noqa: ARG001 (national figures only)
    """Recruits by route, which has no target of its own."""
    proof = proved(store, "recruitment", ("route",))
    drawn = proof.table.dropna(subset=["recruits"]).sort_values("recruits", ascending=False)
    if drawn.empty:
        raise Unanswerable("recruits by route are not in the data loaded")
    most, every = drawn.iloc[0], drawn["recruits"].sum()
    return View(
        title="Recruits by route",
        finding=(
            f"{most['route']} takes {most['recruits'] / every:.0%} of recruits ({most['recruits']:,} of {every:,})."
        ),
        definition="The newest year. Routes have no target of their own.",
        proof=proof,
        status=store.status,
        drawing=ladder(
            drawn.astype({"recruits": float}),
            label="route",
            value="recruits",
            says=[f"{count:,} ({count / every:.0%})" for count in drawn["recruits"]],
        ),
    )
