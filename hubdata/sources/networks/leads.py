"""The members of a published list of networks: their lead schools, and nobody else."""

from datetime import date

import pyarrow as pa


def leads(network: list[str], urn: list[str], since: date, until: date | None) -> pa.Table:
    """The ``members`` table of lead schools, one row a network and school; networks without one have no row."""
    known = [(n, u) for n, u in zip(network, urn, strict=True) if u]
    columns = {
        "network": pa.array([n for n, _ in known], pa.string()),
        "urn": pa.array([u for _, u in known], pa.string()),
        "role": pa.array(["lead"] * len(known), pa.string()),
        "since": pa.array([since] * len(known), pa.date32()),
        "until": pa.array([until] * len(known), pa.date32()),
    }
    return pa.table(columns).sort_by([("network", "ascending"), ("urn", "ascending")])
