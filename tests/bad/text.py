"""Cases 1-18: bytes, encodings, line ends, separators, quotes, rows too long or short."""

from bad.case import DATED, Case, cell, kept, plain, refused, register

LINES = plain(register())
CURLY = cell("EstablishmentName", "St Mary’s – North")
END = b"\r\n"


def joined(lines: list[bytes], end: bytes = END) -> bytes:
    """Lines with their ends."""
    return end.join(lines) + end


def with_row(text: bytes, *, at: int) -> bytes:
    """The register with one row replaced."""
    return joined([*LINES[:at], text, *LINES[at + 1 :]])


def separated(mark: bytes) -> bytes:
    """The register with another separator between its columns."""
    return joined([line.replace(b",", mark) for line in LINES])


OPEN_QUOTE = LINES[30].replace(b"Invented School 29", b'"Invented School 29')
QUOTED = b'"The ""Old"" School,\nby the sea"'
TEXT = [
    Case("1", "no byte", DATED, b"", "REJECT", ("BYTES-01",)),
    Case("2a", "only a mark", DATED, b"\xef\xbb\xbf", "REJECT", ("BYTES-01",)),
    Case("2b", "only line ends and spaces", DATED, b" \r\n \r\n\n", "REJECT", ("BYTES-01",)),
    Case("3", "header only", DATED, LINES[0] + END, "REJECT", ("ROWS-08",), refused(0)),
    Case("4", "UTF-8 with a mark", DATED, register(encoding="utf-8-sig"), "FIX", ("TEXT-01",), kept()),
    Case("5", "Windows-1252", DATED, register(*CURLY), "FIX", ("TEXT-02",), kept()),
    Case("6a", "UTF-16 with a mark", DATED, register(encoding="utf-16"), "FIX", ("TEXT-03",), kept()),
    Case("6b", "UTF-16 without", DATED, register(encoding="utf-16-le"), "REJECT", ("TEXT-06",)),
    Case(
        "7", "encoded twice", DATED, register(*CURLY, encoding="utf-8").decode("cp1252").encode(),
        "FLAG", ("TEXT-04",), kept(),
    ),
    Case(
        "8", "a broken byte after good UTF-8", DATED,
        register(*CURLY, encoding="utf-8").replace(b"Invented School 57", b"Invented\x9dSchool 57"),
        "REJECT", ("TEXT-05",),
    ),
    Case("8b", "a foreign byte", DATED, register().replace(b"School 57", b"School\x9d57"), "REJECT", ("TEXT-05",)),
    Case("9", "NUL", DATED, register().replace(b"School 57", b"School\x0057"), "REJECT", ("TEXT-07",)),
    Case("10a", "CRLF", DATED, register(), "PASS", (), kept()),
    Case("10b", "LF", DATED, register(end="\n"), "PASS", (), kept()),
    Case("10c", "CR", DATED, register(end="\r"), "FIX", ("TEXT-08",), kept()),
    Case("10d", "mixed", DATED, register().replace(b"\r\n", b"\n", 9), "FIX", ("TEXT-08",), kept()),
    Case("11a", "semicolons", DATED, separated(b";"), "FIX", ("TEXT-09",), kept()),
    Case("11b", "tabs", DATED, separated(b"\t"), "FIX", ("TEXT-09",), kept()),
    Case("11c", "sep=", DATED, b"sep=;\r\n" + separated(b";"), "FIX", ("TEXT-09", "TEXT-10"), kept()),
    Case("11d", "bars", DATED, separated(b"|"), "UNRECOGNISED", ()),
    Case("12", "quotes", DATED, with_row(LINES[5].replace(b"Invented School 4", QUOTED), at=5), "PASS", (), kept()),
    Case("13", "open quote", DATED, with_row(OPEN_QUOTE, at=30), "REJECT", ("TEXT-11",), refused(0)),
    Case("14a", "a field more", DATED, with_row(LINES[7] + b",more", at=7), "QUARANTINE", ("ROWS-02",), kept(60, 1)),
    Case(
        "14b", "many rows too long", DATED, joined([LINES[0], *(line + b",x" for line in LINES[1:4]), *LINES[4:]]),
        "REJECT", ("ROWS-01", "ROWS-02"), refused(),
    ),
    Case("15a", "too few fields", DATED, with_row(LINES[7][:60], at=7), "QUARANTINE", ("ROWS-02",), kept(60, 1)),
    Case("15b", "last line cut", DATED, joined(LINES[:-1]) + LINES[-1][:70], "REJECT", ("ROWS-03",), refused(0)),
    Case("16", "half a download", DATED, register()[: len(register()) // 2], "REJECT", ("ROWS-03",), refused(0)),
    Case("17", "a web page", DATED, b"<!DOCTYPE html><html><body>Sign in</body></html>", "REJECT", ("FILE-04",)),
    Case("18a", "PDF", DATED, b"%PDF-1.7\n%abc" + b"x" * 99, "REJECT", ("FILE-03",)),
    Case("18b", "picture", DATED, b"\x89PNG\r\n\x1a\n" + b"x" * 99, "REJECT", ("FILE-03",)),
    Case("18c", "program", DATED, b"MZ\x90\x00" + b"x" * 99, "REJECT", ("FILE-03",)),
]  # fmt: skip
CASES = TEXT
