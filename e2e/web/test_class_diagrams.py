"""Class and use case diagrams on the canvas: written as text, drawn, and changed on the picture."""

from pathlib import Path

from playwright.sync_api import Page, expect

from e2e.web.site import Canvas, Person

SOURCE = 'class Customer {\n  name : String\n}\nCustomer "1" --> "*" Order : places\nOrder *-- Line\n'


def make(page: Page, person: Person, kind: str = "Class diagram") -> Canvas:
    page.goto(person.site.url)
    page.get_by_role("button", name="New diagram").first.click()
    page.get_by_label("Diagram name").fill("Shop")
    page.get_by_role("radio", name=kind).check()
    page.get_by_role("button", name="Create", exact=True).click()
    expect(page.get_by_role("heading", name="An empty diagram")).to_be_visible()
    return Canvas(page)


def middle(canvas: Canvas, name: str) -> tuple[float, float]:
    box = canvas.box(name, "classifier")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_relation_is_drawn_from_beside_the_selected_class(page: Page, person: Person) -> None:
    canvas = make(page, person)
    canvas.source.fill("class Order\nclass Line\n")
    canvas.click("Order", "classifier")
    page.get_by_role("combobox", name="Relation to draw next").select_option("Composition")
    box = canvas.box("Order", "classifier")
    scale = float(page.get_by_role("button", name="Actual size").inner_text().removesuffix(" %")) / 100
    handle = (box["x"] + box["width"] / 2, box["y"] + box["height"] + 16 * scale)
    canvas.drag(handle, middle(canvas, "Line"))
    drawn = "class Order\nclass Line\nOrder *-- Line\n"
    canvas.expect_source(drawn)
    # The new relation is selected: what stands at its ends is written beside it.
    page.get_by_role("textbox", name="At Line").fill("1..*")
    page.keyboard.press("Enter")
    canvas.expect_source(drawn.replace("*-- Line", '*-- "1..*" Line'))
    page.get_by_role("button", name="Reverse").click()
    canvas.expect_source(drawn.replace("*-- Line", '--* "1..*" Line'))
    page.get_by_role("combobox", name="Kind of relation").select_option("Dependency")
    canvas.expect_source(drawn.replace("*-- Line", '<.. "1..*" Line'))


def test_members_are_edited_beside_the_picture(page: Page, person: Person) -> None:
    canvas = make(page, person)
    canvas.source.fill("class Order {\n  ' how it is known\n  id : UUID\n}\n")
    canvas.click("Order", "classifier")
    page.get_by_role("button", name="Members").click()
    page.get_by_role("textbox", name="New member").fill("+ total() : Money")
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="New member").fill("state")
    page.keyboard.press("Enter")
    canvas.expect_source("class Order {\n  ' how it is known\n  id : UUID\n  + total() : Money\n  state\n}\n")
    page.get_by_role("button", name="Move “state” up").click()
    page.get_by_role("textbox", name="Member 1", exact=True).fill("- id : UUID")
    page.keyboard.press("Enter")
    canvas.expect_source("class Order {\n  ' how it is known\n  - id : UUID\n  state\n  + total() : Money\n}\n")
    page.get_by_role("button", name="Delete “state”").click()
    page.get_by_role("combobox", name="Kind of element").select_option("Interface")
    canvas.expect_source("interface Order {\n  ' how it is known\n  - id : UUID\n  + total() : Money\n}\n")
    page.get_by_role("button", name="Duplicate").click()
    expect(canvas.part("Order2", "classifier")).to_contain_text("total() : Money")


def import_text(page: Page, person: Person, file: Path, text: str) -> None:
    file.write_text(text)
    page.goto(person.site.url)
    page.locator("input[type=file]").first.set_input_files(file)


def test_a_class_diagram_is_written_drawn_and_found_again(page: Page, person: Person) -> None:
    canvas = make(page, person)
    page.get_by_role("button", name="Start with this").click()
    expect(canvas.part("Customer", "classifier")).to_contain_text("Customer")
    canvas.source.fill(SOURCE)
    expect(canvas.part("Customer/Order", "relationship")).to_contain_text("places")
    canvas.expect_saved()
    page.reload()
    canvas.expect_source(SOURCE)
    expect(canvas.part("Line", "classifier")).to_contain_text("Line")
    canvas.source.fill("class A {\n")
    expect(page.get_by_role("button", name="This body is never closed")).to_be_visible()


def test_classes_are_added_renamed_and_removed_on_the_picture(page: Page, person: Person) -> None:
    canvas = make(page, person)
    canvas.source.fill(SOURCE)
    canvas.click("Order", "classifier")
    page.keyboard.press("F2")
    page.get_by_label("Class name").fill("Purchase order")
    page.keyboard.press("Enter")
    renamed = SOURCE.replace("Order", '"Purchase order"')
    canvas.expect_source(renamed)
    expect(canvas.part("Purchase order", "classifier")).to_be_visible()
    page.keyboard.press("Delete")
    # What was but named in a relation stays.
    canvas.expect_source("class Customer {\n  name : String\n}\nclass Line\n")
    page.keyboard.press("Control+z")
    canvas.expect_source(renamed)
    canvas.picture.press("1")
    page.mouse.click(700, 640)
    page.get_by_label("Class name").fill("Invoice")
    page.keyboard.press("Enter")
    canvas.expect_source(f"{renamed}class Invoice\n")


def test_a_file_of_plantuml_is_a_class_diagram(page: Page, person: Person, tmp_path: Path) -> None:
    import_text(page, person, tmp_path / "orders.puml", "@startuml\nclass Order\nOrder <|-- Rush\n@enduml\n")
    page.get_by_role("link", name="orders").first.click()
    canvas = Canvas(page)
    expect(canvas.part("Order/Rush", "relationship")).to_be_attached()
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=".puml").click()
    assert download.value.suggested_filename == "orders.puml"


