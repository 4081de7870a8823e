"""A claim as search phrases, from narrow to wide.

Wikis join words with AND, so a long query finds nothing and a short one finds everything: the narrow
query holds names, years and the rarest-looking words, the wide one the names alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.number_words import SCALES, TENS, UNITS
from claims.sources.stopwords import STOPWORDS
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NARROW_TERMS = 7
WIDE_TERMS = 4
WIDE_PLAIN = 3
DISPUTING = ("disputed", "false", "correction")

WORD = re.compile(r"[^\W_]+(?:[-'\u2019.,][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words and numbers of a text, in order, without punctuation at their ends.

    >>> words("Gen. Gromov lost 15,000 men.")
    ['Gen', 'Gromov', 'lost', '15,000', 'men']
    """
    return WORD.findall(text)


def key_terms(text: str) -> tuple[str, ...]:
    """Content words in order, each once: names and numbers as they stand, other words in lower case.

    >>> key_terms("The Taliban had opened talks with the Kremlin in 2018.")
    ('Taliban', 'opened', 'talks', 'Kremlin', '2018')
    """
    seen: dict[str, str] = {}
    for word in words(text):
        plain = word.removesuffix("'s").removesuffix("\u2019s")
        key = plain.lower()
        if key not in STOPWORDS and (len(key) > 1 or key.isdigit()):
            seen.setdefault(key, plain if _stands_out(plain) else key)
    return tuple(seen.values())


def _stands_out(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit()


def queries(
    text: str, *, dates: Sequence[str] = (), figures: Sequence[str] = ()
) -> tuple[str, ...]:
    """Search phrases for a claim, narrow first, no phrase twice.

    `dates` are EDTF strings; `figures` are the claim's quantities as written, so that numbers in words
    are searched for as well.

    >>> queries("more than 15,000 Soviet soldiers died in Afghanistan")
    ('Soviet Afghanistan 15,000 soldiers died', 'Soviet Afghanistan soldiers died', 'Soviet Afghanistan')
    """
    terms = key_terms(text)
    figure_words = {t for figure in figures for t in key_terms(figure)}
    times = [t for t in terms if t.lower() in CALENDAR]  # would spoil a wide search
    names = [
        t for t in terms if t[0].isupper() and t not in times and t.lower() not in NUMBER_WORDS
    ]
    numbers = [t for t in terms if t[0].isdigit() or (t in figure_words and t not in names)]
    years = [d[:4] for d in dates if re.fullmatch(r"\d{4}(-.*|/.*)?", d) and d[:4] not in numbers]
    plain = [t for t in terms if t not in names and t not in numbers and t not in times]
    if not (names or numbers or plain):
        return ()
    narrow = _rarest(plain, max(2, NARROW_TERMS - len(names) - len(numbers)))
    return _distinct(
        (
            [*names, *numbers, *years, *times, *narrow][:NARROW_TERMS],
            [*names[:WIDE_TERMS], *narrow][: WIDE_TERMS + 1],
            names[:WIDE_TERMS] or _rarest(plain, WIDE_PLAIN),
        )
    )


def against(phrases: Sequence[str]) -> tuple[str, ...]:
    """Search phrases for what speaks against a claim, out of its own phrases (narrow first).

    What a claim is about stays, its figures and dates go, and a word comes in with which others dispute it.

    >>> against(("Soviet Afghanistan 15,000 soldiers died", "Soviet Afghanistan"))
    ('Soviet Afghanistan disputed', 'Soviet Afghanistan false', 'Soviet Afghanistan correction')
    """
    about = next((one for one in reversed(phrases) if " " in one), next(iter(phrases), None))
    return () if about is None else tuple(f"{about} {word}" for word in DISPUTING)


def _rarest(terms: list[str], most: int) -> list[str]:
    """The longest words, which are the rarest as a rule, in their own order."""
    keep = {*sorted(terms, key=len, reverse=True)[:most]}
    return [t for t in terms if t in keep]


NUMBER_WORDS = UNITS.keys() | TENS.keys() | SCALES.keys()


def _distinct(phrases: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(p) for p in phrases if p))
