"""`zenuml merge`, alone and as git's."""

import subprocess
from pathlib import Path

import pytest

from e2e.server import binary

BASE = "class Order {\n  +total(): Money\n}\nclass Line\nOrder *-- \"1..*\" Line\n"
# Both have put a member in at the same place, and changed neighbouring lines.
OURS = "class Order {\n  +total(): Money\n  +pay()\n}\nclass Line {\n  count: Int\n}\nOrder *-- \"1..*\" Line\n"
THEIRS = "class Order {\n  +total(): Money\n  +ship()\n}\nclass Line\nOrder *-- \"1..100\" Line\n"
MERGED = (
    "class Order {\n  +total(): Money\n  +pay()\n  +ship()\n}\nclass Line {\n  count: Int\n}\nOrder *-- \"1..100\" Line\n"
)
OTHERS = THEIRS.replace("class Line\n", "interface Line\n")
DRIVER = (
    "{binary} merge %O %A %B -o %A --name %P --marker-size %L; code=$?; test $code -le 1 && exit $code; "
    "git merge-file --marker-size %L -L ours -L base -L theirs %A %O %B"
)


def merge(*arguments: str, code: int, cwd: Path, text: str = "") -> tuple[str, str]:
    result = subprocess.run([binary(), "merge", *arguments], cwd=cwd, input=text, capture_output=True, text=True, timeout=60)
    assert result.returncode == code, result.stdout + result.stderr
    return result.stdout, result.stderr


@pytest.fixture
def files(folder: Path) -> Path:
    texts = {"base.puml": BASE, "ours.puml": OURS, "theirs.puml": THEIRS, "others.puml": OTHERS, "empty": "", "base": BASE, "a.zen": "A -> B: hi\n"}
    for name, text in texts.items():
        (folder / name).write_text(text)
    return folder


def test_what_both_have_changed_is_brought_together(files: Path) -> None:
    assert merge("base.puml", "ours.puml", "theirs.puml", code=0, cwd=files) == (MERGED, "")
    assert merge("base.puml", "ours.puml", "-", code=0, cwd=files, text=THEIRS) == (MERGED, "")
    assert merge("base.puml", "base.puml", "theirs.puml", code=0, cwd=files) == (THEIRS, "")
    assert merge("base", "ours.puml", "theirs.puml", "--name", "a/b.puml", "-o", "ours.puml", code=0, cwd=files) == ("", "")
    assert (files / "ours.puml").read_text() == MERGED


def test_what_can_not_be_brought_together_is_left_to_people(files: Path) -> None:
    merged, errors = merge("base.puml", "ours.puml", "others.puml", "--name", "some/name.puml", "--marker-size", "9", code=1, cwd=files)
    assert "<<<<<<<<< ours\nclass Line {\n" in merged and "=========\ninterface Line\n>>>>>>>>> theirs\n" in merged
    # What both have put into the other class is no part of it.
    assert "  +pay()\n  +ship()\n}\n<<<<<<<<< ours\n" in merged
    assert errors == "some/name.puml:6: conflict: changed by both sides\n"
    both = merge("empty", "base.puml", "theirs.puml", code=1, cwd=files)
    assert both[0].startswith("class Order {\n  +total(): Money\n<<<<<<< ours\n") and "put something in here" in both[1]


def test_what_is_no_diagram_of_the_same_kind_stays_as_it_is(files: Path) -> None:
    def fails(*arguments: str) -> str:
        return merge(*arguments, "-o", "result.puml", code=2, cwd=files)[1]

    assert "none.puml: can't be read" in fails("base.puml", "none.puml", "theirs.puml")
    assert "ours is a class diagram, and theirs a sequence diagram" in fails("empty", "ours.puml", "a.zen")
    (files / "gantt").write_text("@startgantt\n@endgantt\n")
    assert "a Gantt chart" in fails("base.puml", "ours.puml", "gantt")
    (files / "bytes").write_bytes(b"class A\xff\n")
    assert "not UTF-8" in fails("base.puml", "ours.puml", "bytes")
    assert "can't be written" in merge("base.puml", "ours.puml", "theirs.puml", "-o", "no/where.puml", code=2, cwd=files)[1]
    assert "Only one" in merge("-", "ours.puml", "-", code=64, cwd=files)[1]
    assert "marker" in merge("base.puml", "ours.puml", "theirs.puml", "--marker-size", "0", code=64, cwd=files)[1]
    assert not (files / "result.puml").exists()


def git(cwd: Path, *arguments: str, code: int = 0) -> str:
    settings = ["-c", "user.name=Tess", "-c", "user.email=tess@example.com", "-c", "init.defaultBranch=main"]
    result = subprocess.run(["git", *settings, *arguments], cwd=cwd, capture_output=True, text=True)
    assert result.returncode == code, result.stdout + result.stderr
    return result.stdout + result.stderr


def test_git_merges_diagrams_by_their_elements(folder: Path) -> None:
    """As docs/notation.md says it."""
    diagram = folder / "a.puml"

    def commit(text: str, branch: str, start: str) -> None:
        git(folder, "checkout", "-b", branch, start)
        diagram.write_text(text)
        git(folder, "commit", "-a", "-m", branch)

    git(folder, "init")
    diagram.write_text(BASE)
    git(folder, "add", "a.puml")
    git(folder, "commit", "-m", "first")
    for branch, text in {"ours": OURS, "theirs": THEIRS, "others": OTHERS, "gantt": "@startgantt\n@endgantt\n"}.items():
        commit(text, branch, "main")
    git(folder, "checkout", "-b", "merged", "ours")
    assert "CONFLICT" in git(folder, "merge", "theirs", code=1)
    git(folder, "merge", "--abort")

    (folder / ".gitattributes").write_text("*.puml merge=zenuml\n*.zen merge=zenuml\n")
    git(folder, "config", "merge.zenuml.name", "diagrams by their elements")
    git(folder, "config", "merge.zenuml.driver", DRIVER.format(binary=binary()))
    git(folder, "merge", "theirs", "-m", "both")
    assert diagram.read_text() == MERGED and git(folder, "status", "--porcelain", "-uno") == ""

    git(folder, "checkout", "-b", "left", "ours")
    said = git(folder, "merge", "others", code=1)
    assert "a.puml:6: conflict: changed by both sides\n" in said and "CONFLICT" in said
    assert "<<<<<<< ours\nclass Line {\n" in diagram.read_text() and ">>>>>>> theirs\n" in diagram.read_text()
    git(folder, "merge", "--abort")

    # What is no diagram is merged as ever, and nothing of it lost.
    assert "Gantt" in git(folder, "merge", "gantt", code=1)
    assert "<<<<<<< ours\nclass Order {\n" in diagram.read_text() and "=======\n@startgantt\n" in diagram.read_text()
