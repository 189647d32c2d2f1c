"""Two pipelines that the reader sets against each other, and whether they differ by more than chance."""

import pandas as pd

from hubdata.answers.people.two_pipelines import Against
from hubdata.answers.people.two_sides import REST
from hubdata.answers.question import Unanswerable
from hubdata.figures.people.two_pipelines import two_pipelines
from hubdata.measures.statistics.verdicts import ABOVE, BELOW, FEW
from hubdata.store import Store
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.people.counted import ENDS, why_missing
from hubdata.views.people.worked_out import JUDGED
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW, say_share

GROUPS = ("rural", "phase")


def compared(store: Store, choices: PeopleChoices) -> View:
    """The same stages for two groups of the reader's choice, and the difference at the last one known."""
    cohort = {"cohort": choices.cohort} if choices.cohort else {}
    proof = proved(store, "pipeline_difference", (), choices.place.only | cohort, Against(choices.against))
    table = proof.table
    known = table.loc[table["of_first_a"].notna() & table["of_first_b"].notna() & (table["stage"] != "Starts")]
    if known.empty:
        raise Unanswerable(f"{choices.place.within} no stage of both is known")
    last = known.iloc[-1]
    where = f", {choices.place.name}" if choices.against in (*GROUPS, "route") else ""
    return View(
        title=f"From training to the fifth year: {last['a']} and {_small(last['b'])}{where}",
        finding=_finding(last, table.iloc[0], choices),
        definition=(
            "The same people at every stage, as a share of those who started training; the bar is the 95% interval. A "
            "year counts those in service in every year so far. A difference describes; it does not say why."
        ),
        proof=proof,
        status=store.status,
        method=(
            "Shares have 95% Wilson intervals, and the difference at each stage Newcombe's; the two differ clearly at "
            "a stage where that interval leaves out nought. Each stage is a comparison of its own.",
            "An area is judged as one of all of its kind.",
            *JUDGED,
        ),
        drawing=two_pipelines(_large_enough(table.assign(mark=why_missing(table["mark"])))),
    )


def _large_enough(table: pd.DataFrame) -> pd.DataFrame:
    """The stages without shares where fewer than ten of a group started."""
    shown = table
    for side in "ab":
        if table[f"people_{side}"].iloc[0] < TOO_FEW:
            blank = {f"{name}_{side}": float("nan") for name in ("of_first", "low", "high")}
            shown = shown.assign(**blank, mark="too few people for a share")
    return shown


def _finding(last: pd.Series, starts: pd.Series, choices: PeopleChoices) -> str:
    shares = [say_share(last[f"people_{side}"], starts[f"people_{side}"]) for side in "ab"]
    names = [_where(last[side], choices) for side in "ab"]
    end = ENDS[last["stage"]]
    if last["verdict"] == FEW:
        return f"Too few to compare: {names[0]} {shares[0]} of those who start training {end}, {names[1]} {shares[1]}."
    span = f"{last['difference_low'] * 100:+.1f} to {last['difference_high'] * 100:+.1f}"
    unclear = "no clear difference" if choices.against in (*GROUPS, "route") else "no more than areas differ anyway"
    said = {ABOVE: "clearly more", BELOW: "clearly fewer"}.get(last["verdict"], unclear)
    points = f"{last['difference'] * 100:+.1f} points, interval {span}"
    return (
        f"Of those who start training, {shares[0]} {names[0]} {end}, against {shares[1]} {names[1]}: {said} ({points})."
    )


def _where(name: str, choices: PeopleChoices) -> str:
    if choices.against in GROUPS:
        return f"in {name.lower()} schools"
    if choices.against == "route":
        return f"by {name}"
    return f"in {_small(name)}"


def _small(name: str) -> str:
    return f"{name[0].lower()}{name[1:]}" if name == REST else name
