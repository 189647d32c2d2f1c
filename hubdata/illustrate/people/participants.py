"""Made-up participants of national qualifications and early career training, by authority; England as published."""

import numpy as np
import pandas as pd

from hubdata import schema
from hubdata.schema.people import ALL

# How a year's starts share out over qualifications: the four of before 2021, and those since.
FOUR = {"NPQML": 0.47, "NPQSL": 0.37, "NPQH": 0.13, "NPQEL": 0.03}
REFORMED = {
    "NPQ leading teaching": 0.13, "NPQ leading teacher development": 0.13, "NPQ leading behaviour and culture": 0.16,
    "NPQ leading literacy": 0.12, "NPQ early years leadership": 0.06, "NPQ for SENCOs": 0.06,
    "NPQSL": 0.22, "NPQH": 0.09, "NPQEL": 0.03,
}  # fmt: skip
EARLIER = {"2017/18": 14_200, "2018/19": 16_900, "2019/20": 15_300, "2020/21": 13_100}
EARLIER_TEACHERS = 505_000
NEW_HEADS = 0.0041
TRUST = {"release": "2024/25", "status": "illustrative", "source": "Illustrative England", "funding": "Overall"}
TOTAL, KIND = "Total", "Qualification"


def participants(
    schools: pd.DataFrame, regions: dict[str, str], printed: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    """Table ``participants`` for authorities, regions and England; every level adds up to the one above.

    Args:
        schools: table ``schools``; an authority has teachers in proportion to its pupils.
        regions: the region of each authority.
        printed: the published rows of the table, for England's starts, people and teachers.
        rng: chance.
    """
    plain = schools.astype({"la": "str", "status": "str", "type_group": "str"})
    counted = plain["status"].isin(schema.OPEN) & plain["type_group"].isin(schema.STATE_FUNDED)
    pupils = plain.loc[counted].groupby("la")["pupils"].sum().astype(float)
    # Take-up differs between places and between regions.
    taste = dict(zip(schema.REGIONS, rng.normal(0.0, 0.12, len(schema.REGIONS)), strict=True))
    keen = np.exp(rng.normal(0.0, 0.2, len(pupils)) + pd.Series(pupils.index).map(regions).map(taste).to_numpy())
    rows = []
    for year, (scheme, group, count, people, teachers) in _england(printed):
        share = pupils * (keen if scheme != "Headship" else 1.0)
        rows.append(
            pd.DataFrame(
                {
                    "year": year, "scheme": scheme, "la": pupils.index,
                    "breakdown": TOTAL if group == TOTAL else KIND, "group": group,
                    "starts": _shared(count, share), "people": _shared(people, share),
                    "teachers": _shared(teachers, pupils),
                }
            )
        )  # fmt: skip
    return _levels(pd.concat(rows).assign(**TRUST, mark=""), regions)


def _england(printed: pd.DataFrame) -> list[tuple[str, tuple[str, str, int, int, int]]]:
    """Year, and scheme, group, starts, people and teachers of England."""
    told = printed.loc[(printed["region"] == ALL) & (printed["funding"] == "Overall")].set_index(["scheme", "year"])
    found = []
    for year, starts in EARLIER.items():
        found += [(year, told_) for told_ in _qualifications(starts, starts, EARLIER_TEACHERS, FOUR)]
    before = 0
    for year in told.loc["NPQ"].index:
        npq, ecf = told.loc[("NPQ", year)], told.loc[("ECF", year)]
        teachers = int(npq["teachers"])
        found += [(year, one) for one in _qualifications(int(npq["starts"]), int(npq["people"]), teachers, REFORMED)]
        begun = int(ecf["people"])
        found.append((year, ("ECF", TOTAL, begun, begun, teachers)))
        if before:
            found.append((year, ("ECF", "Year 2", round(before * 0.87), round(before * 0.87), teachers)))
        heads = round(NEW_HEADS * teachers)
        found.append((year, ("Headship", "Headship", heads, heads, teachers)))
        before = begun
    return found


def _qualifications(
    starts: int, people: int, teachers: int, shares: dict[str, float]
) -> list[tuple[str, str, int, int, int]]:
    split = {name: _shared(whole, pd.Series(shares)) for name, whole in (("starts", starts), ("people", people))}
    each = zip(shares, split["starts"], split["people"], strict=True)
    return [
        ("NPQ", TOTAL, starts, people, teachers),
        *(("NPQ", name, int(s), int(p), teachers) for name, s, p in each),
    ]


def _shared(whole: int, weights: pd.Series) -> np.ndarray:
    """A number shared out by weight in whole parts that add up to it: the largest remainders are rounded up."""
    exact = whole * weights.to_numpy(float) / weights.sum()
    parts = np.floor(exact).astype(int)
    parts[np.argsort(parts - exact, kind="stable")[: whole - parts.sum()]] += 1
    return parts


def _levels(rows: pd.DataFrame, regions: dict[str, str]) -> pd.DataFrame:
    """The rows of authorities, and their sums for regions and for England."""
    counts = ["starts", "people", "teachers"]
    keys = ["year", "scheme", "breakdown", "group", *TRUST, "mark"]
    local = rows.assign(region=rows["la"].map(regions))
    regional = local.groupby([*keys, "region"], sort=False)[counts].sum().reset_index().assign(la=ALL)
    whole = local.groupby(keys, sort=False)[counts].sum().reset_index().assign(region=ALL, la=ALL)
    return pd.concat([local.assign(region=ALL), regional, whole], ignore_index=True)
