"""Small and lone schools, rural beside urban."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.answers.reach.settlement import Isolation
from hubdata.figures.interval_dots import interval_dots
from hubdata.figures.pairs import pairs
from hubdata.figures.people.ladder import ladder
from hubdata.palette import PHASES, PLACES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.reach.rural import grouped
from hubdata.views.view import View, proved
from hubdata.vocabulary import agreed, say_share, say_share_of

SEVERAL = {"Primary": "primaries", "Secondary": "secondaries"}


def small(store: Store, choices: ReachChoices) -> View:
    """Small primaries and those of one form, rural and urban."""
    proof = proved(store, "small_schools", ("rural",), choices.place.only)
    table = proof.table.loc[proof.table["rural"].isin(LOCALITIES[:2])]
    kinds = {"small": "Under 110 pupils", "one_form": "One form: 210 pupils or fewer"}
    rows = [
        {"kind": words_, "place": row["rural"], "rate": row[f"{kind}_rate"], "n": row[kind], "of": row["schools"]}
        for kind, words_ in kinds.items()
        for _, row in table.iterrows()
    ]
    said = [(row["place"].lower(), say_share(row["n"], row["of"])) for row in rows if row["kind"] == kinds["small"]]
    if not said:
        raise Unanswerable(f"{choices.place.within} no primary has a published headcount")
    return View(
        title=f"Small and one-form primaries, {choices.place.name}",
        finding=f"Of {said[0][0]} primaries {said[0][1]} have under 110 pupils"
        + "".join(f"; of {place} ones {share}" for place, share in said[1:])
        + ".",
        definition=f"Primaries with a published headcount. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=pairs(pd.DataFrame(rows), label="kind", group="place", colours=PLACES),
    )


def isolation(store: Store, choices: ReachChoices) -> View:
    """Schools with no other school of their phase near by: the lone rangers."""
    proof = proved(store, "isolation", ("phase", "rural"), choices.place.only, Isolation(choices.km))
    drawn = grouped(proof.table.rename(columns={"alone": "reached"}).assign(mark=""))
    rural = drawn.loc[(drawn["phase"] == "Secondary") & (drawn["rural"] == "Rural")]
    if rural.empty:
        raise Unanswerable(f"{choices.place.within} there are no rural secondaries")
    share = say_share_of(rural["reached"].sum(), rural["schools"].sum(), "rural secondaries")
    return View(
        title=f"Schools with no other of their phase within {choices.km:g} km",
        finding=f"{share} {agreed(rural['schools'].sum(), 'have')} no other secondary within {choices.km:g} km.",
        definition=f"Peers of the same phase, straight line, any governance. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=interval_dots(
            drawn, label="group", colours={row.group: PHASES[row.phase] for row in drawn.itertuples()}
        ),
    )


def crowding(store: Store, choices: ReachChoices) -> View:
    """How many schools of its own phase a school has near by, rural beside urban."""
    proof = proved(store, "crowding", ("phase", "rural"), choices.place.only, Isolation(choices.km))
    drawn = grouped(proof.table)
    if drawn.empty:
        raise Unanswerable(f"{choices.place.within} no rural or urban school has a location")
    parts = [
        f"{row.rural.lower()} {SEVERAL[row.phase]} {row.mean:.1f} ({row.none:,} of {row.schools:,} have none)"
        for row in drawn.itertuples()
    ]
    return View(
        title=f"Other schools of the same phase within {choices.km:g} km, {choices.place.name}",
        finding=f"Others of their phase within {choices.km:g} km, on average: {'; '.join(parts)}.",
        definition=f"Other open schools of the same phase, straight line. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=ladder(
            drawn,
            label="group",
            value="mean",
            says=[f"{row.mean:.1f} on average, half have {row.median:g} or fewer" for row in drawn.itertuples()],
        ),
    )
