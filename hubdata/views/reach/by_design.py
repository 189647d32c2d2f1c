"""The rural gap beside what placing the same leads by lot gives: what follows from it, in one sentence."""

import pandas as pd

from hubdata.answers.reach.gap import Gap
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ENGLAND, ReachChoices
from hubdata.views.reach import chance
from hubdata.views.view import proved
from hubdata.vocabulary import TOO_FEW

WIDE = 15  # points: a band as wide leaves room for anything
ALIKE = 0.01  # a gap of less than a point asks for nothing
SIDES = {"Primary": "primaries", "Secondary": "secondaries"}


def sentence(store: Store, choices: ReachChoices, phase: str = "Primary") -> str:
    """Rural against urban schools of a phase, and what lots give; empty where there is nothing to compare.

    Without the lots (``views.reach.chance.asked``) it says the two shares alone.
    """
    asked = chance.asked(store, choices)
    only = {**choices.place.only, "phase": phase}
    table = proved(store, "gap", (), only, Gap(asked.reach)).table
    if table.empty or min(table["schools_a"].iloc[0], table["schools_b"].iloc[0]) < TOO_FEW:
        return ""
    gap = table.iloc[0]
    said = words.compared(f"rural {SIDES[phase]}", f"urban {SIDES[phase]}", choices.phrase, gap, choices.are)
    if choices.place != ENGLAND:
        said = f"{words.capital(choices.place.within)}, {said[0].lower()}{said[1:]}"
    return f"{said} {_beside(gap)}".strip() if asked.chance and gap["difference"] <= -ALIKE else said


def _beside(gap: pd.Series) -> str:
    """What the lots give, and what that means for whoever wants to close the gap."""
    most, least = -gap["lot_low"] * 100, -gap["lot_high"] * 100
    if least <= 0:
        start = f"Leads picked at random would give anything from {most:.0f} points fewer to {-least:.0f} more"
        return f"{start}: too few schools to show whether anyone was favoured." if most - least > WIDE else f"{start}."
    mine, band = f"{-gap['difference'] * 100:.0f} points", f"{least:.0f} to {most:.0f}"
    if gap["difference"] < gap["lot_low"]:
        return f"That gap of {mine} is wider than leads picked at random would give ({band})."
    if gap["difference"] > gap["lot_high"]:
        return f"That gap of {mine} is narrower than leads picked at random would give ({band})."
    if most - least > WIDE:
        return f"Leads picked at random would give a gap of anything from {band} points: too wide to show a cause."
    return (
        f"As many leads picked at random would give such a gap too ({band} points). Closing it would take more leads, "
        "or leads elsewhere."
    )
