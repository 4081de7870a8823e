"""One table of keys: every binding is in the help, in the docs, and does something in both modes."""

from pathlib import Path

import pytest

from claims.screen.app import ReviewApp
from claims.screen.claim_screen import ClaimScreen
from claims.screen.form_screen import FormScreen
from claims.screen.forms import FORMS
from claims.screen.frame import help_lines
from claims.screen.keys import KEYS, Where, foot, keys_of, table
from claims.screen.pieces import spoken
from claims.screen.plain import _ACTION, _ACTS, _meant
from claims.screen.queue_screen import QueueScreen

DOCS = (Path(__file__).resolve().parents[2] / "docs/reviewing.md").read_text(encoding="utf-8")
SCREENS = {Where.QUEUE: QueueScreen, Where.CLAIM: ClaimScreen, Where.FORM: FormScreen}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{key.where.name}-{key.key}")
def test_every_key_is_told_and_does_something(key):
    helped = [spoken(one) for one in help_lines()]
    assert any(line.startswith(key.shown) and line.endswith(key.does) for line in helped)
    assert f"| `{key.shown}` | {f'`{key.word}`' if key.word else ''} | {key.does} |" in DOCS
    name = _ACTION.fullmatch(key.action)[1] if _ACTION.fullmatch(key.action) else key.action
    screen = SCREENS.get(key.where, ReviewApp)
    owner = ReviewApp if name.startswith("app.") else screen
    assert callable(getattr(owner, f"action_{name.removeprefix('app.')}"))
    if key.word and name == "ask":
        assert _ACTION.fullmatch(key.action)[2] in FORMS
    elif key.word and name != "app.quit":
        assert name in _ACTS


def test_no_key_and_no_word_has_two_meanings_in_one_place():
    for where in Where:
        there = [
            *keys_of(where),
            *(keys_of(Where.EVERYWHERE) if where is not Where.EVERYWHERE else ()),
        ]
        keys = [one for key in there for one in key.key.split(",")]
        assert len(keys) == len(set(keys)), where
        for key in there:
            if key.word:
                assert _meant(key.word, where) is key


def test_every_screen_binds_what_the_table_says():
    for where, screen in SCREENS.items():
        bound = {(b.key, b.action) for b in screen.BINDINGS}
        assert bound == {(key.key, key.action) for key in keys_of(where)}


@pytest.mark.parametrize("width", [20, 40, 78, 118, 300])
@pytest.mark.parametrize("where", [Where.QUEUE, Where.CLAIM, Where.FORM])
def test_the_foot_fits_and_names_the_help(where, width):
    assert len(foot(where, width)) <= width
    if where is not Where.FORM:
        assert foot(where, width).endswith("? keys")


def test_the_docs_hold_the_table():
    assert table().strip() in DOCS
