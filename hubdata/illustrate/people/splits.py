"""Made-up trainees counted into ``cohorts`` and ``pipeline``: each split's own rows."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from hubdata.illustrate.people.service import CENSUS, LONGEST, Service
from hubdata.schema.people import ALL, EMPLOYED_WHERE, GROUP_NAMES, NOT_YET

SPLITS: tuple[tuple[str, ...], ...] = (
    (), *((name,) for name in GROUP_NAMES), ("phase", "rural"), ("route", "phase"), ("region", "phase"),
    ("region", "rural"),
)  # fmt: skip
MADE_UP = {"release": f"{CENSUS} November", "status": "illustrative", "source": "Illustrative England", "mark": ""}


def cohort_rows(trained: pd.DataFrame, service: Service) -> pd.DataFrame:
    """Table ``cohorts``, base teachers: a row a cohort, split and year seen."""
    entered = trained["employed"].to_numpy()
    counts = {"at_start": np.ones(int(entered.sum()), int)}
    for year in range(LONGEST):
        counts[f"in_service_{year + 1}"] = service.present[entered, year].astype(int)
        counts[f"stayed_{year + 1}"] = service.stayed[entered, year].astype(int)
    wide = _every_split(trained.loc[entered], counts)
    parts = []
    for year in range(1, LONGEST + 1):
        rows = wide.loc[wide["cohort"] + year <= CENSUS]
        parts.append(
            rows[["cohort", *GROUP_NAMES, "at_start"]].assign(
                years=year, in_service=rows[f"in_service_{year}"], stayed=rows[f"stayed_{year}"]
            )
        )
    table = pd.concat(parts).assign(base="teachers", **MADE_UP)
    return table.astype({"cohort": "str"})


def stage_rows(trained: pd.DataFrame, service: Service) -> pd.DataFrame:
    """Table ``pipeline``: a row a training year, split and stage; stages that no census has reached say so."""
    counts = {
        "Places": trained["places"], "Applicants": trained["applicants"], "Starts": np.ones(len(trained), int),
        "QTS": trained["qualified"], "Employed": trained["employed"],
        **{f"Year {year}": service.stayed[:, year - 1] for year in range(1, 6)},
        EMPLOYED_WHERE[0]: trained["at_home"], EMPLOYED_WHERE[1]: trained["in_network"],
    }  # fmt: skip
    wide = _every_split(trained, {name: np.asarray(values).astype(int) for name, values in counts.items()})
    long = wide.melt(["cohort", *GROUP_NAMES], list(counts), "stage", "people")
    year = long["stage"].str.extract(r"^Year (\d)$")[0].astype(float)
    unseen = long["cohort"] + year > CENSUS
    begun = long["cohort"] - 1
    return long.assign(**MADE_UP | {"mark": np.where(unseen, NOT_YET, "")}).assign(
        people=long["people"].astype("Int64").mask(unseen),
        followed=~long["stage"].isin(("Places", "Applicants", "Starts")),
        cohort=begun.astype("str") + "/" + (begun + 1).astype("str").str[-2:],
    )


def _every_split(rows: pd.DataFrame, counts: Mapping[str, np.ndarray]) -> pd.DataFrame:
    """The sum of each count for each cohort and group of every split; other columns of the split are ``All``."""
    plain = rows[["cohort", *GROUP_NAMES]].reset_index(drop=True)
    figures = pd.DataFrame(counts).reset_index(drop=True)
    parts = []
    for by in SPLITS:
        keys = [plain[name] for name in ("cohort", *by)]
        # People whom no network trained are in no row of the split by network.
        sums = figures.groupby(keys, observed=True).sum().reset_index()
        parts.append(sums.assign(**{name: ALL for name in GROUP_NAMES if name not in by}))
    return pd.concat(parts, ignore_index=True)
