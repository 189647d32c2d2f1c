"""Who is reached: ``reach`` and ``unreached``, by any of the four definitions."""

import pandas as pd

from hubdata.answers import groups, lots
from hubdata.answers.networks.kinds import listed
from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.answers.recent import recent
from hubdata.catalogue import DATASETS
from hubdata.measures.asked import USUAL_REACH, Networks, Reach
from hubdata.measures.networks.membership import academic_year
from hubdata.measures.reach import by_lot
from hubdata.measures.reach.share import DEFINITIONS, among, share, within
from hubdata.measures.statistics.lots import band
from hubdata.provenance import Source, Unpublished
from hubdata.schema import AREAS_OF_WORK, NETWORK_KINDS
from hubdata.store import Store

DEFINITION = Option(
    "definition", "what counts as reached", DEFINITIONS, needs={"member": "members", "supported": "support"}
)
KM = Option("km", "radius in kilometres, in a straight line", kind=float, least=0)
KIND = Option("kind", "kind of network (alliances where the data have them, else hubs)", (*NETWORK_KINDS, "all"))
ROLE = Option("role", "count only networks that offer this area of work", AREAS_OF_WORK)
WEIGHT = Option("weight", "count schools or pupils", ("schools", "pupils"), unsaid=True)
CHANCE = Option(
    "chance", "add what 999 lots give in which the leads are placed again among schools that could lead", kind=bool,
    unsaid=True,
)  # fmt: skip
OPTIONS = (DEFINITION, KM, KIND, ROLE, WEIGHT)
NEEDS = ("schools", "districts", "networks", "members")
COLUMNS = ["urn", "name", "phase", "rural", "pupils", "la"]


def reached(store: Store, asked: Reach = USUAL_REACH) -> pd.Series:
    """Whether each school of the population is reached; missing where nobody can say (no location)."""
    radius = asked.km if asked.definition == "within" else None
    key = (asked.definition, radius, groups.usual(store, asked.networks))
    return recent(store, "reached", key, lambda: REACHED[asked.definition](store, asked), room=512)


def _within(store: Store, asked: Reach) -> pd.Series:
    return within(groups.nearest_of(store, asked.networks)["km"], asked.km)


def _lead(store: Store, asked: Reach) -> pd.Series:
    leads = groups.leads_of(store, asked.networks)["urn"]
    return among(groups.schools_of(store)["urn"], groups.living(store, leads))


def _member(store: Store, asked: Reach) -> pd.Series:
    """Members are members; others are known not to be only where every network has its members on record."""
    found = among(groups.schools_of(store)["urn"], groups.members_of(store, asked.networks)["urn"])
    told, every = _on_record(store, asked)
    return found if told == every else found.where(found)


def _on_record(store: Store, asked: Reach) -> tuple[int, int]:
    """Of how many networks more than the lead is on record, on whatever day, and how many there are."""
    members = store.table("members")
    told = set(members.loc[members["role"] != "lead", "network"].astype("str"))
    every = set(groups.networks_of(store, asked.networks)["network"].astype("str"))
    return len(told & every), len(every)


def _supported(store: Store, asked: Reach) -> pd.Series:
    year, given = support_of(store, asked.networks)
    urns = given.loc[given["year"] == year, "urn"]
    return among(groups.schools_of(store)["urn"], groups.living(store, urns))


REACHED = {"within": _within, "lead": _lead, "member": _member, "supported": _supported}


def support_of(store: Store, networks: Networks) -> tuple[str, pd.DataFrame]:
    """The academic year meant (that of the day, else the newest on record) and the support those networks gave.

    Networks of the kind count whether or not they are still active: the record says when they gave it. A year that
    nobody recorded is unknown, not without support.
    """
    given = store.table("support")
    mine = set(listed(store, networks)["network"].astype("str"))
    given = given.loc[given["network"].astype("str").isin(mine)].astype({"year": "str"})
    if given.empty:
        raise Unpublished("support", DATASETS["support"].absent)
    year = academic_year(networks.as_at) if networks.as_at else str(given["year"].max())
    if year not in set(given["year"]):
        raise Unanswerable(
            f"no support is recorded in {year}: the record runs {given['year'].min()} to {given['year'].max()}"
        )
    return year, given


