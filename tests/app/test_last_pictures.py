"""The pictures that stand late in their list, beyond the rounds of the walk: picture, command and file agree too."""

import pytest
from app.test_proofs import ROUNDS, compare
from longer import crossed
from visiting import arrive, panels, printed

from hubdata.views.pictures import EQUITY, REACH, RURAL

WALKED = max(ROUNDS["illustrative"])
LATE = [
    (stem, name, code)
    for stem, name, pictures in (("reach", "picture", REACH), ("rural_urban", "why", RURAL), ("equity", "who", EQUITY))
    for code in list(pictures)[WALKED + 1 :]
]
PLACES = [{}, {"region": "E12000009"}, {"la": "E06000052"}]


@pytest.mark.parametrize(("late", "place"), crossed(LATE, PLACES), ids=str)
def test_picture_command_and_file_have_the_same_rows(england, files, late, place):
    stem, name, code = late
    app = arrive(stem, **{name: code}, **place)
    assert not app.exception
    for panel in panels(app, files):
        compare(panel, printed(str(england), *panel.command))
