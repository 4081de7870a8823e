"""Numbers in running text to values with unit and comparator.

Years, dates, clock times, ordinals, scores, list numbers and numbers that are part of a name are no
quantities. Money has the ISO 4217 code as unit; a range gives two entries, `>=` and `<=`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extract.grammar.number_words import SCALE_LETTERS, SCALES
from claims.extract.quantities.changes import is_change
from claims.extract.quantities.clock_times import is_clock_time
from claims.extract.quantities.comparators import comparator, comparator_after
from claims.extract.quantities.currencies import ANY_SIGN, CODES, money_after, sign_at
from claims.extract.quantities.measures import measure_after
from claims.extract.quantities.number_phrases import phrases
from claims.extract.quantities.number_roles import is_quantity
from claims.extract.quantities.number_values import LOOK, Form, Number, numbers
from claims.extract.quantities.shared_money import is_shared
from claims.extract.quantities.units import MINUS, PERCENT, unit_of
from claims.model.claim import Quantity
from claims.text.blanks import squeezed
from claims.text.shouting import calm, is_shouted

_SPACES = {ord(mark): " " for mark in "\t\u00a0\u2009\u202f"}
_LINE_BREAK = re.compile(r"(?<=[^\W\d])\n(?=[\w$€£])|(?<=\d)\n(?=[^\W\d])")
_SIGN = f"(?:{ANY_SIGN})?"
_BETWEEN = re.compile(
    r"(?:(?:m|km|cm|mm|kg|mph|p)(?!\w)|\s?%|[\s-]per\s?cent(?:age points?)?|[\s-]?°?[CF]\b"
    r"|[\s-](?:years?|days?|months?|weeks?|hours?|feet|miles|kilomet(?:re|er)s|met(?:re|er)s|km|m|dollars|euros"
    r"|pounds|people)(?: old)?)?"
    r"(?P<joint>-to-|-\s(?:to|or)\s|\s?[-–—]\s?|\s(?:to|and|or)\s)"
    r"(?:a |as many as |as much as |about |around |possibly |perhaps )?"
    rf"{_SIGN}",
    re.IGNORECASE,
)
_AND = re.compile(r"\bbetween(?: about| around)?\s[^\w\s]?$", re.IGNORECASE)
_FROM = re.compile(
    rf"\bfrom(?: (?:about|around|just|some|nearly|only|over))?\s{_SIGN}$", re.IGNORECASE
)
_LEVELS = re.compile(rf" to (?:about )?{_SIGN}")
_RANGING = re.compile(
    r"\b(?:(?:rang\w+|vary|varied|varying)(?: (?:in|between|widely)(?: \w+)?)?|any(?:where|thing)"
    r"|estimates?|aged|ages|(?<!price of )(?<!prices of )tickets"
    r"|(?:at|for|with) (?:prices|rates|fees|fares|sums)|priced|cost(?:s|ing)?"
    r"|last(?:s|ing)|weighing|measuring)"
    rf" from\s{_SIGN}$",
    re.IGNORECASE,
)
_TO_COLD = re.compile(r"(?:[ -]?°?C?| degrees)? (?P<joint>and|to) (?P<minus>[-−–]|minus )?")
_DAY_OF_MONTH = re.compile(
    r"\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,})?\b"
)
_LOOKED_BACK = re.compile(
    r"(?: in \d{4})?,? (?:(?:up|down) )?(?:from|against|versus|vs\.?|compared (?:with|to)) "
    r"(?:(?:an?|the|its) (?:[a-z]+ ){1,3}of )?"
)
_LEVEL = re.compile(r"[\s,][^.;]{0,70}\b(?:to|from|than|against)\s(?:\w+\s)?")
_NO_NOUN = re.compile(
    r"[,.;)]|$|\s(?:in|by|from|to|on|at|and|but|or|a|the|last|this|within|over|after|before|during"
    r"|when|while|as|two|three|four|five)\b"
)
_MILLION = 1_000_000
_FAR = 30
"""So many times apart two levels are not told with one scale word."""
_AGO = len(" ago")
_THAN_AGO = re.compile(
    r"(?: [a-z]+){0,2} (?:more|less|fewer|higher|lower) than (?:a|one) (?:year|month|week)(?: ago)?[\s\w]*"
)
_SCALE_END = re.compile(
    r"(hundred|thousand|million|billion|trillion|dozen|crore|lakh|bn|mn|tn|[mk])s?$", re.IGNORECASE
)


def quantities(text: str, *, offset: int = 0, dots: bool | None = None) -> tuple[Quantity, ...]:
    """The quantities of `text`; `start` and `end` count from its beginning plus `offset`.

    `dots` says whether the whole text that `text` is from writes "15.000" for fifteen thousand.

    >>> [(q.value, q.unit, q.comparator) for q in quantities("more than 15,000 Soviet soldiers died")]
    [(15000.0, 'Soviet soldiers', '>')]
    """
    short = squeezed(text)
    read = _read(short.text, dots=dots)
    if is_shouted(short.text):
        # In capitals every word may be a name, and what a name's number counts is nothing
        more = _read(calm(short.text), dots=dots)
        read += [q for q in more if not any(q.start < r.end and r.start < q.end for r in read)]
        read.sort(key=lambda q: (q.start, q.end))
    found = []
    for one in read:
        start, end = short.place(one.start), short.place(one.end - 1) + 1
        placed = replace(one, exact=text[start:end], start=start + offset, end=end + offset)
        found.append(placed)
    return tuple(found)


def _read(text: str, *, dots: bool | None) -> list[Quantity]:
    """The quantities of a text without runs of blanks."""
    text = _plain(text)
    found = _found(text, dots=dots)
    kept: list[Quantity] = []
    skip = False
    for i, number in enumerate(found):
        if skip:
            skip = False
            continue
        upper = found[i + 1] if i + 1 < len(found) else None
        ranged = upper is not None and number.form is Form.WORDS and _is_range(text, number, upper)
        if number.form is not Form.PHRASE and _is_idle(text, number, ranged=ranged):
            continue
        if upper is not None and (cold := _cold_range(text, number, upper)):
            kept += cold
            skip = True
            continue
        if upper is not None and _is_range(text, number, upper):
            kept += _looked_back(text, kept[-1:], _range(text, number, upper))
            skip = True
            continue
        if kept and _THAN_AGO.fullmatch(text, kept[-1].end, number.end + _AGO):
            continue  # "11 cents more than a year ago"
        if kept and number.value == kept[-1].value and text[kept[-1].end : number.start] == " (":
            continue  # "three (3)" says it twice
        single = _single(text, number)
        skip = upper is not None and _is_inside_unit(text, number, upper)
        if upper is not None and _is_from(text, number, upper):
            single = _as_upper(text, single, number, upper)
        single = _as_before(text, kept[-1] if kept else None, single)
        kept.append(_converted(text, kept[-1] if kept else None, single))
    return kept


def _is_idle(text: str, number: Number, *, ranged: bool) -> bool:
    """Whether the number tells the time of day or, where it begins no range, counts nothing."""
    before = text[max(0, number.start - LOOK) : number.start]
    after = text[number.end : number.end + LOOK]
    if is_clock_time(number.value, before, after):
        return True
    return not ranged and not is_quantity(text, number)


def _plain(text: str) -> str:
    """The text with plain spaces, also for a line break inside a phrase; as long as before."""
    text = text.translate(_SPACES)
    return _LINE_BREAK.sub(" ", text) if "\n" in text else text


def _as_before(text: str, first: Quantity | None, second: Quantity) -> Quantity:
    """A level looked back to has the currency told before it: "rose to $1.9bn from 870m"."""
    short = second.unit == "metre" and text[second.end : second.end + 1] == "m"
    if first is not None and short and first.exact.endswith("m") and first.value >= _MILLION:
        return _in_millions(text, first, second)
    if first is None or not (first.unit in CODES or is_shared(first.unit)):
        return second
    if not short and (second.unit is not None or not _SCALE_END.search(second.exact)):
        return second
    between = text[first.end : second.start].removeprefix(f" {first.unit}")
    if not _LOOKED_BACK.fullmatch(between):
        return second
    value = second.value * SCALE_LETTERS["m"] if short else second.value
    stop = second.end + short
    return replace(second, value=value, unit=first.unit, exact=text[second.start : stop], end=stop)


def _looked_back(text: str, before: list[Quantity], ends: list[Quantity]) -> list[Quantity]:
    """A range with the currency told before it: "to €2bn, from a range of 1.1 billion to 1.5 billion"."""
    first = _as_before(text, before[-1] if before else None, ends[0])
    if first.unit == ends[0].unit:
        return ends
    return [first, *(replace(one, unit=one.unit or first.unit) for one in ends[1:])]


def _in_millions(text: str, first: Quantity, second: Quantity) -> Quantity:
    """A level beside one in millions, as its letter tells: "from 3.2m barrels to 1.9m by May"."""
    level = _LEVEL.fullmatch(text[first.end : second.start])
    if level is None or _NO_NOUN.match(text, second.end + 1) is None:
        return second
    value, stop = second.value * SCALE_LETTERS["m"], second.end + 1
    exact = text[second.start : stop]
    return replace(second, value=value, unit=first.unit, exact=exact, end=stop)


def _converted(text: str, first: Quantity | None, second: Quantity) -> Quantity:
    """A conversion in brackets is as exact as what it converts: "around 50 m (165 ft)"."""
    if first is None or second.comparator or not first.comparator:
        return second
    between = text[first.end : second.start]
    sums = {first.unit, second.unit} <= CODES and first.unit != second.unit
    if sums and re.fullmatch(r" or | ?\(or ", between):
        return replace(second, comparator=first.comparator)
    same = second.unit and len(between) < LOOK and re.fullmatch(r"[\s-]?[\w°/² -]*\s?\(", between)
    return replace(second, comparator=first.comparator) if same else second


def _found(text: str, *, dots: bool | None) -> list[Number]:
    """Set phrases and plain numbers in order; of two that overlap the first, or the longer one."""
    kept: list[Number] = []
    for number in sorted(
        [*phrases(text), *numbers(text, dots=dots)], key=lambda n: (n.start, -n.end)
    ):
        last = kept[-1] if kept else None
        twin = last is not None and (last.start, last.end) == (number.start, number.end)
        if last is None or number.start >= last.end or (twin and number.form is Form.PHRASE):
            kept.append(number)
    return kept


def _is_range(text: str, low: Number, high: Number) -> bool:
    between = text[low.end : high.start]
    if len(between) > LOOK or Form.PHRASE in {low.form, high.form}:
        return False
    match = _BETWEEN.fullmatch(between)
    raised = _raised(text, low, high)
    if _DAY_OF_MONTH.match(text, high.end):
        return False  # "in the 16 weeks to 21 November"
    if match is None or raised > high.value or low.value == high.value:
        return False
    joint = match["joint"].lower()
    joint = joint if joint == "-to-" else joint.strip(" -\n")
    if joint in {"and", "to"}:
        return _is_spanned(text, low, high, joint)
    scale = raised / low.value if low.value else 1.0
    tens = scale == 1 and low.value % 10 == 0 and low.value + 10 == high.value
    next_door = joint != "or" or (low.value + 1) * scale == high.value or tens
    mixed = _is_mixed(between, text[high.end : high.end + LOOK])
    return next_door and low.form is high.form and not mixed


def _is_spanned(text: str, low: Number, high: Number, joint: str) -> bool:
    """Whether the words before tell that "5 to 10" or "5 and 10" are the ends of a range."""
    before = text[max(0, low.start - LOOK) : low.start]
    between, after = text[low.end : high.start], text[high.end : high.end + LOOK]
    if _is_mixed(between, after):
        return False
    if joint == "and":
        return _AND.search(before) is not None
    if _raised(text, low, high) == low.value and is_change(before, between, after):
        return False
    return _RANGING.search(before) is not None or _FROM.search(before) is None


def _is_mixed(between: str, after: str) -> bool:
    """Whether only the first is a share: "rose 80 percent to 36,000"."""
    return PERCENT.match(between) is not None and PERCENT.match(after) is None


def _is_from(text: str, low: Number, high: Number) -> bool:
    """Whether "from 12 to 31 percent" tells a change whose first number has the unit of the second."""
    if low.form is Form.PHRASE or not _LEVELS.fullmatch(text[low.end : high.start]):
        return False
    after = text[high.end : high.end + LOOK]
    if not _FROM.search(text[max(0, low.start - LOOK) : low.start]):
        return False
    if _SCALE_END.search(text[high.start : high.end]):
        return _raised(text, low, high) != low.value and _is_near(text, low, high)
    if PERCENT.match(after) or money_after("", after):
        return True
    return measure_after(after, digits=high.form is Form.DIGITS) is not None


def _is_near(text: str, low: Number, high: Number) -> bool:
    """Whether two levels are of one size: "from 1.9 to 2.7 billion", not "from 500 to 2 million"."""
    ratio = _raised(text, low, high) / high.value
    return 1 / _FAR < ratio < _FAR


def _is_inside_unit(text: str, number: Number, other: Number) -> bool:
    """Whether the second number is that of a model that the first one counts: "12 Leopard 2 tanks"."""
    between = text[number.end : other.start]
    named = re.search(r" [A-Z][\w-]* $", between) is not None and not between.startswith(" of ")
    return named and unit_of(text, number).reach >= other.end


def _as_upper(text: str, single: Quantity, low: Number, high: Number) -> Quantity:
    """The first level with the scale of the second and, where it has none, its unit."""
    scale = _raised(text, low, high) / low.value if low.value else 1.0
    if single.unit is None:
        upper = unit_of(text, high)
        single = replace(single, unit=upper.name)
        scale *= abs(upper.factor)
    return replace(single, value=round(single.value * scale, 6))


def _raised(text: str, low: Number, high: Number) -> float:
    """The lower end with the scale word that it shares with the upper one ("5 to 10 million")."""
    end = _SCALE_END.search(text[high.start : high.end])
    own = _SCALE_END.search(text[low.start : low.end])
    if end is None or own is not None:
        return low.value
    scale = SCALES.get(end[1].lower()) or SCALE_LETTERS[end[1].lower()]
    shared = high.value >= scale and low.value < scale
    return round(low.value * scale, 6) if shared else low.value


def _range(text: str, low: Number, high: Number) -> list[Quantity]:
    top = _single(text, high)
    sign = sign_at(text, low.start, low.end) if low.form is Form.DIGITS else None
    start = low.start - (sign[1] if sign else 0)
    unit = top.unit
    if sign and sign[0] and sign[0] != top.unit:
        unit = sign[0]
        top = replace(top, unit=unit)
    value = round(_raised(text, low, high) * abs(unit_of(text, high).factor), 6)
    bottom = Quantity(value, unit, ">=", text[start : low.end], start, low.end)
    return [bottom, replace(top, comparator="<=")]


def _cold_range(text: str, low: Number, high: Number) -> list[Quantity]:
    """The ends of a range of degrees that reaches below zero: "between -5 and -10 degrees"; else none."""
    before = text[max(0, low.start - LOOK) : low.start]
    below, match = MINUS.search(before), _TO_COLD.fullmatch(text[low.end : high.start])
    if match is None or not (below or match["minus"]):
        return []
    top, start = _single(text, high), low.start - (len(below[1]) if below else 0)
    words = text[max(0, start - LOOK) : start]
    spanned = (
        re.search(r"\bbetween $", words) if match["joint"] == "and" else not _FROM.search(words)
    )
    if not spanned or not (top.unit or "").startswith("degree"):
        return []
    bottom = replace(top, value=-low.value if below else low.value, start=start, end=low.end)
    least, most = (">=", "<=") if bottom.value < top.value else ("<=", ">=")
    return [replace(bottom, comparator=least), replace(top, comparator=most)]


def _single(text: str, number: Number) -> Quantity:
    unit = unit_of(text, number)
    before = text[max(0, unit.start - LOOK) : unit.start]
    after = text[unit.end : unit.end + LOOK]
    lasts = unit.name if number.unit or unit.reach > number.end else None  # an age lasts no time
    sign = comparator(before, after, unit=lasts if unit.name == "year" else unit.name)
    sign = sign or comparator_after(text[unit.reach : unit.reach + LOOK])
    if sign and number.comparator == ">=" and re.search(r"\bseveral $", before, re.IGNORECASE):
        sign = None  # "several tens of thousands" are not more than these
    value = round(number.value * unit.factor, 6)
    return Quantity(
        value,
        unit.name,
        sign or number.comparator,
        text[unit.start : unit.end],
        unit.start,
        unit.end,
    )
