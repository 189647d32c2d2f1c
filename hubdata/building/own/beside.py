"""A reader's own files beside what is loaded: a store of their own, with the tables of both and never a mixture."""

import hashlib
from collections.abc import Mapping

import pandas as pd
import pyarrow as pa

from hubdata import snapshot
from hubdata.building.areas.areas import codes, respoken
from hubdata.building.build import Built
from hubdata.building.columns import as_arrow
from hubdata.provenance import Source, Status
from hubdata.schema import TABLES
from hubdata.sources.areas.area_codes import spoken_by
from hubdata.store import Store

# Areas are official beside the made-up England too, so bringing newer ones puts nothing else away.
GROUND = ("districts", "outlines")
BY_NETWORK = ("networks", "members", "network_areas")
Sources = dict[str, tuple[Source, ...]]


def beside(base: Store, built: Built) -> Store:
    """The store that a reader sees: their files beside ``base``, which stays as it is.

    Official files put all that is illustrative in the base away, because made-up and official numbers never stand
    together (its areas and published figures stay); beside official data they replace the tables they bring, a list
    of networks only its own kind.
    The project's own templates are added to the base's rows and win where the key is the same. Where no file brought
    a table, the base itself is returned.
    """
    brought = _brought(base, built)
    if not brought:
        return base
    kept = _kept(base, built, brought)
    tables = {name: kept.table(name) for name in kept.names}
    sources = {name: kept.sources(name) for name in kept.names}
    for name, table in _spoken(kept, brought).items():
        own = snapshot.from_arrow(snapshot.to_arrow(table, TABLES[name]), TABLES[name])
        before = _before(kept, name, built)
        tables[name] = own if before is None else _together(name, before, own)
        stays = () if before is None or before.empty else sources[name]
        sources[name] = _credited(stays, built.sources[name])
    if "schools" in brought and "network_areas" not in brought and "network_areas" in tables:
        tables["network_areas"] = _respoken_areas(tables["network_areas"], brought["schools"])
    same = {name: {"sha256": kept.checksum(name)} for name in kept.names if name not in brought}
    return Store(snapshot.Manifest(_status(kept, sources), same, sources, _digest(base, built)), tables)


def _brought(base: Store, built: Built) -> dict[str, pa.Table]:
    """The tables that files brought; with a register also the areas, which now speak its codes."""
    new = {name for name in built.tables if built.sources.get(name) != base.sources(name)}
    if "schools" in new:
        new |= set(GROUND) & built.tables.keys()
    return {name: built.tables[name] for name in sorted(new)}


def _kept(base: Store, built: Built, brought: Mapping[str, pa.Table]) -> Store:
    """What of the base may stand beside the files: all of it; where made-up would meet official, nothing made up."""
    official = any(_official(built.sources[name]) for name in brought if name not in GROUND)
    if base.status is not Status.ILLUSTRATIVE or not official:
        return base
    sources = {name: base.sources(name) for name in base.names}
    real = [name for name, given in sources.items() if all(s.status is not Status.ILLUSTRATIVE for s in given)]
    manifest = snapshot.Manifest(Status.OFFICIAL, {}, {name: sources[name] for name in real}, base.hash)
    return Store(manifest, {name: base.table(name) for name in real})


def _official(sources: tuple[Source, ...]) -> bool:
    return any(source.status in (Status.OFFICIAL, Status.PUBLISHED) for source in sources)


def _spoken(kept: Store, brought: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Areas in the codes of the register that stays, where no new register came with them."""
    spoken = dict(brought)
    if "schools" in brought or not kept.has("schools"):
        return spoken
    forms = spoken_by(codes(as_arrow(kept.table("schools")[["la", "district"]].astype("str"))))
    for name, columns in (("districts", ("district", "la")), ("outlines", ("code",))):
        if name in spoken:
            spoken[name] = respoken(spoken[name], columns, forms)
    return spoken


def _before(kept: Store, name: str, built: Built) -> pd.DataFrame | None:
    """The base's rows that stay beside the new ones: all of them beside a template, none where a new file replaces.

    A newer official list of one kind of network replaces the networks of that kind alone.
    """
    if not kept.has(name):
        return None
    table = kept.table(name)
    if not _official(built.sources[name]):
        return table
    if name not in BY_NETWORK or not kept.has("networks"):
        return None
    listed = kept.table("networks")
    gone = listed.loc[listed["kind"].isin(built.assembled.kinds), "network"].astype("str")
    return table.loc[~table["network"].astype("str").isin(gone)]


def _credited(before: tuple[Source, ...], new: tuple[Source, ...]) -> tuple[Source, ...]:
    """Sources of both, without the older edition of an official list that was brought anew."""
    anew = {source.dataset for source in new if _official((source,))}
    return tuple(dict.fromkeys((*(source for source in before if source.dataset not in anew), *new)))


def _respoken_areas(areas: pd.DataFrame, schools: pa.Table) -> pd.DataFrame:
    """Hub areas that stay, in the district codes of a register that came."""
    table = TABLES["network_areas"]
    said = respoken(as_arrow(areas.astype({"district": "str"})), ("district",), spoken_by(codes(schools)))
    return snapshot.from_arrow(snapshot.to_arrow(said, table), table)


def _together(name: str, before: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """Rows of both, the reader's where the key is the same, typed as the schema has them."""
    table = TABLES[name]
    plain = [frame.astype({c.name: "str" for c in table.columns if c.kind == "code"}) for frame in (before, own)]
    rows = pd.concat(plain, ignore_index=True).drop_duplicates(list(table.key), keep="last", ignore_index=True)
    return snapshot.from_arrow(snapshot.to_arrow(rows, table), table)


def _status(kept: Store, sources: Sources) -> Status:
    if kept.status is Status.ILLUSTRATIVE:
        return Status.ILLUSTRATIVE
    own = any(source.status is Status.UNPUBLISHED for given in sources.values() for source in given)
    return Status.UNPUBLISHED if own or kept.status is Status.UNPUBLISHED else Status.OFFICIAL


def _digest(base: Store, built: Built) -> str:
    """The same base and the same files give the same name, anything else another."""
    files = sorted(f"{report.sha256} {report.as_at}" for report in built.reports if report.taken)
    return hashlib.sha256("\n".join([base.hash, *files]).encode()).hexdigest()
