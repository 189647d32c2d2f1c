"""District names of every year that is known, and the district each is today."""

import pyarrow as pa

from hubdata.sources.names import spelt

# The same district under another name, its code unchanged (ONS Code History Database, 2018).
RENAMED = {"shepway": "folkestone and hythe"}


class Gazetteer:
    """District names of every year we know, and the district each is today."""

    def __init__(self, districts: pa.Table, names: pa.Table | None) -> None:
        """``districts`` is today's table; ``names`` lists former names with ``district``, if there is such a list."""
        self._today = {spelt(row["district_name"]): row["district"] for row in districts.to_pylist()}
        former = names.to_pylist() if names else []
        self._former = {spelt(row["name"]): row["district"] for row in former}
        self._codes = set(self._today.values())

    def find(self, name: str) -> tuple[str, bool] | None:
        """Today's district of a name and whether it is only a part of it; None where nobody knows the name."""
        said = spelt(name)
        said = RENAMED.get(said, said)
        if said in self._today:
            return self._today[said], False
        code = self._former.get(said)
        return (code, True) if code in self._codes else None


def split_names(listed: str, gazetteer: Gazetteer) -> list[str]:
    """Names between semicolons, and names that were cut at a semicolon put together again."""
    pieces = [piece.strip() for piece in listed.split(";") if piece.strip()]
    names: list[str] = []
    while pieces:
        whole = ", ".join(pieces[:2])
        if len(pieces) > 1 and gazetteer.find(whole):
            names.append(whole)
            pieces = pieces[2:]
        else:
            names.append(pieces.pop(0))
    return names
