"""Chance by design for a store: the leads placed again by lot among the schools that could lead."""

import hashlib
import os
from concurrent.futures import Future, wait
from dataclasses import dataclass
from threading import Lock, Thread

import numpy as np
import pandas as pd

from hubdata import arrays
from hubdata.answers import groups
from hubdata.answers.question import Unanswerable
from hubdata.answers.recent import Recent, recent
from hubdata.measures.asked import Networks, Reach
from hubdata.measures.reach.placed import placed, within
from hubdata.measures.statistics import lots
from hubdata.store import Store

STRATA = ("phase", "ofsted", "region")
ANYWHERE = ("phase", "ofsted")  # where what is asked is how leads are shared between regions
ROOM = 16
GLANCE = 0.3  # seconds
_STARTING, _ONE_AT_A_TIME = Lock(), Lock()


@dataclass(frozen=True)
class Lots:
    """The lots of some networks.

    ``drawn`` holds positions in the population, a row a lot and a column a lead that moves (``moved``, their URNs in
    that order); ``stay`` are the positions of schools that lead by succession and stay; ``listed`` is how many lead
    schools there are in all, of any type; ``fixed`` the easting and northing of those that stay.
    """

    drawn: np.ndarray
    moved: pd.Series
    stay: np.ndarray
    listed: int
    fixed: np.ndarray

    @property
    def said(self) -> str:
        """What the lots are, in words that say what moved and what did not."""
        rest = self.listed - len(self.moved)
        stays = f"; the other {rest:,} (special, nursery or closed, say) stay where they are" if rest else ""
        return (
            f"lots: {len(self.moved):,} of the {self.listed:,} lead schools placed again among schools that could "
            f"lead (same phase, last grade and region), {len(self.drawn):,} times{stays}"
        )


def lots_of(store: Store, networks: Networks, strata: tuple[str, ...] = STRATA) -> Lots:
    """The lots of those networks, drawn now where they are not yet."""
    key = (groups.usual(store, networks), strata)
    return recent(store, "lots", key, lambda: _lots(store, networks, strata), room=ROOM)


def _lots(store: Store, networks: Networks, strata: tuple[str, ...]) -> Lots:
    schools, leads = groups.schools_of(store), groups.leads_of(store, networks)
    moves = schools["urn"].isin(leads["urn"]) & schools["located"]
    stays = schools["urn"].isin(groups.living(store, leads["urn"]).dropna()) & ~moves
    kinds = schools.groupby(list(strata), observed=True, dropna=False).ngroup()
    free = schools["located"] & ~stays
    name = f"lots-{_digest(kinds, moves, free)}"
    drawn = arrays.kept(name, lambda: lots.lots(kinds, moves, free))
    away = leads.loc[~leads["urn"].isin(schools.loc[moves, "urn"])].drop_duplicates("urn")
    fixed = away[["easting", "northing"]].dropna().to_numpy(float)
    return Lots(drawn, schools.loc[moves, "urn"], np.flatnonzero(stays), leads["urn"].nunique(), fixed)


def _digest(*parts: pd.Series | np.ndarray) -> str:
    found = hashlib.sha256(f"{lots.DRAWS} {lots.SEED}".encode())
    for part in parts:
        values = pd.Series(part.ravel() if isinstance(part, np.ndarray) else part)
        found.update(pd.util.hash_pandas_object(values, index=False).to_numpy().tobytes())
    return found.hexdigest()[:24]


def is_drawn(store: Store, asked: Reach) -> bool:
    """Whether the lots behind a reach are there; else they are begun now, in the background, and nobody waits.

    ``HUBDATA_LOTS=wait`` waits instead, ``off`` begins none: only what somebody asked for by name is drawn.
    """
    if asked.definition != "within":
        return True
    if os.environ.get("HUBDATA_LOTS") == "off":
        return are_there(store, asked)
    drawing = _distances(store, asked.networks)
    # What a file has from an earlier run is there in no time.
    wait([drawing], None if os.environ.get("HUBDATA_LOTS") == "wait" else GLANCE)
    return drawing.done()


def are_there(store: Store, asked: Reach) -> bool:
    """Whether the lots behind a reach are drawn already; begins nothing."""
    drawing = _underway(store, asked)
    return asked.definition != "within" or (drawing is not None and drawing.done())


def are_coming(store: Store, asked: Reach) -> bool:
    """Whether the lots behind a reach are being drawn now."""
    drawing = _underway(store, asked)
    return asked.definition == "within" and drawing is not None and not drawing.done()


def _underway(store: Store, asked: Reach) -> Future | None:
    with _STARTING:
        shelf = store.kept(("recent", "distances by lot"), lambda: Recent(ROOM))
        return shelf.find(groups.usual(store, asked.networks))


def flags(store: Store, asked: Reach) -> np.ndarray:
    """Whether each school of the population is reached in each lot: a row a school, a column a lot.

    False for a school without a location where one is needed. Waits for lots that are being drawn. Raises
    ``Unanswerable`` for a definition that does not follow from where the leads stand.
    """
    if asked.definition not in FLAGS:
        raise Unanswerable(f"lots place lead schools: they say nothing of definition {asked.definition}")
    key = (asked.definition, asked.km if asked.definition == "within" else None, groups.usual(store, asked.networks))
    return recent(store, "reached by lot", key, lambda: FLAGS[asked.definition](store, asked), room=2)


def _within(store: Store, asked: Reach) -> np.ndarray:
    located = groups.schools_of(store)["located"].to_numpy()
    tens = _distances(store, asked.networks).result()
    found = np.zeros((len(located), tens.shape[1]), bool)
    found[located] = within(tens, asked.km)
    return found


def _lead(store: Store, asked: Reach) -> np.ndarray:
    mine = lots_of(store, asked.networks)
    found = np.zeros((len(groups.schools_of(store)), len(mine.drawn)), bool)
    found[mine.drawn, np.arange(len(mine.drawn))[:, None]] = True
    found[mine.stay] = True
    return found


def placed_rows(store: Store, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of schools with ``place``, where each stands in ``flags``."""
    place = pd.Index(groups.schools_of(store)["urn"]).get_indexer(rows["urn"])
    return rows.assign(place=place)


FLAGS = {"within": _within, "lead": _lead}


def _distances(store: Store, networks: Networks) -> Future:
    """The distances by lot (``measures.reach.placed``) of the located schools: there, or being drawn from now on."""
    with _STARTING:
        return recent(store, "distances by lot", groups.usual(store, networks), lambda: _begun(store, networks), ROOM)


def _begun(store: Store, networks: Networks) -> Future:
    found: Future = Future()

    def draw() -> None:
        try:
            with _ONE_AT_A_TIME:
                found.set_result(_distances_drawn(store, networks))
        except Exception as error:  # whoever asks for the result is told
            found.set_exception(error)

    Thread(target=draw, daemon=True, name="lots").start()
    return found


def _distances_drawn(store: Store, networks: Networks) -> np.ndarray:
    schools, mine = groups.schools_of(store), lots_of(store, networks)
    located = schools["located"].to_numpy()
    points = schools.loc[located, ["easting", "northing"]].to_numpy(float)
    places = (located.cumsum() - 1)[mine.drawn]
    name = f"distances-{_digest(points, places, mine.fixed)}"
    return arrays.kept(name, lambda: placed(points, places, mine.fixed))
