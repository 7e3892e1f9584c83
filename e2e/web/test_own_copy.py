"""Whoever loses the right to change a diagram keeps what they have changed, in a copy of their own."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from e2e.browser import settle
from e2e.web.site import Canvas, Person, Site, profile
from e2e.web.test_accessibility import violations

SOURCE = "class Order\n"
MINE = "class Order {\n  total : Int\n}\n"
ENDS = ("viewer", "removed")


@contextmanager
def two(browser: Browser, site: Site, **options: Any) -> Iterator[tuple[Person, Person]]:
    """Ada, and Bob, each in a browser of their own."""
    with profile(browser) as context, profile(browser, **options) as elsewhere:
        yield Person(site, context), Person(site, elsewhere)


def share(ada: Person, bob: Person, kind: str = "edit") -> dict[str, Any]:
    """A class diagram of Ada's, in a project that Bob may change."""
    project = ada.api("POST", "/api/projects", json={"name": "Project of Shop"})
    diagram = ada.api("POST", f"/api/projects/{project['id']}/diagrams", json={"name": "Shop", "kind": "class", "source": SOURCE})
    join(ada, bob, diagram, kind)
    return diagram


def join(ada: Person, other: Person, diagram: dict[str, Any], kind: str) -> None:
    link = ada.api("POST", f"/api/projects/{diagram['project_id']}/links", json={"kind": kind})
    other.api("POST", "/api/links/accept", json={"token": link["token"]})


def take_away(ada: Person, bob: Person, diagram: dict[str, Any], end: str) -> None:
    member = f"/api/projects/{diagram['project_id']}/members/{bob.api('GET', '/api/auth/me')['id']}"
    if end == "removed":
        ada.api("DELETE", member)
    else:
        ada.api("PATCH", member, json={"role": end})


def address_of(site: Site, diagram: dict[str, Any]) -> str:
    return f"{site.url}/projects/{diagram['project_id']}/diagrams/{diagram['id']}"


def lost(page: Page) -> Locator:
    return page.get_by_role("dialog", name="You can no longer change this diagram")


def left_behind(page: Page) -> Locator:
    return page.get_by_role("region", name="Unsaved changes")


def leave_a_draft(bob: Person, diagram: dict[str, Any], source: str = MINE) -> None:
    """Bob goes away while the server is, with a change that it never gets."""
    page = bob.context.new_page()
    canvas = Canvas.open(page, bob.site, diagram)
    page.route("**/api/diagrams/*", lambda route: route.abort())
    canvas.source.fill(source)
    canvas.expect_draft(source)
    expect(page.get_by_text("the server can’t be reached")).to_be_visible()
    page.close()


def expect_elsewhere(browser: Browser, bob: Person, address: str, source: str) -> None:
    """The copy is on the server: another browser has it, and it is Bob's own."""
    with profile(browser) as context:
        page = context.new_page()
        bob.sign_in(page)
        page.goto(address)
        canvas = Canvas(page)
        canvas.expect_source(source)
        expect(canvas.part("Order", "classifier")).to_contain_text("total")
    assert bob.api("GET", f"/api/diagrams/{address.rsplit('/', 1)[1]}")["role"] == "owner"


@pytest.mark.parametrize("end", ENDS)
def test_who_loses_the_right_while_typing_saves_a_copy(site: Site, browser: Browser, end: str) -> None:
    with two(browser, site) as (ada, bob):
        diagram = share(ada, bob)
        for name in ("Sketches", "Designs"):
            bob.api("POST", "/api/projects", json={"name": name})
        page = bob.context.new_page()
        canvas = Canvas.open(page, site, diagram)
        canvas.source.fill("class Order { }\n")
        canvas.expect_saved()
        take_away(ada, bob, diagram, end)
        canvas.source.fill("class Order {\n")
        dialog = lost(page)
        words = dialog.get_by_text("What you have changed is kept in this browser.")
        # What is typed on while it comes chooses nothing.
        expect(words).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Space")
        expect(dialog).to_be_visible()
        assert violations(page) == []
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        expect(canvas.source).to_be_focused()
        expect(page.get_by_role("status")).to_have_text("Not saved")
        with page.expect_response(lambda response: response.request.method == "PATCH"):
            canvas.source.fill(MINE)
        expect(page.get_by_text("it is in the trash or gone" if end == "removed" else "you may no longer change it")).to_be_visible()
        settle(page)
        expect(dialog).to_have_count(0)
        assert violations(page) == []
        page.get_by_role("button", name="Save a copy…").click()
        expect(dialog.get_by_label("Name of the copy")).to_have_value("Shop (my copy)")
        dialog.get_by_label("Project of the copy").select_option(label="Sketches")
        dialog.get_by_role("button", name="Save as a copy of my own").click()
        expect(page.get_by_label("Diagram name")).to_have_value("Shop (my copy)")
        canvas.expect_source(MINE)
        canvas.expect_saved()
        assert page.url != address_of(site, diagram)
        expect_elsewhere(browser, bob, page.url, MINE)
        assert ada.source_of(diagram) == "class Order { }\n"
        page.goto(address_of(site, diagram))
        expect(page.get_by_role("alert") if end == "removed" else page.get_by_text("View only")).to_be_visible()
        settle(page)
        expect(left_behind(page)).to_have_count(0)


