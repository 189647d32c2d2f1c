"""The ladder and who holds it: ``pathway``, ``mentoring`` and ``npq_providers``."""

import pandas as pd

from hubdata.answers.people.cube import Edition, Only, in_words, rows_of
from hubdata.answers.people.retaining import RELEASE
from hubdata.answers.question import Answer, Question, Unanswerable
from hubdata.measures.people.editions import chosen_release, newest, split_by
from hubdata.measures.people.pathway import missing_rungs, steps
from hubdata.measures.people.pathway import pathway as measure_pathway
from hubdata.measures.people.retention import number
from hubdata.measures.statistics.rates import wilson
from hubdata.schema.people import GROUP_NAMES
from hubdata.store import Store

AREAS = ("region", "la")
KEY = ("year", "scheme", "region", "la", "funding", "breakdown", "group")
WHOLE = ("Overall", "Total", "All")
ON_THE_WAY = {"Starts": "Trainee", "QTS": "QTS"}
NOT_A_COHORT = "people on each step in a year: different people, so one step is no share of another"


def pathway(store: Store, by: tuple[str, ...], edition: Edition, *, only: Only | None = None) -> Answer:
    """People on each step and per hundred teachers (columns as ``measures.people.pathway``).

    Without ``year`` the newest of the years in which the most steps are known. Facts: year (None where ``by`` has it).
    """
    people = _people(store, by, only, edition)
    if "year" not in by:
        known = people.loc[people["teachers"].notna()].groupby("year")["step"].nunique()
        people = people.loc[people["year"] == known.index[known == known.max()].max()]
    table = measure_pathway(people, list(by))
    absent = missing_rungs(table, by) if by else table.iloc[:0]
    year = None if "year" in by or people.empty else people["year"].iloc[0]
    told = (
        NOT_A_COHORT,
        *((f"year {year}",) if year else ()),
        *((f"{len(absent)} rungs of the ladder have nobody on them",) if len(absent) else ()),
    )
    return Answer(
        in_words(store, table, by), told, store.sources("participants", "pipeline", "recruitment"), {"year": year}
    )


def _people(store: Store, by: tuple[str, ...], only: Only | None, edition: Edition) -> pd.DataFrame:
    rows = newest(chosen_release(store.table("participants"), edition.release), KEY).astype({"year": "str"})
    area = [name for name in by if name != "year"]
    every = rows_of(rows, area, {k: v for k, v in (only or {}).items() if k != "year"}, AREAS, "participants")
    teachers = every.groupby(["year", *area], observed=True)["teachers"].max().reset_index()
    whole = every.loc[every["funding"].isin(WHOLE)]
    climbing = steps(whole if len(whole) else every)[["year", *area, "step", "people"]]
    found = pd.concat([climbing, _before(store, area, only, edition)])
    if found.empty:
        raise Unanswerable("no step of the pathway is known there")
    if only and "year" in only:
        found = found.loc[found["year"] == only["year"]]
    return found.merge(teachers, on=["year", *area], how="left")


def _before(store: Store, area: list[str], only: Only | None, edition: Edition) -> pd.DataFrame:
    """Trainees and newly qualified teachers of the year, where the data hold them for the area."""
    nothing = pd.DataFrame(columns=["year", *area, "step", "people"])
    narrowed = {name: code for name, code in (only or {}).items() if name != "year"}
    if store.has("pipeline"):
        stages = newest(chosen_release(store.table("pipeline"), edition.release), ("cohort", *GROUP_NAMES, "stage"))
        found = split_by(stages, GROUP_NAMES, [*area, *narrowed])
        for name, code in narrowed.items():
            found = found.loc[found[name] == code]
        found = found.loc[found["stage"].isin(ON_THE_WAY)].astype({"stage": "str", "cohort": "str"})
        return found.assign(step=found["stage"].map(ON_THE_WAY), year=found["cohort"])[nothing.columns]
    if area or narrowed or not store.has("recruitment"):
        return nothing
    kinds = ("phase", "subject", "route")
    census = split_by(newest(store.table("recruitment"), ("year", *kinds)), kinds, ())
    return census.assign(step="Trainee", people=census["recruits"])[nothing.columns].dropna()


def rungs(store: Store, by: tuple[str, ...] = ("la",)) -> pd.DataFrame:
    """The steps that nobody of an area is on in the newest year, though somebody in England is (groups and step)."""
    return missing_rungs(pathway(store, by, Edition()).table, by)


def mentoring(store: Store, by: tuple[str, ...], *, only: Only | None = None) -> Answer:
    """Early career teachers for each mentor, and how many have another specialist of their subject in school.

    Columns: the groups, early_career, mentors, per_mentor, with_peer, rate, low, high (95% Wilson). Rates are missing
    where a number is missing or there is nobody.
    """
    table = store.table("mentors").astype({"network": "str", "year": "str"})
    for name, code in (only or {}).items():
        table = table.loc[table[name] == code]
    if "year" not in by:
        table = table.loc[table["year"] == table["year"].max()]
    counts = ["early_career", "mentors", "with_peer"]
    plain = table.assign(**{name: number(table[name]) for name in counts}, all=0)
    sums = plain.groupby(list(by) or ["all"], observed=True)[counts].agg(lambda values: values.sum(skipna=False))
    found = sums.reset_index().drop(columns="all", errors="ignore")
    low, high = wilson(found["with_peer"], found["early_career"])
    rates = {
        "per_mentor": found["early_career"] / found["mentors"].where(found["mentors"] > 0),
        "rate": found["with_peer"] / found["early_career"].where(found["early_career"] > 0),
    }
    done = found.assign(**{name: found[name].astype("Int64") for name in counts}, **rates, low=low, high=high)
    columns = ["early_career", "mentors", "per_mentor", "with_peer", "rate", "low", "high"]
    return Answer(done[[*by, *columns]], ("activity, not effect",), store.sources("mentors"))


def npq_providers(store: Store) -> Answer:
    """Who offers national qualifications: a row a kind of provider and programme.

    Columns: provider_kind, programme, providers, participants, per_provider, share (of all participants). Facts:
    providers and participants of all kinds.
    """
    table = store.table("providers").astype({"kind": "str", "programme": "str"})
    grouped = table.groupby(["kind", "programme"])
    sums = grouped.agg(providers=("provider", "nunique"), participants=("participants", "sum")).reset_index()
    every = sums["participants"].sum()
    done = sums.assign(
        per_provider=sums["participants"] / sums["providers"], share=sums["participants"] / (every or pd.NA)
    )
    whole, heads = int(every), table["provider"].nunique()
    told = (f"{heads} providers, {whole:,} participants, {whole / heads:.2f} a provider", "activity, not effect")
    facts = {"providers": heads, "participants": whole}
    return Answer(done.rename(columns={"kind": "provider_kind"}), told, store.sources("providers"), facts)


QUESTIONS = (
    Question(
        "pathway", "people on each step from trainee to head, per hundred teachers", pathway, (RELEASE,),
        ("year", *AREAS), ("participants", "districts"), (), ("year", *AREAS), Edition,
    ),
    Question(
        "mentoring", "early career teachers for each mentor, and with another specialist in school", mentoring, (),
        ("network", "year"), ("mentors",), ("network",), ("network", "year"),
    ),
    Question("npq_providers", "who offers national qualifications", npq_providers, (), (), ("providers",)),
)  # fmt: skip
