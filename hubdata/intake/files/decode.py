"""Bytes to UTF-8 text: as it is where every byte says so, else from Windows-1252; never a guess that alters letters."""

import codecs
import re

from hubdata.intake.account import Account
from hubdata.intake.verdicts import Refused, Verdict

# What UTF-8 looks like after somebody read it as Windows-1252 and saved it again: ’ became â€™, ç became Ã§.
DOUBLED = re.compile(b"\xc3\xa2\xe2\x82\xac|\xc3\x83[\xc2\xc5\xc6\xcb\xe2]|\xc3\x82\xc2")
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
TWICE = "TEXT-04"  # the question whether letters that were encoded twice are to be put right
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
NOTHING = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
HIGH = bytes(range(128, 256))


def to_utf8(body: bytes, account: Account) -> bytes:
    """The text of a file as UTF-8 without its mark. Raises ``Refused`` rather than lose or invent a character."""
    if not body[:4096].strip(NOTHING) and not body.strip(NOTHING):
        raise Refused("BYTES-01", "the file is empty: download it again")
    if body.startswith(UTF16):
        account.fix("TEXT-03", "read as UTF-16, as Excel saves Unicode text")
        return _decoded(body, "utf-16").encode()
    if b"\x00" in body:
        raise _nul(body)
    if body.startswith(codecs.BOM_UTF8):
        account.fix("TEXT-01", "a byte-order mark was taken off the start")
        body = body.removeprefix(codecs.BOM_UTF8)
    try:
        ascii_only = body.decode().isascii()
    except UnicodeDecodeError as error:
        return _from_windows(body, error, account)
    if not ascii_only:
        return _once(body, account)
    return body


def _once(body: bytes, account: Account) -> bytes:
    """Letters that were encoded twice: said, and put right where a person wants that."""
    doubled = len(DOUBLED.findall(body))
    if doubled and account.replies.get(TWICE):
        account.fix("TEXT-13", "letters that were encoded twice are put right, as you said", doubled)
        return NOT_ASCII.sub(_undone, body.decode()).encode()
    said = "letters were encoded twice (â€™ for ’): export the file again as UTF-8, or have them repaired here"
    account.note(TWICE, said, doubled, severity=Verdict.FLAG, replies=("Repair them",))
    return body


def _undone(run: re.Match[str]) -> str:
    """Letters as they were before somebody read them as Windows-1252; others as they are."""
    try:
        return run[0].encode("cp1252").decode()
    except UnicodeError:
        return run[0]


def _from_windows(body: bytes, error: UnicodeDecodeError, account: Account) -> bytes:
    """Whole file or nothing: letters that are UTF-8 up to a broken byte mean damage, not another encoding."""
    if not body[: error.start].isascii():
        raise _broken(body, error.start, "UTF-8")
    text = _decoded(body, "cp1252")
    account.fix("TEXT-02", "read as Windows-1252", len(body) - len(body.translate(None, HIGH)))
    return text.encode()


def _decoded(body: bytes, encoding: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(body, error.start, "UTF-8 or Windows-1252") from None


def _broken(body: bytes, at: int, encoding: str) -> Refused:
    row = body.count(b"\n", 0, at) + 1
    return Refused("TEXT-05", f"byte {at:,} is no letter in {encoding}: save the file again as UTF-8", f"row {row:,}")


def _nul(body: bytes) -> Refused:
    start = body[:400]
    if max(start[::2].count(0), start[1::2].count(0)) > len(start) // 4:
        return Refused("TEXT-06", "the file looks like UTF-16 without its mark: save it as 'CSV UTF-8'")
    at = body.index(b"\x00")
    row = body.count(b"\n", 0, at) + 1
    return Refused("TEXT-07", f"byte {at:,} is a NUL: the file is damaged, download it again", f"row {row:,}")
