"""People who share: by links, with roles, with the history of what they made, and with those who have no account."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.web.site import Canvas, Person, Site, profile

SOURCE = "Ada -> Bob: hello\n"


@pytest.fixture
def other(browser: Browser, site: Site) -> Iterator[tuple[Person, Page]]:
    """Somebody else, in a browser of their own."""
    with profile(browser) as context:
        person = Person(site, context)
        yield person, context.new_page()


@pytest.fixture
def stranger(browser: Browser) -> Iterator[Page]:
    """Somebody without an account."""
    with profile(browser) as context:
        yield context.new_page()


def make_link(person: Person, path: str, kind: str) -> str:
    return f"{person.site.url}/s#{person.api('POST', f'{path}/links', json={'kind': kind})['token']}"


def test_a_project_is_shared_changed_by_the_other_and_an_earlier_version_comes_back(
    page: Page, site: Site, person: Person, other: tuple[Person, Page]
) -> None:
    diagram = person.make_diagram(SOURCE, "Greeting")
    page.goto(f"{site.url}/projects/{diagram['project_id']}")
    page.get_by_role("button", name="Share").click()
    dialog = page.get_by_role("dialog", name="Share “Project of Greeting”")
    expect(dialog.get_by_text("Nobody else has access yet.")).to_be_visible()
    dialog.get_by_label("Who can do what").select_option(label="People who sign in can edit")
    dialog.get_by_role("button", name="Create link").click()
    expect(dialog.get_by_role("button", name="End the link “People who sign in can edit”")).to_be_visible()
    links = person.api("GET", f"/api/projects/{diagram['project_id']}/access")["links"]

    bob, theirs = other
    theirs.goto(f"{site.url}/s#{links[0]['token']}")
    expect(theirs.get_by_text("Tess Tester shares the project “Project of Greeting” with you.")).to_be_visible()
    expect(theirs.get_by_text("You may view and change it.")).to_be_visible()
    theirs.get_by_role("button", name="Open").click()
    theirs.get_by_role("link", name="Greeting").click()
    canvas = Canvas(theirs)
    canvas.source.fill(SOURCE + "Bob -> Ada: and to you\n")
    canvas.expect_saved()
    bob.open_home(theirs)
    shared = theirs.get_by_role("region", name="Shared with me")
    expect(shared.get_by_role("link", name="Project of Greeting")).to_be_visible()
    expect(shared.get_by_text("from Tess Tester")).to_be_visible()

    page.keyboard.press("Escape")
    page.get_by_role("link", name="Greeting").last.click()
    mine = Canvas(page)
    mine.expect_source(SOURCE + "Bob -> Ada: and to you\n")
    page.get_by_role("button", name="History").click()
    history = page.get_by_role("dialog", name="History of “Greeting”")
    expect(history.get_by_text("There are no earlier versions yet.")).to_be_visible()
    history.get_by_label("Name of this version").fill("Polite")
    history.get_by_role("button", name="Keep").click()
    expect(history.get_by_role("button", name="Polite")).to_contain_text("by Tess Tester")
    page.keyboard.press("Escape")
    mine.source.fill("Ada -> Bob: go away\n")
    mine.expect_saved()
    page.get_by_role("button", name="History").click()
    history.get_by_role("button", name="Polite").click()
    expect(history.locator(".view-picture svg")).to_contain_text("and to you")
    history.get_by_role("button", name="Changes since").click()
    changes = history.get_by_role("list", name="What has changed since")
    expect(changes.get_by_role("listitem")).to_have_text([
        "ChangedAda sends to Bob: hello → Ada sends to Bob: go away", "RemovedBob sends to Ada: and to you",
    ])
    expect(history.locator(".compared svg")).to_have_count(2)
    history.get_by_role("button", name="Lines").click()
    expect(history.get_by_label("Lines that have changed since").locator("ins")).to_have_text("+ Ada -> Bob: go away\n")
    history.get_by_role("button", name="Restore this version").click()
    mine.expect_source(SOURCE + "Bob -> Ada: and to you\n")
    mine.expect_saved()
    assert person.source_of(diagram) == SOURCE + "Bob -> Ada: and to you\n"
    page.get_by_role("button", name="Undo").click()
    mine.expect_source("Ada -> Bob: go away\n")
    page.get_by_role("button", name="Redo").click()


def test_a_role_says_what_somebody_may_do_and_ends_at_once(page: Page, site: Site, person: Person, other: tuple[Person, Page]) -> None:
    diagram = person.make_diagram(SOURCE, "Roles")
    path = f"/api/projects/{diagram['project_id']}"
    address = f"{site.url}/projects/{diagram['project_id']}/diagrams/{diagram['id']}"
    _, theirs = other
    theirs.goto(make_link(person, path, "view"))
    theirs.get_by_role("button", name="Keep it in “Shared with me”").click()
    expect(theirs.get_by_text("from Tess Tester")).to_be_visible()
    expect(theirs.get_by_role("button", name="New diagram")).to_have_count(0)
    theirs.goto(address)
    expect(theirs.get_by_text("View only")).to_be_visible()
    expect(theirs.locator(".view-picture svg")).to_contain_text("hello")

    page.goto(f"{site.url}/projects/{diagram['project_id']}")
    page.get_by_role("button", name="Share").click()
    with page.expect_response("**/members/*"):
        page.get_by_label("What Tess Tester may do").select_option(label="Can edit")
    # What is remembered of a list is forgotten on the server that changes it.
    theirs.reload()
    canvas = Canvas(theirs)
    canvas.source.fill("Ada -> Bob: mine\n")
    canvas.expect_saved()
    page.get_by_role("button", name="Take access away from Tess Tester").click()
    expect(page.get_by_text("Nobody else has access yet.")).to_be_visible()
    canvas.source.fill("Ada -> Bob: lost?\n")
    theirs.get_by_role("button", name="Not now").click()
    expect(theirs.get_by_role("status")).to_contain_text("Not saved")
    canvas.expect_source("Ada -> Bob: lost?\n")
    assert person.source_of(diagram) == "Ada -> Bob: mine\n"
    page.keyboard.press("Escape")


def test_who_may_see_one_diagram_goes_back_to_home_and_may_leave(
    page: Page, site: Site, person: Person, other: tuple[Person, Page]
) -> None:
    diagram = person.make_diagram(SOURCE, "Alone")
    bob, theirs = other
    theirs.goto(make_link(person, f"/api/diagrams/{diagram['id']}", "view"))
    theirs.get_by_role("button", name="Keep it in “Shared with me”").click()
    expect(theirs.get_by_text("View only")).to_be_visible()
    # Also by the address that its owner sees.
    theirs.goto(f"{site.url}/projects/{diagram['project_id']}/diagrams/{diagram['id']}")
    expect(theirs).to_have_url(re.compile("/projects/shared/diagrams/"))
    theirs.get_by_role("link", name="Back to Home").click()
    theirs.get_by_role("region", name="Shared with me").get_by_role("link", name="Alone").click()
    expect(theirs.get_by_role("button", name="History")).to_have_count(0)
    theirs.get_by_role("button", name="Share").click()
    theirs.get_by_role("button", name="Leave").click()
    expect(theirs.get_by_text("“Alone” is no longer shared with you.")).to_be_visible()
    expect(theirs.get_by_role("region", name="Shared with me")).to_have_count(0)


def test_a_second_link_in_the_same_tab_leads_to_something_else(site: Site, person: Person, stranger: Page) -> None:
    first, second = (person.make_diagram(f"Ada -> Bob: {name}\n", name) for name in ("one", "two"))
    stranger.goto(make_link(person, f"/api/diagrams/{first['id']}", "view"))
    expect(stranger.get_by_role("heading", name="one")).to_be_visible()
    stranger.goto(make_link(person, f"/api/diagrams/{second['id']}", "view"))
    expect(stranger.get_by_role("heading", name="two")).to_be_visible()
    expect(stranger.locator(".view-picture svg")).to_contain_text("two")


def test_a_link_can_be_had_where_the_clipboard_is_refused(page: Page, site: Site, person: Person) -> None:
    diagram = person.make_diagram(SOURCE, "Clipboard")
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    Canvas.open(page, site, diagram)
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Create link").click()
    problem = page.get_by_text("This browser does not let pages copy.")
    expect(problem).to_be_visible()
    # In front of the dialog, where it can be read and closed.
    problem.click()
    page.get_by_role("log").get_by_role("button", name="Close").click()
    assert re.fullmatch(rf"{site.url}/s#[\w-]{{22}}", page.get_by_label("New link", exact=True).input_value())
    page.get_by_role("button", name="End the link").click()
    expect(page.get_by_label("New link", exact=True)).to_have_count(0)


def test_nothing_comes_back_over_what_is_not_saved(site: Site, person: Person) -> None:
    page = person.context.new_page()  # not watched: a browser reports what fails
    diagram = person.make_diagram(SOURCE, "Offline")
    person.api("POST", f"/api/diagrams/{diagram['id']}/versions", json={"name": "First"})
    canvas = Canvas.open(page, site, diagram)
    page.route(f"**/api/diagrams/{diagram['id']}", lambda route: route.abort() if route.request.method == "PATCH" else route.continue_())
    canvas.source.fill("Ada -> Bob: not saved\n")
    page.get_by_role("button", name="History").click()
    page.get_by_role("button", name="Restore this version").click()
    expect(page.get_by_text("Your changes could not be saved yet.")).to_be_visible()
    canvas.expect_source("Ada -> Bob: not saved\n")
    assert person.source_of(diagram) == SOURCE
    page.unroute(f"**/api/diagrams/{diagram['id']}")
    page.get_by_role("button", name="Restore this version").click()
    canvas.expect_source(SOURCE)
    versions = person.api("GET", f"/api/diagrams/{diagram['id']}/versions")
    assert [version["reason"] for version in versions] == ["restored", "named"]


def test_somebody_without_an_account_looks_at_it(site: Site, person: Person, stranger: Page) -> None:
    diagram = person.make_diagram(SOURCE, "Public")
    person.api("POST", f"/api/projects/{diagram['project_id']}/diagrams", json={"name": "Second", "source": "Cy -> Di: other\n"})
    address = make_link(person, f"/api/projects/{diagram['project_id']}", "view")
    stranger.goto(address)
    expect(stranger.get_by_text("You may view it.")).to_be_visible()
    expect(stranger.locator(".view-picture svg")).to_contain_text("hello")
    stranger.get_by_role("button", name="Second").click()
    expect(stranger.locator(".view-picture svg")).to_contain_text("other")
    expect(stranger.get_by_label("Source")).to_contain_text("Cy -> Di: other")
    links = person.api("GET", f"/api/projects/{diagram['project_id']}/access")["links"]
    person.api("DELETE", f"/api/projects/{diagram['project_id']}/links/{links[0]['id']}")
    stranger.reload()
    expect(stranger.get_by_text("This link leads nowhere.")).to_be_visible()


def test_who_has_no_account_makes_one_and_comes_back(site: Site, person: Person, stranger: Page) -> None:
    diagram = person.make_diagram(SOURCE, "Join")
    stranger.goto(make_link(person, f"/api/diagrams/{diagram['id']}", "edit"))
    stranger.get_by_role("button", name="Sign in to open it").click()
    assert "#" not in stranger.url and "token" not in stranger.url
    stranger.get_by_role("button", name="Create account").click()
    stranger.get_by_label("Name").fill("Zoe")
    stranger.get_by_label("Email").fill(f"zoe-{diagram['id'][:8]}@example.com")
    stranger.get_by_label("Password").fill("correct horse battery 77")
    stranger.get_by_role("button", name="Create account").click()
    stranger.get_by_role("button", name="Open").click()
    canvas = Canvas(stranger)
    canvas.source.fill("Zoe -> Ada: thanks\n")
    canvas.expect_saved()
    assert person.source_of(diagram) == "Zoe -> Ada: thanks\n"
    stranger.goto(site.url)
    expect(stranger.get_by_role("region", name="Shared with me").get_by_role("link", name="Join")).to_be_visible()


def test_the_newest_picture_has_a_public_address(page: Page, site: Site, person: Person) -> None:
    diagram = person.make_diagram(SOURCE, "Badge")
    canvas = Canvas.open(page, site, diagram)
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Make a public address").click()
    markdown = page.get_by_label("Markdown", exact=True).input_value()
    assert re.fullmatch(r"!\[Badge\]\(http://localhost:\d+/e/[\w-]{22}\.svg\)", markdown)
    address = page.get_by_label("Address", exact=True).input_value()
    with urlopen(address) as picture:
        assert b"hello" in picture.read() and picture.headers["Cache-Control"] == "no-cache"
    page.keyboard.press("Escape")
    canvas.source.fill("Ada -> Bob: newer\n")
    canvas.expect_saved()
    with urlopen(address) as picture:
        assert b"newer" in picture.read()
    assert urlsplit(address).path.startswith("/e/")
