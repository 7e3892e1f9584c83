"""No page violates what a machine can check of the Web Content Accessibility Guidelines."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from e2e.browser import settle
from e2e.web.site import UNFINISHED, Canvas, Person, Site, profile

pytestmark = pytest.mark.first


def violations(page: Page) -> list[str]:
    settle(page)
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]})
    return [f"{one['id']}: {[node['target'] for node in one['nodes']]}" for one in results.response["violations"]]


def test_no_page_violates_what_axe_checks(site: Site, browser: Browser) -> None:
    # The store is nothing to see, so one is looked at in each of the schemes.
    scheme = "dark" if site.is_mongodb else "light"
    with profile(browser, color_scheme=scheme, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{site.url}/login")
        found = {"login": violations(page)}
        page.get_by_role("button", name="Create account").click()
        page.get_by_role("button", name="Create account").click()
        found["create"] = violations(page)
        page.close()
        person = Person(site, context)
        page = context.new_page()
        person.open_home(page)
        found["empty home"] = violations(page)
        diagram = person.make_diagram(UNFINISHED, name="Accessible")
        other = person.make_diagram(UNFINISHED, name="Deleted")
        person.api("DELETE", f"/api/diagrams/{other['id']}")
        for path in ("/", f"/projects/{diagram['project_id']}", "/trash", "/search?q=user", "/account", "/nowhere"):
            page.goto(site.url + path)
            expect(page.get_by_role("heading").first).to_be_visible()
            found[path] = violations(page)
        page.goto(site.url)
        page.get_by_role("button", name="New diagram").click()
        found["new diagram"] = violations(page)
        canvas = Canvas.open(page, site, diagram)
        found["canvas"] = violations(page)
        canvas.click("User/Shop")
        found["selection"] = violations(page)
        for keys in ("Control+k", "?", "Control+f", "Shift+F10", "m"):
            canvas.picture.focus()
            page.keyboard.press(keys)
            found[keys] = violations(page)
            page.keyboard.press("Escape")
        page.get_by_role("button", name="Properties").click()
        canvas.click("User/Shop")
        found["properties of a message"] = violations(page)
        classes = person.api(
            "POST", f"/api/projects/{diagram['project_id']}/diagrams",
            json={"name": "Classes", "kind": "class", "source": "class A {\n  b : Int\n}\nA --> B\n"},
        )
        canvas = Canvas.open(page, site, classes)
        canvas.click("A", "classifier")
        found["properties of a class"] = violations(page)
        canvas.picture.press("Control+a")
        found["properties of several"] = violations(page)
        found |= sharing(page, person, diagram)
        assert {name: what for name, what in found.items() if what} == {}


def sharing(page: Page, person: Person, diagram: dict[str, Any]) -> dict[str, list[str]]:
    """What is shown of members, links and versions."""
    found = {}
    path = f"/api/diagrams/{diagram['id']}"
    person.api("POST", f"{path}/links", json={"kind": "picture"})
    person.api("POST", f"{path}/versions", json={"name": "Release"})
    token = person.api("POST", f"{path}/links", json={"kind": "view"})["token"]
    Canvas.open(page, person.site, diagram)
    for name in ("Share", "History"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("dialog").get_by_role("button").nth(2)).to_be_visible()
        found[name] = violations(page)
        page.keyboard.press("Escape")
    page.goto(f"{person.site.url}/s#{token}")
    expect(page.locator(".view-picture svg")).to_be_visible()
    found["shared"] = violations(page)
    return found
