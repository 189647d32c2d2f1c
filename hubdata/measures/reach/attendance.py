"""What networks put on, by where it was held: activities and the people who came. Activity, not effect."""

import pandas as pd

from hubdata.measures.statistics.totals import totals


def attendance(schools: pd.DataFrame, held: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Activities and attendance for each group of the schools that hosted them.

    Args:
        schools: the schools, one row each (or one a group it falls in), with urn and the columns of ``by``.
        held: urn of the host (today's school; missing elsewhere) and attended (missing where nobody counted), one row
            an activity.
        by: columns to group by; none gives one row.

    Returns:
        The columns of ``by``, schools, hosts (schools that held one), activities, counted (activities whose people were
        counted), attended (people who came to those, once for each activity) and per_100_schools (people for every
        hundred schools). A group without an activity has zeros.
    """
    each = held.assign(activities=1, counted=held["attended"].notna().astype("int64"))
    each = each.assign(attended=each["attended"].astype("Int64").fillna(0).astype("int64"))
    here = each.groupby("urn")[["activities", "counted", "attended"]].sum()
    rows = schools[["urn", *dict.fromkeys(by)]].merge(here, left_on="urn", right_index=True, how="left")
    rows = rows.assign(
        schools=1,
        hosts=rows["activities"].notna().astype("int64"),
        **{name: rows[name].fillna(0).astype("int64") for name in ("activities", "counted", "attended")},
    )
    table = totals(rows, by, ["schools", "hosts", "activities", "counted", "attended"])
    return table.assign(per_100_schools=100 * table["attended"] / table["schools"].where(table["schools"] > 0))
