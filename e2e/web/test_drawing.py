"""Diagrams drawn on the canvas: what each gesture writes into the source."""

from playwright.sync_api import Browser, Page, expect

from e2e.web.site import Canvas, Person, Site, profile
from e2e.web.test_class_diagrams import make, middle


def draw(page: Page, person: Person, kind: str) -> Canvas:
    """An empty diagram whose source is folded away: for this person it stays so."""
    canvas = make(page, person, kind)
    if canvas.source.is_visible():
        page.get_by_role("button", name="Hide the source").click()
    return canvas


def place(canvas: Canvas, tool: str, at: tuple[float, float], name: str) -> None:
    """Clicked in the toolbox, then at a place; the field for its name is open then."""
    canvas.tool(tool).click()
    canvas.page.mouse.click(*at)
    field = canvas.page.locator(".inline-editor")
    expect(field).to_be_focused()
    field.fill(name)
    canvas.page.keyboard.press("Enter")


def connect(canvas: Canvas, tool: str, first: str, second: str) -> None:
    canvas.tool(tool).click()
    canvas.drag(middle(canvas, first), middle(canvas, second))


def write(canvas: Canvas, source: str) -> None:
    """The source, in its view, which is closed again."""
    canvas.page.get_by_role("button", name="Show the source").click()
    canvas.source.fill(source)
    canvas.page.get_by_role("button", name="Hide the source").click()


def expect_drawn(canvas: Canvas, source: str) -> None:
    canvas.page.get_by_role("button", name="Show the source").click()
    canvas.expect_source(source)
    canvas.page.get_by_role("button", name="Hide the source").click()


