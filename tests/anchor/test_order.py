"""Whether a quote moved among its neighbours: held against both pages, or against its selectors alone."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.anchor.nearness import Sought
from claims.anchor.order import _longest_rise, moved, moved_by_context
from claims.model.span import Span

ONE, TWO, THREE = (f"{word} is a sentence of the page that stands there once." for word in ("One", "Two", "Three"))  # fmt: skip


def page(*sentences):
    return "\n".join(sentences) + "\n"


def place(text, words):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("why", "quote", "old", "new", "away"),
    [
        ("nothing changed", TWO, (ONE, TWO, THREE), (ONE, TWO, THREE), False),
        ("a sentence came above", TWO, (ONE, TWO, THREE), ("Buy this!", ONE, TWO, THREE), False),
        ("a neighbour went", TWO, (ONE, TWO, THREE), (TWO, THREE), False),
        ("it moved below one", TWO, (ONE, TWO, THREE), (ONE, THREE, TWO), True),
        ("it moved above one", TWO, (ONE, TWO, THREE), (TWO, ONE, THREE), True),
        ("it moved to the end", ONE, (ONE, TWO, THREE), (TWO, THREE, ONE), True),
        ("the others changed places", TWO, (ONE, TWO, THREE), (THREE, TWO, ONE), True),
        ("short lines are no landmarks", TWO, ("Next page", TWO, "Home"), ("Home", TWO, "Next page"), False),
        ("nor are lines that stand there twice", TWO, (ONE, TWO, ONE, THREE), (TWO, ONE, ONE, THREE), False),
        ("nor three times", TWO, (TWO, ONE, ONE, ONE), (ONE, ONE, ONE, TWO), False),
    ],
    ids=lambda v: v if isinstance(v, str) and " " in v and "." not in v else "",
)  # fmt: skip
def test_moved_among_the_sentences_of_both_pages(why, quote, old, new, away):
    then, now = page(*old), page(*new)
    assert moved(then, place(then, quote), now, place(now, quote)) is away, why


@pytest.mark.parametrize("order", [(ONE, TWO, THREE), (TWO, THREE, ONE)])
def test_on_a_page_of_one_line_the_quote_alone_is_its_paragraph(order):
    then, now = f"{ONE} {TWO} {THREE}", " ".join(order)
    assert moved(then, place(then, ONE), now, place(now, ONE)) is (order[0] is not ONE)


@pytest.mark.parametrize(
    ("why", "sought", "text", "away"),
    [
        ("its old place", Sought("won", "he ", ".", 3), "he won. He left.", False),
        ("no old place is known", Sought("won", "he ", "."), "x" * 5000 + "he won.", False),
        ("an advert above", Sought("won", "he ", ".", 3), "Advert. he won.", False),
        ("what stood before it stands elsewhere", Sought("won", "the tall and very old man ", ".", 26), "Yes, won. It was the tall and very old man who lost.", True),
        ("what stood after it stands elsewhere", Sought("won", "", " the long race to Termez.", 0), "It was the long race to Termez. He won.", True),
        ("what stood after it still stands close behind", Sought("won", "", " the long race to Termez.", 0), "He won. It was the long race to Termez.", False),
        ("what stood beside it is nowhere", Sought("won", "the tall and very old man ", ".", 26), "Yes, won. It was so.", False),
        ("far off on a long page", Sought("won", "he ", ".", 3), "It rained. " * 4000 + "he won.", True),
    ],
    ids=lambda v: v if isinstance(v, str) and len(v) < 40 else "",
)  # fmt: skip
def test_moved_by_the_selectors_alone(why, sought, text, away):
    assert moved_by_context(sought, text, place(text, "won")) is away, why


@given(st.lists(st.integers(0, 20), max_size=8, unique=True))
def test_the_longest_rise_is_that_of_all_choices(places):
    every = (chosen for n in range(len(places) + 1) for chosen in combinations(places, n))
    rising = [chosen for chosen in every if list(chosen) == sorted(chosen)]
    assert _longest_rise(places) == max(map(len, rising))
