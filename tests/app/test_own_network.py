"""A members file covers the networks in it: others stay unknown, and a network brought alone is the area at once."""

from bringing import put
from visiting import address, arrive, enter, finding, turn_to, unescaped

from hubdata.answers.groups import schools_of
from hubdata.store import Store


def brought(monkeypatch):
    """A reader of the real England with five members of one of its alliances."""
    monkeypatch.delenv("HUBDATA", raising=False)
    england = Store.open("england")
    networks = england.table("networks").astype("str")
    row = networks.loc[networks["kind"] == "teaching_school_alliance"].iloc[0]
    urns = schools_of(england)["urn"].head(5)
    rows = [f"{row['network']},{urn},supported,," for urn in urns]
    body = "\n".join(["network,urn,role,since,until", *rows, ""]).encode()
    return put(turn_to(enter(), "data"), ("members.csv", body)), row


def test_five_members_make_nobody_a_stranger(monkeypatch):
    app, row = brought(monkeypatch)
    app.query_params["definition"] = "member"
    turn_to(app, "reach")
    assert not app.exception
    assert address(app)["network"] == row["network"]
    assert row["name"] in finding(app)
    app.selectbox(key="place").set_value("england").run()
    words = " ".join(unescaped(caption.value) for caption in app.caption)
    assert "networks are on record: schools outside them are unknown" in words
    said = " ".join(unescaped(header.value) for header in app.header)
    assert "0 schools in England were not members" in said


def test_another_reader_has_all_of_england(monkeypatch):
    brought(monkeypatch)
    assert address(arrive("reach")) == {}
