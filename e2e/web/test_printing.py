"""On paper a diagram stands alone, with its name, and lists are lists."""

import re
import subprocess
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e.server import REPOSITORY
from e2e.web.site import Canvas, Person

SCREENSHOTS = REPOSITORY / "e2e/screenshots"


def printed(page: Page, folder: Path, name: str) -> tuple[str, int]:
    """Prints into a PDF; gives its text and the number of its pages."""
    path = folder / f"{name}.pdf"
    page.pdf(path=path, prefer_css_page_size=True, print_background=True)
    SCREENSHOTS.mkdir(exist_ok=True)
    subprocess.run(["pdftoppm", "-r", "50", "-png", path, SCREENSHOTS / f"printed-{name}"], check=True)
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout
    pages = re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout)
    assert pages
    return text, int(pages[1])


def test_a_diagram_is_printed_alone_with_its_name(page: Page, person: Person, folder: Path) -> None:
    page.emulate_media(color_scheme="dark")
    canvas = Canvas.open(page, person.site, person.make_diagram("Alice -> Bob: hello\nBob --> Alice: bye\n", "Greetings"))
    canvas.expect_saved()
    text, pages = printed(page, folder, "small")
    assert pages == 1
    assert {"Greetings", "Alice", "Bob", "hello", "bye"} <= set(text.split())
    assert "Alice -> Bob" not in text and "Export" not in text and "No problems" not in text
    images = subprocess.run(["pdfimages", "-list", folder / "small.pdf"], capture_output=True, check=True, text=True).stdout
    assert len(images.splitlines()) <= 2, "the picture is made of lines and letters"
    # The page is as before.
    expect(canvas.part("Alice/Bob", "message")).to_be_visible()
    expect(page.locator(".print-sheet")).to_have_count(0)


def test_a_long_diagram_goes_over_several_pages(page: Page, person: Person, folder: Path) -> None:
    source = "".join(f"Alice -> Bob: message {number}\n" for number in range(200))
    Canvas.open(page, person.site, person.make_diagram(source, "Long")).expect_saved()
    text, pages = printed(page, folder, "long")
    assert 3 <= pages <= 8
    assert f"1/{pages}" in text and f"{pages}/{pages}" in text
    assert "message 0" in text and "message 199" in text


def test_lists_are_printed_as_lists(page: Page, person: Person, folder: Path) -> None:
    for number in range(3):
        person.make_diagram("A -> B: x\n", f"Listed {number}")
    person.open_home(page)
    expect(page.get_by_role("heading", name="Listed 2", exact=True)).to_be_visible()
    text, _ = printed(page, folder, "home")
    assert "Listed 0" in text and "Listed 2" in text
    assert "New project" not in text and "Sign out" not in text
