"""Point layers: schools as small dots, lead schools as ringed larger marks above them."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from hubdata.maps.layers import Look, Points, Radius
from hubdata.palette import INK, NOT_REACHED, REACHED, rgba

WHITE = [255, 255, 255, 255]
GROWING = Radius(260, in_metres=True, least=3, most=9)


def schools(points: np.ndarray, reached: pd.Series, says: Iterable[str]) -> Points:
    """Schools as dots that grow with zoom: reached navy, not reached orange with a dark edge."""
    looks = (Look(rgba(NOT_REACHED), rgba(INK)), Look(rgba(REACHED), WHITE))
    return Points("schools", points, looks, 1, GROWING, which=reached.astype(int).tolist(), says=list(says))


def leads(points: np.ndarray, says: Iterable[str], *, small: bool) -> Points:
    """Lead schools as white discs with a dark ring; ``small`` when all of England is in view."""
    width, radius = (1.2, 2.2) if small else (2.5, 6)
    return Points("leads", points, (Look(WHITE, rgba(INK)),), width, Radius(radius), says=list(says))


def dots(points: np.ndarray, says: Iterable[str], colours: Iterable[str], *, small: bool) -> Points:
    """Schools as small dots, each in its own colour, in the order given: no colour lies above all others."""
    own = list(colours)
    kinds = list(dict.fromkeys(own))
    looks = tuple(Look(rgba(colour), WHITE) for colour in kinds) or (Look(WHITE, WHITE),)
    which = [kinds.index(colour) for colour in own]
    return Points("dots", points, looks, 0.8, Radius(3 if small else 5), which=which, says=list(says))


def chosen(point: tuple[float, float]) -> Points:
    """The one school that the reader looked up: a large ring around its dot, which says what it is."""
    ring = (Look(None, rgba(INK)),)
    return Points("chosen", np.array([point]), ring, 3, Radius(13))


def circle(point: tuple[float, float], km: float) -> Points:
    """A circle of so many kilometres around a point, drawn as a thin line."""
    ring = (Look(None, rgba(INK, 160)),)
    return Points("radius", np.array([point]), ring, 1.5, Radius(km * 1000, in_metres=True))
