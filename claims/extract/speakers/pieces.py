"""An article to its pieces: paragraphs, parted again at labels; and what each of them looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.model.span import Span
from claims.text.boilerplate import is_boilerplate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.article import Article
    from claims.extract.speakers.labels import Label

_ASKS = re.compile(r"\?[\"”’)*_\]\s]*$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s|[Mm]yself|[Oo]urselves)\b")
_CREDIT_LINE = re.compile(r"[—–-]\s?[A-Z]")
_PULLED = re.compile(r"[“\"].*[”\"]\s*[—–-]\s*\W?[A-Z]", re.DOTALL)
_BRACKETED = re.compile(r"\([^()]*\)\.?|\[[^\[\]]*\]\.?")
_NOTE = re.compile(
    r"\b(?:interview|conversation|transcript|questions?|answers?|q\s?&\s?a)\b[^.]{0,80}\b(?:edited|condensed"
    r"|conducted|shortened|translated|abridged|lightly|adapted|recorded)\b",
    re.IGNORECASE,
)
_CAPTION_END = re.compile(r"\b(?:image|photo|picture)s?:\s?[^:]{2,80}$", re.IGNORECASE)
_STOPS = re.compile(r"[.!?…:;,][\"”’)*_\]\s]*$")
_SHORT = 8  # words of a heading
_LONGEST_NOTE = 400
_MUCH = 2000  # characters of a paragraph that show who speaks


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a part of one: `span` with the label before its `words`, if there is one."""

    span: Span
    words: Span
    label: Label | None
    asks: bool  # it ends with a question mark


def pieces_of(article: Article, labels: Sequence[Label]) -> list[Piece]:
    r"""The pieces of an article's body in order; a label alone in its line goes with what follows.

    >>> from claims.extract.article import read_article
    >>> [p.asks for p in pieces_of(read_article("It fell. Why?\n\nIt was old.", published=None), ())]
    [True, False]
    """
    by_start = {label.start: label for label in labels}
    starts = sorted(
        {s.start for s in article.sentences if article.starts_paragraph(s)} | set(by_start)
    )
    starts = [start for start in starts if start < article.body_end]
    pieces: list[Piece] = []
    alone: Label | None = None
    for start, end in pairwise([*starts, article.body_end]):
        label = by_start.get(start) or alone
        alone = None
        words = Span(min(label.end, end) if label else start, end).trim(article.text)
        if label is not None and not words and label is not by_start.get(end):
            alone = label
            continue
        if words:
            asks = _ASKS.search(words.of(article.text)[-40:]) is not None
            pieces.append(Piece(Span(label.start if label else start, end), words, label, asks))
    return pieces


def is_first_person(words: str) -> bool:
    """Whether somebody speaks of themselves, outside quotation marks.

    >>> is_first_person("My town is small."), is_first_person('He said "I know".')
    (True, False)
    """
    return _FIRST_PERSON.search(_QUOTED.sub(" ", words[:_MUCH])) is not None


def is_quotation(words: str) -> bool:
    """Whether a paragraph is nothing but quotations.

    >>> is_quotation("“It fell. We ran.”"), is_quotation("“It fell,” he said.")
    (True, False)
    """
    return bool(words) and not _QUOTED.sub("", words[:_MUCH]).strip()


def is_aside(words: str) -> bool:
    """Whether a paragraph is a caption, a heading, a line pulled from the talk or who said it.

    >>> is_aside("—Ann Lee"), is_aside("Image: Mark Dean."), is_aside("It fell.")
    (True, True, False)
    """
    if _CREDIT_LINE.match(words) or _PULLED.match(words[:_MUCH]) or _BRACKETED.fullmatch(words):
        return True
    if is_boilerplate(words) or _CAPTION_END.search(words[-100:]):
        return True
    return _STOPS.search(words[-20:]) is None and len(words.split(maxsplit=_SHORT)) <= _SHORT


def is_note(words: str) -> bool:
    """Whether a paragraph tells of the talk as a whole: "This interview has been edited".

    >>> is_note("This interview was edited for length."), is_note("I edited a paper.")
    (True, False)
    """
    return len(words) <= _LONGEST_NOTE and _NOTE.search(words) is not None
