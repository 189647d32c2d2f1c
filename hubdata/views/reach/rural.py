"""Rural and urban: the size of the gap, whether it is one of primaries, and what it goes with."""

import pandas as pd

from hubdata.figures.interval_dots import interval_dots
from hubdata.palette import PHASES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.reach.page import definition
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW, say_rate


def gap(store: Store, choices: ReachChoices) -> View:
    """The opening picture: phase by place, four rates with intervals, and what the interaction test lets one say."""
    proof = proved(store, "reach", ("phase", "rural"), choices.place.only, choices.reach)
    test = proved(store, "interaction", (), choices.place.only, choices.reach).table
    drawn = grouped(proof.table)
    return View(
        title=f"{choices.counted}, by phase and place, {choices.place.name}",
        finding=_gap_finding(test, choices),
        definition=definition(store, choices),
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn, label="group", colours={r.group: PHASES[r.phase] for r in drawn.itertuples()}),
    )


def grouped(table: pd.DataFrame) -> pd.DataFrame:
    """Primary and secondary, rural and urban, each named for a chart; the rest stays in the table."""
    shown = table.loc[table["rural"].isin(LOCALITIES[:2]) & table["phase"].isin(("Primary", "Secondary"))]
    return shown.assign(group=shown["phase"].astype("str") + ", " + shown["rural"].astype("str").str.lower())


def _gap_finding(test: pd.DataFrame, choices: ReachChoices) -> str:
    """The sentence that the interaction test allows, with the gap of each phase in points."""
    if test.empty or pd.isna(test["verdict"].iloc[0]):
        return f"{words.capital(choices.place.within)} there are too few rural or urban schools to compare."
    row = test.iloc[0]
    few = [phase for phase in ("primary", "secondary") if _fewest(row, phase) < TOO_FEW]
    if few:
        return _one_phase(row, choices, few)
    primary, secondary = (_points(row, phase) for phase in ("primary", "secondary"))
    return SENTENCES[row["verdict"]].format(
        primary=primary, secondary=secondary, phrase=choices.phrase, are=choices.are, within=choices.place.within
    )


def _fewest(row: pd.Series, phase: str) -> float:
    return min(row[f"{phase}_schools_a"], row[f"{phase}_schools_b"])


def _one_phase(row: pd.Series, choices: ReachChoices, few: list[str]) -> str:
    """What can be said where one phase, or both, has fewer than ten rural or urban schools."""
    left = [phase for phase in ("primary", "secondary") if phase not in few]
    if not left:
        return f"{words.capital(choices.place.within)} there are too few rural or urban schools of a phase to compare."
    phase = left[0]
    gap = row[[name for name in row.index if name.startswith(phase)]].rename(
        lambda name: name.removeprefix(f"{phase}_")
    )
    plural = {"primary": "primaries", "secondary": "secondaries"}[phase]
    return words.compared(f"rural {plural}", f"urban {plural}", choices.phrase, gap, choices.are)


def _points(row: pd.Series, phase: str) -> str:
    """A gap in points with its two rates: ``30.5 points (62.4% against 93.0%)``."""
    rural, urban = (say_rate(row[f"{phase}_reached_{side}"], row[f"{phase}_schools_{side}"]) for side in "ab")
    return f"{abs(row[f'{phase}_difference']) * 100:.1f} points ({rural} against {urban})"


SENTENCES = {
    "primary only": "The rural gap is a primary-school gap {within}: {primary} among primaries, none that is clear "
    "among secondaries ({secondary}).",
    "secondary only": "The rural gap is a secondary-school gap {within}: {secondary} among secondaries, none that is "
    "clear among primaries ({primary}).",
    "wider in primary": "Rural schools {are} less often {phrase}, primaries more so: by {primary}, and by {secondary} "
    "among secondaries.",
    "wider in secondary": "Rural schools {are} less often {phrase}, secondaries more so: by {secondary}, and by "
    "{primary} among primaries.",
    "alike": "Rural schools {are} less often {phrase}, primaries and secondaries alike: by {primary} and by "
    "{secondary}.",
    "none": "No rural gap is clear {within}: {primary} among primaries, {secondary} among secondaries.",
    "not clear": "A rural gap shows, but not clearly in which phase: {primary} among primaries, {secondary} among "
    "secondaries.",
}
