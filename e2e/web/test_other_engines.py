"""A short journey in Firefox and in WebKit: whoever uses another browser than Chromium finds everything, too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.engines.firefox import Firefox
from e2e.engines.real_browser import CONTROL, ENTER, RealBrowser
from e2e.engines.webkit import WebKit, x_server
from e2e.server import PASSWORD, REPOSITORY
from e2e.web.site import Site, another_address

SCREENSHOTS = REPOSITORY / "e2e/screenshots"
EXPORTS = (("SVG", "*.svg", b"<svg"), ("PNG, 2×", "*.png", b"\x89PNG"), ("PDF", "*.pdf", b"%PDF"), ("Source (.zen)", "*.zen", b"Ada"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Site(tmp_path_factory.mktemp("engines")) as site:
        yield site


@pytest.fixture(params=["firefox", "webkit"])
def browser(request: pytest.FixtureRequest) -> Iterator[RealBrowser]:
    if request.param == "firefox":
        with Firefox() as firefox:
            yield firefox
    else:
        with x_server() as display, WebKit(display) as webkit:
            yield webkit


def message(browser: RealBrowser, element: str) -> str:
    return browser.text(f'.picture-content g[data-id="{element}"][data-part="message"]')


def make_account(browser: RealBrowser, address: str, user: str = "ada") -> None:
    browser.open(address)
    browser.click("button", "Create account")
    for label, value in (("Name", "Ada Lovelace"), ("Email", f"{user}-{browser.name}@example.com"), ("Password", PASSWORD)):
        browser.click("field", label)
        browser.type(value)
    browser.click("button", "Create account")


def make_diagram(browser: RealBrowser) -> None:
    browser.click("button", "New project")
    browser.click("field", "Project name")
    browser.type("Engines")
    browser.press(ENTER)
    browser.click("button", "New diagram")
    browser.click("field", "Diagram name")
    browser.type("Notes")
    browser.press(ENTER)


def screenshot(browser: RealBrowser, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    browser.screenshot(SCREENSHOTS / f"{browser.name}-{name}.png")


def at_rest(browser: RealBrowser, selector: str) -> tuple[float, float, float, float]:
    """Where an element is when it has stopped gliding to its place."""
    seen: list[tuple[float, float, float, float]] = []

    def rests() -> bool:
        seen.append(browser.box(selector))
        return len(seen) > 12 and len(set(seen[-12:])) == 1

    browser.wait_for(rests, f"{selector} to rest")
    return seen[-1]


def draw_use_cases(browser: RealBrowser) -> None:
    browser.click("button", "New diagram")
    browser.click("field", "Diagram name")
    browser.type("Uses")
    browser.click("field", "Use case diagram")
    browser.click("button", "Create")
    browser.click("field", "Diagram source")
    browser.type("usecase Compute\nAda --> Compute")
    use_case = '.picture-content g[data-id="Compute"][data-part="classifier"]'
    browser.wait_for(lambda: "Compute" in browser.text(use_case), "the picture of use cases")
    left, top, width, height = at_rest(browser, use_case)
    middle = (left + width / 2, top + height / 2)
    browser.drag(middle, (middle[0] + 60, middle[1] + 90))
    # In line with the other one, if that is near.
    browser.wait_for(lambda: abs(browser.box(use_case)[1] - top - 90) < 8, "the use case to be where it was let go")
    browser.wait_for(lambda: browser.text("[role=status]").strip() == "Saved", "the use cases to be saved")
    screenshot(browser, "use-cases")


def test_account_write_save_reload_export_sign_out(site: Site, browser: RealBrowser) -> None:
    # Not the public address: whoever opens the number of the machine stays signed in as well.
    make_account(browser, f"http://127.0.0.1:{site.port}")
    make_diagram(browser)
    browser.click("field", "Diagram source")
    browser.type("Ada -> Engine: compute\nEngine -> Card: punch")
    browser.wait_for(lambda: "punch" in message(browser, "Engine/Card"), "the picture")
    browser.press(CONTROL, "z")
    browser.wait_for(lambda: "punch" not in message(browser, "Engine/Card"), "the change to be taken back")
    browser.press(CONTROL, "y")
    browser.wait_for(lambda: "punch" in message(browser, "Engine/Card"), "the change to be made again")
    browser.wait_for(lambda: browser.text("[role=status]").strip() == "Saved", "the diagram to be saved")
    screenshot(browser, "canvas")

    browser.reload()
    browser.wait_for(lambda: "punch" in message(browser, "Engine/Card"), "the picture after a reload")
    if isinstance(browser, Firefox):
        assert browser.errors() == []

    for item, pattern, magic in EXPORTS:
        browser.click("button", "Export")
        browser.click("menuitem", item)
        assert browser.downloaded(pattern).read_bytes().startswith(magic)
    browser.click("link", "Back to the project")
    browser.named("button", "New diagram")
    screenshot(browser, "project")
    draw_use_cases(browser)
    browser.click("link", "Back to the project")
    browser.click("button", "Sign out")
    browser.named("button", "Sign in")
    browser.reload()
    browser.named("button", "Sign in")


def test_a_reload_keeps_one_signed_in_at_each_address(tmp_path: Path, browser: RealBrowser) -> None:
    with Site(tmp_path, listen="::") as site:
        for number, host in enumerate(("localhost", "127.0.0.1", "[::1]", another_address())):
            make_account(browser, f"http://{host}:{site.port}", f"grace{number}")
            for _ in range(2):
                browser.named("button", "New project")
                browser.reload()
            browser.named("button", "New project")
            browser.click("button", "Sign out")
            browser.named("button", "Sign in")