def test_a_class_diagram_is_drawn_with_the_mouse_alone(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    places = {"Order": (400, 260), "Line": (760, 260), "Product": (1050, 260), "Rush order": (400, 560)}
    for name, at in places.items():
        place(canvas, "Class", at, name)
        found = middle(canvas, name)
        # A longer name makes it wider to the right.
        assert abs(found[0] - at[0]) <= 15 and abs(found[1] - at[1]) <= 2, (name, found)
    stand = {name: middle(canvas, name) for name in places}
    for tool, first, second in [
        ("Composition", "Order", "Line"), ("Directed association", "Line", "Product"), ("Generalization", "Rush order", "Order"),
    ]:
        connect(canvas, tool, first, second)
        expect(page.get_by_role("toolbar", name="Edit")).to_be_visible()
    drawn = 'class Order\nclass Line\nclass Product\nclass "Rush order"\nOrder *-- Line\nLine --> Product\nOrder <|-- "Rush order"\n'
    expect_drawn(canvas, drawn)
    # Nothing has moved meanwhile.
    assert stand == {name: middle(canvas, name) for name in places}
    canvas.tool("Package").click()
    canvas.drag((660, 160), (1180, 340))
    page.locator(".inline-editor").fill("Stock")
    page.keyboard.press("Enter")
    expect_drawn(
        canvas,
        'class Order\npackage Stock {\n  class Line\n  class Product\n}\nclass "Rush order"\n'
        'Order *-- Line\nLine --> Product\nOrder <|-- "Rush order"\n',
    )
    canvas.expect_saved()
    page.reload()
    expect(canvas.part("Order/Line", "relationship")).to_be_attached()


def test_a_relation_that_is_let_go_beside_all_offers_what_could_be_there(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    place(canvas, "Class", (400, 260), "Order")
    canvas.tool("Realization").click()
    canvas.drag(middle(canvas, "Order"), (700, 420))
    page.get_by_role("menuitem", name="Interface").click()
    page.locator(".inline-editor").fill("Priced")
    page.keyboard.press("Enter")
    expect_drawn(canvas, "class Order\ninterface Priced\nPriced <|.. Order\n")
    x, y = middle(canvas, "Priced")
    assert abs(x - 700) <= 15 and abs(y - 420) <= 15


def test_several_are_selected_moved_copied_and_deleted(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    for name, at in {"A": (400, 260), "B": (640, 260), "C": (400, 500)}.items():
        place(canvas, "Class", at, name)
    canvas.drag((300, 200), (760, 330))
    page.keyboard.press("Control+d")
    page.keyboard.press("Control+z")
    canvas.drag((300, 200), (760, 330))
    start = middle(canvas, "A")
    canvas.drag(start, (start[0] + 60, start[1] - 40))
    for name, at in {"A": (460, 220), "B": (700, 220), "C": (400, 500)}.items():
        found = middle(canvas, name)
        assert abs(found[0] - at[0]) <= 6 and abs(found[1] - at[1]) <= 6, (name, found)
    page.keyboard.press("Delete")
    expect_drawn(canvas, "class C\n")
    page.keyboard.press("Control+z")
    expect_drawn(canvas, "class A\nclass B\nclass C\n")
    page.mouse.click(*middle(canvas, "B"), button="right")
    page.get_by_role("menuitem", name="Duplicate").click()
    expect(canvas.part("B2", "classifier")).to_be_visible()
    canvas.picture.press("Control+a")
    canvas.picture.press("Shift+F10")
    page.get_by_role("menuitem", name="Bring together in a package").click()
    page.keyboard.press("Enter")
    expect_drawn(canvas, "package Package1 {\n  class A\n  class B\n  class B2\n  class C\n}\n")


def test_a_use_case_diagram_is_drawn_with_the_mouse_alone(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Use case diagram")
    place(canvas, "Actor", (300, 320), "Customer")
    for name, at in {"Order": (620, 240), "Pay": (900, 240), "Cancel": (620, 460)}.items():
        place(canvas, "Use case", at, name)
    for tool, first, second in [("Association", "Customer", "Order"), ("Include", "Order", "Pay"), ("Extend", "Cancel", "Order")]:
        connect(canvas, tool, first, second)
    canvas.tool("Subject (system boundary)").click()
    canvas.drag((500, 150), (1050, 560))
    page.locator(".inline-editor").fill("Shop")
    page.keyboard.press("Enter")
    expect_drawn(
        canvas,
        "actor Customer\nrectangle Shop {\n  usecase Order\n  usecase Pay\n  usecase Cancel\n}\n"
        "Customer -- Order\nOrder ..> Pay : <<include>>\nCancel ..> Order : <<extend>>\n",
    )


def test_a_sequence_diagram_is_drawn_with_the_mouse_alone(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Sequence diagram")
    place(canvas, "Actor", (300, 160), "Customer")
    place(canvas, "Participant", (700, 160), "Shop")
    shop = canvas.lifeline("Shop")
    canvas.tool("Call").click()
    canvas.drag((canvas.lifeline("Customer"), 420), (shop, 420))
    page.locator(".inline-editor").fill("order(cart)")
    page.keyboard.press("Enter")
    line = canvas.box("Customer/Shop", "execution")
    canvas.tool("Creation").click()
    inside = line["y"] + line["height"] / 2
    canvas.drag((canvas.lifeline("Shop"), inside), (canvas.lifeline("Shop") + 260, inside))
    page.locator(".inline-editor").fill("Invoice")
    page.keyboard.press("Enter")
    canvas.tool("Fragment").click()
    box = canvas.box("Customer/Shop", "message")
    canvas.drag((canvas.lifeline("Customer") - 90, box["y"] - 20), (canvas.lifeline("Invoice") + 90, 780))
    page.get_by_role("textbox", name="Condition 1").fill("in stock")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add an else").click()
    expect_drawn(
        canvas,
        "@Actor Customer\nparticipant Shop\nif (in stock) {\n  Customer -> Shop.order(cart) {\n    new Invoice()\n  }\n} else {\n}\n",
    )


def test_a_tool_is_dragged_out_of_the_toolbox_and_let_go_with_escape(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    box = canvas.tool("Interface").bounding_box()
    assert box
    canvas.drag((box["x"] + 10, box["y"] + 10), (600, 300))
    page.keyboard.press("Enter")
    expect(canvas.part("Interface1", "classifier")).to_be_visible()
    x, y = middle(canvas, "Interface1")
    assert abs(x - 600) <= 2 and abs(y - 300) <= 12
    canvas.tool("Class").click()
    expect(canvas.tool("Class")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(canvas.tool("Select")).to_have_attribute("aria-pressed", "true")
    page.mouse.click(900, 300)
    expect_drawn(canvas, "interface Interface1\n")


def test_a_class_diagram_is_drawn_with_the_keyboard_alone(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    canvas.picture.focus()
    for name in ["Order", "Line"]:
        page.keyboard.press("1")
        page.keyboard.press("Enter")
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        expect(canvas.part(name, "classifier")).to_be_visible()
        for _ in range(12):
            page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("c")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect_drawn(canvas, "class Order\nclass Line\nOrder *-- Line\n")


def test_a_class_is_placed_and_connected_with_a_finger(person: Person, browser: Browser) -> None:
    with profile(browser, has_touch=True, viewport={"width": 900, "height": 800}) as context:
        page = context.new_page()
        person.sign_in(page)
        canvas = draw(page, person, "Class diagram")
        for name, (x, y) in {"A": (400, 240), "B": (640, 420)}.items():
            canvas.tool("Class").tap()
            page.touchscreen.tap(x, y)
            page.locator(".inline-editor").fill(name)
            page.keyboard.press("Enter")
        canvas.tool("Aggregation").tap()
        page.touchscreen.tap(*middle(canvas, "A"))
        page.touchscreen.tap(*middle(canvas, "B"))
        expect_drawn(canvas, "class A\nclass B\nA o-- B\n")


def test_what_is_selected_is_described_and_edited_in_the_panel(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    place(canvas, "Class", (400, 260), "Order")
    page.get_by_role("button", name="Properties").click()
    panel = page.get_by_role("complementary", name="Properties")
    panel.get_by_label("New member").fill("+ total() : Money")
    page.keyboard.press("Enter")
    panel.get_by_label("New member").fill("- id : UUID")
    page.keyboard.press("Enter")
    panel.get_by_label("Stereotypes").fill("root, «table»")
    page.keyboard.press("Enter")
    panel.get_by_role("button", name="Yellow").click()
    place(canvas, "Interface", (640, 460), "Priced")
    canvas.picture.press("Control+a")
    panel.get_by_role("button", name="Blue").click()
    page.mouse.click(*middle(canvas, "Order"))
    expect(panel.get_by_role("button", name="Blue")).to_have_attribute("aria-pressed", "true")
    panel.get_by_label("Name", exact=True).fill("Purchase")
    page.keyboard.press("Enter")
    expect_drawn(
        canvas,
        "class Purchase <<root>> <<table>> #DBEAFE {\n  + total() : Money\n  - id : UUID\n}\ninterface Priced #DBEAFE\n",
    )
    page.get_by_role("button", name="Properties").click()
    expect(panel).to_have_count(0)


def test_elements_are_copied_from_one_diagram_into_another(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    for name, at in {"A": (400, 260), "B": (640, 260)}.items():
        place(canvas, "Class", at, name)
    connect(canvas, "Composition", "A", "B")
    canvas.picture.press("Control+a")
    canvas.picture.press("Control+c")
    canvas.expect_saved()
    other = draw(page, person, "Class diagram")
    other.picture.press("Control+v")
    expect_drawn(other, "class A\nclass B\nA *-- B\n")
    other.picture.press("Control+v")
    expect_drawn(other, "class A\nclass B\nA *-- B\nclass A2\nclass B2\nA2 *-- B2\n")
    other.picture.press("Control+x")
    expect_drawn(other, "class A\nclass B\nA *-- B\n")


def test_a_class_is_dragged_into_a_package_and_out_of_it(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    for name, at in {"A": (500, 300), "B": (900, 300)}.items():
        place(canvas, "Class", at, name)
    canvas.tool("Package").click()
    canvas.drag((400, 220), (620, 400))
    page.keyboard.press("Enter")
    b = middle(canvas, "B")
    frame = canvas.box(":package Package1", "package")
    canvas.drag(b, (frame["x"] + frame["width"] - 12, frame["y"] + frame["height"] - 8))
    expect_drawn(canvas, "package Package1 {\n  class A\n  class B\n}\n")
    canvas.drag(middle(canvas, "A"), (300, 600))
    expect_drawn(canvas, "package Package1 {\n  class B\n}\nclass A\n")
    # An empty package stands where it was put, too.
    canvas.tool("Package").click()
    page.mouse.click(900, 560)
    page.keyboard.press("Enter")
    empty = canvas.box(":package Package2", "package")
    assert abs(empty["x"] + empty["width"] / 2 - 900) < 40 and abs(empty["y"] + empty["height"] / 2 - 560) < 40


def test_an_element_is_found_by_its_words(page: Page, person: Person) -> None:
    canvas = draw(page, person, "Class diagram")
    for name, at in {"Order": (400, 260), "Order line": (640, 460)}.items():
        place(canvas, "Class", at, name)
    canvas.picture.press("Control+f")
    field = page.get_by_label("Find in the diagram")
    expect(field).to_be_focused()
    field.fill("order")
    expect(page.get_by_text("1 of 2")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text("2 of 2")).to_be_visible()
    page.keyboard.press("Escape")
    expect(canvas.picture).to_be_focused()
    page.keyboard.press("Delete")
    expect_drawn(canvas, "class Order\n")


def test_a_newcomer_is_told_what_to_do_where_it_applies_and_once(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person = Person(site, context, is_newcomer=True)
        page = context.new_page()
        canvas = draw(page, person, "Class diagram")
        hint = page.get_by_role("note")
        expect(hint).to_contain_text("Choose what to draw")
        place(canvas, "Class", (400, 260), "A")
        expect(hint).to_contain_text("Double-click words")
        place(canvas, "Class", (800, 260), "B")
        expect(hint).to_contain_text("Drag from a point beside")
        box = canvas.box("B", "classifier")
        canvas.drag((box["x"] - 16, box["y"] + box["height"] / 2), middle(canvas, "A"))
        expect(hint).to_contain_text("The same diagram is here as text")
        hint.get_by_role("button").click()
        expect(hint).to_have_count(0)
        place(canvas, "Class", (400, 560), "C")
        expect(hint).to_contain_text("right click")
        hint.get_by_role("button").click()
        expect(hint).to_have_count(0)
        expect_drawn(canvas, "class A\nclass B\nB -- A\nclass C\n")
        page.reload()
        expect(canvas.part("A", "classifier")).to_be_visible()
        expect(hint).to_have_count(0)
