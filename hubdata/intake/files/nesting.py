"""How deep a text of brackets nests, counted before a parser meets it."""

import re

import numpy as np

from hubdata.intake.verdicts import Refused

STRINGS = re.compile(rb'"(?:[^"\\]|\\.)*"')


def check_depth(body: bytes, most: int) -> None:
    """Refuse brackets nested deeper than any file of ours, before a parser meets them."""
    marks = np.frombuffer(STRINGS.sub(b"", body), dtype=np.uint8)
    opened = (marks == ord("[")) | (marks == ord("{"))
    closed = (marks == ord("]")) | (marks == ord("}"))
    deepest = int((opened.astype(np.int64) - closed).cumsum().max(initial=0))
    if deepest > most:
        raise Refused("GEO-06", f"the file nests {deepest:,} levels deep, more than {most}")
