"""Made ahead while nobody waits: the index of the search, and the pictures that the map page is first asked for."""

import logging
import os
import time
from collections.abc import Iterator
from threading import Timer

from hubdata.answers.find import find
from hubdata.answers.groups import ALLIANCES, HUBS, kind_of
from hubdata.answers.lots import is_drawn
from hubdata.maps.deck import deck
from hubdata.maps.layers import Map
from hubdata.measures.asked import Networks, Reach
from hubdata.schema import LOCALITIES, PHASES
from hubdata.store import Store
from hubdata.views.choices import EVERY, RADII, ReachChoices
from hubdata.views.networks.listed import dated
from hubdata.views.reach import page

LOG = logging.getLogger("hubdata.ahead")
# The first page comes first; then one picture at a time, with room between them for whoever asks meanwhile.
AFTER, BETWEEN = 3.0, 0.05


def draw_ahead(store: Store) -> None:
    """Begin, some seconds from now and in the background, to draw what readers choose first; nobody waits for it.

    ``HUBDATA_AHEAD=off`` leaves it: for a machine that has better things to do.
    """
    if os.environ.get("HUBDATA_AHEAD") == "off":
        return
    drawing = Timer(AFTER, _draw, (store,))
    drawing.daemon = True
    drawing.start()


def likely(store: Store) -> Iterator[ReachChoices]:
    """What the Reach page's own row of controls offers for England: every radius, phase and kind of place.

    The radius at which the page opens comes first.
    """
    kind, opening = kind_of(store), ReachChoices().km
    for km in (opening, *(radius for radius in RADII if radius != opening)):
        for phase in (EVERY, *PHASES):
            for rural in (EVERY, *LOCALITIES[:2]):
                yield dated(store, ReachChoices(km=km, kind=kind, phase=phase, rural=rural))


def likely_kinds(store: Store) -> list[str]:
    """The kinds of network that the switch above the pages offers, those that the pages open on first."""
    held = set(store.table("networks")["kind"].astype("str"))
    return [kind for kind in dict.fromkeys((kind_of(store), ALLIANCES, HUBS)) if kind in held]


def _draw(store: Store, between: float = BETWEEN) -> None:
    try:
        find(store, "a")
        for kind in likely_kinds(store):
            is_drawn(store, Reach(networks=Networks(kind)))
        for choices in likely(store):
            for view in (page.by_area, page.by_group, page.unreached):
                drawing = view(store, choices).drawing
                if isinstance(drawing, Map):
                    deck(drawing).to_json()
                elif drawing is not None:
                    drawing.to_json()
                time.sleep(between)
    except Exception as error:
        # Whatever these data cannot answer, the page itself says when somebody asks.
        LOG.info("not drawn ahead: %s", type(error).__name__)
