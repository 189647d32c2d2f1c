"""The rungs of the career that an area lacks, and why."""

import pandas as pd

NO_PROVIDER, NOBODY, NO_FIGURE = "no provider", "nobody", "no figure"
REASONS = (NO_PROVIDER, NOBODY, NO_FIGURE)


def lacking(table: pd.DataFrame, by: str, offered: pd.DataFrame | None) -> pd.DataFrame:
    """The rungs that an area lacks, and why, a row a reason.

    Args:
        table: what ``measures.people.pathway.pathway`` returned for each area.
        by: region or la.
        offered: the column ``by`` and step, a row a provider's qualification; None where nobody tells who offers what.

    Returns:
        ``by``, step, why: ``nobody`` (people are 0, or have no row where the country has some), ``no figure`` (people
        are not known) or ``no provider`` (of the qualifications that some provider offers).
    """
    order = list(dict.fromkeys(table["step"]))
    wanted = pd.MultiIndex.from_product([table[by].astype("str").unique(), order], names=[by, "step"])
    held = table.astype({by: "str"}).set_index([by, "step"])["people"].astype("Float64")
    everywhere = held.groupby("step").sum()
    people = held.reindex(wanted)
    listed = pd.Series(wanted.isin(held.index), index=wanted)
    some = wanted.get_level_values("step").map(everywhere) > 0
    why = {
        NOBODY: some & ((listed & (people == 0).fillna(False)) | ~listed),
        NO_FIGURE: some & listed & people.isna(),
    }
    if offered is not None:
        pairs = pd.MultiIndex.from_frame(offered[[by, "step"]].astype("str").drop_duplicates())
        why[NO_PROVIDER] = ~wanted.isin(pairs) & wanted.get_level_values("step").isin(offered["step"].unique())
    rows = [
        wanted[pd.Series(chosen).to_numpy(bool)].to_frame(index=False).assign(why=reason)
        for reason, chosen in why.items()
    ]
    found = pd.concat(rows)
    place = found["step"].map(order.index), found["why"].map(REASONS.index)
    return found.assign(a=place[0], b=place[1]).sort_values([by, "a", "b"], ignore_index=True)[[by, "step", "why"]]
