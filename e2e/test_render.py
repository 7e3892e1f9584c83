"""`zenuml render` and `zenuml check`, as people use them."""

import json
import os
import subprocess
import time
from pathlib import Path

import pytest

from e2e.server import REPOSITORY, binary, wait_until


def zenuml(*arguments: str | Path, source: str | bytes = b"") -> subprocess.CompletedProcess[bytes]:
    data = source.encode() if isinstance(source, str) else source
    return subprocess.run([binary(), *map(str, arguments)], input=data, capture_output=True, timeout=30)


def test_standard_input_becomes_standard_output() -> None:
    result = zenuml("render", "-", source="Alice -> Bob: hello\n")
    assert result.returncode == 0
    assert result.stdout.startswith(b"<svg ")
    assert result.stderr == b""


@pytest.mark.parametrize(("ending", "magic"), [("svg", b"<svg "), ("png", b"\x89PNG"), ("pdf", b"%PDF-")])
def test_the_ending_says_the_format(folder: Path, ending: str, magic: bytes) -> None:
    picture = folder / f"hello.{ending}"
    result = zenuml("render", "--kind", "sequence", "-o", picture, "-", source="Alice -> Bob: hello\n")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    assert picture.read_bytes().startswith(magic)


def test_pictures_are_put_beside_their_sources(folder: Path) -> None:
    for name in ("one", "two"):
        (folder / f"{name}.zen").write_text("A -> B: x\n")
    assert zenuml("render", "--format", "png", folder / "one.zen", folder / "two.zen").returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == ["one.png", "one.zen", "two.png", "two.zen"]


