"""Which tables a snapshot may hold and what a reader is told when one is absent.

To add a dataset: a ``Table`` in ``schema``, a ``Dataset`` here, a row in ``data/SOURCES.csv`` for its file.
"""

from dataclasses import dataclass

from hubdata.schema import TABLES, Table


@dataclass(frozen=True)
class Dataset:
    """A table and the sentence shown when the data loaded do not hold it."""

    table: Table
    title: str
    absent: str

    @property
    def published(self) -> bool:
        """Whether anybody publishes a file of it; where nobody does, a reader's own is the only way."""
        return "not published" not in self.absent


def _dataset(table: str, title: str, absent: str) -> tuple[str, Dataset]:
    return table, Dataset(TABLES[table], title, absent)


DATASETS: dict[str, Dataset] = dict(
    (
        _dataset("schools", "Register of schools", "no register of schools is loaded: bring a GIAS extract"),
        _dataset("links", "Establishment links", "links between schools are not loaded: bring the GIAS links file"),
        _dataset("networks", "Networks", "no list of teaching schools or hubs is loaded: bring a list"),
        _dataset("members", "Members", "members are not published: load a members file"),
        _dataset("network_areas", "Hub areas", "hub areas are not loaded: bring the hub-area list"),
        _dataset("districts", "Districts, authorities and regions", "no look-up of areas is loaded"),
        _dataset("outlines", "Boundaries", "no boundaries are loaded"),
        _dataset("roles", "Roles offered", "the roles an alliance offers are not published: load a roles file"),
        _dataset("support", "Support given", "support to schools is not published by school: load a support file"),
        _dataset("funding", "Funding", "funding by network is not published: load a funding file"),
        _dataset("cohorts", "Retention", "retention is not loaded: bring the retention table of the workforce census"),
        _dataset("pipeline", "Training pipeline", "places, starts and jobs are not published: load a trainees file"),
        _dataset("recruitment", "Recruitment", "recruitment is not loaded: bring the training census or its targets"),
        _dataset("participants", "NPQ and early career", "participants are not loaded: bring the NPQ or ECF table"),
        _dataset("npq_schools", "Schools with an NPQ", "school coverage of NPQs is not loaded: bring its table"),
        _dataset("vacancies", "Vacancies", "vacancies by school are not loaded: bring the workforce census table"),
        _dataset("flows", "Leavers and entrants", "the Teacher Workforce Model's flows are not loaded: bring its file"),
        _dataset("teachers", "Pupils and teachers", "pupil and teacher numbers are not loaded: bring the model's file"),
        _dataset("drivers", "What moved the target", "the target's drivers are not loaded: bring the model's file"),
        _dataset("census_flows", "Entrants and leavers", "census entrants and leavers are not loaded: bring the files"),
        _dataset("leavers", "Qualified leavers", "qualified leavers are not loaded: bring the census table"),
        _dataset("profiles", "Training outcomes", "training performance profiles are not loaded: bring their table"),
        _dataset("providers", "NPQ providers", "NPQ participants by provider are not published: load a providers file"),
        _dataset("mentors", "Mentors", "mentors by hub are not published: load a mentors file"),
        _dataset("context", "Need by school", "free meals and premiums by school are not loaded: bring a file"),
        _dataset("premium", "Pupil premium by year", "pupil premium by year is not loaded: bring its allocations"),
        _dataset(
            "deprivation", "Deprivation by district", "deprivation is not loaded: bring the index by neighbourhood"
        ),
        _dataset("flags", "Flags", "schools that a list of your own marks are not published: load a flags file"),
        _dataset("hub_lists", "Hub areas as on a day", "no dated list of hub areas is loaded: bring one"),
        _dataset("training_providers", "Training providers", "providers are not loaded: bring the register of them"),
        _dataset("training_sites", "Training sites", "placement sites are not loaded: bring the providers' list"),
        _dataset("training_partners", "Training partners", "partnerships are not loaded: bring the list of partners"),
        _dataset("activities", "Activities", "activities are not published: load an activities file"),
        _dataset("projects", "Projects", "the stages of a project are not published: load a projects file"),
    )
)
