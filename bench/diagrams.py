"""Measures the diagram engine: beside PlantUML on the same diagram, in the browser beside the machine, and how work grows with size.

Usage: diagrams.py --server ZENUML --wasm uml-sequence.wasm --output FILE
"""

import argparse
import json
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

ENGINE = Path(__file__).parent / "engine.mjs"
# How the web client puts a picture into its page.
CLIENT = Path(__file__).parents[1] / "web/src/canvas/picture/showPicture.ts"


def zen(messages: int) -> str:
    return "".join(f"P{n % 7} -> P{(n + 1 + n % 3) % 7}: message number {n}\n" for n in range(messages))


def puml(messages: int) -> str:
    return f"@startuml\n{zen(messages)}@enduml\n"


def seconds(command: list[str], data: bytes = b"") -> float:
    start = time.perf_counter()
    subprocess.run(command, input=data, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def median(measure: Callable[[], float], runs: int) -> float:
    return statistics.median(measure() for _ in range(runs))


def warm_plantuml() -> float:
    """Seconds for one more diagram of 200 messages in a process that has drawn some already."""
    command = ["plantuml", "-pipe", "-tsvg"]
    few, many = (puml(200) * 20).encode(), (puml(200) * 60).encode()
    return (seconds(command, many) - seconds(command, few)) / 40


def warm_zenuml(server: str, folder: Path) -> float:
    files = []
    for number in range(200):
        files.append(str(folder / f"warm{number}.zen"))
        Path(files[-1]).write_text(zen(200))
    return (seconds([server, "render", *files]) - seconds([server, "render", *files[:20]])) / 180


def parsing(server: str, folder: Path) -> tuple[float, float]:
    """Megabytes, and seconds to read and check them."""
    file, empty = folder / "large.zen", folder / "empty.zen"
    text = "".join(f"Client{n % 9} -> Server{n % 7}.method{n}(argument, another)\n" for n in range(20_000))
    file.write_text(text)
    empty.write_text("")
    taken = median(lambda: seconds([server, "check", str(file)]), 9) - median(lambda: seconds([server, "check", str(empty)]), 9)
    return len(text) / 1e6, taken


def in_node(wasm: str, folder: Path) -> float:
    """Seconds for a diagram of 200 messages, when the engine is warm."""
    file = folder / "node.zen"
    file.write_text(zen(200))
    result = subprocess.run(["node", str(ENGINE), wasm, str(file)], check=True, capture_output=True)
    return statistics.median(json.loads(result.stdout)) / 1000


def in_browser(wasm: str) -> list[float]:
    """Milliseconds from a changed text to the new picture on the page, laid out."""
    page_script = (Path(__file__).parent / "engine_page.js").read_text()
    bundle = ["esbuild", str(CLIENT), "--bundle", "--format=iife", "--global-name=client"]
    client = subprocess.run(bundle, check=True, capture_output=True, text=True).stdout
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(content=client)
        times = page.evaluate(page_script, [list(Path(wasm).read_bytes()), zen(200)])
        browser.close()
    return sorted(times)


def stripped(server: str, folder: Path) -> str:
    """A copy without debug information: valgrind can't read Swift's."""
    copy = folder / "zenuml"
    subprocess.run(["strip", "-o", str(copy), server], check=True)
    return str(copy)


def instructions(server: str, folder: Path, statements: int) -> int:
    file = folder / "growth.zen"
    file.write_text(zen(statements))
    output = folder / "callgrind.out"
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={output}", server, "render", str(file)]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(re.search(r"Collected : (\d+)", result.stderr)[1])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--server", required=True)
    parser.add_argument("--wasm", required=True)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    rows: list[tuple[str, str, str, str]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "cold.zen").write_text(zen(20))
        (folder / "cold.puml").write_text(puml(20))
        ours = median(lambda: seconds([options.server, "render", str(folder / "cold.zen")]), 15)
        theirs = median(lambda: seconds(["plantuml", "-tsvg", str(folder / "cold.puml")]), 5)
        rows.append(("Cold, a process for 20 messages", f"{ours * 1e3:.1f} ms", f"PlantUML {theirs * 1e3:.0f} ms", f"{theirs / ours:.0f} times faster (≥ 100)"))
        native, theirs = median(lambda: warm_zenuml(options.server, folder), 5), median(warm_plantuml, 3)
        rows.append(("Warm, 200 messages", f"{native * 1e3:.2f} ms (≤ 5)", f"PlantUML {theirs * 1e3:.1f} ms", f"{theirs / native:.0f} times faster (≥ 10)"))
        node = in_node(options.wasm, folder)
        rows.append(("WebAssembly in node, 200 messages", f"{node * 1e3:.2f} ms", f"native {native * 1e3:.2f} ms", f"{node / native:.1f} times native (≤ 3)"))
        size, taken = parsing(options.server, folder)
        rows.append(("Reading and checking", f"{size / taken:.0f} MB/s (≥ 20)", "—", "—"))
        compressed = len(subprocess.run(["zopfli", "-c", options.wasm], capture_output=True, check=True).stdout)
        rows.append(("`uml-sequence.wasm`, gzipped", f"{compressed / 1000:.0f} kB (≤ 180)", "—", "—"))
        times = in_browser(options.wasm)
        rows.append(("Edit to picture in Chromium, 200 messages", f"{times[int(len(times) * 0.95)]:.1f} ms at the 95th percentile (≤ 16)", "—", "—"))
        small = stripped(options.server, folder)
        counts = {n: instructions(small, folder, n) for n in (0, 10, 100, 1_000, 10_000)}
        growth = " · ".join(f"{n:,}: {(counts[n] - counts[0]) / n / 1000:.0f}k" for n in (10, 100, 1_000, 10_000))
        rows.append(("Instructions for each statement", growth, "—", "flat is linear"))
    lines = ["| | ZenUML | beside it | ratio |", "|---|---|---|---|"] + [f"| {' | '.join(row)} |" for row in rows]
    Path(options.output).write_text("\n".join(lines) + "\n")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
