"""What became of the lead schools that a list names: why a list, the schools counted and those that lead differ."""

from hubdata.answers.groups import leads_of, schools_of
from hubdata.answers.question import Unanswerable
from hubdata.measures.asked import Reach
from hubdata.provenance import Unpublished
from hubdata.store import Store
from hubdata.views.choices import ReachChoices
from hubdata.views.view import proved


def since_listed(store: Store, choices: ReachChoices) -> str:
    """How many schools the list names, how many are schools counted today, and how many with those that came after.

    Empty where all three are the same, or the data have no such list.
    """

    def said() -> str:
        try:
            leads = leads_of(store, choices.networks)["urn"].drop_duplicates()
            found = proved(store, "reach", (), {}, Reach("lead", networks=choices.networks)).table
        except (Unanswerable, Unpublished):
            return ""
        own, now = int(schools_of(store)["urn"].isin(leads).sum()), int(found["reached"].sum())
        if len(leads) == own == now:
            return ""
        return (
            f"The list names {len(leads):,} schools: {own:,} are among the schools counted today, {now:,} with the "
            "successors of those since closed."
        )

    return store.kept(("since listed", choices.networks), said)
