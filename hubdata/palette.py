"""Every colour, named once for what it means (Government Analysis Function palette)."""

INK = "#0B0C0C"
QUIET = "#3D3D3D"
BOUNDARY = "#B1B4B6"
LAND = "#F3F2F1"
SEA = "#FFFFFF"
MISSING = "#D6D6D6"
ORDINARY = "#8A8F94"
GRID = "#D6D6D6"

REACHED = "#12436D"
NOT_REACHED = "#F46A25"

PRIMARY = "#28A197"
SECONDARY = "#801650"
ALL_THROUGH = "#A285D1"
RURAL = "#A285D1"
URBAN = "#3D3D3D"

FOCUS = "#12436D"
REFERENCE = "#3D3D3D"

# Light to dark, at most five classes; each class is outlined because neighbours differ by about 2:1.
SEQUENCE = ("#DCE9F5", "#A9CCEA", "#6BACE6", "#2073BC", "#12436D")

# Four lines that mean nothing but themselves; each also carries its name.
SERIES = ("#12436D", "#28A197", "#801650", "#F46A25")

PHASES = {"Primary": PRIMARY, "Secondary": SECONDARY, "All-through": ALL_THROUGH}
PLACES = {"Rural": RURAL, "Urban": URBAN, "Not classified": MISSING}


def rgba(colour: str, alpha: int = 255) -> list[int]:
    """``#RRGGBB`` as the four whole numbers (0-255) that a map layer takes."""
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)] + [alpha]
