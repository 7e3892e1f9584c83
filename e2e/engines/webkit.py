"""WebKitGTK's MiniBrowser, by its WebDriver over HTTP."""

import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from e2e.engines.real_browser import HEIGHT, WIDTH, RealBrowser, Refused

MINI_BROWSER = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), None)
PATHS = {  # of WebDriver's HTTP binding
    "Navigate": ("POST", "/url"),
    "Refresh": ("POST", "/refresh"),
    "FindElements": ("POST", "/elements"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "GetComputedLabel": ("GET", "/element/{id}/computedlabel"),
    "IsElementDisplayed": ("GET", "/element/{id}/displayed"),
    "PerformActions": ("POST", "/actions"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "ExecuteAsyncScript": ("POST", "/execute/async"),
    "TakeScreenshot": ("GET", "/screenshot"),
    "SetWindowRect": ("POST", "/window/rect"),
    "DeleteSession": ("DELETE", ""),
}


@contextmanager
def x_server() -> Iterator[str]:
    """Gives the display's name; the server chooses a free number."""
    reader, writer = os.pipe()
    screen = ["-screen", "0", f"{WIDTH}x{HEIGHT + 200}x24"]
    command = ["Xvfb", "-displayfd", str(writer), *screen, "-nolisten", "tcp", "-noreset"]
    process = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        display = pipe.readline().strip()
    assert display, "Xvfb has not started"
    try:
        yield f":{display}"
    finally:
        process.terminate()
        process.wait(10)


class WebKit(RealBrowser):
    name = "webkit"

    def __init__(self, display: str) -> None:
        super().__init__()
        self.env |= {"DISPLAY": display, "NO_AT_BRIDGE": "1", "GSETTINGS_BACKEND": "memory"}
        self.env |= {"XDG_RUNTIME_DIR": str(self.folder)}
        (self.folder / ".config").mkdir()
        (self.folder / ".config/user-dirs.dirs").write_text('XDG_DOWNLOAD_DIR="$HOME/Downloads"\n')

    def _start(self) -> None:
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            port = listener.getsockname()[1]
        self.spawn(["WebKitWebDriver", f"--port={port}"])
        self._http = requests.Session()
        self._address = f"http://127.0.0.1:{port}"

        def ready() -> bool:
            try:
                return self._http.get(f"{self._address}/status", timeout=5).ok
            except requests.ConnectionError:
                return False

        self.wait_for(ready, "WebKitWebDriver")
        options = {"binary": str(MINI_BROWSER), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options, "acceptInsecureCerts": True}}
        self._address += f"/session/{self._send('POST', '/session', {'capabilities': wanted})['sessionId']}"

    def _send(self, method: str, path: str, body: Any = None) -> Any:
        answer = self._http.request(method, self._address + path, json=body if method == "POST" else None, timeout=60)
        value = answer.json()["value"]
        if not answer.ok:
            raise Refused(f"{path}: {value['error']}: {value['message']}")
        return value

    def command(self, name: str, **parameters: Any) -> Any:
        method, path = PATHS[name]
        return self._send(method, path.format(**parameters), parameters)
