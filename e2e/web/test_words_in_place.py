"""Words that are changed where they stand on the picture, and statements that are dragged."""

from playwright.sync_api import Browser, Locator, Page, expect

from e2e.web.site import Canvas, Person, Site, profile
from e2e.web.test_drawing import connect, draw, expect_drawn, place, write


def double_click(canvas: Canvas, element: str, part: str, text: str) -> Locator:
    """On words of an element, which are in a field then."""
    canvas.box(element, part)  # The picture rests then.
    words = canvas.part(element, part).locator("text", has_text=text).first.bounding_box()
    assert words
    canvas.page.mouse.dblclick(words["x"] + words["width"] / 2, words["y"] + words["height"] / 2)
    field = canvas.page.locator(".inline-editor")
    expect(field).to_be_focused()
    return field


def test_members_are_written_where_they_stand(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    place(canvas, "Class", (500, 300), "Order")
    page.get_by_role("button", name="Add a member").click()
    field = page.locator(".inline-editor")
    for member in ["- id : UUID", "+ total() : Money", "placed : Date"]:
        expect(field).to_be_focused()
        expect(field).to_have_value("")
        page.keyboard.type(member)
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(field).to_have_count(0)
    expect(canvas.picture).to_be_focused()
    expect_drawn(canvas, "class Order {\n  - id : UUID\n  + total() : Money\n  placed : Date\n}\n")
    # Operations are drawn below attributes, and each line is changed where it is.
    double_click(canvas, "Order", "classifier", "placed").fill("placed : Instant")
    page.keyboard.press("Alt+ArrowUp")
    expect(field).to_have_value("placed : Instant")
    page.keyboard.press("Escape")
    expect_drawn(canvas, "class Order {\n  - id : UUID\n  placed : Instant\n  + total() : Money\n}\n")
    # Several lines, as they come out of a program's text.
    person.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('+ pay()\\n+ cancel()\\n')")
    canvas.picture.press("Shift+Enter")
    field.press("Control+v")
    field.press("Escape")
    expect_drawn(canvas, "class Order {\n  - id : UUID\n  placed : Instant\n  + total() : Money\n  + pay()\n  + cancel()\n}\n")
    # From the name with Tab, and emptied.
    canvas.picture.press("F2")
    field.press("Tab")
    expect(field).to_have_value("- id : UUID")
    field.fill("")
    field.press("Tab")
    expect(field).to_have_value("placed : Instant")
    field.press("Escape")
    expect_drawn(canvas, "class Order {\n  placed : Instant\n  + total() : Money\n  + pay()\n  + cancel()\n}\n")


def test_what_stands_at_a_relation_is_written_there(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    for name, at in {"Order": (400, 300), "Line": (800, 300)}.items():
        place(canvas, "Class", at, name)
    connect(canvas, "Composition", "Order", "Line")
    line = canvas.box("Order/Line", "relationship")
    page.mouse.dblclick(line["x"] + line["width"] - 10, line["y"] + line["height"] / 2)
    field = page.locator(".inline-editor")
    expect(field).to_be_focused()
    field.fill("1..* lines")
    field.press("Shift+Tab")
    field.fill("1")
    field.press("Shift+Tab")
    field.fill("holds")
    field.press("Enter")
    expect_drawn(canvas, 'class Order\nclass Line\nOrder "1" *-- "1..* lines" Line : holds\n')
    double_click(canvas, "Order/Line", "relationship", "lines").fill("*")
    page.mouse.click(600, 600)
    expect_drawn(canvas, 'class Order\nclass Line\nOrder "1" *-- "*" Line : holds\n')


def test_the_cases_of_a_fragment_are_changed_where_they_stand(page: Page, person: Person) -> None:
    text = "if (paid) {\n  Shop -> Customer: thanks\n  Shop -> Log: paid\n} else {\n  Shop -> Customer: sorry\n}\nShop -> Log: end\n"
    canvas = draw(page, person, "Sequence diagram")
    write(canvas, text)
    double_click(canvas, ":alt", "operand", "[paid]").fill("in time")
    page.keyboard.press("Tab")
    page.locator(".inline-editor").fill("late")
    page.keyboard.press("Enter")
    changed = text.replace("paid)", "in time)").replace("else {", "else if (late) {")
    expect_drawn(canvas, changed)
    frame = canvas.box(":alt", "fragment")
    line = canvas.page.locator('[data-id=":alt"][data-part="operand"]').nth(1).locator("path").first.bounding_box()
    assert line
    x = frame["x"] + frame["width"] - 12
    canvas.drag((x, line["y"] + 1), (x, canvas.box("Shop/Customer", "message")["y"] + canvas.box("Shop/Customer", "message")["height"] + 8))
    moved = changed.replace("  Shop -> Log: paid\n} else if (late) {\n", "} else if (late) {\n  Shop -> Log: paid\n")
    expect_drawn(canvas, moved)
    # The last message, into the fragment.
    end = canvas.middle("Shop/Log#2", "message")
    inside = canvas.box("Shop/Customer", "message")
    canvas.drag(end, (end[0], inside["y"] + inside["height"] + 2))
    expect_drawn(canvas, moved.replace("thanks\n", "thanks\n  Shop -> Log: end\n").removesuffix("Shop -> Log: end\n"))


GLIDES = """window.glides = [];
const animate = Element.prototype.animate;
Element.prototype.animate = function (...how) {
    window.glides.push(this.dataset.id);
    return animate.apply(this, how);
};"""


def test_what_an_edit_moves_glides_unless_motion_is_to_be_reduced(site: Site, browser: Browser) -> None:
    for motion, glides in {"no-preference": True, "reduce": False}.items():
        with profile(browser, reduced_motion=motion) as context:
            page = context.new_page()
            page.add_init_script(GLIDES)
            canvas = draw(page, Person(site, context), "Class diagram")
            for name, at in {"Order": (300, 300), "Line": (900, 500)}.items():
                place(canvas, "Class", at, name)
            connect(canvas, "Composition", "Order", "Line")
            page.evaluate("glides.length = 0")
            page.get_by_role("button", name="Arrange all anew").click()
            box = canvas.box("Line", "classifier")
            assert box["width"] > 0
            # However slow the machine: what has come to its end counts as well.
            assert page.evaluate("glides.includes('Line')") == glides


def test_a_note_is_written_on_a_message(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Sequence diagram")
    write(canvas, "User -> Shop: order\nUser -> Shop: pay\n")
    canvas.tool("Note").click()
    page.mouse.click(*canvas.middle("User/Shop#2", "message"))
    field = page.get_by_label("Note", exact=True).last
    expect(field).to_be_focused()
    field.fill("with a card,\nor later")
    field.press("Control+Enter")
    expect_drawn(canvas, "User -> Shop: order\n// with a card,\n// or later\nUser -> Shop: pay\n")
    double_click(canvas, "User/Shop#2", "comment", "card").fill("")
    page.mouse.click(900, 700)
    expect_drawn(canvas, "User -> Shop: order\nUser -> Shop: pay\n")


def test_what_is_wrong_with_an_element_is_told_at_it(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    write(canvas, "class A\nclass B\nA <|-- B\nB <|-- A\n")
    mark = page.locator(".problem-mark").first
    expect(mark).to_be_visible()
    mark.click()
    expect(page.get_by_role("menuitem").first).to_contain_text("generalization")
    page.keyboard.press("Escape")
    write(canvas, "class A\nclass B\nA <|-- B\n")
    expect(page.locator(".problem-mark")).to_have_count(0)