@pytest.mark.parametrize("end", ENDS)
def test_who_has_lost_the_right_meanwhile_is_offered_what_was_not_saved(site: Site, browser: Browser, end: str) -> None:
    with two(browser, site) as (ada, bob):
        diagram = share(ada, bob)
        leave_a_draft(bob, diagram)
        take_away(ada, bob, diagram, end)
        page = bob.context.new_page()
        page.goto(address_of(site, diagram))
        offer = left_behind(page)
        expect(offer.get_by_text("You have unsaved changes to this diagram from an earlier visit.")).to_be_visible()
        assert violations(page) == []
        offer.get_by_role("button", name="Discard").click()
        page.get_by_role("dialog", name="Discard the changes").get_by_role("button", name="Cancel").click()
        page.reload()
        offer.get_by_role("button", name="Save as a copy of my own").click()
        dialog = lost(page)
        # Whoever has no project gets one.
        expect(dialog.get_by_label("Project of the copy")).to_have_text("A new project, “My copies”")
        dialog.get_by_label("Name of the copy").fill("Mine")
        page.keyboard.press("Enter")
        expect(page.get_by_label("Diagram name")).to_have_value("Mine")
        Canvas(page).expect_source(MINE)
        expect_elsewhere(browser, bob, page.url, MINE)
        assert [project["name"] for project in bob.api("GET", "/api/projects")] == ["My copies"]
        page.goto(address_of(site, diagram))
        settle(page)
        expect(offer).to_have_count(0)


def test_a_lost_answer_makes_one_copy_and_a_refusal_loses_nothing(site: Site, browser: Browser) -> None:
    with two(browser, site) as (ada, bob):
        diagram = share(ada, bob)
        project = bob.api("POST", "/api/projects", json={"name": "Mine"})
        leave_a_draft(bob, diagram)
        take_away(ada, bob, diagram, "viewer")
        page = bob.context.new_page()
        page.goto(address_of(site, diagram))
        dialog = lost(page)
        creation = f"**/api/projects/{project['id']}/diagrams"
        refusal = {"detail": "Nobody may have more here", "error_type": "storage_full"}
        page.route(creation, lambda route: route.fulfill(status=403, json=refusal))
        left_behind(page).get_by_role("button", name="Save as a copy of my own").click()
        dialog.get_by_role("button", name="Save as a copy of my own").click()
        expect(dialog.get_by_role("alert")).to_have_text("Nobody may have more here")
        page.unroute(creation)
        page.route(creation, lambda route: (route.fetch(), route.abort()))
        dialog.get_by_role("button", name="Save as a copy of my own").click()
        expect(dialog.get_by_role("alert")).to_contain_text("The server can’t be reached.")
        page.unroute(creation)
        # Also after the page has gone.
        page.reload()
        left_behind(page).get_by_role("button", name="Save as a copy of my own").click()
        dialog.get_by_role("button", name="Save as a copy of my own").click()
        Canvas(page).expect_source(MINE)
        assert len(bob.api("GET", f"/api/projects/{project['id']}/diagrams")) == 1


