"""Numbers in running text to values with unit and comparator.

Years, dates, clock times, ordinals, list numbers and numbers that are part of a name are no
quantities. Money has the ISO 4217 code as unit; a range gives two entries, `>=` and `<=`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from claims.extract.number_words import (
    AFTER,
    BEFORE,
    CURRENCIES,
    FRACTIONS,
    PLURAL_SCALES,
    SCALES,
    TENS,
    UNITS,
)
from claims.model.claim import Quantity

_SPACE = "[ \u00a0\u202f]"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|crore|lakh|bn|mn|tn|[mk])"
_WORD = r"(?:" + "|".join([*UNITS, *TENS, "hundred", "thousand", "million", "billion"]) + r")"
_PHRASES = "|".join(
    sorted([*FRACTIONS, *PLURAL_SCALES, "once", "twice"], key=len, reverse=True)
).replace(" ", _SPACE)
_VALUE = re.compile(
    rf"(?P<digits>(?:(?<![\w.,])|(?<=USD)|(?<=GBP)|(?<=EUR)|(?<=SEK)){_DIGITS}(?:(?:{_SPACE}{{1,2}}|-){_SCALE}\b|(?:bn|mn|tn|[mk])\b)?)"
    rf"|\b(?P<indefinite>(?:half{_SPACE})?an?{_SPACE}(?:dozen|hundred|thousand|million|billion))\b"
    rf"|\b(?P<phrase>(?:{_PHRASES}))\b"
    rf"|\b(?P<words>{_WORD}(?:(?:-|{_SPACE}|{_SPACE}and{_SPACE}){_WORD})*)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?<![A-Za-z])(?:(?:US|U\.S\.|A|CA?|NZ|HK|S|R)?\$|[€£¥₹₽₩]|Rs\.?|USD|EUR|GBP|SEK)\s?$",
    re.IGNORECASE,
)
_MONEY_AFTER = re.compile(
    r"[\s-](?:(?:US|U\.S\.|Canadian|Australian)\s)?"
    r"(pounds sterling|" + "|".join(k for k in CURRENCIES if k.isalpha() and len(k) > 2) + r")\b",  # noqa: PLR2004 - signs are shorter
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?%|[\s-]per\s?cent\b", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:\s?%|[\s-]percent)?\s?(?P<mark>[-–]|(?:to|and|or)\s)\s?(?=[\d$€£]|\w+)", re.IGNORECASE
)
_COMPARATOR = re.compile(
    r"\b(" + "|".join(sorted(BEFORE, key=len, reverse=True)) + r")"
    r"(?:\s(?:an?|the|just|only|total|of|additional|estimated|further)){0,3}\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s(" + "|".join(AFTER) + r")\b")
_CLOCK = re.compile(
    r"\s?(?::\d\d|[ap]\.?m\b|o[’']clock|UTC|GMT|EDT|EST|hours?\sUTC)", re.IGNORECASE
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_MONTH_BEFORE = re.compile(
    rf"\b{_MONTH}\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:,|[-–]|and|or|to)\s?)?$"
)
_MONTH_AFTER = re.compile(rf"(?:\s?(?:[-–]|and|to)\s?\d{{1,2}})?(?:\sof)?,?\s{_MONTH}(?![a-z])")
_HARM = re.compile(
    r"^[\w\s]{0,24}\b(?:dead|died|killed|injured|wounded|missing|deaths?)\b|^\s(?:person|vote|victim)\b"
)
_CATALOGUE = re.compile(r"\s[A-Z]\w+\s[a-z]\b")  # "51 Pegasi b"
_GLUED = re.compile(r"(?:km|kg|cm|mm|mph|ft|kW|MW|GW)\b")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b|[-/]\d|[.:]\d")
_UNIT_STOP = frozenset(
    """of in on at by for with from to as and or but that which who than is are was were be been has
    have had will would could can may might must the a an this these those his her its their after
    before during since until while when where if not more less other others so per each between
    under over about into including according also only then said now later ago""".split()
)
_UNIT_WORD = re.compile(r"(?:[\s-]{1,2}|(?=km|kg|cm|mm|mph|ft|kW|MW|GW))([A-Za-zÀ-ž][\w’'-]*)")
_YEAR_LOW, _YEAR_HIGH = 1000, 2100
_LOOK = 48
_IRREGULAR = {"feet": "foot"}
_PLAIN_UNIT = (
    r"(?:(?:year|month|week|day|hour|minute|second|decade|mile|kilomet(?:re|er)|met(?:re|er)|acre"
    r"|hectare|tonne?|degree|time)s?|centur(?:y|ies)|foot|magnitude)(?:-\w+)*$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A number as matched, before its surroundings are read."""

    value: float
    start: int
    end: int
    implied: str | None  # comparator or unit that the words themselves imply
    digits: bool


