"""Cases 28 and 30-36: headers with too many, missing, renamed, repeated, moved or titled columns."""

from bad.case import DATED, Case, cell, kept, plain, refused, register
from official_layouts import GIAS_COLUMNS, as_csv, gias, school, schools

LINES = plain(register())
WITHOUT = [name for name in GIAS_COLUMNS if name not in ("EstablishmentName", "Easting")]
RENAMED = {"LA (code)": "LA_code", "TypeOfEstablishment (name)": "TypeOfEstablishment_name"}
LONG = "Long " * 20_000


def headed(header: bytes) -> bytes:
    """The register under another header."""
    return b"\r\n".join([header, *LINES[1:]]) + b"\r\n"


def renamed(names: dict[str, str]) -> bytes:
    """The register with some columns under other names."""
    columns = [names.get(name, name) for name in GIAS_COLUMNS]
    rows = [{names.get(name, name): value for name, value in row.items()} for row in schools(60)]
    return as_csv(columns, rows)


def newer_classes() -> bytes:
    """The register as it prints rural-urban classes since 2021's came in."""
    names = {"UrbanRural (code)": "RUC (code)", "UrbanRural (name)": "RUC (name)"}
    columns = [names.get(name, name) for name in GIAS_COLUMNS]
    said = {"RUC (code)": "RLN1", "RUC (name)": "(England) Larger rural: Nearer to a major town or city"}
    return as_csv(columns, [school(i) | said for i in range(60)])


SPACED = LINES[0].replace(b"URN,", b" urn ,", 1).replace(b"Easting", b"EASTING ")
TITLED = b"Register of schools\r\nAs published\r\n" + register() + b"Source: made up\r\nNotes: none\r\n"
MOVED = list(reversed(GIAS_COLUMNS))
CASES = [
    Case("28a", "500 columns", DATED, headed(LINES[0] + b"," * 361), "REJECT", ("COL-06",)),
    Case("28b", "a cell of 100,000", DATED, register(*cell("EstablishmentName", LONG)), "PASS", (), kept()),
    Case("30", "a strange name", "‮x<img src=a>🙂20231116.csv", register(), "PASS", (), kept()),
    Case("31", "columns missing", DATED, gias(schools(60), WITHOUT), "REJECT", ("COL-01",)),
    Case("32a", "names of another year", DATED, renamed(RENAMED), "FIX", ("COL-03",), kept()),
    Case("32b", "classes of 2021", DATED, newer_classes(), "PASS", (), kept()),
    Case("33", "a name twice", DATED, headed(LINES[0].replace(b"UPRN", b"URN")), "REJECT", ("COL-02",)),
    Case("34", "case and spaces", DATED, headed(SPACED), "FIX", ("COL-04",), kept()),
    Case("35", "columns moved", DATED, gias(schools(60), MOVED), "PASS", (), kept()),
    Case("36a", "titles and notes", DATED, TITLED, "FIX", ("HEAD-01", "ROWS-05"), kept(62, footer=2)),
    Case(
        "36b", "the header again", DATED, b"\r\n".join([LINES[0], *LINES[:9], *LINES[9:]]) + b"\r\n",
        "FIX", ("ROWS-07",), kept(61, footer=1),
    ),
    Case("36c", "commas under it", DATED, register() + b"," * 138 + b"\r\n", "FIX", ("ROWS-04",), kept(61, footer=1)),
    Case("51", "repeated", DATED, b"\r\n".join([*LINES, *LINES[1:3], b""]), "FIX", ("URN-04",), kept(62, 0, 2)),
    Case(
        "52", "one URN, two schools", DATED, register(*cell("URN", "100002", start=1), count=120),
        "QUARANTINE", ("URN-05",), kept(120, 2),
    ),
    Case(
        "52b", "many of them", DATED, register(*cell("URN", *["100009"] * 9), count=60),
        "REJECT", ("ROWS-01", "URN-05"), refused(),
    ),
]  # fmt: skip
