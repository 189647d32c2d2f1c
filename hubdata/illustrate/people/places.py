"""Where made-up trainees train and first work: with a network near its lead, or anywhere in England."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from hubdata import schema

NEAR_THE_LEAD = 0.35


@dataclass(frozen=True)
class Pools:
    """Schools to draw from, and the networks that train in each year.

    ``schools``: la, region, rural, phase, weight. ``homes``: for each network its authority and its own schools' rows.
    ``spells``: network, first and last year of training, weight.
    """

    schools: pd.DataFrame
    rows: dict[str, dict[str, np.ndarray]]
    spells: pd.DataFrame

    def place(self, year: int, phase: np.ndarray, by_network: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
        """A school for each trainee of a training year, and the network that trains those who have one.

        Returns:
            network (missing where none), la, region and rural, one row a trainee.
        """
        network = np.full(len(phase), None, object)
        active = self.spells.loc[(self.spells["first"] <= year) & (self.spells["last"] >= year)]
        if len(active):
            chance = (active["weight"] / active["weight"].sum()).to_numpy()
            network[by_network] = rng.choice(active["network"].to_numpy(object), int(by_network.sum()), p=chance)
        row = self._anywhere(phase, rng)
        luck = rng.random(len(phase))
        for name, mine in pd.Series(range(len(phase))).groupby(pd.Series(network)):
            for wanted in schema.PHASES[:2]:
                these = mine.to_numpy()[phase[mine.to_numpy()] == wanted]
                pool = self.rows[name][wanted]
                if len(pool) and len(these):
                    row[these] = pool[(luck[these] * len(pool)).astype(int)]
        placed = self.schools.iloc[row][["la", "region", "rural"]].reset_index(drop=True)
        return placed.assign(network=network)

    def _anywhere(self, phase: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        row = np.empty(len(phase), int)
        for wanted in schema.PHASES[:2]:
            pool = np.flatnonzero(self.schools["phase"].isin((wanted, schema.PHASES[2])))
            weight = self.schools["weight"].to_numpy()[pool]
            these = phase == wanted
            row[these] = rng.choice(pool, int(these.sum()), p=weight / weight.sum())
        return row


def pools(schools: pd.DataFrame, networks: pd.DataFrame, members: pd.DataFrame, regions: dict[str, str]) -> Pools:
    """The pools of an England: trainees weigh schools by their pupils, networks by their members."""
    plain = schools.astype(dict.fromkeys(("la", "phase", "rural", "status", "type_group"), "str"))
    counted = plain["status"].isin(schema.OPEN) & plain["type_group"].isin(schema.STATE_FUNDED)
    open_ones = plain.loc[counted & plain["phase"].isin(schema.PHASES)].reset_index(drop=True)
    weight = open_ones["pupils"].astype("Float64").fillna(150.0).astype(float) + 30.0
    drawn = open_ones[["urn", "la", "rural", "phase"]].assign(region=open_ones["la"].map(regions), weight=weight)
    held = members.astype({"network": "str", "role": "str"}).merge(drawn.reset_index(names="row"), on="urn")
    spells = _spells(networks, held)
    lead_la = held.loc[held["role"] == "lead"].groupby("network")["la"].first()
    around = {la: part.index.to_numpy() for la, part in drawn.groupby("la")}
    kind = drawn["phase"].to_numpy()
    mine = {name: part["row"].to_numpy() for name, part in held.groupby("network")}
    rows = {
        name: _own(mine.get(name, np.array([], int)), around.get(lead_la.get(name)), kind) for name in spells["network"]
    }
    return Pools(drawn, rows, spells)


def _own(members: np.ndarray, near: np.ndarray | None, kind: np.ndarray) -> dict[str, np.ndarray]:
    """A network's rows by phase: its members, with some schools of its lead's authority for variety."""
    beside = near if near is not None else np.array([], int)
    some = beside[:: max(1, round(len(beside) / max(1.0, NEAR_THE_LEAD * max(len(members), 6))))]
    every = np.union1d(members, some).astype(int)
    return {wanted: every[np.isin(kind[every], (wanted, schema.PHASES[2]))] for wanted in schema.PHASES[:2]}


def _spells(networks: pd.DataFrame, held: pd.DataFrame) -> pd.DataFrame:
    """Networks that train: alliances to 2020/21, hubs from 2021/22, weighed by the schools they work with."""
    plain = networks.astype({"network": "str", "kind": "str"})
    training = plain.loc[plain["kind"].isin(("teaching_school_alliance", "teaching_school_hub"))]
    size = held.groupby("network")["urn"].nunique().reindex(training["network"]).fillna(1).to_numpy()
    hub = (training["kind"] == "teaching_school_hub").to_numpy()
    return pd.DataFrame(
        {
            "network": training["network"].to_numpy(),
            "first": training["since"].dt.year.to_numpy(),
            "last": training["until"].dt.year.fillna(9999).to_numpy() - 1,
            "weight": np.where(hub, 25.0, np.sqrt(size + 2.0)),
        }
    ).sort_values("network", ignore_index=True)
