"""Who is named behind "by": "was announced by Ann Lee", "a man identified by police as"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.noun_phrases import following_phrase, speaker_in
from claims.extract.grammar.stretches import TIMES
from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from claims.extract.grammar.reporting_verbs import Reporting
    from claims.extract.grammar.syntax import Reading

AS_SAYING = re.compile(r"\bas\s(?:saying|telling|stating|claiming|writing|adding)\b")
SAYING_AHEAD = 200  # characters
_PASSIVE = frozenset(
    ["asked", "said", "announced", "claimed", "denied", "admitted", "judged", "thought"]
)
_NO_PASSIVE = frozenset(
    "named called given made issued delivered posted shared read published released leaked".split()
)
SPOKEN = frozenset(
    """sentiment sentiments view views opinion opinions concern concerns statement statements claim
    claims warning apology allegation allegations""".split()
)
_MEASURE = re.compile(
    r"\s?(?:[a-z]+\s){0,3}?[$€£]?\d[\d.,]*\s?(?:%|per\s?cent|percentage|points?|basis|times|(?:m|b)illion|days?|weeks?"
    r"|months?|years?|hours?|minutes?|seconds?|(?:kilo)?met(?:er|re)s?|miles?|feet|degrees?)(?!\w)"
)
_WHERE_OR_WHEN = re.compile(
    rf"\sto(?:\s|$)|\s(?:on|at|during|for|after)\s|\sin\s(?:(?=[a-z\d])|{MONTH}\b)"
)
"""What follows who did it, but not where a body is: "was claimed by the Northern Front in Lorvia"."""
_FEW = 4
_NEAR = 10  # words between a verb and its "by"


def _parts(r: Reading, k: int) -> bool:
    """Whether word `k` parts a verb from its "by": another verb, or a mark that is no quotation mark."""
    if r.finite[k] or (r.lows[k] in {"be", "been"} and r.lows[k + 1] not in {"a", "an", "the"}):
        return True  # "was said to have been injured by"
    if r.lows[k : k + 2] == ("to", "have"):
        return True  # "were reported to have fallen by"
    return not r.words[k].is_word and r.words[k].text not in {'"', "“", "”"}


def by_whom(r: Reading, i: int, row: Reporting) -> str | None:
    """The speaker of "was announced by X".

    >>> from claims.extract.grammar.reporting_verbs import REPORTING
    >>> from claims.extract.grammar.syntax import read
    >>> by_whom(read("It was announced by Ann Lee.", ()), 2, REPORTING["announced"])
    'Ann Lee'
    """
    word = r.words[i].lower
    if word == "quoted" and AS_SAYING.search(r.text, r.words[i].end, r.words[i].end + SAYING_AHEAD):
        return None  # the cue is "saying"
    told = (word == "named" and r.lows[i + 1 : i + 2] == ("as",)) or any(
        r.lows[k] in SPOKEN for k in range(max(0, i - _FEW - 1), i)
    )
    if row.stance not in _PASSIVE or (word in _NO_PASSIVE and not told):
        return None
    near = range(i + 1, min(i + _NEAR, len(r.words)))
    by = next((k for k in near if r.words[k].lower == "by"), None)
    if by is None or any(_parts(r, k) for k in range(i + 1, by)):
        return None
    if r.lows[by + 1 : by + 2] and r.lows[by + 1] in TIMES:
        return None  # "was expected by July"
    phrase, _ = following_phrase(r.text[r.words[by].end : r.words[by].end + 300])
    if _MEASURE.match(phrase):
        return None  # "for cutting it by nearly 30 percent"
    return speaker_in(
        re.split(
            r"\sto(?:\s(?:have|be)\b|$)|\s(?:in|on|at|during|for|after|of\s(?=[a-z]))\s?", phrase
        )[0]
        if word == "accused"
        else _WHERE_OR_WHEN.split(phrase)[0]
    )
