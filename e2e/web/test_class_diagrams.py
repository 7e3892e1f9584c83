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
    canvas.expect_source("class Customer {\n  name : String\n}\n")
    page.keyboard.press("Control+z")
    canvas.expect_source(renamed)
    page.get_by_role("button", name="Add a class").click()
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
    page.get_by_role("button", name="Add a use case").click()
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
