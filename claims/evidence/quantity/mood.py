"""A statement to what it says of its numbers' truth: denied, doubted, asked, planned, early, possible."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.evidence.quantity.ages import ONE_OF_THEM
from claims.evidence.quantity.idle import CAPACITY, FORESIGHT, HEDGES, NEGATIONS
from claims.evidence.quantity.joined import TOGETHER
from claims.evidence.quantity.neighbours import (
    BACK_THEN,
    DISPUTED,
    DOUBTED,
    EARLY,
    LIMITED,
    OVERTURN,
    OVERTURNED,
    PART_YEAR,
    PARTLY,
)
from claims.evidence.quantity.statement import segment
from claims.evidence.quantity.turns import turn_at
from claims.evidence.quantity.voice import SOMEBODY
from claims.evidence.quantity.wording import VERBS, concept_of

if TYPE_CHECKING:
    from claims.evidence.quantity.amounts import Amount
    from claims.evidence.quantity.statement import Statement

_WHOLLY = re.compile(
    r"\b(?:not (?:true|the case|correct)|untrue|false|myth|wrong|incorrect|hoax|fabricated|debunked)\b",
    re.IGNORECASE,
)
_FAILED = re.compile(r"\bfail(?:ed|s|ing)? to\b", re.IGNORECASE)
_FREE_OF = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:\w+ )?free (?:of|from) (?!charge)")
_RISK_OF = re.compile(r"\b(?<!at )(?<!at the )(?:the|their|his|her|its|an? [a-z]+) risks? of\b")
"""What is counted, and no doubt: "cuts the risk of a stroke by half"."""
_MEANT = re.compile(
    r"\b(?:is|are|was|were|be|been|being) (?:\w+ly )?(?:due|set|about|scheduled"
    r"|slated|meant|supposed|poised|bound|ready|licensed|authori[sz]ed|allowed|permitted"
    r"|entitled|designed|destined|booked|called on|obliged|told|ordered) to (?!the\b|an?\b|#)"
    r"|\b(?:ordered|told|obliged) (?:(?:the|its|their|his|her|an?|all|[A-Z]\w+) (?:[a-z]+ ){0,3}"
    r"|them |him |her |it )to (?!the\b|an?\b|#)[a-z]+"
    r"|\bused to (?=[a-z])|\b(?:was|were) to (?!the\b|an?\b|#|its\b|their\b|blame\b)[a-z]+",
    re.IGNORECASE,
)
_IS_TO = re.compile(r"\b(?:is|are) to (?!the\b|an?\b|#|its\b|their\b|blame\b)[a-z]+", re.IGNORECASE)
"""What is to be will be."""
_UNDONE = re.compile(
    r"\b(?:put|called|fought|staved|warded|broken?) off\b(?! (?:the )?(?:north|south|east|west|coast|ties))"
    r"|\b(?:dropped|withdrew|shelved|lifted|blocked|stopped|halted|prevented|averted|delayed|postponed|avoided"
    r"|thwarted|foiled) (?:an?|the|its|his|her|their|all|any) (?!total\b|record\b)"
    r"|\b(?:was|were|been) (?:shelved|blocked|stopped|halted|prevented|averted|postponed|avoided|thwarted"
    r"|foiled|dropped)\b"
    r"|\b(?:refused|denied) (?:[\w’'-]+ ){1,4}an? (?:loan|grant|licence|visa|permit)\b",
    re.IGNORECASE,
)
"""What says of a deed that it was not done, or no longer holds."""
_ALL_BUT = re.compile(r"\ball but #", re.IGNORECASE)
_ALMOST = re.compile(r"\b(?:nearly|almost|all but) ([a-z]+)")
_EARLY = re.compile(
    r"\b(?:initial|early|earliest|first|preliminary|provisional|interim|partial|incomplete"
    r"|flash|advance) (?:\w+ )?"
    r"(?:reports?|counts?|estimates?|tolls?|figures?|tall(?:y|ies)|assessments?|accounts?|results?"
    r"|numbers?)\b"
    r"|\b(?:first|originally) (?:reported|said|thought|believed|announced|put)\b"
    r"|\bwith [^,;]{0,60}\b(?:counted|declared|reporting|tallied)\b"
    r"|\bexit polls?\b|\b(?:initially|at first|at the time|at that point)\b",
    re.IGNORECASE,
)
_IN_PART = re.compile(
    r"\b(?:so far|still|to date|as yet|already|also|by then|by (?:nightfall|evening|noon|dawn|midnight)"
    r"|within (?:hours|minutes)|officially|nominally)\b"
    r"|\b(?:number|toll|tally|count)\b[^,;]*\b(?:has|had) (?:now |since )?(?:risen|climbed|grown|gone up"
    r"|reached)\b",
    re.IGNORECASE,
)
_ACCUSER = re.compile(
    r"\b(?:indictments?|lawsuits?|plaintiffs?|prosecution|charge sheet|accus(?:ers?|ations?|ed|es))\b",
    re.IGNORECASE,
)
"""Who says so only accuses."""
_SAYS_BUT = re.compile(
    r"\b(?:according to|by) (?:its|their|his|her) own\b"
    r"|\b(?:says?|said|insists?|insisted|maintains?|boasts?) (?:that )?(?:it|he|she|they)\b"
    r"(?:[^;]*\bbut\b|[^;]*;[^;]*\b(?:says?|said|admits?|admitted|counts?|counted|puts?|speaks?|spoke)\b)",
    re.IGNORECASE,
)
"""What somebody says of himself, and the sentence takes back, or another tells otherwise."""
_OF_THEMSELVES = re.compile(
    r"# of [^,;#]*\b(?:say|said|claim|claimed|report|reported|consider|considered|think|believe) (?:that )?"
    r"(?:they|them)",
    re.IGNORECASE,
)
"""A share of those who say so of themselves."""
_BY_SOME = re.compile(
    r"\bby (?:some|one|another|its|his|her|their|many)\b|\bor so\b"
    r"|^\W*(?:some|others|few|many|locals|legends?|people) ",
    re.IGNORECASE,
)
"""A count that is one of several, or of somebody's own."""
_NOMINAL = re.compile(
    r"\b(?:on paper|in (?:theory|principle|name)|theoretically|at (?:best|worst)|give or take"
    r"|plus or minus|or thereabouts)\b"
    r"|, [^,;#]*\b(?:believes?|thinks?|suspects?|fears?|assumes?|supposes?|guess(?:es)?)\W*$",
    re.IGNORECASE,
)
_MADE_FUN = re.compile(
    r"\b(?:satir\w+|parod\w+|spoof|fictional|fake|hoax|joke|April Fools?|troll|forged|rumou?rs?|gossip|legend"
    r"|anonymous|unverified|viral|chain (?:letter|message))\b",
    re.IGNORECASE,
)
"""A source that is none."""
_FORECAST = re.compile(
    r"\b(?:models?|modelling|forecasts?|projections?|predictions?|scenarios?|outlook|simulations?|plans?"
    r"|drafts?)\b",
    re.IGNORECASE,
)
"""A source that only looks ahead."""
_ONCE_MEANT = re.compile(
    r"\bhad (?:\w+ly |first )?(?:expected|planned|hoped|intended|forecast|predicted|promised|wanted|budgeted"
    r"|estimated|feared|thought|believed)\b|\bhad put (?:the|its|their|his|her) [^,;#]*\bat [$€£]?#",
    re.IGNORECASE,
)
"""What was expected or meant before something else came."""
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were|been) (?:\w+ly )?(?:said|thought|believed|rumou?red|feared|understood|alleged"
    r"|reported|supposed|assumed|estimated) to\b",
    re.IGNORECASE,
)
_MADE_UP = re.compile(
    r"\bin (?:an?|the|his|her|its|one|this|that|some) (?:\w+ ){0,2}(?:film|movie|novel|comic|video game"
    r"|series|play|myth|legend|tale|imagination|dream|simulation|poem|sketch|advertisement|parody|satire"
    r"|drill)s?\b"
    r"|\b(?:to (?:judge|go) (?:by|from)|judging (?:by|from)|going by|to hear (?!that\b)\w+)\b"
    r"|\b(?:has|have|had|would have) it that\b|\bas [^,;#]{1,40} (?:has|have|had|would have|puts?) it\b"
    r"|, (?:the|its|their|his|her) (?!(?:\w+est|most|least|only|first|last|best|worst)\b)(?:[a-z]+ ){1,2}"
    r"(?!(?:ad|per|o)mitted|conceded|acknowledged|explained|recalled|stressed|observed|recorded|counted"
    r"|calculated|included|excluded|combined|involved|needed|concerned)[a-z]+ed[^\w#]*$"
    r"|\b(?:imagine|suppose|let us say) (?:that )?\w",
    re.IGNORECASE,
)
"""What holds in a story, or as somebody would have it."""
_AHEAD = re.compile(
    r"(?:(?:in|over|within|during) )?(?:the )?(?:next|coming)\b|tomorrow\b", re.IGNORECASE
)
"""A time that has not come yet."""
_CLAIMING = re.compile(
    r"\bclaim(?:s|ed|ing)? (?:(?:the|at least|more than|about|some|nearly) )*(?:#+ )?(?:\w+ )?"
    r"(?:life|lives)\b"
    r"|(?:#|\b(?:of|all|new|more|their|its|for|the|asylum|insurance|benefits?|compensation|damages)) claims\b"
    r"|\bclaims (?:for|were|was|are|against|from|rose|fell|in)\b",
    re.IGNORECASE,
)
"""Where "claim" doubts nothing: what takes lives, and what is asked of a fund or an office."""
_LACK = re.compile(
    r"\b(?:cannot|can ?not|no|never|without|free (?:of|from)(?! charge)"
    r"|(?:do|does|did|is|are|was|were|has|have|had|could)"
    r"(?: not|n[’']t)|can[’']t) (?:\w+ly )?(\w+)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*")
