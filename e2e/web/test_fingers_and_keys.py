"""Diagrams of each kind, drawn with fingers alone and with keys alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.web.site import Canvas, Person, Site, profile
from e2e.web.test_class_diagrams import middle
from e2e.web.test_drawing import draw, expect_drawn

Point = tuple[float, float]


class Hand:
    """Fingers on a screen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)

    def touch(self, kind: str, *points: Point) -> None:
        touches = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    def drag(self, start: Point, end: Point, steps: int = 6) -> None:
        self.touch("touchStart", start)
        for step in range(1, steps + 1):
            part = step / steps
            self.touch("touchMove", (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part))
        self.touch("touchEnd")

    def pinch(self, center: Point, before: float, after: float) -> None:
        for number, distance in enumerate([before, (before + after) / 2, after]):
            fingers = [(center[0] - distance, center[1]), (center[0] + distance, center[1])]
            self.touch("touchStart" if number == 0 else "touchMove", *fingers)
        self.touch("touchEnd")

    def write(self, text: str) -> None:
        """On the keyboard of the screen."""
        field = self.page.locator(".inline-editor")
        expect(field).to_be_focused()
        field.fill(text)
        self.page.keyboard.press("Enter")


@pytest.fixture
def phone(site: Site, browser: Browser) -> Iterator[Page]:
    """Upright."""
    with profile(browser, has_touch=True, is_mobile=True, viewport={"width": 412, "height": 860}) as context:
        person = Person(site, context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        person.open_home(page)
        page.close()
        yield from open_page(person)


def open_page(person: Person) -> Iterator[Page]:
    page = person.context.new_page()
    page.person = person  # type: ignore[attr-defined]
    yield page
    page.close()


def draw_on(phone: Page, kind: str) -> tuple[Canvas, Hand]:
    return draw(phone, phone.person, kind), Hand(phone)  # type: ignore[attr-defined]


def put(canvas: Canvas, hand: Hand, tool: str, at: Point, name: str) -> None:
    canvas.tool(tool).tap()
    canvas.page.touchscreen.tap(*at)
    hand.write(name)


def test_a_class_diagram_with_fingers(phone: Page) -> None:
    canvas, hand = draw_on(phone, "Class diagram")
    put(canvas, hand, "Class", (260, 300), "A")
    put(canvas, hand, "Class", (260, 560), "B")
    # What is selected shows points from which a finger draws; each is large enough for one.
    phone.touchscreen.tap(*middle(canvas, "A"))
    box = canvas.box("A", "classifier")
    hand.drag((box["x"] + box["width"] / 2 + 8, box["y"] + box["height"] + 30), middle(canvas, "B"))
    expect_drawn(canvas, "class A\nclass B\nA -- B\n")
    before = middle(canvas, "B")
    hand.drag(before, (before[0] - 60, before[1] + 60))
    after = middle(canvas, "B")
    assert abs(after[0] - before[0] + 60) < 12 and abs(after[1] - before[1] - 60) < 12
    # Two fingers move nothing but the view.
    hand.pinch((220, 700), 40, 100)
    expect(phone.get_by_role("button", name="Actual size")).not_to_have_text("100 %")
    expect_drawn(canvas, "class A\nclass B\nA -- B\n")
    # A finger that is held down opens the menu.
    at = middle(canvas, "B")
    phone.mouse.click(*at, button="right")
    phone.get_by_role("menuitem", name="Delete").tap()
    expect_drawn(canvas, "class A\n")


def test_a_use_case_diagram_with_fingers(phone: Page) -> None:
    canvas, hand = draw_on(phone, "Use case diagram")
    put(canvas, hand, "Actor", (180, 300), "Reader")
    put(canvas, hand, "Use case", (280, 560), "Borrow")
    canvas.tool("Association").tap()
    phone.touchscreen.tap(*middle(canvas, "Reader"))
    phone.touchscreen.tap(*middle(canvas, "Borrow"))
    expect_drawn(canvas, "actor Reader\nusecase Borrow\nReader -- Borrow\n")


def test_a_sequence_diagram_with_fingers(phone: Page) -> None:
    canvas, hand = draw_on(phone, "Sequence diagram")
    put(canvas, hand, "Actor", (180, 200), "User")
    put(canvas, hand, "Participant", (390, 200), "Shop")
    hand.drag((canvas.lifeline("User"), 480), (canvas.lifeline("Shop"), 480))
    hand.write("order")
    expect_drawn(canvas, "@Actor User\nparticipant Shop\nUser -> Shop: order\n")
    canvas.tool("Option").tap()
    line = canvas.box("User/Shop", "message")
    hand.drag((canvas.lifeline("User") - 30, line["y"] - 20), (canvas.lifeline("Shop") + 30, line["y"] + line["height"] + 30))
    hand.write("in stock")
    expect_drawn(canvas, "@Actor User\nparticipant Shop\nopt(in stock) {\n  User -> Shop: order\n}\n")


def test_a_use_case_diagram_with_keys(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Use case diagram")
    canvas.picture.focus()
    for key, name in {"1": "Reader", "2": "Borrow a book", "3": "Library"}.items():
        page.keyboard.press(key)
        page.keyboard.press("Enter")
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        if key == "1":
            for _ in range(30):
                page.keyboard.press("Alt+ArrowLeft")
        if key == "2":
            # Selected, it comes into the subject.
            expect(page.get_by_text("Borrow a book, use case")).to_be_attached()
    page.keyboard.press("Home")
    drawn = 'actor Reader\nrectangle Library {\n  usecase "Borrow a book"\n}\n'
    expect_drawn(canvas, drawn)
    canvas.picture.focus()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect_drawn(canvas, f'{drawn}Reader -- "Borrow a book"\n')


def test_a_sequence_diagram_with_keys(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Sequence diagram")
    canvas.picture.focus()
    for key, name in {"2": "User", "1": "Shop"}.items():
        page.keyboard.press(key)
        page.keyboard.press("Enter")
        page.keyboard.type(name)
        page.keyboard.press("Enter")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("m")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type("order")
    page.keyboard.press("Enter")
    # The message is selected: wrapped, its condition is asked for.
    page.keyboard.press("f")
    page.keyboard.press("Enter")
    page.keyboard.type("in stock")
    page.keyboard.press("Enter")
    expect_drawn(canvas, "@Actor User\nparticipant Shop\nif (in stock) {\n  User -> Shop: order\n}\n")
    expect(page.get_by_text("alt ", exact=False).first).to_be_attached()
