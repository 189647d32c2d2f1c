"""The views that a reader can have on screen, one visit each: its address and what draws it as the page does."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

from sweep.addresses import Setting, a_school, address, places, settings
from sweep.people import people

from hubdata.store import Store
from hubdata.views import overview, pictures
from hubdata.views.choices import Place, ReachChoices
from hubdata.views.networks.listed import dated
from hubdata.views.picture import Picture, answered
from hubdata.views.reach import my_school, page, rural
from hubdata.views.spread import equity
from hubdata.views.view import View

ELSEWHERE = {
    "rural_urban": ("phase", "rural", "level", "group", "minutes"),
    "equity": ("phase", "rural", "level", "group", "minutes", "definition", "as_at"),
}
OF_ENGLAND = ("cold", "prior", "curve", "outstanding", "meals", "growth", "funding", "ledger")


@dataclass(frozen=True)
class Visit:
    """An address, the place and the setting that it stands for, and what draws the view that it shows."""

    address: str
    place: Place
    setting: str
    draw: Callable[[], View | None]


def visits(store: Store) -> Iterator[Visit]:
    """Every view of every page for every place and setting; nothing is drawn yet.

    Places follow each other within a setting: what is worked out for all of England is then worked out once.
    """
    every = places(store)
    for setting, place in product(settings(store), every):
        yield from _reach(store, place, setting)
        yield from _two(store, place, setting, "rural_urban", ("why", pictures.RURAL, rural.gap))
        yield from _two(store, place, setting, "equity", ("who", pictures.EQUITY, equity.opening))
    for place in every:
        if place.level in ("la", "hub_area"):
            yield Visit(address("reach", place, "urn="), place, "", partial(_looked_up, store, place))
            yield Visit(address("reach", place, "urn= (card)"), place, "", partial(_card, store, place))
        yield from _overview(store, place)
        for name, draw in people(store, place):
            yield Visit(name, place, "", draw)


def _reach(store: Store, place: Place, setting: Setting) -> Iterator[Visit]:
    for code in _own(pictures.REACH, place, setting):
        name = address("reach", place, setting.words, "" if code == "rate" else f"picture={code}")
        made = replace(setting.choices, place=place, picture=code)
        yield Visit(name, place, setting.words, partial(_drawn, store, pictures.REACH, code, made))
    made, name = replace(setting.choices, place=place), address("reach", place, setting.words)
    yield Visit(f"{name} (beside)", place, setting.words, partial(_able, store, made, _beside))
    yield Visit(f"{name} (not reached)", place, setting.words, partial(_able, store, made, page.unreached))


def _two(store: Store, place: Place, setting: Setting, title: str, shown: tuple) -> Iterator[Visit]:
    """A page with a first picture and one beside it, where the setting is one of its own."""
    rest, made = ReachChoices(), replace(setting.choices, place=place)
    if any(getattr(made, name) != getattr(rest, name) for name in ELSEWHERE[title]):
        return
    asks, beside, first = shown
    first_one = partial(_able, store, made, partial(answered, first))
    yield Visit(address(title, place, setting.words), place, setting.words, first_one)
    for code in _own(beside, place, setting):
        drawing = partial(_able, store, made, partial(pictures.draw, beside, code))
        yield Visit(address(title, place, setting.words, f"{asks}={code}"), place, setting.words, drawing)


def _own(offered: Mapping[str, Picture], place: Place, setting: Setting) -> list[str]:
    """The pictures that can differ from those of another place: some are of all England whatever the place."""
    first = place.level == "country" or not setting.words
    return [code for code in offered if first or code not in OF_ENGLAND]


def _drawn(store: Store, offered: Mapping[str, Picture], code: str, made: ReachChoices) -> View:
    return pictures.draw(offered, code, store, dated(store, made))


def _able(store: Store, made: ReachChoices, draw: Callable[[Store, ReachChoices], View]) -> View:
    """The view of the choices as far as the data can answer them."""
    return draw(store, pictures.able(store, dated(store, made)))


def _beside(store: Store, made: ReachChoices) -> View:
    return pictures.beside(store, made)


def _looked_up(store: Store, place: Place) -> View:
    return _drawn(store, pictures.REACH, "rate", ReachChoices(place=place, urn=a_school(store, place)))


def _card(store: Store, place: Place) -> View | None:
    return my_school.card(store, a_school(store, place))


def _overview(store: Store, place: Place) -> Iterator[Visit]:
    made = ReachChoices(place=place)
    for name, draw in (("", overview.opening), (" (today)", overview.today)):
        yield Visit(
            f"{address('overview', place)}{name}", place, "", partial(_able, store, made, partial(answered, draw))
        )
    if place.level == "country":
        yield Visit("overview (sizes)", place, "", partial(overview.hub_sizes, store))
        for unit in overview.UNITS:
            yield Visit(f"overview?unit={unit}", place, "", partial(overview.counted, store, unit))