_SECOND = re.compile(r"\W*(?:and|or) (?:\w+ly )?(?![a-z]+(?:ed|s)\b)([a-z]+) ")
_AUXILIARY = re.compile(r"\b(?:will|would|could|may|might|should|must|can|plans to|wants to)\b")
_NAMES_TOO = frozenset("may will can".split())
"""Auxiliaries that are the names of a month and of men, where they stand with a capital letter."""
_PASTS = frozenset(
    """built sold bought lent spent left lost won paid found held shot flew flown drove ate spoke
    spoken stole began begun""".split()
)
"""Past forms of verbs that do not end as others do."""
_BOUND_WORDS = re.compile(
    r"\b(?:no|not) (?:more|less|fewer|longer|greater|higher|lower|older|younger) than\b"
    r"|\bnot only\b|\bno\. ?#"
    r"|(?:\bnot|n[’']t) (?=[^,;#]*\b(?:until|till) #)"
    r"|\b(?:than|as) (?:\w+ ){0,3}(?:planned|expected|promised|forecast|predicted|hoped|budgeted|intended)\b"
    r"|\bnot quite\b|\bnot exceeding\b|\bno doubt\b",
    re.IGNORECASE,
)
_FORESIGHT = {mood: frozenset(listed.split()) for mood, listed in FORESIGHT.items()}

