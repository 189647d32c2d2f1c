"""``hub_changes``: hub areas as on a day, and which leads have changed since."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from hubdata.answers.question import Answer, Option, Question, Unanswerable
from hubdata.measures.networks.hub_lists import leads_changed
from hubdata.store import Store

ON = Option("on", "day of the earlier list, such as 2023-07-01 (the first loaded)")


@dataclass(frozen=True)
class HubList:
    """The day of the earlier list, as its ISO text; None is the first loaded."""

    on: str | None = None


def hub_changes(store: Store, asked: HubList) -> Answer:
    """Hub areas as on a day, and who leads where they went by the newest list (``measures.networks.hub_lists``).

    Columns: listed, area, name, urn, school, later, later_area, later_name, later_urn, later_school, lead.
    """
    lists = store.table("hub_lists").astype({"area": "str", "district": "str"})
    days = sorted(lists["listed"].unique())
    then = _day(asked.on, days)
    parts = [lists.loc[lists["listed"] == day, ["area", "district", "name", "urn"]] for day in (then, days[-1])]
    table = leads_changed(*parts)
    schools = store.table("schools").set_index("urn")["name"]
    columns = {
        "listed": then.date(),
        "later": days[-1].date(),
        "school": table["urn"].map(schools),
        "later_school": table["later_urn"].map(schools),
    }
    order = ["listed", *table.columns[:3], "school", "later", *table.columns[3:6], "later_school", "lead"]
    return Answer(table.assign(**columns)[order], (), store.sources("hub_lists", "schools"))


def _day(on: str | None, days: list[pd.Timestamp]) -> pd.Timestamp:
    """The list in force on a day: the newest of that day or before; the first where no day is asked for."""
    if on is None:
        return days[0]
    try:
        asked = pd.Timestamp(date.fromisoformat(on))
    except ValueError:
        raise Unanswerable(f"--on {on!r} is not a day such as 2023-07-01") from None
    earlier = [day for day in days if day <= asked]
    if not earlier:
        raise Unanswerable(f"the first list of hub areas is of {days[0].date()}: ask for that day or a later one")
    return earlier[-1]


QUESTIONS = (
    Question(
        "hub_changes", "hub areas as on a day, and which leads have changed since", hub_changes, (ON,), (),
        ("hub_lists", "schools"), choices=HubList,
    ),
)  # fmt: skip
