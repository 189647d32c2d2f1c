"""Each source that is past its due, with the two commands that refresh it."""

from datetime import date

from hubdata.provenance import Source, Status
from hubdata.store import Store
from hubdata.views.loaded.ageing import DAYS_60, MONTHS_12, age, is_due, registers_of

FETCHED = {
    "Register of schools": "--what gias",
    "Establishment links": "--what links",
    "District boundaries": "--what boundaries",
    "Establishment groups": "--what allgroupsdata,academiesmatmembership",
}
STATISTICS = "explore-education-statistics"


def overdue(store: Store, today: date) -> dict[str, tuple[str, str, str]]:
    """Each source older than its due, by dataset: how old it is, what fetches a newer one, what builds with it."""
    found = {}
    for source in store.sources(*store.names):
        due = DAYS_60 if source in registers_of(store) else MONTHS_12
        if source.status is not Status.ILLUSTRATIVE and is_due(source, due, today):
            old = f"{age(source, today)}, due every {'60 days' if due == DAYS_60 else '12 months'}"
            build = "python -m hubdata build --from FOLDER --to build/newer"
            found[source.dataset] = (old, _fetched(source), build)
    return found


def _fetched(source: Source) -> str:
    """The command for a newer file; where ``fetch`` does not go, that a person saves it into the same folder."""
    known = [words for start, words in FETCHED.items() if source.dataset.startswith(start)]
    if not known and STATISTICS not in source.address:
        return f"save the newest file from {source.address or source.publisher} in FOLDER"
    return f"python -m hubdata fetch --to FOLDER {known[0] if known else '--data-set ID'}"
