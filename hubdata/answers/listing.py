"""Schools one by one: ``schools``, each with whether it is reached and its nearest lead."""

from hubdata.answers import groups
from hubdata.answers.question import Answer, Question
from hubdata.answers.reach import NEEDS, OPTIONS, reached
from hubdata.store import Store

COLUMNS = ["urn", "name", "phase", "rural", "pupils", "la"]


def schools(store: Store, by: tuple[str, ...] = (), *, weight: str = "schools", **choices: object) -> Answer:  # noqa: ARG001 (one signature for all)
    """Every school of the population in the order of URN, with whether it is reached.

    Columns: urn, name, phase, rural, pupils, la, reached (missing where nobody can say), nearest (network),
    nearest_name (its lead school), km (straight line to it).
    """
    every = groups.schools_of(store)
    near = groups.nearest_of(store, choices.get("kind"), choices.get("as_at"))
    table = every[COLUMNS].assign(
        reached=reached(store, **choices), nearest=near["network"], nearest_name=near["lead_name"], km=near["km"]
    )
    return Answer(table, groups.unlocated(every), store.sources("schools", "networks"))


QUESTIONS = (Question("schools", "every school, whether it is reached, its nearest lead", schools, OPTIONS, (), NEEDS),)
