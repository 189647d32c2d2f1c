"""``tiers``: how far apart the well and the badly provided schools stand."""

from hubdata.answers import groups
from hubdata.answers.networks.overlap import DIMENSIONS, ONLY, OPTIONS, Near, choosers, sources
from hubdata.answers.question import Answer, Question
from hubdata.answers.reach.share import NEEDS
from hubdata.measures.spread.tiers import tiers as measure_tiers
from hubdata.store import Store


def tiers(store: Store, by: tuple[str, ...], asked: Near, *, only: groups.Only | None = None) -> Answer:
    """How far apart the well and the badly provided schools stand (columns as ``measures.spread.tiers``)."""
    rows, columns, told = choosers(store, by, only, asked)
    return Answer(measure_tiers(rows, columns), told, sources(store, asked.networks))


QUESTIONS = (
    Question(
        "tiers", "how far apart the well and the badly provided schools stand", tiers, OPTIONS,
        DIMENSIONS, NEEDS, only=ONLY, choices=Near,
    ),
)  # fmt: skip
