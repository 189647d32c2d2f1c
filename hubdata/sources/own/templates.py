"""What a template is: a CSV of the project's own for what nobody publishes, its columns the table's own."""

import csv
import io
from dataclasses import dataclass
from datetime import date

from hubdata.provenance import Status
from hubdata.schema import AREAS_OF_WORK, MEMBER_ROLES, NETWORK_KINDS
from hubdata.schema.columns import Column, Kind, Table
from hubdata.schema.people import ALL, EMPLOYED_WHERE, GROUP_NAMES, PROJECT_STAGES, STAGES
from hubdata.schema.surroundings import ACTIVITY_KINDS

# The day designations began: a spell whose start nobody wrote down is open to that side.
EARLIEST = date(2011, 9, 1)
# What a template need not ask, because a reader's own file always says the same.
DEFAULTS = {
    "release": "Own file",
    "status": Status.UNPUBLISHED.value,
    "source": "A reader's own file",
    **dict.fromkeys(GROUP_NAMES, ALL),
}
VOCABULARIES: dict[tuple[str, str], tuple[str, ...]] = {
    ("networks", "kind"): NETWORK_KINDS,
    ("members", "role"): MEMBER_ROLES,
    ("roles", "area_of_work"): AREAS_OF_WORK,
    ("activities", "kind"): ACTIVITY_KINDS,
    ("pipeline", "stage"): STAGES + EMPLOYED_WHERE,
    ("projects", "stage"): PROJECT_STAGES,
}
KINDS: dict[Kind, str] = {
    "text": "text",
    "code": "text",
    "whole": "whole number",
    "number": "number",
    "date": "day, as 01-09-2016",
    "flag": "yes or no",
}


@dataclass(frozen=True)
class Template:
    """A table that a person may fill in: which columns, which must be filled, and a made-up row to copy."""

    table: Table
    title: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    example: tuple[str, ...]
    known_by: tuple[str, ...]
    stem: str

    def column(self, name: str) -> Column:
        """A column of the template, with its meaning."""
        return next(c for c in self.table.columns if c.name == name)


def as_csv(template: Template) -> str:
    """The file to fill in: the header and one made-up row to replace."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([template.columns, template.example])
    return written.getvalue()


def data_dictionary(template: Template) -> list[dict[str, str]]:
    """One row a column: its name, whether it must be filled, what kind of value it takes and what it means."""
    return [
        {
            "column": name,
            "required": "yes" if name in template.required else "no",
            "kind": KINDS[template.column(name).kind],
            "meaning": template.column(name).meaning,
            "allowed": "; ".join(VOCABULARIES.get((template.table.name, name), ())),
        }
        for name in template.columns
    ]
