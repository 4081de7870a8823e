"""A claim to the words that passages are searched for, each with the other ways of writing it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.sources.query import key_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 24
"""Words of a claim that are searched for; claims are rarely longer, a hostile one may be."""

LONGEST = 64
"""Characters of a word; what is longer is no word, and no page repeats it."""

_PART = re.compile(r"[^\W_]+")
_SCALES = ((10**12, ("trillion", "tn")), (10**9, ("billion", "bn")), (10**6, ("million", "m")))
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_GLOSS = re.compile(r"\[context:[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a claim. `forms` are ways of writing it, each as the words that must all stand there."""

    shown: str
    forms: tuple[tuple[str, ...], ...]
    name: bool = False


def search_terms(text: str, figures: Iterable[tuple[str, float]] = ()) -> tuple[Term, ...]:
    """The words of a claim to search for; `figures` are its quantities as written, with their values.

    >>> for term in search_terms("More than 15,000 men died in Marou", [("15,000", 15000)]):
    ...     print(term.shown, term.forms, term.name)
    15,000 (('15', '000'), ('15000',)) False
    men (('men',),) False
    died (('died',),) False
    Marou (('marou',),) True
    """
    bare = _GLOSS.sub(" ", text).replace("[", " ").replace("]", " ")
    opening = next(iter(re.findall(r"[^\W_]+", bare)), "").lower()
    known = {part: value for exact, value in figures for part in key_terms(exact)[:1]}
    found: dict[tuple[str, ...], Term] = {}
    for word in key_terms(bare):
        parts = _parts(word)
        if not parts or any(len(part) > LONGEST for part in parts):
            continue
        forms = dict.fromkeys([parts, *_other_ways(known.get(word))])
        name = word[0].isupper() and (word.lower() != opening or not word[1:].islower())
        found.setdefault(parts, Term(word, tuple(forms), name))
    return tuple(found.values())[:MOST]


def _parts(word: str) -> tuple[str, ...]:
    return tuple(_PART.findall(word.lower()))


def _other_ways(value: float | None) -> Iterable[tuple[str, ...]]:
    """How else a value is written: with or without commas, in millions, in words.

    >>> list(_other_ways(2.4e9))
    [('2400000000',), ('2', '400', '000', '000'), ('2', '4', 'billion'), ('2', '4bn')]
    """
    if value is None or value < 0 or value >= 10**15:
        return
    if value != int(value):
        yield _parts(f"{value:g}")
        return
    whole = int(value)
    if whole < len(_SMALL):
        yield (_SMALL[whole],)
    yield (str(whole),)
    yield _parts(f"{whole:,}")
    for scale, names in _SCALES:
        if whole >= scale and not whole % (scale // 1000):
            number = _parts(f"{whole / scale:.3f}".rstrip("0").rstrip("."))
            yield (*number, names[0])
            yield (*number[:-1], number[-1] + names[1])
            return
