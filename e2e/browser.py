"""A real browser, and the web server of the page that it shows."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright

PAGES = Path(__file__).parent / "pages"
SCREENSHOTS = Path(__file__).parent / "screenshots"
FILES = {
    "/": ("sign_in.html", "text/html; charset=utf-8"),
    "/auth/callback": ("sign_in.html", "text/html; charset=utf-8"),
    "/sign_in.js": ("sign_in.js", "text/javascript; charset=utf-8"),
}
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


@contextmanager
def page_server(api: str) -> Iterator[str]:
    """Serves the test page, which calls the API at `api`. Gives the page's origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name, media_type = FILES.get(urlsplit(self.path).path, (None, ""))
            if name is None:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", media_type)
            self.end_headers()
            self.wfile.write((PAGES / name).read_text("utf-8").replace("{{API}}", api).encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        yield f"http://localhost:{listener.server_port}"
        listener.shutdown()


def settle(page: Page) -> None:
    """Waits until the page has what it asked for, and nothing moves."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => document.getAnimations().every(one => one.playState !== 'running')")


class Watch:
    """What a page of `origin` must not do: complain on the console, fail, or ask another host."""

    def __init__(self, page: Page, origin: str) -> None:
        self.problems: list[str] = []
        self.hosts: set[str] = set()
        self._page, self._origin = page, origin
        page.on("console", lambda message: self._problem(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self._problem(str(error)))
        # A request that is given up because the page is left has not failed.
        page.on("requestfailed", lambda request: self._failed(request))
        page.on("request", self._request)

    @property
    def _is_ours(self) -> bool:
        """The identity provider's page, which the browser visits in between, is not ours to judge."""
        return self._page.url.startswith(f"{self._origin}/")

    def _problem(self, text: str) -> None:
        if self._is_ours:
            self.problems.append(text)

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            self._problem(f"failed: {request.url}")

    def _request(self, request: Request) -> None:
        if self._is_ours and not request.is_navigation_request() and request.url.startswith("http"):
            self.hosts.add(urlsplit(request.url).hostname or "")


@contextmanager
def launched(program: str = "chromium-headless-shell") -> Iterator[Browser]:
    """Debian's Chromium without a window, or else Playwright's own. `chromium` is the whole one, as people have it."""
    with sync_playwright() as playwright:
        # Containers run tests as root, where Chromium's sandbox does not start.
        path = shutil.which(program)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def browser_context() -> Iterator[BrowserContext]:
    """A fresh profile that reaches nothing but this machine."""

    def loopback_only(route: Route) -> None:
        host = urlsplit(route.request.url).hostname
        route.continue_() if host in LOOPBACK else route.abort()

    with launched() as browser:
        context = browser.new_context(viewport={"width": 1100, "height": 800})
        context.set_default_timeout(10_000)
        context.route(lambda url: url.startswith("http"), loopback_only)
        yield context


def screenshot(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png")
