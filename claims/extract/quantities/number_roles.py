"""What a number in a text is used for: a quantity, or a year, date, clock time, score, name or list mark."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extract.quantities.comparators import comparator
from claims.extract.quantities.currencies import money_after, sign_at
from claims.extract.quantities.idle_counts import is_idle
from claims.extract.quantities.labels import (
    is_bare_label,
    is_listed,
    is_of_kind,
    is_plural_next,
    is_telling_next,
    labelled,
)
from claims.extract.quantities.measures import measure_after
from claims.extract.quantities.number_values import LOOK, Form, Number
from claims.extract.quantities.ones import one_counts
from claims.extract.quantities.scores import VOTED, is_innings, is_pair_of_counts, is_score
from claims.extract.quantities.units import PERCENT, counted_noun

_YEAR_LOW, _YEAR_HIGH, _YEAR_DIGITS = 1000, 2100, 4
_LEAST_RAND = 10
"""A smaller number after R is a name, as in R0."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_MONTH_BEFORE = re.compile(
    rf"\b{_MONTH}\s(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:,|[-–]|and|or|to|through)\s?)?$"
)
_MONTH_AFTER = re.compile(
    rf"(?:\s?(?:[-–]|and|to)\s?\d{{1,2}})?(?:\sof)?,?\s{_MONTH}(?![a-z])(?!\s(?:have|be|not)\b)"
)
_CLOCK = re.compile(
    r"\s?(?::\d\d|BCE?\b|(?i:[ap]\.?m(?!\s(?:radio|stations?|channels?)\b)|o[’']clock|UTC|GMT|hours?\s(?:UTC|GMT|local)|noon|midnight)\b"
    r"|[CEMPWB][DSE]?[ES]?T\b)"
)
_MORE_DIGITS = re.compile(
    r"(?:st|nd|rd|th)\b|-?s\b|[’']s\b|[/:]\d|[.,]\d|-[A-Za-z]\b|-\d{2,}-|-in-\d|[A-Z]\w*\d|\([a-z]\)|-something"
)
_GLUED = re.compile(r"[:/#+@_]$|[A-Za-z][-–]$|\d[/.,\]]$|\b0\d{2,4} $|\+\d{1,3}(?: \d{1,5}){0,3} $")
_RANGED = re.compile(r"\d\s?(?:thousand|[mbt]r?illion|bn|mn|tn|[mk])[-–]$", re.IGNORECASE)
_RATED = re.compile(r"\b(?:magnitude|category)-$", re.IGNORECASE)
_GLUE = re.compile(r"[A-Za-z_&@]")
_ORDINAL_WORD = re.compile(
    r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|somethings?)\b"
)
_ADDRESS = re.compile(
    r"\s(?:[A-Z][\w’'-]*\s){1,2}(?:Street|Road|Avenue|Lane|Drive|Boulevard|St|Ave|Rd)\b"
    r"|\s(?:[Rr]ue|Via|Calle|Rua|Avenida|Place|Plaza|Piazza|Boulevard|Avenue|Quai|Jalan)\s[A-Zd]"
)
_CATALOGUE = re.compile(r"\s[A-Z]\w+\s[a-z]\b(?!\s[a-z])")  # "51 Pegasi b"
_SCALED = (" million", " billion", " trillion", " crore", " lakh")  # "costs the region 45 million"
_DAY_LABEL = re.compile(
    r"(?:\b(?:on|by|in|for|from|until|through|to|of|since) |^)(?:day|week|year) $|\bthe year $",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(
    r"\b(?:more than|fewer than|less than|at least|up to|as many as|nearly|almost|exceed\w*|another|all"
    r"|total of) $",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"[a-z]-$|\b(?:big|ground|catch|square) $", re.IGNORECASE)
_GROUP_OF = re.compile(r"\bgroup of $", re.IGNORECASE)
_QUOTES = frozenset("\"“‘'")
_REST_OF_TITLE = re.compile(
    r"(?:[ -](?:[A-Z][\w’'-]*|of|the|and|in|to|for|on|from|with|an?)){0,7}[,.!?]?[\"”’'](?!\w)"
)
"""What ends the title of a work that begins with a number: “12 Angry Men”."""

_OF_TYPE = re.compile(r"(?:\b(?:an?|the|and|or)|[’']s) $", re.IGNORECASE)
_AIRCRAFT = re.compile(r"7[0-8]7")
_CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|dial\w*|phon(?:e|ed|ing)|rang|ring|text(?:ed|ing)?)(?: (?:on|to))? $",
    re.IGNORECASE,
)
_OR_CALLED = re.compile(
    r"(?:\b0\d{2,4}(?: \d{2,4}){1,3}|\b(?:call|dial|phone|text) [\d ]{3,15}) or $", re.IGNORECASE
)
_EMERGENCY = frozenset(["911", "999", "112"])
_CALLS = re.compile(r"\s(?:emergency )?(?:call(?:s|ers?)?|dispatch(?:ers?)?|operators?|line)\b")
_LEAST_CALLED = 3
"""Digits of the shortest number to call, as 911."""

