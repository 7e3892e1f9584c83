#!/usr/bin/env python3
"""The web client in Chromium: how much is loaded, how soon it can be used on a slow machine, and how long a keystroke takes. See README.md."""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(REPOSITORY))

from playwright.sync_api import CDPSession, Page  # noqa: E402

from table import tell  # noqa: E402

MESSAGES = 200
KEYSTROKES = 200
# From the event of a key to the frame that shows the new picture.
MEASURE = """
async (count) => {
  const area = document.querySelector('.source-text');
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
  const times = [];
  for (let n = 0; n < count; n++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const start = performance.now();
    set.call(area, area.value + (n % 40 === 39 ? '\\nAlice -> Bob: x' : 'x'));
    area.setSelectionRange(area.value.length, area.value.length);
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
    times.push(performance.now() - start);
  }
  return times;
}
"""


# The same, for keys that are really pressed.
WATCH = """
() => {
  window.times = [];
  document.addEventListener('keydown', (event) => {
    requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - event.timeStamp)));
  }, true);
}
"""
STATEMENTS = 18_000
# All that a large source needs of the browser: there is no ceiling above it for an editor that is a text field.
BARE = "<textarea wrap=off aria-label='Diagram source' style='width: 600px; height: 700px; font: 13px/21px monospace'></textarea>"


def typing(page: Page) -> tuple[float, float]:
    """Median and worst time from a key to its frame, at the beginning of the source."""
    page.get_by_label("Diagram source").click(position={"x": 5, "y": 10})
    page.keyboard.press("Control+Home")
    page.wait_for_timeout(2000)
    page.evaluate(WATCH)
    for text in ("Carol -> Bob: typed", " and then on and on for some time"):
        page.keyboard.type(text, delay=120)
        page.wait_for_timeout(2000)
    times = sorted(page.evaluate("times"))
    return statistics.median(times), times[-1]


def loaded(page: Page, session: CDPSession) -> list[int]:
    """Bytes of every answer from now on, as they came over the network."""
    sizes: list[int] = []
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    return sizes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", type=Path, required=True)
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    os.environ["ZENUML_BINARY"] = str(options.server.resolve())
    from e2e.browser import launched
    from e2e.web.site import Canvas, Person, Site, profile

    source = "\n".join(f"{'Alice' if n % 2 else 'Bob'} -> {'Bob' if n % 2 else 'Carol'}: message {n}" for n in range(MESSAGES))
    results: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, Site(Path(folder)) as site, launched("chromium") as browser:
        starts = []
        for _ in range(5):
            # Without brotli, as the limits count gzip.
            with profile(browser, extra_http_headers={"Accept-Encoding": "gzip"}) as context:
                page = context.new_page()
                session = context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                sizes = loaded(page, session)
                page.goto(f"{site.url}/login")
                page.get_by_role("button", name="Sign in").wait_for()
                starts.append(page.evaluate("performance.now()"))
                page.wait_for_load_state("networkidle")
                results["Login, kB"] = sum(sizes) / 1000
        results["Login usable, cold, CPU 4 times slower, ms"] = statistics.median(starts)
        starts = []
        for _ in range(5):
            with profile(browser, extra_http_headers={"Accept-Encoding": "gzip"}) as context:
                person = Person(site, context)
                diagram = person.make_diagram(source)
                page = context.new_page()
                session = context.new_cdp_session(page)
                session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                sizes = loaded(page, session)
                canvas = Canvas.open(page, site, diagram)
                canvas.part(f"Alice/Bob#{MESSAGES // 2}", "message").wait_for()
                starts.append(page.evaluate("performance.now()"))
                page.wait_for_load_state("networkidle")
                results["Canvas, kB"] = sum(sizes) / 1000
                session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
                if len(starts) == 5:
                    times = sorted(page.evaluate(MEASURE, KEYSTROKES))
                    results["Keystroke to picture, median, ms"] = statistics.median(times)
                    results["Keystroke to picture, 95th percentile, ms"] = times[int(len(times) * 0.95)]
        large = "".join(f"Alice -> Bob: message {number}\n" for number in range(STATEMENTS))
        with profile(browser) as context:
            page = context.new_page()
            page.set_content(BARE)
            page.evaluate("(text) => document.querySelector('textarea').value = text", large)
            name = f"Key to frame, {STATEMENTS:,} statements"
            results[f"{name}: a text field alone, median, ms"], results[f"{name}: a text field alone, worst, ms"] = typing(page)
            person = Person(site, context)
            page = context.new_page()
            Canvas.open(page, site, person.make_diagram(large))
            results[f"{name}: Canvas, median, ms"], results[f"{name}: Canvas, worst, ms"] = typing(page)
        results["Canvas usable, cold, CPU 4 times slower, ms"] = statistics.median(starts)
    tell(results, options.output)


if __name__ == "__main__":
    main()
