"""A browser of another engine than Chromium's, driven by WebDriver's commands (W3C WebDriver)."""

import base64
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER, CONTROL = "\ue007", "\ue009"
WIDTH, HEIGHT = 1280, 800
CANDIDATES = {
    "button": "button, [role=button]",
    "link": "a[href]",
    "field": "input, textarea, select, [role=textbox]",
    "menuitem": "[role=menuitem]",
}
FRAMES = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))"


class Refused(Exception):
    """The browser's answer to a command is an error, such as `stale element reference`."""


class RealBrowser:
    """A browser with a home folder of its own, which holds its profile, log and downloads."""

    name: str

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=f"{self.name}-"))
        self.downloads = self.folder / "Downloads"
        self.downloads.mkdir()
        self.log = (self.folder / "log").open("w")
        # Without a language MiniBrowser says that it speaks "C".
        self.env = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "en_US.UTF-8"}
        self.processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        try:
            self._start()
            wide, high = self.evaluate("return [outerWidth - innerWidth, outerHeight - innerHeight]")
            self.command("SetWindowRect", width=WIDTH + wide, height=HEIGHT + high)
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self) -> None:
        raise NotImplementedError

    def command(self, name: str, **parameters: Any) -> Any:
        raise NotImplementedError

    def spawn(self, command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command, env=self.env, stdout=self.log, stderr=self.log, start_new_session=True, **options
        )
        self.processes.append(process)
        return process

    def close(self) -> None:
        try:
            self._end()
        except Exception as failure:
            print(f"{self.name} does not end: {failure}")
        for process in reversed(self.processes):
            try:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(10)
            except ProcessLookupError:
                process.wait()
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _end(self) -> None:
        self.command("DeleteSession")

    def wait_for(self, condition: Callable[[], Any], what: str, seconds: float = 10) -> Any:
        deadline = time.monotonic() + seconds
        while True:
            try:
                if result := condition():
                    return result
            except Refused:  # an element that is gone or covered just now
                if time.monotonic() > deadline:
                    raise
            assert time.monotonic() < deadline, f"{self.name} waited {seconds} s in vain: {what}"
            time.sleep(0.05)

    def open(self, url: str) -> None:
        self.command("Navigate", url=url)

    def reload(self) -> None:
        self.command("Refresh")

    def all(self, css: str) -> list[str]:
        return [element[ELEMENT] for element in self.command("FindElements", using="css selector", value=css)]

    def find(self, css: str) -> str:
        """The first one's id, once it is there."""
        return self.wait_for(lambda: self.all(css), css)[0]

    def named(self, role: str, name: str) -> str:
        """The visible element with this accessible name, as the browser itself computes it."""

        def found() -> str | None:
            candidates = (one for one in self.all(CANDIDATES[role]) if self._label(one) == name)
            return next((one for one in candidates if self.command("IsElementDisplayed", id=one)), None)

        return self.wait_for(found, f"{role} {name!r}")

    def _label(self, element: str) -> str:
        try:
            return self.command("GetComputedLabel", id=element)
        except Refused:  # WebKit's answer for what its accessibility tree lacks: hidden, or behind a modal dialog
            return ""

    def text(self, css: str) -> str:
        return self.evaluate("return document.querySelector(arguments[0])?.textContent ?? ''", css)

    def click(self, role: str, name: str) -> None:
        self.wait_for(lambda: self.command("ElementClick", id=self.named(role, name)) or True, f"click {name!r}")

    def press(self, *keys: str) -> None:
        """All at once, and then up again: press(CONTROL, "a")."""
        self._keys([("keyDown", key) for key in keys] + [("keyUp", key) for key in reversed(keys)])

    def type(self, text: str) -> None:
        """To what has the focus. WebKit drops a typed "\\n", so it is the key Enter."""
        self._keys([(kind, key) for key in text.replace("\n", ENTER) for kind in ("keyDown", "keyUp")])

    def _keys(self, actions: list[tuple[str, str]]) -> None:
        keys = [{"type": kind, "value": value} for kind, value in actions]
        self.command("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": keys}])

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """With the mouse, in steps."""
        (left, top), (right, bottom) = start, end
        steps = [(left + (right - left) * step / 5, top + (bottom - top) * step / 5) for step in range(1, 6)]
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y), "duration": 30} for x, y in [start, *steps]]
        actions = [moves[0], {"type": "pointerDown", "button": 0}, *moves[1:], {"type": "pointerUp", "button": 0}]
        pointer = {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions}
        self.command("PerformActions", actions=[pointer])

    def box(self, css: str) -> tuple[float, float, float, float]:
        """Left, top, width and height on the page."""
        script = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.x, box.y, box.width, box.height]"
        left, top, width, height = self.evaluate(script, css)
        return left, top, width, height

    def evaluate(self, script: str, *arguments: Any) -> Any:
        return self.command("ExecuteScript", script=script, args=list(arguments))

    def screenshot(self, path: Path) -> None:
        """Of what is there now: WebKit's picture is else that of a moment ago."""
        self.command("ExecuteAsyncScript", script=FRAMES, args=[])
        path.write_bytes(base64.b64decode(self.command("TakeScreenshot", full=False)))

    def downloaded(self, pattern: str) -> Path:
        def complete() -> Path | None:
            files = list(self.downloads.iterdir())
            partial = any(path.suffix in (".part", ".wkdownload") for path in files)
            whole = (path for path in files if path.match(pattern) and path.stat().st_size)
            return None if partial else next(whole, None)

        return self.wait_for(complete, f"download {pattern}")
