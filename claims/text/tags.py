"""What stands around a line's words: a list mark, "RT @name:", hashtags, @names, links, pictures."""

from __future__ import annotations

import re

from claims.model.span import Span

_LINK = re.compile(r"(?:https?://|www\.|(?:t\.co|bit\.ly|pic\.twitter\.com)/)\S*", re.IGNORECASE)
_TAG = re.compile(r"[#@]\w++,?")
_LIST_MARK = re.compile(r"[•‣◦▪●∙⁃*·–—+-]|\(?\d{1,3}[.)]|\([a-z]\)")
_ENDED = (".", "!", "?", "…", ":", "”", '"')
_LEAST_RUN = 2  # tags in a row that belong to no sentence: "in #Kabul" does


def post_words(text: str) -> Span:
    """Where a line's own words stand: without a list mark or names answered to, tags and links behind.

    >>> post = "RT @ann: Two men died in #Kabul. #news https://t.co/x"
    >>> post_words(post).of(post)
    'Two men died in #Kabul.'
    """
    words = text.split()
    first = _first(words)
    stop = len(words)
    while stop > first and _is_link_or_picture(words[stop - 1]):
        stop -= 1
    run = stop
    while run > first and (_TAG.fullmatch(words[run - 1]) or _is_link_or_picture(words[run - 1])):
        run -= 1
    if run == first or stop - run >= _LEAST_RUN or words[run - 1].endswith(_ENDED):
        stop = run
    if first >= stop:
        return Span(0, 0)
    return Span(_before(text, words[:first]), _behind(text, words[stop:]))


def _before(text: str, words: list[str]) -> int:
    """Where the text goes on after these first words."""
    at = 0
    for word in words:
        at = text.find(word, at) + len(word)
    return len(text) - len(text[at:].lstrip())


def _behind(text: str, words: list[str]) -> int:
    """Where the text ends without these last words."""
    end = len(text)
    for word in reversed(words):
        end = text.rfind(word, 0, end)
    return len(text[:end].rstrip())


def _first(words: list[str]) -> int:
    """The number of the first word that is the line's own."""
    if len(words) > 1 and _LIST_MARK.fullmatch(words[0]):
        return 1
    names = int(bool(words) and words[0] == "RT")
    at = names
    while at < len(words) and words[at].lstrip(".").startswith("@"):
        at += 1
    goes_on = at < len(words) and words[at][0].islower()  # "@CNN reports" has it as its subject
    return names if goes_on and not words[at - 1].endswith(":") else at


def _is_link_or_picture(word: str) -> bool:
    picture = not any(c.isalnum() for c in word) and any(c >= "\u2190" for c in word)
    return picture or _LINK.fullmatch(word) is not None
