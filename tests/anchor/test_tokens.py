"""Tokens and the characters that they stand for, to the edges of a page."""

import pytest

from claims.anchor.tokens import is_word, tokens
from claims.model.span import Span

PAGE = tokens("He won, twice.")  # He 0-2, won 3-6, a comma 6-7, twice 8-13, a full stop 13-14


@pytest.mark.parametrize(
    ("stretch", "span"),
    [
        ((0, 5), (0, 14)), ((1, 3), (3, 7)), ((4, 5), (13, 14)),
        ((0, 0), (0, 0)), ((3, 3), (8, 8)), ((5, 5), (14, 14)), ((9, 9), (14, 14)),
    ],
)  # fmt: skip
def test_the_characters_of_tokens(stretch, span):
    assert PAGE.span(*stretch) == Span(*span)


@pytest.mark.parametrize(
    ("span", "stretch"),
    [
        ((0, 14), (0, 5)), ((3, 7), (1, 3)), ((4, 5), (1, 2)), ((6, 7), (2, 3)),
        ((7, 8), (3, 3)), ((3, 3), (1, 1)), ((14, 14), (5, 5)), ((14, 20), (5, 5)), ((0, 1), (0, 1)),
    ],
)  # fmt: skip
def test_the_tokens_that_a_span_touches(span, stretch):
    assert PAGE.within(Span(*span)) == stretch


def test_a_page_without_tokens():
    empty = tokens(" \n ")
    assert (len(empty), empty.span(0, 0), empty.within(Span(0, 3))) == (0, Span(0, 0), (0, 0))


@pytest.mark.parametrize(
    ("token", "word"), [("won", True), ("15", True), ("_x", True), ("-", False), ("…", False)]
)
def test_words_and_signs(token, word):
    assert is_word(token) is word
