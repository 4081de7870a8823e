"""A claim's words to what is compared: concepts and names in order, amounts, times, denial, direction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.evidence.quantity.idle import NEGATIONS
from claims.evidence.quantity.statement import QUALIFIED, statement
from claims.evidence.quantity.synonyms import DOWN, UP
from claims.extract.grammar.countries import COUNTRIES

if TYPE_CHECKING:
    from claims.evidence.quantity.amounts import Amount
    from claims.evidence.quantity.periods import Period
    from claims.evidence.quantity.wording import Word

LONGEST = 600
"""Characters of a claim that are compared: more is a text with a claim somewhere in it."""

_CONTEXT = re.compile(r"\s?\[context:[^\]]*\]")
"""What a claim was given from elsewhere in its article, so that it can be read alone."""

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BOUND_WORDS = re.compile(
    r"\b(?:no|not) (?:more|less|fewer|longer|higher|lower) than\b", re.IGNORECASE
)
_ORDINAL = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b.{1,60}\bby\b", re.IGNORECASE)
_PREPOSITIONS = frozenset(
    "about across after against among around as at before between by during every each for from in"
    " inside into near of on over per since through to toward towards under until up with within".split()
)
_COUNTRIES = (
    (re.compile(r"\b(?:United States(?: of America)?|America|USA|U\.S\.(?:A\.)?)(?!\w)"), "US"),
    (re.compile(r"\b(?:United Kingdom|Great Britain|Britain|U\.K\.)(?!\w)"), "UK"),
)
_LANDS = COUNTRIES.union(short for _, short in _COUNTRIES)
_ARTICLES = frozenset("a an the its his her their our my your this that these those all".split())
_WRAPPINGS = frozenset("photo photograph picture image post show say claim".split())
_TITLES = frozenset(
    "mr mrs ms dr president senator minister mayor governor prime former chancellor king queen sir lord"
    " congressman congresswoman representative".split()
)
_DIGITS = re.compile(r"\d+(?:[-–:./]\d+)*")
_SMALL = tuple(
    (name, re.compile(rf"\b(?:{listed})\b", re.IGNORECASE if name != "maybe" else 0))
    for name, listed in (
        ("all", "(?<!of )all|every|each|entire|whole"),
        ("some", r"some(?! \d| [a-z]+ (?:hundred|thousand|million|billion))|several|certain"),
        ("few", "few|hardly|rarely|seldom"),
        ("most", "(?<!at )most|majority|mostly"),
        ("many", "many"),
        ("only", "only|solely|exclusively"),
        ("without", "without"),
        ("before", "before|until|prior to"),
        ("after", "after|following"),
        ("always", "always"),
        ("sometimes", "sometimes|often|occasionally"),
        (
            "to come",
            "will|would|shall|going to|plans?|wants?|intends?|seeks?|vows?|promised?|proposed?",
        ),
        ("maybe", "may|might|could|possibly|perhaps|likely|probably"),
        ("ought", "should|must|ought"),
    )
)
"""Small words that change what is said; what they stand for has to be the same in both claims."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What a claim says, as compared. `core` are the words that no preposition ties to another.

    `digits` are its numbers as written, sorted; `small` names the small words of `_SMALL` in it; `ways`
    holds "up" and "down" as they are told; `before_than` and `after_than` are the concepts on each side
    of a "than" that compares.
    """

    text: str
    words: tuple[Word, ...]
    amounts: tuple[Amount, ...]
    periods: tuple[Period, ...]
    ordinals: frozenset[str]
    digits: tuple[str, ...]
    small: frozenset[str]
    denied: bool
    ways: frozenset[str]
    passive: bool
    core: tuple[str, ...]
    before_than: frozenset[str]
    after_than: frozenset[str]

    @property
    def known(self) -> frozenset[str]:
        """Every concept, and what a first word would be as a name."""
        return frozenset({w.concept for w in self.words} | {w.alias for w in self.words if w.alias})


@lru_cache(maxsize=4096)
def saying(text: str) -> Saying:
    """The words of a claim as they are compared; brackets of inserted words count for nothing.

    >>> said = saying("The [city] budget has not doubled in five years.")
    >>> [w.concept for w in said.words], [a.exact for a in said.amounts], said.denied
    (['city', 'budget'], ['doubled'], True)
    """
    plain = _plain(text)
    found = statement(plain, published=None)
    tokens = [t.lower() for t in _TOKEN.findall(_BOUND_WORDS.sub(" ", plain))]
    words = tuple(w for w in found.words if not w.concept.startswith(QUALIFIED))
    words = tuple(w for w in words if not _ORDINAL.fullmatch(w.text))
    words = tuple(w for w in words if not _wraps(w, words)) or words
    than = plain.lower().find(" than ")
    compared = than > 0 and not any(0 <= a.start - than <= len(" than ") + 3 for a in found.amounts)
    return Saying(
        text=plain,
        words=words,
        amounts=found.amounts,
        periods=found.periods,
        ordinals=frozenset(m[0].lower() for m in _ORDINAL.finditer(found.plain)),
        digits=tuple(sorted(_DIGITS.findall(found.plain))),
        small=frozenset(name for name, words_of in _SMALL if words_of.search(plain)),
        denied=any(t in NEGATIONS or t.endswith(("n't", "n’t")) for t in tokens),
        ways=frozenset(
            way for way, listed in (("up", UP), ("down", DOWN)) if listed.intersection(tokens)
        ),
        passive=_PASSIVE.search(plain) is not None,
        core=_core(plain, words),
        before_than=frozenset(w.concept for w in words if compared and w.start < than),
        after_than=frozenset(w.concept for w in words if compared and w.start > than),
    )


def _plain(text: str) -> str:
    """The claim without what was inserted for readers, countries by one name, in one line."""
    told = _CONTEXT.sub("", text).translate({ord("["): None, ord("]"): None})
    plain = " ".join(told.split())[:LONGEST]
    for written, short in _COUNTRIES:
        plain = written.sub(short, plain)
    if plain.partition(" ")[0] in _LANDS:  # a first word is read as a name only where one can tell
        plain = f"The {plain}"
    return plain


def _wraps(word: Word, words: tuple[Word, ...]) -> bool:
    """Whether a word says nothing of its own: "photo shows", and titles before a name."""
    if word.concept in _WRAPPINGS and not word.name:
        return True
    if word.text.lower() not in _TITLES:
        return False
    follows = next((w for w in words if 0 < w.start - word.end <= 1), None)
    return follows is not None and (follows.name or _wraps(follows, words))


def _core(text: str, words: tuple[Word, ...]) -> tuple[str, ...]:
    core, tied_until = [], -1
    for word in words:
        before = [t.lower() for t in _TOKEN.findall(text[max(0, word.start - 30) : word.start])]
        while before and before[-1] in _ARTICLES:
            before.pop()
        tied = bool(before) and before[-1] in _PREPOSITIONS
        follows = tied_until >= 0 and not text[tied_until : word.start].strip()
        if tied or follows:
            tied_until = word.end
        else:
            core.append(word.alias or word.concept)
    return tuple(core)
