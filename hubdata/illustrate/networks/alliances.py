"""Teaching school alliances: their leads from first to last."""

import numpy as np
import pandas as pd

from hubdata.illustrate.networks.beginnings import begun
from hubdata.illustrate.networks.endings import ended
from hubdata.illustrate.networks.leads import EVERYDAY, barred, keenness, leads_of_2018
from hubdata.illustrate.networks.left_early import left_early
from hubdata.illustrate.networks.partnerships import partnerships


def lead_spells(schools: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Every spell of every lead: row (of ``schools``), alliance (a number), since and until, sorted.

    Args:
        schools: open establishments, the columns of the register.
        seed: of the whole England.
    """
    keen = keenness(schools, seed)
    rows = leads_of_2018(schools, keen)
    listed = pd.DataFrame({"row": rows, "alliance": partnerships(schools.iloc[rows], seed)})
    listed = listed.sort_values(["alliance", "row"], ignore_index=True)
    later = ended(listed.assign(since=begun(listed, seed)), _waiting(schools, keen, rows), seed)
    early = left_early(schools, keen, seed)
    early["alliance"] = int(later["alliance"].max()) + 1 + np.arange(len(early))
    spells = pd.concat([later, early], ignore_index=True)
    return spells.sort_values(["alliance", "since", "row"], ignore_index=True)


def _waiting(schools: pd.DataFrame, keen: np.ndarray, taken: np.ndarray) -> np.ndarray:
    """Outstanding schools that did not lead in 2018, the keenest first."""
    able = (schools["ofsted"] == "Outstanding") & schools["phase"].isin(EVERYDAY) & ~schools["la"].isin(barred(schools))
    able &= schools["opened"].isna()
    able.iloc[taken] = False
    rows = np.flatnonzero(able)
    return rows[np.argsort(-keen[rows], kind="stable")]
