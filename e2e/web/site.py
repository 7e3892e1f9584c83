"""The product as `make run` serves it, and a person who uses it in a browser."""

import json
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from e2e.browser import Watch
from e2e.server import PASSWORD, REPOSITORY, ServerProcess, free_port

REFRESH_COOKIE = "zenuml_refresh"
WEB = REPOSITORY / ".build/web"
SAVED = re.compile("^Saved$")
# A diagram that can be drawn, and whose last line has a mistake.
UNFINISHED = "@Actor User\nUser -> Shop.order(cart) {\n  if (paid) {\n    return receipt\n  }\n}\nUser -> Shop.ask(\n"
DRAFTED = """source => new Promise((resolve, reject) => {
    const opening = indexedDB.open('zenuml');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
        const database = opening.result;
        const drafts = database.transaction('drafts').objectStore('drafts').getAll();
        drafts.onsuccess = () => { database.close(); resolve(drafts.result.some(draft => draft.content.source === source)); };
    };
})"""

MEASURED = """async selector => {
    const measure = () => {
        const { x, y, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
        return width || height ? { x, y, width, height } : null;
    };
    let now = measure();
    for (let frame = 0, still = 0; frame < 600 && still < 5; frame++) {
        await new Promise(requestAnimationFrame);
        const before = now;
        now = measure();
        still = now && JSON.stringify(before) === JSON.stringify(now) ? still + 1 : 0;
    }
    return now;
}"""


class Site:
    """A server that can be killed and started again on its data, at the same address."""

    def __init__(
        self, folder: Path, database_url: str | None = None, *, settings: dict[str, str] | None = None, port: int = 0,
        listen: str = "127.0.0.1",
    ) -> None:
        assert (WEB / "index.html").exists(), "the web client is not built; run scripts/build-web"
        self.port = port or free_port()
        self.url = f"http://localhost:{self.port}"
        self.is_mongodb = database_url is not None
        self._folder, self._database_url, self._listen = folder, database_url, listen
        self._settings = {"PUBLIC_URL": self.url, "WEB_ASSETS": str(WEB)} | (settings or {})
        self.start()

    def start(self) -> None:
        self.server = ServerProcess(
            self._folder, self._settings, options=("--host", self._listen), port=self.port, database_url=self._database_url
        )

    def kill(self) -> None:
        self.server.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.server.stop()


class Person:
    """A new account, signed in in a browser profile of its own."""

    def __init__(self, site: Site, context: BrowserContext, *, is_newcomer: bool = False) -> None:
        self.site, self.context = site, context
        self.email = f"{uuid4().hex[:12]}@example.com"
        account = {"email": self.email, "password": PASSWORD, "name": "Tess Tester"}
        response = site.server.post("/api/auth/register", json=account, headers={"X-Token-Transport": "cookie"})
        assert response.status_code == 201, response.text
        self.tokens = response.json()
        # What the browser would have if it had made the account: the cookie, and the page's note that there is one.
        cookie = {"name": REFRESH_COOKIE, "value": response.cookies[REFRESH_COOKIE], "domain": "localhost", "path": "/api/auth"}
        context.add_cookies([cookie | {"secure": False, "httpOnly": True, "sameSite": "Strict"}])
        # Whoever is no newcomer has seen the hints.
        hints = "" if is_newcomer else "localStorage.setItem('zenuml-hints', 'place edit connect text more');"
        context.add_init_script(
            f"{hints} if (!sessionStorage.getItem('known')) localStorage.setItem('zenuml-was-signed-in', '1');"
            "sessionStorage.setItem('known', '1');"
        )

    def open_home(self, page: Page) -> None:
        page.goto(self.site.url)
        expect(page.get_by_role("button", name="New project")).to_be_visible()

    def sign_in(self, page: Page) -> None:
        page.goto(f"{self.site.url}/login")
        page.get_by_label("Email").fill(self.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("button", name="New project")).to_be_visible()

    def api(self, method: str, path: str, **arguments: Any) -> Any:
        """What another program of this person would do."""
        response = self.site.server.request(method, path, self.tokens["access_token"], **arguments)
        if response.status_code == 401:
            account = {"email": self.email, "password": PASSWORD}
            self.tokens = self.site.server.post("/api/auth/login", json=account).json()
            response = self.site.server.request(method, path, self.tokens["access_token"], **arguments)
        assert response.ok, response.text
        return response.json() if response.content else None

    def make_diagram(self, source: str = "", name: str = "Diagram") -> dict[str, Any]:
        project = self.api("POST", "/api/projects", json={"name": f"Project of {name}"})
        return self.api("POST", f"/api/projects/{project['id']}/diagrams", json={"name": name, "source": source})

    def source_of(self, diagram: dict[str, Any]) -> str:
        return self.api("GET", f"/api/diagrams/{diagram['id']}")["source"]


@contextmanager
def profile(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """A browser profile that nobody has used, of somebody who wants things to stand still."""
    context = browser.new_context(**({"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"} | options))
    context.set_default_timeout(10_000)
    try:
        yield context
    finally:
        context.close()


class Canvas:
    """An open diagram."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.source = page.get_by_label("Diagram source")
        self.picture = page.get_by_role("application", name="Diagram canvas")

    @classmethod
    def open(cls, page: Page, site: Site, diagram: dict[str, Any]) -> Self:
        page.goto(f"{site.url}/projects/{diagram['project_id']}/diagrams/{diagram['id']}")
        canvas = cls(page)
        expect(canvas.source).to_be_visible()
        return canvas

    def expect_draft(self, source: str) -> None:
        """The browser has kept the source, whatever becomes of the page."""
        self.page.wait_for_function(DRAFTED, arg=source)

    def part(self, element: str, part: str) -> Locator:
        """Elements are known by the names in the source: `Alice`, `Alice/Bob`, `Alice/Bob#2`."""
        return self.page.locator(f'.picture-content g[data-id={json.dumps(element)}][data-part="{part}"]')

    def box(self, element: str, part: str, inner: str = "") -> dict[str, float]:
        """Where it is on the screen once it rests: found and measured in one go, since a picture drawn anew replaces its nodes."""
        selector = f'.picture-content g[data-id={json.dumps(element)}][data-part="{part}"] {inner}'
        box = self.page.evaluate(MEASURED, selector)
        assert box, f"{element} is not drawn"
        return box

    def middle(self, element: str, part: str) -> tuple[float, float]:
        box = self.box(element, part, "text")
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def tool(self, name: str) -> Locator:
        return self.page.get_by_role("toolbar", name="Tools").get_by_role("button", name=name, exact=True)

    def lifeline(self, participant: str) -> float:
        box = self.box(participant, "lifeline")
        return box["x"] + box["width"] / 2

    def click(self, element: str, part: str = "message") -> None:
        self.page.mouse.click(*self.middle(element, part))

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=6)
        self.page.mouse.up()

    def expect_saved(self) -> None:
        expect(self.page.get_by_role("status")).to_have_text(SAVED)

    def expect_source(self, text: str) -> None:
        expect(self.source).to_have_value(text)


def set_password(page: Page, email: str, password: str) -> None:
    """On the page to which a link for a new password leads; then signs in with it."""
    page.get_by_label("New password").fill(password)
    page.get_by_role("button", name="Set password").click()
    expect(page.get_by_text("Your password is set. Sign in with it.")).to_be_visible()
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="New project")).to_be_visible()


def another_address() -> str:
    """Of this machine, on an interface that leads elsewhere; nothing is sent for that."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.2"  # there is no such interface
        return probe.getsockname()[0]


def watch(page: Page, site: Site) -> Watch:
    return Watch(page, site.url)
