"""The same figure with two values, or the same area with two verdicts, on two pages."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sweep.claims import VERDICT
from sweep.words import Read

FIGURE = re.compile(
    r"(?:^|, |: )(?:\d+(?:\.\d+)?%|[Uu]nder 0\.1%|[Oo]ver 99\.9%) of (?P<things>[a-z -]+?) "
    r"\((?P<part>[\d,]+) of (?P<whole>[\d,]+)\) (?:are|were) (?P<phrase>[^,:;.]+)"
)
SAME = (
    (re.compile(r"\bless often|unusually low\b|clearly fewer"), "below"),
    (re.compile(r"\bmore often|unusually high\b|clearly more"), "above"),
    (re.compile(r"no clear difference|within the limits|no more than chance"), "within"),
)


@dataclass
class Ledger:
    """What has been said of each area's figures so far: value and verdict, with the address that said it."""

    values: dict[tuple, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def disagreements(self, read: Read, setting: str) -> Iterator[str]:
        """What this view says otherwise than one before it, of the same area and the same setting."""
        for text in read.all("finding"):
            for found in FIGURE.finditer(text):
                key = (read.area, setting.replace("level=", ""), found["things"], found["phrase"].strip())
                yield from self._add((*key, "value"), f"{found['part']} of {found['whole']}", read.address)
                verdict = _verdict(text[found.end() :])
                if verdict:
                    yield from self._add((*key, "verdict"), verdict, read.address)

    def _add(self, key: tuple, value: str, address: str) -> Iterator[str]:
        said = self.values[key]
        others = [f"{one} at {where}" for one, where in said.items() if one != value]
        said.setdefault(value, address)
        if others:
            yield f"{key[0]}, {key[2]} {key[3]}: {value} here, {'; '.join(others)}"


def _verdict(text: str) -> str:
    if not VERDICT.search(text):
        return ""
    return next((word for pattern, word in SAME if pattern.search(text)), "")
