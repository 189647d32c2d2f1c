"""The rural gap of primaries beside that of secondaries, in words: what is counted, and whether they differ."""

import pandas as pd

from hubdata.measures.statistics.verdicts import ABOVE, BELOW, FEW
from hubdata.views.choices import ReachChoices
from hubdata.views.words import capital
from hubdata.vocabulary import counted, say_points, say_rate

PLURALS = {"primary": "primaries", "secondary": "secondaries"}
METHOD = (
    "Each gap is counted over all schools: it has no sampling error. Whether the two gaps differ is estimated by an "
    "interaction, in points (a difference of differences) and by division (a ratio of ratios).",
    "Schools of one authority are alike, so the interval comes from 999 draws of whole authorities with replacement "
    "(a cluster bootstrap): it says how far the figure would move had other authorities like these been drawn.",
)


def sentence(row: pd.Series, choices: ReachChoices) -> str:
    """Both gaps as counted, then whether one is wider than the other (a row of measure ``interaction``)."""
    start = f"{capital(choices.place.within)}, rural primaries {choices.are} {_gap(row, 'primary', choices)}"
    return f"{start}; rural secondaries {_gap(row, 'secondary', choices)}. {differs(row)}".strip()


def _gap(row: pd.Series, phase: str, choices: ReachChoices) -> str:
    """``less often within 10 km of … than urban ones: 62.4%, against 93.0%``; the phrase is said once."""
    points = row[f"{phase}_difference"]
    often = "less often" if points < 0 else "more often" if points > 0 else "as often"
    rural, urban = (say_rate(row[f"{phase}_reached_{side}"], row[f"{phase}_schools_{side}"]) for side in "ab")
    phrase = f" {choices.phrase}" if phase == "primary" else ""
    than = "as urban ones" if points == 0 else "than urban ones"
    return f"{often}{phrase} {than} ({rural} against {urban}: {abs(points) * 100:.1f} points)"


def differs(row: pd.Series) -> str:
    """What the draws of authorities allow to be said of one gap against the other; empty where there are too few."""
    points, ratio = row["verdict"], row["ratio_verdict"]
    if FEW in (points, ratio) or pd.isna(points) or pd.isna(ratio):
        return ""
    sure = {_side(row, "difference", points, 0), _side(row, "ratio", ratio, 1)}
    if sure == {""}:
        return "Whether rural primaries or rural secondaries are further behind is too close to call."
    if "" not in sure and len(sure) == 1:
        return f"{sure.pop()}, measured in points or as a ratio."
    return _disagree(_side(row, "difference", points, 0), _side(row, "ratio", ratio, 1))


def _disagree(points: str, ratio: str) -> str:
    """The two scales do not say the same: each is said, with its name."""
    unsure = "no difference is sure"
    return f"{points or capital(unsure)} in points; as a ratio {ratio[:1].lower() + ratio[1:] or unsure}."


def _side(row: pd.Series, name: str, verdict: str, nothing: float) -> str:
    """Which phase's rural schools stand lower against urban ones, where the verdict says so."""
    if verdict not in (BELOW, ABOVE):
        return ""
    lower, other = ("primaries", "secondaries") if row[name] < nothing else ("secondaries", "primaries")
    return f"Rural {lower} are further behind urban ones than rural {other} are"


def method(row: pd.Series, alike: float) -> tuple[str, ...]:
    """How it is worked out: the figures on both scales with their intervals, and the design effect."""
    if pd.isna(row["low"]):
        return (
            *METHOD,
            f"Here, in {counted(row['authorities'], 'authorities')} with such schools, there are too few to draw from.",
        )
    said = (
        f"Primary gap less secondary gap {say_points(row['difference'])} points (95% {say_points(row['low'])} to "
        f"{say_points(row['high'])}); primary ratio over secondary ratio {row['ratio']:.2f} ({row['ratio_low']:.2f} to "
        f"{row['ratio_high']:.2f}); {row['authorities']:.0f} authorities."
    )
    if pd.isna(alike):
        return (*METHOD, said)
    design = f"The variance of the overall share is {alike:.0f} times that of independent schools (design effect)."
    return (*METHOD, said, design)
