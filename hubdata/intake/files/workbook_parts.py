"""The parts of a workbook (.xlsx), each looked through as XML: no macros, ActiveX, objects or data from elsewhere.

A part is XML by what it holds, not by its name, and a sheet by its first element: no spelling of either is passed over.
"""

import io
import zipfile
from xml.sax import SAXException, handler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from hubdata.intake.account import Account
from hubdata.intake.files.container import check_container, read_entry
from hubdata.intake.files.worksheet import Worksheet, plain, told
from hubdata.intake.verdicts import Refused

MACROS, ACTIVEX, OBJECTS, ELSEWHERE = "macros", "ActiveX controls", "embedded objects", "links to data elsewhere"
# What a relationship of a kind (the last word of its address) brings in.
BROUGHT = {
    "vbaproject": MACROS,
    "vbaprojectsignature": MACROS,
    "xlmacrosheet": MACROS,
    "xlintlmacrosheet": MACROS,
    "control": ACTIVEX,
    "activexcontrol": ACTIVEX,
    "activexcontrolbinary": ACTIVEX,
    "oleobject": OBJECTS,
    "package": OBJECTS,
    "externallink": ELSEWHERE,
    "externallinkpath": ELSEWHERE,
    "connections": ELSEWHERE,
    "querytable": ELSEWHERE,
}
# The same by the name of a part that no relationship names, and by the type that is declared for one.
BY_NAME = {"vbaproject": MACROS, "/activex": ACTIVEX, "oleobject": OBJECTS, "/externallinks/": ELSEWHERE}
BY_TYPE = {"macroenabled": MACROS, "macrosheet": MACROS, "sheet.binary": "parts in Excel's binary form (.xlsb)"}
MARKUP = b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00<"
# Drawings of older comments: never read, and not always well-formed.
DRAWN = ".vml"


class _Part(handler.ContentHandler):
    """What one part brings in; a part that is a worksheet is handed on to a ``Worksheet``."""

    def __init__(self, account: Account) -> None:
        super().__init__()
        self.brought: list[str] = []
        self.sheet: Worksheet | None = None
        self._account = account
        self._first = True

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - named by SAX
        if self.sheet:
            self.sheet.begin(name, attrs)
            return
        if self._first and plain(name) == "worksheet":
            self.sheet = Worksheet(self._account)
        self._first = False
        if plain(name) == "Relationship":
            kind = told(attrs).get("Type", "").rpartition("/")[2].lower()
            self.brought += [BROUGHT[kind]] if kind in BROUGHT else []
        elif plain(name) == "Override":
            declared = told(attrs).get("ContentType", "").lower()
            self.brought += [what for mark, what in BY_TYPE.items() if mark in declared]

    def endElement(self, name: str) -> None:  # noqa: N802 - named by SAX
        if self.sheet:
            self.sheet.end(name)

    def characters(self, content: str) -> None:
        if self.sheet:
            self.sheet.text(content)


def look_through(body: bytes, account: Account) -> list[str]:
    """The cells whose formula nobody computed. Refuse a workbook that brings in what no list needs, or is too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            entries = archive.infolist()
            check_container(entries, account.limits)
            parts = [_looked_at(archive, entry, account) for entry in entries if not entry.is_dir()]
    except Refused:
        raise
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise Refused("FILE-03", "the workbook is damaged or cut short: download it again") from error
    names = [entry.filename.casefold() for entry in entries]
    brought = {what for part in parts for what in part.brought}
    brought |= {what for mark, what in BY_NAME.items() if any(mark in f"/{name}" for name in names)}
    if brought:
        said = f"the workbook holds {' and '.join(sorted(brought))}"
        raise Refused("XLSX-01", f"{said}: save it as a plain .xlsx or .csv", count=len(brought))
    sheets = [part.sheet for part in parts if part.sheet]
    for sheet in sheets:
        sheet.judge()
    return [cell for sheet in sheets for cell in sheet.uncomputed]


def _looked_at(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, account: Account) -> _Part:
    part = _Part(account)
    content = read_entry(archive, entry)
    if not content[:200].lstrip().startswith(MARKUP):
        return part
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(handler.feature_external_ges, False)
    parser.setContentHandler(part)
    try:
        parser.parse(io.BytesIO(content))
    except Refused:
        raise
    except DefusedXmlException as error:
        raise Refused("XLSX-02", "the workbook declares entities, as no spreadsheet does: save it as .csv") from error
    except (SAXException, ValueError, LookupError) as error:
        if not entry.filename.casefold().endswith(DRAWN):
            raise Refused("FILE-03", "a part of the workbook is damaged: open it in Excel and save it again") from error
    return part
