"""Every table of people of the illustrative England."""

import numpy as np
import pandas as pd

from hubdata.illustrate.people.figures import printed_tables
from hubdata.illustrate.people.participants import participants
from hubdata.illustrate.people.posts import mentors, projects, providers, vacancies
from hubdata.illustrate.people.recruits import recruits
from hubdata.illustrate.people.service import served
from hubdata.illustrate.people.splits import cohort_rows, stage_rows
from hubdata.illustrate.people.trainees import trainees
from hubdata.schema import TABLES


def people(
    schools: pd.DataFrame,
    networks: pd.DataFrame,
    members: pd.DataFrame,
    regions: dict[str, str],
    rng: np.random.Generator,
) -> dict[str, pd.DataFrame]:
    """The tables of people: made-up rows calibrated to published figures, and the figures themselves as published.

    Args:
        schools: table ``schools`` of the illustrative England.
        networks: table ``networks``.
        members: table ``members``.
        regions: the region of each authority.
        rng: chance; the same stream gives the same tables.
    """
    chances = rng.spawn(7)
    trained = trainees(schools, networks, members, regions, chances[0])
    service = served(trained, chances[1])
    printed = printed_tables()
    made = {
        "cohorts": cohort_rows(trained, service),
        "pipeline": stage_rows(trained, service),
        "recruitment": recruits(printed["recruitment"]),
        "participants": participants(schools, regions, printed["participants"], chances[2]),
        "vacancies": vacancies(schools, chances[3]),
        "providers": providers(schools, networks, members, chances[4]),
        "mentors": mentors(networks, printed["participants"], chances[5]),
        "projects": projects(members, networks, chances[6]),
    }
    return {name: _joined(name, [made.get(name), printed.get(name)]) for name in sorted(made.keys() | printed.keys())}


def _joined(name: str, parts: list[pd.DataFrame | None]) -> pd.DataFrame:
    """Made-up and printed rows as one table, in the order of its key; empty marks are empty text."""
    table = TABLES[name]
    rows = pd.concat([part.reindex(columns=table.names) for part in parts if part is not None])
    for column in table.names:
        if column.endswith("mark"):
            rows[column] = rows[column].fillna("")
    return rows.sort_values([*table.key, "status"], kind="stable", ignore_index=True)
