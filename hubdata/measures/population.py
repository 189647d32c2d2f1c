"""The population: open, state-funded, mainstream schools in England, with everything they can be grouped by."""

import pandas as pd

from hubdata import schema
from hubdata.measures.reach.governance import governance

SIZE_EDGES = [0, 110, 210, 420, float("inf")]
TRUST_EDGES = [1, 2, 6, 11, 21, float("inf")]
ACADEMIES = ("Academies", "Free Schools")
AS_PRINTED = ["phase", "ruc_vintage", "pupils", "fsm", "easting", "northing"]


def population(schools: pd.DataFrame, districts: pd.DataFrame) -> pd.DataFrame:
    """The schools that every rate is counted over, one row each, in the order of their URN.

    Args:
        schools: table ``schools``.
        districts: table ``districts``, for the names of areas and for the region of an authority.

    Returns:
        urn, name, phase, rural, ruc, ruc_vintage, region, la, la_name, district, district_name, size, trust_size,
        governance, pupils, fsm, ofsted, religion, admissions, type_group, easting, northing and located (whether
        it has a grid reference). A school whose district is unknown keeps its row, with the district missing.
    """
    chosen = schools.loc[is_counted(schools)].sort_values("urn", ignore_index=True)
    trusts = trust_size(chosen)
    kinds = {
        "size": size(chosen["pupils"]),
        "trust_size": trusts,
        "governance": governance(chosen["type_group"], trusts, chosen["federation"]),
        "ofsted": codes(chosen["ofsted"]),
        "religion": codes(chosen.get("religion", pd.Series(index=chosen.index, dtype="str"))),
        "admissions": ordered(chosen["admissions"], schema.ADMISSIONS),
        "type_group": codes(chosen["type_group"]),
        "located": chosen["easting"].notna() & chosen["northing"].notna(),
    }
    table = chosen[["urn", "name", *AS_PRINTED]].assign(**_areas(chosen, districts), **kinds)
    return table.assign(phase=ordered(table["phase"], schema.PHASES))


def _areas(chosen: pd.DataFrame, districts: pd.DataFrame) -> dict[str, pd.Series]:
    """Where each school is: rural or urban, region, authority and district with their names."""
    names = districts.astype({"district": "str"}).set_index("district")["district_name"].astype("str")
    return {
        "rural": ordered(chosen["rural"], schema.LOCALITIES),
        "ruc": ordered(chosen["ruc"], schema.RUC_CLASSES),
        "region": ordered(_of_authority(chosen, districts, "region"), schema.REGIONS),
        "la": codes(chosen["la"]),
        "la_name": codes(_of_authority(chosen, districts, "la_name")),
        "district": codes(chosen["district"]),
        "district_name": codes(looked_up(chosen["district"], names)),
    }


def _of_authority(schools: pd.DataFrame, districts: pd.DataFrame, column: str) -> pd.Series:
    """A column of the look-up for each school's authority: by its GSS code, else by its three-digit code.

    GSS codes change when a boundary moves by a field, three-digit codes do not: a register and a look-up of different
    years still meet.
    """
    by_gss, by_number = (
        districts.dropna(subset=[code, column]).drop_duplicates(code).astype({code: "str"}).set_index(code)[column]
        for code in ("la", "la_code")
    )
    return looked_up(schools["la"], by_gss).fillna(looked_up(schools["la_code"], by_number))


def looked_up(values: pd.Series, names: pd.Series) -> pd.Series:
    """The name of each code, missing where ``names`` (indexed by code) has none; looked up once a code, not a row."""
    kinds = values.astype("category").cat
    found = names.astype("str").reindex(kinds.categories).array.take(kinds.codes.to_numpy(), allow_fill=True)
    return pd.Series(found, index=values.index)


def is_counted(schools: pd.DataFrame) -> pd.Series:
    """Whether each school is in the population: open, state-funded, mainstream, with an English authority."""
    return (
        schools["status"].isin(schema.OPEN)
        & schools["type_group"].isin(schema.STATE_FUNDED)
        & schools["phase"].isin(schema.PHASES)
        & schools["la"].isin([la for la in schools["la"].astype("category").cat.categories if la.startswith("E")])
    )


def ordered(values: pd.Series, order: tuple[str, ...]) -> pd.Series:
    """The values as categories in the order of the vocabulary; a value outside it becomes missing."""
    return values.astype("category").cat.set_categories(order, ordered=True)


def codes(values: pd.Series) -> pd.Series:
    """The values as categories in ascending order, none that no row has; missing stays missing."""
    kinds = values.astype("category").cat.remove_unused_categories()
    return kinds.cat.reorder_categories(sorted(kinds.cat.categories), ordered=False)


def size(pupils: pd.Series) -> pd.Series:
    """The size band of a headcount of pupils; Not known where it is missing."""
    bands = pd.cut(pupils.astype("Float64").astype(float), SIZE_EDGES, right=False, labels=schema.SIZES[:-1])
    return bands.cat.set_categories(schema.SIZES, ordered=True).fillna(schema.NOT_KNOWN)


def trust_size(schools: pd.DataFrame) -> pd.Series:
    """How many schools of the table share a school's trust, as a band.

    None for maintained schools, whatever charity stands behind them; Not known for an academy or free school whose
    trust the data do not name.
    """
    academy = schools["type_group"].isin(ACADEMIES)
    trust = schools["trust"].astype("str").where(academy)
    bands = pd.cut(trust.map(trust.value_counts()), TRUST_EDGES, right=False, labels=schema.TRUST_SIZES[1:-1])
    bands = bands.cat.set_categories(schema.TRUST_SIZES, ordered=True)
    outside = academy.map({True: schema.NOT_KNOWN, False: "None"})
    return bands.fillna(pd.Series(pd.Categorical(outside, schema.TRUST_SIZES, ordered=True), index=bands.index))
