"""Words to what they say however it is written: five and 5, 1.2 million and 1,200,000, isn't and is not.

It tells a change of wording from a change of sense; what it does not know stays as it is spelled.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING
from unicodedata import decimal

from claims.anchor.telling_words import (
    CARDINALS,
    MAGNITUDES,
    NEGATIONS,
    NUMBER_WORDS,
    ORDINALS,
    SIGNS_OF_NUMBERS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
PLAIN = re.compile(r"\d+(?:\.\d+)?")
GROUP = re.compile(r"[0-9]{3}")
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
THOUSAND, HUNDRED, TENS = 1000, 100, 20
SHORTENED = {"won't": ("will", "not"), "can't": ("can", "not"), "shan't": ("shall", "not")}
SHORTENED_ENDS = {"'re": "are", "'ll": "will", "'ve": "have"}


def number(token: str) -> str:
    """The token as a number, a word for one, or a sign that goes with one; else nothing.

    >>> number("15,051"), number("Million"), number("men")
    ('15051', 'million', '')
    """
    low = token.casefold()
    if any(map(str.isdigit, token)):
        token = "".join(str(decimal(c)) if c.isdecimal() else c for c in token)
        return token.replace(",", "") if THOUSANDS.fullmatch(token) else token
    return low if low in NUMBER_WORDS or token in SIGNS_OF_NUMBERS or token[:1].isnumeric() else ""


def negates(token: str) -> bool:
    """Whether the token denies something.

    >>> negates("Didn't"), negates("note")
    (True, False)
    """
    low = token.casefold()
    return low in NEGATIONS or low.endswith("n't")


def numbers(words: Sequence[str]) -> list[str]:
    """The numbers of a piece of text in order, and the signs and words that go with them.

    >>> numbers(("two", "hundred", "men", "%")), numbers(("200", "men", "percent"))
    (['200', 'percent'], ['200', 'percent'])
    """
    return [said for said, counts in _read(words) if counts]


def denials(words: Sequence[str]) -> list[str]:
    """The words of a piece of text that deny, contractions written out.

    >>> denials(("It", "isn't", "so"))
    ['not']
    """
    return [word for word in written_out(words) if negates(word)]


def said(words: Sequence[str]) -> tuple[str, ...]:
    """What the words say, spelled in one way.

    >>> said("four thousand two hundred and five".split())
    ('4205',)

    >>> said(("It", "isn't", "1.2", "million")) == said(("it", "is", "not", "1,200,000"))
    True
    """
    return tuple(said for said, _ in _read(written_out(words)))


def written_out(words: Sequence[str]) -> tuple[str, ...]:
    """The words without capitals and contractions.

    >>> written_out(("They", "aren't"))
    ('they', 'are', 'not')
    """
    return tuple(plain for word in words for plain in _written_out(word))


def _written_out(word: str) -> tuple[str, ...]:
    low = word.casefold()
    if low == "cannot":
        return ("can", "not")
    if low.endswith("n't"):
        return SHORTENED.get(low, (low[:-3], "not"))
    long = SHORTENED_ENDS.get(low[-3:])
    return (low[:-3], long) if long else (low,)


def _read(words: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each word as it is said, numbers of several words as one, and whether it counts as a number."""
    low = [word.casefold() for word in words]
    at = 0
    while at < len(low):
        amount = _amount(low, at)
        if amount:
            told, at = amount
            yield told, True
        elif low[at] in {"%", "percent"}:
            yield "percent", True
            at += 1
        elif low[at : at + 2] == ["per", "cent"]:
            yield "percent", True
            at += 2
        else:
            told = number(words[at])
            yield told or low[at], bool(told)
            at += 1


def _amount(low: list[str], at: int) -> tuple[str, int] | None:
    """The number that begins at a word, and the word after it."""
    found = _digits(low, at) or _in_words(low, at)
    if found is None:
        if low[at] in ORDINALS:
            return f"{ORDINALS[low[at]]}.", at + 1
        return (str(MAGNITUDES[low[at]]), at + 1) if low[at] in MAGNITUDES else None
    told, at = found
    if not PLAIN.fullmatch(told):
        return told, at
    if low[at : at + 1] and low[at] in ORDINAL_ENDS:
        return f"{told}.", at + 1
    value, times, at = _scaled(low, Decimal(told), at)
    more = at + 1 if low[at : at + 1] == ["and"] else at
    while times >= THOUSAND and more < len(low) and (rest := _in_words(low, more)):
        less, scale, after = _scaled(low, Decimal(rest[0]), rest[1])
        if scale >= times:
            break
        value, times, at = value + less, scale, after
        more = at + 1 if low[at : at + 1] == ["and"] else at
    return (told if value == Decimal(told) else f"{value.normalize():f}"), at


def _scaled(low: list[str], value: Decimal, at: int) -> tuple[Decimal, int, int]:
    """A number and the magnitudes behind it, multiplied."""
    times = 1
    while at < len(low) and low[at] in MAGNITUDES:
        times, at = times * MAGNITUDES[low[at]], at + 1
    return value * times, times, at


def _digits(low: list[str], at: int) -> tuple[str, int] | None:
    """A number in digits, its groups of three put together."""
    if not any(map(str.isdigit, low[at])):
        return None
    told = number(low[at])
    after = at + 1
    if told.isdecimal() and len(told) <= len("999"):
        while after < len(low) and GROUP.fullmatch(low[after]):
            told, after = told + low[after], after + 1
    return told, after


def _in_words(low: list[str], at: int) -> tuple[str, int] | None:
    """A number in words below a thousand: two hundred and five, twenty-one."""
    if low[at] not in CARDINALS:
        return None
    value, at = CARDINALS[low[at]], at + 1
    value, at = _ones(low, value, at)
    if low[at : at + 1] == ["hundred"]:
        value, at = value * HUNDRED, at + 1
        more = at + 1 if low[at : at + 1] == ["and"] else at
        if more < len(low) and low[more] in CARDINALS:
            rest, at = _ones(low, CARDINALS[low[more]], more + 1)
            value += rest
    return str(value), at


def _ones(low: list[str], value: int, at: int) -> tuple[int, int]:
    """The ones behind tens, with or without a hyphen."""
    one = at + 1 if low[at : at + 1] == ["-"] else at
    if value >= TENS and one < len(low) and 0 < CARDINALS.get(low[one], 0) < len("0123456789"):
        return value + CARDINALS[low[one]], one + 1
    return value, at
