"""Writes a small real .xls (BIFF8 in a compound file), as the list of teaching schools was published."""

import struct

SECTOR = 512
FREE, LAST, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, body: bytes = b"") -> bytes:
    """A BIFF record: kind, length, body."""
    return struct.pack("<HH", kind, len(body)) + body


def label(row: int, column: int, text: str) -> bytes:
    """A cell of text."""
    written = text.encode("utf-16-le")
    return record(0x0204, struct.pack("<HHHHB", row, column, 0, len(text), 1) + written)


def number(row: int, column: int, value: float) -> bytes:
    """A cell of a number: whole numbers too are floats here."""
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def stream(rows: list[list[str | float]]) -> bytes:
    """The workbook's stream: its globals with one sheet named, then the sheet."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    name = b"Sheet1"
    head = record(0x0809, begin) + record(0x0042, struct.pack("<H", 1200))
    offset = len(head) + 4 + 8 + len(name) + 4
    sheet_at = record(0x0085, struct.pack("<IHBB", offset, 0, len(name), 0) + name)
    cells = b"".join(
        label(r, c, value) if isinstance(value, str) else number(r, c, value)
        for r, row in enumerate(rows)
        for c, value in enumerate(row)
    )
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    size = record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    return head + sheet_at + record(0x000A) + sheet + size + cells + record(0x000A)


def entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    """A directory entry of the compound file."""
    written = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<BBIII", kind, 1, FREE, FREE, child)
    return (
        written.ljust(64, b"\0")
        + struct.pack("<H", len(written))
        + links
        + b"\0" * 36
        + struct.pack("<III", start, size, 0)
    )


def older_workbook(rows: list[list[str | float]]) -> bytes:
    """The bytes of an .xls file with one sheet of these rows."""
    body = stream(rows).ljust(8 * SECTOR, b"\0")
    sectors = -(-len(body) // SECTOR)
    body = body.ljust(sectors * SECTOR, b"\0")
    directory = entry("Root Entry", 5, LAST, 0, child=1) + entry("Workbook", 2, 2, len(body)) + b"\0" * 256
    chain = [FAT, LAST, *range(3, 2 + sectors), LAST]
    table = struct.pack("<128I", *(chain + [FREE] * (128 - len(chain))))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += b"\0" * 6 + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, LAST, 0, LAST, 0) + struct.pack("<I", 0)
    return header.ljust(SECTOR, b"\xff") + table + directory + body
