"""Finite verbs by list, ending and neighbour."""

import pytest

from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import finite_from, is_adverb


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The bridge fell", "fell"),
        ("The armed men left", "left"),  # "armed" before a noun is no verb
        ("three states", None),  # a noun as often as a verb
        ("Lee states this", "states"),  # after a name it is the verb
        ("He isn’t here", "isn’t"),
        ("They’ve gone", "They’ve"),
        ("to be held", None),
        ("a seed", None),
        ("the newly United team", None),  # a capital in mid-sentence is a name
    ],
)
def test_first_finite_verb(text, verb):
    words = tokens(text)
    found = finite_from(words, 0, len(words))
    assert (words[found].text if found is not None else None) == verb


def test_words_in_ly_are_adverbs_but_for_the_nouns():
    assert is_adverb("publicly")
    assert not is_adverb("family")
