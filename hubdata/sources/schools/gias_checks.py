"""What a register says twice is compared: authority code, name and region; status and dates; numbers that are codes."""

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import REPEATED, Account
from hubdata.intake.rows.values import filled, padded, true_where
from hubdata.intake.sheet import Sheet
from hubdata.sources.names import spelt
from hubdata.sources.reference import Reference

# Words that stand in the names of many authorities and tell none apart.
EVERYWHERE = frozenset(("and", "of", "the", "upon", "on", "in", "with", "city", "county", "council", "borough"))
EVERYWHERE |= {"north", "south", "east", "west", "central"}
STATUSES = ("Open", "Open, but proposed to close", "Closed", "Proposed to open")


def check_authorities(sheet: Sheet, la_code: pa.Array, judged: np.ndarray, account: Account, known: Reference) -> None:
    """Set aside unknown authorities and codes whose name or GSS code is another's; flag regions that disagree."""
    columns = (la_code, sheet.text("la_name"), sheet.text("la"), sheet.text("region"))
    joined = pc.binary_join_element_wise(*(pc.replace_substring(c, "\x1f", " ") for c in columns), "\x1f")
    unique = pc.unique(joined)
    verdicts = [_authority(*said.split("\x1f"), known) for said in unique.to_pylist()]
    each = np.array(verdicts, dtype=object)[pc.index_in(joined, value_set=unique).to_numpy()]
    unknown = "the authority's code is none we know: the register is newer, or the code is wrong"
    account.set_aside(judged & (each == "unknown"), "GIAS-LA-01", unknown, "LA (code)")
    clash = "the authority's code, name and GSS code do not agree: never guessed from a name"
    account.set_aside(judged & (each == "clash"), "GIAS-LA-02", clash, "LA (code), LA (name), GSSLACode")
    spelling = "the authority's name is spelt in a former or shorter way: its two codes agree and count"
    noted = judged & (each == "spelling")
    account.note_rows(noted, "GIAS-LA-04", spelling, "LA (name)")
    region = "the region printed is not the authority's: the authority counts"
    account.flag_rows(judged & (each == "region"), "GIAS-LA-03", region, "GOR (name)")


def _authority(code: str, name: str, gss: str, region: str, known: Reference) -> str:
    # A look-up that came with the register may know an authority by its GSS code alone.
    authority = known.authorities.get(code) or known.authorities.get(gss)
    if authority is None:
        return "unknown"
    if gss and authority.codes and gss not in authority.codes:
        return "clash"
    said = spelt(name)
    if name and said != authority.name:
        return "spelling" if gss in authority.codes and _is_its_own(said, authority.name, known.names) else "clash"
    return "region" if region and authority.region and spelt(region) != spelt(authority.region) else ""


def _is_its_own(said: str, name: str, names: frozenset[str]) -> bool:
    """Whether a name is a former or shorter spelling of an authority's: no other's, and with a word of its own."""
    return said not in names and bool((set(said.split()) & set(name.split())) - EVERYWHERE)


def check_statuses(status: pa.Array, opened: pa.Array, closed: pa.Array, account: Account, as_at: date | None) -> None:
    """Count every status; flag an open school with a day of closure before the extract, or one that opens after it."""
    counts = sorted(pc.value_counts(status).to_pylist(), key=lambda entry: -entry["counts"])
    said = "; ".join(f"{entry['values'] or 'blank'} {entry['counts']:,}" for entry in counts[:8])
    account.inform("GIAS-ST-01", f"statuses: {said}", len(counts))
    odd = ~true_where(pc.is_in(status, value_set=pa.array(STATUSES)))
    account.flag_rows(odd, "GIAS-ST-02", "the status is none we know: not counted as open", "EstablishmentStatus")
    if as_at is None:
        return
    day = pa.scalar(as_at, pa.date32())
    open_now = true_where(pc.equal(status, "Open"))
    shut = open_now & true_where(pc.less_equal(closed, day))
    account.flag_rows(shut, "GIAS-ST-03", "schools are open and yet have closed: the status counts", "CloseDate")
    early = open_now & true_where(pc.greater(opened, day))
    account.flag_rows(early, "GIAS-ST-04", "schools are open and yet open after the extract", "OpenDate")


def check_codes(sheet: Sheet, account: Account) -> None:
    """Numbers that are codes, and tell whether a spreadsheet rounded or shortened what it should not have touched."""
    ukprn = sheet.text("ukprn")
    sound = true_where(pc.match_substring_regex(ukprn, r"^1\d{7}(\.0)?$"))
    lost = true_where(pc.match_substring_regex(ukprn, r"^\d+(\.\d+)?[eE]\+?\d+$|^\d{9,}$"))
    if lost.sum() <= account.limits.quarantined_share * len(lost):
        account.set_aside(lost, "GIAS-UKPRN-01", "the UKPRN lost digits: a spreadsheet has rounded this row", "UKPRN")
    else:
        # A whole column shown so is its width on somebody's screen, and nothing is made of it.
        said = "the UKPRNs lost digits, as a spreadsheet shows them: nothing is counted by them, the schools stay"
        account.flag_rows(lost, "GIAS-UKPRN-03", said, "UKPRN")
    other = "the UKPRN is none: nothing is counted by it, the school stays"
    account.flag_rows(filled(ukprn) & ~sound & ~lost, "GIAS-UKPRN-02", other, "UKPRN")
    padded(sheet.text("number"), 4, account, "EstablishmentNumber")


def drop_repeats(urn: pa.Array, sheet: Sheet, account: Account) -> None:
    """Drop rows that repeat another exactly; set aside all rows of a number that stands for different things."""
    counts = pc.value_counts(urn)
    twice = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    if not len(twice):
        return
    seen: dict[str, tuple[int, tuple[str, ...]]] = {}
    again, clash = np.zeros(len(sheet), bool), np.zeros(len(sheet), bool)
    for i in np.flatnonzero(true_where(pc.is_in(urn, value_set=twice)) & account.kept).tolist():
        row = tuple(sheet.columns.slice(i, 1).to_pylist()[0].values())
        first, before = seen.setdefault(urn[i].as_py(), (i, row))
        again[i] = first != i and before == row
        clash[[first, i]] |= before != row
    differing = true_where(pc.is_in(urn, value_set=urn.filter(pa.array(clash))))
    account.set_aside(differing & account.kept, "URN-05", "one URN stands for different schools", "URN")
    account.set_aside(again, "URN-04", "rows that repeat another exactly were dropped", "URN", REPEATED)
