"""A sentence to its words, each with the concept it stands for and whether it is a name.

Numbers, dates and who reports the sentence are masked first, so that what is left says what is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claims.evidence.quantity.exchanged import DEEDS
from claims.evidence.quantity.forms import IRREGULAR, NATIONS
from claims.evidence.quantity.idle import (
    CAPACITY,
    FORESIGHT,
    HEDGES,
    IDLE,
    IDLE_ADVERBS,
    NEGATIONS,
)
from claims.evidence.quantity.synonyms import (
    CONCEPTS,
    DOWN,
    PHRASES,
    UP,
)
from claims.evidence.quantity.turns import FIRSTS, turn_at
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PHRASE = re.compile(
    r"\b(?=\w)(?:" + "|".join(rf"(?P<p{i}>(?:{p})(?!\w))" for i, p in enumerate(PHRASES)) + ")",
    re.IGNORECASE,
)
_PHRASE_CONCEPTS = tuple(PHRASES.values())
_ENDINGS = re.compile(r"(?:ians?|eans?|ans?|ese|ish|is?|(?<=[ao])ns?|ers?|ia|a|s|e)$")
_CAPITAL = re.compile(r" (?:[A-Z][a-z]|(?:AG|SA|SE|NV|AB|PLC|LLC)\b)")
_SHORTEST_NAME = 4
_NEAR = 20
_COMPARED = frozenset(
    "smaller larger bigger greater higher lower faster slower reduced increased".split()
)
"""Words of change that say which one is meant where "the" stands before them: "the lower house"."""
_HALF = frozenset("fully partly partially".split())
_FOR_A_TIME = frozenset(
    "briefly temporarily momentarily initially partly partially nominally".split()
)
"""Adverbs that tell of no more than a moment or a part."""
_SHORTEST_STEM = 3
_SHORT_PAST = re.compile("[aeiou][^aeiou]ed")
"""Past forms too short to lose their ending: "owed", "used"."""
MASK = "#"


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase that says something: its concept, place, and whether it is (part of) a name.

    `alias` is the concept it has if it is a name, where a capital at the beginning leaves that open.
    """

    concept: str
    text: str
    start: int
    end: int
    name: bool
    alias: str = ""


def masked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """`text` with the spans crossed out, as long as before.

    >>> masked("In 2018, 40 died", ((3, 7), (9, 11)))
    'In ####, ## died'
    """
    parts, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            parts += [text[at:start], MASK * (end - start)]
            at = end
    return "".join([*parts, text[at:]])


def words_in(text: str) -> tuple[Word, ...]:
    """The words of a masked sentence that say something, in order; idle ones are left out.

    >>> [w.concept for w in words_in("In Belis, ## people lost their lives in the floods")]
    ['belis', 'die', 'flood']
    """
    found: list[Word] = []
    at = 0
    for match in _PHRASE.finditer(text):
        found += _single(text, at, match.start())
        capital = match[0][0].isupper()
        concepts = _PHRASE_CONCEPTS[int((match.lastgroup or "p0")[1:])].split()
        found += [
            Word(c.lower(), match[0], match.start(), match.end(), capital and c[0].isupper())
            for c in concepts
        ]
        at = match.end()
    return tuple(found + _single(text, at, len(text)))


def _single(text: str, start: int, end: int) -> list[Word]:
    found = []
    for match in _WORD.finditer(text, start, end):
        if match.start() < start:  # within a turn of phrase
            continue
        raw = match[0]
        lower = raw.lower()
        if lower in FIRSTS and (turn := turn_at(text, lower, match.end())):
            stands_for, start = turn
            whole = text[match.start() : start]
            found += [Word(c, whole, match.start(), start, name=False) for c in stands_for.split()]
            continue
        opens = raw[0].isupper() and _opens(text, match.start())
        if (
            raw[0].isupper()
            and lower not in _MONTHS_AND_DAYS
            and (not opens or _leads_name(text, match))
        ):
            found.append(Word(name_stem(raw), raw, match.start(), match.end(), name=True))
            continue
        if lower.endswith("ly") and lower not in _HALF and _tells_how(text, match):
            continue
        alias = name_stem(raw) if opens else ""
        which = lower in _COMPARED and text[: match.start()].lower().endswith(("the ", "a ", "an "))
        for part in _parts(lower):
            concept = part if which else concept_of(part)
            if concept:
                found.append(
                    Word(concept, raw, match.start(), match.end(), name=False, alias=alias)
                )
    return found


def _tells_how(text: str, match: re.Match[str]) -> bool:
    """Whether an adverb stands beside a word of change: a sharp rise is a rise."""
    if match[0].lower() in _FOR_A_TIME:
        return False
    beside = _WORD.findall(text[max(0, match.start() - _NEAR) : match.start()])[-1:]
    beside += _WORD.findall(text[match.end() : match.end() + _NEAR])[:1]
    return any(word.lower() in UP | DOWN for word in beside)


