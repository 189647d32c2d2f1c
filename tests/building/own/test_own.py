"""A reader's own files beside what is loaded: what is added, what replaces, and that the base stays as it was."""

from pathlib import Path

import pytest
from england_of_files import boundaries, files, register, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_england import tables

from hubdata import snapshot
from hubdata.answers.ask import ask
from hubdata.building import build, load
from hubdata.building.own.beside import GROUND, beside
from hubdata.provenance import Source, Status
from hubdata.store import Store

MEMBERS = b"network,urn,role,since,until\nharbour-alliance,100005,supported,01-09-2016,\n"
HEADER = "network,urn,role,since,until\n"


@pytest.fixture(scope="module")
def official(tmp_path_factory) -> Store:
    """A store built of the small set of official files."""
    folder = tmp_path_factory.mktemp("official")
    build([written(folder / "files")], folder / "snapshot")
    return Store.open(folder / "snapshot")


@pytest.fixture(scope="module")
def made_up(tmp_path_factory) -> Store:
    """A small illustrative England, on official areas as the one that the app comes with."""
    return illustrative(tmp_path_factory.mktemp("made-up"))


def illustrative(folder: Path, **others: Status) -> Store:
    """The small England with its status in every source but those of the areas and of ``others``."""
    found = tables()
    kinds = dict.fromkeys(found, Status.ILLUSTRATIVE) | dict.fromkeys(GROUND, Status.OFFICIAL) | others
    sources = {name: (Source(name, "Somebody", kind),) for name, kind in kinds.items()}
    snapshot.write(found, sources, folder, Status.ILLUSTRATIVE)
    return Store.open(folder)


def own(base: Store, **given: bytes | str) -> Store:
    """The store that a reader sees after bringing files, named without their ending."""
    brought = [(f"{name}.csv", body.encode() if isinstance(body, str) else body) for name, body in given.items()]
    return beside(base, load(brought, base))


def statuses(store: Store) -> set[Status]:
    return {source.status for name in store.names for source in store.sources(name)}


def test_own_members_stand_beside_official_lists(official):
    mine = own(official, members=MEMBERS)
    assert len(mine.table("members")) == len(official.table("members")) + 1
    assert mine.status is Status.UNPUBLISHED
    assert [source.file for source in mine.sources("members")][-1] == "members.csv"
    assert len(mine.sources("members")) == len(official.sources("members")) + 1
    assert mine.hash != official.hash


def test_the_base_stays_as_it_was(official):
    before = {name: official.table(name).copy() for name in official.names}
    own(official, members=MEMBERS, networks="network,kind,name\nnew,cluster,New\n")
    assert official.names == sorted(before)
    assert all(official.table(name).equals(table) for name, table in before.items())


def test_tables_keep_their_types(official):
    mine = own(official, members=MEMBERS, networks="network,kind,name\nnew,cluster,New\n")
    for name in official.names:
        mine_types, base_types = mine.table(name).dtypes.astype("str"), official.table(name).dtypes.astype("str")
        assert mine_types.equals(base_types)


def test_an_own_row_wins_where_the_key_is_the_same(official):
    mine = own(official, networks="network,kind,name\nharbour-alliance,cluster,Our own name\n")
    rows = mine.table("networks")
    named = rows.loc[rows["network"] == "harbour-alliance", ["kind", "name"]]
    assert named.astype("str").to_numpy().tolist() == [["cluster", "Our own name"]]
    assert len(rows) == len(official.table("networks"))


def test_a_table_that_was_not_loaded_is_added(official):
    mine = own(official, funding="network,year,fund,pounds\nharbour-alliance,2016/17,Core grant,60000\n")
    assert mine.table("funding")["pounds"].tolist() == [60000.0]
    assert not official.has("funding")


def test_a_newer_register_replaces_the_older(official):
    mine = own(official, edubasealldata20240101=register(90))
    assert len(mine.table("schools")) == 90
    assert [source.file for source in mine.sources("schools")] == ["edubasealldata20240101.csv"]
    assert mine.table("members").equals(official.table("members"))
    assert mine.status is Status.OFFICIAL


