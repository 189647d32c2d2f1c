"""Trainee rows to the ``cohorts`` and ``pipeline`` tables, made safe before anything else sees them."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from hubdata.measures.disclosure.safe_counts import safe_cube
from hubdata.provenance import Status
from hubdata.records import cohorts
from hubdata.records.engine import EMBEDDED, connect, kept, lookup, rows_of
from hubdata.schema import TABLES
from hubdata.schema.people import GROUP_NAMES, NOT_YET

YEARS = (1, 2, 3, 4, 5)
OPEN_MARK = "UNSUPPRESSED: DO NOT SHARE"
COUNTS: dict[str, tuple[str, ...]] = {
    "starts": (),
    "qualified": ("starts",),
    "employed": ("qualified", "starts"),
    **{f"{kind}_{year}": ("employed", "starts") for kind in ("stayed", "in_service") for year in YEARS},
}


@dataclass(frozen=True)
class Counted:
    """What a file of trainees came to: its cube of counts, the newest census in it, and an account of its rows.

    ``unusable`` rows have no cohort; ``unplaced`` ones name a first school that the register lacks.
    """

    cube: pd.DataFrame
    horizon: int
    rows: int
    unusable: int
    unplaced: int


def count(
    path: Path,
    schools: pd.DataFrame,
    engine: str = EMBEDDED,
    horizon: int | None = None,
    ending: str = "",
    scratch: Path | None = None,
) -> Counted:
    """Count a file with one row a trainee (CSV or Parquet, columns as ``cohorts.trainees``).

    Args:
        path: the file; only the columns of the template are read from it.
        schools: urn, la, region, rural of the register, to place trainees by their first school.
        engine: see ``engine.connect``.
        horizon: the newest census; the newest year anybody was seen where not given.
        ending: ``.csv`` or ``.parquet`` where the file's own name does not say.
        scratch: a folder for the engine's working copy, so that whoever owns it sees to its end.

    Returns:
        Exact counts: not safe to show, cache or write. ``ValueError`` says which required columns the file lacks.
    """
    with tempfile.TemporaryDirectory(dir=scratch) as working:
        running = connect(engine, working)
        try:
            rows = rows_of(running, path, ending)
            absent = [name for name in cohorts.REQUIRED if name not in rows.columns]
            if absent:
                raise ValueError(f"the trainees file lacks {', '.join(absent)}")
            found = kept(running, cohorts.trainees(rows, lookup(running, schools, working)))
            total = cohorts.summary(found).execute().iloc[0]
            last = int(horizon or (total["horizon"] if pd.notna(total["horizon"]) else 0))
            cube = cohorts.cube(found, last, YEARS, keep=partial(kept, running, name="fine")).execute()
            return Counted(cube, last, *(int(total[name] or 0) for name in ("rows", "unusable", "unplaced")))
        finally:
            running.disconnect()


def people_tables(
    found: Counted, source: str, within: Mapping[str, str] | None = None, *, suppressed: bool = True
) -> dict[str, pd.DataFrame]:
    """Tables ``cohorts`` (base trainees) and ``pipeline`` from counts.

    Args:
        found: what ``count`` returned.
        source: the words printed as the source of each row.
        within: region of each authority, so that an authority's hidden number cannot be had from its region's.
        suppressed: False keeps true counts, for private use: every row's source then says not to share it.

    Returns:
        The two tables. Hidden numbers are missing with mark ``c``; years after the newest census are ``NOT_YET``.
    """
    seen = _blanked(found.cube, found.horizon).sort_values(["cohort", *GROUP_NAMES], ignore_index=True)
    if suppressed:
        shown = safe_cube(seen, GROUP_NAMES, COUNTS, within)
    else:
        shown = seen.assign(**{f"{name}_mark": "" for name in COUNTS})
        source = f"{source} ({OPEN_MARK})"
    trust = {"status": str(Status.UNPUBLISHED), "source": source, "release": f"{found.horizon} November"}
    return {"cohorts": _cohorts(shown).assign(**trust), "pipeline": _pipeline(shown).assign(**trust)}


def _blanked(cube: pd.DataFrame, horizon: int) -> pd.DataFrame:
    """Counts of years that the newest census has not reached become missing; a group without people is dropped."""
    counts = cube.astype({name: "Int64" for name in cube.columns if name not in GROUP_NAMES})
    for year in YEARS:
        for kind in ("in_service", "stayed"):
            counts[f"{kind}_{year}"] = counts[f"{kind}_{year}"].where(counts["cohort"] + year <= horizon)
    return counts.loc[counts["starts"] > 0]


def _cohorts(cube: pd.DataFrame) -> pd.DataFrame:
    rows = []
    for year in YEARS:
        mark = cube[f"in_service_{year}_mark"].where(cube[f"in_service_{year}_mark"] != "", cube[f"stayed_{year}_mark"])
        unseen = cube[f"in_service_{year}"].isna() & (mark == "")
        rows.append(
            cube[["cohort", *GROUP_NAMES]].assign(
                base="trainees", years=year, at_start=cube["employed"], in_service=cube[f"in_service_{year}"],
                stayed=cube[f"stayed_{year}"], rate=float("nan"), mark=mark.where(~unseen, NOT_YET),
            )
        )  # fmt: skip
    return _typed(pd.concat(rows), "cohorts")


def _pipeline(cube: pd.DataFrame) -> pd.DataFrame:
    stages = {"Starts": "starts", "QTS": "qualified", "Employed": "employed"}
    stages |= {f"Year {year}": f"stayed_{year}" for year in YEARS}
    rows = []
    for stage, name in stages.items():
        unseen = cube[name].isna() & (cube[f"{name}_mark"] == "")
        rows.append(
            cube[["cohort", *GROUP_NAMES]].assign(
                stage=stage, people=cube[name], followed=stage != "Starts",
                mark=cube[f"{name}_mark"].where(~unseen, NOT_YET),
            )
        )  # fmt: skip
    table = pd.concat(rows)
    begun = table["cohort"].astype(int) - 1
    return _typed(table.assign(cohort=begun.astype("str") + "/" + (begun + 1).astype("str").str[-2:]), "pipeline")


def _typed(rows: pd.DataFrame, name: str) -> pd.DataFrame:
    return rows.reindex(columns=TABLES[name].names).astype({"cohort": "str"}).reset_index(drop=True)
