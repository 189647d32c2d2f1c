"""Delimited text: where the header is, which separator, and strict rows; a row too long or short never shifts."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import Score, find_header
from hubdata.intake.rows.notes import NOTES_WITHIN, is_note
from hubdata.intake.sheet import Page, Sheet
from hubdata.intake.verdicts import Refused

SEPARATORS = (",", ";", "\t")
SEPARATES = (*SEPARATORS, "|", ":", "^", "~")  # what Excel's own first line may name
HEAD = 400_000
BEYOND_DOUBT = 0.9
BLOCK = 8_000_000


def open_text(body: bytes, score: Score, account: Account) -> Page | None:
    """A page of the text (UTF-8), or None where no format of ours claims a header among the first rows."""
    _note_line_ends(body, account)
    declared, body = _declared_separator(body, score, account)
    head = body[:HEAD].decode(errors="ignore")
    likeness, mark, header, lines = _best_header(head, declared or SEPARATORS, score, account)
    if likeness <= 0:
        return None
    if lines > 1 + header_lines(header):
        account.fix("HEAD-01", "titles above the header were left out", 1, f"row {lines}")
    if mark != ",":
        account.fix("TEXT-09", f"columns are separated by {'a tab' if mark == chr(9) else repr(mark)}")
    _refuse_open_quote(body)
    rows = _after_lines(body, lines)
    return Page(header, lambda places: _read(rows, header, mark, places, lines, account))


def like_ours(body: bytes, score: Score, account: Account) -> bool:
    """Whether the first rows hold a header of ours, whatever letters around it cannot be read."""
    head = body[:HEAD].replace(b"\x00", b"").decode(errors="replace")
    return _best_header(head, SEPARATORS, score, account)[0] > 0


def _note_line_ends(body: bytes, account: Account) -> None:
    pairs = body.count(b"\r\n")
    alone = body.count(b"\r") - pairs
    feeds = body.count(b"\n") - pairs
    if alone or (pairs and feeds and b'"' not in body):
        account.fix("TEXT-08", "line ends of an older or of several kinds were read alike")


def _declared_separator(body: bytes, score: Score, account: Account) -> tuple[str | None, bytes]:
    """Excel's own first line, ``sep=;``."""
    first, _, rest = body[:20].partition(b"\n")
    if not first.lower().startswith(b"sep=") or not rest:
        return None, body
    mark = first.decode(errors="replace").rstrip("\r")[4:5]
    if mark not in SEPARATES:
        if not like_ours(rest + body[20:HEAD], score, account):
            return None, body
        raise Refused("TEXT-14", "the first line, 'sep=', names no separator that is read: save with commas", "row 1")
    account.fix("TEXT-10", "Excel's 'sep=' line was taken off the start")
    return mark, body[body.index(b"\n") + 1 :]


def _best_header(head: str, marks: Sequence[str], score: Score, account: Account) -> tuple[float, str, list[str], int]:
    """The likeliest header by any of the separators; once one is beyond doubt the others are not tried."""
    best: tuple[float, str, list[str], int] = (0.0, ",", [], 0)
    for mark in marks:
        best = max(best, _header_by(head, mark, score, account), key=lambda found: found[0])
        if best[0] > BEYOND_DOUBT:
            break
    return best


def _header_by(head: str, mark: str, score: Score, account: Account) -> tuple[float, str, list[str], int]:
    """How like a header of ours the best of the first rows is, with this separator, and the lines down to its end."""
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=mark)
    rows: list[Sequence[str]] = []
    ends: list[int] = []
    try:
        for row in reader:
            rows.append(row)
            ends.append(reader.line_num)
            if len(row) > account.limits.text_columns:
                if find_header(rows, score) is None:
                    return (0.0, mark, [], 0)
                said = f"{len(row)} columns, more than {account.limits.text_columns}: keep those needed"
                raise Refused("COL-06", said)
            if len(rows) == account.limits.header_within:
                break
    except csv.Error:
        pass
    at = find_header(rows, score)
    return (0.0, mark, [], 0) if at is None else (score(rows[at]), mark, list(rows[at]), ends[at])


def header_lines(header: Sequence[str]) -> int:
    """Line breaks inside the header's own cells."""
    return sum(name.count("\n") for name in header)


