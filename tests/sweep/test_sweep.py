"""The fast part of the sweep: a few views of each England, chosen by lot, every sentence of them read."""

import pytest
from sweep.going import go

SHARE = 0.00015  # about ten views of each; ``make sweep`` reads them all


@pytest.mark.parametrize("england", ["england", "illustrative"])
def test_a_few_views_chosen_by_lot_say_nothing_wrong(england):
    report = go(england, SHARE)
    assert report.views > 5
    assert report.texts > 50
    assert report.complaints == []
