"""Relations that are led another way by hand, and fragments that become of another kind."""

from playwright.sync_api import Page, expect

from e2e.web.site import Canvas, Person, Site
from e2e.web.test_class_diagrams import make

SOURCE = "class Order\nclass Line // kept\nOrder *-- Line : has\n"


def line(canvas: Canvas, id: str) -> list[list[float]]:
    """The points of a relation, in the window."""
    return canvas.page.evaluate(
        """(id) => {
          const group = document.querySelector(`.picture-content g[data-id="${id}"][data-part="relationship"]`);
          const matrix = group.getScreenCTM();
          const points = [...group.querySelector('path').getAttribute('d').matchAll(/(-?[\\d.]+) (-?[\\d.]+)/g)];
          return points.map(([, x, y]) => new DOMPoint(Number(x), Number(y)).matrixTransform(matrix)).map(({ x, y }) => [x, y]);
        }""",
        id,
    )


def test_a_relation_is_led_another_way_and_stays_there(page: Page, site: Site, person: Person) -> None:
    canvas = make(page, person, "Class diagram")
    canvas.source.fill(SOURCE)
    canvas.part("Order/Line", "relationship").wait_for()
    canvas.expect_saved()
    before = line(canvas, "Order/Line")
    assert len(before) == 2
    middle = ((before[0][0] + before[1][0]) / 2, (before[0][1] + before[1][1]) / 2)
    page.mouse.click(*middle)
    canvas.drag(middle, (middle[0] + 160, middle[1]))
    canvas.expect_source(SOURCE)
    assert len(line(canvas, "Order/Line")) == 4
    canvas.expect_saved()
    page.reload()
    canvas.part("Order/Line", "relationship").wait_for()
    led = line(canvas, "Order/Line")
    assert len(led) == 4
    page.mouse.click((led[1][0] + led[2][0]) / 2, (led[1][1] + led[2][1]) / 2)
    delete = page.get_by_role("toolbar", name="Edit").get_by_role("button", name="Delete")
    stood = delete.bounding_box()
    page.get_by_role("button", name="Straighten").click()
    expect(page.get_by_role("button", name="Straighten")).to_be_disabled()
    assert delete.bounding_box() == stood
    assert len(line(canvas, "Order/Line")) == 2


def test_a_fragment_becomes_one_of_another_kind(page: Page, person: Person) -> None:
    canvas = make(page, person, "Sequence diagram")
    canvas.source.fill("// why\nif (asked) {\n  A -> B: x // kept\n}\n")
    canvas.part(":alt", "fragment").wait_for()
    frame = canvas.box(":alt", "fragment")
    page.mouse.click(frame["x"] + 16, frame["y"] + 12)
    page.get_by_role("toolbar", name="Edit").get_by_label("Kind of fragment").select_option("loop")
    canvas.expect_source("// why\nloop(asked) {\n  A -> B: x // kept\n}\n")


def test_a_drag_styles_no_element_of_the_picture(page: Page, person: Person) -> None:
    """There are hundreds, and a frame has 16 ms: nothing of theirs is inherited from what a drag changes, and nothing of it glides."""
    canvas = make(page, person, "Class diagram")
    canvas.source.fill(SOURCE)
    canvas.part("Order", "classifier").wait_for()
    page.mouse.move(*canvas.middle("Order", "classifier"))
    page.mouse.down()
    page.mouse.move(700, 500, steps=4)
    drawn = """() => {
      const group = document.querySelector('.picture-content g[data-id="Order"]');
      group.setAttribute('transform', 'translate(1 1)');
      const { cursor } = getComputedStyle(group);
      return [getComputedStyle(document.querySelector('.picture')).cursor, cursor, document.getAnimations().length];
    }"""
    assert page.evaluate(drawn) == ["grabbing", "auto", 0]
    page.mouse.up()
