"""The report on a reader's files: a row a file, every finding with its code and what to do, rows set aside to keep."""

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import streamlit as st

from hubdata.app.data.outcome import Taken
from hubdata.app.plain_table import plain_table
from hubdata.app.text import plain
from hubdata.exports.csv import with_status
from hubdata.intake.limits import UPLOAD
from hubdata.intake.verdicts import SEVERITY, Verdict
from hubdata.provenance import Status, say_date

LEFT_OUT = "left out"
MEANT = {
    Verdict.PASS: "taken as it is",
    Verdict.FIX: "taken, with repairs that lose nothing",
    Verdict.FLAG: "taken, with something to know",
    Verdict.QUARANTINE: "taken, some rows set aside",
    Verdict.ASK: "left out until you answer",
    Verdict.REJECT: "left out",
    Verdict.UNRECOGNISED: "left out: no file that the app knows",
}


def report(taken: Taken) -> None:
    """The files, what was found in them, and the rows set aside."""
    if not taken.files:
        return
    st.subheader("What was read", anchor=False)
    plain_table([_file(file) for file in taken.files], "Each file, how it was read and where its rows went")
    st.caption("Every row is accounted for: rows = loaded + set aside + repeats + footer.")
    found = [_finding(file["file"], finding) for file in taken.files for finding in _gravest_first(file)]
    if found:
        st.subheader("What was found, and what to do", anchor=False)
        plain_table(found[: UPLOAD.findings_shown], "Findings")
        if len(found) > UPLOAD.findings_shown:
            st.caption(f"{len(found) - UPLOAD.findings_shown:,} more findings of the same files are not shown.")
    for name, rows in taken.quarantine.items():
        _set_aside(name, rows)


def _file(file: Mapping[str, Any]) -> dict[str, object]:
    return {
        "File": file["file"],
        "Read as": file["recognised_as"] or "–",
        "Verdict": f"{file['verdict']}: {_meant(file)}",
        "Rows": f"{file['rows_in']:,}",
        "Loaded": f"{file['loaded']:,}",
        "Set aside": f"{file['quarantined']:,}",
        "Repeats": f"{file['duplicates']:,}",
        "Footer": f"{file['footer']:,}",
        "As at": say_date(date.fromisoformat(file["as_at"])) if file["as_at"] else "–",
    }


def _meant(file: Mapping[str, Any]) -> str:
    """The verdict in words; what is wholly as it should be and yet not all used is said to be so."""
    partly = file["verdict"] == Verdict.PASS and any(finding["left_out"] for finding in file["findings"])
    return "taken, but for what is left out by rule" if partly else MEANT[Verdict(file["verdict"])]


def _gravest_first(file: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return sorted(file["findings"], key=lambda finding: -SEVERITY.index(Verdict(finding["severity"])))


def _finding(name: str, finding: Mapping[str, Any]) -> dict[str, object]:
    return {
        "File": name,
        "Code": finding["code"],
        "Gravity": LEFT_OUT
        if finding["left_out"] and finding["severity"] == Verdict.PASS
        else str(finding["severity"]),
        "What, and what to do": finding["message"],
        "Where": finding["where"] or "–",
        "Times": f"{finding['count']:,}",
    }


def _set_aside(name: str, rows: Any) -> None:
    """The rows set aside as CSV, each with its number and reason, safe to open in a spreadsheet."""
    label = f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'} set aside from {name}"
    stem = "".join(c if c.isalnum() and c.isascii() else "-" for c in PurePosixPath(name).stem)[:60] or "file"
    st.download_button(
        plain(label), lambda: _as_csv(name, rows), f"set-aside-{stem}.csv", "text/csv", key=f"aside.{name}"
    )


def _as_csv(name: str, rows: Any) -> bytes:
    table = with_status(rows.to_pandas(), str(Status.UNPUBLISHED), f"rows set aside from {name}")
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