_LAW_BOOK = re.compile(r"\s(?:U\.? ?S\.? ?C(?:ode\b|\.)|USC\b|CFR\b)")
_RANKED = re.compile(
    r"\b(?:peak\w*|rank\w*|debut\w*|career[- ]high|climb\w*|rose|fell|seed(?:ed)?|placed)"
    r"(?: (?:at|of|as|to|in at))? (?:number |no\.? ?|#)$",
    re.IGNORECASE,
)
_TAIL = 24
"""Characters before a number that hold any label or mark: looking at more of them takes time."""

_NEAR_MONTH = 32
"""The same for "September 30 through"."""

_RANK_MARKS = ("#", "number ", "no", "no.", "no ", "no. ")
_LONGEST_MONTH = 31
_SENTENCE_STARTERS = frozenset(
    """the a an in of about some over at only all another nearly almost these those for from with after
    before within around between under below above up more fewer less exactly just and but or by on
    to as since until during his her their its our my both every each approximately roughly
    including killing injuring wounding leaving when while if that this no not what where there
    another additional further at an estimated least then now aged magnitude category usd eur gbp
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_NAME_BEFORE = re.compile(r"(?:^|[\s(“\"])([a-z]?[A-Z][\w’'&-]*)\s$")
_STATISTIC = re.compile(r"\b(?:a?[HO]R|I?RR|CI|SD|SE|IQR|SMD|BMI) $")
"""What a study shortens; with a decimal behind it no bill of parliament ("HR 1")."""

_GROUPED = re.compile(r"\d[,\s]\d{3}")
"""Thousands set apart: no flight or region has such a number."""
_PARTS_OF_NAME = re.compile(
    r"-(?:figure|digit|part|parter|way|party|state|dimensional|sided|pronged|tier|step|track|star|and|on|off|to|edged|a-side)\b"
)

_AGAINST = re.compile(r"(?:-|–|\sto\s)\d{1,3}\b")
_VOTED = re.compile(
    r"\b(?:passed|approved|adopted|backed|rejected|cleared|voted|confirmed|defeated)\b[^.;:!?\n]{0,60}$"
)
"""Votes for and against stand right behind what was voted on."""


def is_quantity(text: str, number: Number) -> bool:
    """Whether `number` counts or measures something in `text`.

    >>> from claims.extract.quantities.number_values import numbers
    >>> text = "In 2018 Flight 610 carried 189 people at 6:30"
    >>> [n.value for n in numbers(text) if is_quantity(text, n)]
    [189.0]
    """
    before = text[max(0, number.start - LOOK) : number.start]
    after = text[number.end : number.end + LOOK]
    raw = text[number.start : number.end]
    if before.lower().endswith(_RANK_MARKS) and _RANKED.search(before):
        return True
    if is_listed(before, after):
        return False
    if number.form is Form.WORDS:
        return not is_innings(before, after) and _word_counts(raw, before, after)
    if _is_money_or_share(text, number, before, after):
        return True
    return not _is_part(raw, number.value, before, after)


@lru_cache(maxsize=512)  # rows of numbers have the same around them again and again
def _is_part(raw: str, value: float, before: str, after: str) -> bool:
    """Whether the digits are part of something else: a name, a date, a score, a longer number."""
    measured = measure_after(after, digits=True) is not None
    return (
        _is_joined(before, after, measured=measured)
        or _is_marked(raw, before, after)
        or _is_dated(raw, value, before=before, after=after)
        or _is_year(raw, value, before=before, after=after)
        or is_score(value, before, after)
        or _is_name(before, after, counted=measured or _is_exact(raw, before))
    )


def _is_money_or_share(text: str, number: Number, before: str, after: str) -> bool:
    sign = sign_at(text, number.start, number.end)
    if sign and (sign[0] != "ZAR" or number.value >= _LEAST_RAND):
        return True
    money = money_after(before, after) and not before.endswith("/")
    return bool(PERCENT.match(after) or money)


def _is_joined(before: str, after: str, *, measured: bool) -> bool:
    """Whether letters, marks or more digits make the number a part of something else."""
    if "-to-" in before and re.search(r"\d-to-$", before) and VOTED.search(before):
        return False
    glued = _GLUED.search(before[-_TAIL:]) and not _RATED.search(before)
    if before[-1:].isalpha() or (glued and not _RANGED.search(before)):
        return True
    if measured:
        return False
    return bool(_MORE_DIGITS.match(after) or _GLUE.match(after) or _CATALOGUE.match(after))


def _is_marked(raw: str, before: str, after: str) -> bool:
    """Whether the number marks a list, is spoken of, called, or cut by an editor."""
    if after.startswith(")") and before.count("(") <= before.count(")"):
        return re.search(r"(?:^|\s)$", before) is not None
    if before[-1:] in _QUOTES and _REST_OF_TITLE.match(after):
        return True
    if raw in _EMERGENCY and _CALLS.match(after):
        return True
    if re.match(r"\]\d", after) or _LAW_BOOK.match(after):
        return True
    if is_plural_next(after):
        return False
    typed = _AIRCRAFT.fullmatch(raw) and (
        _OF_TYPE.search(before) or re.match(" (?i:max)\\b", after)
    )
    return bool(
        typed
        or (len(raw) >= _LEAST_CALLED and (_CALLED.search(before) or _OR_CALLED.search(before)))
    )


def _is_dated(raw: str, value: float, *, before: str, after: str) -> bool:
    """Whether the number is a clock time, a day of a month, or stands in an address."""
    if _CLOCK.match(after) or (len(raw) > 1 and raw[0] == "0" and raw.isdigit()):
        return True
    if value > _LONGEST_MONTH and len(raw) != _YEAR_DIGITS:
        return _ADDRESS.match(after) is not None
    return bool(
        _MONTH_BEFORE.search(before[-_NEAR_MONTH:])
        or _MONTH_AFTER.match(after)
        or _ADDRESS.match(after)
    )


def _word_counts(raw: str, before: str, after: str) -> bool:
    """Whether a number word counts something ("one" rarely does)."""
    if _is_word_of_name(raw, before, after) or _CLOCK.match(after):
        return False
    word = raw.lower()
    if is_idle(word, before, after):
        return False
    if word == "one":
        return one_counts(before, after)
    if word == "zero" and not raw.isupper():
        return bool(PERCENT.match(after) or re.match(r"\s(?:degrees|[a-z]+s|carbon)\b", after))
    return True


def _is_word_of_name(raw: str, before: str, after: str) -> bool:
    """Whether a number word is part of an ordinal, a compound or a name ("Five Star", "phase two")."""
    if _ORDINAL_WORD.match(after) or _PARTS_OF_NAME.match(after) or _COMPOUND.search(before):
        return True
    if _GROUP_OF.search(before) and not is_plural_next(after):
        return True
    if (labelled(before) or _DAY_LABEL.search(before)) and not is_plural_next(after):
        return True
    return raw[0].isupper() and not raw.isupper() and not _starts_sentence(before)


def _starts_sentence(before: str) -> bool:
    return re.search(r"(?:^|[.!?:;—–\n\"“‘'(])\s*$", before) is not None


def _is_year(raw: str, value: float, *, before: str, after: str) -> bool:
    if not (raw.isdigit() and len(raw) == _YEAR_DIGITS and _YEAR_LOW <= value <= _YEAR_HIGH):
        return False
    if measure_after(after, digits=True) is not None or is_pair_of_counts(raw, before, after):
        return False
    if re.match(r"\s?\(|\s(?:UTC|local)|s\b|[-–/]", after) or _is_last_year(before, after):
        return True
    if _MORE_THAN.search(before) and not before.endswith(("since at least ", "until at least ")):
        return False
    if comparator(before, "", unit=None) and re.match(r"\s[A-Za-z]", after):
        return re.match(r"\s(?:and|when)\b", after) is not None
    return not _is_counted_year(before, counted_noun(after))


def _is_last_year(before: str, after: str) -> bool:
    """Whether a year ends a time: "from 2010 up to 2015 on the network"."""
    ends = re.search(r"\bup to $", before)
    return ends is not None and re.match(r"\s(?:on|in|at|for|with|but|as|by)\b", after) is not None


def _is_counted_year(before: str, noun: str | None) -> bool:
    """Whether a number that could be a year counts the noun after it: "its 2000 staff"."""
    owned = re.search(r"(?:\b(?:its|their|his|her)|[’']s) $", before) is not None
    named = _NAME_BEFORE.search(before)
    if noun is None or (named and named[1].lower() not in _SENTENCE_STARTERS and not owned):
        return False
    if noun[0].isupper():
        return owned
    if re.search(r"\b(?:the|and|in|since|by|early|late|\d{4},) $", before, re.IGNORECASE):
        return False
    return noun.endswith(("s", "people", "men", "women", "children", "troops"))


def _is_name(before: str, after: str, *, counted: bool) -> bool:
    """Whether the number belongs to a name: "Flight 610", "Region 12", "No. 5", "the 737 Max"."""
    tail = before[-_TAIL:]
    if re.search(r"(?<![\w’'-])(?:category|magnitude|aged?) $", tail, re.IGNORECASE):
        return False
    if _AGAINST.match(after) and _VOTED.search(before):
        return False  # "passed the House 61-34"
    if not counted and _is_labelled(before, after):
        return True
    if re.search(r"\b(?:an?|the) $", tail, re.IGNORECASE) and re.match(
        r"\s(?:Max|MAX|[A-Z][a-z]+[^s\W])(?=$|[,.;)]|\s[a-z]+(?<!s)\b)", after
    ):
        noun = counted_noun(after)
        return noun is None or not noun.endswith("s")
    named = _NAME_BEFORE.search(before)
    if (
        named is None
        or counted
        or named[1].lower() in _SENTENCE_STARTERS
        or re.search("[’']s?$", named[1])
    ):
        return False
    other = is_plural_next(after) or re.match(r"\s(?:of|percent|per)\b", after)
    return is_telling_next(after) or not other


def _is_exact(raw: str, before: str) -> bool:
    """Whether no name has such a number: thousands set apart, or the decimals of a statistic."""
    statistic = "." in raw and _STATISTIC.search(before) is not None
    return statistic or _GROUPED.search(raw) is not None


def _is_labelled(before: str, after: str) -> bool:
    """Whether the word before is a label, and no plural follows that the number counts."""
    tail = before[-_TAIL:]
    if re.search(r"\bsizes? $", tail, re.IGNORECASE) or is_bare_label(tail, after):
        return True
    if is_of_kind(tail, after):
        return True
    if not (labelled(tail) or _DAY_LABEL.search(tail)) or after.startswith(_SCALED):
        return False
    named = re.search(r"\b[A-Z]\w*\.? $", before) is not None
    if not named and re.match(r"\s(?:were|are|have)\b", after):
        return False
    return named or is_telling_next(after) or not is_plural_next(after)
