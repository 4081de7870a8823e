"""What a number counts: percent, money, a measure, years of age, or the noun phrase after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.extract.grammar.number_words import ONES
from claims.extract.grammar.verbs import AUXILIARIES, NOUNS_TOO, PAST, PRESENT
from claims.extract.quantities.ages import is_age
from claims.extract.quantities.comparators import AFTER as AFTER_NUMBER
from claims.extract.quantities.currencies import money_after, sign_at, whose_dollar
from claims.extract.quantities.measures import measure_after, plainer
from claims.extract.quantities.number_values import LOOK, Form, Number
from claims.extract.quantities.shared_money import money_of, shared_money_after

PERCENT = re.compile(
    r"\s?%(?![\s-]points?\b)|[\s-](?:per\s?cent|pct|percentage)\b(?![\s-]points?\b)|pc\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?:\sof (?:a|one))?(?:\s?%|[\s-]per\s?cent(?:age)?)[\s-]points?\b"
    r"|\spoints?(?=\s(?:to|from)\s\d[\d.,]*\s?(?:%|per\s?cent))",
    re.IGNORECASE,
)
_CAN_BE_VERBS = frozenset("left cut cast set hit put lost felt made found sold".split())
"""Past tenses that also begin a noun phrase: "two lost dogs", "ten cut flowers"."""

_VERBS = PRESENT - NOUNS_TOO - {"accounts", "ends", "grants"} | {"takes"}
_HARMED = frozenset("missing injured wounded".split())
_HARMED_NEXT = re.compile(r" (?:people|men|women|children|(?!this\b)[a-z]{3,}[^s\W]s)\b")
_OBJECT = re.compile(r" (?:the|an?|his|her|its|their|our|my|all|it|them|him)\b")
_STOP = (
    frozenset(
        """of in on upon at by for with from to as and or but that which who whom whose than into about over
        under between before after during since until while when where if because so per each not a
        an the this these those his her its their our my your it he she they them us we i you there then now
        once later ago also only including according across towards toward versus vs via through against
        within without among amid around along plus minus yes no both either neither always perhaps
        apart away aboard strong out up down off back home nearby today yesterday tomorrow again times says
        dead killed injured wounded missing died hurt less fewer others other more total above below
        monday tuesday wednesday thursday friday saturday sunday""".split()
    )
    | AUXILIARIES
    | (PAST - _CAN_BE_VERBS)
    | frozenset("need lack await suffer remain want say believe receive require earn".split())
)
_LEADING = frozenset(
    """more other additional further separate different new consecutive straight whole full entire
    such main similar remaining known key major""".split()
)
_PLURALS = frozenset(
    """people men women children police cattle sheep fish aircraft staff personnel troops teeth feet mice
    geese servicemen servicewomen policemen gunmen firefighters fishermen businessmen spacecraft
    salmon clergy militia infantry youth dice crew""".split()
)
_WORD = re.compile(r"[ \u00a0-]{1,2}([A-Za-zÀ-ž][\w’'&-]*)")
_MODEL = re.compile(r" \d{1,3}[A-Za-z]?(?![\w,.%-])")
"""The number of a model inside a noun phrase: "430 Model 3 cars"."""

_MANY = ("children", "women", "smen")
"""How plurals without an s end: "grandchildren", "craftsmen"."""

_NOT_PLURAL = ("ss", "us", "is", "’s", "'s")
_OF = re.compile(
    r"(?:\shead)?\sof\s"
    r"(?:(?:the|his|her|its|their|these|those|our|all|an estimated|some|nearly|about)\s){0,2}"
    r"(?:(?:[\w-]+\s)?[\w-]+[’']s?\s)?(?:(?:past|last|first|next|previous|opening)\s)?(?:[\d,.]+(?=\s)\s|(?:two|three|four|five|six"
    r"|(?:four|six|seven|eight|nine)teen|thirteen|fifteen|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|hundred)\s)?"
)
_VOTES = re.compile(r"\d[-–]$")
"""What the second number of a vote has before it: "a 2-1 ruling"."""

_LY_NOUNS = frozenset("family monthly weekly daily early elderly".split())
_MOST = 5
MINUS = re.compile(r"(?:^|(?<=[\s(]))([-−–]|minus )$", re.IGNORECASE)
_BELOW_ZERO = re.compile(
    r"\b(?:at|of|to|from|below|above|under|over|was|is|were|reached|hit|around|about|and|than)"
    r" (minus |[-−])$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\s(?:as|the|that|what|its|their|his|more|less|fewer|higher|lower|greater|larger|bigger|smaller|faster"
    r"|(?:(?:forward|trailing|annual|core|adjusted|expected|estimated) )?"
    r"(?:earnings|revenues?|sales|profits?|book)"
    r"|\w+ier)\b"
)
_HARMED_BEFORE = re.compile(
    r"\b(?:kill(?:ed|ing|s)?|wound(?:ed|ing|s)|injur(?:ed|ing|es)|hospitali[sz](?:ed|ing)|arrest(?:ed|ing)"
    r"|detain(?:ed|ing))(?: (?:at|least|more|than|nearly|up|to|about|some|around|over|as|many|only"
    r"|another|an|estimated|roughly|approximately|almost|just))* $",
    re.IGNORECASE,
)
_HARMED_AFTER = re.compile(
    r"(?: others?| more)?(?: (?:was|were|are|is|have been|had been|has been|being|left|feared"
    r"|confirmed|reported|still|remain|dead|or|and))* (?:dead|killed|injured|wounded|missing|died"
    r"|hurt|arrested|detained|hospitali[sz]ed|pronounced)\b"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """The unit, where the quantity begins and ends with its sign, and what a coin divides by."""

    name: str | None
    start: int
    end: int
    factor: float
    reach: int
    """Where the words of the unit end: a comparator may follow there."""


def unit_of(text: str, number: Number) -> Unit:
    """The unit of `number` in `text`.

    >>> from claims.extract.quantities.number_values import numbers
    >>> text = "a €3bn plan for 200 young Polish farmers, 5 km away"
    >>> [unit_of(text, n).name for n in numbers(text)]
    ['EUR', 'young Polish farmers', 'kilometre']
    """
    start, end = number.start, number.end
    base = end
    before = text[max(0, start - LOOK) : start]
    after = text[end : end + LOOK]
    if number.unit is not None:
        name, factor = plainer(number.unit, number.value, phrase=True)
        return Unit(name, start, end, factor, end)
    bound = AFTER_NUMBER.match(after)
    if bound:
        after, base = after[bound.end() :], end + bound.end()
    sign = sign_at(text, start, end) if number.form is Form.DIGITS else None
    if sign is not None:
        dollar = whose_dollar(after) if text[start - sign[1] : start].strip() == "$" else None
        code, size = dollar or (sign[0], 0)
        return Unit(code, start - sign[1], end + size, 1.0, end + size)
    if percent := PERCENT.match(after):
        return _signed(
            Unit("percent", start, base + percent.end(), 1.0, base + percent.end()), before
        )
    if money := money_after(before, after):
        code = money_of(after[: money[1]], money[0], text)
        return Unit(code, start, base + money[1], money[2], base + money[1])
    if shared := shared_money_after(after, text):
        return Unit(shared[0], start, base + shared[1], 1.0, base + shared[1])
    unit = _measured(number, before, after, base) or _signed(
        _named_unit(number, before, after), before
    )
    aged = unit.name is None and bound and bound[0].endswith(("older", "younger"))
    return replace(unit, name="year") if aged else unit


def _signed(unit: Unit, before: str) -> Unit:
    """A bare number or percent below zero where "minus" stands before: "from minus 0.1 percent"."""
    below = _BELOW_ZERO.search(before) if unit.name in {None, "percent"} else None
    return replace(unit, start=unit.start - len(below[1]), factor=-1.0) if below else unit


def _measured(number: Number, before: str, after: str, base: int) -> Unit | None:
    """A measure, below zero where a minus stands before degrees."""
    measure = measure_after(after, digits=number.form is Form.DIGITS)
    if measure is None:
        return None
    warm = measure[0].startswith("degree")
    below = MINUS.search(before) if warm else None
    under = re.match(r" below zero\b", after[measure[1] :]) if warm else None
    start = number.start - (len(below[1]) if below else 0)
    name, factor = plainer(measure[0], number.value, phrase=False)
    reach = base + measure[1] + (under.end() if under else 0)
    end = number.end if name == measure[0] and not under else reach
    return Unit(name, start, end, -1.0 if below or under else factor, reach)


def _named_unit(number: Number, before: str, after: str) -> Unit:
    name, size = _name_of(number.value, before, after)
    return Unit(name, number.start, number.end, 1.0, number.end + size)


@lru_cache(maxsize=512)  # rows of numbers have the same around them again and again
def _name_of(value: float, before: str, after: str) -> tuple[str | None, int]:
    """What a number counts, by its name, and how far that reaches."""
    name, size = None, 0
    if points := _POINTS.match(after):
        name, size = "percentage point", points.end()
    elif is_age(value, before, after):
        name = "year"
    elif label := re.search(r"\b(magnitude|category)(?: of)?[ -]$", before, re.IGNORECASE):
        name = label[1].lower()
    elif richter := re.match(r"(?: magnitude\b| on (?:the )?Richter(?: scale)?\b)", after):
        name, size = "magnitude", richter.end()
    elif re.search(r"\bfactor of $", before):
        name = "times"
    elif times := re.match(r"\stimes?\b", after):
        multiple = _COMPARED.match(after[times.end() :]) or value % 1
        name, size = ("times" if multiple else "time"), times.end()
    elif found := _noun(after, one=value == 1 and _VOTES.search(before) is None):
        name, size = found
    elif _HARMED_BEFORE.search(before) or _HARMED_AFTER.match(after):
        name = "people"
    return name, size


def counted_noun(after: str, *, one: bool = False) -> str | None:
    """The noun phrase that begins `after`: up to a plural, a verb, a preposition or a mark.

    Without a plural only a name ("100 Taliban") or what follows `one` is a noun.

    >>> counted_noun(" Soviet soldiers died"), counted_noun(" of the seats"), counted_noun(" in all")
    ('Soviet soldiers', 'seats', None)
    """
    found = _noun(after, one=one)
    return found[0] if found else None


def _noun(after: str, *, one: bool) -> tuple[str, int] | None:
    hyphened = re.match(r"-([a-zà-ž]{2,})(?=[\s.,;)-]|$)", after)
    if hyphened:
        return None if hyphened[1] in _STOP else (hyphened[1], hyphened.end())
    of = _OF.match(after)
    words, at = _phrase(after, len(of[0]) - 1 if of else 0)
    if len(words) > 1 and words[-1] in _CAN_BE_VERBS and _OBJECT.match(after, at):
        at -= len(words.pop()) + 1  # "a single dose cut the risk"
    if not words or (of and words[0].endswith("ed")) or words[0].lower() in ONES:
        return None  # "up from 220,000 two years earlier"
    named = words[0][0].isupper() or one
    ended = words[-1] if one else words[0]
    if _is_plural(words[-1]) or (named and not ended.endswith(("ed", "ing", "ly"))):
        return " ".join(words), at
    return None


def _phrase(after: str, at: int) -> tuple[list[str], int]:
    """The words from `at` on to the last plural in a row, or to where a noun phrase must end."""
    words: list[str] = []
    while len(words) < _MOST and (match := _WORD.match(after, at)):
        word = match[1].rstrip("’'-")
        lower = word.lower()
        if words and _is_plural(words[-1]) and (_is_verb(words[-1], lower) or not _is_plural(word)):
            break
        if not words and lower in _HARMED and _HARMED_NEXT.match(after, match.end()):
            words.append(word)
            at = match.end()
            continue
        if lower in _STOP - _LEADING or (words and _ends_phrase(lower)):
            break
        if words or lower not in _LEADING:
            words.append(word)
        at = match.end()
        if word[0].isupper() and not _is_plural(word) and (model := _MODEL.match(after, at)):
            words.append(model[0].strip())
            at = model.end()
    return words, at


def _is_verb(noun: str, word: str) -> bool:
    """Whether a word that looks like a plural tells what the plural `noun` before it does."""
    return word in _VERBS or (noun in _PLURALS and word in PRESENT)


def _ends_phrase(word: str) -> bool:
    return word.endswith("ly") and word not in _LY_NOUNS


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _PLURALS or (word[-1:] == "s" and len(word) > len("TV") and word[:-1].isupper()):
        return True  # "MPs"
    if lower.endswith(_MANY):
        return True
    return lower.endswith("s") and not lower.endswith(_NOT_PLURAL) and len(lower) > len("gas")
