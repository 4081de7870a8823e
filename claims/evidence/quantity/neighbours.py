"""What the sentences beside one say of its numbers: untrue, put right later, or of a part only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.backrefs import goes_back
from claims.text.calendar_names import WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DENIED, DOUBTED, EARLY, LIMITED, OVERTURNED = "denied", "doubted", "early", "limited", "overturned"
PART_YEAR = "part of a year"
BACK_THEN = "before that"
PARTLY = "in part"
"""What may not be all: it may agree, but clashes with nothing."""

_SOME = (
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|dozens?|hundreds?|thousands?"
    r"|millions?|billions?|half|twice|double|none)\b)"
)

_UNTRUE = re.compile(
    r"\b(?:it|this|that|these|they|which|the (?:claim|figure|number|story|statement|rumou?r|post|report)s?)"
    r" (?:is|are|was|were|ha[sd] been|have been|proved|turned out) (?:to be )?(?:(?!not )\w+ ){0,2}"
    r"(?:nonsense|false|untrue|wrong(?! to\b)|incorrect|fabricated|made up(?! of\b)|hoax|myth|lies?|debunked"
    r"|inaccurate)\b|\b(?:it|this|that) (?:is|was)(?: not|n[’']t) (?:true|correct|the case)\b"
    r"|\b(?:this|that|it|these|them) (?:to be )?(?:an? |all )?(?:\w+ )?(?:lies?|false(?:hood)?|untrue"
    r"|invention"
    r"|fabrication|nonsense|bogus)\W*$",
    re.IGNORECASE,
)
"""A sentence that calls the one before it untrue."""

_PAPER = r"(?:paper|study|article|report|statement|claim|figure|number)s?"
_RETRACTED = re.compile(
    rf"\b(?:retract(?:s|ed)?|withdr[ae]wn?s?|took back) (?:the|this|that|its|his|her|their) {_PAPER}\b"
    rf"|\b{_PAPER} (?:was|were|has been|have been) (?:\w+ )?(?:retracted|withdrawn)\b",
    re.IGNORECASE,
)
"""A sentence by which whoever said the one before no longer says it."""

_IN_FACT = re.compile(
    r"\b(?:in (?:fact|reality|truth)|actually|(?:true|real|actual|correct)"
    rf" (?:figure|number|count|toll|total|sum|amount|share|rate))\b[^.]*{_SOME}|^\W*correction\b"
    rf"|^\W*(?:in the (?:end|event)|eventually|ultimately)\b[^.]*{_SOME}",
    re.IGNORECASE,
)
"""A sentence that puts another number in the place of the one before it."""

_COUNT = r"(?:figure|number|count|toll|tally|total|estimate|statistic|percentage|share|rate|sum|amount)s?"
_RIGHTED = re.compile(
    r"\b(?:(?:death )?toll|tally|count) (?:\w+ ){0,3}"
    r"(?:risen|rose|climbed|grown|grew|increased|fallen|fell) to\b"
    rf"|\b{_COUNT} (?:\w+ ){{0,4}}(?:revised|corrected|restated|amended)\b"
    rf"|\b(?:it|they|the {_COUNT}) (?:has|have) since (?:then )?\w+"
    rf"|\b(?:later|afterwards|subsequently)\b[^.]*\b(?:[a-z]+ed|cut|rose|fell|grew) (?:back )?to {_SOME}"
    rf"|^\W*by (?:then|{WEEKDAY}|(?:the |this )?(?:morning|evening|noon|night))\b[^.]*\d"
    rf"|^\W*(?:now|today|by now|since then),? (?:it|they|there|the {_COUNT})\b"
    rf"|\b(?:revised|corrected|restated|amended) (?:it|this|that|(?:the|this|that|its|their) {_COUNT})\b",
    re.IGNORECASE,
)
"""A sentence by which the number before it was an early one."""
_UNFINISHED = re.compile(
    r"\bnot (?:yet )?(?:in|available|complete|final)(?: yet)?\W*$|\bincomplete\b"
    r"|\b(?:still|yet) (?:coming in|being counted|to (?:be counted|come in|report))\b",
    re.IGNORECASE,
)
"""A sentence by which more is to be counted."""

_ADDED = re.compile(
    r"\b(?:he|she|it|they)\b[^.;#]*\b(?:added (?:\d|an?other|a further|[a-z]+ (?:more|others?)\b)"
    r"|(?:[\d,.]+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|dozens|many) more\b(?! than))"
    r"|^\W*(?:(?:and|but) )?(?:the|its|his|her|their) (?:rest|remainder|balance|others?)\b"
    r"|\badd(?:s|ed)? (?:about |another |some )?\d"
    r"|^\W*(?:elsewhere|in (?:(?:the|all) )?other [a-z]+|in the (?:rest|remainder) of)\b"
    r"|\b(?:(?:is|are|remain\w*|still|reported) (?:missing|trapped|unaccounted)|feared dead"
    r"|critical condition)\b"
    r"|\b(?:he|she|it|they) still (?:owe|need|lack|ha[sv]e? to)",
    re.IGNORECASE,
)
"""A sentence by which there is more of the same."""

DISPUTED = re.compile(
    r"\b(?:dispute|contest|challenge|question|doubt|reject|denie|deny)(?:s|d|ed)?"
    r" (?:the|this|that|these|both) "
    rf"(?:claims?|numbers?|{_COUNT}|account|version)\b"
    rf"|\bputs? (?:the|its|their|that) (?:own )?(?:(?:death )?{_COUNT}|losses|dead|deaths|casualties) at\b"
    r"|\b(?:knows?|knew|aware) of (?:none|no|nothing)\b|\bnothing of the (?:sort|kind)\b"
    r"|\b(?:knows?|knew) of (?:only )?[\w,]+ (?:dead|deaths|victims|cases|such)\b"
    r"|\btoo (?:high|low|large|small)\W*$"
    r"|\b(?:exaggerat|inflat(?!ion)|overstat|understat|overestimat|underestimat)\w+ (?:figure|number)?"
    r"|\bputs? (?:it|them|this) at\b"
    r"|\b(?:speaks?|spoke|talks?|talked) of (?:far |many |much )?(?:fewer|more|less)\b"
    r"|\b(?:report|sa[yi]|speak|see|show|suggest|find|count|estimate|put)\w* (?:far |much |considerably "
    r"|even )?"
    r"(?:lower|higher|smaller|larger|fewer) (?!than\b)[a-z]+\W*$"
    r"|\b(?:confirm|count|acknowledge|admit|record|register|verif|recogni[sz]|f[io]u?nd|say|said|speak"
    r"|spoke)\w*"
    r" (?:that |of )?(?:only|just) \d"
    r"|\bconfirmed (?:about |some )?[\d,.]+ (?:of (?:these|those|them)|cases|deaths)\b"
    r"|\b(?:cannot|can not|could not|couldn[’']t|can[’']t) (?:be )?(?:\w+ly )?"
    r"(?:checked|verif(?:y|ied)|confirm(?:ed)?)\b",
    re.IGNORECASE,
)
"""Where somebody else tells another number, or nobody can tell."""

_LIMITS = re.compile(
    r"^\W*(?:(?:all|the|these|this|that|both|its|their|our) )*"
    rf"(?:{_COUNT}|data|results?|table|following|statistics)\b(?: \w+){{0,4}}?"
    r" (?:refers?|appl(?:y|ies)|covers?|relates?|concerns?|excludes?|excluding|omits?|leaves? out|ignores?"
    r"|dates? (?:from|back)|(?:was|were) (?:made|taken|compiled|collected|gathered|drawn up)"
    r"|included?s?(?! (?:about |some )?\d)|excluded|omitted|left out|covered only"
    r"|counts? (?!among|as one|for)|comes? from"
    r"|(?:do|does)(?: not|n[’']t) (?:include|cover|count|contain|apply|take|reflect|allow|distinguish|refer)"
    r"|(?:is|are) an? (?:\w+ )?(?:average|mean|median|estimate|projection|extrapolation|minimum|maximum)"
    r"|(?:is|are) (?:for|before|after|net|gross|limited|restricted|adjusted|based|per|confined|only)"
    r"(?! (?:all|the (?:lowest|highest|first|second|third)|a\b|an\b)))\b",
    re.IGNORECASE,
)
"""A sentence that says of what the numbers beside it are: "The figure leaves out outpatients."."""
_LEFT_OUT = re.compile(
    r"\bnot (?:yet )?(?:counted|included|covered|contained|considered)(?: here)?\W*$"
    r"|\b(?:is|are|was|were) (?:excluded|left out|omitted|disregarded"
    r"|counted (?:separately|apart))(?: here)?\W*$"
    r"|\bnot (?:a )?part of (?:it|them|this|that)\b"
    r"|\b(?:they|it|this|that|which|most|some|both) (?:leaves? out|omits?|excludes?|ignores?"
    r"|(?:do|does)(?: not|n[’']t) (?:include|count|cover))\b"
    r"|\bcomes? on top\W*$|^\W*Not (?:counted|included|covered) (?:is|are)\b",
    re.IGNORECASE,
)
"""A sentence that names what the number before it leaves out: "Offshore parks are not counted here."."""

_NET = re.compile(
    r"^\W*(?:after|before|net of|adjusted for|excluding|including) (?!(?:that|this|it|which|\w+ing)\b)"
    rf"(?:[a-z]+ ){{0,3}}[a-z]+,? (?:it|they|he|she|the {_COUNT}) [^.]*{_SOME}",
    re.IGNORECASE,
)
"""A sentence that has the same after or before something: "After fees it lost 14 percent."."""
_SAMPLE = re.compile(
    r"\b(?:asked|polled|surveyed|questioned|interviewed|(?:survey|poll)s? (?:of|among))"
    r" (?:its|their|his|her) "
    r"|\b(?:carried out|conducted|done|held|made|asked|polled|surveyed|questioned|interviewed|tested|studied)"
    r"\b[^.;]* (?:aged|over \d+|under \d+|older|younger|who|whose|only)\b"
    r"|^Only (?:[\w#]+ )+(?:asked|polled|surveyed|questioned|interviewed|counted|tested|examined|studied)\b",
    re.IGNORECASE,
)
"""Who was asked or tested, if not everybody: shares after it hold for those alone."""

_PART_YEAR = re.compile(
    r"\b(?:first|second|third|fourth|last) (?:half|quarter|(?:three|six|nine) months)\b|\bhalf-year"
    r"|\b(?:three|six|nine) months\b|\bquarterly\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"^\W*(?:Before|Until|Prior to|In the (?:days|years|time|run-up))\b(?![^.]*\d)"
    r"|\b(?:ha[sd]|have) [^,;.#]*\b(?:before|in the past|earlier)\W*$|\bnot the first\b"
)
"""A sentence that goes back to a time before something: what follows may hold for that time."""
_BELOW = re.compile(r"\b(?:below|follow(?:s|ing))\b", re.IGNORECASE)

_NOTED = re.compile(r"(?<=[\w.,%)])[*†‡](?![*\w])")
_STRESSED = re.compile(r"\*\w[^*]*\*")
"""A word with a footnote, and one that is only stressed: "*Times*"."""

_RULED = r"(?:verdict|sentence|conviction|judge?ment|ruling|award|fine|penalty|term|damages|decision|order)s?"
_UNDONE = (
    r"(?:quashed|overturned|annulled|reversed|set aside|struck down|lifted|vacated|reduced|cut|lowered|halved"
    r"|commuted|raised|increased|suspended)"
)
OVERTURN = re.compile(
    rf"\b{_RULED} (?:\w+ ){{0,4}}(?!(?:raised|increased) from\b){_UNDONE}\b"
    rf"|\b(?:{_RULED}(?: of [$€£]?#+(?: [a-z]+)?)?|fined [^,;:]{{1,80}}), suspended\b"
    rf"|\bsuspended (?:[\w#-]+ ){{0,3}}{_RULED}\b"
    rf"|, (?:but |and )?(?:which|that|it) (?:(?:was|were|ha[sd] been) (?:\w+ )?{_UNDONE}\b"
    rf"|(?:[^\W\d]+ ){{1,4}}(?:later {_UNDONE}\b|{_UNDONE} (?:to|by) [$€£]?[\d#]))"
    r"|\bset (?:him|her|them) free\b|\b(?:higher|appellate) court\b"
    rf"|\bset (?:the|this|that|his|her|its|their) {_RULED} aside\b"
    rf"|\b{_UNDONE} (?:the|his|her|its|their|this|that) (?:\w+ )?{_RULED}\b"
    r"|\b(?:annulled|voided|invalidated|nullified)\b"
    r"|\bon appeal\b|\bappeals? (?:court|judge)|\bcourt of appeals?\b"
    r"|\b(?:acquitted|cleared|exonerated) (?:him|her|it|them)\b"
    r"|\b(?:he|she|it|they) (?:was|were|has been|have been) (?:\w+ )?(?:acquitted|cleared|exonerated)\b"
    r"|\bcharges (?:\w+ ){1,3}(?:dropped|dismissed)\b"
    r"|\b(?:was|were|been) (?:\w+ly |later |then )?(?:disqualified|stripped of)\b"
    r"|\b(?:sale|deal|takeover|purchase|merger|bid) (?:later |then |soon )?(?:fell through|came to nothing"
    r"|was (?:later )?(?:called off|blocked|cancelled|abandoned|undone))\b",
    re.IGNORECASE,
)
"""What another court made of a judgment: the one before it did not last."""


def standings(said: Sequence[str]) -> Iterator[frozenset[str]]:
    """What the sentences around each say of its numbers.

    >>> said = ["It killed 12 people.", "The toll rose to 40.", "This count leaves out soldiers."]
    >>> [sorted(found) for found in standings(said)]
    [['early'], ['limited'], []]
    """
    below = part = False
    for at, sentence in enumerate(said):
        after = said[at + 1] if at + 1 < len(said) else ""
        noted = _NOTED.search(_STRESSED.sub(" ", sentence)) is not None
        limited = below or noted or _SAMPLE.search(sentence) or _limits(after)
        found = {LIMITED} if limited else set()
        found |= {PART_YEAR} if part else set()
        back_then = any(_OTHER_TIME.search(s) for s in said[max(0, at - 2) : at])
        found |= {BACK_THEN} if back_then else set()
        rest = sentence.partition(";")[2]
        back = goes_back(after) or goes_back(rest)
        found |= {DOUBTED} if back and not limited else set()
        found |= {mark for mark, pattern in _MARKS if pattern.search(after) or pattern.search(rest)}
        yield frozenset(found)
        top = _LIMITS.search(sentence) and (at == 0 or _BELOW.search(sentence))
        below = below or bool(top) or _SAMPLE.search(sentence) is not None
        part = _PART_YEAR.search(sentence) is not None


def _limits(after: str) -> bool:
    """Whether a sentence says of what the numbers before it are."""
    limits = _LIMITS.search(after) is not None and not _BELOW.search(after)
    return limits or _NET.search(after) is not None or _LEFT_OUT.search(after) is not None


_MARKS = (
    (DENIED, _UNTRUE),
    (DENIED, _RETRACTED),
    (DENIED, _IN_FACT),
    (DOUBTED, DISPUTED),
    (EARLY, _RIGHTED),
    (EARLY, _UNFINISHED),
    (OVERTURNED, OVERTURN),
    (PARTLY, _ADDED),
)
