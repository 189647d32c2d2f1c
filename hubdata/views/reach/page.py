"""The Reach page: the finding, the map, the comparison that makes the finding, and the schools not reached."""

from dataclasses import replace

import pandas as pd

from hubdata.answers.groups import lists_of
from hubdata.answers.question import Unanswerable
from hubdata.answers.reach.gap import Gap
from hubdata.figures.interval_dots import interval_dots
from hubdata.measures.asked import Reach
from hubdata.palette import PHASES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ENGLAND, EVERY, ReachChoices
from hubdata.views.networks.since_listed import since_listed
from hubdata.views.reach import chance, reach_map, school_map
from hubdata.views.view import View, lately, proved
from hubdata.vocabulary import KIND_WORDS, ROLE_WORDS, TOO_FEW, agreed, counted

OTHERS = ("", "matrix", "alliances", "trusts")  # pictures of something else than reach, or none


def finding(store: Store, choices: ReachChoices) -> str:
    """The sentence that opens the page: a school looked up, else an area beside England, else rural against urban."""
    if choices.urn and choices.place.is_small:
        school = _of_school(store, choices)
        if school:
            return school
    if choices.place != ENGLAND:
        return _of_place(store, choices)
    if choices.rural == EVERY:
        return _contrast(store, choices, "rural", ("rural", "urban"))
    if choices.phase == EVERY:
        return _contrast(store, choices, "phase", ("primary", "secondary"))
    if proved(store, "reach", (), choices.only, choices.reach).table.empty:
        return _none_at_all(choices)
    other = "rural" if choices.rural == "Urban" else "urban"
    return _contrast(store, replace(choices, rural=EVERY), "rural", (choices.rural.lower(), other))


def _of_school(store: Store, choices: ReachChoices) -> str:
    """The school that was looked up; empty when it is not in the place on screen."""
    rows = proved(store, "schools", (), choices.place.only, choices.reach).table
    mine = rows.loc[rows["urn"] == choices.urn]
    if mine.empty:
        return ""
    return words.school(mine.iloc[0], choices.phrase, KIND_WORDS[choices.kind][0], closed=choices.closed)


def _of_place(store: Store, choices: ReachChoices) -> str:
    row = proved(store, "reach", (), {**choices.only, **choices.place.only}, choices.reach).table
    if row.empty:
        return _none_at_all(choices)
    england = proved(store, "reach", (), choices.only, choices.reach).table.iloc[0]["rate"]
    mine = row.iloc[0]
    said = words.alone(choices.schools, choices.place.within, choices.phrase, mine, england, choices.are)
    return said if mine["schools"] < TOO_FEW else f"{said} {chance.of_place(store, choices)}".strip()


def _contrast(store: Store, choices: ReachChoices, contrast: str, sides: tuple[str, str]) -> str:
    """Two groups of schools against each other; by place the primaries unless another phase was chosen."""
    only = choices.only
    if contrast == "rural" and choices.phase == EVERY:
        only = {**only, "phase": "Primary"}
    phase = {"Primary": "primaries", "Secondary": "secondaries"}.get(
        only.get("phase"), f"{only.get('phase', '')} schools"
    )
    names = [f"{side} {phase.lower()}" if contrast == "rural" else _plural(side, only["rural"]) for side in sides]
    gap = proved(store, "gap", (), only, Gap(choices.reach, contrast)).table
    if gap.empty:
        return _none_at_all(choices)
    row = gap.iloc[0] if sides[0] != "urban" else _turned(gap.iloc[0])
    return words.compared(names[0], names[1], choices.phrase, row, choices.are)


def _turned(gap: pd.Series) -> pd.Series:
    """The same with the second side first."""
    other = {"a": "b", "b": "a"}
    return gap.rename(lambda name: f"{name[:-2]}_{other[name[-1]]}" if name[-2:] in ("_a", "_b") else name)


def _none_at_all(choices: ReachChoices) -> str:
    return f"{words.capital(choices.place.within)} there are no {choices.schools}."


def _plural(phase: str, rural: str) -> str:
    return f"{rural.lower()} {'primaries' if phase == 'primary' else 'secondaries'}"