def reach(store: Store, by: tuple[str, ...], asked: Reach, *, only: groups.Only | None = None) -> Answer:
    """Reached, schools and rate with its interval, for each group (columns as ``measures.reach.share``)."""
    schools, columns = population(store, by, only, asked)
    told = messages(store, only, asked) + without_pupils(schools, asked.weight)
    table = share(schools, schools["reached"], columns, asked.weight, sampled=asked.sampled)
    if not asked.chance:
        return Answer(table, told, sources(store, asked))
    values = by_lot.rates(lots.flags(store, asked), lots.placed_rows(store, schools), columns, asked.weight)
    mine = lots.lots_of(store, asked.networks)
    table = table.join(band(values, table["rate"]))
    return Answer(table, (*told, mine.said), sources(store, asked), {"lots": mine})


def population(
    store: Store, by: tuple[str, ...], only: groups.Only | None, asked: Reach
) -> tuple[pd.DataFrame, list[str]]:
    """The schools of ``only`` with column reached and a row for each group of ``by``, and the columns of the groups."""
    schools = groups.schools_of(store, only, asked.networks)
    flagged = schools.assign(reached=reached(store, asked).loc[schools.index])
    return groups.with_groups(store, flagged, by, asked.networks)


def unreached(store: Store, asked: Reach, *, only: groups.Only | None = None) -> Answer:
    """Every school that is not reached, with its nearest lead, in the order of URN.

    Columns: urn, name, phase, rural, pupils, la, nearest (network), nearest_name (its lead school), km. Schools
    without a location are listed when the definition needs none, with the distance missing.
    """
    schools, _ = population(store, (), only, asked)
    missed = schools.loc[~schools["reached"].fillna(True).astype(bool), COLUMNS]  # missing: nobody can say
    near = groups.nearest_of(store, asked.networks).loc[missed.index]
    table = missed.assign(nearest=near["network"], nearest_name=near["lead_name"], km=near["km"])
    return Answer(table.reset_index(drop=True), messages(store, only, asked), sources(store, asked))


def without_pupils(schools: pd.DataFrame, weight: str) -> tuple[str, ...]:
    """The message that counts schools left out of pupil weights, if there are any."""
    if weight != "pupils":
        return ()
    known = schools.drop_duplicates("urn")["pupils"]
    count = int((~(known > 0).fillna(False)).sum())
    return (f"{count:,} of {len(known):,} schools have no published pupils and weigh nothing",) if count else ()


def messages(store: Store, only: groups.Only | None, asked: Reach) -> tuple[str, ...]:
    """What a reader should know beside a reach: schools and leads without a location, or the year of support."""
    if asked.definition == "supported":
        return (f"support recorded in {support_of(store, asked.networks)[0]}",)
    if asked.definition == "member":
        told, every = _on_record(store, asked)
        unknown = f"members of {told:,} of {every:,} networks are on record: schools outside them are unknown"
        return () if told == every else (unknown,)
    if asked.definition != "within":
        return ()
    leads = groups.leads_of(store, asked.networks)
    lost = leads.loc[leads["easting"].isna(), "urn"].nunique()
    told = (f"{lost:,} of {leads['urn'].nunique():,} lead schools have no location and reach nobody",) if lost else ()
    return groups.unlocated(groups.schools_of(store, only, asked.networks)) + told


def sources(store: Store, asked: Reach) -> tuple[Source, ...]:
    """The sources of a reach: register and lists, with the records that a definition needs."""
    extra = {"member": ("members",), "supported": ("support",)}.get(asked.definition, ())
    lists = groups.lists_of(store, asked.networks)
    return (*store.sources("schools", "districts"), *lists, *store.sources(*extra))


QUESTIONS = (
    Question(
        "reach", "schools reached, of all schools", reach, (*OPTIONS, CHANCE),
        (*groups.EVERY_DIMENSION, "kind"), NEEDS, only=groups.EVERY_DIMENSION, choices=Reach,
    ),
    Question(
        "unreached", "every school that is not reached, with its nearest lead", unreached, OPTIONS,
        (), NEEDS, only=groups.EVERY_DIMENSION, choices=Reach,
    ),
)  # fmt: skip
