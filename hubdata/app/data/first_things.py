"""The report on a reader's files in short, for where it is read first: what became of each, and what to do about it."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from hubdata.app.text import plain
from hubdata.intake.verdicts import SEVERITY, Verdict
from hubdata.views.words import capital

MOST, REASONS = 5, 2
BECAME = {
    Verdict.PASS: "taken as it is",
    Verdict.FIX: "taken, with repairs that lose nothing",
    Verdict.FLAG: "taken, with something to know",
    Verdict.QUARANTINE: "taken; {quarantined:,} of {rows_in:,} rows are set aside",
    Verdict.ASK: "waits for your answer below",
    Verdict.REJECT: "refused: none of it is used",
    Verdict.UNRECOGNISED: "left out: it is of something else",
}


def first_things(files: Sequence[Mapping[str, Any]]) -> None:
    """A line a file, those that need something done first; the report further down has the rest."""
    ranked = sorted(files, key=lambda file: -_urgency(file["verdict"]))
    for file in ranked[:MOST]:
        became = BECAME[Verdict(file["verdict"])].format_map(file)
        st.markdown(f"**{plain(file['file'])}**: {became}." + "".join(f"  \n{plain(one)}" for one in reasons(file)))
    if len(ranked) > MOST:
        st.caption(f"{len(ranked) - MOST:,} more files are in the report below.")


def reasons(file: Mapping[str, Any]) -> list[str]:
    """What was found that matters most, gravest first, each a sentence that says where and what to do."""
    grave = [f for f in file["findings"] if f["severity"] != Verdict.PASS]
    told = grave or [f for f in file["findings"] if file["verdict"] == Verdict.UNRECOGNISED]
    told = sorted(told, key=lambda f: -SEVERITY.index(Verdict(f["severity"])))[:REASONS]
    return [capital(f"{f['message']}{' (' + f['where'] + ')' if f['where'] else ''}.") for f in told]


def _urgency(verdict: str) -> int:
    """Questions and refusals first, then what nobody reads, then what was taken."""
    return SEVERITY.index(Verdict(verdict)) if verdict in SEVERITY else SEVERITY.index(Verdict.QUARANTINE)
