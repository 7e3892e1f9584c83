"""For everybody: dark, a phone, large letters; and nothing that somebody writes becomes a part of the page."""

from playwright.sync_api import Browser, Page, expect

from e2e.browser import settle
from e2e.web.site import UNFINISHED, Canvas, Person, Site, profile

MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'&"


def test_a_phone_reads_and_makes_small_edits(site: Site, browser: Browser) -> None:
    with profile(browser, viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True) as context:
        person = Person(site, context)
        page = context.new_page()
        person.open_home(page)
        canvas = Canvas.open(page, site, person.make_diagram("A -> B: small\n"))
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        x, y = canvas.middle("A/B", "message")
        page.touchscreen.tap(x, y)
        page.get_by_role("toolbar").get_by_role("button", name="Edit").tap()
        page.get_by_label("Text").fill("smaller")
        page.keyboard.press("Enter")
        canvas.expect_source("A -> B: smaller\n")
        canvas.expect_saved()
        page.goto(site.url)
        expect(page.get_by_role("button", name="New diagram")).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_at_four_hundred_percent_nothing_is_cut_off(site: Site, browser: Browser) -> None:
    """1280 × 800 at 400 % is a page of 320 × 200 (WCAG 2.1, 1.4.10)."""
    with profile(browser, viewport={"width": 320, "height": 500}, device_scale_factor=4) as context:
        person = Person(site, context)
        page = context.new_page()
        person.open_home(page)
        diagram = person.make_diagram(UNFINISHED)
        for path in ("/", f"/projects/{diagram['project_id']}", "/trash", "/account", f"/projects/{diagram['project_id']}/diagrams/{diagram['id']}"):
            page.goto(site.url + path)
            settle(page)
            wide = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))"
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (path, page.evaluate(wide))


def test_markup_stays_text(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person = Person(site, context)
        page = context.new_page()
        alerts: list[str] = []
        page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
        person.open_home(page)
        project = person.api("POST", "/api/projects", json={"name": MARKUP})
        quoted = MARKUP.replace('"', '""')
        source = f'title {MARKUP}\n@Actor "{quoted}" as "{quoted}"\n// {MARKUP}\n"{quoted}" -> B: {MARKUP}\nif ("{quoted}") {{ B -> B: x }}\n== {MARKUP} ==\n'
        diagram = person.api("POST", f"/api/projects/{project['id']}/diagrams", json={"name": MARKUP, "source": source})
        for path in ("/", f"/projects/{project['id']}", "/search?q=script", f"/search?q={MARKUP}", f"/login?next={MARKUP}"):
            page.goto(site.url + path)
            expect(page.get_by_role("heading").first).to_be_visible()
        canvas = Canvas.open(page, site, diagram)
        canvas.expect_source(source)
        expect(page.get_by_label("Diagram name")).to_have_value(MARKUP)
        expect(canvas.part(MARKUP.replace("/", "%2F") + "/B", "message")).to_contain_text("<script>")
        assert page.locator(".picture-content script, .picture-content img").count() == 0
        person.api("DELETE", f"/api/projects/{project['id']}")
        page.goto(f"{site.url}/trash")
        expect(page.get_by_text(MARKUP).first).to_be_visible()
        assert alerts == []


def test_the_choice_of_colours_is_kept(page: Page, person: Person) -> None:
    canvas = Canvas.open(page, person.site, person.make_diagram("A -> B: x\n"))
    paper = canvas.page.locator(".picture-content svg > rect").first
    expect(paper).to_have_attribute("fill", "#ffffff")
    page.get_by_role("button", name="Theme: as the system").click()
    page.get_by_role("button", name="Theme: light").click()
    expect(paper).not_to_have_attribute("fill", "#ffffff")
    page.reload()
    expect(page.get_by_role("button", name="Theme: dark")).to_be_visible()
    expect(paper).not_to_have_attribute("fill", "#ffffff")
    page.get_by_role("button", name="Theme: dark").click()
