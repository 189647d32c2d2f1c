"""Schools one by one: ``schools``, each with whether it is reached and its nearest lead."""

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question
from hubdata.answers.reach.share import COLUMNS, NEEDS, OPTIONS, messages, population, sources
from hubdata.measures.asked import Reach
from hubdata.store import Store


def schools(store: Store, asked: Reach, *, only: groups.Only | None = None) -> Answer:
    """Every school of the population in the order of URN, with whether it is reached.

    Columns: urn, name, phase, rural, pupils, la, reached (missing where nobody can say), nearest (network),
    nearest_name (its lead school), km (straight line to it).
    """
    every, _ = population(store, (), only, asked)
    near = groups.nearest_of(store, asked.networks).loc[every.index]
    table = every[[*COLUMNS, "reached"]].assign(nearest=near["network"], nearest_name=near["lead_name"], km=near["km"])
    return Answer(table.reset_index(drop=True), messages(store, only, asked), sources(store, asked))


QUESTIONS = (
    Question(
        "schools", "every school, whether it is reached, its nearest lead", schools, OPTIONS,
        (), NEEDS, only=groups.EVERY_DIMENSION, choices=Reach,
    ),
)  # fmt: skip
