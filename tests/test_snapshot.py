"""A snapshot is read back as it was written, from anywhere, and a single altered byte is noticed."""

import hashlib
import json
import random
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import fsspec
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ROOT

from hubdata import snapshot
from hubdata.provenance import Source, Status
from hubdata.schema import TABLES
from hubdata.store import Store

SOURCE = Source("Made up", "A test", Status.OFFICIAL, as_at=date(2023, 11, 16), file="a.csv", rows_in=3, loaded=3)


def links(rows: int = 200) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "urn": [str(100000 + i) for i in range(rows)],
            "link_urn": [str(200000 + i) for i in range(rows)],
            "relation": ["successor", "predecessor"] * (rows // 2),
            "since": [pd.Timestamp("2019-09-01"), pd.NaT] * (rows // 2),
        }
    )


@pytest.fixture
def folder(tmp_path) -> Path:
    snapshot.write({"links": links()}, {"links": (SOURCE,)}, tmp_path, Status.OFFICIAL)
    return tmp_path


def test_what_is_written_is_read(folder):
    manifest, tables = snapshot.read(str(folder))
    assert manifest.status is Status.OFFICIAL
    assert manifest.sources["links"] == (SOURCE,)
    found = tables["links"].astype({"relation": "str"})
    pd.testing.assert_frame_equal(found, links().astype({"since": "datetime64[s]"}), check_dtype=False)
    assert tables["links"]["since"].isna().sum() == 100


def test_an_arrow_table_is_written_like_a_frame(tmp_path):
    frame = snapshot.write({"links": links()}, {}, tmp_path / "a", Status.OFFICIAL)
    arrow = snapshot.to_arrow(links(), TABLES["links"]).cast(
        pa.schema([("urn", pa.string()), ("link_urn", pa.string()), ("relation", pa.string()), ("since", pa.date32())])
    )
    again = snapshot.write({"links": arrow}, {}, tmp_path / "b", Status.OFFICIAL)
    assert frame.hash == again.hash


def test_a_column_that_the_schema_has_gained_since_is_missing():
    table = TABLES["links"]
    earlier = snapshot.to_arrow(links(), table).drop_columns(["since", "relation"])
    with pytest.raises(KeyError, match="relation"):
        snapshot.from_arrow(earlier, table)
    found = snapshot.from_arrow(snapshot.to_arrow(links(), table).drop_columns(["since"]), table)
    assert found.columns.tolist() == table.names
    assert found["since"].isna().all()
    assert str(found["since"].dtype) == "datetime64[s]"


def test_a_column_of_no_table_is_refused(tmp_path):
    with pytest.raises(ValueError, match="not in the schema"):
        snapshot.write({"links": links().assign(head="Private")}, {}, tmp_path, Status.OFFICIAL)


def test_fifty_altered_bytes_are_all_noticed(folder):
    chance = random.Random(50)
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    for _ in range(50):
        path = chance.choice(files)
        body = path.read_bytes()
        at = chance.randrange(len(body))
        path.write_bytes(body[:at] + bytes([body[at] ^ (1 << chance.randrange(8))]) + body[at + 1 :])
        with pytest.raises(snapshot.Broken):
            snapshot.read(str(folder))
        path.write_bytes(body)
    assert len(snapshot.read(str(folder))[1]["links"]) == 200


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-9])])
def test_a_missing_or_cut_file_is_noticed(folder, spoil):
    spoil(next(folder.glob("links-*.parquet")))
    with pytest.raises(snapshot.Broken, match="links"):
        snapshot.read(str(folder))


def test_a_folder_without_a_snapshot_says_so(tmp_path):
    with pytest.raises(snapshot.Broken, match=r"manifest\.json"):
        snapshot.read(str(tmp_path))


def test_an_old_snapshot_stays_readable_for_who_had_just_opened_it(folder):
    before = {path.name for path in folder.glob("*.parquet")}
    snapshot.write({"links": links(100)}, {"links": (SOURCE,)}, folder, Status.OFFICIAL)
    assert before <= {path.name for path in folder.glob("*.parquet")}
    snapshot.write({"links": links(50)}, {"links": (SOURCE,)}, folder, Status.OFFICIAL)
    assert not before & {path.name for path in folder.glob("*.parquet")}


