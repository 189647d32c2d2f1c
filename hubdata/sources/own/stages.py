"""Whether stages of training can be of the same people: none may have more than the one before it."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from hubdata.intake.account import Account
from hubdata.schema.people import EMPLOYED_WHERE, FOLLOWED_FROM, GROUP_NAMES, STAGES

CHAIN = STAGES[STAGES.index(FOLLOWED_FROM) :]


def check_stages(typed: Mapping[str, pa.Array], account: Account) -> None:
    """Set aside rows with more people than the nearest earlier stage of their cohort and group has, and say so.

    Places and applicants are not people of the cohort and may be any number; those employed at home or in the network
    may not be more than those employed. A stage that the file leaves out is passed over.
    """
    key = ["cohort", *(name for name in GROUP_NAMES if name in typed)]
    columns = {name: typed[name].to_pylist() for name in (*key, "stage", "people")}
    held: dict[tuple, dict[str, tuple[int, int]]] = {}
    for row, stage in enumerate(columns["stage"]):
        people = columns["people"][row]
        if people is not None and account.kept[row]:
            held.setdefault(tuple(columns[name][row] for name in key), {})[stage] = (people, row)
    wrong = np.zeros(len(columns["stage"]), bool)
    for stages in held.values():
        for row in _too_many(stages):
            wrong[row] = True
    account.set_aside(
        wrong, "STAGE-01", "more people than at the stage before, though they should be some of them", "people"
    )


def _too_many(stages: Mapping[str, tuple[int, int]]) -> list[int]:
    """The rows of one group that have more people than the last sound stage before them."""
    found, before = [], None
    for stage in (name for name in CHAIN if name in stages):
        people, row = stages[stage]
        if before is not None and people > before:
            found.append(row)
        else:
            before = people
    employed = stages.get("Employed", (None, 0))[0]
    inside = [stages[name] for name in EMPLOYED_WHERE if name in stages]
    return found + [row for people, row in inside if employed is not None and people > employed]