def quantities(text: str, *, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of `text`; `start` and `end` count from its beginning plus `offset`.

    >>> [(q.value, q.unit, q.comparator) for q in quantities("more than 15,000 Soviet soldiers died")]
    [(15000.0, 'Soviet soldiers', '>')]
    """
    found = [_read(m) for m in _VALUE.finditer(text)]
    kept: list[Quantity] = []
    skip_to = -1
    for i, number in enumerate(found):
        if number.start < skip_to or not _is_quantity(text, number):
            continue
        upper = found[i + 1] if i + 1 < len(found) else None
        if upper is not None and _is_range(text, number, upper):
            kept += _range(text, number, upper)
            skip_to = upper.end
            continue
        kept.append(_single(text, number))
    return tuple(replace(q, start=q.start + offset, end=q.end + offset) for q in kept)


def _read(match: re.Match[str]) -> _Found:
    start, end = match.span()
    raw = re.sub(r"\s+", " ", match[0].lower())
    if match["phrase"]:
        if raw in {"once", "twice"}:
            return _Found(1.0 if raw == "once" else 2.0, start, end, "time", digits=False)
        if raw in FRACTIONS:
            return _Found(FRACTIONS[raw], start, end, "percent", digits=False)
        return _Found(PLURAL_SCALES[raw], start, end, ">=", digits=False)
    if match["indefinite"]:
        factor = 0.5 if raw.startswith("half") else 1.0
        return _Found(factor * SCALES[raw.split()[-1]], start, end, None, digits=False)
    if match["words"]:
        return _Found(_from_words(raw), start, end, None, digits=False)
    number = re.match(r"[\d,.\s]+", raw)
    digits = number[0] if number else raw
    scale = raw[len(digits) :].strip(" -")
    value = float(re.sub(r"[,\s]", "", digits).rstrip("."))
    return _Found(round(value * SCALES.get(scale, 1.0), 6), start, end, None, digits=True)


def _from_words(phrase: str) -> float:
    """The value of number words such as "thirty-two" or "two hundred and five thousand"."""
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", phrase):
        if word in UNITS:
            current += UNITS[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "hundred":
            current = max(current, 1.0) * SCALES[word]
        elif word in SCALES:
            total += max(current, 1.0) * SCALES[word]
            current = 0.0
    return total + current


def _is_quantity(text: str, number: _Found) -> bool:
    before = text[max(0, number.start - _LOOK) : number.start]
    after = text[number.end : number.end + _LOOK]
    if not number.digits:
        return _word_counts(text[number.start : number.end].lower(), before, after)
    if _SIGN.search(before) or _PERCENT.match(after) or _MONEY_AFTER.match(after):
        return True
    if _CLOCK.match(after) or _ORDINAL.match(after) or re.search(r"[:/]$|[A-Za-z][-–]$", before):
        return False
    if (after[:1].isalpha() and not _GLUED.match(after)) or _CATALOGUE.match(after):
        return False
    if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(after):
        return False
    year = _is_year(text[number.start : number.end], number.value, before=before, after=after)
    return not (year or _is_name(before, after))


def _word_counts(word: str, before: str, after: str) -> bool:
    """Whether a number word counts something ("one" rarely does)."""
    if word in FRACTIONS and re.search(r"half|third|quarter|fifth", word):
        return re.match(r"\s(?:of|majority)\b", after) is not None
    if re.match(r"\sand\s(?:two|three|one|a)[\s-](?:half|third|quarter|fifth)", after):
        return False
    if word == "one":
        measured = re.match(rf"[\s-](?:percent|per\scent|{_PLAIN_UNIT[:-1]})\b", after)
        idle = re.match(r"\s(?:day|another|side|hand|thing)\b", after)
        return idle is None and bool(measured or _HARM.search(after))
    if word == "zero" and after.startswith("-"):
        return False
    return not re.search(r"\b(?:the other|big)\s$", before, re.IGNORECASE)


def _is_year(raw: str, value: float, *, before: str, after: str) -> bool:
    if not (raw.isdigit() and len(raw) == 4 and _YEAR_LOW <= value <= _YEAR_HIGH):  # noqa: PLR2004 - a year has four digits
        return False
    if re.match(r"\s?\(|\s(?:UTC|local)|s\b|[-–]", after):
        return True
    measured = re.match(rf"\s(?:km|mi|ft|m|{_PLAIN_UNIT[:-1]})\b", after)
    if measured or (_COMPARATOR.search(before) and re.match(r"\s[A-Za-z]", after)):
        return False
    follows = _UNIT_WORD.match(after)
    if follows is None or follows[1].lower() in _UNIT_STOP or follows[1][0].isupper():
        return True
    if re.search(r"\b(?:the|and|in|since|by|early|late|\d{4},)\s$", before, re.IGNORECASE):
        return True
    return not (follows[1].endswith("s") or follows[1].endswith("people"))


def _is_name(before: str, after: str) -> bool:
    """Whether the number belongs to a name: "Flight 610", "Region 12", "No. 5"."""
    if re.search(
        r"\b(?:No|no|nos|number|Number|Article|Section|page|p|[Rr]esolution|[Ff]light|article|chapter"
        r"|paragraph|aged?|magnitude)\.?\s$",
        before,
    ):
        return re.search(r"\b(?:aged?|magnitude)\s$", before, re.IGNORECASE) is None
    named = re.search(r"(?:^|[\s(])([A-Z][\w’'-]*)\s$", before)
    if named is None or named[1] in {"The", "A", "In", "Of", "About", "Some", "Over", "At", "Only"}:
        return False
    sentence_start = re.search(r"(?:^|[.!?]\s)[A-Z][\w’'-]*\s$", before) is not None
    if sentence_start and named[1].lower() in {*BEFORE, "nearly", "almost", "another", "all"}:
        return False
    return re.match(r"\s[a-z]\w*s\b", after) is None and named[1] != "Magnitude"


def _is_range(text: str, low: _Found, high: _Found) -> bool:
    between = text[low.end : high.start]
    if len(between) > _LOOK:
        return False
    match = re.fullmatch(
        r"(?:\s?%|[\s-]per\s?cent)?(\s?[-–]\s?|\sto\s|\sand\s)(?:[$€£]|US\$)?", between
    )
    if match is None or low.value > high.value:
        return False
    joint = match[1].strip()
    before = text[max(0, low.start - _LOOK) : low.start].lower()
    if joint == "and":
        return before.rstrip(" $€£").endswith("between")
    if joint == "to" and re.search(r"\b(?:from|rose|fell|increased|up)\s[$€£]?$", before):
        return False
    return joint == "to" or (low.digits and high.digits)


def _range(text: str, low: _Found, high: _Found) -> list[Quantity]:
    top = _single(text, high)
    scale = 1.0
    raised = re.search(r"(hundred|thousand|million|billion|trillion|bn|[mk])$", top.exact.lower())
    own_scale = re.search(r"[a-z]{3,}$", text[low.start : low.end].lower()) if low.digits else None
    if raised and own_scale is None and low.value < SCALES[raised[1]]:
        scale = SCALES[raised[1]]
    bottom = Quantity(
        round(low.value * scale, 6), top.unit, ">=", text[low.start : low.end], low.start, low.end
    )
    return [bottom, replace(top, comparator="<=")]


def _single(text: str, number: _Found) -> Quantity:
    before = text[max(0, number.start - _LOOK) : number.start]
    after = text[number.end : number.end + _LOOK]
    sign = _SIGN.search(before)
    start = number.start - (len(sign[0]) if sign else 0)
    before = text[max(0, start - _LOOK) : start]
    comparator = _comparator(before, after, number)
    unit, end = _unit(text, number, sign[0].strip().lower() if sign else None)
    return Quantity(number.value, unit, comparator, text[start:end], start, end)


def _comparator(before: str, after: str, number: _Found) -> str | None:
    match = _COMPARATOR.search(before)
    if match:
        return BEFORE[match[1].lower()]
    follows = _AFTER.match(after)
    if follows:
        return AFTER[follows[1]]
    return ">=" if number.implied == ">=" else None


def _unit(text: str, number: _Found, sign: str | None) -> tuple[str | None, int]:
    """The unit, and where the number's own words end."""
    before = text[max(0, number.start - _LOOK) : number.start]
    after = text[number.end : number.end + _LOOK]
    if sign:
        return CURRENCIES.get(sign, "USD"), number.end
    if percent := _PERCENT.match(after):
        return "percent", number.end + percent.end()
    if money := _MONEY_AFTER.match(after):
        return CURRENCIES[money[1].lower()], number.end + money.end()
    if re.search(r"\baged?\s$|[A-Z][\w’'-]*\s?,\s$", before) and re.match(r"\s?[,.;)]", after):
        return "year", number.end
    if re.search(r"\bmagnitude(?:\sof)?\s$", before, re.IGNORECASE):
        return "magnitude", number.end
    return number.implied if number.implied in {"percent", "time"} else _noun(after), number.end


def _noun(after: str) -> str | None:
    """The noun phrase after a number: at most three words, up to a verb, a preposition or a mark."""
    words: list[str] = []
    of = re.match(r"\sof\s(?:the\s|his\s|her\s|its\s|these\s)?", after)
    at = len(of[0]) - 1 if of else 0
    while len(words) < 3 and (match := _UNIT_WORD.match(after, at)):  # noqa: PLR2004 - longer is no unit
        word = match[1]
        if word.lower() in _UNIT_STOP or (words and word.endswith("ed")):
            break
        words.append(word)
        at = match.end()
        if word in _IRREGULAR or re.match(_PLAIN_UNIT, word):
            return _singular(word)
        if word.endswith("s") or word.lower() in {"people", "men", "women", "children"}:
            break
    return " ".join(words) or None


def _singular(word: str) -> str:
    word = word.split("-", 1)[0]
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return "century" if word == "centuries" else word.removesuffix("s")
