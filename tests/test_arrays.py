"""Arrays kept between runs: made once, made again when lost or spoilt, never more than there is room for."""

import os

import numpy as np
import pytest

from hubdata import arrays


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HUBDATA_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def made() -> np.ndarray:
    return np.arange(12, dtype=np.uint16).reshape(3, 4)


def never() -> np.ndarray:
    raise AssertionError("made again")


def test_what_was_made_is_read_from_its_file(folder):
    arrays.kept("one", made)
    found = arrays.kept("one", never)
    assert isinstance(found, np.memmap)
    assert not found.flags.writeable
    assert (found == made()).all()
    assert [path.name for path in folder.iterdir()] == ["one.npy"]


@pytest.mark.parametrize("spoilt", [b"", b"no array", b"\x93NUMPY\x01\x00"])
def test_a_spoilt_file_is_made_again(folder, spoilt):
    folder.mkdir()
    (folder / "one.npy").write_bytes(spoilt)
    assert (arrays.kept("one", made) == made()).all()
    assert (arrays.kept("one", never) == made()).all()


def test_a_cut_file_is_made_again(folder):
    arrays.kept("one", made)
    whole = (folder / "one.npy").read_bytes()
    (folder / "one.npy").write_bytes(whole[:-3])
    assert (arrays.kept("one", made) == made()).all()


def test_objects_are_never_unpacked(folder):
    folder.mkdir()
    np.save(folder / "one.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    assert (arrays.kept("one", made) == made()).all()


def test_where_nothing_can_be_written_it_stays_in_memory(folder):
    folder.write_text("a file where the folder should be")
    assert (arrays.kept("one", made) == made()).all()


def test_the_one_longest_unused_goes_first(folder, monkeypatch):
    monkeypatch.setattr(arrays, "ROOM", 2)
    for age, name in enumerate(("first", "second")):
        arrays.kept(name, made)
        os.utime(folder / f"{name}.npy", (1000 + age, 1000 + age))
    arrays.kept("first", never)
    arrays.kept("third", made)
    assert {path.stem for path in folder.iterdir()} == {"first", "third"}
