"""``designations``: teaching schools, alliances and member schools over time, against the target."""

from dataclasses import dataclass

import pandas as pd

from hubdata.answers.groups import ALLIANCES, lists_of, schools_of
from hubdata.answers.question import Answer, Option, Question
from hubdata.catalogue import DATASETS
from hubdata.measures.asked import Networks
from hubdata.measures.networks import designations as measure
from hubdata.provenance import Status, Unpublished
from hubdata.store import Store

UNITS = ("teaching_schools", "alliances", "member_schools")
OPTIONS = (Option("unit", "what is counted", UNITS),)
COLUMNS = ["unit", "as_at", "value", "target", "of_target", "status", "source"]


@dataclass(frozen=True)
class Counted:
    """What is counted: teaching schools, alliances or member schools."""

    unit: str = "teaching_schools"


def designations(store: Store, asked: Counted) -> Answer:
    """Counts by date: published figures, and every quarter from the spells where the data have a history.

    Columns: unit, as_at, value, target, of_target, status (published, or the status of the data loaded), source.
    Rows in the order of date. The target was for teaching schools; other units have none.
    """
    figures, unit = store.figures("teaching_schools"), asked.unit
    wanted = figures.loc[figures["measure"] == f"target_{unit}", "value"]
    published = figures.loc[figures["measure"] == unit, ["as_at", "value", "source"]]
    published = published.assign(status=str(Status.PUBLISHED))
    rows = pd.concat([published, _counted(store, unit)], ignore_index=True)
    table = measure.against(rows, wanted.iloc[0] if len(wanted) else None).assign(unit=unit)
    if table.empty:
        raise Unpublished("members", DATASETS["members"].absent)
    order = table.sort_values(["as_at", "status"], kind="stable", ignore_index=True)
    return Answer(order[COLUMNS].astype({"value": "int64"}), (), lists_of(store, Networks(ALLIANCES)))


def target(store: Store) -> tuple[pd.Timestamp, int]:
    """The day and the number of teaching schools wanted by then, as published."""
    figures = store.figures("teaching_schools")
    row = figures.loc[figures["measure"] == "target_teaching_schools"].iloc[0]
    return row["as_at"], int(row["value"])


def _counted(store: Store, unit: str) -> pd.DataFrame:
    """What the spells say, quarter by quarter; nothing where a list gives every network the same start."""
    empty = pd.DataFrame({"as_at": pd.Series(dtype="datetime64[s]"), "value": [], "status": [], "source": []})
    networks = store.table("networks")
    mine = set(networks.loc[networks["kind"] == ALLIANCES, "network"].astype("str"))
    spells = store.table("members")
    spells = spells.loc[spells["network"].astype("str").isin(mine)]
    if spells["since"].nunique() < 2:
        return empty
    if unit == "member_schools":
        spells = spells.loc[spells["urn"].isin(schools_of(store)["urn"])]
    else:
        spells = spells.loc[spells["role"] == "lead"]
    days = pd.date_range(spells["since"].min(), spells["until"].max() + pd.Timedelta(days=1), freq="MS").union(
        [spells["until"].max() + pd.Timedelta(days=1)]
    )
    counts = measure.over_time(spells, "network" if unit == "alliances" else "urn", days)
    return counts.assign(status=str(store.status), source=store.sources("members")[0].say())


QUESTIONS = (
    Question(
        "designations",
        "schools and alliances by date, against the target",
        designations,
        OPTIONS,
        (),
        ("networks",),
        choices=Counted,
    ),
)