_OF_THE_COUNT = frozenset([BACK_THEN, LIMITED, PART_YEAR, SOMEBODY, ONE_OF_THEM, TOGETHER])
"""Standings that say what was counted, and nothing of whether it is so."""


def mood(found: Statement, amount: Amount) -> frozenset[str]:
    """Denied, doubted, planned, forecast, possible or conditional: what is said of one amount's truth.

    >>> from claims.evidence.quantity.statement import statement
    >>> found = statement("The city built 300 flats and plans 200.", published=None)
    >>> [sorted(mood(found, a)) for a in found.amounts]
    [[], ['plan']]
    """
    text = _own_text(found, amount) + _shared_auxiliary(found, amount)
    spoken = {w.lower() for w in _TOKEN.findall(found.lead)}
    refused = spoken & NEGATIONS or any(w.endswith(("n't", "n’t")) for w in spoken)
    untrue = is_called_untrue(found.plain)
    if refused or untrue:
        text = f"not {text}"
    spoken |= {"whether"} & _tokens(found.text)
    foreseen = {"forecast"} if _FORECAST.search(found.lead) else set()
    spoken |= _unclaimed(found.plain)
    foreseen |= {"untrue"} if untrue else set()
    return _mood(text) | foreseen | ({DOUBTED} if spoken & HEDGES else set()) | _standing(found)


def is_called_untrue(sentence: str) -> bool:
    """Whether a sentence calls something untrue as a whole.

    >>> [is_called_untrue(f"It is {t} that 12 died.") for t in ("not true", "clear")]
    [True, False]
    """
    return _WHOLLY.search(sentence) is not None


