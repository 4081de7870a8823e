"""The words before a date to whether a verb of the present tells what is planned for it.

"His funeral is on Friday", "talks are resuming on Friday", "they plan to meet on Friday". The present next
to a day tells a plan only in such constructions: the caption of a picture ("a man walks past on Friday")
uses it for what has been, and a clause with a verb of the past tells no plan at all.
"""

from __future__ import annotations

import re

from claims.extract.dates.deadlines import tells_past

_CLAUSE = re.compile(
    r"[.!?;:\n,“”\"]|\b(?:and|but|that|which|who|while|as|because|said|says|warned|announced|added"
    r"|reported)\s"
)
_UP_TO = (
    r"(?:[^\w.,;:!?\n]+(?!(?:after|since|over|about|where|when|following)\b)[\w’'-]+){0,8}"
    r"[^\w.;:!?\n]*\Z"
)
_NOT_A_NOUN = (
    r"(?<!\bthe )(?<!\ba )(?<!\bits )(?<!\btheir )(?<!\bhis )(?<!\bher )(?<!\bour )(?<!\bmy )(?<!\bnew )"
    r"(?<!\bof )(?<!\bany )(?<!\bover )(?<!\bfor )(?<!\bno )(?<!\bwith )(?<!\bhas )(?<!\bhave )"
)
_BEING = (
    r"(?:going|coming|flying|travell?ing|returning|leaving|arriving|meeting|holding|hosting|playing|opening"
    r"|closing|reopening|starting|beginning|ending|resuming|launching|voting|retiring|marrying|stepping down"
    r"|taking (?:place|part|office)|being (?:held|buried|released|published|launched|cremated|laid to rest"
    r"|sworn in|inaugurated))"
)
_OF_NOW = (
    "(?:(?:not |well |also )?have|be|reflect|explain|indicate|suggest|show|mean|know|think|seem|remember"
    "|recall|contain|include|stem)"
)
"""What may be so needs not lie ahead: "the figure may reflect a drop in May"."""

_OF_THEN = (
    rf"(?:{_OF_NOW}|not|only|barely|hardly|never|no|see|hear|feel|find|tell|say|do|afford"
    "|be (?:seen|heard|felt|found|reached|had|bought|told|traced))"
)
"""What somebody could is as often what he was able to: "he could find no work in August"."""

_LIKELY = "(?:likely|possible|due|out|expected|scheduled|planned|slated)"
_NOT_TO = r"(?<!\bto )(?<!\bnot )"
_BACK_TO = "(?:the polls|class|classes|school|court|parliament)"
_MEETING = "(?:elections?|convention|congress|conference|summit|vote|referendum|primary|ballot|runoff|talks)"
_PAPERS = "(?:minutes|results|figures|data|report|budget|findings|accounts|forecasts?)"
_PLANS = (
    rf"{_NOT_A_NOUN}(?:(?<!^)plans|\bplan) to\b{_UP_TO}",
    r"\b(?:runs?|lasts?|continues?|(?:is|are|remains?) (?:open|closed|shut))(?: from| until)?\s*\Z",
    r"\b(?:is|are)(?: (?:now|also|only|due|held))?(?: (?:on|in|late|early|at))*\s*\Z",
    rf"\b(?:is|are) (?:\w+ )?{_LIKELY}(?: (?:on|in|by|before|until|late|early|as early as))*\s*\Z",
    rf"\b(?:is|are) (?:now |also |not )?{_BEING}\b{_UP_TO}",
    rf"\b(?:may|might|should)(?! {_OF_NOW}\b) [a-z]+\b{_UP_TO}",
    rf"\bcould (?!{_OF_THEN}\b)[a-z]+\b{_UP_TO}",
    rf"\b(?:plays?|faces?|(?:flies|travels?|heads?) to) (?:the )?[A-Z][\w’'-]*{_UP_TO}",
    rf"{_NOT_TO}\b(?:go|goes|heads?|returns?) (?:back )?to {_BACK_TO}\b{_UP_TO}",
    rf"\bfaces? (?:an? )?(?:re-?election|election|vote|trial|hearing|runoff|sentencing|voters)\b{_UP_TO}",
    rf"\b(?:votes? on (?:the|an?|its|whether)|(?:appears?|goes) before (?:the|an?))\b{_UP_TO}",
    r"(?:(?<!\b[Tt]he )\b[A-Z]\w+s vote|\b[A-Z]\w+ votes)(?: (?:on|in|this|next))*\s*\Z",
    rf"{_NOT_TO}\bpublish(?:es)? (?:the|an?|its|their|his|her) (?:\w+ ){{0,2}}{_PAPERS}\b{_UP_TO}",
    rf"\breports? (?:\w+ ){{0,3}}(?:results|earnings|figures)\b{_UP_TO}",
    rf"{_NOT_TO}\b(?:choose|elect)s? (?:an?|their|its|his|her)\b{_UP_TO}",
    rf"{_NOT_TO}\bholds? (?:\w+ ){{0,2}}{_MEETING}\b{_UP_TO}",
)
_PLANNED = re.compile("|".join(_PLANS))
_TO_BE = re.compile(
    r"(?:,|\b(?:meeting|talks|summit|conference|election|vote|ceremony|concert|funeral|report|book|film|hearing"
    r"|match|game|debate|session|referendum)) to be [a-z]+\b(?:[^\w.,;!?\n]+\w+){0,6}[^\w.;:!?\n]*\Z"
)
"""What stands behind its noun: "a meeting to be held on Friday"."""

_EXPECTED = re.compile(
    r", (?:expected|due|scheduled|planned|slated)(?: (?:to|for|on|in|by|at|as|early|late|next))*\s*\Z"
    r"|\b(?:expect(?:s|ed|ing)?|forecasts?|predict(?:s|ed))(?: (?!to\b)[\w’'-]+){1,4} to (?!have\b)[a-z]+\b"
    r"(?P<rest>(?:[^\w.;:!?\n]+[\w’'-]+){0,14}[^\w.;:!?\n]*\Z)"
)


def was_expected(before: str) -> bool:
    """Whether something was or is expected on the date, which may have gone by.

    >>> was_expected("Results, due on "), was_expected("Results on ")
    (True, False)
    """
    found = _EXPECTED.search(before)
    return found is not None and not tells_past(found["rest"] or "")


def is_planned(before: str) -> bool:
    """Whether a verb in the present tells of a plan for the date that follows.

    >>> is_planned("His funeral is on "), is_planned("A man walks past on "), is_planned("It may open on ")
    (True, False, True)
    """
    if _TO_BE.search(before):
        return True
    clause = _CLAUSE.split(before)[-1]
    return _PLANNED.search(clause) is not None and not tells_past(clause.lower())
