"""Every page, in menu order. To add a page, add its file to ``pages/`` and one entry here."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ICON = Path(__file__).with_name("icon.png")
NAME = "School hubs"


@dataclass(frozen=True)
class PageSpec:
    """A file in ``pages/``: its stem is its address, its title stands in the menu, its question in the browser tab.

    ``placed`` says whether the page shows an area, so that a school can be looked up on it; ``pictures`` counts what
    a board can look at.
    """

    stem: str
    section: str
    title: str
    placed: bool = True
    pictures: int = 2

    @property
    def path(self) -> Path:
        """Where the page's script is."""
        return ROOT / "pages" / f"{self.stem}.py"


PICTURE = "The picture"
PEOPLE = "The people"

PAGES = (
    PageSpec("overview", PICTURE, "Overview", pictures=4),
    PageSpec("reach", PICTURE, "Reach"),
    PageSpec("rural_urban", PICTURE, "Rural and urban"),
    PageSpec("equity", PICTURE, "Equity"),
    PageSpec("recruitment", PEOPLE, "Recruitment"),
    PageSpec("retention", PEOPLE, "Retention"),
    PageSpec("career_pathway", PEOPLE, "Career pathway"),
    PageSpec("data", "", "Data", placed=False, pictures=0),
)
DATA = PAGES[-1]
BY_STEM = {page.stem: page for page in PAGES}
