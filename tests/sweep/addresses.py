"""Every place and every setting of every control that the sweep looks at, each with the address that opens it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from hubdata.answers.groups import schools_of
from hubdata.answers.networks.kinds import listed
from hubdata.answers.reach.history import days
from hubdata.answers.spread.yearly import has_history
from hubdata.measures.asked import Networks
from hubdata.schema import AREAS_OF_WORK, LOCALITIES, PHASES
from hubdata.store import Store
from hubdata.views.areas import all_places, network_place
from hubdata.views.choices import EVERY, RADII, Place, ReachChoices

SOME = 5  # hub areas and networks that are looked at, of many alike
KINDS = ("teaching_school_alliance", "teaching_school_hub", "training_partnership")


class Setting(NamedTuple):
    """What stands in the address after the place, and the choices it makes."""

    words: str
    choices: ReachChoices


def places(store: Store) -> list[Place]:
    """England, the nine regions, every authority, five hub areas and five networks, as far as the data know them."""
    every = list(all_places(store).values())
    areas = [place for place in every if place.level in ("country", "region", "la")]
    return areas + [place for place in every if place.level == "hub_area"][:SOME] + _networks(store)


def _networks(store: Store) -> list[Place]:
    members = store.table("members")["network"].astype("str").value_counts()
    found: list[Place] = []
    for network in members.index:
        found += network_place(store, network).values()
        if len(found) == SOME:
            break
    return found


def address(page: str, place: Place, *words: str) -> str:
    """``reach?la=E06000046&km=5&picture=chance``."""
    said = [] if place.level == "country" else [f"{place.level}={place.gss}"]
    every = [*said, *(word for word in words if word)]
    return f"{page}?{'&'.join(every)}" if every else page


def settings(store: Store) -> list[Setting]:
    """Every setting of every control of the Reach page, the other controls at rest; phase with place in pairs."""
    rest = ReachChoices()
    pairs = [(phase, rural) for phase in (EVERY, *PHASES) for rural in (EVERY, *LOCALITIES[:2])]
    found = [_set(rest, phase=phase, rural=rural) for phase, rural in pairs]
    found += [_set(rest, definition=code) for code in ("lead", "member", "supported")]
    found += [_set(rest, km=km) for km in RADII if km != rest.km]
    found += [_set(rest, kind=kind) for kind in KINDS if kind != rest.kind and _holds(store, kind)]
    found += [_set(rest, level=level) for level in ("district", "hub_area", "region")]
    found += [_set(rest, role=role) for role in AREAS_OF_WORK if store.has("roles") and _offered(store, role)]
    found += [_set(rest, as_at=day) for day in _days(store)]
    return [*found, _set(rest, minutes=(1.3, 40.0)), Setting("group=", replace(rest, group=_group(store)))]


def _set(rest: ReachChoices, **chosen: object) -> Setting:
    words = [f"{name}={value:g}" if isinstance(value, float) else f"{name}={value}" for name, value in chosen.items()]
    return Setting("&".join(word for word in words if not word.endswith(f"={EVERY}")), replace(rest, **chosen))


def _holds(store: Store, kind: str) -> bool:
    return kind in set(store.table("networks")["kind"].astype("str"))


def _offered(store: Store, role: str) -> bool:
    return len(listed(store, Networks(KINDS[0], role))) > 0


def _days(store: Store) -> Iterator[object]:
    """The first, a middle and the last of the days that the data know; none where they know one day alone."""
    if has_history(store, Networks(KINDS[0])):
        known = days(store, Networks(KINDS[0]))
        yield from (known[at].date() for at in sorted({0, len(known) // 2, len(known) - 1}))


def _group(store: Store) -> tuple[str, ...]:
    codes = [code for code, place in all_places(store).items() if place.level == "la"]
    return (codes[0], codes[40], codes[-1])


def a_school(store: Store, place: Place) -> str:
    """The number of one school of the place; empty where it has none."""
    found = schools_of(store, place.only)
    return str(found["urn"].iloc[0]) if len(found) else ""
