"""Which kind of network a question means, and the role that it may be narrowed to."""

from typing import Any

import pandas as pd

from hubdata.store import Store

ALLIANCES, HUBS = "teaching_school_alliance", "teaching_school_hub"
ROLE = "/"  # between a kind and the role that it is narrowed to


def kind_of(store: Store, kind: str | None) -> str:
    """The kind of network meant: the one asked for, else alliances where the store has them, else hubs.

    Wherever networks are chosen a kind may be narrowed to those that offer a role (see ``offering``).
    """
    if kind:
        return kind
    kinds = store.kept("kinds", lambda: set(store.table("networks")["kind"].astype("str")))
    return ALLIANCES if ALLIANCES in kinds else HUBS


def offering(store: Store, kind: str | None, role: str | None) -> str | None:
    """The kind narrowed to the networks that offer a role; the kind itself where no role is asked for."""
    return f"{any_role(kind_of(store, kind))}{ROLE}{role}" if role else kind


def any_role(kind: str) -> str:
    """The kind without the role that it was narrowed to."""
    return kind.partition(ROLE)[0]


def listed(store: Store, kind: str | None) -> pd.DataFrame:
    """Every network of a kind, active or not; narrowed to a role, those that ever offered it."""
    chosen, _, role = kind_of(store, kind).partition(ROLE)
    table = store.table("networks")
    mine = table if chosen == "all" else table.loc[table["kind"] == chosen]
    if not role:
        return mine
    roles = store.table("roles")
    ever = roles.loc[roles["area_of_work"] == role, "network"].astype("str")
    return mine.loc[mine["network"].astype("str").isin(ever)]


def narrowed(store: Store, choices: dict[str, Any]) -> dict[str, Any]:
    """The choices with the role among them as a narrowing of the kind."""
    if "role" not in choices:
        return choices
    rest = {name: value for name, value in choices.items() if name != "role"}
    return rest | {"kind": offering(store, choices.get("kind"), choices["role"])}
