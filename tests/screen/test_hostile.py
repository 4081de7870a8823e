"""Whatever an article or a page holds, no sign that acts on a terminal reaches it."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from public_desk import Desk as Rows

from claims.screen.desk import Desk
from claims.screen.plain import Plain
from claims.screen.spoken_form import Voice
from claims.text.terminal import JOINERS, for_terminal


def batched(values, size):
    listed = list(values)
    return [listed[at : at + size] for at in range(0, len(listed), size)]


TABLE = Path(__file__).parents[1] / "tables" / "terminal_attacks.yaml"
KINDS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
WIDE = {"long": "x" * 9000, "wide": "漢字" * 60, "marks": "e" + "\u0301" * 3000}
HOSTILE = {**KINDS, **WIDE}
TOGETHER = [" ".join(some) for some in batched(KINDS.values(), 14)]
ACTING = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def acting(text):
    """Signs that act; those that join letters and emoji are let through."""
    return [
        hex(ord(sign))
        for sign in text
        if sign not in {"\n", *JOINERS} and unicodedata.category(sign) in ACTING
    ]


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
    for text in (*TOGETHER, *WIDE.values()):
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
            arithmetic=f"claim: {text}; passage: {text}; x", label="REFUTES", decided_by=text,
        )  # fmt: skip
        desk.citation(claim, page, words, text=words, note=text)
        made.append(claim)
    desk.database.close()
    return made


def test_nothing_acts_on_the_screen(opened, hostile, sit, play):
    edges = opened()
    seen = []

    async def look():
        async with sit(edges, "ada", claims=hostile) as hands:
            for _ in hostile:
                for view in "12345":
                    await hands.press(view)
                    seen.append(hands.shown)
                    assert acting(seen[-1]) == []
                await hands.press("e")
                assert acting(hands.shown) == []
                await hands.press("escape", "o")
                assert acting(hands.shown) == []
                await hands.press("escape", "n")
            await hands.press("q")
            assert acting(hands.shown) == []
            for markup in ("[bold]x[/bold]", "[@click=app.quit]y[/]", ":bomb:"):
                assert any(markup in one for one in seen), "as it is written"

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
