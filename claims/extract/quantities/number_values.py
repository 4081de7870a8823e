"""Numerals and number words in a text to values: "15,000", "15 000", "two hundred and five", "3bn".

A dot before three digits parts thousands ("15.000 residents") or decimals ("1.234 km") by the rest
of the text; a comma before one or two digits is a decimal comma only before percent, scale or measure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.grammar.number_words import (
    FRACTION_SIGNS,
    ONES,
    PARTS,
    SCALE_LETTERS,
    SCALES,
    TEENS,
    TENS,
    UNITS,
)
from claims.extract.quantities.currencies import money_after, sign_before
from claims.extract.quantities.measures import measure_after
from claims.extract.quantities.shared_money import is_money_name

if TYPE_CHECKING:
    from collections.abc import Iterator

SPACE = "[ \u00a0\u202f\u2009]"
LOOK = 56
"""How many characters on either side of a number are read."""


class Form(StrEnum):
    """How a number is written: that decides what else it can be."""

    DIGITS = "digits"
    WORDS = "words"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at `[start, end)`, with the unit and comparator that its own words imply."""

    value: float
    start: int
    end: int
    form: Form
    unit: str | None = None
    comparator: str | None = None


_GROUPED = (
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d{1,9})?"  # 15,000.5
    r"|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)"  # 12,34,567 as in India
    r"|\d{1,3}(?:['’]\d{3})+(?!\d)"  # 15'000 as in Switzerland
    rf"|\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:[.,]\d{{1,2}}(?!\d))?"
    r"|\d{1,3}(?:\.\d{3})+(?!\d)(?:,\d{1,2}(?!\d))?"  # 15.000, or a decimal
)
_BIG = "(?:hundred|thousand|million|billion|trillion|dozen|(?:crore|lakh)s?)"
_GLUED_BIG = r"(?:(?<=\d)(?:thousand|million|billion|trillion|(?:crore|lakh)s?)\b(?!-?fold))"
_DECIMAL_COMMA = (
    rf"\d{{1,9}},\d{{1,2}}(?!\d)(?={SPACE}?(?:%|€|£|bn\b|mn?\b|km\b|kg\b|cm\b|°)"
    rf"|[ -](?:per ?cent|{_BIG}|euros?|metres?|kilomet|tonnes?|hectares?|points?|degrees?)\b)"
)
_CURRENCY_GLUE = (
    r"(?<=\b[A-Z]{3})|(?<=\bKshs)|(?<=\b(?:Rs|RM|Rp|Sh|Tk))|(?<=\bRs\.)|(?<=\bTk\.)|(?<=\b[RNP])"
)
_DIGITS = (
    rf"(?:(?<![\w.,·])|{_CURRENCY_GLUE})"
    rf"(?P<digits>(?:{_GROUPED}|{_DECIMAL_COMMA}|\d{{1,15}}(?:[.·]\d{{1,12}})?)(?!\d)"
    rf"(?P<part>{SPACE}?[{''.join(FRACTION_SIGNS)}]|(?:{SPACE}|-)[1-7]/[2-8](?![\d/]))?|[{''.join(FRACTION_SIGNS)}])"
    rf"(?P<digits_plus>{SPACE}and{SPACE}a{SPACE}(?:half|quarter|third)\b)?"
    rf"(?:(?P<scale>(?:{_GLUED_BIG}|(?:{SPACE}{{1,2}}|-){_BIG}\b(?!-?fold)){{1,2}})"
    rf"|(?P<letters>{SPACE}?(?:bn|mn|mln|bln|tn|trn|[mM])|[kKbBtT])\b(?![²³/]|{SPACE}?\$))?"
)
_ONE = "(?:" + "|".join(ONES) + ")"
_SUB100 = (
    rf"(?:(?:{'|'.join(TENS)})(?:(?:-|{SPACE}){_ONE}\b)?|(?:{'|'.join(TEENS)})\b|{_ONE}\b|zero\b)"
)
_SUB1000 = (
    rf"(?:(?:{_SUB100}|an?)(?:-|{SPACE})hundred\b(?:(?:{SPACE}and)?{SPACE}{_SUB100})?|{_SUB100})"
)
_LARGE = "(?:thousand|million|billion|trillion|dozen|(?:crore|lakh)s?)"
_GROUP = rf"(?:{_SUB1000}|an?)(?:(?:-|{SPACE}){_LARGE}\b){{1,2}}"
_WORDS = (
    rf"\b(?P<words>{_GROUP}(?:(?<!thousand)(?:{SPACE}and)?{SPACE}{_GROUP}){{0,2}}"
    rf"(?:(?:{SPACE}and)?{SPACE}{_SUB1000}(?!(?:{SPACE}|-){_LARGE}\b))?"
    rf"|{_SUB1000})(?P<words_plus>(?:{SPACE}|-)and(?:{SPACE}|-)(?:an?(?:{SPACE}|-)|one[ -])?"
    rf"(?:half|quarter|third)\b(?:{SPACE}{_LARGE}\b)?)?(?![a-z’'])"
)
_NUMBER = re.compile(rf"{_DIGITS}|{_WORDS}", re.IGNORECASE)
_NUMERAL = re.compile(_DIGITS, re.IGNORECASE)
_ANY_DIGIT = re.compile(rf"[\d{''.join(FRACTION_SIGNS)}]")
_LETTERS = re.compile(r"[a-z]+")
NUMBER_WORDS = frozenset([*UNITS, *TENS, *SCALES, "crores", "lakhs"])
_OPENINGS = frozenset(["a", "an", *UNITS, *TENS])
_OPENING = re.compile(rf"(?<!\d)[\d{''.join(FRACTION_SIGNS)}]|(?<![^\W\d_])[^\W\d_]+")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d,\d{1,2}(?![\d,])|\d\.\d{3},\d")
_PARTED = re.compile(r"\d[.,]\d")
_ENGLISH = re.compile(r"\d,\d{3}(?!\d)|\d\.\d{1,2}(?![\d.])")
_COUNTED = re.compile(
    r"(?:[ -][a-zà-ž’'-]+){0,2}[ -](?:people|men|women|children|police|[a-zà-ž]{2,}[^s\W]s)\b"
)
_HAVE = re.compile(r" (?:people|have|had|were|are|of|in need|[a-z]{3,}[^s\W]s|[A-Z][a-z]+s)\b")


