"""Who is reached: ``reach`` and ``unreached``, by any of the four definitions."""

from datetime import date

import pandas as pd

from hubdata.answers import groups
from hubdata.answers.question import Answer, Option, Question
from hubdata.measures import networks
from hubdata.measures.reach import DEFINITIONS, among, share, within
from hubdata.provenance import Source
from hubdata.schema import MEMBER_ROLES, NETWORK_KINDS
from hubdata.store import Store

OPTIONS = (
    Option("definition", "within", "what counts as reached", DEFINITIONS),
    Option("km", 10.0, "radius in kilometres, straight line, for definition within", kind=float),
    Option("kind", None, "kind of network (alliances where the data have them, else hubs)", (*NETWORK_KINDS, "all")),
    Option("weight", "schools", "count schools or pupils", ("schools", "pupils")),
)


def reached(
    store: Store, definition: str = "within", km: float = 10.0, kind: str | None = None, as_at: date | None = None
) -> pd.Series:
    """Whether each school of the population is reached; missing where nobody can say (no location)."""
    return store.kept(
        ("reached", definition, km if definition == "within" else None, groups.kind_of(store, kind), as_at),
        lambda: REACHED[definition](store, km, kind, as_at),
    )


def _within(store: Store, km: float, kind: str | None, as_at: date | None) -> pd.Series:
    return within(groups.nearest_of(store, kind, as_at)["km"], km)


def _lead(store: Store, _km: float, kind: str | None, as_at: date | None) -> pd.Series:
    urns = groups.leads_of(store, kind, as_at)["urn"]
    if store.has("links"):
        urns = networks.successors(urns, store.table("links"), store.table("schools"))
    return among(groups.schools_of(store)["urn"], urns)


def _member(store: Store, _km: float, kind: str | None, as_at: date | None) -> pd.Series:
    spells = groups.members_of(store)
    found = networks.members(spells, groups.networks_of(store, kind, as_at), MEMBER_ROLES)
    return among(groups.schools_of(store)["urn"], found["urn"])


def _supported(store: Store, _km: float, kind: str | None, as_at: date | None) -> pd.Series:
    given = store.table("support")
    mine = given.loc[given["network"].isin(groups.networks_of(store, kind, as_at)["network"].astype("str"))]
    year = academic_year(as_at) if as_at else mine["year"].astype("str").max()
    return among(groups.schools_of(store)["urn"], mine.loc[mine["year"] == year, "urn"])


REACHED = {"within": _within, "lead": _lead, "member": _member, "supported": _supported}


def academic_year(day: date) -> str:
    """The academic year (1 September to 31 August) that a day falls in, as ``2015/16``."""
    start = day.year if day.month >= 9 else day.year - 1
    return f"{start}/{(start + 1) % 100:02d}"


def reach(store: Store, by: tuple[str, ...] = (), *, weight: str = "schools", **choices: object) -> Answer:
    """Reached, schools and rate with its interval, for each group (columns as ``measures.reach.share``)."""
    flag = reached(store, **choices)
    schools, columns = groups.with_groups(store, groups.schools_of(store).assign(reached=flag), by)
    table = share(schools, schools["reached"], columns, weight)
    return Answer(table, _messages(store, choices), _sources(store))


def unreached(store: Store, by: tuple[str, ...] = (), *, weight: str = "schools", **choices: object) -> Answer:  # noqa: ARG001 (one signature for all)
    """Every school that is not reached, with its nearest lead, in the order of URN.

    Columns: urn, name, phase, rural, pupils, la, nearest (network), nearest_name (its lead school), km. Schools
    without a location are listed when the definition needs none, with the distance missing.
    """
    schools = groups.schools_of(store)
    near = groups.nearest_of(store, choices.get("kind"), choices.get("as_at"))
    missed = ~reached(store, **choices).fillna(True).astype(bool)  # missing is neither reached nor unreached
    table = schools.loc[missed, ["urn", "name", "phase", "rural", "pupils", "la"]].assign(
        nearest=near["network"], nearest_name=near["lead_name"], km=near["km"]
    )
    return Answer(table.reset_index(drop=True), _messages(store, choices), _sources(store))


def _messages(store: Store, choices: dict[str, object]) -> tuple[str, ...]:
    needs_location = choices.get("definition", "within") == "within"
    lost = groups.leads_of(store, choices.get("kind"), choices.get("as_at"))["easting"].isna().sum()
    told = (f"{lost:,} lead schools have no location and reach nobody",) if needs_location and lost else ()
    return (groups.unlocated(groups.schools_of(store)) if needs_location else ()) + told


def _sources(store: Store) -> tuple[Source, ...]:
    return store.sources("schools", "networks")


NEEDS = ("schools", "districts", "networks", "members")
QUESTIONS = (
    Question("reach", "schools reached, of all schools", reach, OPTIONS, groups.SCHOOL_DIMENSIONS, NEEDS),
    Question("unreached", "every school that is not reached, with its nearest lead", unreached, OPTIONS, (), NEEDS),
)
