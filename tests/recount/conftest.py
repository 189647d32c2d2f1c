"""Each snapshot there is, opened by us and by the second implementation."""

from pathlib import Path

import pytest
from cells import Both
from second import Second
from small_england import store_in, tables

from hubdata import snapshot
from hubdata.store import ENGLAND, ILLUSTRATIVE, Store


@pytest.fixture(scope="session", params=["small", "illustrative", "real"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """The store and its second reading."""
    if request.param == "small":
        folder = tmp_path_factory.mktemp("small")
        store_in(folder, tables())
    elif request.param == "illustrative":
        folder = ILLUSTRATIVE
    else:
        folder = ENGLAND
    store = Store.open(folder)
    return store, Second(_with_places(store, folder, tmp_path_factory))


def _with_places(store: Store, folder: Path, made: pytest.TempPathFactory) -> Path:
    """A snapshot that carries its look-up: the illustrative one takes it from another folder."""
    manifest, found = snapshot.read(str(folder))
    if "districts" in found:
        return folder
    whole = made.mktemp("whole")
    snapshot.write(found | {"districts": store.table("districts")}, manifest.sources, whole, manifest.status)
    return whole