@lru_cache(maxsize=16)  # a sentence is looked at for numbers and for set phrases
def words_of(text: str) -> frozenset[str]:
    """The lower-case words of `text` without hyphens: a quick look before the slow patterns.

    >>> sorted(words_of("Thirty-two towns"))
    ['thirty', 'towns', 'two']
    """
    return frozenset(_LETTERS.findall(text.lower()))


def numbers(text: str, *, dots: bool | None = None) -> Iterator[Number]:
    """The numerals and number words of `text` from left to right, whatever they are used for.

    `dots` says how the whole text writes thousands (`dots_part_thousands`); None: judged by `text`.

    >>> [n.value for n in numbers("15 000 of two hundred and five, $1.2tn and 2½ years")]
    [15000.0, 205.0, 1200000000000.0, 2.5]
    """
    worded = not NUMBER_WORDS.isdisjoint(words_of(text))
    if not worded and not _ANY_DIGIT.search(text):
        return
    dots = dots_part_thousands(text) if dots is None else dots
    for match in at_openings(_NUMBER if worded else _NUMERAL, _OPENINGS, text):
        yield _words(match) if worded and match["words"] else _digits(match, text, dots=dots)


def at_openings(
    pattern: re.Pattern[str], openings: frozenset[str], text: str
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` gives for one that begins with a digit or one of these whole words.

    It is tried there alone, and at words with letters beyond ASCII, which may stand for others.

    >>> found = at_openings(re.compile("(?i:two|3) m"), frozenset(["two"]), "Two men, 3 mice")
    >>> [match[0] for match in found]
    ['Two m', '3 m']
    """
    at = 0
    for opening in _OPENING.finditer(text):
        word = opening[0]
        if opening.start() < at or not (
            word.lower() in openings or word[0].isnumeric() or not word.isascii()
        ):
            continue
        match = pattern.match(text, opening.start())
        if match is not None:
            at = match.end()
            yield match


def value_of(words: str) -> float | None:
    """The value of a text that is one number and nothing else, else None.

    >>> value_of("thirty-two"), value_of("a hundred and fifty"), value_of("1,500"), value_of("many")
    (32.0, 150.0, 1500.0, None)
    """
    found = list(numbers(words.strip()))
    whole = len(found) == 1 and found[0].end - found[0].start == len(words.strip())
    return found[0].value if whole else None


def _words(match: re.Match[str]) -> Number:
    value = _from_words(match["words"].lower())
    if plus := match["words_plus"]:
        *_, part = re.split(r"[\s-]", re.sub(rf"\s{_LARGE}$", "", plus.lower()))
        scale = re.search(rf"{_LARGE}$", plus.lower())
        whole = SCALES[scale[0].removesuffix("s")] if scale else 1.0
        own = _own_scale(match["words"].lower())
        value = (value + own / PARTS[part]) * whole
    return Number(_plain(value), match.start(), match.end(), Form.WORDS)


def _plain(value: float) -> float:
    """The value as it is written: 32.7 billion is 32700000000, not that and four millionths."""
    return float(f"{value:.15g}")


def _own_scale(words: str) -> float:
    """What "and a half" halves: "a million and a half" is half a million more."""
    last = re.split(r"[\s-]", words)[-1].removesuffix("s")
    return SCALES.get(last, 1.0)


def _from_words(phrase: str) -> float:
    """The value of number words such as "thirty-two" or "two hundred and five thousand"."""
    total, current, scaled = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", phrase):
        name = word.removesuffix("s") if word.startswith(("crore", "lakh")) else word
        if name in UNITS or name in TENS:
            current += UNITS.get(name, 0.0) or TENS.get(name, 0.0)
            scaled = False
        elif name == "hundred":
            current = max(current, 1.0) * SCALES[name]
        elif name in SCALES and scaled:
            total *= SCALES[name]
        elif name in SCALES:
            total += max(current, 1.0) * SCALES[name]
            current, scaled = 0.0, True
    return total + current


def _digits(match: re.Match[str], text: str, *, dots: bool | None) -> Number:
    raw = match["digits"]
    part = (match["part"] or "").strip().removeprefix("-")
    if raw in FRACTION_SIGNS:
        value = FRACTION_SIGNS[raw]
    else:
        whole = raw.removesuffix(match["part"] or "")
        value = _numeral(whole, text, match.start("digits") + len(whole), dots=dots) + _fraction(
            part
        )
    if plus := match["digits_plus"]:
        value += 1 / PARTS[re.split(r"\s", plus.lower())[-1]]
    end = match.end()
    if match["scale"]:
        for word in re.findall(r"[a-z]+", match["scale"].lower()):
            value *= SCALES[word.removesuffix("s")]
    elif match["letters"]:
        factor = _letter_scale(match, text)
        value *= factor or 1.0
        end = end if factor else match.start("letters")
    return Number(_plain(round(value, 6)), match.start(), end, Form.DIGITS)


def _fraction(part: str) -> float:
    if "/" in part:
        over, under = part.split("/")
        return int(over) / int(under)
    return FRACTION_SIGNS.get(part, 0.0)


def _letter_scale(match: re.Match[str], text: str) -> float | None:
    """The factor of a letter after digits, or None where "m" is metres and "B" a name."""
    letters = match["letters"].strip(" \u00a0\u202f\u2009")
    if len(letters) > 1:
        return SCALE_LETTERS[letters.lower()]
    before = text[max(0, match.start() - LOOK) : match.start()]
    after = text[match.end() : match.end() + LOOK]
    money = sign_before(before) is not None or money_after(before, after) is not None
    later_range = re.match(r"[-–][$€£]?\d", after) is not None and re.search(r"[$€£]$", before)
    ranged = re.search(r"[$€£][\d.,]{1,9}[mbt]?(?: to |[-–])$", before)
    if letters in "BTtkK":
        named = letters == "K" and len(match["digits"]) == 1
        other = letters in "BTt" or named or re.match(r" (?:run|race|resolution|video|TV)\b", after)
        return SCALE_LETTERS[letters.lower()] if money or ranged or not other else None
    peopled = re.search(
        r"\b(?:(?:population|audience|readership|membership|turnout|city|country|nation|town) of (?:\w+ )?"
        r"|(?:sold|shipped|downloaded|vaccinated"
        r"|displaced|uprooted|employs|employed|killed|infected|fed) "
        r"(?:(?:over|more than|at least|[a-z]{4,7}) )?)$",
        before,
    )
    if match["letters"] == letters and not money:
        money = _is_million(after)
    told = money or later_range or ranged or peopled
    return SCALE_LETTERS[letters.lower()] if told else None


def _is_million(after: str) -> bool:
    """Whether the letter "m" stands before people or tonnes; else it is metres."""
    if is_money_name(after):
        return True
    measure = measure_after(after, digits=False)
    if measure is not None:
        return measure[0] != "second"  # "the 100m second heat"
    if re.match(r"-(?:strong|member)\b", after):
        return True
    metres = re.match(
        r" (?:of (?:mud|water|snow|rain|cable|rope|pipe)"
        r"|hurdles|heats|finals|races|sprints|titles|champions)",
        after,
    )
    return _HAVE.match(after) is not None and metres is None


def _numeral(raw: str, text: str, end: int, *, dots: bool | None) -> float:
    """The value of digits with whatever parts them."""
    if raw.isdecimal():
        return float(raw)
    plain = re.sub("[ \u00a0\u202f\u2009'’]", "", raw)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain) and _is_dot_of_thousands(
        plain, text, end, dots=dots
    ):
        return float(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+,\d{1,2}", plain):
        return float(plain.replace(",", "."))
    return float(plain.replace(",", "").replace("·", "."))


def _is_dot_of_thousands(raw: str, text: str, end: int, *, dots: bool | None) -> bool:
    """Whether the dot in digits such as "15.000" parts thousands, by what follows and by the text."""
    if raw.count(".") > 1 or "," in raw:
        return True
    if raw.startswith("0"):
        return False
    after = text[end : end + LOOK]
    if re.match(r"\s?%| per ?cent| percentage| million| billion| points?\b", after):
        return False
    counted = _COUNTED.match(after) is not None
    if dots is not None:
        return dots or (counted and raw.endswith("000"))
    if raw.endswith("000") or measure_after(after, digits=True) is not None:
        return raw.endswith("000")
    money = money_after(text[max(0, end - LOOK) : end], after) is not None
    return money or counted


def dots_part_thousands(text: str) -> bool | None:
    """Whether `text` writes "15.000" for fifteen thousand, by its other numbers; None if none tells.

    >>> [dots_part_thousands(text) for text in ("1.250.000 or 2,5", "1,200 or 3.5", "15.000")]
    [True, False, None]
    """
    if _PARTED.search(text) is None:
        return None
    dots, commas = len(_EUROPEAN.findall(text)), len(_ENGLISH.findall(text))
    return None if dots == commas else dots > commas
