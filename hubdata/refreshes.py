"""What each refresh of a snapshot altered: a log beside the snapshot, kept like a changelog."""

import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hubdata import atomic
from hubdata.snapshot import folder

if TYPE_CHECKING:
    import pandas as pd

LOG = "changes.csv"
MOST_BYTES = 20_000_000
WHEN = ["refreshed", "from", "to"]
COLUMNS = [*WHEN, "table", "what", "name", "before", "after"]


def add(snapshot: Path, altered: "pd.DataFrame", before: str, after: str, today: date) -> None:
    """Write down what a refresh altered, in one step, above what is written there already.

    Args:
        snapshot: the folder, refreshed already.
        altered: one row a difference (columns table, what, name, before, after).
        before: the hash of the snapshot that was replaced; its first eight characters are kept.
        after: the hash of the one that is there now.
        today: the day of the refresh.
    """
    import pandas as pd

    rows = altered.assign(**dict(zip(WHEN, (today.isoformat(), before[:8], after[:8]), strict=True)))
    log = pd.concat([rows[[*WHEN, *altered.columns]], read(str(snapshot))], ignore_index=True)
    atomic.replace(snapshot / LOG, log.to_csv(index=False, lineterminator="\n", float_format="%.10g").encode())


def read(location: str) -> "pd.DataFrame":
    """The log of a snapshot, the newest refresh first; no rows where there was none, or none that can be read.

    Columns: refreshed (day, ISO), from and to (the first eight characters of each snapshot's hash), table, what, name,
    before and after (numbers).
    """
    import pandas as pd

    found = _logged(location)
    return pd.DataFrame(columns=COLUMNS) if found is None else found


def damaged(location: str) -> bool:
    """Whether there is a log beside the snapshot that cannot be read, a day in it that is none included."""
    files, root = folder(location)
    return files.exists((f"{root}/" if root else "") + LOG) and _logged(location) is None


def _logged(location: str) -> "pd.DataFrame | None":
    import pandas as pd

    files, root = folder(location)
    try:
        body = files.cat_file((f"{root}/" if root else "") + LOG)
    except (OSError, KeyError, ValueError):
        return None
    if len(body) > MOST_BYTES:
        return None
    text = dict.fromkeys([*WHEN, "table", "what", "name"], "str")
    try:
        log = pd.read_csv(
            io.BytesIO(body), dtype=text, keep_default_na=False, na_values={"before": [""], "after": [""]}
        )
    except ValueError:
        return None
    return log if list(log.columns) == COLUMNS and all(map(_is_day, log["refreshed"].unique())) else None


def _is_day(said: str) -> bool:
    try:
        return bool(date.fromisoformat(said))
    except ValueError:
        return False


def until(log: "pd.DataFrame", mark: str) -> "pd.DataFrame":
    """The log as it was when the snapshot of that hash was the newest: what a later refresh altered is left out."""
    after = (log["from"] == mark[:8]).to_numpy()
    begins = len(log) - int(after[::-1].argmax()) if after.any() else 0
    return log.iloc[begins:].reset_index(drop=True)


def newest(log: "pd.DataFrame") -> "pd.DataFrame":
    """The rows of the last refresh alone."""
    return log.loc[(log[WHEN] == log[WHEN].iloc[0]).all(axis=1)] if len(log) else log
