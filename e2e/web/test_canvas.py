"""Writing and drawing: whatever is done on the picture, the source says it afterwards."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.server import wait_until
from e2e.web.site import Canvas, Person

SOURCE = "Alice -> Bob: hello\nBob -> Carol.check() {\n  Carol -> Store: load\n}\nBob -> Alice: done\n"


@pytest.fixture
def canvas(page: Page, person: Person) -> Canvas:
    return Canvas.open(page, person.site, person.make_diagram(SOURCE))


def test_what_is_typed_is_drawn_and_marked(canvas: Canvas, page: Page) -> None:
    canvas.source.fill("Alice -> Bob.ask(")
    expect(canvas.part("Bob", "header")).to_contain_text("Bob")
    problem = page.get_by_role("button", name=re.compile("This parenthesis is never closed"))
    expect(problem).to_contain_text("Add ) where it should end.")
    expect(page.locator(".source-colors .problem-error")).to_have_count(1)
    canvas.source.fill("Alice -> Bob.ask()\n")
    expect(page.get_by_text("No problems")).to_be_visible()


def test_a_large_diagram_is_drawn_behind_the_keys(page: Page, person: Person) -> None:
    source = "".join(f"Alice -> Bob: message {number}\n" for number in range(3000))
    canvas = Canvas.open(page, person.site, person.make_diagram(source))
    expect(canvas.part("Alice/Bob", "message")).to_be_attached()
    # What is far from what is seen is not in the page: to put all in would hold up the keys.
    assert page.locator(".picture-content g[data-part=message]").count() < 300
    canvas.source.click(position={"x": 5, "y": 10})
    page.keyboard.press("Control+Home")
    page.keyboard.type("Carol -> Bob: typed\n")
    canvas.expect_source(f"Carol -> Bob: typed\n{source}")
    expect(canvas.part("Carol/Bob", "message")).to_contain_text("typed", timeout=30_000)
    canvas.expect_saved()


def test_one_can_go_through_all_of_a_large_diagram(page: Page, person: Person) -> None:
    source = "".join(f"Alice -> Bob: message {number}\n" for number in range(3000))
    canvas = Canvas.open(page, person.site, person.make_diagram(source))
    page.get_by_role("button", name="Actual size").click()
    box = canvas.picture.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 400)
    page.mouse.wheel(0, 46_200)
    seen = canvas.part("Alice/Bob#1500", "message")
    expect(seen).to_be_attached()
    expect(canvas.part("Alice/Bob", "message")).not_to_be_attached()
    # What is found there can be worked with as anywhere.
    page.mouse.wheel(0, (seen.bounding_box() or box)["y"] - box["y"] - 300)
    wait_until(lambda: abs((seen.bounding_box() or {"y": 0})["y"] - box["y"] - 300) < 40, "the message is in the upper half")
    canvas.click("Alice/Bob#1500")
    expect(page.locator(".selection")).to_be_visible()
    page.keyboard.press("F2")
    page.get_by_label("Text").fill("changed")
    page.keyboard.press("Enter")
    canvas.expect_source(source.replace("message 1499\n", "changed\n"))
    expect(seen).to_contain_text("changed")


def test_lines_are_indented_and_words_completed(canvas: Canvas, page: Page) -> None:
    canvas.source.fill("")
    canvas.source.click()
    page.keyboard.type("Alice -> Bob.m() {\nBo")
    expect(page.get_by_role("option", name="Bob")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type(".n()\n}")
    canvas.expect_source("Alice -> Bob.m() {\n  Bob.n()\n}")
    page.keyboard.press("Control+Space")
    expect(page.get_by_role("listbox", name="Completions")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox", name="Completions")).to_have_count(0)


def test_selecting_marks_the_text_and_the_other_way_round(canvas: Canvas, page: Page) -> None:
    canvas.click("Alice/Bob")
    expect(page.locator(".source-line:has(.marked)")).to_have_text("Alice -> Bob: hello")
    canvas.source.click(position={"x": 60, "y": 8 + 21 * 2 + 10})
    expect(page.locator(".selection")).to_be_visible()
    expect(page.locator(".source-line:has(.marked)")).to_have_text("  Carol -> Store: load")


def test_a_message_is_inserted_by_dragging_from_lifeline_to_lifeline(canvas: Canvas, page: Page) -> None:
    box = canvas.box("Alice/Bob", "message")
    y = box["y"] + box["height"] + 14
    canvas.drag((canvas.lifeline("Alice"), y), (canvas.lifeline("Carol") - 3, y))
    page.get_by_label("Text").fill("how are you?")
    page.keyboard.press("Enter")
    canvas.expect_source(SOURCE.replace("hello\n", "hello\nAlice -> Carol: how are you?\n"))
    # Within a call it belongs to the call.
    box = canvas.box("Carol/Store", "message")
    y = box["y"] + box["height"] + 8
    canvas.drag((canvas.lifeline("Carol"), y), (canvas.lifeline("Alice"), y))
    page.keyboard.press("Escape")
    expect(canvas.source).to_have_value(re.compile(r"load\n  Carol -> Alice: message\n}"))


def test_participants_and_messages_are_renamed_in_place(canvas: Canvas, page: Page) -> None:
    page.mouse.dblclick(*canvas.middle("Bob", "header"))
    page.get_by_label("Participant name").fill("The Bank")
    page.keyboard.press("Enter")
    canvas.expect_source(SOURCE.replace("Bob", '"The Bank"'))
    canvas.click("Alice/The Bank")
    page.keyboard.press("F2")
    page.get_by_label("Text").fill("hi")
    page.keyboard.press("Enter")
    expect(canvas.source).to_have_value(re.compile('^Alice -> "The Bank": hi\n'))
    page.mouse.dblclick(*canvas.middle("Alice", "header"))
    page.get_by_label("Participant name").fill("The Bank")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("Another element has this name.")


def test_statements_are_moved_by_dragging_and_by_keys(canvas: Canvas, page: Page) -> None:
    box = canvas.box("Alice/Bob", "message")
    x, y = canvas.middle("Bob/Alice", "message")
    canvas.drag((x, y), (x, box["y"] - 6))
    moved = "Bob -> Alice: done\n" + SOURCE.replace("Bob -> Alice: done\n", "")
    canvas.expect_source(moved)
    canvas.click("Bob/Alice")
    page.keyboard.press("Alt+ArrowDown")
    canvas.expect_source(moved.replace("Bob -> Alice: done\nAlice -> Bob: hello\n", "Alice -> Bob: hello\nBob -> Alice: done\n"))
    page.keyboard.press("Alt+ArrowUp")
    canvas.expect_source(moved)


def test_elements_are_deleted_wrapped_and_changed(canvas: Canvas, page: Page) -> None:
    canvas.click("Bob/Alice")
    page.keyboard.press("Delete")
    canvas.expect_source(SOURCE.replace("Bob -> Alice: done\n", ""))
    canvas.click("Alice/Bob")
    page.get_by_label("Wrap in…").select_option("opt")
    # Its condition is asked for at once.
    page.get_by_label("Condition 1").fill("awake")
    page.keyboard.press("Enter")
    expect(canvas.source).to_have_value(re.compile(r"^opt\(awake\) {\n  Alice -> Bob: hello\n}\n"))
    page.get_by_role("button", name="Unwrap").click()
    expect(canvas.source).to_have_value(re.compile("^Alice -> Bob: hello\n"))
    canvas.click("Alice/Bob")
    page.get_by_label("Kind of message").select_option("reply")
    expect(canvas.source).to_have_value(re.compile("^Alice --> Bob: hello\n"))
    canvas.click("Store", "header")
    page.keyboard.press("Delete")
    expect(canvas.source).not_to_have_value(re.compile("Store"))


def test_a_diagram_is_drawn_from_nothing(canvas: Canvas, page: Page) -> None:
    canvas.source.fill("")
    for name, add in [("User", page.get_by_role("button", name="Add a participant")), ("Server", canvas.tool("Participant"))]:
        # The first in the middle of the empty picture, the second right of it.
        add.click()
        if name == "Server":
            page.mouse.click(canvas.lifeline("User") + 150, 300)
        page.get_by_label("Participant name").fill(name)
        page.keyboard.press("Enter")
    box = canvas.box("User", "lifeline")
    y = box["y"] + box["height"] - 8
    canvas.drag((canvas.lifeline("User"), y), (canvas.lifeline("Server"), y))
    page.get_by_label("Text").fill("GET /")
    page.keyboard.press("Enter")
    canvas.expect_source("participant User\nparticipant Server\nUser -> Server: GET /\n")
    canvas.expect_saved()


def test_everything_can_be_taken_back(canvas: Canvas, page: Page) -> None:
    canvas.source.press("Control+End")
    page.keyboard.type("Bob -> Carol: bye")
    canvas.click("Alice/Bob")
    page.keyboard.press("Delete")
    changed = canvas.source.input_value()
    undo, redo = page.get_by_role("button", name="Undo"), page.get_by_role("button", name="Redo")
    undo.click()
    page.keyboard.press("Control+z")
    canvas.expect_source(SOURCE)
    expect(undo).to_be_disabled()
    redo.click()
    page.keyboard.press("Control+Shift+z")
    canvas.expect_source(changed)
    expect(redo).to_be_disabled()
    canvas.source.click()
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+y")
    expect(canvas.source).to_have_value(SOURCE + "Bob -> Carol: bye")


def test_files_are_exported(canvas: Canvas, page: Page, folder: Path) -> None:
    starts = {"SVG": b"<svg", "PNG, 1×": b"\x89PNG", "PNG, 4×": b"\x89PNG", "PDF": b"%PDF", "Source (.zen)": SOURCE.encode()[:5]}
    sizes = {}
    for item, start in starts.items():
        page.get_by_role("button", name="Export").click()
        with page.expect_download() as download:
            page.get_by_role("menuitem", name=item).click()
        path = folder / download.value.suggested_filename
        download.value.save_as(path)
        assert path.read_bytes().startswith(start), item
        assert path.stem == "Diagram"
        sizes[item] = path.stat().st_size
    assert sizes["PNG, 4×"] > sizes["PNG, 1×"]


def test_a_picture_is_copied(canvas: Canvas, page: Page, person: Person) -> None:
    person.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Export").click()
    page.get_by_role("menuitem", name="Copy as image").click()
    expect(page.get_by_role("log")).to_contain_text("The picture is in the clipboard.")
    size = page.evaluate("""async () => {
        const [item] = await navigator.clipboard.read();
        const picture = await createImageBitmap(await item.getType('image/png'));
        return [picture.width, picture.height];
    }""")
    assert min(size) > 100


def test_a_file_takes_the_place_of_the_source(canvas: Canvas, page: Page, folder: Path) -> None:
    file = folder / "other.zen"
    file.write_text("X -> Y: from a file\n", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(file)
    canvas.expect_source("X -> Y: from a file\n")
    page.get_by_role("button", name="Undo").click()
    canvas.expect_source(SOURCE)
    (folder / "picture.zen").write_bytes(b"\x89PNG\x00\xff")
    page.locator("input[type=file]").set_input_files(folder / "picture.zen")
    expect(page.get_by_role("log")).to_contain_text("not a text file")
    canvas.expect_source(SOURCE)


def test_zoom_pan_and_fold(canvas: Canvas, page: Page) -> None:
    level = page.get_by_role("button", name="Actual size")
    before = canvas.box("Alice", "header")
    page.get_by_role("button", name="Zoom in").click()
    expect(level).to_have_text("125 %")
    page.keyboard.press("Tab")
    canvas.picture.focus()
    for _ in range(12):
        page.keyboard.press("+")
    expect(level).to_have_text("400 %")
    expect(page.locator(".minimap")).to_be_visible()
    for _ in range(30):
        page.keyboard.press("-")
    expect(level).to_have_text("10 %")
    page.keyboard.press(".")
    expect(level).to_have_text("100 %")
    box = canvas.picture.bounding_box()
    assert box
    page.mouse.move(box["x"] + 100, box["y"] + 400)
    page.mouse.wheel(0, 120)

    def is_scrolled() -> bool:
        after = canvas.box("Alice", "header")
        return abs(before["y"] - after["y"] - 120) < 2

    wait_until(is_scrolled, "the picture has moved up by the turn of the wheel")
    page.get_by_role("button", name="Hide the source").click()
    expect(canvas.source).to_have_count(0)
    page.get_by_role("button", name="Show the source").click()
    canvas.expect_source(SOURCE)


def test_commands_and_keys_are_found(canvas: Canvas, page: Page) -> None:
    canvas.picture.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Gestures and keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Type a command").fill("participant")
    page.keyboard.press("Enter")
    expect(canvas.source).to_have_value(re.compile("Participant1"))


def test_the_keyboard_is_enough(page: Page, person: Person) -> None:
    """From Home to a diagram that is changed on the picture, without a mouse."""
    page.goto(person.site.url)
    # All is loaded: whoever presses a key before the page is there presses it in vain.
    page.wait_for_load_state("networkidle")
    button = page.get_by_role("button", name="New diagram")
    button.focus()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Diagram name")).to_be_focused()
    page.keyboard.type("By keyboard")
    page.keyboard.press("Enter")
    canvas = Canvas(page)
    expect(canvas.source).to_be_visible()
    canvas.source.focus()
    page.keyboard.type("A -> B: one\nA -> B: two\n")
    # Escape, then Tab, leaves the source; on to the divider and the picture.
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    for _ in range(10):
        if canvas.picture.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(canvas.picture).to_be_focused()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "F2"):
        page.keyboard.press(key)
    page.get_by_label("Text").fill("first")
    page.keyboard.press("Enter")
    canvas.expect_source("A -> B: first\nA -> B: two\n")
    expect(canvas.picture).to_be_focused()
    page.keyboard.press("Delete")
    canvas.expect_source("A -> B: two\n")
    page.keyboard.press("Control+s")
    canvas.expect_saved()
