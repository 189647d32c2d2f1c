"""Closer to the rural gap: every class, every distance, the coast, and what the gap goes with."""

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.answers.reach.gap import Curve, Gap
from hubdata.figures.curves import curves
from hubdata.figures.interval_dots import interval_dots
from hubdata.figures.parts import parts
from hubdata.palette import PHASES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views import words
from hubdata.views.choices import ReachChoices
from hubdata.views.reach.rural import grouped
from hubdata.views.view import View, proved
from hubdata.vocabulary import say_points, say_share


def classes(store: Store, choices: ReachChoices) -> View:
    """Every rural-urban class as published, with its vintage."""
    proof = proved(store, "reach", ("ruc",), choices.place.only, choices.reach)
    known = proof.table.loc[proof.table["mark"] != "u"]
    if known.empty:
        raise Unanswerable(f"{choices.place.within} every class has fewer than ten schools")
    vintage = ", ".join(sorted(proof.table["ruc_vintage"].dropna().astype("str").unique())) or "no vintage given"
    ends = known.loc[known["rate"].idxmin()], known.loc[known["rate"].idxmax()]
    low, high = (f"{row['ruc']} {say_share(row['reached'], row['schools'])}" for row in ends)
    return View(
        title=f"{choices.counted}, by rural-urban class",
        finding=f"From {low} to {high}.",
        definition=f"Classes as published, {vintage}, by the school's postcode.",
        proof=proof,
        status=store.status,
        drawing=interval_dots(proof.table.assign(group=proof.table["ruc"].astype("str")), label="group"),
    )


def by_distance(store: Store, choices: ReachChoices) -> View:
    """How the share reached grows with the distance allowed, for each phase and place."""
    proof = proved(store, "distance_curve", ("phase", "rural"), choices.place.only, Curve(networks=choices.networks))
    median = proved(store, "distance", ("rural",), choices.place.only, choices.networks).table.set_index("rural")
    drawn = grouped(proof.table)
    known = median["median_km"].reindex(LOCALITIES[:2]).dropna()
    if known.empty:
        raise Unanswerable(f"{choices.place.within} no school has a location")
    return View(
        title=f"Schools within each distance of a {choices.lead[0]}",
        finding=f"{words.capital(', '.join(_half(choices, known)))}.",
        definition=f"Straight lines, which understate rural travel. {words.dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=curves(
            drawn,
            x="km",
            group="group",
            title="Kilometres, straight line",
            colours={row.group: PHASES[row.phase] for row in drawn.drop_duplicates("group").itertuples()},
            mark=choices.km,
        ),
    )


def _half(choices: ReachChoices, known: pd.Series) -> list[str]:
    """``half of rural schools are within 8.2 km of a teaching school``, then the urban ones, where there are any."""
    (first, km), *others = known.items()
    start = f"half of {first.lower()} schools {choices.are} within {km:.1f} km of a {choices.lead[0]}"
    return [start, *(f"half of {place.lower()} ones within {km:.1f} km" for place, km in others)]


def split(store: Store, choices: ReachChoices) -> View:
    """The gap split into what differs between rural and urban schools, and what remains, each with its interval."""
    both = proved(store, "reach", ("rural",), choices.place.only, choices.reach).table["rural"]
    if not set(LOCALITIES[:2]) <= set(both):
        raise Unanswerable(f"{choices.place.within} there are not both rural and urban schools")
    proof = proved(store, "decomposition", (), choices.place.only, Gap(choices.reach))
    named = proof.table.assign(name=proof.table["component"].map(COMPONENTS))
    part = named.set_index("component")
    return View(
        title="What the rural gap goes with",
        finding=(
            f"Of the rural gap of {say_points(named['points'].sum())} points, {_with_ends(part.loc['size'])} go with "
            f"the size of schools; {_with_ends(part.loc['remainder'])} remain when size, phase and grade are alike."
        ),
        definition=_compared(named.iloc[0]),
        proof=proof,
        status=store.status,
        drawing=parts(named, total="Rural less urban"),
        method=SPLIT,
    )


def _with_ends(row: pd.Series) -> str:
    """``-5.3 (-6.8 to -3.8)``; the part alone where there is no interval."""
    if pd.isna(row["low"]):
        return say_points(row["points"])
    return f"{say_points(row['points'])} ({say_points(row['low'])} to {say_points(row['high'])})"


def _compared(row: pd.Series) -> str:
    """How many schools are compared, and what the figures in brackets are."""
    ends = "in brackets, where 95% would lie had other authorities like these been drawn"
    few = "no range is given: fewer than ten authorities"
    return (
        f"{row['schools_a']:,} rural and {row['schools_b']:,} urban schools. The parts say what differs, not what "
        f"causes what; {few if pd.isna(row['low']) else ends}."
    )


SPLIT = (
    "Kitagawa's decomposition: the parts add up to the gap exactly. A factor's part is the difference between the two "
    "mixes of schools at the mean of their rates, averaged over every order of the factors (Shapley value).",
    "Schools of one authority are alike, so the ranges come from 999 draws of whole authorities with replacement (a "
    "cluster bootstrap).",
    "Nothing is split where a kind of school that makes up a twentieth or more of either side has fewer than ten "
    "schools on a side.",
)
COMPONENTS = {
    "size": "Size of schools",
    "phase": "Mix of phases",
    "rural": "Mix of places",
    "eligible": "Outstanding grades",
    "remainder": "Remainder: place itself, and all not measured",
}
