"""Whatever an article or a page holds, no sign that acts on a terminal reaches it."""

import unicodedata

import pytest
from public_desk import Desk as Rows

from claims.screen.desk import Desk
from claims.screen.plain import Plain
from claims.screen.spoken_form import Voice
from claims.text.terminal import for_terminal

HOSTILE = {
    "escape": "\x1b[31mred\x1b]0;title\x07",
    "c1": "\x9b2J\x85next",
    "bidi": "abc\u202edef\u2066ghi",
    "zalgo": "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307a",
    "markup": "[bold]x[/bold] [red]y [link=file:///etc]z[/]",
    "textual": "[$primary]x[/] [@click=app.quit]y[/]",
    "long": "x" * 9000,
    "wide": "漢字" * 60,
    "tags": "a\U000e0041\ufeffb\u200b\u2028c",
    "newlines": "one\r\ntwo\rthree\x00four",
}
TOGETHER = [name for name in HOSTILE if name not in {"long", "wide"}]
ACTING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def acting(text):
    return [hex(ord(s)) for s in text if s != "\n" and unicodedata.category(s) in ACTING]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_is_cleaned(text):
    assert acting(for_terminal(text)) == []
    assert acting(for_terminal(text, lines=True)) == []
    assert "\n" not in for_terminal(text)


def test_joiners_and_accents_stay():
    for text in ("می‌خواهم", "👩‍👧", "n̈ạ̈", "naïve"):
        assert for_terminal(text) == text


@pytest.fixture
def hostile(place):
    desk = Rows(place)
    made = []
    for text in (" ".join(HOSTILE[n] for n in TOGETHER), HOSTILE["long"], HOSTILE["wide"]):
        words = f"Start {text} end"
        document = desk.document(words, title=text, publisher=text, author=text, origin=text)
        page = desk.snapshot(
            words, url=f"https://h.example/{len(made)}", title=text, publisher=text
        )
        claim = desk.claim(
            document, words, text=words, claim_text=words, claimant=text, check_worthiness=0.5,
            attribution={"cue": text, "mode": "direct", "start": 0, "end": 1, "role": text},
            reasons=[{"name": text, "value": 1.0, "weight": 1.0}],
        )  # fmt: skip
        desk.evidence(
            claim, page, words, text=words, agreement="clashes", rule="QTY001",
            arithmetic=f"claim: {text}; passage: {text}; x",
        )  # fmt: skip
        desk.citation(claim, page, words, text=words, note=text)
        made.append(claim)
    desk.database.close()
    return made


def test_nothing_acts_on_the_screen(opened, hostile, sit, play):
    edges = opened()

    async def look():
        async with sit(edges, "ada", claims=hostile) as hands:
            for _ in hostile:
                for view in "12345":
                    await hands.press(view)
                    assert acting(hands.shown) == []
                await hands.press("e")
                assert acting(hands.shown) == []
                await hands.press("escape", "o")
                assert acting(hands.shown) == []
                await hands.press("escape", "n")
            await hands.press("q")
            assert acting(hands.shown) == []
            assert "[bold]x[/bold]" in hands.shown

    play(look())


def test_an_untouched_field_keeps_its_hostile_value(opened, hostile, sit, play):
    edges = opened()

    async def send():
        async with sit(edges, "ada", claims=[hostile[0]]) as hands:
            await hands.press("e", "tab", "tab", "tab", "tab", "tab")
            await hands.type("nothing")
            await hands.press("enter")
            assert hands.said == "! nothing was changed"

    play(send())


def test_nothing_acts_in_the_plain_mode(opened, hostile):
    said = []
    asked = "passages citations history missing address edit ! queue".split()
    lines = iter([word for n in range(len(hostile)) for word in (str(n + 1), *asked)])
    voice = Voice(lambda words, _: said.append(words), lambda: next(lines, None))
    Plain(Desk(opened(), "ada"), voice, {}).run()
    assert acting("\n".join(said)) == []
    assert len(said) > 60
