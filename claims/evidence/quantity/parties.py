"""Two parts of two deeds to whether they name the same person, body or thing, or surely another."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import NamedTuple

from claims.evidence.quantity.party_words import BODIES, MEN, SHARED, WHICH, WOMEN


class Party(NamedTuple):
    """Who or what stands in one part of a deed: the words of its name, and those that describe it."""

    names: tuple[str, ...]
    words: frozenset[str]
    text: str


_COMPASS = frozenset(
    """new old saint north south east west upper lower great greater little northern southern eastern western
    central young junior senior first second third""".split()
)
"""Words in front of a name that make another's of it: "West Estoria"."""
_COMPLEX = re.compile(r"[’']|\b(?:of|and|or|nor|both|either)\b|,|&")
"""What makes more than a plain name of it: "the garden of …", "Ana Kovic and …"."""
_ONE_OF = re.compile(r"(?:[Aa]n?|[Oo]ne|[Ss]ome) [a-z]")
_MOST_NAMES = 3
"""Words of the name of somebody who is told by the last one alone."""
_RANKS = frozenset("King Queen Prince Princess Emperor Empress Duke Duchess".split())
_ALIKE = 0.75


def is_same(one: Party | None, two: Party | None, *, person: bool = True) -> bool:
    """Whether two parts name the same: by name, a last name for a person, or by the same words.

    >>> full, last, other = (
    ...     Party(tuple(t.lower().split()), frozenset(), t) for t in ("Ana Kovic", "Kovic", "Ana Lom")
    ... )
    >>> is_same(full, last), is_same(full, other)
    (True, False)
    """
    if one is None or two is None:
        return one is two
    a, b = one.names, two.names
    plain = not (_COMPLEX.search(one.text) or _COMPLEX.search(two.text))
    if (one.words ^ two.words) & WHICH or _is_man_and_woman(one, two):
        return False
    if not plain or not a or not b or not (ends_in_name(one) and ends_in_name(two)):
        return (a == b and one.words == two.words) or _bare(one) == _bare(two)
    short, long = sorted((a, b), key=len)
    last = short == long[-len(short) :] and not set(long[: -len(short)]) & _COMPASS
    return short == long or (person and last and len(short) == 1 and len(long) <= _MOST_NAMES)


def _bare(party: Party) -> str:
    """The words as they stand, without the letters that begin a sentence: "Parliament", "the parliament"."""
    return party.text.lower().removeprefix("the ")


def _is_man_and_woman(one: Party, two: Party) -> bool:
    """Whether a man and a woman, or a prince and a king, have one name: "Mr Lom", "Mrs Lom"."""
    a, b = (set(p.text.split()[:-1]) & (MEN | WOMEN) for p in (one, two))
    if not a or not b:
        return False
    return (a <= MEN) is not (b <= MEN) or bool(a & _RANKS and b & _RANKS and not a & b)


def is_last_name(one: Party | None, two: Party | None) -> bool:
    """Whether a last name alone stands for a fuller one.

    >>> full = Party(("ana", "kovic"), frozenset(), "Ana Kovic")
    >>> is_last_name(full, Party(("kovic",), frozenset(), "Kovic"))
    True
    """
    return one is not None and two is not None and len(two.names) == 1 < len(one.names)


def is_other(one: Party | None, two: Party | None) -> bool:
    """Whether two parts surely name different people or bodies: plain names that are nowhere alike.

    A firm may be somebody's own.

    >>> kovic, lom, firm = (
    ...     Party(tuple(t.lower().split()), frozenset(), t) for t in ("Ana Kovic", "Ivo Lom", "Lom Partners")
    ... )
    >>> is_other(kovic, lom), is_other(kovic, firm)
    (True, False)
    """
    if one is None or two is None or not one.names or not two.names:
        return False
    if _COMPLEX.search(one.text) or _COMPLEX.search(two.text):
        return False
    bodies = [bool(BODIES & set(p.names)) for p in (one, two)]
    if bodies[0] is not bodies[1] or set(one.names) & set(two.names):
        return False
    return ends_in_name(one) and ends_in_name(two) and not _is_alike(one, two)


def _is_alike(one: Party, two: Party) -> bool:
    """Whether one name may be a spelling of the other: "Kiev", "Kyiv"."""
    a, b = (" ".join(p.names) for p in (one, two))
    return SequenceMatcher(None, a, b).ratio() >= _ALIKE


def is_one(one: Party | None, two: Party | None) -> bool:
    """Whether both speak of one thing: "the opera Salome", and no "school", "gold medal" or ballet.

    >>> opera, ballet, school = (
    ...     Party(n, frozenset([w]), t)
    ...     for n, w, t in (
    ...         (("salome",), "opera", "the opera Salome"),
    ...         (("salome",), "ballet", "the ballet Salome"),
    ...         ((), "school", "a school"),
    ...     )
    ... )
    >>> is_one(opera, opera), is_one(opera, ballet), is_one(school, school)
    (True, False, False)
    """
    parts = [p for p in (one, two) if p]
    kinds = [p.words for p in parts]
    apart = len(parts) > 1 and kinds[0] and kinds[1] and not kinds[0] & kinds[1]
    shared = any(SHARED & ({*p.names} | p.words) for p in parts)
    return not apart and not shared and all(is_definite(p) for p in parts)


def is_definite(party: Party | None) -> bool:
    """Whether it is one of its kind: a name, or "the bridge".

    >>> is_definite(Party((), frozenset(["bridge"]), "a bridge"))
    False
    """
    if party is None:
        return True
    the = party.text.lower().startswith(("the ", "its ", "their "))
    return not _ONE_OF.match(party.text) and (the or ends_in_name(party))


def ends_in_name(party: Party) -> bool:
    """Whether the last word is of a name: "the painter Ana Kovic", and not "the Osk bridge".

    >>> ends_in_name(Party(("osk",), frozenset(["bridge"]), "the Osk bridge"))
    False
    """
    return party.text.rsplit(" ", 1)[-1][:1].isupper()


def unaccented(name: str) -> str:
    """A name in lower case without the marks of its letters.

    >>> unaccented("łódź"), unaccented("tromsø")
    ('lodz', 'tromso')
    """
    bare = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return "".join(c for c in bare if not unicodedata.combining(c))


_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "ı": "i"}
)
