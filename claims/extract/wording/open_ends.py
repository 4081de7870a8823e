"""The last word of a sentence to whether it points outside it: "The ministry denied that."."""

from __future__ import annotations

import re

from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import finite_words, first_finite, is_adverb, is_finite

NOT_WHOLE = "it is no whole sentence; its subject or verb stands elsewhere"
_TOLD = re.compile(
    r"\b(?:said|says|claimed|added|believes?|believed|confirmed|warned|insisted)\s(?:that\s)?"
    r"((?:the|an?|his|her|its|their|[A-ZÀ-Þ][\w’'-]*)\s[^,]*|[A-ZÀ-Þ][\w’'-]*),\s(?:who|which|whose)\s[^,]*\Z"
)
_THAT = re.compile(
    r"\bthat\s((?:the|an?|his|her|its|their)\s[^,]*)(?:,\s[a-z]+(?:ed|en|wn|lt)\b[^,]*)?\Z"
)
_POINTS = re.compile(r"\s(that|this|these|those)\W*\Z", re.IGNORECASE)
_ENDS = re.compile(r"\s*[”\"’')]?\s*(?:[.;!?\n]|\Z)")


def _goes_on(behind: str) -> bool:
    """Whether a verb follows a clause with nothing between, so that the clause is its subject."""
    if not behind[:1].isspace():
        return False
    words = tokens(behind.partition("\n")[0])
    at = next((i for i, w in enumerate(words) if not is_adverb(w.lower)), len(words))
    return at < len(words) and words[at].is_word and is_finite(words, at)


def open_end(clause: str, behind: str) -> str | None:
    """What stays open in a clause with a bare "that" or "this" for its object, or cut before its verb.

    `behind` is what follows the clause in its article: "that" may lead on to more.

    >>> open_end("The ministry denied that", ". It is true."), open_end("It said that", " Lee left.")
    ('what “that” refers to', None)
    >>> open_end("Police said the driver, who is 22", ", fled.")
    'it is no whole sentence; its subject or verb stands elsewhere'
    """
    if _goes_on(behind):
        return NOT_WHOLE  # "A review of cases carried out since May | then found 13 more"
    told = (_TOLD.search(clause) or _THAT.search(clause)) if behind.startswith(",") else None
    if told is not None and first_finite(f"{told[1]} x") is None:
        return NOT_WHOLE  # what the driver did comes after the comma
    last = _POINTS.search(clause)
    if last is None or not _ENDS.match(behind):
        return None
    words = zip(tokens(clause), finite_words(clause), strict=True)
    verbs = [word.end for word, finite in words if finite]
    return f"what “{last[1].lower()}” refers to" if verbs == [last.start()] else None
