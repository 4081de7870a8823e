"""A word with a full stop behind it to whether that stop also ends the sentence."""

from __future__ import annotations

import re

from claims.text import abbreviations as known

WINDOW = 48
"""Characters before a stop that are looked at."""

TIGHT = 2
"""Characters from a stop to the next word when only a blank stands between."""

FEW_WORDS = 3
"""A sentence that has only a preposition and a time so far ("At 5 a.m.") goes on."""

_BEFORE_DIGITS = known.CALENDAR | known.BEFORE_NUMBER | known.RUNNING
_WORD = re.compile(r"\w{1,24}")
_SPLIT = re.compile(r"[\s(\[{“\"‘«/—–-]")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_ZONE = re.compile(r"(?:\d{1,2}:?\d\d\s)?(?:[A-Z][\w’'-]{0,20}\s){0,3}(?:time|Time|UTC|GMT)\b")
_NAMED_TIME = re.compile(
    r"\b(?:[Tt]he|[Aa]n|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s\d{1,2}(?:[:.]\d\d)?\s?\w\.\w\Z"
)
"""What a train is called by: "the 8:40 p.m. Coastal Express"."""
_ROMAN = re.compile(r"[IVXLC]{1,6}\Z")


def last_word(head: str) -> str:
    """The word that `head` ends in, without brackets, quotation marks and dashes before it.

    >>> last_word("(the U.S"), last_word("stray space ")
    ('U.S', '')
    """
    return _SPLIT.split(head)[-1]


def ends_after(text: str, stop: int, *, first: int, after: int) -> bool:
    """Whether the full stop at `stop` ends the sentence whose first word is at `first`.

    `after` is where the next word begins; it has a capital, is a number or has no case.

    >>> text = "He met Sen. Smith."
    >>> ends_after(text, 10, first=0, after=12)
    False
    """
    head = text[max(first, stop - WINDOW) : stop]
    word = last_word(head)
    following = _following(text, after)
    dashed = after - stop > TIGHT and any(dash in text[stop:after] for dash in "–—-")
    opens = following in known.STARTERS and not dashed
    if len(word) == 1 and word.isalpha():
        return _ends_after_letter(word, head, following=following, opens=opens)
    if _DOTTED.match(word):
        if word in known.CLOCK:
            return _NAMED_TIME.search(head) is None and _ends_after_clock(
                text, after, so_far=text[first : min(stop, first + WINDOW)]
            )
        return opens and word not in known.DOTTED_RUNNING  # U.S., Ph.D., e.g.
    name = word.capitalize() if word.isupper() else word
    if name in known.TITLES:
        return False
    if text[after].isdigit():
        return name not in _BEFORE_DIGITS
    return _ends_after_name(name, following=following, opens=opens)


def _following(text: str, after: int) -> str:
    """The next word; an initial keeps its stop, so that "A." is not taken for the article."""
    match = _WORD.match(text, after)
    word = match.group() if match else ""
    return word + "." if len(word) == 1 and text[after + 1 : after + 2] == "." else word


def _ends_after_letter(word: str, head: str, *, following: str, opens: bool) -> bool:
    """Initials go on; "you and I." and "hepatitis B." end."""
    words = head.split()
    before = words[-2] if len(words) > 1 else ""
    if before.lower() in known.LETTERED:
        return True
    if word == "I" and before.islower():
        return True
    if word in known.BEFORE_NUMBER and following[:1].isdigit():
        return False
    return opens


def _ends_after_clock(text: str, after: int, *, so_far: str) -> bool:
    """A time of day ends a sentence before a capital, but not before its day or time zone."""
    if _following(text, after) in known.AFTER_CLOCK or _ZONE.match(text, after):
        return False
    words = so_far.split()
    return len(words) > FEW_WORDS or not words or words[0] not in known.TIME_PREPOSITIONS


def _ends_after_name(name: str, *, following: str, opens: bool) -> bool:
    if name in known.NAME_PARTS or name in known.RUNNING:
        return opens
    if name in known.CALENDAR:
        return following not in known.CALENDAR
    if name in known.STATES:
        return following not in known.TITLES
    if name in known.BEFORE_NUMBER and following != "I":
        return not _ROMAN.match(following)
    return True
