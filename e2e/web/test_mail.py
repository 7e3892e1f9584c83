"""What comes by mail, from the server to a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.mail_server import MailServer
from e2e.server import PASSWORD
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


def expect_verified(page: Page, email: str) -> None:
    expect(page.get_by_role("log")).to_contain_text(f"{email} is verified, and the address of your account.")
    expect(page.get_by_text(f"{email} · verified")).to_be_visible()


def test_an_address_is_verified_by_the_link_of_a_mail(site: Site, browser: Browser, mails: MailServer) -> None:
    with profile(browser) as context:
        person, page = Person(site, context), context.new_page()
        page.goto(f"{site.url}/account")
        expect(page.get_by_text(f"{person.email} · not verified")).to_be_visible()
        page.get_by_role("button", name="Send a link").click()
        expect(page.get_by_text(f"A link is on its way to {person.email}.")).to_be_focused()
        link = link_in(mails, person.email, site, "/verify")
        page.route("**/api/auth/email/verify", lambda route: route.abort(), times=1)
        page.goto(link)
        page.get_by_role("button", name="Try again").click()
        expect_verified(page, person.email)
        assert page.url == f"{site.url}/account"
        page.goto("about:blank")
        page.goto(link)
        expect(page.get_by_role("alert")).to_contain_text("This link has been used, has expired, or is for another account.")


def test_another_address_counts_once_its_link_is_opened(site: Site, browser: Browser, mails: MailServer) -> None:
    with profile(browser) as context, profile(browser) as elsewhere:
        person, page, other = Person(site, context), context.new_page(), elsewhere.new_page()
        address = f"new-{person.email}"
        page.goto(f"{site.url}/account")
        page.get_by_role("button", name="Change address").click()
        expect(page.get_by_label("New address")).to_be_focused()
        page.get_by_role("button", name="Cancel").click()
        expect(page.get_by_role("button", name="Change address")).to_be_focused()
        page.keyboard.press("Enter")
        page.get_by_label("New address").fill(address)
        page.get_by_role("button", name="Send a link there").click()
        expect(page.get_by_text(f"A link is on its way to {address}.")).to_be_visible()
        expect(page.get_by_role("button", name="Change address")).to_be_focused()
        assert person.api("GET", "/api/auth/me")["email"] == person.email
        # Where nobody is signed in, one signs in first; with the former address, as it is still the account's.
        other.goto(link_in(mails, address, site, "/verify"))
        other.get_by_role("button", name="Sign in").click()
        other.get_by_label("Email").fill(person.email)
        other.get_by_label("Password").fill(PASSWORD)
        other.get_by_role("button", name="Sign in").click()
        expect_verified(other, address)
        page.reload()
        expect(page.get_by_text(f"{address} · verified")).to_be_visible()
        former, present = ({"email": email, "password": PASSWORD} for email in (person.email, address))
        assert site.server.post("/api/auth/login", json=former).status_code == 401
        assert site.server.post("/api/auth/login", json=present).status_code == 200


def test_who_must_set_up_a_second_factor_gives_another_address_where_theirs_is_dead(
    new_database: Callable[[], str | None], browser: Browser, folder: Path, mails: MailServer
) -> None:
    settings = mail_settings(mails) | {"REQUIRE_SECOND_FACTOR": "yes"}
    with Site(folder, new_database(), settings=settings) as site, profile(browser) as context:
        person, page = Person(site, context), context.new_page()
        address = f"alive-{person.email}"
        page.goto(site.url)
        page.get_by_role("button", name="Set up").click()
        expect(page.get_by_role("alert")).to_contain_text("Verify your e-mail address")
        page.get_by_role("button", name="Change address").click()
        page.get_by_label("New address").fill(address)
        page.get_by_role("button", name="Send a link there").click()
        page.goto(link_in(mails, address, site, "/verify"))
        expect(page.get_by_role("log")).to_contain_text(f"{address} is verified")
        page.get_by_role("button", name="Set up").click()
        expect(page.get_by_role("img", name="QR code")).to_be_visible()
