"""A sentence to the name of its language when that is surely not English.

Scripts of their own tell it alone. Latin text is told by small words, endings and letters; only words
in lower case count, since English names people, places and works in every language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.grammar.tokens import quote_spans
from claims.extract.skipping.language_words import ENGLISH, LATIN, SCRIPTS, SHARED_SCRIPTS

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 1000
"""Characters that are looked at: more tell no more."""

_FEWEST_SIGNS = 2
_OWN_SCRIPT = 0.6  # share of the letters
_SMALL_SIGN = 0.04  # share of kana from which Chinese signs are Japanese
_SURE = 2.0
_FAIRLY_SURE = 1.5  # without a single English word
_HARDLY_SURE = 1.0  # with letters that English has not, besides
_SHARE = 0.2
_ENDING = 0.5
_MIN_STEM = 3
_ALL_CAPITALS = 0.8
_MIXED = 4  # English words of no other language
_BESIDE_QUOTES = 3  # words beside the quoted ones that tell the sentence's language
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_WORDS = re.compile(
    r"https?://\S+|www\.\S+|[@#]\w+"
    r"|\S{0,20}?(?:Ã[¢©¨ª¡³±¤¶¼]|â[€‚„])\S*"  # UTF-8 read as Latin-1: "IÃ¢â‚¬â„¢ve"
)
_NO_WORDS_SIGN = re.compile("[/@#Ãâ]|www")
_ENGLISH_ENDING = re.compile(r"\w{2,}(?:ing|ed|ly|ness|ship|less)|\w+(?:'s|n't|'re|'ve|'ll)")
_PARTICLES = frozenset(
    "de del della di da do dos das du des der den von van zu la las los y e".split()
)
_ELISION = re.compile(r"(?:qu|[ldjnmtsc])['’](?=\w{2})|dell['’]|nell['’]|all['’]|un['’]")


class _Profile:
    """One language's small words and endings."""

    __slots__ = ("endings", "letters", "shared", "words")

    def __init__(self, listed: str) -> None:
        items = listed.split()
        endings = [item[1:] for item in items if item.startswith("-")]
        small = frozenset(i for i in items if not i.startswith("-"))
        self.words = small - ENGLISH
        self.shared = small & ENGLISH  # "a", "in", "no": they speak for neither
        self.endings = tuple(e for e in endings if len(e) > 1)
        self.letters = frozenset(e for e in endings if len(e) == 1 and not e.isascii())

    def score(self, word: str) -> float:
        if word in self.words:
            return 1.0
        ends = len(word) > _MIN_STEM + 1 and word.endswith(self.endings)
        return _ENDING * (ends + (not self.letters.isdisjoint(word)))


_LATIN = {name: _Profile(listed) for name, listed in LATIN.items()}
_SHARED = frozenset[str]().union(*(profile.shared for profile in _LATIN.values()))
_ENGLISH_ONLY = ENGLISH - _SHARED
_PROFILES = tuple(_LATIN.items())
_ANY_SMALL = frozenset[str]().union(*(profile.words for profile in _LATIN.values()))
_ANY_ENDING = tuple({ending for profile in _LATIN.values() for ending in profile.endings})
_CLASSES = {name: re.compile(f"[{signs}]") for name, signs in SCRIPTS}


@lru_cache(maxsize=64)  # neighbouring sentences ask for the language of the same line
def foreign_language(text: str) -> str | None:
    """The English name of the language of `text`; None for English and where it is not sure.

    >>> foreign_language("Le président a quitté la ville hier soir."), foreign_language("He left.")
    ('French', None)
    >>> foreign_language("The mayor of Rio de Janeiro told El País that he had won.") is None
    True
    """
    text = text[:LONGEST]
    if _NO_WORDS_SIGN.search(text):  # seldom
        text = _NO_WORDS.sub(" ", text)
    return _by_script(text) if not text.isascii() and _mostly_other(text) else _by_words(text)


def _mostly_other(text: str) -> bool:
    """Whether most letters are of a script other than the Latin one."""
    letters = [c for c in text if c.isalpha()]
    other = sum(c > "\u036f" and not "\u1e00" <= c <= "\u1eff" for c in letters)
    return other >= _FEWEST_SIGNS and other > _OWN_SCRIPT * len(letters)


def _by_script(text: str) -> str | None:
    counts = {name: len(signs.findall(text)) for name, signs in _CLASSES.items()}
    total = max(1, sum(c.isalpha() for c in text))
    if counts["Japanese"] > _SMALL_SIGN * total:
        return "Japanese"
    for usual, signs, letters, profiles in SHARED_SCRIPTS:
        if len(re.findall(f"[{signs}]", text)) > total / 2:
            own = (name for name, only in letters if not set(only).isdisjoint(text))
            return next(own, None) or _closest(text, profiles) or usual
    name = max(counts, key=lambda n: counts[n])
    return name if counts[name] else "another script"


def _closest(text: str, profiles: dict[str, str]) -> str | None:
    """The language of a shared script by its small words."""
    # Not by letters: vowel signs of Devanagari are none.
    words = [word.strip(".,:;!?\"'()«»“”„।") for word in text.lower().split()]
    scores = {name: sum(map(_Profile(listed).score, words)) for name, listed in profiles.items()}
    best = max(scores, key=lambda n: scores[n], default=None)
    return best if best is not None and scores[best] > 0 else None


