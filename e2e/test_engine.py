"""The diagram engine, compiled twice: for the machine and for the browser. Both draw the same bytes."""

import json
import subprocess
from pathlib import Path

import pytest

from e2e.server import REPOSITORY, binary

WASM = REPOSITORY / ".build/wasm"
TESTS = REPOSITORY / "Tests/UMLTests"


def corpus(folder: Path) -> list[Path]:
    """Every source of the gallery and of the parser's tables, each in a file."""
    sources = [path.read_bytes() for path in sorted((TESTS / "Gallery").glob("*.zen"))]
    for table in sorted((TESTS / "Cases").glob("*.cases")):
        for case in (b"\n" + table.read_bytes()).split(b"\n=== ")[1:]:
            sources.append(case.split(b"\n---\n")[0].partition(b"\n")[2])
    files = []
    for number, source in enumerate(sources):
        files.append(folder / f"{number:04}.zen")
        files[-1].write_bytes(source)
    for path in sorted((TESTS / "Gallery").glob("*.puml")):
        files.append(folder / path.name)
        files[-1].write_bytes(path.read_bytes())
    return files


def draw_in_browser(files: list[Path]) -> dict[str, str]:
    command = ["node", str(REPOSITORY / "e2e/engine.mjs"), str(WASM), *map(str, files)]
    return json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)


def test_the_browser_draws_what_the_machine_draws(folder: Path) -> None:
    files = corpus(folder)
    assert len(files) > 500
    # Some sources have errors, on purpose; the command draws them and ends with 1.
    for kind, ending in [("sequence", ".zen"), ("class", ".puml"), ("usecase", ".puml")]:
        some = [str(file) for file in files if file.suffix == ending and (ending == ".zen" or file.name.startswith(f"{kind}-"))]
        result = subprocess.run([binary(), "render", "--kind", kind, *some], capture_output=True, timeout=120)
        assert result.returncode == 1, result.stderr
    native = {str(file): file.with_suffix(".svg").read_text(encoding="utf-8") for file in files}
    assert draw_in_browser(files) == native


def test_the_browser_draws_with_places_what_the_machine_draws(folder: Path) -> None:
    files = [file for file in corpus(folder) if file.suffix == ".puml"]
    native = {}
    for file in files:
        kind = "usecase" if file.name.startswith("usecase-") else "class"
        layout = f"{file}.layout"
        # As it was before its last lines were written.
        source = file.read_bytes()
        lines = source.splitlines(keepends=True)
        file.write_bytes(b"".join(lines[: len(lines) * 3 // 4]))
        command = [binary(), "render", "--kind", kind]
        assert subprocess.run([*command, "--write-layout", layout, str(file)], capture_output=True, timeout=10).returncode < 2
        file.write_bytes(source)
        assert subprocess.run([*command, "--layout", layout, str(file)], capture_output=True, timeout=10).returncode < 2
        native[str(file)] = file.with_suffix(".svg").read_text(encoding="utf-8")
    assert draw_in_browser(files) == native


def test_the_browser_edits(folder: Path) -> None:
    file = folder / "a.zen"
    file.write_text("A -> B: x\nA.m()\n")
    command = ["node", str(REPOSITORY / "e2e/engine.mjs"), str(WASM), "--edit", "changeWords,A,The A", str(file)]
    (answer,) = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    quoted = '"The A"'
    assert answer == {
        "changes": [{"start": 0, "end": 1, "text": quoted}, {"start": 10, "end": 11, "text": quoted}],
        "successions": [["A", "The A"], ["A/B", "The A/B"], ["A/A", "The A/The A"]],
        "created": [],
    }
    command[4] = "changeWords,A,B"
    (answer,) = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    assert answer == {"error": "nameInUse"}


@pytest.mark.parametrize(("name", "largest"), [("uml-sequence", 180_000), ("uml-classifiers", 260_000)])
def test_a_module_is_small(name: str, largest: int) -> None:
    # As the web client's files are compressed for those who send them.
    compressed = subprocess.run(["zopfli", "-c", str(WASM / f"{name}.wasm")], capture_output=True, check=True).stdout
    assert len(compressed) <= largest


@pytest.mark.parametrize("bracket", ["{", "if (x) {", "A.m() {", "A.m("])
def test_five_thousand_open_brackets_overflow_nothing(folder: Path, bracket: str) -> None:
    file = folder / "deep.zen"
    file.write_text(bracket * 5000, encoding="utf-8")
    subprocess.run([binary(), "render", str(file)], capture_output=True, timeout=10)
    assert draw_in_browser([file])[str(file)] == file.with_suffix(".svg").read_text(encoding="utf-8")


def test_a_layer_of_many_items_overflows_no_number(folder: Path) -> None:
    # Numbers have 32 bits there.
    file = folder / "class-wide.puml"
    file.write_text("".join(f"T{n % 300} --> B{(n * 97 + 31 * (n // 300)) % 300} : x{n}\n" for n in range(1_800)))
    assert draw_in_browser([file])[str(file)].endswith("</svg>\n")
