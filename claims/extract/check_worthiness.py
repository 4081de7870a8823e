"""How much a claim is worth a desk's time, as a sum of named reasons through a logistic curve.

Weights were set by hand on debate sentences and news claims; each reason says in the desk's own words
what moved the score. The baseline has the same signature and knows only digits and length.
"""

from __future__ import annotations

import math
import re

from claims.extract.dates import dates
from claims.extract.kinds import Setting
from claims.extract.quantities import quantities
from claims.extract.skips import skip_clause, skip_sentence
from claims.extract.tokens import tokens
from claims.extract.verbs import finite_from
from claims.model.claim import Reason


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


BIAS = -0.6
_NAMED = r"\b[A-ZÀ-Þ][\w’'-]+(?:\s(?:of\s|the\s)?[A-ZÀ-Þ][\w’'-]+)+"
_HARM = (
    "died|dead|deaths?|dies|killed|kills|killing|injur\\w+|wounded|casualties|victims?|murder\\w*"
    "|attack\\w*|bomb\\w*|war|disease|infect\\w+|shot|violence|rape\\w*|abuse\\w*"
)
_LAW = (
    "laws?|court|judge|illegal\\w*|convicted|charged|sentenced|arrested|prison|ruled|banned|treaty"
    "|constitution\\w*|sanction\\w*|impeach\\w*|lawsuit|guilty|crime\\w*"
)
_MONEY = "tax(?:es)?|budget|deficit|debt|spending|dollars|cost|billion|unemployment|wages?"
_RECORD = "first|largest|biggest|highest|lowest|most|least|worst|best|record|only|never|every|all"
_CHANGE = (
    "more than|less than|fewer than|increas\\w+|decreas\\w+|rose|fell|doubled|tripled|compared"
    "|higher|lower|cut|grew|down|up"
)
_OFFICE = "elect\\w*|vote[sd]?|voting|president|minister|senat\\w+|parliament|congress|candidate|government"
_ACTS = (
    "was|were|had|did|signed|opened|voted|announced|resigned|launched|passed|began|won|lost|became"
)
_BELIEF = "think|believe|feel|perhaps|maybe|probably|likely|seems?|appears?|guess|suppose|should|ought|want"
_EMPTY = "things?|something|somehow|some people|a lot|very|really|many|good|bad|great|kind of|stuff"
_SIGNALS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("names a person or body", 0.5, re.compile(_NAMED)),
    ("quotes words", 0.3, re.compile(r"[“”\"]")),
    ("deaths, injury or harm", 0.7, _any(_HARM)),
    ("law, court or crime", 0.5, _any(_LAW)),
    ("money", 0.5, re.compile(rf"[$€£₹]\s?\d|\b(?:{_MONEY})\b", re.IGNORECASE)),
    ("ranking or record", 0.5, _any(_RECORD)),
    ("comparison or change", 0.4, _any(_CHANGE)),
    ("election or office", 0.3, _any(_OFFICE)),
    ("something happened", 0.3, _any(_ACTS)),
    ("first person", -0.5, _any("i|i[’']m|i[’']ve|my|me|we|we[’']re|our|us")),
    ("addresses the reader or hearer", -0.5, _any("you|your|let[’']s|please|thank")),
    (
        "about the future",
        -0.4,
        _any("will|would|going to|shall|could|might|may|plans? to|hope\\w*"),
    ),
    ("hedged or a belief", -0.6, _any(_BELIEF)),
    ("vague", -0.4, _any(_EMPTY)),
)
_NUMBERS = ("gives numbers", 0.9)
_DATES = ("gives a date", 0.3)
_SHORT = ("very short", -1.1)
_NO_VERB = ("no full clause", -0.7)
_NO_CLAIM = ("makes no checkable claim", -2.0)
_ANY_DAY = "2000-01-01"  # whether a date is there does not depend on the day
_FEW_WORDS = 5
_MANY_NUMBERS = 3


def score(
    text: str, *, numbers: int | None = None, dated: bool | None = None
) -> tuple[float, tuple[Reason, ...]]:
    """Check-worthiness of a sentence or clause from 0 to 1, with the reasons that moved it.

    `numbers` and `dated` say what has been found in it already; they are read from the text when None.

    >>> value, reasons = score("more than 15,000 Soviet soldiers died")
    >>> value > 0.7, [r.name for r in reasons][:2]
    (True, ['deaths, injury or harm', 'comparison or change'])
    """
    reasons: list[Reason] = []
    for name, weight, pattern in _SIGNALS:
        count = min(2, sum(1 for _ in pattern.finditer(text)))
        if count:
            reasons.append(Reason(name, float(count), round(weight * (0.5 + 0.5 * count), 3)))
    found = len(quantities(text)) if numbers is None else numbers
    if found:
        many = min(_MANY_NUMBERS, found)
        reasons.append(
            Reason(_NUMBERS[0], float(found), round(_NUMBERS[1] * (0.7 + 0.3 * many), 3))
        )
    if dated or (dated is None and dates(text, published=_ANY_DAY)):
        reasons.append(Reason(_DATES[0], 1.0, _DATES[1]))
    words = tokens(text)
    count = sum(w.is_word for w in words)
    if count < _FEW_WORDS:
        reasons.append(Reason(_SHORT[0], float(count), _SHORT[1]))
    if finite_from(words, 0, len(words)) is None:
        reasons.append(Reason(_NO_VERB[0], 1.0, _NO_VERB[1]))
    return _logistic(BIAS + sum(r.weight for r in reasons)), tuple(reasons)


def baseline_score(
    text: str, *, numbers: int | None = None, dated: bool | None = None
) -> tuple[float, tuple[Reason, ...]]:
    """The dumb score to beat: digits, or numbers and dates that were found, and length.

    >>> baseline_score("About 15,000 died")[1][0].name
    'holds a digit'
    """
    reasons = []
    if numbers or dated or re.search(r"\d", text):
        reasons.append(Reason("holds a digit", 1.0, 1.0))
    length = min(3.0, len(text) / 80)
    reasons.append(Reason("length in 80 characters", round(length, 3), round(0.4 * length, 3)))
    return _logistic(-1.0 + sum(r.weight for r in reasons)), tuple(reasons)


def score_sentence(sentence: str) -> tuple[float, float, tuple[Reason, ...]]:
    """(check_worthiness, factual, reasons) of one sentence that stands alone, each 0 to 1.

    `factual` is the chance that it holds a verifiable factual claim at all, worth checking or not.

    >>> worth, factual, _ = score_sentence("How are you today?")
    >>> worth < 0.3, factual < 0.3
    (True, True)
    """
    worth, reasons = score(sentence)
    quoted = re.search(r"\b(?:I|we|you)\b", sentence) is not None
    none = skip_sentence(sentence, paragraph=False) or skip_clause(sentence, Setting(quoted=quoted))
    if none is not None:
        extra = Reason(f"{_NO_CLAIM[0]}: {none[1]}", 1.0, _NO_CLAIM[1])
        reasons = (*reasons, extra)
        worth = _logistic(BIAS + sum(r.weight for r in reasons))
    factual = _logistic(0.6 + 1.2 * (BIAS + sum(r.weight for r in reasons)))
    return worth, factual, reasons


def _logistic(total: float) -> float:
    return round(1.0 / (1.0 + math.exp(-total)), 4)