def test_a_use_case_diagram_is_written_drawn_and_found_again(page: Page, person: Person) -> None:
    canvas = make(page, person, "Use case diagram")
    page.get_by_role("button", name="Start with this").click()
    expect(canvas.part("Customer", "classifier")).to_contain_text("Customer")
    expect(canvas.part("Customer/Order", "relationship")).to_be_attached()
    source = "actor Customer\nCustomer --> (Order)\n"
    canvas.expect_source(source)
    canvas.tool("Use case").click()
    page.mouse.click(700, 640)
    page.get_by_label("Name", exact=True).fill("Cancel an order")
    page.keyboard.press("Enter")
    canvas.expect_source(f'{source}usecase "Cancel an order"\n')
    canvas.expect_saved()
    page.reload()
    expect(canvas.part("Cancel an order", "classifier")).to_contain_text("Cancel an order")


def test_a_file_tells_its_kind(page: Page, person: Person, tmp_path: Path) -> None:
    import_text(page, person, tmp_path / "uses.puml", "@startuml\n:Guest: --> (Order)\n@enduml\n")
    page.get_by_role("link", name="uses").first.click()
    expect(Canvas(page).part("Order", "classifier")).to_contain_text("Order")


def test_a_file_of_another_kind_is_refused(person: Person, tmp_path: Path) -> None:
    page = person.context.new_page()
    import_text(page, person, tmp_path / "states.puml", "@startuml\n[*] --> Open\n@enduml\n")
    expect(page.get_by_text("This is a state machine, which is not drawn here")).to_be_visible()
    page.close()


def boxes(canvas: Canvas, names: list[str]) -> dict[str, tuple[float, float]]:
    """Where classes are on the screen."""
    found = {}
    for name in names:
        box = canvas.box(name, "classifier")
        found[name] = (box["x"], box["y"])
    return found


def expect_still(before: dict[str, tuple[float, float]], after: dict[str, tuple[float, float]], most: float = 1.5) -> None:
    far = {name: (x, y, *after[name]) for name, (x, y) in before.items() if max(abs(after[name][0] - x), abs(after[name][1] - y)) > most}
    assert not far, far


def test_a_class_is_put_where_it_is_let_go_and_stays_there(page: Page, person: Person) -> None:
    canvas = make(page, person)
    canvas.source.fill(SOURCE)
    expect(canvas.part("Line", "classifier")).to_be_visible()
    others = ["Customer", "Order"]
    before = boxes(canvas, others)
    x, y = canvas.middle("Line", "classifier")
    canvas.drag((x, y), (x + 150, y - 60))
    expect_still(before, boxes(canvas, others))
    moved = boxes(canvas, ["Line"])["Line"]
    # Past the left edge of all: what is on the screen stays there, though the picture begins elsewhere now.
    x, y = canvas.middle("Customer", "classifier")
    canvas.drag((x, y), (x - 200, y + 10))
    expect_still({"Line": moved}, boxes(canvas, ["Line"]))
    canvas.expect_saved()
    address = f"/api/diagrams/{page.url.rsplit('/', 1)[1]}"
    stored = person.api("GET", address)
    assert {name for name, one in stored["layout"].items() if not one.get("automatic")} == {"Line", "Customer"}
    expect(page.get_by_role("button", name="Unpin")).to_be_enabled()
    page.keyboard.press("Control+z")
    expect_still(before, boxes(canvas, others))
    page.keyboard.press("Control+Shift+z")
    page.get_by_role("button", name="Arrange all anew").click()
    canvas.expect_saved()
    assert person.api("GET", address)["layout"] == {}


def test_an_escape_gives_a_drag_up(page: Page, person: Person) -> None:
    canvas = make(page, person)
    canvas.source.fill(SOURCE)
    expect(canvas.part("Line", "classifier")).to_be_visible()
    before = boxes(canvas, ["Line", "Order"])
    page.mouse.move(*canvas.middle("Line", "classifier"))
    page.mouse.down()
    page.mouse.move(900, 300, steps=5)
    assert boxes(canvas, ["Line"])["Line"] != before["Line"]
    page.keyboard.press("Escape")
    page.mouse.up()
    expect_still(before, boxes(canvas, ["Line", "Order"]))


def test_one_class_more_moves_hardly_any_of_fifty(page: Page, person: Person, tmp_path: Path) -> None:
    names = [f"Class{number:02}" for number in range(50)]
    lines = [f"class {name} {{\n  field : Int\n}}" for name in names]
    lines += [f"{names[(number - 1) // 3]} {'<|--' if number % 2 else '-->'} {names[number]}" for number in range(1, 50)]
    lines += [f"{names[number]} --> {names[(number * 7 + 3) % 50]}" for number in range(0, 50, 2)]
    canvas = make(page, person)
    canvas.source.fill("\n".join(lines) + "\n")
    expect(canvas.part(names[49], "classifier")).to_be_visible()
    page.screenshot(path=tmp_path / "0.png")
    before = boxes(canvas, names)
    canvas.source.press("Control+End")
    for step, text in enumerate(["class Added\n", f"Added --> {names[20]}\n", f"{names[30]} --> Added\n"], 1):
        page.keyboard.type(text)
        expect(canvas.part("Added", "classifier")).to_be_visible()
        page.screenshot(path=tmp_path / f"{step}.png")
    after = boxes(canvas, names)
    still = [name for name, (x, y) in before.items() if max(abs(after[name][0] - x), abs(after[name][1] - y)) < 15]
    assert len(still) >= 45, len(still)
