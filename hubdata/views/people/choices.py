"""What a reader has chosen on the pages about people."""

from dataclasses import dataclass

from hubdata.views.choices import ENGLAND, Place


@dataclass(frozen=True)
class PeopleChoices:
    """The controls of these pages: the area, and what the rows of the first picture are."""

    place: Place = ENGLAND
    rows: str = "year"
    method: str = "official"
