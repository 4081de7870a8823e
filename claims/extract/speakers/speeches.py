"""An article that prints one speech in full to who gives it, and which paragraphs are spoken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.speakers.interviewees import persons_in
from claims.extract.speakers.pieces import is_aside, is_first_person, is_note, is_quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.article import Article
    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.pieces import Piece

_SPEECH = r"(?:speech|remarks|address|statement|testimony|lecture|sermon|eulogy|words)"
_IN_FULL = re.compile(
    rf"\b(?:full\s(?:text|transcript|{_SPEECH})|(?:text|transcript)\sof\b|{_SPEECH}\sin\sfull|in\sfull:"
    rf"|(?:these|the\sfollowing)\s{_SPEECH}|as\s(?:delivered|prepared\sfor)|remarks\sby)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    rf"(?:(?:[’']s?)?\s(?:[\w-]+\s){{0,4}}{_SPEECH}\b|[^.]{{0,60}}?\b(?:delivered|gave|made|delivers|gives|makes)\b)"
)
_GIVEN_BY = re.compile(
    rf"\b{_SPEECH}\s(?:[\w-]+\s){{0,3}}(?:by|of)\s(?:[\w.’'-]+\s){{0,5}}$", re.IGNORECASE
)
_REPORTS = re.compile(r"\b(?:said|says|told|added|argued|according)\b")
_OPENING = 6  # pieces
_FEWEST = 3  # pieces of a speech
_FIRST_PERSON = 0.5  # share of them
_LONGEST = 400  # characters of what tells that a speech follows


def speech_in(
    article: Article, pieces: Sequence[Piece], cast: Cast
) -> tuple[str, list[Piece]] | None:
    r"""Who gives the speech that an article prints in full, and its paragraphs; None for any other.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.speakers.cast import Cast
    >>> from claims.extract.speakers.pieces import pieces_of
    >>> told = "Full text of Ann Lee's speech\n\nI was born here.\n\nMy town is small.\n\nWe have one mill."
    >>> article = read_article(told, published=None)
    >>> name, spoken = speech_in(article, pieces_of(article, ()), Cast())
    >>> name, len(spoken)
    ('Ann Lee', 3)
    """
    who, last = None, 0
    for i, piece in enumerate(pieces[:_OPENING]):
        words = piece.words.of(article.text)
        if len(words) > _LONGEST or not _IN_FULL.search(words):
            continue
        who = who or _giver(words, cast)
        last = i
    if who is None:
        return None
    spoken = [p for p in pieces[last + 1 :] if _is_spoken(p.words.of(article.text))]
    return (who, spoken) if _is_speech(article.text, spoken, who) else None


def _giver(words: str, cast: Cast) -> str | None:
    """The person whose speech it is said to be."""
    for name, at in persons_in(words, cast):
        if _GIVES.match(words, at.end) or _GIVEN_BY.search(words[: at.start]):
            return cast.fullest(name)
    return None


def _is_spoken(words: str) -> bool:
    return not (is_aside(words) or is_note(words))


def _is_speech(text: str, spoken: Sequence[Piece], who: str) -> bool:
    """Whether paragraphs are mostly in the first person, none telling what `who` said."""
    words = [piece.words.of(text) for piece in spoken]
    last = who.rsplit(maxsplit=1)[-1]
    told = any(is_quotation(w) or (last in w and _REPORTS.search(w)) for w in words)
    own = sum(is_first_person(w) for w in words)
    return len(words) >= _FEWEST and own >= _FIRST_PERSON * len(words) and not told