def test_a_newer_list_replaces_its_own_kind_alone(official):
    newer = files()["teaching_schools_2018-03-12.csv"].replace(b"Coast TSA", b"Moor TSA")
    name = "teaching_schools_2019-12-01"
    mine = own(official, **{name: newer})
    kinds = mine.table("networks").astype("str").groupby("kind")["network"].agg(sorted).to_dict()
    assert kinds["teaching_school_alliance"] == ["harbour-alliance", "moor-tsa"]
    assert kinds["teaching_school_hub"] == ["X1", "X2", "X3"]
    assert "coast-tsa" not in set(mine.table("members")["network"].astype("str"))
    alliances = [s.file for s in mine.sources("networks") if s.dataset.startswith("Teaching schools and")]
    assert alliances == [f"{name}.csv"], "the list it replaces is no longer credited"


def test_own_lists_beside_a_made_up_england_stay_illustrative(made_up):
    school = made_up.table("schools")["urn"].iloc[0]
    mine = own(made_up, members=f"network,urn,role\nalliance-01,{school},supported\n")
    assert mine.status is Status.ILLUSTRATIVE
    assert len(mine.table("members")) == len(made_up.table("members")) + 1
    assert statuses(mine) == {Status.ILLUSTRATIVE, Status.UNPUBLISHED, Status.OFFICIAL}


def test_official_files_put_a_made_up_england_away_whole(made_up):
    mine = own(made_up, edubasealldata20231116=register(), **{"teaching_schools_2018-03-12": teaching()})
    assert mine.status is Status.OFFICIAL
    assert statuses(mine) == {Status.OFFICIAL}
    assert {"schools", "networks", "members"} <= set(mine.names)
    assert not mine.has("support")


def teaching() -> bytes:
    return files()["teaching_schools_2018-03-12.csv"]


def test_official_and_own_files_together_leave_nothing_made_up(made_up):
    mine = own(made_up, edubasealldata20231116=register(), members=MEMBERS)
    assert mine.status is Status.UNPUBLISHED
    assert Status.ILLUSTRATIVE not in statuses(mine)
    assert mine.table("members")["urn"].tolist() == ["100005"]


def test_published_figures_stay_when_a_made_up_england_goes(tmp_path):
    mine = own(illustrative(tmp_path, funding=Status.PUBLISHED), edubasealldata20231116=register())
    assert set(mine.names) == {"schools", "funding", *GROUND}


def test_areas_may_be_newer_beside_a_made_up_england(made_up):
    built = load([("districts_2024-05.geojson", boundaries())], made_up)
    mine = beside(made_up, built)
    assert mine.status is Status.ILLUSTRATIVE
    assert mine.table("schools") is made_up.table("schools")
    assert [source.file for source in mine.sources("outlines")] == ["districts_2024-05.geojson"]


@pytest.mark.parametrize("body", [b"<html>log in</html>", b"", b"a,b\n1,2\n"])
def test_a_file_that_is_not_taken_leaves_the_base_itself(official, body):
    built = load([("members.csv", body)], official)
    assert beside(official, built) is official


def test_the_same_files_give_the_same_name_and_others_another(official):
    first, again = own(official, members=MEMBERS), own(official, members=MEMBERS)
    other = own(official, members=MEMBERS.replace(b"100005", b"100006"))
    dated = own(official, edubasealldata20240101=register())
    later = own(official, edubasealldata20240201=register())
    assert first.hash == again.hash
    assert len({official.hash, first.hash, other.hash, dated.hash, later.hash}) == 5


def test_reach_by_member_counts_the_schools_that_were_brought(made_up):
    every = ask(made_up, "schools", definition="member").table
    outside = every.loc[every["reached"] == False, "urn"].head(5)  # noqa: E712 (three values)
    rows = "".join(f"alliance-10,{urn},supported,01-09-2015,\n" for urn in outside)
    mine = own(made_up, members=HEADER + rows)
    before, after = (ask(store, "reach", definition="member").table.iloc[0] for store in (made_up, mine))
    assert after["reached"] == before["reached"] + 5
    assert after["schools"] == before["schools"]


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 59), min_size=1, max_size=12, unique=True))
def test_every_key_of_both_is_there_once(official, numbers):
    rows = "".join(f"harbour-alliance,{100000 + n},supported,01-09-2016,\n" for n in numbers)
    mine = own(official, members=HEADER + rows).table("members")
    key = ["network", "urn", "role", "since"]
    assert not mine.duplicated(key).any()
    wanted = {("harbour-alliance", str(100000 + n)) for n in numbers}
    wanted |= set(official.table("members").astype({"network": "str"})[["network", "urn"]].itertuples(index=False))
    assert {tuple(row) for row in mine.astype({"network": "str"})[["network", "urn"]].to_numpy()} == {
        tuple(row) for row in wanted
    }
