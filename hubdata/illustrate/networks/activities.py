"""What alliances put on in their last years: made up, where no list was ever published."""

import numpy as np
import pandas as pd

from hubdata.illustrate.chance import chance
from hubdata.schema.surroundings import ACTIVITIES, ACTIVITY_KINDS

YEARS = (2018, 2019, 2020)
MOST = 4  # activities of an alliance in a year
KINDS = dict(zip(ACTIVITY_KINDS[:6], (0.34, 0.12, 0.1, 0.14, 0.1, 0.2), strict=True))
SUBJECTS = ("English", "Mathematics", "Science", "Computing", None, None)
MIDDLE, SPREAD = 17, 0.55  # people who came: the middle, and the spread of its logarithm
UNCOUNTED, ELSEWHERE = 0.06, 0.08


def activities(members: pd.DataFrame, networks: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Table activities: each alliance's twilights, courses and the like, mostly at its lead, else at a member.

    Nothing in it depends on where a school is: whoever finds the coast in it has found chance, or where alliances are.
    """
    luck = chance(seed, "activities")
    alliances = networks.loc[networks["kind"] == "teaching_school_alliance"].sort_values("network")
    hosts = members.sort_values(["network", "urn"]).groupby("network")["urn"].agg(list)
    leads = members.loc[members["role"] == "lead"].sort_values(["network", "since"]).groupby("network")["urn"].last()
    rows = []
    for year in YEARS:
        first, last = pd.Timestamp(year, 9, 1), pd.Timestamp(year + 1, 8, 31)
        active = alliances.loc[(alliances["since"] <= first) & ~(alliances["until"] < last)]
        for network in active["network"]:
            for _ in range(int(luck.integers(0, MOST + 1))):
                rows.append((network, *_one(luck, first, leads[network], hosts[network])))
    table = pd.DataFrame(rows, columns=ACTIVITIES.names).drop_duplicates(list(ACTIVITIES.key))
    table["attended"] = table["attended"].astype("Int64")
    return table.sort_values(list(ACTIVITIES.key), ignore_index=True)


def _one(luck: np.random.Generator, first: pd.Timestamp, lead: str, hosts: list[str]) -> tuple:
    """activity, day, kind, subject, urn and attended of one."""
    kind = str(luck.choice(list(KINDS), p=list(KINDS.values())))
    subject = SUBJECTS[luck.integers(len(SUBJECTS))]
    day = first + pd.Timedelta(days=int(luck.integers(7, 320)))
    host = lead if luck.random() < 0.7 else str(luck.choice(hosts))
    came = max(2, round(float(np.exp(luck.normal(np.log(MIDDLE), SPREAD)))))
    title = f"{kind.capitalize()}: {subject or 'all subjects'}"
    where, counted = luck.random(2)
    return title, day, kind, subject, None if where < ELSEWHERE else host, None if counted < UNCOUNTED else came