def test_what_several_visits_have_left_is_offered_one_after_the_other(site: Site, browser: Browser) -> None:
    with two(browser, site) as (ada, bob):
        diagram = share(ada, bob)
        bob.api("POST", "/api/projects", json={"name": "Mine"})
        tabs = [Canvas.open(bob.context.new_page(), site, diagram) for _ in range(2)]
        for number, canvas in enumerate(tabs):
            canvas.page.route("**/api/diagrams/*", lambda route: route.abort())
            canvas.source.fill(f"class Order{number}\n")
            canvas.expect_draft(f"class Order{number}\n")
        take_away(ada, bob, diagram, "removed")
        page = bob.context.new_page()
        page.goto(address_of(site, diagram))
        expect(page.get_by_role("alert")).to_contain_text("There is no such diagram")
        settle(page)
        expect(left_behind(page)).to_have_count(0)  # tabs are still at work on them
        for canvas in tabs:
            canvas.page.close()
        page.reload()
        expect(left_behind(page).get_by_text("There are those of another visit, too.")).to_be_visible()
        left_behind(page).get_by_role("button", name="Save as a copy of my own").click()
        lost(page).get_by_role("button", name="Save as a copy of my own").click()
        expect(page.get_by_text("“Shop (my copy)” is saved.")).to_be_visible()
        expect(left_behind(page).get_by_text("There are those of another visit, too.")).to_have_count(0)
        left_behind(page).get_by_role("button", name="Discard").click()
        question = page.get_by_role("dialog", name="Discard the changes")
        expect(question.get_by_text("This can’t be taken back.")).to_be_visible()
        question.get_by_role("button", name="Discard").click()
        expect(left_behind(page)).to_have_count(0)
        page.get_by_role("button", name="Show it").click()
        Canvas(page).expect_source("class Order1\n")
        page.goto(address_of(site, diagram))
        expect(page.get_by_role("alert")).to_be_visible()
        settle(page)
        expect(left_behind(page)).to_have_count(0)


def test_another_person_in_the_same_browser_is_shown_nothing(site: Site, browser: Browser) -> None:
    with two(browser, site) as (ada, bob):
        diagram = share(ada, bob)
        leave_a_draft(bob, diagram)
        cy = Person(site, bob.context)
        join(ada, cy, diagram, "view")
        page = bob.context.new_page()
        page.goto(address_of(site, diagram))
        expect(page.get_by_text("View only")).to_be_visible()
        settle(page)
        expect(left_behind(page)).to_have_count(0)


def test_who_goes_away_too_early_is_led_back_and_a_right_that_is_back_saves(site: Site, browser: Browser) -> None:
    with two(browser, site) as (ada, bob):
        diagram = share(ada, bob)
        page = bob.context.new_page()
        canvas = Canvas.open(page, site, diagram)
        take_away(ada, bob, diagram, "viewer")
        # No answer comes before Bob has gone.
        page.route("**/api/diagrams/*", lambda route: None if route.request.method == "PATCH" else route.continue_())
        with page.expect_request(lambda request: request.method == "PATCH"):
            canvas.source.fill(MINE)
            page.get_by_role("link", name="Back to the project").click()
        expect(page.get_by_role("heading", name="Project of Shop")).to_be_visible()
        page.unroute("**/api/diagrams/*")
        page.get_by_role("log").get_by_role("button", name="Show it").click()
        expect(left_behind(page)).to_be_visible()
        take_away(ada, bob, diagram, "editor")
        page.reload()
        canvas.expect_source(MINE)
        canvas.expect_saved()
        assert ada.source_of(diagram) == MINE
        take_away(ada, bob, diagram, "viewer")
        canvas.source.fill("class Order\n")
        lost(page).get_by_role("button", name="Not now").click()
        take_away(ada, bob, diagram, "editor")
        page.keyboard.press("Control+s")
        canvas.expect_saved()
        expect(page.get_by_role("button", name="Save a copy…")).to_have_count(0)
        assert ada.source_of(diagram) == "class Order\n"


def test_it_fits_on_a_phone(site: Site, browser: Browser) -> None:
    scheme = "dark" if site.is_mongodb else "light"
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    with two(browser, site, viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True, color_scheme=scheme) as (ada, bob):
        diagram = share(ada, bob)
        page = bob.context.new_page()
        canvas = Canvas.open(page, site, diagram)
        take_away(ada, bob, diagram, "viewer")
        canvas.source.fill(MINE)
        dialog = lost(page)
        expect(dialog.get_by_role("button", name="Save as a copy of my own")).to_be_in_viewport(ratio=1)
        assert violations(page) == []
        dialog.get_by_role("button", name="Not now").tap()
        expect(page.get_by_role("button", name="Save a copy…")).to_be_in_viewport(ratio=1)
        assert page.evaluate(fits)
        page.reload()
        offer = left_behind(page)
        for name in ("Save as a copy of my own", "Discard"):
            expect(offer.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
        assert page.evaluate(fits)
        assert violations(page) == []
        offer.get_by_role("button", name="Save as a copy of my own").tap()
        dialog.get_by_role("button", name="Save as a copy of my own").tap()
        expect(page).to_have_url(re.compile(r"/projects/[\w-]+/diagrams/[\w-]+$"))
        canvas.expect_source(MINE)
