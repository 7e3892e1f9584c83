"""What a browser draws takes the room that the engine measured, in ten scripts."""

import subprocess
from pathlib import Path

import pytest

from e2e.browser import browser_context
from e2e.server import binary

LABELS = {
    "Latin": "The quick brown fox jumps over the lazy dog, façade, Åström, Việt Nam",
    "Greek": "Η γρήγορη καφέ αλεπού πηδάει πάνω από το τεμπέλικο σκυλί",
    "Cyrillic": "Быстрая коричневая лиса перепрыгивает через ленивую собаку",
    "Chinese": "敏捷的棕色狐狸跳过了懒惰的狗",
    "Japanese": "素早い茶色の狐がのろまな犬を飛び越える",
    "Korean": "빠른 갈색 여우가 게으른 개를 뛰어넘는다",
    "Arabic": "الثعلب البني السريع يقفز فوق الكلب الكسول",
    "Hebrew": "השועל החום המהיר קופץ מעל הכלב העצלן",
    "Devanagari": "तेज़ भूरी लोमड़ी आलसी कुत्ते के ऊपर कूदती है",
    "Thai": "สุนัขจิ้งจอกสีน้ำตาลกระโดดข้ามสุนัขขี้เกียจ",
    "Emoji": "🚀 deploy 👩‍💻 done 🎉",
    "Combining": "e\u0301le\u0300ve n\u0303",
}
# Where Inter has the glyphs the measure is its own; elsewhere it is that of the usual fonts of the script, and textLength does the rest.
NATURAL_TOLERANCE = {"Latin": 0.02, "Greek": 0.02, "Cyrillic": 0.02}

MEASURE = """
() => [...document.querySelectorAll("text")].map((text) => {
  const measured = Number(text.getAttribute("textLength"));
  const drawn = text.getBBox().width;
  text.removeAttribute("textLength");
  return { text: text.textContent, measured, drawn, natural: text.getComputedTextLength() };
})
"""


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    file: Path = tmp_path_factory.mktemp("fit") / "labels.svg"
    source = "\n".join(f"A -> B: {label}" for label in LABELS.values())
    subprocess.run([binary(), "render", "-o", str(file), "-"], input=source.encode(), check=True)
    with browser_context() as context:
        page = context.new_page()
        page.goto(f"file://{file}")
        found = page.evaluate(MEASURE)
    return {item["text"]: item for item in found}


@pytest.mark.parametrize("script", LABELS)
def test_a_label_takes_the_room_that_was_measured(texts: dict[str, dict[str, float]], script: str) -> None:
    words = "".join(LABELS[script].split())
    lines = [item for text, item in texts.items() if "".join(text.split()) and "".join(text.split()) in words]
    assert lines, texts.keys()
    for line in lines:
        assert line["drawn"] == pytest.approx(line["measured"], rel=0.02)
        # What textLength has to mend stays below what a reader would see as squeezed.
        assert line["natural"] == pytest.approx(line["measured"], rel=NATURAL_TOLERANCE.get(script, 0.25)), script
