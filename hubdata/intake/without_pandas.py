"""Arrow begun without pandas, in a process that reads files: the one place where an import is held back."""

import sys

import pyarrow as pa


class _NotFound:
    """Says that pandas is not installed: where a module is not found is a question that only a finder is asked."""

    def find_spec(self, name: str, *_: object) -> None:
        if name == "pandas":
            raise ModuleNotFoundError("not looked for yet", name=name)


def begin_without_pandas() -> None:
    """Let Arrow make its first array while pandas cannot be found.

    Arrow imports pandas at its first array, only to ask whether it was given a frame; that costs a quarter of a second,
    which a process that reads files and ends need not pay. Arrow asks once, so the door is open again afterwards:
    whoever imports pandas later gets it, frames included.
    """
    if "pandas" in sys.modules:
        return
    finder = _NotFound()
    sys.meta_path.insert(0, finder)
    try:
        pa.array([""])
    finally:
        sys.meta_path.remove(finder)
