"""The words around a date without a year or week to whether it lies ahead: "will meet on Monday"."""

from __future__ import annotations

import re
from enum import Enum

from claims.extract.dates.deadlines import is_arranged, looks_ahead, runs_since, tells_past
from claims.extract.dates.planned import is_planned, was_expected
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.verbs import PAST

_BEGIN = (
    r"(?:be|begin|start|open|reopen|end|close|take|play|meet|face|appear|vote|return|arrive|leave|run|launch|go"
    r"|hold|come|release|publish|give|speak|travel|visit|join|retire|expire|reach|make|land|report|decide"
    r"|hear|resume|continue|enter|elect|pay|move|undergo|deliver|perform|marry|step down"
    r"|host|compete|become|receive|finish|complete|stand|testify|fly|sit|fight|race)"
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|must(?! have)|(?:hopes|aims?|intends?|wants?) to|(?:set|scheduled|expected"
    r"|planned|going|slated|anticipated|forecast|predicted|projected) (?:to|for)"
    r"|(?:is|are) (?:then |now |also |not )?to"
    rf"|(?:was|were) to (?:be|{_BEGIN})|ha(?:s|ve) to be|(?:promised|pledged|vowed|hoped|hope|promises"
    r"|agreed|agrees?|threaten(?:ed|s)?) to"
    r"|(?<!had )invited (?:\w+ ){1,4}to|due for"
    rf"|due to(?= {_BEGIN}\b)|(?:falls?|falling) due"
    r"|(?:is|are|was|were) (?:\w+ )?due (?:out|in|on|by|back)"
    r"|(?:might|could) be(?= (?!reached|traced|noticed|smelled)[a-z]+e[dn]\b)"
    r"|may be(?! (?:the|an?|behind|over|due|linked|related|responsible|connected)\b)"
    r"|(?:is|are) (?:\w+ )?(?:expected|scheduled|planned|slated) (?:on|in|by|at|later|early|next)"
    r"|predicts?|(?<!had )(?<!have )(?<!has )(?<!been )(?<!was )(?<!\bit )(?<!they )(?<!he )forecasts?"
    r"(?! on\s*\Z)"
    r"|expects?|anticipates?)\b"
    r"(?:[^\w.!?;\n]+(?!(?:was|were|had|said|says|told|added|wrote|tweeted|argued|warned"
    r"|forecast(?= on\b)|(?:it|they|he|she) forecast)\b)\w+){0,16}"
    r"[^\w.!?\n]*$"
)
_WAS = re.compile(r"(?:[^\w.,;!?\n]+\w+){0,5}?[^\w.,;!?\n]+(?:was|were|had|did|went)\b")
_OFF = re.compile(
    r"[^.,;!?\n]{0,60}?\b(?P<helper>was|were|been)(?: \w+)?"
    r" (?:called off|cancell?ed|postponed|put off|scrapped|rescheduled|delayed|suspended)\b"
)
"""What does not take place on the day that was set for it."""

_LASTING = (
    r"(?:lasts|runs|continues|(?:is|are|remains) open)\b"
    r"(?=[^.!?\n]*\b(?:until|till|to|through)\b)"
)
_SCHEDULED = re.compile(
    r"\b(?:(?<!to )(?:expires|begins|(?<!housing )(?<!house )(?<!false )starts|opens|closes|ends|finishes"
    r"|resumes|reopens|launches|departs|arrives|kicks off|gets under way|enters into force|steps down"
    r"|(?:comes|goes) (?:into (?:force|effect)|out|on (?:sale|trial|show|display)|to (?:the polls|trial))"
    r"|takes (?:effect|place|office)|leaves(?: (?:the|his|her|its|their))?|runs out|falls due|meets|hosts"
    rf"|faces (?:trial|court)|turns \d\d|{_LASTING})"
    r"|[a-z]{3,}s(?<!\bwas)(?<!\bhas)(?<!\bdoes) (?:begin|start|resume|reopen|expire|meet"
    r"|take (?:effect|place)|(?:come|go) (?:into (?:force|effect)|on sale|to the polls)))\b"
    r"(?:[^\w.!?;:\n]+(?!(?:was|were|had|did|that|who|which|dead|homeless|missing|without|\w*[a-z]ed)\b)\w+){0,16}"
    r"[^\w.!?;:\n]*$"
)
"""A verb in the present tells a plan, where no word between it and the date tells what was."""

_HEAD = re.compile(
    r"(?:^|[.!?:;—(\n]\s*|[\"“”‘’]\s*|,\s(?:and|but)\s|\bthat\s)(?:(?:And|But)\s)?"
    r"(?:(?:at|by|in|from|until)\sthe\s(?:start|beginning|middle|end)\s(?:of\s)?|(?:starting\s|beginning\s)?"
    r"(?:(?:on|from|by|in|until|late|early|for|of)\s)*(?:the\s)?)?\Z",
    re.IGNORECASE,
)
"""What stands before a date that a clause begins with."""

_HEAD_SIZE = 44  # characters
_STEP = re.compile(r"[\w’'-]+|[.!?;:\n]")
_STEPS = 14  # words
_LEADS = frozenset("for in by of from".split())
_BEFORE = 140  # characters
_POINTS = re.compile(
    r"\.(?=\d)|(?<=\b[APap]\.[Mm])\.|(?<=\b[APap])\.(?=[Mm]\b)|(?<=\bM[rs])\.|(?<=\bDr)\.|(?<=\bMrs)\."
)
"""Points that end no sentence, as in "0.5" and "6 p.m."."""

_ASIDE = re.compile(r",\s(?:who|whom|whose|which|where|when|aged?)\b[^,.;:!?\n]{1,80},")
"""What only describes somebody, in the middle of a clause."""

_TOLD_AFTER = re.compile(r",[”\"’]?(?P<rest>[^,]*)\Z")

_DESCRIBES = frozenset("who whose which where".split())
_WILL = frozenset("will shall won't won’t".split())
_ALLOWED = frozenset("may can must".split())
_TO_COME = frozenset("to due set expected scheduled going planned likely".split())
_BEGINS = frozenset("begins opens expires reopens resumes".split())
_STOPS = (
    PAST
    | frozenset("was were had did has have who which that whose where said would could".split())
    | frozenset(".!?;:\n")
) - frozenset(["set", "cut", "hit", "put", "beat", "let", "shut", "read"])

_UNTIL_THEN = re.compile(
    r"\b(?:was|were|had been|served|worked|remained|stayed|lived|led)\b(?![^.!?\n]*\b(?:extend|postpon"
    r"|delay|adjourn|suspend|bann|clos|shut|barr|remand|jail|prolong|deferr|push|put|sentenc|schedul|set"
    r"|held|moved|sidelin|ground|ruled\sout)\w*)[^.!?\n]*$",
    re.IGNORECASE,
)
"""What was so until a month is over: "was envoy until December"; "was postponed until December" is not."""
_PUT_OFF = re.compile(
    r"(?<!\bhad )\b(?:extend|postpon|delay|adjourn|suspend|remand|prolong|deferr)(?:s|ed|e|es)?\b"
    r"(?:\s\w+){0,4}\s(?:until|till|through)\s(?:(?:at\s)?(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|noon|midnight)\son\s)?$"
    r"|\b(?:postponed|moved|pushed back|put back|brought forward|rescheduled|adjourned)\s(?:to|until|for)\s$",
    re.IGNORECASE,
)


class Outlook(Enum):
    """Where a date lies, seen from the day of publication."""

    BACK = "back"
    NEAREST = "nearest"  # a plan of the past, as in "was due by March"
    AHEAD = "ahead"


def lookback(match: re.Match[str], size: int) -> str:
    """So many characters before a match."""
    return match.string[max(0, match.start() - size) : match.start()]


def outlook(match: re.Match[str]) -> Outlook:
    """Where the words before and after a date put it.

    >>> outlook(re.search("May", "It opens in May")), outlook(re.search("May", "It was due by May"))
    (<Outlook.AHEAD: 'ahead'>, <Outlook.NEAREST: 'nearest'>)
    """
    lead = match[0].partition(" ")[0].lower()  # "due in" begins before "in March"
    written = _ASIDE.sub("", _POINTS.sub("", lookback(match, _BEFORE)))
    words = written.lower()
    if runs_since(f"{words}{lead} " if lead == "since" else words):
        return Outlook.BACK
    before = words + (lead if lead in _LEADS else "")
    future = _FUTURE.search(before)
    if future is None:
        told = f"{words}{lead} " if lead in _LEADS else words
        planned = is_planned(written + (lead if lead in _LEADS else ""))
        if is_arranged(told) or _is_planned(match, before, planned=planned):
            return Outlook.AHEAD
        return Outlook.NEAREST if looks_ahead(told) or was_expected(before) else Outlook.BACK
    told, start = future[0], before[: future.start()]
    if _is_told_after(told):
        return Outlook.BACK
    noun = told.startswith(("scheduled", "planned", "expected", "set", "slated"))
    if (
        noun
        and not start.endswith(("is ", "are ", "be ", "been "))
        and _WAS.match(match.string, match.end())
    ):
        off = _OFF.match(match.string, match.end())
        return Outlook.NEAREST if off else Outlook.BACK  # "games set for Sunday were held"
    past = told.startswith(("was ", "were ")) or start.endswith(
        ("was ", "were ", "originally ", "initially ")
    )
    return Outlook.NEAREST if past else Outlook.AHEAD


def is_ahead(match: re.Match[str]) -> bool:
    """Whether the words around a date put it in the future."""
    return outlook(match) is not Outlook.BACK


def was_until_then(match: re.Match[str]) -> bool:
    """Whether something only lasted until the date: "was envoy until December".

    >>> was_until_then(re.search("Until May", "Until May they had been dry"))
    True
    """
    return bool(_UNTIL_THEN.search(lookback(match, 150))) or (
        heads_clause(match) and _past_follows(match)
    )


def is_since(match: re.Match[str]) -> bool:
    """Whether something has been so since the date."""
    return runs_since(lookback(match, _BEFORE).lower())


def _past_follows(match: re.Match[str]) -> bool:
    """Whether the first verb after the date tells the past."""
    for count, step in enumerate(_STEP.finditer(match.string, match.end())):
        word = step[0]
        ends = count == _STEPS or word in ".!?;:\n"
        if ends or word in _WILL or word in {"is", "are", "has", "have"}:
            return False
        if _tells_past(word):
            return True
    return False


def is_this_coming(match: re.Match[str]) -> bool:
    """Whether "this Friday" is the coming one, as no verb of the past leads to it or follows."""
    last = re.split(r"[.!?;:\n]", lookback(match, _BEFORE))[-1]
    past = tells_past(last.lower()) or _past_follows(match)
    return is_ahead(match) or not past


def was_called_off(match: re.Match[str]) -> bool:
    """Whether what was set for the date "was called off", as it may have been on the day itself.

    >>> text = "A game set for Sunday was called off"
    >>> was_called_off(re.search("Sunday", text))
    True
    """
    off = _OFF.match(match.string, match.end())
    return off is not None and off["helper"] != "been"


def is_put_off(match: re.Match[str]) -> bool:
    """Whether something was put off until the date."""
    return bool(_PUT_OFF.search(lookback(match, 90)))


def heads_clause(match: re.Match[str]) -> bool:
    """Whether a clause begins with the date.

    >>> heads_clause(re.search("Monday", "On Monday he left")), heads_clause(re.search("May", "left in May"))
    (True, False)
    """
    return bool(_HEAD.search(lookback(match, _HEAD_SIZE)))


def _is_told_after(told: str) -> bool:
    """Whether a plan is over before the date: "will close, officials confirmed on Friday"."""
    after = _TOLD_AFTER.search(told)
    if after is None or not tells_past(after["rest"]):
        return False
    words = after["rest"].split()
    return words[0] in _DESCRIBES or not REPORTING.keys().isdisjoint(words)


def _is_planned(match: re.Match[str], before: str, *, planned: bool) -> bool:
    """Whether a verb in the present leads to the date, "expires on 31 December", or the future follows."""
    if _opens_what_comes(match):
        return True
    if not planned and not _SCHEDULED.search(before):
        return False
    follows = _STEP.match(match.string, match.end() + 1)
    return follows is None or not _tells_past(follows[0])  # "house launches in October fell"


def _opens_what_comes(match: re.Match[str]) -> bool:
    """Whether the date stands before its verb of the future: "On Friday the court will rule"."""
    text, end = match.string, match.end()
    if text[end : end + 1] in {"'", "’", "-"} or not heads_clause(match):
        return False
    last, runs = "", lookback(match, _HEAD_SIZE).lower().endswith("from ")
    for count, step in enumerate(_STEP.finditer(text, end)):
        word = step[0]
        if runs and word in _ALLOWED:
            return True
        if count == _STEPS or word in _STOPS or (last and word not in _TO_COME):
            return False
        if last or word in _WILL or word in _BEGINS or word.endswith(("'ll", "’ll")):
            return True
        if _tells_past(word):
            return False
        last = word if word in {"is", "are"} else ""
    return False


def _tells_past(word: str) -> bool:
    return word in _STOPS or (word.islower() and word.endswith("ed") and len(word) > len("need"))
