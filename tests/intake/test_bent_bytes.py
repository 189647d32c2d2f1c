"""Files with bytes altered, taken out and put in: whatever comes of them is a verdict, every row accounted for."""

import io
import random
import zipfile

import pytest
from bad.kinds import CASES, short
from bad.maps import CASES as MAPS
from read_here import ENGLAND

from hubdata.intake.limits import UPLOAD
from hubdata.sources.reading import read_file

SMALL = 20_000
CORPUS = [("members.csv", short(good=20))] + [(c.name, c.body) for c in (*CASES, *MAPS) if 0 < len(c.body) < SMALL]
TRIES = 500


def bent(body: bytes, chance: random.Random) -> bytes:
    """The bytes with one to eight places altered."""
    made = bytearray(body)
    for _ in range(chance.choice((1, 2, 8))):
        at, how = chance.randrange(len(made)), chance.random()
        if how < 0.6:
            made[at] = chance.randrange(256)
        elif how < 0.8:
            made[at:at] = chance.randbytes(4)
        elif len(made) > 8:
            del made[at : at + 4]
    return bytes(made) or b"x"


@pytest.mark.parametrize("seed", range(5))
def test_bent_files_get_verdicts_and_nothing_else(seed):
    chance = random.Random(seed)
    for _ in range(TRIES // 5):
        name, body = chance.choice(CORPUS)
        for parsed in read_file(name, bent(body, chance), None, UPLOAD, ENGLAND):
            report = parsed.report
            assert report.balanced, (name, report)
            assert report.findings or report.taken, (name, report)


def test_a_packed_part_that_cannot_be_unpacked_is_a_damaged_file():
    name, body = next((c.name, c.body) for c in CASES if c.name.endswith(".xlsx"))
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in before.namelist():
            archive.writestr(entry, before.read(entry))
    torn = bytearray(packed.getvalue())
    start = torn.index(b"[Content_Types].xml") + len("[Content_Types].xml")
    torn[start : start + 8] = b"\xff" * 8
    (parsed,) = read_file(name, bytes(torn), None, UPLOAD, ENGLAND)
    assert parsed.report.findings[-1].code == "ZIP-01"
