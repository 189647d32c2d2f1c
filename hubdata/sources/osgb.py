"""Longitude and latitude (WGS84) to British National Grid metres, by a seven-parameter Helmert shift: good to 10 m.

Formulae: Ordnance Survey, A guide to coordinate systems in Great Britain. Used to judge locations, never to place them.
"""

import numpy as np

# Semi-axes of the two ellipsoids, metres.
WGS84 = (6_378_137.0, 6_356_752.3142)
AIRY = (6_377_563.396, 6_356_256.909)
# WGS84 to OSGB36: shifts in metres, scale, rotations in seconds of arc.
SHIFT = np.array([-446.448, 125.157, -542.060])
SCALE = 1 + 20.4894e-6
TURN = np.radians(np.array([-0.1502, -0.2470, -0.8421]) / 3600)
# The grid: scale on the central meridian, true origin, false origin.
F0, LAT0, LON0, N0, E0 = 0.9996012717, np.radians(49.0), np.radians(-2.0), -100_000.0, 400_000.0


def grid(lonlat: np.ndarray) -> np.ndarray:
    """An array of (longitude, latitude) rows in degrees as (easting, northing) rows in metres."""
    lon, lat = np.radians(lonlat[:, 0]), np.radians(lonlat[:, 1])
    x, y, z = _earth_centred(lat, lon, *WGS84)
    rx, ry, rz = TURN
    moved = SHIFT[:, None] + np.array(
        [SCALE * x - rz * y + ry * z, rz * x + SCALE * y - rx * z, -ry * x + rx * y + SCALE * z]
    )
    return np.column_stack(_projected(*_latitude(*moved, *AIRY), *AIRY))


def _earth_centred(lat: np.ndarray, lon: np.ndarray, a: float, b: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    e2 = 1 - (b / a) ** 2
    nu = a / np.sqrt(1 - e2 * np.sin(lat) ** 2)
    return nu * np.cos(lat) * np.cos(lon), nu * np.cos(lat) * np.sin(lon), (1 - e2) * nu * np.sin(lat)


def _latitude(x: np.ndarray, y: np.ndarray, z: np.ndarray, a: float, b: float) -> tuple[np.ndarray, np.ndarray]:
    e2 = 1 - (b / a) ** 2
    p = np.hypot(x, y)
    lat = np.arctan2(z, p * (1 - e2))
    for _ in range(5):
        nu = a / np.sqrt(1 - e2 * np.sin(lat) ** 2)
        lat = np.arctan2(z + e2 * nu * np.sin(lat), p)
    return lat, np.arctan2(y, x)


def _projected(lat: np.ndarray, lon: np.ndarray, a: float, b: float) -> tuple[np.ndarray, np.ndarray]:
    """Transverse Mercator: eastings and northings as series in the distance from the central meridian."""
    e2 = 1 - (b / a) ** 2
    nu = a * F0 / np.sqrt(1 - e2 * np.sin(lat) ** 2)
    rho = a * F0 * (1 - e2) / (1 - e2 * np.sin(lat) ** 2) ** 1.5
    eta2 = nu / rho - 1
    s, c, t2, away = np.sin(lat), np.cos(lat), np.tan(lat) ** 2, lon - LON0
    north = (
        _meridian(lat, a, b) + N0
        + nu / 2 * s * c * away**2
        + nu / 24 * s * c**3 * (5 - t2 + 9 * eta2) * away**4
        + nu / 720 * s * c**5 * (61 - 58 * t2 + t2**2) * away**6
    )  # fmt: skip
    east = (
        E0 + nu * c * away
        + nu / 6 * c**3 * (nu / rho - t2) * away**3
        + nu / 120 * c**5 * (5 - 18 * t2 + t2**2 + 14 * eta2 - 58 * t2 * eta2) * away**5
    )  # fmt: skip
    return east, north


def _meridian(lat: np.ndarray, a: float, b: float) -> np.ndarray:
    n = (a - b) / (a + b)
    less, more = lat - LAT0, lat + LAT0
    return b * F0 * (
        (1 + n + 1.25 * (n**2 + n**3)) * less
        - (3 * n + 3 * n**2 + 2.625 * n**3) * np.sin(less) * np.cos(more)
        + 1.875 * (n**2 + n**3) * np.sin(2 * less) * np.cos(2 * more)
        - 35 / 24 * n**3 * np.sin(3 * less) * np.cos(3 * more)
    )  # fmt: skip
