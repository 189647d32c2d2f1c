"""Made-up vacancies, mentors, providers of qualifications and a shared project."""

import numpy as np
import pandas as pd

from hubdata import schema
from hubdata.illustrate.people.figures import figures
from hubdata.schema.people import PROJECT_STAGES

TRUST = {"status": "illustrative", "source": "Illustrative England"}
PUPILS_A_TEACHER = 18.0
PROGRAMMES = {"NPQML": 0.44, "NPQSL": 0.38, "NPQH": 0.14, "NPQEL": 0.04}
ALLIANCES, TRUSTS = 68, 27
PROJECT, PROJECT_NETWORKS = "Workload", 42


def vacancies(schools: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Table ``vacancies``: as many posts vacant in each census as published, likelier in larger and poorer schools."""
    plain = schools.astype(dict.fromkeys(("status", "type_group", "phase"), "str"))
    counted = plain["status"].isin(schema.OPEN) & plain["type_group"].isin(schema.STATE_FUNDED)
    open_ones = plain.loc[counted & plain["phase"].isin(schema.PHASES)].sort_values("urn")
    teachers = np.maximum(open_ones["pupils"].astype("Float64").fillna(200).astype(float) / PUPILS_A_TEACHER, 2.0)
    weight = teachers * np.where(open_ones["phase"] == "Secondary", 2.4, 1.0) * np.exp(open_ones["fsm"].fillna(20) / 40)
    chance = (weight / weight.sum()).to_numpy()
    rows = []
    for year, posts in figures("vacancies").set_index("year")["posts"].items():
        vacant, filled = rng.multinomial(posts, chance), rng.multinomial(round(posts * 2.1), chance)
        rows.append(
            pd.DataFrame(
                {
                    "year": year, "urn": open_ones["urn"], "vacancies": vacant.astype(float),
                    "vacancy_rate": (vacant / teachers).round(4), "temporary": filled.astype(float),
                    "temporary_rate": (filled / teachers).round(4),
                }
            )
        )  # fmt: skip
    marks = dict.fromkeys(("vacancies_mark", "vacancy_rate_mark", "temporary_mark", "temporary_rate_mark"), "")
    return pd.concat(rows).assign(**marks, **TRUST)


def mentors(networks: pd.DataFrame, printed: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Table ``mentors``: early career teachers of the hubs, as many as published, and who helps them."""
    hubs = sorted(networks.loc[networks["kind"].astype("str") == "teaching_school_hub", "network"].astype("str"))
    size = rng.gamma(9.0, 1.0, len(hubs))
    rows = []
    for year, begun in printed.loc[printed["scheme"] == "ECF"].set_index("year")["people"].items():
        early = rng.multinomial(int(begun), size / size.sum())
        helping = np.maximum(1, (early * rng.normal(0.86, 0.05, len(hubs))).round()).astype(int)
        peers = rng.binomial(early, np.clip(rng.normal(0.71, 0.07, len(hubs)), 0.4, 0.95))
        rows.append(
            pd.DataFrame({"network": hubs, "year": year, "early_career": early, "mentors": helping, "with_peer": peers})
        )
    return pd.concat(rows).assign(mark="", **TRUST)


def providers(
    schools: pd.DataFrame, networks: pd.DataFrame, members: pd.DataFrame, rng: np.random.Generator
) -> pd.DataFrame:
    """Table ``providers``: as many providers and participants as published, by kind and qualification."""
    told = figures("npq_providers").iloc[0]
    leads = members.astype({"network": "str", "role": "str"}).query("role == 'lead'").drop_duplicates("network")
    alliances = networks.loc[networks["kind"].astype("str") == "teaching_school_alliance"].astype({"network": "str"})
    led = alliances.merge(leads[["network", "urn"]], on="network").sort_values("network")
    first = led.iloc[np.sort(rng.permutation(len(led))[:ALLIANCES])].assign(kind="alliance")
    plain = schools.astype({"trust": "str", "trust_name": "str", "town": "str"}).sort_values("urn")
    trusts = plain.loc[plain["trust"].notna()].drop_duplicates("trust")
    second = trusts.iloc[np.sort(rng.permutation(len(trusts))[:TRUSTS])]
    third = plain.drop_duplicates("town").iloc[: int(told["providers"]) - ALLIANCES - TRUSTS]
    named = pd.concat(
        [
            first[["name", "kind", "urn", "network"]],
            second.assign(kind="trust", name=second["trust_name"])[["name", "kind", "urn"]],
            third.assign(kind="other", name=third["town"] + " Leadership Centre")[["name", "kind", "urn"]],
        ],
        ignore_index=True,
    ).assign(provider=lambda rows: [f"p{i + 1:03d}" for i in range(len(rows))])
    size = rng.gamma(1.6, 1.0, len(named))
    chance = np.outer(size / size.sum(), list(PROGRAMMES.values())).ravel()
    counts = rng.multinomial(int(told["participants"]), chance / chance.sum())
    rows = named.loc[named.index.repeat(len(PROGRAMMES))].assign(
        programme=list(PROGRAMMES) * len(named), participants=counts
    )
    return rows.assign(**TRUST)


def projects(members: pd.DataFrame, networks: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Table ``projects``: how far the schools of some forty alliances have come with one shared project."""
    last = networks.loc[networks["kind"].astype("str") == "teaching_school_alliance"].sort_values("until")
    running = sorted(last["network"].astype("str").tail(400))
    chosen = [running[i] for i in np.sort(rng.permutation(len(running))[:PROJECT_NETWORKS])]
    inside = members.loc[members["network"].astype("str").isin(chosen)].sort_values("urn").drop_duplicates("urn")
    stage = rng.choice(PROJECT_STAGES, len(inside), p=(0.5, 0.3, 0.2))
    begun = {"identify": "2018-09-01", "evaluate": "2019-01-07", "roll out": "2019-04-29"}
    since = pd.to_datetime(pd.Series(stage).map(begun)).to_numpy()
    return pd.DataFrame({"project": PROJECT, "urn": inside["urn"].to_numpy(), "stage": stage, "since": since}).assign(
        **TRUST
    )
