"""What comes by mail, from the server to a browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.mail_server import MailServer
from e2e.web.mails import link_in, mail_settings
from e2e.web.site import Canvas, Person, Site, profile, set_password

NEW = "difference engine 1822"


@pytest.fixture(scope="module")
def mails() -> Iterator[MailServer]:
    with MailServer() as server:
        yield server


@pytest.fixture(scope="module")
def site(new_database: Callable[[], str | None], tmp_path_factory: pytest.TempPathFactory, mails: MailServer) -> Iterator[Site]:
    with Site(tmp_path_factory.mktemp("web"), new_database(), settings=mail_settings(mails)) as site:
        yield site


def test_who_has_forgotten_a_password_gets_a_link(site: Site, browser: Browser, mails: MailServer) -> None:
    with profile(browser) as elsewhere, profile(browser) as context:
        person, page = Person(site, elsewhere), context.new_page()
        page.goto(site.url)
        page.get_by_role("button", name="Forgot your password?").click()
        expect(page.get_by_role("heading", name="Forgot your password?")).to_be_visible()
        page.get_by_role("button", name="Send the link").click()
        expect(page.get_by_text("Enter your e-mail address.")).to_be_visible()
        page.get_by_label("Email").fill(person.email)
        page.get_by_role("button", name="Send the link").click()
        expect(page.get_by_role("status")).to_contain_text(f"If {person.email} belongs to an account, a mail is on its way")
        page.goto(link_in(mails, person.email, site, "/reset"))
        set_password(page, person.email, NEW)


def test_who_is_invited_makes_an_account_and_comes_in(page: Page, site: Site, person: Person, browser: Browser, mails: MailServer) -> None:
    diagram = person.make_diagram("Ada -> Bob: hello\n", "Invited")
    address = f"zoe-{diagram['id'][:8]}@example.com"
    page.goto(f"{site.url}/projects/{diagram['project_id']}")
    page.get_by_role("button", name="Share").click()
    dialog = page.get_by_role("dialog", name="Share “Project of Invited”")
    dialog.get_by_label("E-mail address").fill(address)
    dialog.get_by_role("button", name="Invite").click()
    expect(page.get_by_text(f"An invitation is on its way to {address}.")).to_be_visible()
    expect(dialog.get_by_role("button", name=f"Take back the invitation of {address}")).to_be_visible()
    with profile(browser) as context:
        theirs = context.new_page()
        invitation = link_in(mails, address, site, "/s")
        theirs.goto(invitation)
        expect(theirs.get_by_text("Tess Tester shares the project “Project of Invited” with you.")).to_be_visible()
        theirs.get_by_role("button", name="Sign in to open it").click()
        theirs.get_by_role("button", name="Create account").click()
        theirs.get_by_label("Name").fill("Zoe")
        theirs.get_by_label("Email").fill(address)
        theirs.get_by_label("Password").fill("correct horse battery 77")
        theirs.get_by_role("button", name="Create account").click()
        theirs.get_by_role("button", name="Open").click()
        theirs.get_by_role("link", name="Invited").click()
        canvas = Canvas(theirs)
        canvas.source.fill("Zoe -> Ada: thanks\n")
        canvas.expect_saved()
        # Who clicks once more in the mail comes in once more.
        theirs.goto("about:blank")
        theirs.goto(invitation)
        theirs.get_by_role("button", name="Open").click()
        expect(theirs.get_by_role("link", name="Invited")).to_be_visible()
    assert person.source_of(diagram) == "Zoe -> Ada: thanks\n"
    page.reload()
    page.get_by_role("button", name="Share").click()
    expect(dialog.get_by_label("What Zoe may do")).to_have_value("editor")
    expect(dialog.get_by_role("button", name="Take back")).to_have_count(0)
    page.keyboard.press("Escape")