def language_around(text: str, start: int, end: int) -> str | None:
    """The language of the line around `text[start:end]` when that has no English word itself.

    >>> text = "Le maire a quitté la ville hier soir. Elle pleure."
    >>> foreign_language(text[38:]), language_around(text, 38, 50)
    (None, 'French')
    """
    if _any_english(_telling_words(text[start:end][:LONGEST].strip())):
        return None
    # Windows begin at round places, so that neighbours ask for the same one and it is read once.
    floor = start - start % (LONGEST // 2)
    low = text.rfind("\n", floor, start) + 1 or floor
    high = text.find("\n", end, low + LONGEST)
    return foreign_language(text[low : high if high >= 0 else low + LONGEST])


def _by_words(text: str) -> str | None:
    outside = _beside_quotes(text)
    found = _of_words(outside, text)
    if found is not None or outside == text or _any_english(_telling_words(outside)):
        return found
    return _of_words(text, text)  # "„Wir haben alles verloren“, sagte er der Zeitung"


def _of_words(outside: str, text: str) -> str | None:
    words = _telling_words(outside)
    if len(words) < _MIN_STEM or _plainly_english(words):
        return None
    if _mixed(words if outside == text else _telling_words(text)):
        return None
    pieces = [_ELISION.sub("", word) for word in words]
    elided = sum(p != w for p, w in zip(pieces, words, strict=True))
    told = [score for piece in pieces for score in _scores(piece)]
    if not told and not elided:
        return None
    scores = dict.fromkeys(_LATIN, 0.0)
    for name, score in told:
        scores[name] += score
    for name in ("French", "Italian", "Catalan"):
        scores[name] += _ENDING * elided
    best = max(scores, key=lambda n: scores[n])
    english = _english(words, beside=_LATIN[best].shared)
    if scores[best] < _SHARE * len(words) or scores[best] <= 2 * english:
        return None
    return best if _vouched(pieces, best, score=scores[best], pure=not english) else None


@lru_cache(maxsize=8192)  # most words of a text are of a few thousand
def _scores(word: str) -> tuple[tuple[str, float], ...]:
    """The languages that a word speaks for, and how much."""
    ends = len(word) > _MIN_STEM + 1 and word.endswith(_ANY_ENDING)
    if word not in _ANY_SMALL and not ends and word.isascii():
        return ()
    scored = ((name, profile.score(word)) for name, profile in _PROFILES)
    return tuple((name, score) for name, score in scored if score)


def _vouched(pieces: list[str], name: str, *, score: float, pure: bool) -> bool:
    """Whether more than endings speak for the language; less is asked of a text without English."""
    small = sum(p in _LATIN[name].words for p in pieces)
    lettered = sum(not p.isascii() for p in pieces)
    if pure and lettered:
        return score >= _HARDLY_SURE
    return small + lettered > 1 and score >= (_FAIRLY_SURE if pure else _SURE)


def _plainly_english(words: Sequence[str]) -> bool:
    """Whether a third of the words are English and of no other language: most texts end here."""
    return 3 * _only_english(words) > len(words)


def _mixed(words: Sequence[str]) -> bool:
    """Whether an English sentence stands beside the other language, as a translation does."""
    return _only_english(words) >= _MIXED


def _only_english(words: Sequence[str]) -> int:
    return sum(map(_ENGLISH_ONLY.__contains__, words))


def _english(words: Sequence[str], *, beside: frozenset[str]) -> float:
    """How much speaks for English; words that both languages have speak for neither."""
    small = sum(w in ENGLISH and w not in beside for w in words)
    return small + _ENDING * sum(
        _ENGLISH_ENDING.fullmatch(w) is not None for w in words if w not in ENGLISH
    )


def _any_english(words: Sequence[str]) -> bool:
    """Whether a single word speaks for English alone."""
    listed = not _ENGLISH_ONLY.isdisjoint(words)
    return listed or any(w not in ENGLISH and _ENGLISH_ENDING.fullmatch(w) for w in words)


@lru_cache(maxsize=16)  # a sentence is asked for its own language, then for its line's
def _telling_words(text: str) -> tuple[str, ...]:
    """The first word and those in lower case, but no "de la" behind a name; all of a text in capitals."""
    found = _WORD.findall(text.replace("’", "'"))
    if sum(map(str.isupper, found)) > _ALL_CAPITALS * len(found):
        return tuple(w.lower() for w in found)
    telling: list[str] = []
    after_name = False
    for i, word in enumerate(found):
        after_name = word[0].isupper() or (after_name and word in _PARTICLES)
        if i == 0 or not after_name:
            telling.append(word.lower())
    return tuple(telling)


def _beside_quotes(text: str) -> str:
    """`text` without its quotations when enough is left: an English report may quote in French."""
    quotes = quote_spans(text)
    if not quotes:
        return text
    rest, at = [], 0
    for span in quotes:
        rest.append(text[at : span.start])
        at = span.end
    outside = " ".join([*rest, text[at:]])
    enough = len(_WORD.findall(outside)) >= _BESIDE_QUOTES or _any_english(_telling_words(outside))
    return outside if enough else text
