"""Cases 53-66: statuses, locations, authorities, rural-urban classes, and text that is meant to do harm."""

from bad.case import DATED, Case, cell, kept, refused, register
from official_layouts import GIAS_COLUMNS, as_csv, gias, school, schools

MANY = 600
WALES = {"LA (code)": "681", "LA (name)": "Cardiff", "GSSLACode (name)": "", "GOR (name)": ""}
SCILLY = {
    "LA (code)": "420", "LA (name)": "Isles Of Scilly", "GSSLACode (name)": "E06000053", "GOR (name)": "South West",
    "Easting": "91000", "Northing": "11000",
}  # fmt: skip
NORTHANTS = {"LA (code)": "928", "LA (name)": "Northamptonshire", "GSSLACode (name)": "E10000021", "GOR (name)": ""}
CUMBRIA = {
    "LA (code)": "909", "LA (name)": "Pre-LGR 2023 Cumbria", "GSSLACode (name)": "E10000006", "GOR (name)": "",
    "Easting": "340000", "Northing": "555000",
}  # fmt: skip
OLDER_CODE = {
    "LA (code)": "370", "LA (name)": "Barnsley", "GSSLACode (name)": "E08000016",
    "GOR (name)": "Yorkshire and the Humber", "Easting": "434500", "Northing": "406500",
}  # fmt: skip
NEWER_CODE = OLDER_CODE | {"GSSLACode (name)": "E08000038"}


def moved(*points: tuple[str, str]) -> bytes:
    """A large register, some schools put elsewhere."""
    return register(*({"at": str(i), "Easting": e, "Northing": n} for i, (e, n) in enumerate(points)), count=MANY)


def changed(*rows: dict[str, str], count: int = MANY) -> bytes:
    """A large register, the cells of its first rows replaced."""
    return register(*({"at": str(i)} | row for i, row in enumerate(rows)), count=count)


def every(cells: dict[str, str]) -> bytes:
    """A register with the same cells in every row."""
    return gias([row | cells for row in schools(60)])


def swapped() -> bytes:
    """Every easting in the place of its northing."""
    return gias([row | {"Easting": row["Northing"], "Northing": row["Easting"]} for row in schools(60)])


def both_vintages() -> bytes:
    """Half the schools with classes of 2011, half with those of 2021."""
    newer = {"UrbanRural (code)": "UN1", "UrbanRural (name)": "(England) Urban: Nearer to a major town or city"}
    return gias([school(i) | (newer if i % 2 else {}) for i in range(60)])


HARM = ('<img src="http://x.example/a.png">', "![b](http://x.example/b.png)", "$x^2$ :red[now]", "javascript:alert(1)")
FORMULAS = ("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "＝1")
CASES = [
    Case("53a", "every status", DATED, register(*cell("EstablishmentStatus (name)", "Closed", "Proposed to open",
         "Open, but proposed to close")), "PASS", (), kept()),
    Case("53b", "open and closed", DATED, register(*cell("CloseDate", "31-08-2020")), "FLAG", ("GIAS-ST-03",), kept()),
    Case("53c", "opens later", DATED, register(*cell("OpenDate", "01-09-2024")), "FLAG", ("GIAS-ST-04",), kept()),
    Case("53d", "unknown status", DATED, register(*cell("EstablishmentStatus (name)", "Ajar")), "FLAG",
         ("GIAS-ST-02",), kept()),
    Case("55a", "no location", DATED, moved(("", ""), ("0", "0")), "FLAG", ("GIAS-XY-01",), kept(MANY)),
    Case("55b", "a digit short", DATED, moved(("57502", "155020"), ("575040", "15504")), "FLAG",
         ("GIAS-XY-02",), kept(MANY)),
    Case("56", "swapped", DATED, swapped(), "ASK", ("GIAS-XY-03",), refused()),
    Case("57", "degrees", DATED, every({"Easting": "0.52", "Northing": "51.27"}), "REJECT", ("GIAS-XY-07",), refused()),
    Case("58a", "sea and Wales", DATED, moved(("650000", "100000"), ("290000", "280000")), "QUARANTINE",
         ("GIAS-XY-05",), kept(MANY, 2)),
    Case("58b", "Scilly", DATED, changed(SCILLY), "PASS", (), kept(MANY)),
    Case("58c", "left out by type", DATED, changed(WALES | {"TypeOfEstablishment (name)": "Welsh establishment"},
         {"TypeOfEstablishment (name)": "Service children's education"}), "PASS", (), kept(MANY)),
    Case("58e", "a Welsh code alone", DATED, changed(WALES), "QUARANTINE", ("GIAS-LA-01",), kept(MANY, 1)),
    Case("58f", "a code overseas", DATED, changed({"LA (code)": "708"}), "QUARANTINE", ("GIAS-LA-01",), kept(MANY, 1)),
    Case("58g", "code 000", DATED, changed({"LA (code)": "000"}), "QUARANTINE", ("GIAS-LA-01",), kept(MANY, 1)),
    Case("58d", "another authority", DATED, moved(("530000", "180000")), "FLAG", ("GIAS-XY-06",), kept(MANY)),
    Case("59", "another region", DATED, changed({"GOR (name)": "London"}), "FLAG", ("GIAS-LA-03",), kept(MANY)),
    Case("60a", "no authority", DATED, changed({"LA (code)": "999"}), "QUARANTINE", ("GIAS-LA-01",), kept(MANY, 1)),
    Case("60b", "code and name", DATED, changed({"LA (name)": "Essex"}), "QUARANTINE", ("GIAS-LA-02",), kept(MANY, 1)),
    Case("60c", "GSS code", DATED, changed({"GSSLACode (name)": "E10000012"}), "QUARANTINE",
         ("GIAS-LA-02",), kept(MANY, 1)),
    Case("61", "former authorities", DATED, changed(NORTHANTS, CUMBRIA), "PASS", (), kept(MANY)),
    Case("62", "codes of two years", DATED, changed(OLDER_CODE, NEWER_CODE), "PASS", (), kept(MANY)),
    Case("64a", "no class", DATED, every({"UrbanRural (code)": "", "UrbanRural (name)": ""}), "PASS", (), kept()),
    Case("64b", "two vintages", DATED, both_vintages(), "FLAG", ("RUC-01",), kept()),
    Case("65", "harm", DATED, as_csv(GIAS_COLUMNS, schools(60, *cell("EstablishmentName", *HARM))), "PASS", (), kept()),
    Case("66", "formulas", DATED, register(*cell("EstablishmentName", *FORMULAS), encoding="utf-8"), "PASS",
         (), kept()),
]  # fmt: skip
