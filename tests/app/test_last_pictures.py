"""The pictures that stand late in their list, beyond the rounds of the walk: picture, command and file agree too."""

import pytest
from app.test_proofs import ROUNDS, compare
from visiting import arrive, panels, printed

from hubdata.views.pictures import EQUITY, REACH, RURAL

WALKED = max(ROUNDS["illustrative"])
LATE = [
    (stem, name, code)
    for stem, name, pictures in (("reach", "picture", REACH), ("rural_urban", "why", RURAL), ("equity", "who", EQUITY))
    for code in list(pictures)[WALKED + 1 :]
]


@pytest.mark.parametrize(("stem", "name", "code"), LATE)
@pytest.mark.parametrize("place", [{}, {"region": "E12000009"}, {"la": "E06000052"}], ids=["england", "region", "la"])
def test_picture_command_and_file_have_the_same_rows(england, files, stem, name, code, place):
    app = arrive(stem, **{name: code}, **place)
    assert not app.exception
    for panel in panels(app, files):
        compare(panel, printed(str(england), *panel.command))
