"""What came of many requests while servers went away and came back."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self


@dataclass
class LoadFigures:
    """Written by one thread each, and added up afterwards."""

    moments: list[float] = field(default_factory=list)
    """When good answers came."""
    durations: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    """Answers that had begun when their server was killed: no balancer can begin them again."""
    saves: int = 0
    repeated: int = 0
    """Of the saves, those that were sent twice."""
    lost: list[str] = field(default_factory=list)
    """Saves that were acknowledged, and are not there."""

    @classmethod
    def of_all(cls, each: Iterable[Self]) -> Self:
        total = cls()
        for one in each:
            total.moments += one.moments
            total.durations += one.durations
            total.failures += one.failures
            total.cut += one.cut
            total.saves += one.saves
            total.repeated += one.repeated
            total.lost += one.lost
        return total

    @property
    def longest_pause(self) -> float:
        """In which nobody got a good answer."""
        return max((later - earlier for earlier, later in itertools.pairwise(sorted(self.moments))), default=0)

    def row(self, *titles: str) -> str:
        """Of a table whose columns are the titles, sent, failed, cut off, longest pause, slowest answer, saves, sent twice and lost."""
        numbers = (len(self.moments) + len(self.failures) + len(self.cut), len(self.failures), len(self.cut))
        seconds = (f"{self.longest_pause:.2f} s", f"{max(self.durations, default=0):.2f} s")
        return f"| {' | '.join(str(cell) for cell in (*titles, *numbers, *seconds, self.saves, self.repeated, len(self.lost)))} |"
