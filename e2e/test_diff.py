"""`zenuml diff`, alone and as git's."""

import json
import subprocess
from pathlib import Path

import pytest

from e2e.server import binary

EARLIER = "class Order {\n +total(): Money\n}\nclass Line\nOrder *-- \"1..*\" Line\n"
LATER = "class Line\nclass Order {\n +total(): Money\n +pay()\n}\nOrder *-- \"1..*\" Line\nclass Payment\nOrder --> Payment\n"
WORDS = "~ 2: class Order\n    + + pay()\n+ 7: class Payment\n+ 8: Order to Payment\n"


def diff(*arguments: str, code: int, cwd: Path, text: str = "") -> str:
    result = subprocess.run([binary(), "diff", *arguments], cwd=cwd, input=text, capture_output=True, text=True, timeout=60)
    assert result.returncode == code, result.stdout + result.stderr
    return result.stdout + result.stderr


@pytest.fixture
def files(folder: Path) -> Path:
    (folder / "a.puml").write_text(EARLIER)
    (folder / "b.puml").write_text(LATER)
    (folder / "c.zen").write_text("A -> B: hi\n")
    (folder / "empty").touch()
    return folder


def test_what_differs_is_said_and_how_it_ended(files: Path) -> None:
    assert diff("a.puml", "b.puml", code=1, cwd=files) == WORDS
    assert diff("a.puml", "-", code=1, cwd=files, text=LATER) == WORDS
    assert diff("a.puml", "a.puml", code=0, cwd=files) == ""
    assert diff("--kind", "class", "a.puml", "-", code=0, cwd=files, text="\n" + EARLIER.replace(" +total", "   + total")) == ""
    assert "can't be read" in diff("a.puml", "none.puml", code=2, cwd=files)
    assert "a sequence diagram" in diff("a.puml", "c.zen", code=2, cwd=files)
    assert "can't be written" in diff("a.puml", "b.puml", "-o", "no/where.svg", code=2, cwd=files)
    assert "Only one" in diff("-", "-", code=64, cwd=files)
    assert diff("empty", "c.zen", code=1, cwd=files).count("+") == 3
    assert diff("a.puml", "empty", code=1, cwd=files).count("- ") == 3


def test_it_can_be_read_by_programs_and_looked_at(files: Path) -> None:
    changes = json.loads(diff("--format", "json", "a.puml", "b.puml", code=1, cwd=files))["changes"]
    assert [(one["change"], one["label"], one["line"]) for one in changes] == [
        ("changed", "class Order", 2), ("added", "class Payment", 7), ("added", "Order to Payment", 8),
    ]
    assert changes[0]["gained"] == ["+ pay()"] and changes[0]["before"]["line"] == 1
    diff("--format", "svg", "--theme", "dark", "-o", "d.svg", "a.puml", "b.puml", code=1, cwd=files)
    assert 'aria-label="added: class Payment"' in (files / "d.svg").read_text()
    subprocess.run(["rsvg-convert", "d.svg", "-o", "d.png"], cwd=files, check=True)


def test_git_shows_diagrams_by_their_elements(files: Path) -> None:
    """As docs/notation.md says it."""

    def git(*arguments: str) -> str:
        settings = ["-c", "user.name=Tess", "-c", "user.email=tess@example.com", "-c", "init.defaultBranch=main"]
        return subprocess.run(["git", *settings, *arguments], cwd=files, check=True, capture_output=True, text=True).stdout

    git("init")
    (files / ".gitattributes").write_text("*.puml diff=zenuml\n*.zen diff=zenuml\n")
    git("config", "diff.zenuml.command", f'show() {{ echo "$1"; {binary()} diff "$2" "$5"; test $? -le 1 || diff -u "$2" "$5"; true; }}; show')
    git("add", "a.puml", ".gitattributes")
    git("commit", "-m", "first")
    (files / "a.puml").write_text(LATER)
    assert git("diff") == "a.puml\n" + WORDS
    (files / "b.puml").write_text("@startuml\nAda -> Bob: hi\n@enduml\n")
    git("add", "b.puml")
    assert "+Ada -> Bob: hi" in git("diff", "--cached")
    assert "class Payment" in git("diff")
    git("add", "c.zen")
    assert "+ 1: A sends to B: hi" in git("diff", "--cached")
