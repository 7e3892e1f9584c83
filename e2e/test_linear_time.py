"""Twice the text takes twice the steps, whatever is repeated in it: counted by valgrind, so that no machine is too slow or too busy."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from e2e.server import binary

# Under valgrind a program takes some fifty times as long, and the machine may be busy.
pytestmark = pytest.mark.timeout(1200)
SMALL, LARGE = 4 << 10, 32 << 10  # bytes
# What a text begins with, and what is repeated then.
FAMILIES = {
    "chain": ("A", ".b()"),
    "returned calls": ("A.m() {\nreturn ", "()"),
    "assignments on one line": ("", "a = b.c();"),
    "unclosed parentheses": ("", "a({}"),
    "lines of parentheses": ("", "(\n"),
    "labels in blocks": ("", "{a:b}"),
    "types": ("", "a<b "),
    "shortcodes": ("", "[x]."),
    "blanks in a label": ("A -> B: x", " "),
    "stereotypes": ("", "<a"),
    "creations": ("A\n", "new A();"),
    "references": ("ref(x", ", y"),
    "comments": ("", "// _a *b `c\n"),
    "quotes": ("", '"a'),
    "operands": ("if(x){}", "else{}"),
    "groups": ("", "group{"),
    "combining marks": ("A -> B: ", "\u0301"),
    "a long alias": ('@Actor A as "' + "x" * 2000 + '"\n', "A.m()\n"),
}


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The program without what debuggers read, which valgrind does not understand."""
    path = tmp_path_factory.mktemp("steps") / "zenuml"
    subprocess.run(["strip", "-o", path, shutil.which(binary()) or binary()], check=True)
    yield path


def steps(program: Path, folder: Path, text: str) -> int:
    source = folder / "text.zen"
    source.write_text(text, encoding="utf-8")
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/profile", str(program)]
    result = subprocess.run([*command, "render", "-o", str(folder / "text.svg"), str(source)], capture_output=True, timeout=300)
    found = re.search(rb"Collected : (\d+)", result.stderr)
    assert found and result.returncode in (0, 1), result.stderr.decode()[-500:]
    return int(found[1])


def test_steps_grow_with_the_text(program: Path, folder: Path) -> None:
    start = steps(program, folder, "")

    def measure(name: str) -> tuple[str, float, float]:
        head, part = FAMILIES[name]
        own = folder / name.replace(" ", "-")
        own.mkdir()
        counts = [steps(program, own, head + part * (size // len(part.encode()))) - start for size in (SMALL, LARGE)]
        return name, counts[0] / SMALL, counts[1] / LARGE

    with ThreadPoolExecutor(2) as pool:
        for name, small, large in pool.map(measure, FAMILIES):
            assert large < 1.6 * small, f"{name}: {small:.0f} steps a byte, and {large:.0f} in a text of eight times the size"
