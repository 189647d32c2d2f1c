"""The career pathway: people on each rung from trainee to head, and who offers what."""

import pandas as pd

from hubdata.figures.people.ladder import ladder
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.people.choices import PeopleChoices
from hubdata.views.view import View, proved
from hubdata.vocabulary import TOO_FEW

RUNGS = (
    "Trainee", "QTS", "Early career, year 1", "Early career, year 2", "Specialist NPQ", "NPQML", "NPQSL", "NPQH",
    "NPQEL", "Headship",
)  # fmt: skip


def rungs(store: Store, choices: PeopleChoices) -> View:
    """The opening picture: people on each step in a year, for every 100 teachers."""
    proof = proved(store, "pathway", (), choices.place.only)
    known = proof.table.dropna(subset=["people"])
    missing = [rung for rung in RUNGS if rung not in set(known["step"]) and rung != "NPQML"]
    return View(
        title=f"People on each rung for every 100 teachers, {choices.place.name}",
        finding=_finding(known, choices, missing, proof.facts["year"]),
        definition=(
            "People on each step in a year, for every 100 teachers (headcount): different people, so one step is no "
            "share of another. Activity, not effect."
        ),
        proof=proof,
        status=store.status,
        drawing=ladder(
            known.assign(per_100_teachers=known["per_100_teachers"].mask(_few(known))),
            label="step",
            value="per_100_teachers",
            says=[_said(row) for row in known.itertuples()],
        ),
    )


def _finding(known: pd.DataFrame, choices: PeopleChoices, missing: list[str], year: str) -> str:
    if _few(known).all():
        here = f"{words.capital(choices.place.within)} in {year}"
        return f"{here} there are {known['teachers'].max():,.0f} teachers: too few for a rate."
    steps = known.set_index("step")["per_100_teachers"]
    first, heads = "Early career, year 1", "NPQH"
    at_first = steps.get(first, float("nan"))
    start = f"{words.capital(choices.place.within)} in {year}, for every 100 teachers"
    start += "" if pd.isna(at_first) else f" {at_first:.1f} were in their first year of early career training"
    if heads in steps:
        start += f"{'' if pd.isna(at_first) else ' and'} {steps[heads]:.1f} began the qualification for heads (NPQH)"
    return f"{start}; no figures for {len(missing)} other steps." if missing else f"{start}."


def _few(known: pd.DataFrame) -> pd.Series:
    """Where there are too few teachers for a rate, or nobody knows how many."""
    return ~(known["teachers"].astype("Float64") >= TOO_FEW).fillna(False).astype(bool)


def _said(row: tuple) -> str:
    """The people on a step, for every 100 teachers where there are enough."""
    people = "1 person" if row.people == 1 else f"{row.people:,} people"
    few = pd.isna(row.teachers) or row.teachers < TOO_FEW
    return people if few else f"{row.per_100_teachers:.1f} ({people})"


def providers(store: Store, choices: PeopleChoices) -> View:  # noqa: ARG001 (one programme, all of England)
    """Who offers national qualifications: participants for each provider, by kind."""
    proof = proved(store, "npq_providers")
    heads, people = proof.facts["providers"], proof.facts["participants"]
    kinds = proof.table.groupby("provider_kind", observed=True).agg(
        providers=("providers", "max"), participants=("participants", "sum")
    )
    kinds = kinds.reset_index().sort_values("participants", ascending=False)
    return View(
        title="Providers of national qualifications, by kind",
        finding=(f"{heads} providers, {people:,} participants, {people / heads:.2f} a provider."),
        definition="Activity, not effect. The illustrative network stands for one of 107 providers.",
        proof=proof,
        status=store.status,
        drawing=ladder(
            kinds,
            label="provider_kind",
            value="participants",
            says=[f"{row.participants:,} participants, {row.providers:,} providers" for row in kinds.itertuples()],
        ),
    )


def mentoring(store: Store, choices: PeopleChoices) -> View:  # noqa: ARG001 (one row a hub)
    """Early career teachers for each mentor, by hub area."""
    proof = proved(store, "mentoring", ("network",))
    table = proof.table
    every = table["early_career"].sum() / table["mentors"].sum()
    peers = table["with_peer"].sum() / table["early_career"].sum()
    most = table.sort_values("per_mentor", ascending=False).head(10)
    return View(
        title="Early career teachers for each mentor: the ten hub areas with most",
        finding=(
            f"{every:.2f} early career teachers for each mentor; {peers:.0%} of them have another specialist of their "
            "subject in school."
        ),
        definition="Activity, not effect. The rest of the hub areas are in the table.",
        proof=proof,
        status=store.status,
        drawing=ladder(
            most,
            label="network",
            value="per_mentor",
            says=[f"{row.per_mentor:.2f} ({row.early_career:,} for {row.mentors:,})" for row in most.itertuples()],
        ),
    )
