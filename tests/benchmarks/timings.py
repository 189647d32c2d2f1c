"""Numbers of two sides, measured in turn, and the ratio of their middles."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Ratio:
    """A line of the table: what was measured, ours and the other side's, the unit, and the target for ours / theirs.

    ``most`` says whether the target is a ceiling (seconds, bytes) or a floor (sessions held). Without a target the
    other side has nothing of the kind, and stands beside it for scale.
    """

    what: str
    ours: float
    theirs: float
    unit: str
    target: float | None
    most: bool = True

    @property
    def ratio(self) -> float:
        """Ours divided by theirs; not a number where theirs is nought."""
        return self.ours / self.theirs if self.theirs else float("nan")

    def say(self) -> str:
        """The line as text, with whether the target is met."""
        numbers = f"{self.ours:>10,.3f} {self.theirs:>10,.3f} {self.unit:<8} {self.ratio:>7.2f}"
        if self.target is None:
            return f"{self.what:<52} {numbers}"
        sign = "at most" if self.most else "at least"
        met = self.ratio <= self.target if self.most else self.ratio >= self.target
        return f"{self.what:<52} {numbers}  {sign} {self.target:<5g} {'met' if met else 'NOT MET'}"


def middle(numbers: Sequence[float]) -> float:
    """The median."""
    return float(median(numbers))


def late(numbers: Sequence[float]) -> float:
    """The ninety-fifth percentile, the next whole one above."""
    ordered = sorted(numbers)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
