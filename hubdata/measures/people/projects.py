"""A project that many schools share: how far each has come, and how those whom its networks trained stay."""

from collections.abc import Collection

import pandas as pd

from hubdata.measures.people.retention import number, told
from hubdata.schema.people import PROJECT_STAGES

COLUMNS = ["stage", "schools", "share", "networks"]


def by_stage(schools: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """The schools of a project at each stage.

    Args:
        schools: urn and stage, a row a school.
        members: network and urn; a network is at each stage that a school of it is at.

    Returns:
        stage (in the order of the project, each with a row), schools, share (of all the schools; missing without any),
        networks.
    """
    plain = schools.astype({"urn": "str", "stage": "str"})
    counts = plain.groupby("stage")["urn"].nunique().reindex(PROJECT_STAGES, fill_value=0)
    joined = plain.merge(members[["network", "urn"]].astype("str"), on="urn")
    networks = joined.groupby("stage")["network"].nunique().reindex(PROJECT_STAGES, fill_value=0)
    whole = int(counts.sum())
    share = counts / whole if whole else counts * float("nan")
    table = pd.DataFrame({"schools": counts, "share": share, "networks": networks})
    return table.rename_axis("stage").reset_index()


def pooled(cohorts: pd.DataFrame, networks: Collection[str]) -> pd.DataFrame:
    """The cohorts of some networks added up: rows of table ``cohorts``, one a cohort and years.

    Args:
        cohorts: rows split by network: network, cohort, years, at_start, in_service, mark, status, release.
        networks: which to add up; a row of theirs whose counts are hidden or unknown is left out.
    """
    mine = cohorts.loc[cohorts["network"].astype("str").isin(networks)]
    mine = mine.assign(at_start=number(mine["at_start"]), in_service=number(mine["in_service"]))
    known = mine.loc[mine["at_start"].notna() & mine["in_service"].notna()].astype({"cohort": "str"})
    keys = ["cohort", "years"]
    sums = known.groupby(keys, sort=True)[["at_start", "in_service"]].sum()
    return told(known, keys).join(sums).assign(rate=float("nan")).reset_index()
