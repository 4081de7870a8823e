"""What a sentence adds behind its number: mere detail, or something by which the number may not hold.

Almost everything that is added to a figure that holds begins in one of a few ways ("most of them women",
"up from 40", "because of the rain"). What begins otherwise is not taken for detail.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.idle import FORESIGHT, HEDGES, NEGATIONS, PLACES
from claims.evidence.quantity.statement import EVENT_FRONT, occasion
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both
from claims.evidence.quantity.wording import concept_of, concepts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.evidence.quantity.sides import Side

_PARTED = re.compile(
    r"(?P<comma>[,()–—]| - )(?![\d#])|(?P<stop>[;:])"
    r"|(?<!#, )\b(?=when\b)|\b(?=(?:but|though|although|while|whereas|if|unless|once|as long as|(?<!the )then"
    r"|(?:before|until) (?:it|he|she|they|[a-z]+ing))\b)",
    re.IGNORECASE,
)
_CONTRASTS = re.compile(
    r"\W*(?:and |or )?(?:but|though|although|while|whereas|yet)\b", re.IGNORECASE
)
_TAKES_BACK = re.compile(
    r"\b(?:not|no|never|\w+n[’']t|would|could|may|might"
    r"|(?:it|they)(?! (?:will|plans?|wants?|hopes?|intends?|aims?"
    r"|was (?:built|designed|made|meant) (?:for|to))\b"
    r"| (?:are|make up|form|represent) (?:only |just )?#+ of (?:its|the|their) population)"
    r"|this|that|these|figures?|numbers?|counts?"
    r"|tolls?|others?|critics|doubt\w*|disput\w*|says?|said|claim\w*|only|estimat\w+"
    r"|record(?:s|ed)|report(?:s|ed)|finds?|found|sees?|saw)\b",
    re.IGNORECASE,
)
"""What a contrast speaks of if it may take the number back: the figure itself, or who denies it."""
_DETAIL = re.compile(
    r"\W*(?:(?:most|many|some|half|all|both|each|none|several|one|two|[a-z]+ths)\b[^,]*\bof\b|#"
    r"|(?:up(?! to)|down|more|fewer|less|higher|lower|compared|against|than|above|below|short"
    r"|(?!other|rather)[a-z]+er than|well"
    r"|(?:far|much|slightly|somewhat) (?:more|less|fewer|higher|lower|above|below)"
    r"|(?:nearly|almost|about|around|roughly|twice|half) [\w#])|enough (?:for|to)\b"
    r"|(?:mostly|mainly|largely|partly|chiefly|because|thanks|due|owing|and|with|which|who|whom|whose|is|are"
    r"|was|were|has|have|had|will|where|of|the|its|their|his|her|including|among|as|to|for|in|at|on|by|from"
    r"|into|over|through|during|since|along|near|also|plus|making)\b"
    r"|an? (?!(?:\w+ )?(?:figure|number|count|claim|estimate|statistic|sum|guess|forecast)\b)"
    r"|(?!(?:later|now|then|today|soon|since|previously|originally|initially|next|maybe|perhaps|possibly"
    r"|probably|actually|really|correctly|yesterday|once|others?|some|critics|opponents)\b)"
    r"(?:[a-z-]+ ){1,2}(?:\d+ )?(?:only |just |about )?[$€£]?#[^,;:]*$"
    r"|or (?:#|about|some|nearly|almost|roughly|an? |one )"
    r"|(?!depending|counting|excluding)[a-z]+ing\b|[a-z]+ed\b)",
    re.IGNORECASE,
)
"""How begins what only describes: a part, a comparison, a reason, an apposition, a place."""
_PHRASE = re.compile(
    r"\b(?:in|on|at|by|for|among|under|during|over|within|between|across|with|without|through|up to)"
    r" ([a-z'’-]+(?: [a-z'’-]+){0,3}?)(?=$|[.,;:)]| #| (?:in|on|at|by|for|of|to|from|and|or|that|who|when)\b)"
)
_NARROWS = re.compile(
    r"\W*(?:with (?:(?:the|its|an?|one|two|their|some|all|no) )*"
    r"(?:(?!(?:in|on|at|of|from|to|for|still|\w+ing(?! *\W*$)|\w+ed)\b)[a-z'’-]+ ?){1,3}\W*$"
    r"|for (?!(?:the (?:first|second|third|last)|example|instance|an? (?:total|record)|which|whom|fear|now"
    r"|good|years?|more|less|almost|nearly|about|his|her|their)\b)[a-z]"
    r"|among (?!(?:them|others|whom|which|the (?:most|least|\w+est))\b)"
    r"|in (?:[a-z]+ )+(?:years|months|weeks|seasons|times|places|cases)\W*$)"
)
"""What says for whom, with what or when a number holds, though it begins as detail does: "with overtime"."""
_ITS_OWN = re.compile(r"[a-z] #+\W*$")
"""What ends in a number of its own: "among children 64 percent"."""
_ARTICLES = frozenset("the a an its their his her".split())
_THEIR_WAY = ("its way", "their way", "his way", "her way")
_ALWAYS = frozenset(
    [
        "all",
        "total",
        "the end",
        "the process",
        "any case",
        "the world",
        "question",
        "the last census",
        *_THEIR_WAY,
    ]
)
_DOUBTS = NEGATIONS | HEDGES
_AHEAD = re.compile(
    r"\W*(?:which|who|where) (?:will|can|(?:is|are|plans?|wants?|hopes?|aims?) to)\b"
)
"""What is told further of who has the number, and has not come yet."""
_MOODS = _DOUBTS | {w for listed in FORESIGHT.values() for w in listed.split()} | {"invented"}
_LIKENED = re.compile(
    r"\W*(?:\w+ )?(?:#+|double|half|(?:#+|several|many) times) (?:the|as|what|that|its|their)\b"
)
_MEASURED = re.compile(r"\b(?:than|what|as|whether|because)\b")
_AMONG = re.compile(r"\bamong (?!them\b|others\b)[^,;:]*#|\bto (?:it|them|him|her)sel(?:f|ves)\b")
_COMPARED = re.compile(
    r"\b(?:more|less|fewer|higher|lower|longer|shorter|bigger|larger|smaller|above|below) than\b"
)
_SOURCE = re.compile(
    r"[^,;:]*\b(?:an?|any|no|the|his|her|their|its) (newspaper|paper|report|study|survey|statement"
    r"|bulletin)s?\b"
)
"""What is a source elsewhere, as what something is done to: "read a newspaper"."""
_YEAR_BEFORE = re.compile(r"\byear (?:earlier|before|ago)$|\bprevious year$", re.IGNORECASE)
_TAKEN_BACK = re.compile(
    r"\b(?:all|most|much|half|some|#+) of (?:which|it|them|whom|that)\b[^,;:]*\b(?:back|returned|recovered"
    r"|refunded|repaid|reversed|withdrawn|revoked|cancelled|canceled|annulled|reinstated)\b"
)
_IF_INSERTED = re.compile(r", (?:if|once|when|unless|until|while|where) [^,;:#]*, ")
_CUT_OFF = re.compile(
    r"\b(?:included|excluded|excepted|omitted|left out|counted(?: \w+)?|aside|apart|alone)\W*$",
    re.IGNORECASE,
)
"""How ends what says of what a number is: "evening courses included"."""
_INSERTED = re.compile(
    r", (?:(?:[a-z]+ed|born|built|in|on|of|with|at|aged?|now|who|which|is|was|has|had|its|their|about|some"
    r"|magnitude) )*[$€£]?$"
)
"""What stands before a number that is itself an insertion: "Ana Kovic, 41, leads the firm"."""
_HEAD = re.compile(r"\W*(?:The )?([A-Za-z]+) of (?!the two\b)")
_NO_HEAD = frozenset(
    """number numbers total amount share rate rates level levels proportion percentage point sum count toll
    quantity part all most many some half none one each both few several dozens hundreds thousands millions
    majority city town village state area people persons figure figures because
    instead""".split()
)
_FRONT = re.compile(
    r"\W*(?!Under (?:the|this|that) \w+,|In (?:all|short|sum|total|brief|fact|addition|effect|other words"
    r"|round (?:terms|numbers|figures))\b|(?:By|For|As|At) (?:contrast|comparison|example|instance|a result"
    r"|least|last)\b)(?:[A-Z]\w+ly|Soon|One|Together|Along|Contrary|Had|Were"
    r"|At|By|During|For|From|In|On|Over|Under|With|Without|Within|Among|Until|When|While|If|As|Once"
    r"|Before|Where|Despite|Counting|Including)\b[^,;:#]*,"
)
"""A phrase in front of a sentence that is not its subject."""
_BARE_FRONT = re.compile(
    r"\W*(?:At|As|By|During|For|From|In|On|Under|With|Without|Among|Before) (?:[a-z’'-]+ ){1,4}(?=[A-Z][a-z])"
)
_IN_SOME = re.compile(
    r"\W*(?:In|At|On|Among) (?:#+ of|(?:one|some|several|many|most|half|parts)(?: of)?) (?:the|these|its) "
)
"""A front that cuts out a part: "In one of the caves …"."""
_EARLIER = re.compile(r"\W*(Before|Until|Prior to) (?!#)")
_AT_AGE = re.compile(r"\W*(?:At|Aged|Before|Until) (?:the age of )?\d{1,2},")
_PLAIN = frozenset(
    """in on at for of by the a an its their his her to and recently finally eventually additionally
    tragically sadly total""".split()
)
_PLACES = concepts(PLACES)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def tail_hinders(ours: Side, theirs: Side) -> Hindrance:
    """Whether the passage adds something to its number that is not known to be harmless.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> def added(tail):
    ...     one, two = (statement(f"It has 640 beds{t}.", published=None) for t in ("", tail))
    ...     return tail_hinders(side(one, one.amounts[0]), side(two, two.amounts[0])).to_agree
    >>> added(", most of them new"), added(", children's beds included"), added(" when all are made")
    (None, 'NOT002', 'NOT002')
    """
    known = {_root(m[0]) for m in _WORD.finditer(ours.said.text)}
    if _fronted(theirs, known) or _TAKEN_BACK.search(theirs.said.plain, theirs.amount.end):
        return both("NOT002")
    if _INSERTED.search(theirs.said.plain[: theirs.amount.start]):
        return BOTH_FREE
    end = (
        max(a.end for a in (theirs.amount, *theirs.said.amounts))
        if theirs.derived
        else theirs.amount.end
    )
    for chunk in _chunks(theirs.said.plain, end):
        new = [m[0] for m in _WORD.finditer(chunk) if _root(m[0]) not in known]
        if not new or all(word[0].isupper() for word in new):
            continue
        if _told_again(chunk, new, known):
            continue
        if chunk.startswith(" when ") or (
            chunk.startswith("when ") and occasion(theirs.said.plain)
        ):
            harmless = True
        elif _CUT_OFF.search(chunk) or (_NARROWS.match(chunk) and not _ITS_OWN.search(chunk)):
            harmless = False
        elif _CONTRASTS.match(chunk):
            harmless = not _TAKES_BACK.search(chunk)
        else:
            harmless = bool(_DETAIL.match(chunk)) and not _unreal(new, chunk)
        if not harmless:
            return both("NOT002")
    return both("NOT002") if _set_apart(ours, theirs, end, known) else BOTH_FREE


def _told_again(chunk: str, new: list[str], known: set[str]) -> bool:
    """Whether a clause says nothing but what the claim says: "when it sank"."""
    said = {_root(m[0]) for m in _WORD.finditer(chunk)} & known
    idle = all(concept_of(w.lower()) is None and w.lower() not in _MOODS for w in new)
    return idle and any(concept_of(w) is not None for w in said) and chunk.startswith("when ")


def _unreal(new: list[str], chunk: str) -> bool:
    """Whether a detail calls a part of what was counted planned, missing or made up."""
    told = {w.lower() for w in new} & (_DOUBTS if _AHEAD.match(chunk) else _MOODS)
    return bool(told) and _MEASURED.search(chunk) is None and _LIKENED.match(chunk) is None


def _set_apart(ours: Side, theirs: Side, end: int, known: set[str]) -> bool:
    """Whether a phrase of mere small words behind a number says when or by whom it holds: "in some years"."""
    after = theirs.said.plain[end : None if theirs.derived else theirs.span[1]]
    for match in _PHRASE.finditer(after):
        words = [w for w in match[1].split() if w not in _ARTICLES]
        idle = all(concept_of(w) is None or concept_of(w) in _PLACES for w in words)
        placed = (
            bool(words)
            and match[1].startswith(("the ", "its ", "their "))
            and concept_of(words[-1]) in _PLACES
        )
        told = known & {_root(w) for w in words}
        if words and idle and not placed and not told and match[1].strip() not in _ALWAYS:
            return True
    if _AMONG.search(after) and not known & {"among"}:
        return True
    source = _SOURCE.match(after)
    if source and source[1] not in ours.said.plain:
        return True
    compared = _COMPARED.search(after) is not None and _COMPARED.search(ours.said.plain) is None
    return compared and not _year_on_year(ours, theirs)


def _year_on_year(ours: Side, theirs: Side) -> bool:
    """Whether a change is told from the year before, and the claim tells it of a year."""
    told = [p for p in theirs.said.periods if p.way == "than"]
    years = [p for p in ours.periods if p.first[0].isdigit() and p.first[4:] == "-01-01"]
    whole = bool(years) and all(p.last == f"{p.first[:4]}-12-31" for p in years)
    before = f"{int(years[0].first[:4]) - 1}-" if whole else ""
    return (
        whole
        and bool(told)
        and all(_YEAR_BEFORE.search(p.words) or p.first.startswith(before) for p in told)
    )


def _fronted(side: Side, known: set[str]) -> bool:
    """Whether the sentence opens with a setting of which the claim says nothing: "At full capacity, …"."""
    if _IF_INSERTED.search(side.said.plain[: side.amount.start]):
        return True
    head = _HEAD.match(side.said.plain)
    if (
        head
        and concept_of(head[1].lower()) is None
        and not {head[1].lower(), _root(head[1])} & (known | _NO_HEAD)
    ):
        return True
    if (
        _AT_AGE.match(side.said.text)
        or _IN_SOME.match(side.said.lead or side.said.plain)
        or _bare_front(side, known)
    ):
        return True
    earlier = _EARLIER.match(side.said.plain)
    if earlier and earlier[1].lower() not in known:
        return True
    front = None if EVENT_FRONT.match(side.said.plain) else _FRONT.match(side.said.plain)
    if front is None or front.end() > side.amount.start:
        return False
    first, *rest = [m[0] for m in _WORD.finditer(front[0])]
    how = first.endswith("ly") and first.lower() not in _PLAIN | known
    return (
        how
        or first in {"Until", "Soon"}
        or any(w.islower() and w not in _PLAIN and _root(w) not in known for w in rest)
    )


def _bare_front(side: Side, known: set[str]) -> bool:
    """Whether the sentence opens with such a setting without a comma: "As a coach Ana Kovic won …"."""
    front = _BARE_FRONT.match(side.said.plain)
    if front is None or front.end() > side.amount.start:
        return False
    told = (w for w in _WORD.findall(front[0])[1:] if concept_of(w) is not None)
    return any(_root(w) not in known for w in told)


def _chunks(plain: str, end: int) -> Iterator[str]:
    """What stands behind a number's own stretch, up to the next clause that stands for itself."""
    start = None
    for match in _PARTED.finditer(plain, end):
        if start is not None:
            yield plain[start : match.start()]
        if match["stop"]:
            return
        start = match.end()
    if start is not None:
        yield plain[start:]


def _root(word: str) -> str:
    lower = word.lower()
    return concept_of(lower) or lower
