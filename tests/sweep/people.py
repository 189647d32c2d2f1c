"""The views of the pages about people: each picture of a place, with what it asks for itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product

from sweep.addresses import address

from hubdata.store import Store
from hubdata.views.choices import Place
from hubdata.views.people import pathway, recruitment, retention
from hubdata.views.people.choices import PeopleChoices, cohort_years, programmes, training_years
from hubdata.views.people.counted import METHODS
from hubdata.views.people.pictures import PATHWAY, RECRUITMENT, RETENTION
from hubdata.views.people.recruitment import ROWS
from hubdata.views.picture import answered, draw
from hubdata.views.view import View

Drawn = tuple[str, Callable[[], View]]
BESIDE = {"recruitment": ("also", RECRUITMENT), "retention": ("beside", RETENTION), "career_pathway": ("rung", PATHWAY)}


def people(store: Store, place: Place) -> Iterator[Drawn]:
    """The address of every view of these pages, and what draws it."""
    rest = PeopleChoices(place)
    for rows in ROWS:
        made = replace(rest, rows=rows)
        yield address("recruitment", place, f"rows={rows}"), partial(answered, recruitment.against, store, made)
    yield address("career_pathway", place), partial(answered, pathway.rungs, store, rest)
    yield from _beside("recruitment", store, rest)
    yield from _beside("career_pathway", store, rest)
    for method in METHODS:
        made = replace(rest, method=method)
        yield address("retention", place, f"method={method}"), partial(draw, retention.CURVE, "", store, made)
        yield from _beside("retention", store, made, f"method={method}")


def _beside(page: str, store: Store, rest: PeopleChoices, *words: str) -> Iterator[Drawn]:
    asks, offered = BESIDE[page]
    for code in offered:
        for chosen in asked(code, store, rest.place):
            said = [f"{name}={value}" for name, value in chosen.items() if value]
            name = address(page, rest.place, *words, f"{asks}={code}", *said)
            yield name, partial(draw, offered, code, store, replace(rest, **chosen))


def asked(code: str, store: Store, place: Place) -> list[dict[str, object]]:
    """What the picture asks for itself: some answers of each kind; nothing of most pictures."""
    if code == "compared":
        against = ["rural", "phase", "route", *(["england"] if place.level != "country" else [])]
        return _pairs(
            ("against", "cohort"), against, ["", *store.kept("years swept", lambda: training_years(store))[:1]]
        )
    if code == "programme":
        years = [int(year) for year in store.kept("cohorts swept", lambda: cohort_years(store))[::3]] or [0]
        return _pairs(("programme", "since"), ["", *list(programmes(store))[:2]], years)
    return [{}]


def _pairs(names: tuple[str, str], first: list[str], second: list) -> list[dict[str, object]]:
    return [dict(zip(names, pair, strict=True)) for pair in product(first, second)]