def _leads_name(text: str, match: re.Match[str]) -> bool:
    """Whether the first word of a sentence begins a name of several words ("Ana Kovic is 34")."""
    after = text[match.end() : match.end() + _NEAR]
    capital = _CAPITAL.match(after) is not None
    return capital and concept_of(match[0].lower()) is not None


_MONTHS_AND_DAYS = CALENDAR | {"i"}


def _opens(text: str, start: int) -> bool:
    """Whether the word at `start` begins a sentence or a quotation, where a capital says nothing."""
    before = text[:start].rstrip(" \"“‘'(")
    return not before or before[-1] in ".!?:"


def _parts(word: str) -> tuple[str, ...]:
    """A hyphened word as its parts, unless it is a concept of its own."""
    if "-" not in word or word in _TABLE or word in IDLE:
        return (word,)
    return tuple(word.split("-"))


_LINES = tuple(
    (concept, tuple(listed.split()))
    for line in (CONCEPTS.strip() + DEEDS).replace("\n    ", " ").strip().splitlines()
    for concept, _, listed in [line.partition(":")]
)
"""Each concept with words for it."""


@cache
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for concept, listed in _LINES:
        for word in listed:
            found[word.removeprefix("=")] = concept
            if not word.startswith("="):
                found.setdefault(stem(word), concept)
    return found


def _verbs() -> frozenset[str]:
    """Concepts that are done: one of their words is a past form."""
    return frozenset(
        concept
        for concept, listed in _LINES
        if any((w.endswith("ed") and not w.endswith("eed")) or w in _FORMS for w in listed)
    )


@lru_cache(maxsize=16384)
def concept_of(word: str) -> str | None:
    """What a lower-case word stands for, None where it says nothing of what is counted.

    >>> concept_of("killed"), concept_of("soldiers"), concept_of("the"), concept_of("rose")
    ('die', 'soldier', None, None)
    """
    plain = re.sub(r"['’]s?$|n['’]t$", "", word)
    if plain in IDLE or plain in _MOODS or plain in UP or plain in DOWN or len(plain) < 2:  # noqa: PLR2004 - letters
        return None
    if plain in _TABLE:
        return _TABLE[plain]
    if plain in IDLE_ADVERBS:
        return None
    short = stem(plain)
    return _TABLE.get(short, short)


_MOODS = (
    CAPACITY | HEDGES | NEGATIONS | {w for listed in FORESIGHT.values() for w in listed.split()}
) - {"offer", "rejects", "without"}
_FORMS = dict(line.split() for line in IRREGULAR.strip().splitlines())


_ACT, _LEAST_ISE = 8, 5
_ACTS = ("ation", "ations", "ption", "ptions", "ution", "utions", "ition", "itions")
"""How nouns end that say what is done: "investigation", "eruptions"."""


def _of_act(noun: str) -> str:
    """The stem of what an act's noun says is done: "ratification" and "ratify", "privatisation"."""
    if noun.endswith("ification"):
        return noun.removesuffix("ication") + "y"
    return f"{noun[:-6]}s" if noun.endswith(("isation", "ization")) else noun[:-3]


def stem(word: str) -> str:
    """A word without its endings, so that its forms meet.

    >>> {stem(w) for w in ("plan", "plans", "planned", "planning")}, stem("cities"), stem("closing")
    ({'plan'}, 'city', 'clos')
    """
    word = _FORMS.get(word, word)
    if len(word) >= _ACT and word.endswith(_ACTS):
        return _of_act(word.removesuffix("s"))
    if len(word) <= _SHORTEST_STEM:
        return word
    for ending, instead in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + instead
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        body = word.removesuffix(ending)
        if body != word and len(body) >= _SHORTEST_STEM and re.search("[aeiouy]", body):
            word = body
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if _SHORT_PAST.fullmatch(word):
        return word[:-1]
    short = word.removesuffix("e") if len(word) > _SHORTEST_STEM else word
    return f"{short[:-1]}s" if len(short) > _LEAST_ISE and short.endswith("iz") else short


def name_stem(name: str) -> str:
    """A word of a name by which a place and what is of it meet.

    >>> name_stem("Lorvia's") == name_stem("Lorvians"), name_stem("French") == name_stem("France")
    (True, True)
    """
    plain = re.sub(r"['’]s?$", "", name)
    if plain in _NATIONS:
        return _NATIONS[plain]
    if plain.isupper():
        return plain.lower()
    short = _ENDINGS.sub("", plain.lower())
    return short if len(short) >= _SHORTEST_NAME else plain.lower()


def concepts(words: Iterable[str]) -> frozenset[str]:
    """The concepts of several lower-case words.

    >>> sorted(concepts(["police", "cities"]))
    ['city', 'polic']
    """
    return frozenset(c for word in words if (c := concept_of(word)))


_NATIONS = {
    word: line.split()[0].lower() for line in NATIONS.strip().splitlines() for word in line.split()
}
_TABLE = _table()
VERBS = _verbs() | frozenset(
    stem(w) for w in _FORMS.values() if w not in {"man", "woman", "child", "person"}
)
"""Concepts of things done: one more of them in a passage is never mere detail."""
