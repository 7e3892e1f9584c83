"""A second step of signing in, and being asked once more who one is."""

import time
from pathlib import Path

import pyotp
from playwright.sync_api import Browser, Locator, Page, Route, expect

from e2e.server import PASSWORD
from e2e.web.site import Person, Site, profile

PERIOD = 30
WRONG = "This code is wrong"
LEAVES_UNASKED = "() => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"


class Authenticator:
    """An app on a phone. A code counts once, so the next one may be that of the next half minute, which servers take too."""

    def __init__(self, secret: str) -> None:
        self._codes = pyotp.TOTP(secret, interval=PERIOD)
        self._last = 0

    def code(self) -> str:
        self._last = max(self._last + 1, int(time.time()) // PERIOD)
        return self._codes.at(self._last * PERIOD)


def set_up(page: Page, part: Page | Locator) -> Authenticator:
    """Goes as far as the recovery codes."""
    expect(part.get_by_role("img", name="QR code")).to_be_visible()
    app = Authenticator(part.locator("code").inner_text().replace(" ", ""))
    part.get_by_label("Code from the app").fill(app.code())
    part.get_by_role("button", name="Turn on").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    return app


def sign_in(page: Page, person: Person, code: str) -> None:
    """As far as the answer to the code."""
    page.goto(f"{person.site.url}/login")
    page.get_by_label("Email").fill(person.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("textbox", name="Code")).to_be_focused()
    page.get_by_role("textbox", name="Code").fill(code)
    page.get_by_role("button", name="Sign in").click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_a_code_is_asked_for_until_it_is_turned_off(site: Site, browser: Browser, folder: Path) -> None:
    with profile(browser) as context:
        person, page = Person(site, context), context.new_page()
        site.server.post("/api/auth/login", json={"email": person.email, "password": PASSWORD})
        page.goto(f"{site.url}/account")
        expect(page.get_by_role("button", name="Sign out there")).to_be_visible()
        page.get_by_role("button", name="Set up").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Code from the app").fill("12345")
        dialog.get_by_role("button", name="Turn on").click()
        expect(dialog.get_by_role("alert")).to_contain_text(WRONG)
        app = set_up(page, dialog)
        codes = dialog.get_by_role("listitem").all_inner_texts()
        assert len(codes) == 10
        assert not page.evaluate(LEAVES_UNASKED)
        with page.expect_download() as download:
            dialog.get_by_role("button", name="Download").click()
        download.value.save_as(folder / "codes.txt")
        assert (folder / "codes.txt").read_text().splitlines()[2:] == codes
        page.keyboard.press("Escape")  # closes nothing: they are not shown again
        dialog.get_by_role("button", name="I have kept them").click()
        expect(page.get_by_text("10 recovery codes are left.")).to_be_visible()
        assert page.evaluate(LEAVES_UNASKED)
        expect(page.get_by_role("heading", name="Two-step sign-in")).to_be_focused()
        expect(page.get_by_role("button", name="Sign out there")).to_have_count(0)
        sign_out(page)
        sign_in(page, person, "12345")
        expect(page.get_by_role("alert")).to_contain_text(WRONG)
        code = app.code()
        page.get_by_role("textbox", name="Code").fill(f"{code[:3]} {code[3:]}")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("button", name="New project")).to_be_visible()
        sign_out(page)
        sign_in(page, person, codes[0])
        page.get_by_role("link", name="Account").click()
        expect(page.get_by_text("9 recovery codes are left.")).to_be_visible()
        sign_out(page)
        sign_in(page, person, codes[0])
        expect(page.get_by_role("alert")).to_contain_text(WRONG)
        page.get_by_role("button", name="Use another account").click()
        expect(page.get_by_label("Email")).to_have_value(person.email)
        sign_in(page, person, codes[1])
        page.get_by_role("link", name="Account").click()
        page.get_by_role("button", name="Turn off").click()
        dialog.get_by_role("button", name="Turn off").click()
        expect(page.get_by_role("button", name="Set up")).to_be_visible()
        expect(page.get_by_role("heading", name="Two-step sign-in")).to_be_focused()
        sign_out(page)
        person.sign_in(page)


def test_what_another_tab_has_turned_on_is_known_here_when_it_is_to_be_turned_on(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        Person(site, context)
        page, other = context.new_page(), context.new_page()
        for tab in (page, other):
            tab.goto(f"{site.url}/account")
            expect(tab.get_by_role("button", name="Set up")).to_be_visible()
        other.get_by_role("button", name="Set up").click()
        set_up(other, other.get_by_role("dialog"))
        page.get_by_role("button", name="Set up").click()
        expect(page.get_by_text("It is on already.")).to_be_focused()
        expect(page.get_by_text("10 recovery codes are left.")).to_be_visible()
        page.get_by_role("button", name="New recovery codes").click()
        expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
        page.get_by_role("button", name="I have kept them").click()
        expect(page.get_by_text("It is on already.")).to_have_count(0)


def test_nothing_else_is_shown_where_it_is_demanded(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person, page = Person(site, context), context.new_page()

        def demand(route: Route) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, json=answer.json() | {"second_factor": "required"})

        page.route("**/api/auth/me", demand)
        page.route("**/api/auth/providers", lambda route: route.abort(), times=1)
        page.goto(f"{site.url}/trash")
        expect(page.get_by_role("heading", name="Set up two-step sign-in")).to_be_visible()
        expect(page.get_by_role("button", name="Sign out")).to_be_visible()
        expect(page.get_by_role("button", name="Delete account")).to_be_visible()
        expect(page.get_by_role("heading", name="Trash")).to_have_count(0)
        page.get_by_role("button", name="Try again").click()
        expect(page.get_by_role("alert")).to_have_count(0)
        page.get_by_role("button", name="Set up").click()
        set_up(page, page)
        page.get_by_role("button", name="I have kept them").click()
        expect(page.get_by_role("heading", name="Trash", exact=True)).to_be_visible()
        assert person.api("GET", "/api/auth/me")["second_factor"] == "on"


def test_who_signed_in_long_ago_confirms_before_the_account_is_gone(site: Site, browser: Browser) -> None:
    with profile(browser) as context:
        person, page = Person(site, context), context.new_page()
        page.goto(f"{site.url}/account")
        refusal = {"detail": "Please confirm that it is you", "error_type": "confirmation_required"}
        page.route("**/api/account", lambda route: route.fulfill(status=403, json=refusal), times=1)
        page.get_by_role("button", name="Delete account").click()
        deletion = page.get_by_role("dialog", name="Delete the account")
        deletion.get_by_role("textbox").fill("DELETE")
        deletion.get_by_role("button", name="Delete account").click()
        question = page.get_by_role("dialog", name="Confirm that it is you")
        expect(question.get_by_label("Password")).to_be_focused()
        question.get_by_label("Password").fill("not this one")
        question.get_by_role("button", name="Confirm").click()
        expect(question.get_by_role("alert")).to_have_text("This is not your password")
        question.get_by_label("Password").fill(PASSWORD)
        question.get_by_role("button", name="Confirm").click()
        expect(page.get_by_role("button", name="Sign in")).to_be_visible()
        assert site.server.post("/api/auth/login", json={"email": person.email, "password": PASSWORD}).status_code == 401
