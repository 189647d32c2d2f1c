"""Other sessions while somebody's worst file is read: how long a filter change and a health check take meanwhile."""

import asyncio
import io
import time
import urllib.request
import zipfile
from collections.abc import Iterator

from tests.benchmarks.servers import Server, ours
from tests.benchmarks.visitor import PATIENCE, Visitor

ROWS, COLUMNS = 37_000, 20
PAGE = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def measure(data: str) -> list[str]:
    """A sheet just under the limit of cells, which takes a reader as long as anything that is let in."""
    with ours(data) as server:
        quiet, waits, checks, seconds, growth = asyncio.run(_beside(server))
    return [
        f"a file of {ROWS * COLUMNS:,} cells was answered for in {seconds:.1f} s; the server grew by {growth:.0f} MB",
        f"meanwhile another session's filter change took {max(waits):.2f} s at most ({len(waits)} of them), "
        f"against {quiet:.2f} s in quiet",
        f"meanwhile a health check took {max(checks):.2f} s at most ({len(checks)} of them): under 1 is the target",
    ]


async def _beside(server: Server) -> tuple[float, list[float], list[float], float, float]:
    reader, other = Visitor(server.host, "data"), Visitor(server.host, "reach")
    await other.arrive()
    await reader.arrive()
    await other.choose(Phase="Primary")
    quiet = (await other.choose(Phase="Secondary")).seconds
    body = await asyncio.to_thread(workbook)
    before = server.memory
    await reader.bring("worst.xlsx", body)
    reading = asyncio.create_task(reader.ask())
    waits, checks = await _meanwhile(server, other, reading)
    return quiet, waits, checks, (await reading).seconds, server.memory - before


async def _meanwhile(server: Server, other: Visitor, reading: asyncio.Task) -> tuple[list[float], list[float]]:
    waits, checks = [], []
    while not reading.done() or not waits:
        for phase in ("Primary", "Secondary"):
            checks.append(await asyncio.to_thread(_health, server.host))
            waits.append((await other.choose(Phase=phase)).seconds)
        await asyncio.sleep(0.1)
    return waits, checks


def _health(host: str) -> float:
    started = time.perf_counter()
    urllib.request.urlopen(f"http://{host}/_stcore/health", timeout=PATIENCE).close()
    return time.perf_counter() - started


def workbook() -> bytes:
    """A workbook whose sheet has the header of a members file and as many cells as are let in."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in PARTS.items():
            archive.writestr(name, body)
        archive.writestr("xl/worksheets/sheet1.xml", PAGE + "".join(_rows()) + "</sheetData></worksheet>")
    return out.getvalue()


def _rows() -> Iterator[str]:
    names = ["network", "urn", "role", *(f"column{n}" for n in range(COLUMNS - 3))]
    yield _row(1, names)
    for number in range(2, ROWS + 1):
        yield _row(number, ["harbour-alliance", str(900_000 + number), "supported", *(["text"] * (COLUMNS - 3))])


def _row(number: int, cells: list[str]) -> str:
    inside = "".join(
        f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{cell}</t></is></c>' for place, cell in enumerate(cells)
    )
    return f'<row r="{number}">{inside}</row>'


TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.'
    'openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="a" Type="{OFFICE}/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    f'xmlns:r="{OFFICE}"><sheets><sheet name="Members" sheetId="1" r:id="a"/></sheets></workbook>',
}
