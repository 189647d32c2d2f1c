"""One small England for every view."""

import pytest
from drawn_england import drawn_tables
from small_england import store_in

from hubdata.store import Store


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The small England as a store."""
    return store_in(tmp_path_factory.mktemp("small"), drawn_tables())