def definition(store: Store, choices: ReachChoices) -> str:
    """The line under the finding: what reached means, and the dates of the lists it rests on."""
    meaning = words.capital(words.DEFINITIONS[choices.definition].format(km=choices.km))
    if choices.role:
        meaning += f", of networks that offer {ROLE_WORDS[choices.role]}"
    if choices.minutes and choices.definition == "within":
        meaning += words.travel(choices.km, *choices.minutes)
    if choices.definition == "lead":
        meaning = f"{meaning}. {since_listed(store, choices)}".rstrip(". ")
    lists = lists_of(store, choices.networks)
    return f"{meaning}{words.on_the_day(choices.as_at)} · {words.dated((*store.sources('schools'), *lists))}"


@lately
def by_area(store: Store, choices: ReachChoices, *, width: int = reach_map.WIDTH) -> View:
    """The share of schools reached in each area, shaded; for a chosen authority its schools one by one.

    ``width`` is that of the picture in pixels; a narrow one leaves out the names.
    """
    if choices.place.is_small:
        return _schools(store, choices)
    only = {**choices.only, **choices.place.only}
    proof = proved(store, "reach", (choices.level,), only, choices.reach)
    return View(
        title=f"{choices.counted}, by {LEVEL_WORDS[choices.level]}",
        finding=finding(store, choices),
        definition=definition(store, choices),
        proof=proof,
        status=store.status,
        drawing=reach_map.shaded_map(store, choices, proof.table, width=width),
        legend=reach_map.legend(choices, proof.table),
        picks=choices.level if choices.level in ("la", "region") else "",
        awaits=_awaited(store, choices),
        method=chance.METHOD if choices.place.level in chance.JUDGED else (),
    )


def _awaited(store: Store, choices: ReachChoices) -> Reach | None:
    return chance.awaited(store, choices) if choices.place.level in chance.JUDGED else None


LEVEL_WORDS = {"la": "local authority", "district": "district", "hub_area": "hub area", "region": "region"}


def _schools(store: Store, choices: ReachChoices) -> View:
    proof = proved(store, "schools", (), {**choices.only, **choices.place.only}, choices.reach)
    return View(
        title=f"{choices.counted}, {choices.place.name}",
        finding=finding(store, choices),
        definition=definition(store, choices),
        proof=proof,
        status=store.status,
        drawing=school_map.schools_map(store, choices, proof.table),
        legend=school_map.schools_legend(choices),
        awaits=_awaited(store, choices),
        method=chance.METHOD if choices.place.level in chance.JUDGED else (),
    )


@lately
def by_group(store: Store, choices: ReachChoices) -> View:
    """The comparison behind the finding: each phase, rural and urban."""
    only = {**choices.only, **choices.place.only}
    proof = proved(store, "reach", ("phase", "rural"), only, choices.reach)
    every = proved(store, "reach", (), choices.only, choices.reach).table
    if every.empty:
        raise Unanswerable(f"{ENGLAND.within} there are no {choices.schools}")
    england = every.iloc[0]["rate"]
    drawn = _drawn(proof.table)
    asked = choices.counted if choices.picture in OTHERS else "The same"
    return View(
        title=f"{asked} by phase and place, {choices.place.name}",
        finding=finding(store, choices),
        definition=definition(store, choices),
        proof=proof,
        status=store.status,
        drawing=interval_dots(
            drawn, label="group", colours=_colours(drawn), reference=(f"all {choices.schools} in England", england)
        ),
    )


def _drawn(table: pd.DataFrame) -> pd.DataFrame:
    """The rows a chart shows: classified schools only, all-through only where nothing else is there."""
    shown = table.loc[table["rural"].isin(LOCALITIES[:2])]
    several = len(shown["phase"].unique()) > 1
    shown = shown.loc[(shown["phase"] != "All-through") | (not several)]
    return shown.assign(group=shown["phase"].astype("str") + ", " + shown["rural"].astype("str").str.lower())


def _colours(drawn: pd.DataFrame) -> dict[str, str]:
    return {row.group: PHASES[row.phase] for row in drawn.itertuples()}


@lately
def unreached(store: Store, choices: ReachChoices) -> View:
    """The schools that are not reached, each with its nearest lead: a list to act on, never a ranking."""
    only = {**choices.only, **choices.place.only}
    proof = proved(store, "unreached", (), only, choices.reach)
    count = len(proof.table)
    return View(
        title=f"{words.capital(choices.schools)} not reached, {choices.place.name}",
        finding=f"{counted(count, choices.schools)} {choices.place.within} {agreed(count, choices.are)} not "
        f"{choices.phrase}.",
        definition=definition(store, choices),
        proof=proof,
        status=store.status,
    )
