"""Spells from one day to another: ends before starts, overlaps, and spells that touch."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.values import true_where

FOREVER = 10**6


def check_spells(typed: Mapping[str, pa.Array], key: tuple[str, ...], account: Account) -> None:
    """Set aside spells that end before they start; flag those of one key that overlap: a school still counts once."""
    backwards = true_where(pc.less(typed["until"], typed["since"]))
    account.set_aside(backwards, "SPELL-01", "the end is before the start", "since, until")
    overlapping = _overlaps(typed, tuple(name for name in key if name != "since"), account.kept)
    account.flag_rows(overlapping, "SPELL-02", "spells of one school in one role overlap: counted once", "since, until")


def _overlaps(typed: Mapping[str, pa.Array], who: tuple[str, ...], kept: np.ndarray) -> np.ndarray:
    """True for spells that begin before an earlier one of the same key has ended."""
    names = pc.binary_join_element_wise(*(pc.fill_null(typed[n].cast(pa.string()), "") for n in who), "\x1f")
    starts, ends = (pc.fill_null(typed[n].cast(pa.int32()), FOREVER).to_numpy() for n in ("since", "until"))
    codes = pc.dictionary_encode(names).indices.to_numpy()
    mask = np.zeros(len(names), bool)
    before, latest = -1, FOREVER
    for i in np.lexsort((ends, starts, codes)).tolist():
        if not kept[i]:
            continue
        same = codes[i] == before
        mask[i] = same and starts[i] <= latest
        before, latest = codes[i], max(latest, ends[i]) if same else ends[i]
    return mask
