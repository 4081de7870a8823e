"""A clause and its candidate dates to named features that say whether it depends on a date outside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extract.dates.tenses import tense
from claims.extract.dates.timeline import Candidate, Timeline, days_apart
from claims.extract.grammar.listed_words import Listed
from claims.extract.grammar.tokens import tokens

_RELATIVE = frozenset("who which whose where whom that when".split())
_LINKING = frozenset("after before because since while if although though as despite due".split())
_ARTICLES = frozenset(["a", "an", "the"])
_PERSON = frozenset("he she they it his her their its".split())
_GENERAL = Listed(
    r"always|usually|often|generally|typically|never|every|historically|originally|previously"
    r"|formerly|former|known|in the past|so far|over the years|ever"
)
_CURRENT = Listed(r"currently|presently|now|not yet|yet|still|so far|at present|remains?|to date")
_SCENE = Listed(
    r"scene|at the time|when (?:the|it|he|she|they)|local time|UTC|GMT"
    r"|morning|afternoon|evening|night|noon|midnight|hours|minutes|same day|later in the day"
    r"|on board|aboard|onlookers|witnesses|bystanders?|emergency services|ambulance|firefighters"
)
_CLOCK = re.compile(r"\b(?:o['’]clock|[ap]\.?m\.?\b)\b", re.IGNORECASE)
_EVENT_NOUN = Listed(
    r"accident|attack|blast|blaze|bombing|collision"
    r"|crash|earthquake|explosion|fire|flight|game|incident|killings?|match|march|meeting|murder"
    r"|protests?|race|raid|riot|robbery|shooting|storm|strike|tournament|victims?|vote|election"
    r"|announcement|ceremony|decision|ruling|event|rally|clash|demonstrations?|airstrike|dead"
    r"|goal|final|launch|landing|eruption|outbreak|quake|suspects?|gunman|driver|pilot|plane"
    r"|aircraft|train|bus|vehicle|crew|passengers",
    before=r"(?:the|this|that|these|those)\s(?:\w+\s)?",
)
_HARM = Listed(
    r"killed|died|dead|injur\w+|wounded|hurt|crashed|struck|hit|arrested|shot|won|defeated"
    r"|beat|scored|finished|hospitali[sz]ed|exploded|collapsed|fell|landed|arrived|evacuated"
)


_OPENING = 5  # sentences, the headline and the dateline among them
_SHORT = 5  # words
_NEAR_DAYS = 10
_PUBLICATION_AND_ONE = 3  # day and month of publication, and one more
_DISTANCES = ((0, "0"), (1, "1"), (2, "2"), (3, "3"), (7, "4-7"), (10**9, "8+"))  # sentences back


@dataclass(frozen=True, slots=True)
class Asked:
    """A clause whose dates are asked for, with what is known of it."""

    words: str
    kind: str = ""
    quoted: bool = False
    numbers: int = 0
    ordinal: int = 0  # of its sentence
    opens_sentence: bool = True


def clause_features(asked: Asked) -> tuple[str, ...]:
    """The named features of a clause alone.

    >>> clause_features(Asked("who was found dead at the scene", kind="event", ordinal=9))
    ('tense:was', 'kind:event', 'relative clause', 'scene', 'act')
    """
    words = tokens(asked.words)
    first = words[0].lower if words else ""
    shown = tense(asked.words)
    found = [f"tense:{shown}", f"kind:{asked.kind}"]
    flags = {
        "relative clause": first in _RELATIVE,
        "subordinate": first in _LINKING,
        "apposition": shown == "none" and first in _ARTICLES and not asked.opens_sentence,
        "pronoun": first in _PERSON,
        "in a quotation": asked.quoted,
        "number": asked.numbers > 0,
        "general": _GENERAL.search(asked.words) is not None,
        "current": _CURRENT.search(asked.words) is not None,
        "scene": (_SCENE.search(asked.words) or _CLOCK.search(asked.words)) is not None,
        "event noun": _EVENT_NOUN.search(asked.words) is not None,
        "act": _HARM.search(asked.words) is not None,
        "first three sentences": asked.ordinal < _OPENING,
        "inside its sentence": not asked.opens_sentence,
        "infinitive": first == "to",
        "quotes": '"' in asked.words or "“" in asked.words,
        "short": len(words) <= _SHORT,
    }
    return (*found, *(name for name, holds in flags.items() if holds))


def candidate_features(
    timeline: Timeline, found: tuple[Candidate, ...], one: Candidate
) -> tuple[str, ...]:
    """The named features of one candidate among all."""
    days = days_apart(one.edtf, timeline.published)
    shapes = {4: "year", 7: "month", 10: "day"}
    size = "interval" if "/" in one.edtf else shapes.get(len(one.edtf), "other")
    role = one.roles[0]
    steps = next(name for limit, name in _DISTANCES if one.distance <= limit)
    flags = {
        f"role:{role}": True,
        f"role+size:{role}+{size}": True,
        f"role+back:{role}+{steps}": role not in {"published", "month"},
        "news day": "news" in one.roles,
        "day of the main event": "lead" in one.roles,
        "also published": "published" in one.roles[1:],
        "near publication": days is not None and 0 <= days <= _NEAR_DAYS,
        "ahead": days is not None and days < 0,
        "only date": len(found) <= _PUBLICATION_AND_ONE,
    }
    return tuple(name for name, holds in flags.items() if holds)
