"""Which kind of claim a clause makes, in a fact-checking desk's words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extract.grammar.listed_words import Listed
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import BE, first_finite, is_adverb
from claims.model.claim import ClaimKind


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_RANKING = re.compile(
    r"\bthe\s(?:(?:second|third|fourth|fifth|world[’']s|country[’']s|nation[’']s)[\s-])?(?:most|least"
    r"|largest|biggest|smallest|highest|lowest|oldest|youngest|longest|shortest|deadliest|worst|best"
    r"|strongest|fastest|richest|poorest|tallest|busiest|heaviest|greatest)\b"
    r"|\b(?:largest|highest|lowest|deadliest|strongest|biggest)\s(?:\w+\s){0,3}(?:ever|in|of|since|on)\b"
    r"|\bthe\sfirst\s(?:\w+\s){0,4}(?:to|ever|in|since|of its kind|time)\b"
    r"|\brank(?:s|ed|ing)\b|\brecord\s(?:high|low)\b|\bfirst[- ]ever\b|\bmore\s\w+\sthan\sany\b",
    re.IGNORECASE,
)
_RULE = Listed(
    r"must|required? to|requires|allowed to|permitted to|prohibit\w*|prohibits|bans|banned from"
    r"|forbidden|forbids|by law|illegal|legally|the law|laws|constitution\w*|statute|regulations?"
    r"|eligible|mandatory|compulsory|entitled to|restricted to|limits? \w+ to|may not|cannot|can only"
    r"|stipulates?|guidelines?|the rule|the rules"
)
_CAUSE = Listed(
    r"because|because of|due to|caused by|cause of|as a result|resulted? in|resulting in|led to"
    r"|leading to|owing to|thanks to|attributed to|blamed on|in response to|prompted by|triggered by"
    r"|causing|caused"
)
_CAUSE_LEAD = re.compile(
    r"(?:because|due to|as a result|resulting|causing|leading to|owing|thanks to|in response to)\b",
    re.IGNORECASE,
)
_STATES = frozenset(
    """located based known called named considered owned expected survived required composed involved
    interested divided related opposed able limited open aged situated concerned often seven ten""".split()
)
PARTICIPLES = frozenset(
    """shot held found sent built made brought left set born sworn hit cut put met paid sold struck
    thrown won done gone torn worn shut taught caught told read led lost fought bought""".split()
)
"""Irregular participles that tell of an act after "was" or "been"."""
_PRESENT = _words(
    r"is|are|has|have|includes?|contains?|consists?|lies|lives?|works?|holds|hosts|owns|remains?"
    r"|belongs|covers|specializes|uses|operates|serves|borders|allows|means|supports?|runs|carries"
    r"|provides|produces|stands|depends|appears?|seems?|tends?|can|enjoys?|enjoyed|had been"
    r"|opposed|served|worked|lived|hosted"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of a clause beside its words."""

    attributed: bool = False  # somebody is said to say it
    sourced: bool = False  # a source is credited for a fact, not for an utterance
    quoted: bool = False  # it lies inside quotation marks
    has_cue: bool = False  # the cue stands in the clause itself
    numbers: int = 0  # quantities in it
    strong_numbers: int = 0  # those that are no age or length of time
    dated: bool = False


def kind_of(clause: str, setting: Setting) -> ClaimKind:
    """The kind of claim a clause makes.

    >>> kind_of("more than 15,000 Soviet soldiers died", Setting(numbers=1, strong_numbers=1)).value
    'quantity'
    """
    if _CAUSE_LEAD.match(clause):
        return ClaimKind.CAUSE
    if setting.attributed and not setting.sourced:
        return ClaimKind.STATEMENT
    if _RANKING.search(clause):
        return ClaimKind.RANKING
    if setting.strong_numbers:
        return ClaimKind.QUANTITY
    undated = not setting.dated
    if undated and (_RULE.search(clause) or _CAUSE.search(clause)):
        return ClaimKind.RULE if _RULE.search(clause) else ClaimKind.CAUSE
    return ClaimKind.STATUS if _stands(clause, dated=setting.dated) else ClaimKind.EVENT


def kind_of_answer(kind: ClaimKind, setting: Setting) -> ClaimKind:
    """The kind of a claim in an answer: a state of things, or what once happened, is what somebody states.

    >>> kind_of_answer(ClaimKind.STATUS, Setting()).value
    'statement'
    """
    undated = kind is ClaimKind.EVENT and not setting.dated
    return ClaimKind.STATEMENT if undated or kind is ClaimKind.STATUS else kind


def _stands(clause: str, *, dated: bool) -> bool:
    """Whether the clause tells a standing state of affairs and not something that happened."""
    words = tokens(clause)
    verb = first_finite(clause)
    if verb is None:
        return not dated and not re.match(r"\w+(?:ing|ed)\b", clause)
    if words[verb].lower in {"have", "has", "had"} and any(
        w.lower == "been" for w in words[verb + 1 : verb + 4]
    ):
        verb = next(i for i in range(verb + 1, verb + 4) if words[i].lower == "been")
    word = words[verb].lower
    follows = next(
        (w.lower for w in words[verb + 1 :] if not is_adverb(w.lower) and w.lower != "not"), ""
    )
    if word in BE or word == "been":
        return not _happens(follows) or word in {"is", "are"}
    return bool(_PRESENT.fullmatch(word)) and word not in {"has", "have"}


def _happens(word: str) -> bool:
    """Whether a word after "was" is a participle that tells of an act and not of a state."""
    ends = word.endswith(("ed", "en", "ing")) and word not in _STATES
    return ends or word in PARTICIPLES
