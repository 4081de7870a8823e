"""Which words of a page stand for a quote: what is picked up, what is left, where it ends."""

import pytest

from claims.anchor.alignment import NARROW, aligned
from claims.anchor.tokens import tokens

ROWS = [
    ("another number", "that 7 men died", "He said that 9 men died there", "that 9 men died"),
    ("one letter is enough", "5", "at 5 sharp", "5"),
    ("a stray word far off is left", "the men of the mill left", "the rain fell on us. men of the mill left", "men of the mill left"),
    ("what was lost costs too", "bell rang on and on over us tower fell down", "bell. tower fell down", "tower fell down"),
    ("a word whose gain the way to it eats up is left", "gate wall fell", "gate a b c d wall fell", "d wall fell"),
    ("of two that earn the same the first", "gate of the old town and wall", "gate. It was a very long way to wall", "gate ."),
    ("within the sentence", "Then it fell at last", "So it went. it fell. By noon", "it fell ."),
    ("no word of it", "men died", "It rained", None),
]  # fmt: skip


@pytest.mark.parametrize(("why", "quote", "page", "words"), ROWS, ids=[row[0] for row in ROWS])
def test_the_words_that_stand_for_a_quote(why, quote, page, words):
    made = tokens(page)
    found = aligned(tokens(quote), made, (0, len(made)), room=NARROW)
    assert (" ".join(made.words[slice(*found)]) if found else None) == words, why


@pytest.mark.parametrize(
    ("stretch", "found"), [((22, 24), (22, 24)), ((10, 12), None), ((2, 3), (0, 2))], ids=str
)
def test_only_the_stretch_and_the_words_beside_it_are_looked_at(stretch, found):
    page = tokens("men died " + "far off " * 10 + "men died")
    assert aligned(tokens("men died"), page, stretch, room=NARROW) == found
