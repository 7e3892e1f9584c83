"""Pictures of all pages, to look at: `make screenshots` puts them into e2e/screenshots."""

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.browser import screenshot, settle
from e2e.web.site import Canvas, Person, Site, profile


def open_examples(page: Page) -> None:
    page.get_by_role("button", name="Open an example").click()
    expect(page.locator(".thumbnail img")).to_have_count(9)
    settle(page)


@pytest.mark.parametrize("new_database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_pages_are_pictured(site: Site, browser: Browser, scheme: str) -> None:
    with profile(browser, color_scheme=scheme, viewport={"width": 1360, "height": 850}) as context:
        page = context.new_page()
        page.goto(f"{site.url}/login")
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        screenshot(page, f"{scheme}-login")
        page.close()
        person = Person(site, context)
        page = context.new_page()
        person.open_home(page)
        screenshot(page, f"{scheme}-home-empty")
        open_examples(page)
        screenshot(page, f"{scheme}-project")
        page.get_by_role("link", name="Checkout").click()
        canvas = Canvas(page)
        expect(canvas.part("Customer", "header")).to_contain_text("Customer")
        canvas.click("Shop/Events")
        settle(page)
        screenshot(page, f"{scheme}-canvas")
        canvas.picture.focus()
        page.keyboard.press("Control+k")
        screenshot(page, f"{scheme}-commands")
        page.keyboard.press("Escape")
        person.make_diagram("A -> B: x\n", name="Deleted")
        page.goto(site.url)
        expect(page.locator(".thumbnail img")).to_have_count(8)
        settle(page)
        screenshot(page, f"{scheme}-home")
        page.get_by_role("button", name="New diagram").click()
        screenshot(page, f"{scheme}-new-diagram")
        page.keyboard.press("Escape")
        for path in ("search?q=stock", "trash", "account"):
            page.goto(f"{site.url}/{path}")
            settle(page)
            screenshot(page, f"{scheme}-{path.partition('?')[0]}")
