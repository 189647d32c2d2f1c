"""Rural and urban: the size of the gap, whether it is one of primaries, and what it goes with."""

import pandas as pd

from hubdata.figures.interval_dots import interval_dots
from hubdata.palette import PHASES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.reach import by_design, chance, two_gaps
from hubdata.views.reach.page import definition
from hubdata.views.reach.two_gaps import PLURALS
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW


def gap(store: Store, choices: ReachChoices) -> View:
    """The opening picture: phase by place, four rates, what placing the leads by lot gives, and what follows."""
    asked = chance.asked(store, choices)
    proof = proved(store, "reach", ("phase", "rural"), choices.place.only, asked.reach)
    test = proved(store, "interaction", (), choices.place.only, choices.reach)
    drawn = grouped(proof.table)
    how = () if test.table.empty else two_gaps.method(test.table.iloc[0], test.facts["alike"])
    opening = by_design.sentence(store, choices) if choices.definition == "within" else ""
    bars = "Pale bars: what leads picked at random would give." if asked.chance else ""
    differs = "" if test.table.empty else two_gaps.differs(test.table.iloc[0])
    return View(
        title=f"{choices.counted}, by phase and place, {choices.place.name}",
        finding=opening or _gap_finding(test.table, choices),
        definition=" ".join(filter(None, [differs if opening else "", bars, definition(store, choices)])),
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn, label="group", colours={r.group: PHASES[r.phase] for r in drawn.itertuples()}),
        method=(*how, *(chance.METHOD[:1] if asked.chance else ())),
        awaits=chance.awaited(store, choices),
    )


def grouped(table: pd.DataFrame) -> pd.DataFrame:
    """Primary and secondary, rural and urban, each named for a chart; the rest stays in the table."""
    shown = table.loc[table["rural"].isin(LOCALITIES[:2]) & table["phase"].isin(("Primary", "Secondary"))]
    return shown.assign(group=shown["phase"].astype("str") + ", " + shown["rural"].astype("str").str.lower())


def _gap_finding(test: pd.DataFrame, choices: ReachChoices) -> str:
    """Both gaps as counted, and what the draws of authorities allow one to say of the one against the other."""
    if test.empty or test.iloc[0][["primary_difference", "secondary_difference"]].isna().all():
        return f"{words.capital(choices.place.within)} there are too few rural or urban schools to compare."
    row = test.iloc[0]
    few = [phase for phase in PLURALS if _fewest(row, phase) < TOO_FEW]
    return _one_phase(row, choices, few) if few else two_gaps.sentence(row, choices)


def _fewest(row: pd.Series, phase: str) -> float:
    return min(row[f"{phase}_schools_a"], row[f"{phase}_schools_b"])


def _one_phase(row: pd.Series, choices: ReachChoices, few: list[str]) -> str:
    """What can be said where one phase, or both, has fewer than ten rural or urban schools."""
    left = [phase for phase in PLURALS if phase not in few]
    if not left:
        return f"{words.capital(choices.place.within)} there are too few rural or urban schools of a phase to compare."
    phase = left[0]
    gap = row[[name for name in row.index if name.startswith(phase)]].rename(
        lambda name: name.removeprefix(f"{phase}_")
    )
    plural = PLURALS[phase]
    return words.compared(f"rural {plural}", f"urban {plural}", choices.phrase, gap, choices.are)
