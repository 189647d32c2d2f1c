"""The manifest of a snapshot: an edited or odd one is one sentence, and its checksum is of status and counts too."""

import json
from pathlib import Path

import pytest
from test_snapshot import folder as folder
from test_snapshot import links

from hubdata import snapshot
from hubdata.provenance import Status


def resealed(folder: Path, **said) -> None:
    """The manifest with other entries and a checksum that fits them."""
    written = json.loads((folder / snapshot.MANIFEST).read_bytes()) | said
    written.pop("check")
    (folder / snapshot.MANIFEST).write_bytes(snapshot.sealed(written))


def test_the_status_and_the_counts_are_under_the_checksum(folder):
    path = folder / snapshot.MANIFEST
    body = path.read_text()
    for before, after in (('"status": "official"', '"status": "published"'), ('"rows": 200', '"rows": 201')):
        path.write_text(body.replace(before, after, 1))
        with pytest.raises(snapshot.Broken, match="altered"):
            snapshot.read_manifest(str(folder))
    without = {name: value for name, value in json.loads(body).items() if name != "check"}
    path.write_text(json.dumps(without, indent=1, sort_keys=True))
    with pytest.raises(snapshot.Broken, match="altered"):
        snapshot.read_manifest(str(folder))


@pytest.mark.parametrize(
    "entry",
    [None, [], "links", {"file": "links.parquet"}, {"file": 3, "sha256": "", "rows": 1}, {"file": "a", "sha256": "b"}],
)
def test_a_table_without_file_checksum_or_count_is_one_sentence(folder, entry):
    resealed(folder, tables={"links": entry})
    with pytest.raises(snapshot.Broken, match="no file, checksum or count"):
        snapshot.read(str(folder))
    assert snapshot.write({"links": links()}, {}, folder, Status.OFFICIAL).tables["links"]["rows"] == 200


@pytest.mark.parametrize("body", [b"[" * 200_000, b'{"a":' * 200_000, b"[]", b"null", b"\xff", b"1e999", b'"x"'])
def test_a_manifest_of_another_shape_is_one_sentence(folder, body):
    (folder / snapshot.MANIFEST).write_bytes(body)
    with pytest.raises(snapshot.Broken) as told:
        snapshot.read(str(folder))
    assert len(str(told.value)) < 200
