"""Small numbers of people in a reader's own lists, hidden before the lists become tables of a snapshot."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.building.assembled import Assembled
from hubdata.provenance import Status

# For each list of counts: which counts it has, and of which other its people are some.
LISTS: dict[str, dict[str, tuple[str, ...]]] = {
    "mentors": {"early_career": (), "mentors": (), "with_peer": ("early_career",)},
    "providers": {"participants": ()},
}
HIDDEN = "small numbers of people (1 to 7) are hidden, the rest is rounded to 5"
OPEN = "small numbers are NOT hidden: for private use, do not share"


def hide_small_numbers(built: Assembled, *, suppressed: bool) -> None:
    """Make the unpublished rows of pipeline, mentors and providers safe to show, and say so.

    With ``suppressed`` False the numbers stay as they are, which is said too.
    """
    for name in ("pipeline", *LISTS):
        table = built.tables.get(name)
        if table is None:
            continue
        own = pc.fill_null(pc.equal(table["status"], str(Status.UNPUBLISHED)), False)
        if not pc.any(own).as_py():
            continue
        made = _made(name, table.filter(own), suppressed)
        built.tables[name] = pa.concat_tables([table.filter(pc.invert(own)), made])
        code, said = ("TRN-05", HIDDEN) if suppressed else ("TRN-04", OPEN)
        built.flag(code, built.files(name), said, int(pc.sum(own).as_py()))


def _made(name: str, table: pa.Table, suppressed: bool) -> pa.Table:
    from hubdata.records.stages import safe_rows, safe_stages, with_totals

    frame = table.to_pandas()
    if name == "pipeline":
        safe = safe_stages(frame) if suppressed else with_totals(frame)
    else:
        safe = safe_rows(frame, LISTS[name]) if suppressed else frame
    return pa.Table.from_pandas(safe[table.column_names], preserve_index=False).cast(table.schema)
