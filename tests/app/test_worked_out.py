"""How a picture is worked out: said on request under the picture, with the names that a statistician knows."""

from visiting import arrive, unescaped

from hubdata.app.takeaway import WORKED_OUT


def captions(app) -> str:
    return " ".join(unescaped(caption.value) for caption in app.caption)


def test_the_method_is_said_when_it_is_asked_for_and_not_before(monkeypatch):
    monkeypatch.setenv("HUBDATA", "data/england")
    app = arrive("reach", picture="trusts")
    assert "Moran" not in captions(app)
    (asked,) = [toggle for toggle in app.toggle if toggle.label == WORKED_OUT]
    asked.set_value(True).run()
    assert "local Moran's I" in captions(app)
    assert not app.exception


def test_a_picture_without_a_method_has_no_switch_for_one(monkeypatch):
    monkeypatch.setenv("HUBDATA", "data/england")
    assert not [toggle for toggle in arrive("overview").toggle if toggle.label == WORKED_OUT]
