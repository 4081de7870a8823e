"""Which word of a sentence still points outside it: a pronoun with nothing before it to mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import PAST, is_finite
from claims.extract.wording.people_nouns import HUMANS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

_PERSONAL = frozenset("he she him his her hers".split())
_NEUTER = frozenset("it its they their them".split())
_OWN = frozenset("i we my our us you your me".split())
_POINTERS = frozenset("this that these those another other others such both".split())
_FREE = frozenset("week month year morning afternoon evening weekend day time".split())
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december in on at by as after before since although when
    while the a an if but and according for from however also once""".split()
)
_PARTIAL = re.compile(
    r"([Aa]nother|[Tt]he (?:other|others|latter|former|first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth)|[Oo]thers|[Oo]ne|[Tt]wo|[Tt]hree|[Mm]any|[Ss]ome|[Ss]everal|[Mm]ost|[Bb]oth|[Nn]one|[Tt]hose"
    r"|[Aa]ll|[Nn]either|[Ee]ach) (?:later |also |then )?"
    r"(?:is|are|was|were|has|have|had|did|do|died|said|will|would|could|can|may|took|went|came)\b"
)
_POINTING = _PERSONAL | _NEUTER | _OWN | _POINTERS
_QUOTES = frozenset('“”"')
_SMALL_WORD = 3  # letters
_SUSPECT = re.compile(
    rf"\b(?:{'|'.join(sorted(_PERSONAL | _NEUTER | _OWN))})\b|^\W*(?:{'|'.join(sorted(_POINTERS))})\b",
    re.IGNORECASE,
)
_FORWARD = frozenset("his her its their".split())
_CATAPHOR = re.compile(
    r"(?:In|At|On|During|After|Before|By|For|With|Despite|Since|Following|Upon)\s[^,]{0,60}"
    r"\b(?:his|her|its|their)\b[^,]{0,60},\s(?:the\s)?[A-Z]"
)
_DUMMY = re.compile(
    r"[^“”\"]{0,60}?\b[Ii]t\s(?:is|was|has been|had been|will be|remains|became|would be|seems|appears)\s"
    r"(?:\w+\s){0,3}?(?:that|to|whether|how|when|who|why|reported|said|believed|thought|alleged"
    r"|estimated|announced"
    r"|claimed|expected|revealed|decided|agreed|understood|feared|suggested|stated|ruled|unclear|clear)\b|[Ii]t\stook\s(?:[\w,]+\s){1,7}(?:to|before|until|for)\b"
)


def loose_end(text: str, *, settled: bool = False) -> str | None:
    """What stays open in a sentence with its insertions in [brackets], or None.

    `settled` says that the occasion is told as well, so that "this attack" has something to mean.

    >>> loose_end("In May they fell"), loose_end("Ann Lee said she fell"), loose_end("[Bo] fell")
    ('what “they” refers to', None, None)
    """
    if _SUSPECT.search(text) is None and _PARTIAL.match(text) is None:
        return None
    words = tokens(text)
    before = _Before()
    for i, word in enumerate(words):
        before.depth += (word.text == "[") - (word.text == "]")
        before.quoted ^= word.text in _QUOTES
        if not word.is_word:
            continue
        before.words += 1
        if before.depth == 0 and not before.quoted:
            why = _open(text, words, i, before, settled=settled)
            if why is not None:
                return why
        before.note(word)
    return None


@dataclass(slots=True)
class _Before:
    """What a sentence has named so far."""

    person: bool = False
    thing: bool = False
    words: int = 0
    depth: int = 0  # of brackets
    quoted: bool = False

    def note(self, word: Token) -> None:
        """Remember that a word may be what a later pronoun means."""
        low = word.lower
        bracket = self.depth > 0
        capital = word.is_capital and low not in _CALENDAR and low not in _POINTING
        self.person = self.person or capital or bracket or low in HUMANS
        noun = self.words > 1 and low not in _CALENDAR and len(low) > _SMALL_WORD
        self.thing = self.thing or capital or bracket or noun


def _open(
    text: str, words: Sequence[Token], i: int, before: _Before, *, settled: bool
) -> str | None:
    """Why the word at `i` stays open, or None."""
    low = words[i].lower
    if low in _FORWARD and _CATAPHOR.match(text):
        return None
    if (low in _PERSONAL and not before.person) or _is_own(words, i):
        return f"who “{low}” is"
    if low in _NEUTER and not before.thing and not (low == "it" and _DUMMY.match(text)):
        return f"what “{low}” refers to"
    partial = _PARTIAL.match(text) if before.words == 1 else None
    if partial is not None:
        return f"what “{partial[1].lower()}” refers to"
    if low in _POINTERS and before.words == 1:
        return _pointer(words, i, settled=settled)
    return None


def _is_own(words: Sequence[Token], i: int) -> bool:
    """Whether a word is "we", "my" and so on, and neither "US" nor the number of "World War I"."""
    numbered = words[i].text == "I" and i > 0 and words[i - 1].is_capital
    return words[i].lower in _OWN and words[i].text != "US" and not numbered


def _pointer(words: Sequence[Token], i: int, *, settled: bool) -> str | None:
    """Why "this" or "such" at the beginning stays open: alone always, with a noun unless settled."""
    follows = words[i + 1] if i + 1 < len(words) else None
    low = words[i].lower
    if follows is None or follows.lower in _FREE or follows.text == "[":
        return None
    if low == "both" and follows.is_capital:  # "Both Spain and France"
        return None
    told = follows.lower in PAST or follows.lower.endswith("ed") or is_finite(words, i + 1)
    bare = not follows.is_word or told or low == "others"
    return f"what “{low}” refers to" if bare or not settled else None
