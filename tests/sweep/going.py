"""Going through the visits of one England, all or a share of them, and what came of it."""

import os
import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from sweep.agreement import Ledger
from sweep.rules import Complaint, look
from sweep.visits import Visit, visits

from hubdata.store import Store

os.environ.setdefault("HUBDATA_AHEAD", "off")
SEED = 12


@dataclass
class Report:
    """How many views were read, how many the data refused, how many texts they had, and what is wrong with them."""

    views: int = 0
    refused: int = 0
    texts: int = 0
    complaints: list[Complaint] = field(default_factory=list)


def go(england: str, share: float = 1.0, letters: str = "", seed: int = SEED) -> Report:
    """The sweep of the England of that name; of a share of its visits, chosen by lot, where ``share`` is below 1."""
    store = Store.open(england)
    every = [visit for visit in visits(store) if letters in visit.address]
    if share < 1:
        chosen = sorted(random.Random(seed).sample(range(len(every)), round(len(every) * share)))
        every = [every[at] for at in chosen]
    return through(every)


def through(every: Iterable[Visit]) -> Report:
    """What came of these visits."""
    report, ledger = Report(), Ledger()
    for visit in every:
        seen = look(visit, ledger)
        report.views += not seen.refused
        report.refused += seen.refused
        report.texts += seen.texts
        report.complaints += seen.complaints
    return report
