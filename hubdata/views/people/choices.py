"""What a reader has chosen on the pages about people."""

from dataclasses import dataclass

from hubdata.answers.people.recruiting import stages_of
from hubdata.measures.people.trend import FEWEST_BEFORE as BEFORE
from hubdata.schema.people import ALL, BASES
from hubdata.store import Store
from hubdata.views.choices import ENGLAND, Place


@dataclass(frozen=True)
class PeopleChoices:
    """The controls of these pages: the area, and what the rows of the first picture are.

    ``against`` and ``cohort`` are of pipelines; ``programme`` and ``since``, its first cohort, of before and after.
    """

    place: Place = ENGLAND
    rows: str = "year"
    method: str = "official"
    against: str = "rural"
    cohort: str = ""
    programme: str = ""
    since: int = 0


def training_years(store: Store) -> list[str]:
    """The years in which training began that a reader can follow, newest first; none where nobody is followed."""
    if not store.has("pipeline"):
        return []
    return sorted(stages_of(store)["cohort"].astype("str").unique(), reverse=True)


def programmes(store: Store) -> dict[str, str]:
    """The networks whose trainees are followed, by name; none where nobody splits a cohort by network."""
    if not store.has("cohorts"):
        return {}
    return store.kept("programmes", lambda: _programmes(store))


def _programmes(store: Store) -> dict[str, str]:
    held = set(store.table("cohorts")["network"].astype("str").unique()) - {ALL}
    names: dict[str, str] = {}
    if store.has("networks"):
        networks = store.table("networks").astype({"network": "str", "name": "str"})
        names = dict(zip(networks["network"], networks["name"], strict=True))
    return dict(sorted({code: names.get(code, code) for code in held}.items(), key=lambda pair: pair[1]))


def cohort_years(store: Store) -> list[str]:
    """The years of qualifying that have three followed cohorts before them, as a trend needs; newest first."""
    if not store.has("cohorts"):
        return []
    table = store.table("cohorts")
    mine = table.loc[table["base"] == next(name for name in BASES if name in set(table["base"].unique()))]
    followed = mine.loc[(mine["years"] == 1) & mine["at_start"].notna()]
    years = followed["cohort"].astype("str").str[:4].unique()
    return sorted(years, reverse=True)[:-BEFORE]
