"""Cases 3, 67 and 68 in lists of networks and members, and what a reader's own file may get wrong."""

from bad.case import Case, kept, refused
from official_layouts import HUB_COLUMNS, TEACHING_COLUMNS, as_csv

LIST = "teaching_schools_2018-03-12.csv"
HUBS = "teaching_school_hubs_2025-10.csv"
OWN = "members.csv"
MEMBERS = ["network", "urn", "role", "since", "until"]
COUNT = 100


def teaching(*changed: dict[str, str]) -> bytes:
    """A list of a hundred teaching schools, each with an alliance of its own; some rows altered."""
    rows = [
        {"Alliance Name": f"Alliance {i}", "Teaching School": f"School {i}", "URN": str(100000 + i)}
        for i in range(COUNT)
    ]
    for i, change in enumerate(changed):
        rows[i] |= change
    return as_csv(TEACHING_COLUMNS, rows)


def hubs(*changed: dict[str, str]) -> bytes:
    """A list of a hundred hub areas."""
    rows = [
        {"area_code": f"X{i}", "hub_name": f"Hub {i}", "areas": "Maidstone", "lead_school_urn": str(100000 + i)}
        for i in range(COUNT)
    ]
    for i, change in enumerate(changed):
        rows[i] |= change
    return as_csv(HUB_COLUMNS, rows)


def members(*changed: dict[str, str], more: tuple[dict[str, str], ...] = ()) -> bytes:
    """A hundred members of one network since 2015; some rows altered, ``more`` added."""
    rows = [
        {"network": "harbour", "urn": str(100000 + i), "role": "supported", "since": "01-09-2015"} for i in range(COUNT)
    ]
    for i, change in enumerate(changed):
        rows[i] |= change
    return as_csv(MEMBERS, [*rows, *more], encoding="utf-8")


AGAIN = {"network": "harbour", "urn": "100000", "role": "supported", "since": "01-09-2015"}
CASES = [
    Case("3m", "members: header only", OWN, b"network,urn,role,since,until\n", "FLAG", ("ROWS-08",), kept(0)),
    Case("67a", "a lead missing", LIST, teaching({"URN": ""}), "FLAG", ("TSA-03",), kept(COUNT)),
    Case("67b", "a lead twice", LIST, teaching({"URN": "100009"}), "FLAG", ("TSA-04",), kept(COUNT)),
    Case("67c", "no alliance", LIST, teaching({"Alliance Name": ""}), "QUARANTINE", ("TSA-01",), kept(COUNT, 1)),
    Case("67d", "a hub without lead", HUBS, hubs({"lead_school_urn": ""}), "FLAG", ("HUB-06",), kept(COUNT)),
    Case("67e", "an area code twice", HUBS, hubs({"area_code": "X9"}), "QUARANTINE", ("HUB-02",), kept(COUNT, 2)),
    Case("68a", "a pair repeated", OWN, members(more=(AGAIN,)), "FIX", ("OWN-08",), kept(COUNT + 1, 0, 1)),
    Case("68b", "backwards", OWN, members({"until": "01-09-2014"}), "QUARANTINE", ("SPELL-01",), kept(COUNT, 1)),
    Case(
        "68c", "spells overlap", OWN, members(more=(AGAIN | {"since": "01-09-2016"},)), "FLAG", ("SPELL-02",),
        kept(COUNT + 1),
    ),
    Case(
        "68d", "a day apart", OWN, members({"until": "31-08-2016"}, more=(AGAIN | {"since": "01-09-2016"},)),
        "PASS", (), kept(COUNT + 1),
    ),
    Case("68e", "in two at once", OWN, members(more=(AGAIN | {"network": "coast"},)), "PASS", (), kept(COUNT + 1)),
    Case("68f", "starts later", OWN, members({"since": "01-09-2099"}), "PASS", (), kept(COUNT)),
    Case("68g", "no start", OWN, members({"since": ""}), "FLAG", ("OWN-07",), kept(COUNT)),
    Case("68h", "unknown role", OWN, members({"role": "friend"}), "QUARANTINE", ("OWN-05",), kept(COUNT, 1)),
    Case("68i", "spelt otherwise", OWN, members({"role": "Strategic Partner"}), "FIX", ("OWN-06",), kept(COUNT)),
    Case("68j", "one key, two ends", OWN, members({"until": "01-09-2017"}, more=(AGAIN,)), "QUARANTINE",
         ("OWN-08X",), kept(COUNT + 1, 2)),
    Case("68k", "no network", OWN, members({"network": ""}), "REJECT", ("OWN-01", "ROWS-06"), refused(COUNT)),
]  # fmt: skip
