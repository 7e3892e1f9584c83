#!/usr/bin/env python3
"""Drawing on the canvas in Chromium: what each frame of a gesture costs on a diagram of 200 classes. See README.md."""

import argparse
import os
import random
import statistics
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from playwright.sync_api import Page  # noqa: E402

from table import tell  # noqa: E402

CLASSES = 200
MOVES = 120
GRABBED = ["C0", "C20", "C40", "C60", "C80"]
# What the page is busy with for one event: its handlers, and the frame after it. Waiting for the frame is not counted.
WATCH = """
(type) => {
  window.busy = [];
  let began = 0;
  let ended = 0;
  window.addEventListener(type, () => { began = performance.now(); }, true);
  window.addEventListener(type, () => {
    ended = performance.now();
    const handlers = ended - began;
    requestAnimationFrame(() => {
      const frame = performance.now();
      setTimeout(() => window.busy.push(handlers + performance.now() - frame));
    });
  });
}
"""


def source() -> str:
    """Classes with members, a tree of generalizations, and some associations, of a fixed seed."""
    chance = random.Random(5)
    lines = [f"class C{n} {{\n  a : Int\n  b() : String\n}}" for n in range(CLASSES)]
    lines += [f"C{chance.randrange(n)} <|-- C{n}" for n in range(1, CLASSES)]
    lines += [f"C{chance.randrange(CLASSES)} --> C{chance.randrange(CLASSES)}" for _ in range(60)]
    return "\n".join(lines) + "\n"


def middle(page: Page, name: str) -> tuple[float, float]:
    box = page.locator(f'.picture-content g[data-id="{name}"][data-part="classifier"]').bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float]) -> list[float]:
    """Times of the moves of a drag that goes on without a rest, in milliseconds."""
    x, y = start
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(WATCH, "pointermove")
    for step in range(MOVES):
        page.mouse.move(x + step, y + step / 2)
    page.wait_for_timeout(50)
    times = page.evaluate("window.busy")
    page.evaluate(WATCH, "pointerup")
    page.mouse.up()
    page.wait_for_timeout(300)
    return times


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", type=Path, required=True)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    os.environ["ZENUML_BINARY"] = str(options.server.resolve())
    from e2e.browser import launched
    from e2e.web.site import Canvas, Person, Site, profile

    results: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, Site(Path(folder)) as site, launched("chromium") as browser:
        with profile(browser, viewport={"width": 1600, "height": 1000}) as context:
            person = Person(site, context)
            page = context.new_page()
            project = person.api("POST", "/api/projects", json={"name": "Drawing"})
            body = {"name": "Drawing", "kind": "class", "source": source()}
            diagram = person.api("POST", f"/api/projects/{project['id']}/diagrams", json=body)
            canvas = Canvas.open(page, site, diagram)
            canvas.part("C0", "classifier").wait_for()
            page.wait_for_timeout(1000)
            for name, count in {"one of 200 classes": 1, "50 of 200 classes": 50}.items():
                moves, ends = [], []
                for grabbed in GRABBED:
                    page.mouse.click(*middle(page, grabbed))
                    for _ in range(count - 1):
                        page.keyboard.press("Shift+ArrowDown")
                    moves += drag(page, middle(page, grabbed))
                    ends.append(page.evaluate("window.busy")[-1])
                    page.keyboard.press("Control+z")
                    page.wait_for_timeout(300)
                results[f"A frame of a drag of {name}, median, ms"] = statistics.median(moves)
                results[f"A frame of a drag of {name}, 95th percentile, ms"] = percentile(moves, 0.95)
                results[f"Let go to picture, {name}, median, ms"] = statistics.median(ends)
            page.keyboard.press("Escape")
            page.evaluate(WATCH, "pointermove")
            page.keyboard.press("1")
            for step in range(40):
                page.mouse.move(500 + step * 3, 500)
            page.wait_for_timeout(50)
            results["Pointer to ghost of a new class, 95th percentile, ms"] = percentile(page.evaluate("window.busy"), 0.95)
    tell(results, options.output)


if __name__ == "__main__":
    main()
