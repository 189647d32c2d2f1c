"""The labour market: vacant posts, and newly qualified teachers for the schools there are."""

from hubdata.figures.interval_dots import interval_dots
from hubdata.figures.people.ladder import ladder
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.view import View, proved
from hubdata.vocabulary import say_share_of


def vacancies(store: Store, choices: PeopleChoices) -> View:
    """Schools with a vacant post, by region or within an area by authority."""
    by = "region" if choices.place.level == "country" else "la"
    proof = proved(store, "vacancies", (by,), choices.place.only)
    whole = proved(store, "vacancies", (), choices.place.only).table.iloc[0]
    name = {"region": "region", "la": "la_name"}[by]
    drawn = proof.table.rename(columns={"with_vacancy": "reached", "known": "all"})
    drawn = drawn.assign(group=drawn[name].astype("str"), schools=drawn["all"])
    drawn = drawn.assign(mark=["u" if n < 10 else "" for n in drawn["schools"]])
    return View(
        title=f"Schools with a vacant teaching post, {choices.place.name}",
        finding=(
            f"{say_share_of(whole['with_vacancy'], whole['known'], 'schools')} had a vacant post: "
            f"{whole['vacancies']:,.0f} posts, {whole['per_100_schools']:.1f} for every 100 schools."
        ),
        definition="Vacant posts on the census day, over schools that answered: one day of the year.",
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn, label="group"),
    )


def supply(store: Store, choices: PeopleChoices) -> View:
    """Newly qualified teachers for every hundred schools, by region."""
    proof = proved(store, "supply", ("region",), choices.place.only if choices.place.level == "region" else {})
    drawn = proof.table.sort_values("per_100_schools", ascending=False)
    high, low = drawn.iloc[0], drawn.iloc[-1]
    return View(
        title="Newly qualified teachers for every 100 schools",
        finding=(
            f"From {low['per_100_schools']:.0f} newly qualified teachers for every 100 schools ({low['region']}) to "
            f"{high['per_100_schools']:.0f} ({high['region']})."
        ),
        definition=f"Where they trained, not where they went. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=ladder(
            drawn,
            label="region",
            value="per_100_schools",
            says=[f"{r.per_100_schools:.0f} ({r.people:,} over {r.schools:,} schools)" for r in drawn.itertuples()],
        ),
    )
