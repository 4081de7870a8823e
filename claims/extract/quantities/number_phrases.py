"""Numbers told without a plain numeral to values: fractions, "one in five", "dozens", "doubled".

A share is told in percent ("two thirds", "one in five", "majority", "halved"); a multiple has unit
`times` ("doubled" is 2 times, "threefold" 3), an occasion `time` ("twice"). Vague plurals are lower bounds.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.extract.grammar.number_words import (
    DECADES,
    MULTIPLES,
    ONES,
    PARTS,
    PLURAL_SCALES,
    SCALES,
    TENS,
)
from claims.extract.quantities.comparators import comparator
from claims.extract.quantities.measures import NAMED, TIMES, WORD_PATTERN, measure_after
from claims.extract.quantities.number_shares import is_part_of, is_share, needed, value_of_fraction
from claims.extract.quantities.number_values import (
    LOOK,
    NUMBER_WORDS,
    Form,
    Number,
    at_openings,
    value_of,
    words_of,
)
from claims.extract.quantities.ratios import PARTED, RATIO, share_of_ratio, share_parted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SCALE = "(?:hundred|thousand|million|billion|trillion|dozen|crore|lakh)"
_NUMERATOR = "an?|" + "|".join(ONES)
_FRACTION = (
    rf"(?:(?:{_NUMERATOR})[ \u00a0-](?:{'|'.join(PARTS)})s?|half|quarter|[1-7]/[2-8](?![\d/]))"
)
_PLURAL = "|".join(PLURAL_SCALES)
_TENS = f"(?:{'|'.join(TENS)})"
_PHRASE = re.compile(
    rf"(?<![\w.,/-])(?:"
    rf"{RATIO}|{PARTED}"
    rf"|(?P<part_of_scale>(?:(?:an?|one) )?{_FRACTION}(?: of)?[ -](?:an? )?(?P<scale>{_SCALE}))\b"
    rf"|(?P<parts>(?<=between )(?P<low_part>{_FRACTION}) and (?P<high_part>{_FRACTION}))\b"
    rf"|(?P<fraction>{_FRACTION})\b"
    rf"|(?P<and_half>(?=(?:[a-z-]+ ){{1,4}}and a )(?:(?:an?|one) )?(?P<whole>{WORD_PATTERN})(?<!s)"
    rf" and a (?P<more>half|quarter|third)(?! of\b))\b"
    rf"|(?P<hyphened>(?:an?[ -])?(?P<hyphen_whole>{_SCALE}|{WORD_PATTERN})-and-a-half)\b"
    rf"|(?P<an>an?)(?= {WORD_PATTERN}\b)"
    rf"|(?P<either>(?P<less>tens|dozens|hundreds) or (?P<rest>(?:hundreds|thousands) of (?:{_PLURAL})))\b"
    rf"|(?P<plural>(?:(?:tens|dozens|hundreds|thousands) of (?:{_PLURAL})|{_PLURAL}))\b"
    rf"|(?P<vague>(?P<how>several|(?:a )?few|many|a couple(?: of)?) (?P<vague_scale>{_SCALE}))\b"
    rf"|(?P<dozen>(?<=another )dozen)\b"
    rf"|(?P<multiple>(?:(?:{'|'.join(MULTIPLES)})(?:ed|ing)"
    rf"|(?:(?<=to )|(?<=will )|(?<=would )|(?<=could )|(?<=should )|(?<=may )|(?<=might )|(?<=can ))"
    rf"(?:double|triple|treble|quadruple|quintuple|halve)"
    rf"|double(?= (?:the|that|its|their|his|her|what|last)\b)|halv(?:ed|ing)"
    r"|(?:halves|doubles|triples|trebles|quadruples)(?= (?:the|its|their|his|her|that|your|our)\b)"
    rf")\b(?! (?:down|back|over|as|check|book|park|fault)\b))"
    rf"|(?P<fold>(?:(?:{_TENS}-)?(?:two|three|four|five|six|seven|eight|nine)|ten|{_TENS}|hundred|thousand"
    rf"|\d{{1,4}})-?fold)\b"
    rf"|(?P<occasion>once|twice|thrice)\b"
    rf"|(?P<ages>(?:(?<=in his )|(?<=in her )|(?<=in their ))(?:early[ -]|mid[ -]|late[ -])?"
    rf"(?P<decade>[1-9]0s|{'|'.join(DECADES)}))\b"
    rf"|(?P<group>(?:under|over)(?:[ -](?P<age>\d\d)s|-(?P<limit>\d\d)(?= [a-z])"
    rf"|-(?P<few>twos|threes|fours|fives|sixes|sevens|eights|nines|tens|twelves)))\b"
    rf"|(?P<majority>majority)\b"
    rf"|(?P<single>(?:not )?a single)\b(?= [a-z])"
    rf"|(?P<nth>\d{{1,4}}(?:st|nd|rd|th))(?= (?:birthday|anniversary)\b)"
    rf")",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_TRIGGERS = (
    NUMBER_WORDS
    | frozenset([*PARTS, *(f"{part}s" for part in PARTS), *PLURAL_SCALES, *DECADES])
    | frozenset(word for name in NAMED for word in re.split("[ -]", name))
    | frozenset(f"{stem}{end}" for stem in MULTIPLES for end in ("e", "es", "ed", "ing"))
    | frozenset(f"{number}fold" for number in [*ONES, *TENS, *SCALES, "ten"])
    | frozenset("twos threes fours fives sixes sevens eights nines twelves".split())
    | frozenset("halve halved halving halves fold couple once twice thrice majority single".split())
)
"""One of these words, or a digit, is in every set phrase."""

_OPENINGS = _TRIGGERS | frozenset(
    """a an half several few many double triple treble quadruple quintuple early mid late under over
    not""".split()
)
"""With one of these words, or a digit, each begins."""

_PART_OF_MEASURE = re.compile(rf"(?: of)?[ -](?:an? )?(?P<unit>{WORD_PATTERN})\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:without|(?:not|\w+n[’']t)(?: [a-z]+){1,2}) $", re.IGNORECASE)
_TAKING = re.compile(
    r"\b(?:takes?|took|taken|taking|spent|spend|requir\w+|last(?:s|ed)?|for|needs?|needed) $",
    re.IGNORECASE,
)
_THAN_BEFORE = re.compile(
    r"(?:\b(?:fewer|lower|higher|greater|smaller|larger|better|worse|cheaper)"
    r"|(?:%|\d[a-z]{0,2}|cent|percent|points?|million|billion|\d (?:[a-z]+ ){1,2}[a-z]+)"
    r" (?:more|less)) than $"
)
_LONG = frozenset("minute hour week fortnight month year decade".split())
_COMPARE = re.compile(r"\s(?:as|the|that|more|higher|larger|bigger|greater|its|their)\b")


def phrases(text: str) -> Iterator[Number]:
    """The set phrases of `text` that stand for numbers, from left to right.

    >>> [(n.value, n.unit) for n in phrases("one in five, two-thirds of them, and sales doubled")]
    [(20.0, 'percent'), (66.67, 'percent'), (2.0, 'times')]
    """
    if not _DIGIT.search(text) and _TRIGGERS.isdisjoint(words_of(text)):
        return
    for match in at_openings(_PHRASE, _OPENINGS, text):
        before = text[max(0, match.start() - LOOK) : match.start()]
        after = text[match.end() : match.end() + LOOK]
        for kind, read in _READERS:
            if match[kind]:
                yield from read(match, before, after)
                break


def _ratio(match: re.Match[str], _before: str, after: str) -> Iterator[Number]:
    """A ratio such as "one in five" or "nine houses in ten" as percent."""
    share = share_of_ratio(match, after) if match["ratio"] else share_parted(match, after)
    if share is not None:
        yield _of(match, share, unit="percent")


def _part_of_scale(match: re.Match[str], before: str, _after: str) -> Iterator[Number]:
    if re.search(r"(?:first|second|other|third|latter)[ -]$", before):
        return
    part = re.sub(
        rf"(?: of)?[ -](?:an? )?{_SCALE}$", "", match["part_of_scale"], flags=re.IGNORECASE
    )
    yield _of(match, round(value_of_fraction(part) * SCALES[match["scale"].lower()], 6))


_POINT = re.compile(r" (?:of )?a point\b")
_RATE = re.compile(r"\b(?:rates?|yields?|interest|inflation)\b|%|per\s?cent", re.IGNORECASE)
"""What "half a point" is a point of, if it is one of percent."""


def _fraction(match: re.Match[str], before: str, after: str) -> Iterator[Number]:
    words = match["fraction"].lower()
    value = value_of_fraction(words)
    measured, point = _PART_OF_MEASURE.match(after), _POINT.match(after)
    if point is not None:
        if _RATE.search(before) or _RATE.search(after):
            told = _of(match, round(value, 4), unit="percentage point")
            yield replace(told, end=match.end() + point.end())
    elif measured is not None and is_part_of(measured[0], measured["unit"], words, before=before):
        told = _of(match, round(value, 4), unit=NAMED[measured["unit"].lower()])
        yield replace(told, end=match.end() + measured.end())
    elif is_share(words, before, after):
        yield _of(match, round(100 * value, 2), unit="percent", comparator=needed(before, after))


def _parts(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    """The ends of "between a quarter and a third"."""
    for part, sign in (("low_part", ">="), ("high_part", "<=")):
        value = round(100 * value_of_fraction(match[part].lower()), 2)
        yield Number(value, match.start(part), match.end(part), Form.PHRASE, "percent", sign)


def _and_half(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    yield _of(
        match, 1 + round(1 / PARTS[match["more"].lower()], 4), unit=NAMED[match["whole"].lower()]
    )


def _an(match: re.Match[str], before: str, after: str) -> Iterator[Number]:
    """A bare "a year" counts only within a bound ("over a year") or as a length ("a week-long stay")."""
    measured = measure_after(after, digits=False)
    if measured is None:
        return
    unit, size = measured
    if unit in TIMES and _THAN_BEFORE.search(before):
        return  # "a tenth fewer than a year ago"
    bound = comparator(before, "", unit=unit) if before else None
    told = re.match(r"-(?:long|old)\b", after[size:])
    if (
        told
        or _is_length(unit, before, after[size:])
        or (bound and not re.search(r"\b(?:some|several|limited to|over) $", before))
        or (
            bound
            and re.search(
                r"\b(?:for|somewhat|just|little|well|of|after|took|slightly|waited|lasted|spent) over $",
                before,
            )
        )
    ):
        yield replace(_of(match, 1.0, unit=unit), end=match.end() + size)


def _hyphened(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    """A whole and a half in hyphens: "a year-and-a-half", "million-and-a-half"."""
    whole = match["hyphen_whole"].lower()
    if whole in SCALES:
        yield _of(match, 1.5 * SCALES[whole])
    else:
        yield _of(match, 1.5, unit=NAMED[whole])


def _is_length(unit: str, before: str, rest: str) -> bool:
    """Whether "a year" tells how long: "takes a year", "a year of planning", "a year later"."""
    if unit not in _LONG or re.search(r"(?:\d|%|\b(?:times|once|twice)) $", before):
        return False
    if unit == "fortnight" and re.match(r" (?:to go|ago|earlier|before)\b", rest):
        return True
    if re.match(r" of [a-z]", rest) or re.match(r" (?:later|after)\b", rest):
        return True
    return _TAKING.search(before) is not None


def _either(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    """The lower bounds of "tens or hundreds of thousands"."""
    first, scale = match["rest"].lower().split(" of ")
    for word in (match["less"].lower(), first):
        yield _of(match, PLURAL_SCALES[word] * PLURAL_SCALES[scale], comparator=">=")


def _plural(match: re.Match[str], before: str, after: str) -> Iterator[Number]:
    words = match["plural"].lower().split(" of ")
    first = words[0]
    if len(words) == 1 and first in {"scores", "tens"} and not after.startswith((" of ", " more ")):
        return
    if first == "scores" and re.search(r"\b(?:the|test|exam|credit|their|his|her) $", before):
        return
    value = PLURAL_SCALES[first]
    if len(words) > 1:
        value = {"dozens": 24.0}.get(first, value) * PLURAL_SCALES[words[1]]
    yield _of(match, value, comparator=">=")


def _vague(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    couple = "couple" in match["how"].lower()
    value = SCALES[match["vague_scale"].lower()] * (2 if couple else 1)
    yield _of(match, value, comparator="~" if couple else ">")


def _dozen(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    yield _of(match, 12.0)


def _multiple(match: re.Match[str], before: str, _after: str) -> Iterator[Number]:
    words = match["multiple"].lower()
    if words.endswith("es") and re.search(r"\b(?:the|both|two|in|of|and|men[’']s|mixed) $", before):
        return  # halves of a game, doubles in tennis
    if words.startswith("halv"):
        yield _of(match, 50.0, unit="percent")
    elif not re.search(r"\b(?:a|an|the|of) $", before) or not words.endswith("ed"):
        stem = next(s for s in MULTIPLES if words.startswith(s[:5]))
        yield _of(match, MULTIPLES[stem], unit="times")


def _fold(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    word = re.sub("-?fold$", "", match["fold"].lower())
    value = SCALES.get(word) or value_of(word)
    if value:
        yield _of(match, value, unit="times")


def _occasion(match: re.Match[str], before: str, after: str) -> Iterator[Number]:
    """The word "once" counts only when bounded or per something: it is mostly "formerly" or "as soon as"."""
    word = match["occasion"].lower()
    if word == "once":
        bounded = re.search(r"\b(?:only|than|least|just) $", before, re.IGNORECASE)
        if not (
            bounded
            or re.match(
                r" (?:every|an?|each|per) (?:\w+ )?(?:week|day|month|year|hour|decade)", after
            )
        ):
            return
    elif re.match(r"-\w+ed\b|-(?:monthly|weekly|yearly|daily)", after) or re.search(
        r"\bthink $", before
    ):
        return
    value = {"once": 1.0, "twice": 2.0, "thrice": 3.0}[word]
    yield _of(match, value, unit="times" if _COMPARE.match(after) and word != "once" else "time")


def _ages(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    word = match["decade"].lower()
    low = float(word[:-1]) if word[0].isdigit() else DECADES[word]
    high = 19.0 if word == "teens" else low + 9
    yield _of(match, low, unit="year", comparator=">=")
    yield _of(match, high, unit="year", comparator="<=")


def _group(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    sign = "<" if match["group"].lower().startswith("u") else ">"
    few = re.sub("(?<=x)es$|s$", "", (match["few"] or "").lower())
    value = value_of(match["age"] or match["limit"] or few)
    if value:
        yield _of(match, value, unit="year", comparator=sign)


def _majority(match: re.Match[str], before: str, after: str) -> Iterator[Number]:
    """A majority of the voters is more than half of them; a majority of 20 seats is not."""
    named = re.search(
        r"\b(?:an?|the|by)(?: (?:simple|absolute|clear|narrow|vast|overwhelming|bare|slim"
        r"|large|great|solid))? $",
        before,
        re.IGNORECASE,
    )
    simple = re.search(r"\b(?:simple|absolute) $", before, re.IGNORECASE)
    of = re.match(
        r" of (?!\d|just|only|about|at|one|two|three|four|five|six|seven|eight|nine|ten)", after
    )
    if (named and of) or simple:
        yield _of(match, 50.0, unit="percent", comparator=">")


def _single(match: re.Match[str], before: str, _after: str) -> Iterator[Number]:
    """None where it is denied ("without a single case"), else one."""
    denied = match["single"].lower().startswith("not") or _DENIED.search(before)
    yield _of(match, 0.0 if denied else 1.0)


def _nth(match: re.Match[str], _before: str, _after: str) -> Iterator[Number]:
    """A birthday or an anniversary tells years."""
    yield _of(match, float(match["nth"][:-2]), unit="year")


def _of(
    match: re.Match[str], value: float, *, unit: str | None = None, comparator: str | None = None
) -> Number:
    return Number(value, match.start(), match.end(), Form.PHRASE, unit, comparator)


_READERS: tuple[tuple[str, Callable[[re.Match[str], str, str], Iterator[Number]]], ...] = (
    ("ratio", _ratio),
    ("parted", _ratio),
    ("part_of_scale", _part_of_scale),
    ("parts", _parts),
    ("fraction", _fraction),
    ("and_half", _and_half),
    ("hyphened", _hyphened),
    ("an", _an),
    ("either", _either),
    ("plural", _plural),
    ("vague", _vague),
    ("dozen", _dozen),
    ("multiple", _multiple),
    ("fold", _fold),
    ("occasion", _occasion),
    ("ages", _ages),
    ("group", _group),
    ("majority", _majority),
    ("single", _single),
    ("nth", _nth),
)