def test_a_zip_opens_like_its_folder(folder, tmp_path_factory):
    packed = tmp_path_factory.mktemp("zip") / "snapshot.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in folder.iterdir():
            archive.write(path, path.name)
    assert snapshot.read(str(packed))[0].hash == snapshot.read(str(folder))[0].hash
    assert len(Store.open(packed).table("links")) == 200


def test_an_address_opens_like_a_folder(folder):
    """Many copies of the app may share one snapshot at an address: here fsspec's memory stands for a store of files."""
    memory = fsspec.filesystem("memory")
    for path in folder.iterdir():
        memory.pipe_file(f"/shared/{path.name}", path.read_bytes())
    assert snapshot.read("memory://shared")[0].hash == snapshot.read(str(folder))[0].hash
    assert Store.open("memory://shared").hash == snapshot.read(str(folder))[0].hash


def test_the_manifest_alone_can_be_asked(folder):
    assert snapshot.read_manifest(str(folder)).tables["links"]["rows"] == 200


def test_frames_are_still_made_after_beginning_without_pandas():
    asked = """
import sys
from hubdata import arrow, snapshot
from hubdata.intake.without_pandas import begin_without_pandas
from hubdata.schema import TABLES
begin_without_pandas()
before = "pandas" in sys.modules
tables = snapshot.read(sys.argv[1])[1]
again = arrow.to_arrow(tables["districts"], TABLES["districts"])
print(before, len(tables["districts"]), again.num_rows, tables["districts"]["region"].nunique())
"""
    ran = subprocess.run(
        [sys.executable, "-c", asked, str(ROOT / "data" / "places")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["False", "296", "296", "9"]


@pytest.mark.parametrize("kept", ["places", "england"])
def test_outlines_that_come_with_the_product_open_as_geoparquet(kept):
    import geopandas

    folder = ROOT / "data" / kept
    drawn = geopandas.read_parquet(folder / snapshot.read_manifest(str(folder)).tables["outlines"]["file"])
    assert drawn["level"].value_counts().to_dict() == {"district": 296, "la": 153, "region": 9, "country": 1}
    assert drawn.crs.to_string() == "OGC:CRS84"
    assert drawn.geometry.is_valid.all()
    assert drawn.to_crs(27700).total_bounds == pytest.approx([87_000, 7_000, 656_000, 657_000], abs=1_500)


def test_only_a_table_with_shapes_says_where_they_are(tmp_path):
    manifest, tables = snapshot.read_arrow(str(ROOT / "data" / "places"))
    written = snapshot.write(tables, manifest.sources, tmp_path, manifest.status)
    said = {name: pq.read_schema(tmp_path / entry["file"]).metadata for name, entry in written.tables.items()}
    assert said["districts"] is None
    assert json.loads(said["outlines"][b"geo"])["primary_column"] == "geometry"


def test_a_snapshot_with_plain_outlines_still_opens(tmp_path):
    shutil.copytree(ROOT / "data" / "places", tmp_path / "places")
    manifest, tables = snapshot.read_arrow(str(tmp_path / "places"))
    entry = manifest.tables["outlines"]
    plain = tmp_path / "places" / entry["file"]
    pq.write_table(tables["outlines"].replace_schema_metadata(None), plain)
    written = json.loads((tmp_path / "places" / "manifest.json").read_bytes())
    written["tables"]["outlines"]["sha256"] = hashlib.sha256(plain.read_bytes()).hexdigest()
    del written["check"]
    (tmp_path / "places" / "manifest.json").write_bytes(snapshot.sealed(written))
    earlier = snapshot.read(str(tmp_path / "places"))[1]["outlines"]
    assert earlier.equals(snapshot.read(str(ROOT / "data" / "places"))[1]["outlines"])
