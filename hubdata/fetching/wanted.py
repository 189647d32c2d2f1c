"""What can be fetched, where it is published, and how its name carries the date."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

from hubdata.fetching.download import Fetched, download
from hubdata.fetching.policy import NotFetched, Policy

REGISTER = "https://ea-edubase-api-prod.azurewebsites.net/edubase/downloads/public"
BOUNDARIES = (
    "https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services/"
    "Local_Authority_Districts_May_2024_Boundaries_UK_BUC/FeatureServer/0/query"
)
# The register is published daily and not always: so many days back are tried before giving up.
DAYS_BACK = 7


@dataclass(frozen=True)
class Wanted:
    """A file to fetch: its address on a day, the name it is kept under, and whether a day is part of its address."""

    title: str
    address: Callable[[date], str]
    file: Callable[[date], str]
    daily: bool


STATISTICS = "explore-education-statistics.service.gov.uk"
DATA_SET = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _public(title: str, stem: str) -> Wanted:
    """A file of the register's public folder, which carries its day in its name."""
    return Wanted(title, lambda day: f"{REGISTER}/{stem}{day:%Y%m%d}.csv", lambda day: f"{stem}{day:%Y%m%d}.csv", True)


WANTED: dict[str, Wanted] = {
    "gias": _public("Register of schools (GIAS)", "edubasealldata"),
    "links": _public("Establishment links (GIAS)", "links_edubasealldata"),
    "allgroupsdata": _public("Establishment groups (GIAS)", "allgroupsdata"),
    "academiesmatmembership": _public("Academies and their trusts (GIAS)", "academiesmatmembership"),
    "boundaries": Wanted(
        "District boundaries, May 2024 (ONS)",
        lambda _: f"{BOUNDARIES}?where={quote('1=1')}&outFields=LAD24CD,LAD24NM&outSR=4326&f=geojson",
        lambda _: "districts_2024-05.geojson",
        daily=False,
    ),
}


def fetch(name: str, to: Path, day: date, policy: Policy) -> Fetched:
    """Fetch one of ``WANTED`` as it was published on ``day`` or, where that day has none, up to a week before."""
    wanted = WANTED[name]
    for back in range(DAYS_BACK if wanted.daily else 1):
        on = day - timedelta(days=back)
        try:
            return download(wanted.address(on), to / wanted.file(on), policy)
        except NotFetched as failure:
            if failure.status != 404 or not wanted.daily:
                raise
    raise NotFetched(f"{wanted.title}: nothing was published from {day - timedelta(days=DAYS_BACK - 1)} to {day}")


def fetch_data_set(number: str, to: Path, policy: Policy) -> Fetched:
    """Fetch a data set of the statistics service, named by the id in its page's address; from that host alone."""
    if not DATA_SET.fullmatch(number):
        raise NotFetched(f"'{number}' is not the id of a data set: it stands at the end of its page's address")
    address = f"https://{STATISTICS}/data-catalogue/data-set/{number}/csv"
    return download(address, to / f"data-set-{number}.csv", replace(policy, hosts=frozenset({STATISTICS})))
