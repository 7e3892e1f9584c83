"""Films what somebody does on a page, for the documentation and for the page of gestures. Needs Debian's webp."""

import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from e2e.web.site import Canvas

# A pointer, as a browser without a window has none that is seen.
POINTER = """
() => {
  const pointer = document.createElement('div');
  pointer.innerHTML = '<svg width="22" height="22" viewBox="0 0 20 20"><path d="M4 2l12 9.4-5.4.7 3 5.6-2.2 1.2-3-5.6L4 17z" fill="#111827" stroke="#fff" stroke-width="1.2"/></svg>';
  pointer.style.cssText = 'position:fixed;z-index:99;pointer-events:none;left:-40px;top:0';
  document.body.append(pointer);
  document.addEventListener('pointermove', (event) => {
    pointer.style.left = `${event.clientX - 4}px`;
    pointer.style.top = `${event.clientY - 2}px`;
  }, true);
}
"""


class Film:
    """Frames of a page, or of a part of it, and how long each is seen, in milliseconds."""

    def __init__(self, page: Page, folder: Path, clip: dict[str, Any] | None = None) -> None:
        self.page, self.folder, self.clip = page, folder, clip
        self.durations: list[int] = []
        self.at = (540.0, 560.0)
        page.evaluate("document.fonts.ready")
        page.evaluate(POINTER)

    def frame(self, duration: int = 90) -> None:
        self.page.screenshot(path=self._file(len(self.durations)), clip=self.clip)
        self.durations.append(duration)

    def _file(self, number: int) -> Path:
        return self.folder / f"{number:04}.png"

    def glide(self, to: tuple[float, float], steps: int = 5) -> None:
        (x, y), self.at = self.at, to
        for step in range(1, steps + 1):
            part = step / steps
            self.page.mouse.move(x + (to[0] - x) * part, y + (to[1] - y) * part)
            self.frame(60)

    def click(self, at: tuple[float, float], count: int = 1) -> None:
        self.glide(at)
        self.page.mouse.click(*at, click_count=count)
        self.frame(220)

    def drag(self, start: tuple[float, float], end: tuple[float, float], steps: int = 7) -> None:
        self.glide(start)
        self.page.mouse.down()
        self.glide(end, steps)
        self.frame(150)
        self.page.mouse.up()
        self.frame(450)

    def type(self, text: str) -> None:
        for part in range(0, len(text), 3):
            self.page.keyboard.type(text[part : part + 3])
            self.frame(70)
        self.page.keyboard.press("Enter")
        self.frame(300)

    def write(self, file: Path) -> None:
        frames = [word for number, duration in enumerate(self.durations) for word in ("-d", str(duration), str(self._file(number)))]
        # Lossless is small for flat colours, and letters stay sharp.
        subprocess.run(["img2webp", "-loop", "0", "-lossless", "-m", "6", *frames, "-o", str(file)], check=True, stdout=subprocess.DEVNULL)

    def write_last(self, file: Path) -> None:
        """The last frame alone: what came of it."""
        last = self._file(len(self.durations) - 1)
        subprocess.run(["cwebp", "-quiet", "-lossless", "-m", "6", str(last), "-o", str(file)], check=True)


def tool(canvas: Canvas, name: str) -> tuple[float, float]:
    """Where it stands in the toolbox."""
    box = canvas.tool(name).bounding_box()
    assert box
    return box["x"] + 17, box["y"] + 17


def box_middle(canvas: Canvas, name: str, part: str = "classifier") -> tuple[float, float]:
    box = canvas.box(name, part)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