def _after_lines(body: bytes, lines: int) -> bytes:
    start = sum(len(line) for line in body[:HEAD].splitlines(keepends=True)[:lines])
    return body[start:]


def _refuse_open_quote(body: bytes) -> None:
    """A quote that is never closed would swallow every row after it in silence."""
    if body.count(b'"') % 2 == 0:
        return
    longest, at = 0, 0
    reader = csv.reader(io.StringIO(body.decode(), newline=""))
    before = 0
    try:
        for row in reader:
            if reader.line_num - before > longest and row:
                longest, at = reader.line_num - before, before + 1
            before = reader.line_num
    except csv.Error:
        at = before + 1
    raise Refused("TEXT-11", "a quotation mark is opened and never closed: close it or take it out", f"row {at:,}")


def _read(
    body: bytes, header: Sequence[str], mark: str, places: Mapping[str, int], first: int, account: Account
) -> Sheet:
    torn: list[arrow_csv.InvalidRow] = []

    def note(row: arrow_csv.InvalidRow) -> str:
        torn.append(row)
        return "skip"

    wanted = {name: f"c{place}" for name, place in places.items()}
    names = [f"c{i}" for i in range(len(header))]
    if not body[:4096].strip() and not body.strip():
        return Sheet(pa.table({name: pa.array([], pa.string()) for name in wanted}), np.empty(0, np.int64))
    table = _parsed(body, names, mark, list(dict.fromkeys(wanted.values())), note)
    _refuse_cut_end(body, torn, table.num_rows, first)
    _sort_out(torn, table.num_rows, first, mark, account)
    numbers = np.delete(np.arange(1, table.num_rows + len(torn) + 1), [row.number - 1 for row in torn]) + first
    return Sheet(pa.table({name: pc.utf8_trim_whitespace(table[key]) for name, key in wanted.items()}), numbers)


def _refuse_cut_end(body: bytes, torn: Sequence[arrow_csv.InvalidRow], whole: int, first: int) -> None:
    """A last line too short and without its end is a download that stopped, unless it reads like a note."""
    if not torn or body.endswith((b"\n", b"\r")) or torn[-1].number != whole + len(torn):
        return
    last = torn[-1]
    if last.actual_columns < last.expected_columns and not (is_note(_cells(last)) and " " in last.text):
        row = f"row {first + last.number:,}"
        said = "the file is truncated: its last line is cut short, the download is not complete, fetch it again"
        raise Refused("ROWS-03", said, row)


def _sort_out(torn: Sequence[arrow_csv.InvalidRow], whole: int, first: int, mark: str, account: Account) -> None:
    """Rows of another length: notes under the table are its footer, any other is set aside."""
    last = whole + len(torn)
    under = 0
    for row in reversed(torn):
        if row.number != last - under or row.actual_columns > row.expected_columns or not is_note(_cells(row, mark)):
            break
        under += 1
    under = under if under <= NOTES_WITHIN else 0
    notes = torn[len(torn) - under :]
    account.notes_under(under, next(iter(_cells(notes[0], mark)), "") if notes else "")
    for row in torn[: len(torn) - under]:
        account.tear(first + row.number, f"{row.actual_columns} fields where the header has {row.expected_columns}")


def _cells(row: arrow_csv.InvalidRow, mark: str = ",") -> list[str]:
    """The filled cells of a row of another length."""
    try:
        cells = next(csv.reader(io.StringIO(row.text, newline=""), delimiter=mark), [])
    except csv.Error:
        cells = row.text.split(mark)
    return [cell.strip() for cell in cells if cell.strip()]


def _parsed(body: bytes, names: list[str], mark: str, wanted: list[str], note: Callable[..., str]) -> pa.Table:
    try:
        return arrow_csv.read_csv(
            io.BytesIO(body),
            read_options=arrow_csv.ReadOptions(column_names=names, use_threads=False, block_size=BLOCK),
            parse_options=arrow_csv.ParseOptions(delimiter=mark, newlines_in_values=True, invalid_row_handler=note),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()), include_columns=wanted
            ),
        )
    except pa.ArrowInvalid as error:
        if "straddling" in str(error):
            said = f"a cell or a row is longer than {BLOCK / 1_000_000:.0f} MB: shorten it, or take its column out"
            raise Refused("TEXT-15", said) from error
        raise Refused("TEXT-12", f"the rows cannot be laid out in columns: {str(error)[:100]}") from error
