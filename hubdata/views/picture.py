"""A picture that a reader can choose: drawn for the area, else for all of England, else said to be missing and why."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from hubdata.answers.allowed import holds, is_published
from hubdata.answers.question import Unanswerable
from hubdata.answers.spread.yearly import has_history
from hubdata.provenance import Unpublished
from hubdata.store import Store
from hubdata.views.choices import ENGLAND, Place
from hubdata.views.view import View
from hubdata.views.words import capital, of_all_england

Draw = Callable[[Store, Any], View]
DAYS = "days"
NOBODY, NOT_LOADED = "Needs a file nobody publishes", "Needs a file that is not loaded"


class Picture(NamedTuple):
    """Its name, what draws it, and, where some data cannot answer, what it would show.

    ``needs`` are the tables without which nothing is drawn (``DAYS`` where networks must say when they began);
    ``tried`` means that rows decide, not tables: it is drawn once for England to know.
    """

    label: str
    draw: Draw
    shows: str = ""
    needs: tuple[str, ...] = ()
    tried: bool = False


class Missing(LookupError):
    """The data cannot answer a choice, for England neither: the sentence, what it would show, the table it needs."""

    def __init__(self, why: Exception, name: str, shows: str, table: str = "") -> None:
        """``why`` is what the question raised; ``name`` the entry chosen; ``shows`` what it would show."""
        super().__init__(str(why))
        self.table = why.table if isinstance(why, Unpublished) else table
        self.name, self.shows = name, shows


def draw(pictures: Mapping[str, Picture], chosen: str, store: Store, choices: Any) -> View:
    """The picture that the reader chose (``choices`` have a place). Raises ``Missing``."""
    picture = pictures[chosen]
    try:
        return answered(picture.draw, store, choices)
    except (Unpublished, Unanswerable) as absent:
        raise Missing(absent, picture.label, picture.shows) from absent


def answered(picture: Draw, store: Store, choices: Any) -> View:
    """The view of the area; where the area has no figures, that of England, which then says so.

    Raises what the question raises where England has none either.
    """
    here: Place = choices.place
    try:
        view = picture(store, choices)
    except (Unpublished, Unanswerable) as absent:
        if here == ENGLAND:
            raise
        view = picture(store, replace(choices, place=ENGLAND))
        return _wider(view, _why(absent, here))
    if here == ENGLAND or any(here.code in word for word in view.proof.command):
        return view
    every = picture(store, replace(choices, place=ENGLAND))
    return _wider(view, "") if view.finding == every.finding else view


def _wider(view: View, why: str) -> View:
    return replace(view, finding=of_all_england(view.finding), definition=f"{why}{view.definition}")


def _why(absent: Exception, here: Place) -> str:
    if isinstance(absent, Unanswerable):
        return f"{capital(str(absent))}. "
    return f"{here.name} has no figures of its own here. "


def holes(store: Store, page: str, pictures: Mapping[str, Picture], choices: Any) -> dict[str, list[str]]:
    """The pictures that the data cannot answer, under the name of their group: whether anybody publishes the file."""

    def found() -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for code, picture in pictures.items():
            group = _group(store, picture, choices)
            if group:
                groups.setdefault(group, []).append(code)
        return dict(sorted(groups.items()))

    return store.kept(("holes", page, getattr(choices, "kind", ""), getattr(choices, "method", "")), found)


def _group(store: Store, picture: Picture, choices: Any) -> str:
    """The group of a picture that cannot be drawn; empty for one that can."""
    for table in picture.needs:
        group = lacking(store, table, choices)
        if group:
            return group
    if picture.tried:
        try:
            picture.draw(store, replace(choices, place=ENGLAND))
        except (Unpublished, Unanswerable) as absent:
            return NOBODY if "not published" in str(absent) else NOT_LOADED
    return ""


def lacking(store: Store, table: str, choices: Any = None) -> str:
    """The group of a choice that needs the table, where the data do not hold it; empty where they do."""
    if table == DAYS:
        held = store.has("networks") and store.has("members") and has_history(store, choices.of_all_days)
        return "" if held else NOBODY
    if holds(store, table):
        return ""
    return NOT_LOADED if is_published(table) else NOBODY
