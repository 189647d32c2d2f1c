"""What a snapshot can answer: the sentence for each table that a question lacks."""

from hubdata.answers.question import Question
from hubdata.catalogue import DATASETS
from hubdata.store import Store

ALWAYS = ("lead",)


def unanswered(store: Store, question: Question) -> list[str]:
    """What stands in the way of a question, and of each of its choices; nothing when all can be answered."""
    missing = [DATASETS[name].absent for name in question.needs if not store.has(name)]
    if missing:
        return missing
    choices = [(option.name, choice, table) for option in question.options for choice, table in option.needs.items()]
    return [f"{name} {choice}: {DATASETS[table].absent}" for name, choice, table in choices if not _has(store, table)]


def _has(store: Store, table: str) -> bool:
    """Whether the table is loaded; members count as loaded when they hold more than the leads that lists publish."""
    return store.has(table) and (table != "members" or beyond_leads(store))


def beyond_leads(store: Store) -> bool:
    """Whether the members hold more than the lead schools, which is all that anybody publishes of them."""
    return not set(store.table("members")["role"].astype("str")) <= set(ALWAYS)
