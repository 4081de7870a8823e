"""The words before a date to whether something runs from it, until it or is asked for by it.

"Has promised a report by Monday", "suspended until at least Monday" and "may return from Friday" look
ahead; what has been so "since January 1" never does.
"""

from __future__ import annotations

import re

from claims.extract.grammar.verbs import PAST

_HOUR = r"(?:(?:\d\d?(?::?\d\d)?\s?(?:am|pm)|noon|midnight)\s(?:on\s)?)?"
_TAIL = (
    rf"(?:at\sleast\s)?(?:the\s)?{_HOUR}(?:(?:end|start|beginning|middle|close)\sof\s)?"
    r"(?:the\s|early\s|late\s|mid-?\s?)?\Z"
)
_SINCE = re.compile(
    r"\bsince\s(?:at\sleast\s)?(?:the\s)?(?:(?:end|start|beginning|middle|early|late|mid)\s(?:of\s|in\s)?)?\Z"
)
_ASKED = re.compile(
    r"\b(?:promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed)?|ask(?:s|ed|ing)?(?=\sfor\b|(?:\s\w+){1,4}\sto\b)"
    r"|demand(?:s|ed|ing)?|requests?|requested|requir(?:e|es|ed|ing)|must|ha(?:s|ve) to|needs? to|deadline"
    r"|ultimatum|gave|give|giv(?:en|ing)|may|might|can|could|should|owe|owes)\b"
    rf"(?:[^\w.!?;:\n]+(?!(?:was|were|had)\b)\w+){{0,12}}[^\w.!?;:\n]+(?:by|before)\s{_TAIL}"
)
"""What somebody wants, or what can be, by a day."""

_BEGINNING = re.compile(
    r"\b(?:may|might|can|could|must|(?:is|are)(?!\sfrom\b)|from now|effect|expected|ordered|allowed)\b"
    rf"(?:[^\w.!?;:\n]+(?!(?:was|were|had|ran|closed|lasted)\b)\w+){{0,8}}[^\w.!?;:\n]+from\s{_TAIL}"
    rf"|\bcall(?:s|ed|ing)?\sfor\s(?:[\w’'-]+\s){{1,6}}(?:from|(?:starting|beginning)(?:\s(?:on|from))?)\s{_TAIL}"
)
_ARRANGED = re.compile(
    r"\b(?:(?:set|sets|call|calls|called|calling|book|books|booked|announc(?:e|es|ed)|arrang(?:e|es|ed)|fixed|fixes|fix|convened?"
    r"|summoned|invited|rewritten|prepar(?:e|es|ed))\b(?:[^\w.!?;:\n]+\w+){0,6}|forecast|due)[^\w.!?;:\n]+for\s(?:the\s)?(?:early\s|late\s)?\Z"
)
_UNTIL = re.compile(rf"(?P<clause>[^.!?;:\n]{{0,90}})\b(?:until|till|through)\s{_TAIL}")
_AT_LEAST = re.compile(rf"\b(?:until|till)\s(?=at\sleast\s){_TAIL}")
_GIVEN = re.compile(
    r"(?<!had )\b(?:gave|given|gives?|giving|order(?:s|ed|ing)?|forecast(?:s|ing)?|predict(?:s|ed|ing)?)\b"
    rf"(?:[^\w.,;:!?\n]+\w+){{0,9}}\s(?:until|till|through)\s{_TAIL}"
)
_REPORTED = re.compile(r"\b(?:that|said|says|told|warned|announced|added|reported)\b")
_WORD = re.compile(r"[a-z][a-z'’-]*")
_HELPERS = frozenset("is are be been being has have not will would".split())
_GOING_ON = frozenset(
    "is are has have can may must remain remains stay stays lies lasts runs continues plan plans".split()
)
_PAST_HELPERS = frozenset("was were had did".split())


def runs_since(before: str) -> bool:
    """Whether the words before a date are "since", whatever the verb is.

    >>> runs_since("workers may refuse since "), runs_since("workers may refuse from ")
    (True, False)
    """
    return _SINCE.search(before) is not None


def looks_ahead(before: str) -> bool:
    """Whether the words before a date, in small letters, make it a time to come.

    >>> looks_ahead("he promised a report by "), looks_ahead("ninety had died by ")
    (True, False)
    """
    asked = ("by" in before or "before" in before) and _ASKED.search(before) is not None
    return (
        asked
        or (("from" in before or "ing" in before) and _BEGINNING.search(before) is not None)
        or lasts(before)
    )


def is_arranged(before: str) -> bool:
    """Whether something has been called, set or planned for the date.

    >>> is_arranged("the union called a strike for "), is_arranged("ran for ")
    (True, False)
    """
    return _ARRANGED.search(before) is not None


def lasts(before: str) -> bool:
    """Whether something still goes on until the date.

    >>> lasts("trains are suspended until at least "), lasts("the strike lasted until ")
    (True, False)
    """
    found = _UNTIL.search(before) if "til" in before or "through" in before else None
    if found is None:
        return False
    if _AT_LEAST.search(before) or _GIVEN.search(before):
        return True  # "suspended sailings until at least Monday": nobody yet knows
    clause = _REPORTED.split(found["clause"])[-1]
    words = set(_WORD.findall(clause))
    return not tells_past(clause) and bool(words & _GOING_ON)


_SHORT_PAST = frozenset("died tied lied vied owed".split())


def tells_past(words: str) -> bool:
    """Whether a verb among words in small letters tells the past.

    >>> tells_past("when it stopped "), tells_past("when it is stopped ")
    (True, False)
    """
    last = ""
    for word in _WORD.findall(words):
        past = (
            word in PAST or word in _SHORT_PAST or (word.endswith("ed") and len(word) > len("need"))
        )
        if word in _PAST_HELPERS or (past and last not in _HELPERS):
            return True
        last = word
    return False
