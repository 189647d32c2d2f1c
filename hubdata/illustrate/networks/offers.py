"""What networks offered, and the money they had."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.schema import AREAS_OF_WORK

OFFERED = dict(zip(AREAS_OF_WORK, (0.82, 0.96, 0.84, 0.9, 0.8, 0.52), strict=True))
HUBS_OFFER = (*AREAS_OF_WORK[:3], AREAS_OF_WORK[4])
DROPPED = 0.12
CORE = (60_000, 50_000, 40_000)  # pounds: the first year, the second, and every later one
HUB_CORE = (215_000, 260_000)  # pounds: a year to each hub area
FUNDS = {
    "Strategic school improvement fund": (("2017/18", "2018/19"), 0.12, 240_000),
    "Early language fund": (("2018/19", "2019/20"), 0.03, 310_000),
    "Teacher workload project": (("2018/19",), 0.06, 28_000),
    "Emerging leaders fund": (("2014/15", "2015/16", "2016/17"), 0.09, 22_000),
    "Maths and science grant": (("2015/16", "2016/17", "2017/18"), 0.1, 18_000),
}


def roles(networks: pd.DataFrame, seed: int) -> pd.DataFrame:
    """The areas of work each network offered: network, area_of_work, since, until (missing while it goes on)."""
    luck = chance(seed, "offers")
    found = []
    for area, share in OFFERED.items():
        hub = networks["kind"] == "teaching_school_hub"
        chosen = networks[np.where(hub, area in HUBS_OFFER, luck.random(len(networks)) < share)]
        later = pd.to_timedelta(luck.choice([0, 0, 0, 90, 180, 365], len(chosen)), unit="D")
        since = (chosen["since"] + later).where(hub[chosen.index].eq(False), chosen["since"])
        dropped = (luck.random(len(chosen)) < DROPPED) & chosen["until"].notna().to_numpy()
        until = chosen["until"].mask(dropped, since + (chosen["until"] - since) / 2).dt.floor("D")
        found.append(chosen[["network"]].assign(area_of_work=area, since=since, until=until))
    every = pd.concat(found)
    kept = every["until"].isna() | (every["since"] < every["until"])
    return every[kept].sort_values(["network", "area_of_work"], ignore_index=True)


def funding(networks: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Money by network, academic year and fund, in pounds; core funding tapers, some win a special fund besides."""
    luck = chance(seed, "funding")
    found = [row for one in networks.itertuples() for row in _core(one.network, one.kind, one.since, one.until, luck)]
    core = pd.DataFrame(found, columns=["network", "year", "fund", "pounds"])
    extra = []
    for fund, (years, share, pounds) in FUNDS.items():
        able = core[core["year"].isin(years) & core["fund"].eq("Core funding")]
        won = able[luck.random(len(able)) < share]
        amount = np.round(pounds * luck.lognormal(0, 0.5, len(won)), -2)
        extra.append(won.assign(fund=fund, pounds=amount))
    return pd.concat([core, *extra]).sort_values(["network", "year", "fund"], ignore_index=True)


def _core(
    network: str, kind: str, since: pd.Timestamp, until: pd.Timestamp, luck: np.random.Generator
) -> list[tuple[str, str, str, float]]:
    if kind == "teaching_school_hub":
        return [(network, "2021/22", "Hub core funding", float(round(luck.uniform(*HUB_CORE), -3)))]
    years = range(_year(since), _year(until) + 1)
    return [
        (network, f"{year}/{(year + 1) % 100:02d}", "Core funding", float(CORE[min(turn, len(CORE) - 1)]))
        for turn, year in enumerate(years)
    ]


def _year(day: pd.Timestamp) -> int:
    """The calendar year in which the academic year of a day began."""
    return day.year if day.month >= 9 else day.year - 1
