"""A made-up programme whose true counts are numbers that nobody else has: made safe, they must never be seen again."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from drawn_england import drawn_tables
from small_england import store_in, typed

from hubdata.building.own.hiding import LISTS
from hubdata.records.stages import safe_rows
from hubdata.records.tables import COUNTS, count, people_tables
from hubdata.schema.people import GROUP_NAMES
from hubdata.store import Store

LEAST = 10_000  # smaller numbers stand in any page by chance: years, kilometres, national figures
# A whole number with or without commas, not part of a decimal, a word or a colour; lists run on after a comma.
NUMBER = re.compile(r"(?<![\w.#-])(\d{1,3}(?:,\d{3})+|\d{5,8})(?!\w|\.\d*[1-9])")
NETWORKS = ("alliance-10", "alliance-11", "alliance-12")
COHORTS = (2014, 2015, 2016)
LAST = 2022


@dataclass(frozen=True)
class Planted:
    """Where the snapshot is, the true counts that no reader may see, and the shares made of them."""

    folder: Path
    counts: tuple[int, ...]
    shares: tuple[float, ...]

    def heard_in(self, text: str) -> list[str]:
        """The canaries in a text: counts with or without commas, shares to ten places."""
        wanted = {str(number) for number in self.counts}
        found = {said for said in NUMBER.findall(text) if said.replace(",", "") in wanted}
        return sorted(found | {f"share {share}" for share in self.shares if repr(share)[:12] in text})


def planted(folder: Path, england: Store, *, suppressed: bool = True) -> Planted:
    """The small England with the programme's tables beside it; ``england`` lends the national ones."""
    found = drawn_tables()
    schools = _placed(found)
    path = folder / "trainees.csv"
    _trainees(schools).to_csv(path, index=False)
    counted = count(path, schools)
    within = schools.set_index("la")["region"].to_dict()
    safe = people_tables(counted, "A programme", within, suppressed=suppressed)
    mentors = _mentors()
    safe["mentors"] = safe_rows(mentors, LISTS["mentors"])
    lent = {name: england.table(name) for name in ("recruitment", "participants", "flows")}
    store_in(folder / "snapshot", found | lent | {name: typed(name, table) for name, table in safe.items()})
    told = safe if suppressed else {name: table.iloc[:0] for name, table in safe.items()}
    return Planted(folder / "snapshot", *_secrets(counted.cube, mentors, told, lent))


def _placed(found: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One school of the population in each of six authorities: urn, la, region, rural."""
    plain = found["schools"].astype({"urn": "str", "la": "str", "rural": "str"})
    inside = plain.loc[plain["la"].str.startswith("E0600000") & plain["rural"].isin(["Rural", "Urban"])]
    first = inside.drop_duplicates(["la", "rural"]).head(8)
    regions = found["districts"].astype({"la": "str", "region": "str"}).drop_duplicates("la").set_index("la")["region"]
    return first.assign(region=first["la"].map(regions))[["urn", "la", "region", "rural"]].reset_index(drop=True)


def _trainees(schools: pd.DataFrame) -> pd.DataFrame:
    """Some hundreds at each school, network and cohort; of one network and at one school all but a handful go on."""
    rng = np.random.default_rng(7)
    parts = []
    for cohort in COHORTS:
        for network in NETWORKS:
            for urn in schools["urn"]:
                size = int(rng.integers(900, 2_700))
                loss = 0.0004 if network == NETWORKS[0] or urn == schools["urn"].iloc[0] else 0.1
                seen = np.minimum(cohort + rng.geometric(loss, size) - 1, LAST)
                parts.append(
                    pd.DataFrame(
                        {
                            "cohort": cohort, "network": network, "urn": urn, "qualified": rng.random(size) > loss,
                            "route": rng.choice(["School-led", "University-led"], size, p=[0.7, 0.3]),
                            "phase": rng.choice(["Primary", "Secondary"], size), "last_seen": seen,
                        }
                    )
                )  # fmt: skip
    rows = pd.concat(parts, ignore_index=True)
    return rows.assign(qualified=rows["qualified"].map({True: "yes", False: "no"}))


def _mentors() -> pd.DataFrame:
    early = [14_001, 15_503, 16_107, 17_309]
    rows = {"network": [f"X{i}" for i in range(1, 5)], "early_career": early, "mentors": [13_502, 14_804, 5, 16_606]}
    with_peer = [early[0] - 3, 14_406, early[2] - 5, 17_102]
    return pd.DataFrame(rows).assign(
        year="2021/22", with_peer=with_peer, mark="", status="unpublished", source="A programme"
    )


def _secrets(
    cube: pd.DataFrame, mentors: pd.DataFrame, safe: dict[str, pd.DataFrame], lent: dict[str, pd.DataFrame]
) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """The true counts and shares that are not shown: what was rounded is as secret as what was hidden."""
    true = [cube[name].astype(float).to_numpy() for name in COUNTS]
    pooled = cube.astype(dict.fromkeys(COUNTS, float)).groupby(list(GROUP_NAMES))[list(COUNTS)].sum()
    true.append(pooled.to_numpy().ravel())
    true += [mentors[name].astype(float).to_numpy() for name in LISTS["mentors"]]
    shown = {
        int(number)
        for table, columns in (
            ("pipeline", ["people"]),
            ("cohorts", ["at_start", "in_service", "stayed"]),
            ("mentors", list(LISTS["mentors"])),
        )
        for column in columns
        for number in safe[table][column].dropna()
    }
    numbers = {int(n) for n in np.concatenate(true) if n >= LEAST and n % 5}
    shares = {
        a / b
        for part, wholes in COUNTS.items()
        for whole in wholes
        for a, b in zip(cube[part].astype(float), cube[whole].astype(float), strict=True)
        if b >= LEAST and a % 5 and b % 5 and a < b
    }
    printed = {
        int(n) for table in lent.values() for n in table.select_dtypes("number").to_numpy(float).ravel() if n == n
    }
    return tuple(sorted(numbers - shown - printed)), tuple(sorted(shares))


def hidden(store: Store) -> int:
    """How many numbers of the programme are hidden."""
    return int((store.table("pipeline")["mark"] == "c").sum())
