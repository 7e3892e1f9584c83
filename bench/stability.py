"""Measures how much of a class diagram moves when one class with two associations is added: with the places of before, and without.

`inv` is the share of pairs of classes whose order from left to right or from above flips (Misue and others, 1995), `disp` the mean way that classes
move against most others, as a part of the picture's diagonal, `moved` the share that moves by more than 20 pixels.

Usage: stability.py --server ZENUML --output FILE
"""

import argparse
import json
import math
import statistics
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

Layout = dict[str, dict[str, float]]
MASK = (1 << 64) - 1
# Seeds with which nothing was tuned.
SEEDS = range(100, 120)
VARIANTS = 5


class Generator:
    """Random class diagrams: sizes, a forest of generalizations, and associations, most of them near."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & MASK
        return (self.state >> 33) % limit

    def diagram(self, classes: int, relations: int) -> tuple[list[str], list[str]]:
        """The names, and the lines of the text."""
        names = [f"C{number:03}{'x' * self.below(13)}" for number in range(classes)]
        lines = [f"class {name} {{\n" + "  + field : Int\n" * self.below(12) + "}" for name in names]
        known: set[tuple[int, int]] = set()
        for child in range(1, classes):
            if self.below(100) < 45:
                least = max(0, child - 25)
                parent = least + self.below(child - least)
                known |= {(parent, child), (child, parent)}
                lines.append(f"{names[parent]} <|-- {names[child]}")
        count = len(known) // 2
        while count < relations:
            one, width = self.below(classes), 20 if self.below(100) < 80 else classes
            other = (one - width + self.below(2 * width + 1)) % classes
            if one != other and (one, other) not in known:
                known |= {(one, other), (other, one)}
                lines.append(f"{names[one]} --> {names[other]}")
                count += 1
        return names, lines


class Engine:
    def __init__(self, server: str, folder: Path) -> None:
        self.server = server
        self.folder = folder

    def draw(self, lines: list[str], layout: Layout | None, name: str) -> Layout:
        """Where the classes stand, with those lines of relations that the layout needs for the next time."""
        source, written, given = (self.folder / f"{name}.{ending}" for ending in ("puml", "json", "given"))
        source.write_text("\n".join(lines))
        command = [self.server, "render", "--kind", "class", "--output", str(source.with_suffix(".svg")), "--write-layout", str(written)]
        if layout is not None:
            given.write_text(json.dumps(layout))
            command += ["--layout", str(given)]
        subprocess.run([*command, str(source)], check=True, capture_output=True)
        return json.loads(written.read_text())


def compare(before: Layout, after: Layout) -> tuple[float, float, float]:
    """`inv`, `disp` and `moved`."""

    def middle(place: dict[str, float]) -> tuple[float, float]:
        return place["x"] + place["width"] / 2, place["y"] + place["height"] / 2

    pairs = [(middle(before[name]), middle(after[name])) for name in before if "path" not in before[name]]
    flipped = counted = 0
    for number, (old, new) in enumerate(pairs):
        for other_old, other_new in pairs[:number]:
            for axis in (0, 1):
                was, now = old[axis] - other_old[axis], new[axis] - other_new[axis]
                if abs(was) >= 1:
                    counted += 1
                    flipped += was * now < 0
    shift = [statistics.median(new[axis] - old[axis] for old, new in pairs) for axis in (0, 1)]
    ways = [math.hypot(new[0] - old[0] - shift[0], new[1] - old[1] - shift[1]) for old, new in pairs]
    extents = [max(old[axis] for old, _ in pairs) - min(old[axis] for old, _ in pairs) for axis in (0, 1)]
    return flipped / counted, statistics.mean(ways) / math.hypot(*extents), sum(way > 20 for way in ways) / len(ways)


def measure(engine: Engine, classes: int, seed: int, variant: int) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """With the places of before, and without."""
    generator = Generator(seed)
    names, lines = generator.diagram(classes, classes * 3 // 2)
    for _ in range(variant):
        generator.below(classes)
    one, other = generator.below(classes), generator.below(classes)
    more = [*lines, "class Added", f"Added --> {names[one]}", f"{names[other]} --> Added"]
    name = f"{classes}-{seed}-{variant}"
    before = engine.draw(lines, None, name)
    return compare(before, engine.draw(more, before, name)), compare(before, engine.draw(more, None, name))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", required=True)
    parser.add_argument("--output", required=True, type=Path)
    arguments = parser.parse_args()
    rows = ["| Classes | inv | disp | moved | without: inv | disp | moved |", "|---|---|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        engine = Engine(arguments.server, Path(folder))
        for classes in (20, 50, 100):
            jobs = [pool.submit(measure, engine, classes, seed, variant) for seed in SEEDS for variant in range(VARIANTS)]
            results = [job.result() for job in jobs]
            means = [statistics.mean(result[which][number] for result in results) for which in (0, 1) for number in range(3)]
            rows.append(f"| {classes} | " + " | ".join(f"{mean:.3f}" for mean in means) + " |")
    targets = "Targets with the places of before: inv ≤ .02, disp ≤ .03, moved ≤ .25."
    arguments.output.write_text("# One class more\n\n" + targets + "\n\n" + "\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
