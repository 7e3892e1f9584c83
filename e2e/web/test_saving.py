"""Nothing that somebody has drawn is lost or silently overwritten."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.browser import settle
from e2e.web.site import Canvas, Person, Site, profile

pytestmark = pytest.mark.first

SOURCE = "A -> B: one\nA -> B: two\nA -> B: three\nA -> B: four\nA -> B: five\n"


def two_tabs(person: Person) -> tuple[dict, Canvas, Canvas]:
    diagram = person.make_diagram(SOURCE)
    first, second = (Canvas.open(person.context.new_page(), person.site, diagram) for _ in range(2))
    return diagram, first, second


def test_changes_of_two_tabs_are_merged(person: Person) -> None:
    diagram, first, second = two_tabs(person)
    first.source.fill(SOURCE.replace("one", "ONE"))
    first.expect_saved()
    second.source.fill(SOURCE.replace("five", "FIVE"))
    expect(second.page.get_by_role("log")).to_contain_text("Changes from elsewhere were merged with yours.")
    second.expect_saved()
    both = SOURCE.replace("one", "ONE").replace("five", "FIVE")
    second.expect_source(both)
    assert person.source_of(diagram) == both
    second.page.get_by_role("button", name="Undo").click()
    second.expect_source(SOURCE.replace("five", "FIVE"))
    first.page.close()
    second.page.close()


def test_of_changes_that_do_not_merge_a_person_chooses(person: Person) -> None:
    for choice, kept in (("Keep mine", "mine"), ("Keep theirs", "theirs")):
        diagram, first, second = two_tabs(person)
        first.source.fill(SOURCE.replace("two", "theirs"))
        first.expect_saved()
        second.source.fill(SOURCE.replace("two", "mine"))
        dialog = second.page.get_by_role("dialog", name="Changed elsewhere")
        expect(dialog.get_by_role("region", name="Yours, here")).to_contain_text("A -> B: mine")
        expect(dialog.get_by_role("region", name="The one on the server")).to_contain_text("A -> B: theirs")
        assert person.source_of(diagram) == SOURCE.replace("two", "theirs")
        dialog.get_by_role("button", name=choice).click()
        second.expect_source(SOURCE.replace("two", kept))
        second.expect_saved()
        assert person.source_of(diagram) == SOURCE.replace("two", kept)
        first.page.close()
        second.page.close()


def test_a_question_that_was_not_answered_is_asked_again(person: Person, site: Site) -> None:
    """A draft of an earlier visit meets a change of the same line; a reload is no answer."""
    page = person.context.new_page()
    diagram = person.make_diagram(SOURCE)
    canvas = Canvas.open(page, site, diagram)
    site.kill()
    canvas.source.fill(SOURCE.replace("two", "mine"))
    expect(page.get_by_role("status")).to_have_text("Not saved")
    canvas.expect_draft(SOURCE.replace("two", "mine"))
    page.close()
    site.start()
    theirs = SOURCE.replace("two", "theirs")
    person.api("PATCH", f"/api/diagrams/{diagram['id']}", json={"source": theirs}, headers={"If-Match": "*"})
    page = person.context.new_page()
    page.clock.install()
    for _ in range(2):
        Canvas.open(page, site, diagram)
        dialog = page.get_by_role("dialog", name="Changed elsewhere")
        expect(dialog.get_by_role("region", name="Yours, here")).to_contain_text("A -> B: mine")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        expect(dialog).to_be_visible()
        page.clock.fast_forward(10_000)
        settle(page)
        assert person.source_of(diagram) == theirs
    dialog.get_by_role("button", name="Keep theirs").click()
    Canvas(page).expect_source(theirs)
    page.close()


def test_a_server_that_is_killed_during_edits_loses_nothing(person: Person, site: Site) -> None:
    page = person.context.new_page()
    diagram = person.make_diagram(SOURCE)
    canvas = Canvas.open(page, site, diagram)
    canvas.source.fill(SOURCE + "A -> B: saved\n")
    canvas.expect_saved()
    site.kill()
    canvas.source.fill(SOURCE + "A -> B: while it was away\n")
    expect(page.get_by_role("status")).to_have_text("Not saved")
    expect(page.get_by_text("the server can’t be reached")).to_be_visible()
    canvas.source.press("Control+End")
    page.keyboard.type("A -> B: and on")
    site.start()
    expect(page.get_by_role("status")).to_have_text(re.compile("^Saved$"), timeout=40_000)
    assert person.source_of(diagram) == SOURCE + "A -> B: while it was away\nA -> B: and on"
    page.close()


def test_a_page_that_is_closed_too_early_has_kept_its_changes(person: Person, site: Site) -> None:
    page = person.context.new_page()
    diagram = person.make_diagram(SOURCE)
    canvas = Canvas.open(page, site, diagram)
    site.kill()
    canvas.source.fill(SOURCE + "A -> B: offline\n")
    canvas.expect_draft(SOURCE + "A -> B: offline\n")
    expect(page.get_by_role("status")).to_have_text("Not saved")
    page.close()
    site.start()
    page = person.context.new_page()
    canvas = Canvas.open(page, site, diagram)
    canvas.expect_source(SOURCE + "A -> B: offline\n")
    expect(page.get_by_role("log")).to_contain_text("Changes that had not been saved are back.")
    canvas.expect_saved()
    assert person.source_of(diagram) == SOURCE + "A -> B: offline\n"
    page.close()


def closed_in_vain(person: Person) -> tuple[dict, str, str]:
    """Two tabs are closed while the server is away, each with a change that it has tried to save."""
    diagram, *tabs = two_tabs(person)
    sources = (SOURCE.replace("one", "ONE"), SOURCE.replace("five", "FIVE"))
    person.site.kill()
    for canvas, source in zip(tabs, sources, strict=True):
        canvas.source.fill(source)
        canvas.expect_draft(source)
        expect(canvas.page.get_by_text("the server can’t be reached")).to_be_visible()
    for canvas in tabs:
        canvas.page.close()
    person.site.start()
    return diagram, *sources


@pytest.mark.parametrize("arrived", [None, 0, 1])
def test_each_of_two_tabs_keeps_its_changes(person: Person, site: Site, arrived: int | None) -> None:
    """What each had is there when the diagram is opened again, whether the last attempt of one has arrived or not."""
    diagram, *sources = closed_in_vain(person)
    if arrived is not None:
        person.api("PATCH", f"/api/diagrams/{diagram['id']}", json={"source": sources[arrived]}, headers={"If-Match": "*"})
    canvas = Canvas.open(person.context.new_page(), site, diagram)
    both = SOURCE.replace("one", "ONE").replace("five", "FIVE")
    canvas.expect_source(both)
    canvas.expect_saved()
    assert person.source_of(diagram) == both
    canvas.page.close()


def test_what_another_tab_still_has_is_left_to_it(person: Person, site: Site) -> None:
    diagram = person.make_diagram(SOURCE)
    first = Canvas.open(person.context.new_page(), site, diagram)
    first.page.route("**/api/diagrams/*", lambda route: route.abort())
    changed = SOURCE + "A -> B: not saved yet\n"
    first.source.fill(changed)
    expect(first.page.get_by_text("the server can’t be reached")).to_be_visible()
    second = Canvas.open(person.context.new_page(), site, diagram)
    settle(second.page)
    second.expect_source(SOURCE)
    first.page.close()
    second.page.reload()
    second.expect_source(changed)
    second.expect_saved()
    assert person.source_of(diagram) == changed
    second.page.close()


def test_a_diagram_that_cannot_be_opened_says_so(person: Person, site: Site) -> None:
    diagram = person.make_diagram(SOURCE)
    page = person.context.new_page()
    page.add_init_script("navigator.locks.query = () => Promise.reject(new Error('not now'))")
    page.goto(f"{site.url}/projects/{diagram['project_id']}/diagrams/{diagram['id']}")
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong.")
    page.close()


def test_leaving_at_once_saves(page: Page, person: Person, site: Site) -> None:
    diagram = person.make_diagram(SOURCE)
    canvas = Canvas.open(page, site, diagram)
    canvas.source.fill("A -> B: quick\n")
    page.get_by_role("link", name="Back to the project").click()
    expect(page.get_by_role("heading", name="Project of Diagram")).to_be_visible()
    page.get_by_role("link", name="Diagram", exact=True).click()
    canvas.expect_source("A -> B: quick\n")


def test_a_name_is_saved_with_the_diagram(page: Page, person: Person, site: Site) -> None:
    diagram = person.make_diagram(SOURCE)
    canvas = Canvas.open(page, site, diagram)
    name = page.get_by_label("Diagram name")
    name.fill("Another name")
    name.press("Enter")
    canvas.expect_saved()
    assert person.api("GET", f"/api/diagrams/{diagram['id']}")["name"] == "Another name"
    name.fill("  ")
    name.press("Enter")
    expect(name).to_have_value("Another name")


def test_a_diagram_that_was_deleted_elsewhere_is_said_to_be_gone(person: Person, site: Site) -> None:
    page = person.context.new_page()
    diagram = person.make_diagram(SOURCE)
    canvas = Canvas.open(page, site, diagram)
    person.api("DELETE", f"/api/diagrams/{diagram['id']}")
    canvas.source.fill("A -> B: too late\n")
    page.get_by_role("dialog", name="You can no longer change this diagram").get_by_role("button", name="Not now").click()
    expect(page.get_by_text("it is in the trash or gone")).to_be_visible()
    person.api("POST", f"/api/diagrams/{diagram['id']}/restore")
    page.keyboard.press("Control+s")
    canvas.expect_saved()
    assert person.source_of(diagram) == "A -> B: too late\n"
    page.close()


def test_what_is_somebody_elses_is_not_there(person: Person, site: Site, browser: Browser) -> None:
    diagram = person.make_diagram(SOURCE)
    with profile(browser) as context:
        other = Person(site, context)
        page = context.new_page()
        other.open_home(page)
        page.goto(f"{site.url}/projects/{diagram['project_id']}/diagrams/{diagram['id']}")
        expect(page.get_by_role("alert")).to_contain_text("There is no such diagram")
