"""A real browser signs in at an independent identity provider, stays signed in by cookie, and shows the API's pages."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from playwright.sync_api import BrowserContext, Page, expect

from e2e.browser import Watch, browser_context, page_server, screenshot
from e2e.google_client import SIGN_IN_COOKIE, google_settings
from e2e.identity_providers.strict import EMAIL, PASSWORD, USERNAME
from e2e.server import REPOSITORY, ProviderProcess, ServerProcess, free_port

REFRESH_COOKIE = "__Host-zenuml_refresh"


@dataclass
class Site:
    """The API, the page that may use it, and a page that may not."""

    api: str
    page: str
    foreign_page: str


def assets_folder() -> Path:
    """Where the installed package keeps Swagger UI and ReDoc."""
    found = list((REPOSITORY / ".tools/api-docs").rglob("swagger-ui-bundle.js"))
    assert found, "Swagger UI and ReDoc are missing in .tools/api-docs; the Makefile installs them"
    return found[0].parents[1]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    port = free_port()
    api = f"http://localhost:{port}"
    with ExitStack() as stack:
        page = stack.enter_context(page_server(api))
        foreign_page = stack.enter_context(page_server(api))
        callback = f"{page}/auth/callback"
        provider = stack.enter_context(
            ProviderProcess("strict", "--redirect-uri", callback, "--auth-method", "client_secret_post")
        )
        settings = {"CORS_ORIGINS": page, "PUBLIC_URL": api, "API_DOCS_ASSETS": str(assets_folder())}
        settings |= google_settings(provider, callback)
        stack.enter_context(ServerProcess(tmp_path_factory.mktemp("browser"), settings, port=port))
        yield Site(api, page, foreign_page)


@pytest.fixture(scope="module")
def context() -> Iterator[BrowserContext]:
    with browser_context() as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    context.clear_cookies()
    page = context.new_page()
    yield page
    page.close()


def go_to_provider(page: Page, site: Site) -> None:
    page.goto(site.page)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/authorize?**")


def log_in(page: Page, site: Site) -> None:
    form = page.locator("form:has(input[name=password])")
    form.locator("input[name=username]").fill(USERNAME)
    form.locator("input[name=password]").fill(PASSWORD)
    form.locator("[type=submit]").click()
    page.wait_for_url(f"{site.page}/")


def sign_in(page: Page, site: Site) -> None:
    go_to_provider(page, site)
    log_in(page, site)
    expect(page.locator("#email")).to_have_text(EMAIL)


def cookies(context: BrowserContext) -> dict[str, dict]:
    return {cookie["name"]: dict(cookie) for cookie in context.cookies() if cookie["name"].startswith("__Host-")}


def test_sign_in_refresh_and_sign_out(context: BrowserContext, page: Page, site: Site) -> None:
    watch = Watch(page, site.page)
    sign_in(page, site)
    screenshot(page, "signed_in")
    # The sign-in's cookie has done its duty, and no script can reach the other one.
    assert set(cookies(context)) == {REFRESH_COOKIE}
    first = cookies(context)[REFRESH_COOKIE]
    assert (first["httpOnly"], first["secure"], first["sameSite"], first["path"]) == (True, True, "Strict", "/")
    assert page.evaluate("document.cookie") == ""
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]

    page.reload()  # the access token is gone with the page's memory; the cookie brings a new one
    expect(page.locator("#email")).to_have_text("nobody")
    page.get_by_role("button", name="Refresh").click()
    expect(page.locator("#answer")).to_have_text("refresh, me: 200")
    expect(page.locator("#email")).to_have_text(EMAIL)
    second = cookies(context)[REFRESH_COOKIE]
    assert second["value"] != first["value"]
    assert abs(second["expires"] - first["expires"]) < 5  # refreshing does not prolong the session

    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("#answer")).to_have_text("sign out: 200")
    assert cookies(context) == {}
    assert watch.problems == []
    assert watch.hosts == {"localhost"}

    # Not only the browser has forgotten the session: the cookie is worth nothing to whoever kept it.
    page.get_by_role("button", name="Refresh").click()
    expect(page.locator("#answer")).to_have_text("refresh: 401")
    kept = requests.post(
        f"{site.api}/api/auth/refresh",
        headers={"X-Token-Transport": "cookie", "Origin": site.page, "Cookie": f"{REFRESH_COOKIE}={second['value']}"},
        timeout=10,
    )
    assert kept.status_code == 401
    screenshot(page, "signed_out")


def test_page_of_another_origin_gets_nothing(context: BrowserContext, page: Page, site: Site) -> None:
    sign_in(page, site)
    before = cookies(context)[REFRESH_COOKIE]["value"]
    # Another port is another origin but the same site: the browser sends the cookie along, SameSite or not.
    page.goto(site.foreign_page)
    page.get_by_role("button", name="Refresh").click()
    expect(page.locator("#answer")).to_have_text("refresh: blocked")
    screenshot(page, "foreign_origin")
    simple = """async (url) => {
        const response = await fetch(url, { method: "POST", mode: "no-cors", credentials: "include", body: "{}" });
        return response.type;
    }"""
    assert page.evaluate(simple, f"{site.api}/api/auth/refresh") == "opaque"
    assert cookies(context)[REFRESH_COOKIE]["value"] == before
    for origin in (site.foreign_page, "null", None):
        headers = {"X-Token-Transport": "cookie", "Cookie": f"{REFRESH_COOKIE}={before}"}
        headers |= {"Origin": origin} if origin else {}
        answer = requests.post(f"{site.api}/api/auth/refresh", headers=headers, timeout=10)
        assert (answer.status_code, answer.json()["error_type"]) == (403, "forbidden")
        assert "Access-Control-Allow-Origin" not in answer.headers

    page.goto(site.page)  # the session has come to no harm
    page.get_by_role("button", name="Refresh").click()
    expect(page.locator("#email")).to_have_text(EMAIL)


def test_sign_in_of_another_browser_is_refused(context: BrowserContext, page: Page, site: Site) -> None:
    """Somebody is lured to the end of a sign-in that an attacker has started."""
    go_to_provider(page, site)
    assert set(cookies(context)) == {SIGN_IN_COOKIE}
    context.clear_cookies(name=SIGN_IN_COOKIE)
    log_in(page, site)
    expect(page.locator("#answer")).to_have_text("sign in: 401")
    expect(page.locator("#email")).to_have_text("nobody")
    assert cookies(context) == {}


@pytest.mark.parametrize(
    ("path", "operation"),
    [("/api/docs", ".opblock-summary-path"), ("/api/redoc", "[id^='tag/']")],
    ids=["docs", "redoc"],
)
def test_api_pages_need_nobody_else(page: Page, site: Site, path: str, operation: str) -> None:
    watch = Watch(page, site.api)
    page.goto(site.api + path)
    page.locator(operation).first.wait_for()
    expect(page.get_by_text("/api/status").first).to_be_attached()
    page.wait_for_load_state("networkidle")
    screenshot(page, path.rpartition("/")[2])
    assert watch.problems == []
    assert watch.hosts == {"localhost"}