@lru_cache(maxsize=64)  # a sentence has many numbers
def _tokens(text: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _TOKEN.findall(text))


@lru_cache(maxsize=64)
def _unclaimed(plain: str) -> frozenset[str]:
    """The words of a sentence without a "claim" that doubts nothing."""
    return _tokens(_CLAIMING.sub(" ", plain))


def _own_text(found: Statement, amount: Amount) -> str:
    """The sentence without what it says of other numbers, of a part, or of what is to come."""
    others = {segment(found, a) for a in found.amounts} - {segment(found, amount)}
    text = found.plain
    for start, end in (*others, *found.asides):
        if not start <= amount.start < end:
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _shared_auxiliary(found: Statement, amount: Amount) -> str:
    """The "will" that a second verb shares with a first: "it will close two plants and cut 40 jobs"."""
    start, _ = segment(found, amount)
    verb = _SECOND.match(found.plain[start:])
    before = _AUXILIARY.findall(found.plain[:start])
    bare = verb and concept_of(verb[1]) in VERBS and verb[1] not in _PASTS
    return f" {before[-1]}" if before and bare else ""


def _standing(found: Statement) -> set[str]:
    """What the whole sentence says of its numbers: a question says nothing, a first toll little."""
    ahead = any(_AHEAD.match(p.words) for p in found.periods)
    standing = {"forecast"} if ahead else set()
    said = _said_of_all(found.text, found.plain, found.lead)
    return standing | said | (found.standing - _OF_THE_COUNT)


@lru_cache(maxsize=64)  # a sentence has many numbers
def _said_of_all(text: str, plain: str, lead: str) -> frozenset[str]:
    standing = {"asked"} if text.rstrip(" \"”’')»").endswith("?") else set()
    standing |= {PARTLY} if _IN_PART.search(f"{lead} {plain}") else set()
    standing |= {OVERTURNED} if OVERTURN.search(plain) else set()
    doubted = (
        _HEARSAY.search(text)
        or _NOMINAL.search(plain)
        or _MADE_UP.search(plain)
        or _BY_SOME.search(lead)
        or _ACCUSER.search(lead)
        or _MADE_FUN.search(lead)
        or _SAYS_BUT.search(text)
        or DISPUTED.search(f"{lead} {plain}")
    )
    standing |= {DOUBTED} if doubted else set()
    standing |= {"of themselves"} if _OF_THEMSELVES.search(plain) else set()
    return frozenset(standing | ({EARLY} if _EARLY.search(f"{lead} {plain}") else set()))


def denied(found: Statement) -> tuple[str | None, ...]:
    """What a sentence denies as part of what is counted: those who "cannot read", "had no water".

    >>> from claims.evidence.quantity.statement import statement
    >>> denied(statement("One in five adults cannot read.", published=None))
    ('read',)
    """
    return tuple(concept_of(m[1].lower()) for m in _LACK.finditer(found.plain))


@lru_cache(maxsize=64)
def _mood(plain: str) -> frozenset[str]:
    text = _BOUND_WORDS.sub(" ", plain)
    found = {"denied"} if _FAILED.search(text) else set()
    if " free " in text and _FREE_OF.search(text):
        found.add("denied")
    if "risk" in text and (bare := _RISK_OF.sub(" ", text)) != text:
        text = bare
        found.add("risk")
    found |= {"once meant"} if _ONCE_MEANT.search(text) else set()
    if _ALL_BUT.search(text) or any(
        m[1] == "sank" or concept_of(m[1].lower()) in VERBS or turn_at(text, m[1].lower(), m.end())
        for m in _ALMOST.finditer(text)
    ):
        found.add("denied")
    found |= {"undone"} if _UNDONE.search(text) else set()
    found |= {"plan"} if _MEANT.search(text) else set()
    found |= {"forecast"} if _IS_TO.search(text) else set()
    for raw in _TOKEN.findall(text):
        word = raw.lower()
        if (word in _NAMES_TOO and raw[0].isupper()) or raw == "IF":  # as in "Mora IF"
            continue
        if word in NEGATIONS or word.endswith(("n't", "n’t")):
            found.add("denied")
        if word in CAPACITY:
            found.add("capacity")
        found |= {mood for mood, words in _FORESIGHT.items() if word in words}
    return frozenset(found)
