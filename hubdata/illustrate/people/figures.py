"""Published national figures about people, from ``data/published``, as rows of the tables they belong to."""

import pandas as pd

from hubdata.illustrate.published import PUBLISHED
from hubdata.schema.people import ALL, GROUP_NAMES

TOTAL = "Total"
TRUST = {"status": "published", "mark": ""}


def figures(name: str) -> pd.DataFrame:
    """One file of figures, text as text and numbers as numbers; ``FileNotFoundError`` when there is none."""
    text = {"cohort": "str", "year": "str", "release": "str"}
    return pd.read_csv(PUBLISHED / f"{name}.csv", dtype=text)


def printed_tables() -> dict[str, pd.DataFrame]:
    """The figures as rows of cohorts, recruitment, participants, npq_schools, profiles, leavers, flows and teachers."""
    return {
        "cohorts": _shared(figures("retention"), "rate").assign(**dict.fromkeys(GROUP_NAMES, ALL)),
        "recruitment": _shared(figures("recruitment"), "of_target").assign(route=ALL, standing=""),
        "participants": _shared(figures("participants"), "share").assign(la=ALL, breakdown=TOTAL, group=TOTAL),
        "npq_schools": _shared(figures("npq_schools"), "share").assign(breakdown=TOTAL, group=TOTAL, span="Cumulative"),
        "profiles": _outcomes(_shared(figures("training_outcomes"), "share")),
        "leavers": _shared(figures("leavers"), "share").assign(
            **dict.fromkeys(("leaver_type", "grade", "sex", "age", "working_pattern"), TOTAL)
        ),
        "flows": figures("teacher_flows").assign(subject=ALL, standing="Historic", **TRUST).drop(columns="mark"),
        "teachers": _teachers(figures("teachers")),
    }


def _shared(rows: pd.DataFrame, share: str) -> pd.DataFrame:
    """The rows as published, with their percentage as a fraction named ``share``."""
    fraction = (rows["percent"] / 100).round(12)
    return rows.assign(**{share: fraction}, **TRUST).drop(columns="percent")


def _outcomes(rows: pd.DataFrame) -> pd.DataFrame:
    whose = dict.fromkeys(("route", "institution", "employment", "breakdown", "group"), ALL)
    trained = rows.assign(qts=ALL, people=rows["trainees"], share=float("nan"), **whose)
    awarded = rows.assign(qts="Awarded", people=rows["awarded"], **whose)
    return pd.concat([trained, awarded])


def _teachers(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(projected=rows["projected"] == "yes", status="published")