def test_what_is_wrong_is_said_and_the_rest_drawn(folder: Path) -> None:
    source = folder / "bad.zen"
    source.write_text("A.m()\nif x { B.n() }\n")
    result = zenuml("render", source)
    assert result.returncode == 1
    assert result.stderr.decode().splitlines() == [
        f"{source}:2:4: error[missing-parentheses]: A condition stands in parentheses.",
        "  if x { B.n() }",
        "     ^",
        "  hint: Write (x).",
    ]
    assert b">n()</text>" in (folder / "bad.svg").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["/no/such/file.zen"], "can't be read"),
        (["-o", "x.gif", "-"], ".svg, .png and .pdf"),
        (["-o", "/no/such/folder/x.svg", "-"], "can't be written"),
        (["--format", "png", "--scale", "10", "-"], "million pixels"),
    ],
)
def test_what_can_not_be_done_is_said_in_a_line(arguments: list[str], words: str) -> None:
    many = "\n".join(f"P{number} -> Q: x" for number in range(200))
    result = zenuml("render", *arguments, source=many)
    assert result.returncode == 2
    assert words in result.stderr.decode()
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["render"]])
def test_a_result_that_can_not_be_written_is_told(arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        outcome = subprocess.run([binary(), *arguments, "-"], input=b"A.m(", stdout=full, stderr=subprocess.PIPE, timeout=30)
    assert (outcome.returncode, outcome.stderr) == (2, b"zenuml: <stdout>: can't be written: No space left on device\n")


def test_with_a_layout_what_was_drawn_stays_where_it_was(folder: Path) -> None:
    layout = folder / "layout.json"
    source = "class A\nclass B\nA <|-- B\n"
    # The first time there is no such file.
    both = ["--layout", layout, "--write-layout", layout]
    assert zenuml("render", "--kind", "class", *both, "-", source=source).returncode == 0
    before = json.loads(layout.read_text())
    more = f"{source}A <|-- C\n"
    assert zenuml("render", "--kind", "class", *both, "-", source=more).returncode == 0
    after = json.loads(layout.read_text())
    assert {name: after[name] for name in "AB"} == {name: before[name] for name in "AB"}
    assert "C" in after
    (folder / "bad.json").write_text('{"A": 1}')
    for path, words in [("bad.json", "this is no layout, such as"), ("missing.json", "can't be read")]:
        result = zenuml("render", "--kind", "class", "--layout", folder / path, "-", source=source)
        assert result.returncode == 2
        assert words in result.stderr.decode()


def test_what_is_no_file_is_written_to_and_not_replaced(folder: Path) -> None:
    pipe = folder / "picture.svg"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        try:
            assert zenuml("render", "-o", pipe, "-", source="A -> B: x\n").returncode == 0
            assert reader.communicate(timeout=10)[0].startswith(b"<svg ")
        finally:
            reader.kill()
    assert pipe.is_fifo()


def test_a_folder_is_no_picture(folder: Path) -> None:
    result = zenuml("render", "--format", "svg", "-o", f"{folder}/new/", "-", source="A -> B: x\n")
    assert result.returncode == 2 and b"can't be written" in result.stderr
    assert list(folder.iterdir()) == []


def test_a_source_that_is_no_text_is_refused() -> None:
    result = zenuml("check", "-", source=b"A.m(\xff)")
    assert (result.returncode, result.stderr) == (2, b"zenuml: <stdin>: the source is not UTF-8\n")


def test_a_source_of_more_than_a_mebibyte_is_refused() -> None:
    result = zenuml("check", "-", source=b"/" * ((1 << 20) + 1))
    assert (result.returncode, result.stderr) == (2, b"zenuml: <stdin>: the source has more than 1 MiB\n")


@pytest.mark.parametrize("piece", ["A.m()\n", "{", 'A.m("', "A -> B: x\n", "== a ==\n"])
def test_a_mebibyte_of_anything_needs_little_memory(folder: Path, piece: str) -> None:
    file = folder / "large.zen"
    file.write_text(piece * ((1 << 20) // len(piece)), encoding="utf-8")
    process = subprocess.Popen([binary(), "render", str(file)], stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    assert file.with_suffix(".svg").exists()
    assert usage.ru_maxrss < 400 << 10  # KiB; 230 MiB were seen


def test_check_speaks_json() -> None:
    result = zenuml("check", "--format", "json", "-", source="par { A.m() }\nB.m(\n")
    assert result.returncode == 1
    (report,) = json.loads(result.stdout)
    assert report["file"] == "<stdin>"
    assert [(d["severity"], d["code"], d["line"], d["column"]) for d in report["diagnostics"]] == [
        ("warning", "operand-count", 1, 1),
        ("error", "unclosed-parenthesis", 2, 4),
    ]


def test_check_goes_on_where_a_file_can_not_be_read(folder: Path) -> None:
    for name in ("a", "c"):
        (folder / name).write_text("B.m(\n")
    files = [folder / name for name in ("a", "missing", "c")]
    result = zenuml("check", "--format", "json", *files)
    assert result.returncode == 2
    reports = json.loads(result.stdout)
    assert [report["file"] for report in reports if report.get("diagnostics")] == [str(files[0]), str(files[2])]
    assert str(files[1]) in result.stderr.decode()


def test_check_ends_with_0_where_there_are_warnings_only() -> None:
    assert zenuml("check", "-", source="return x\n").returncode == 0


def test_watch_draws_again(folder: Path) -> None:
    source, picture = folder / "a.zen", folder / "a.svg"
    source.write_text("A -> B: first\n")
    process = subprocess.Popen([binary(), "render", "--watch", str(source)], stdout=subprocess.PIPE)
    try:
        wait_until(picture.exists, "the first picture")
        time.sleep(0.3)  # so that the file's time differs
        source.write_text("A -> B: second\n")
        wait_until(lambda: b"second" in picture.read_bytes(), "the second picture")
        source.unlink()
        time.sleep(0.5)
        source.write_text("A -> B: third\n")
        wait_until(lambda: b"third" in picture.read_bytes(), "the picture after the file came back")
        assert process.poll() is None
    finally:
        process.terminate()
        process.wait(5)


def test_the_pictures_of_the_documentation_are_those_of_its_texts() -> None:
    subprocess.run([REPOSITORY / "scripts/draw-documentation", binary(), "--check"], check=True, timeout=60)
