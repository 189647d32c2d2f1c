"""Every measure with the columns that it prints: looked up by table headings, files, the glossary and the listing.

To add a column, add it to its measure in the module of its subject; a column without an entry fails a test.
"""

from collections.abc import Iterable

from hubdata.dictionary import data, networks, people, reach, spread
from hubdata.dictionary.column import Column
from hubdata.dictionary.everyday import GROUPS

MEASURES: dict[str, tuple[Column, ...]] = {
    measure: columns
    for subject in (reach, spread, networks, people, data)
    for measure, columns in subject.COLUMNS.items()
}
# The columns that have a place in the glossary, once each, in the order of the measures.
GLOSSARY: dict[str, Column] = {
    column.term: column for columns in MEASURES.values() for column in columns if column.term
}


def column(measure: str, name: str) -> Column:
    """What a column of a measure is: the measure's own, else the group that it names.

    Raises ``KeyError`` where the dictionary has neither.
    """
    return next((one for one in MEASURES[measure] if one.name == name), None) or GROUPS[name]


def described(columns: Iterable[Column]) -> list[dict[str, str]]:
    """A row a column, in the order given: column, heading, meaning, unit (as files have it), better (which way)."""
    return [
        {
            "column": one.name,
            "heading": one.label,
            "meaning": one.meaning,
            "unit": one.unit_in_files,
            "better": "" if one.polarity == "neither" else one.polarity.removesuffix(" is better"),
        }
        for one in columns
    ]
