"""Pictures of the screen say what the screen says. `PICTURES=DIR pytest THIS` writes them, for people to look at.

Their bytes change with every release of Textual, so they are held by their words.
"""

import html
import os
import re
from pathlib import Path

import pytest

PICTURES = [
    ("review-queue", (80, 24), (), ["Review · ada · 3 claims: open", "0.91", "enter open"]),
    (
        "review-claim", (80, 24), ("enter", "a", "r"),
        ["»The budget has doubled in five years«", "[≠] numbers clash cited: refutes", "61[≠]", "Cited: refutes."],
    ),
    ("review-wide", (120, 40), ("enter", "right"), ["2/2 [=] numbers agree", "doubled[=]", "Ada Quill, mayor"]),
    ("review-missing", (120, 40), ("enter", "3"), ["Held back by", "GATE007 missing: second reader"]),
    ("review-verdict", (80, 24), ("enter", "v", "m", "m"), ["[Mostly false]", "2 of 5.", "ctrl+s do it"]),
    ("review-keys", (80, 24), ("question_mark",), ["In the queue", "Search words in claims"]),
]  # fmt: skip
FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)


def without_fonts(svg):
    """No picture of ours asks another host for a font."""
    return FONTS.sub("", svg).replace("Fira Code", "DejaVu Sans Mono")


@pytest.mark.usefixtures("ids")
@pytest.mark.parametrize(
    ("name", "size", "keys", "words"), PICTURES, ids=lambda v: v if isinstance(v, str) else ""
)
def test_a_picture_holds_the_words(opened, sit, play, name, size, keys, words):
    async def draw():
        async with sit(opened(), "ada", size=size) as hands:
            await hands.press(*keys)
            return without_fonts(hands.app.export_screenshot(title="citetrail review"))

    svg = play(draw())
    assert "http" not in re.sub(r'xmlns="[^"]*"', "", svg).replace("https://www.textualize.io", "")
    texts = re.findall(r"<text[^>]*>(.*?)</text>", svg)
    shown = " ".join("".join(html.unescape(t) for t in texts).replace("\xa0", " ").split())
    for one in words:
        assert one.replace(" ", "") in shown.replace(" ", "")
    if os.environ.get("PICTURES"):
        Path(os.environ["PICTURES"], f"{name}.svg").write_text(svg, encoding="utf-8")
