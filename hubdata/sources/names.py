"""Names as they are compared: the same place or network spelt in two ways is still the same."""

import re
import unicodedata

FLOURISH = re.compile(r",? (city|county) of$|^the |^pre-lgr \d{4} ", re.IGNORECASE)


def spelt(name: str) -> str:
    """A name without case, dots, apostrophes, ``, City of`` or ``Pre-LGR 2019``."""
    bare = FLOURISH.sub("", name.strip()).lower().replace("&", " and ")
    return re.sub(r"[^a-z0-9]+", " ", re.sub("['’‘`]", "", bare)).strip()


def address_of(name: str) -> str:
    """A name made safe for an address: ``Pathfinder TSA`` becomes ``pathfinder-tsa``."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")
