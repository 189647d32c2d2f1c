"""An area beside others like it, and reach beside its own past."""

from dataclasses import replace

import pandas as pd

from hubdata.answers.question import Unanswerable
from hubdata.answers.spread.likeness import Alike
from hubdata.figures.curves import curves
from hubdata.figures.interval_dots import interval_dots
from hubdata.palette import NOT_REACHED, PLACES
from hubdata.schema import LOCALITIES
from hubdata.store import Store
from hubdata.views.choices import ReachChoices
from hubdata.views.reach.page import definition
from hubdata.views.view import View, proved
from hubdata.views.words import capital, dated, listed
from hubdata.vocabulary import TOO_FEW, counted, say_share, say_share_of

ALIKE = 5  # statistical neighbours beside an authority


def beside_alike(store: Store, choices: ReachChoices) -> View:
    """An authority beside the ones most like it, or beside the reader's own group, with England for reference."""
    if choices.place.level != "la" and not choices.group:
        return _regions(store, choices)
    codes = list(choices.group) or _alike(store, choices.place.code)
    if choices.place.level == "la":
        codes = [choices.place.code, *(code for code in codes if code != choices.place.code)]
    proof = proved(store, "reach", ("la",), {**choices.only, "la": ",".join(codes)}, choices.reach)
    if choices.place.level == "la" and choices.place.code not in set(proof.table["la"].astype("str")):
        raise Unanswerable(f"{choices.place.within} there are no {choices.schools}")
    england = proved(store, "reach", (), choices.only, choices.reach).table.iloc[0]
    drawn = proof.table.assign(group=proof.table["la_name"].astype("str")).sort_values("rate", ascending=False)
    others = drawn.loc[drawn["la"].astype("str") != choices.place.code, "group"].tolist()
    return View(
        title=f"{choices.counted}: {'your group' if choices.group else 'areas alike'}",
        finding=_beside(drawn, choices, others),
        definition=("Alike in pupils, free school meals and rural share. " if not choices.group else "Chosen by you. ")
        + definition(store, choices),
        proof=proof,
        status=store.status,
        drawing=interval_dots(
            drawn,
            label="group",
            colours={choices.place.name: NOT_REACHED},
            reference=(f"all {choices.schools} in England", england["rate"]),
        ),
    )


def _regions(store: Store, choices: ReachChoices) -> View:
    """The nine regions beside each other, for England or one of them: areas alike are known for authorities alone."""
    if choices.place.level not in ("country", "region"):
        raise Unanswerable("areas alike are known for a local authority: choose one, or a group under More")
    proof = proved(store, "reach", ("region",), choices.only, choices.reach)
    drawn = proof.table.assign(group=proof.table["region"].astype("str")).sort_values("rate", ascending=False)
    first, last = (
        f"{row['group']} {say_share(row['reached'], row['schools'])}" for _, row in drawn.iloc[[0, -1]].iterrows()
    )
    mine = drawn.loc[drawn["group"] == choices.place.code]
    here = (
        ""
        if choices.place.code in (drawn["group"].iloc[0], drawn["group"].iloc[-1]) or mine.empty
        else f"; {choices.place.name} {say_share(mine['reached'].iloc[0], mine['schools'].iloc[0])}"
    )
    return View(
        title=f"{choices.counted}: the regions",
        finding=f"From {first} to {last}{here}: shares of {choices.schools} {choices.phrase}.",
        definition=f"Choose a local authority for the areas most like it. {definition(store, choices)}",
        proof=proof,
        status=store.status,
        drawing=interval_dots(drawn, label="group", colours={choices.place.name: NOT_REACHED}),
    )


def _alike(store: Store, la: str) -> list[str]:
    return proved(store, "neighbours", (), {}, Alike(la, ALIKE)).table["la"].astype("str").tolist()


def _beside(drawn: pd.DataFrame, choices: ReachChoices, others: list[str]) -> str:
    """Where the authority stands among the others, as all their schools are counted; areas of few are not compared."""
    mine = drawn["la"].astype("str") == choices.place.code
    if not mine.any():
        return f"{listed(others)}: shares of {choices.schools} {choices.phrase}."
    row, rest = drawn.loc[mine].iloc[0], drawn.loc[~mine & (drawn["schools"] >= TOO_FEW)]
    share = say_share_of(row["reached"], row["schools"], choices.schools)
    start = f"{capital(choices.place.within)} {share} {choices.are} {choices.phrase}"
    if row["schools"] <= 1:
        start = f"{capital(choices.place.within)} there is {counted(row['schools'], choices.schools)}"
    if row["schools"] < TOO_FEW or rest.empty:
        return f"{start}: too few to compare with areas like it."
    sides = ((rest["rate"] < row["rate"], "lower"), (rest["rate"] > row["rate"], "higher"))
    said = [f"{side} in {int(which.sum())}" for which, side in sides if which.any()] or ["the same in each"]
    return f"{start}; of {counted(len(rest), 'areas')} like it the share is {' and '.join(said)}."


def grew(store: Store, choices: ReachChoices) -> View:
    """How reach grew, year by year, rural and urban."""
    only = {**choices.only, **choices.place.only}
    all_days = replace(choices.reach, networks=replace(choices.networks, as_at=None))
    proof = proved(store, "history", ("rural",), only, all_days)
    drawn = proof.table.loc[proof.table["rural"].isin(LOCALITIES[:2])]
    most = drawn.loc[drawn.groupby("rural", observed=True)["rate"].idxmax()]
    said = [f"{row.rural.lower()} schools {row.rate:.0%} in {row.as_at:%Y}" for row in most.itertuples()]
    return View(
        title=f"{choices.counted}, year by year, {choices.place.name}",
        finding=f"Reach was widest: {' and '.join(said)}.",
        definition=f"On 1 September of each year, over one day's schools throughout. {dated(proof.sources)}",
        proof=proof,
        status=store.status,
        drawing=curves(drawn, x="as_at", group="rural", title="1 September", colours=PLACES),
    )
