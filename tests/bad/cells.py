"""Cases 37-50: workbooks as people save them, dates, codes, numbers and symbols in cells."""

from bad.case import DATED, Case, cell, kept, refused, register
from bad.containers import PLAIN, SHEET, saved, workbook
from official_layouts import GIAS_COLUMNS

MANY = 600


def two_sheets(*, both: bool) -> bytes:
    """A workbook with a second sheet: nothing expected in either, or the same list in both."""
    book = workbook()
    if both:
        book.copy_worksheet(book.active)
    else:
        book.active.delete_rows(1)
        book.active.delete_cols(1, 100)
        book.create_sheet("Notes").append(["nothing here"])
    return saved(book)


def dressed() -> bytes:
    """A workbook with merged cells, a hidden row, a hidden column and a filter."""
    book = workbook()
    sheet = book.active
    sheet.merge_cells("A70:B70")
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True
    sheet.auto_filter.ref = "A1:C60"
    return saved(book)


def formula() -> bytes:
    """A workbook in which one name is a formula that nobody computed."""
    book = workbook()
    book.active.cell(5, GIAS_COLUMNS.index("EstablishmentName") + 1).value = '="Invented "&"School"'
    return saved(book)


def dates(*values: str) -> bytes:
    """A large register, some opening days replaced."""
    return register(*cell("OpenDate", *values), count=MANY)


def pupils(*values: str) -> bytes:
    """A large register, some pupil numbers replaced."""
    return register(*cell("NumberOfPupils", *values), count=MANY)


def fsm(*values: str) -> bytes:
    """A large register, some percentages replaced."""
    return register(*cell("PercentageFSM", *values), count=MANY)


def urn(*values: str) -> bytes:
    """A large register, some numbers written otherwise."""
    return register(*cell("URN", *values), count=MANY)


SYMBOLS = ("c", "z", "x", "low", "k", "u", "..", "-", "SUPP", "DNS", "LOWCOV", "n/a", "*")
CASES = [
    Case("37a", "no sheet as expected", SHEET, two_sheets(both=False), "UNRECOGNISED", ()),
    Case("37b", "two sheets as expected", SHEET, two_sheets(both=True), "ASK", ("XLSX-07",)),
    Case("37c", "sound", SHEET, PLAIN, "PASS", (), kept()),
    Case("38", "merged and hidden", SHEET, dressed(), "FLAG", ("XLSX-03", "XLSX-04", "XLSX-05", "XLSX-06"), kept()),
    Case("39", "no cached value", SHEET, formula(), "REJECT", ("XLSX-11",)),
    Case(
        "40", "#REF!", DATED, register(*cell("EstablishmentName", "#REF!", "#N/A", "#DIV/0!"), count=MANY),
        "QUARANTINE", ("CELL-01",), kept(MANY, 3),
    ),
    Case("41a", "ISO and slashes", DATED, dates("2001-09-01", "01/02/2004", "1/9/2001"), "PASS", (), kept(MANY)),
    Case("41b", "no date", DATED, dates("31-12-9999", "00/00/0000", "01-01-1900"), "PASS", (), kept(MANY)),
    Case("41c", "serials", DATED, dates("37135", "37135.0"), "FIX", ("DATE-04",), kept(MANY)),
    Case("41d", "US order", DATED, dates("12/31/2001", "soon"), "QUARANTINE", ("DATE-01",), kept(MANY, 2)),
    Case("42", "lost zeros", DATED, register(*cell("EstablishmentNumber", "45")), "FIX", ("CODE-01",), kept()),
    Case("43a", "URNs", DATED, urn("100000.0", "100 001", "URN 100002"), "FIX", ("URN-02",), kept(MANY)),
    Case("43b", "1.00E+05", DATED, urn("1.00E+05"), "REJECT", ("URN-01",), refused(MANY)),
    Case("43c", "no URN", DATED, urn("", "unknown"), "QUARANTINE", ("URN-03",), kept(MANY, 2)),
    Case("43d", "many without", DATED, urn(*[""] * 4), "REJECT", ("ROWS-06", "URN-03"), refused(MANY)),
    Case(
        "44", "UKPRN", DATED, register(*cell("UKPRN", "9007199254740993", "1.00E+07"), count=MANY),
        "QUARANTINE", ("GIAS-UKPRN-01",), kept(MANY, 2),
    ),
    Case("45", "NA", DATED, register(*cell("EstablishmentName", "NA", "None", "Null", "Nan")), "PASS", (), kept()),
    Case("46a", "mixed units", DATED, fsm("12.5%", "0.125", "12.5"), "REJECT", ("NUM-04",), refused(MANY)),
    Case("46b", "over 100", DATED, fsm("100.5", "-1"), "QUARANTINE", ("NUM-05",), kept(MANY, 2)),
    Case("47a", "written out", DATED, pupils("1,234", " 210 ", "£300"), "FIX", ("NUM-01", "TEXT-02"), kept(MANY)),
    Case("47b", "1e400", DATED, pupils("1e400", "inf", "NaN", "9" * 30), "QUARANTINE", ("NUM-02",), kept(MANY, 4)),
    Case("48a", "symbols", DATED, pupils(*SYMBOLS), "PASS", (), kept(MANY)),
    Case("48b", "loose symbols", DATED, pupils(":", "~"), "FLAG", ("NUM-06",), kept(MANY)),
    Case("48c", "unknown symbol", DATED, pupils("?", "†"), "QUARANTINE",
         ("NUM-02", "TEXT-02"), kept(MANY, 2)),
    Case("49", "blank, 0 and z", DATED, pupils("", "0", "z"), "PASS", (), kept(MANY)),
    Case("50", "no such count", DATED, pupils("-1", "10.5"), "QUARANTINE", ("NUM-03",), kept(MANY, 2)),
]  # fmt: skip
