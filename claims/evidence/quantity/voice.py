"""A claim that leaves out who did it, to what a sentence in the active says of the same without its subject.

"24 barns were destroyed" names nobody; "the storm destroyed 24 barns" says that and more.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.idle import CAPACITY, FORESIGHT, HEDGES, NEGATIONS, SUBGROUPS
from claims.evidence.quantity.statement import LONGEST
from claims.evidence.quantity.wording import concept_of
from claims.text.calendar_names import MONTH, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator

SOMEBODY = "by somebody"
"""The standing of a statement whose number may be another's or a part: what one of several may have done."""

_DONE = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:[a-z]+ly )?(?P<done>(?![a-z]+ing\b)[a-z]+)\b"
    r"(?! by (?!\d|then\b|the end\b))"
)
_FRONT = re.compile(
    rf"(?:(?:In|On|At|By|During|Since|Between|After|Before|Within|From|Last|This|That)\b[^,;:]{{1,60}}, "
    rf"|(?:In|By|During|Since) (?:(?:{MONTH}) )?\d{{4}} |On (?:{WEEKDAY}) "
    rf"|Last (?:year|month|week|night|{WEEKDAY}|{MONTH}) )?"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_NUMBER = (
    r"(?:(?:about|around|some|nearly|almost|roughly|over|more than|fewer than|less than|at least|up to"
    r"|a total of|only|just|another|all|the|its|their) )*(?:[$€£]|\d|(?:one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|half)\b|[a-z]+(?:teen|ty)\b)"
)
_COUNTED = re.compile(rf" {_NUMBER}", re.IGNORECASE)
_OBJECT = re.compile(rf"(?: down| up| off| out)? (?:{_NUMBER}|(?:the|an?|his|her|its|their|[A-Z]))")
_LED = frozenset(
    """the a an of and or to by be been being was were is are not his her its their this that these
    those in on at for from with who which than as""".split()
)
_UNLIKE = (
    NEGATIONS
    | HEDGES
    | CAPACITY
    | SUBGROUPS
    | {w for listed in FORESIGHT.values() for w in listed.split()}
    | frozenset(
        "who which that if when whether one some most many half only other another both last final next"
        " latest nearly almost virtually".split()
    )
)
"""Words in a subject by which the rest does not hold without it."""
_MOST_WORDS = 8
_ONE_BODY = re.compile(r"[Tt]he [a-z’' -]+ ")
"""Who did it, where no other of the kind is likely: "the court", and not "French regulators"."""


def left_open(claim: str) -> frozenset[str]:
    """The concepts of what a claim tells as done without saying by whom.

    >>> sorted(left_open("In May 24 barns were destroyed and 3 men hurt."))
    ['destroy']
    >>> sorted(left_open("In May 24 barns were destroyed by a storm."))
    []
    """
    done = (concept_of(m["done"]) for m in _DONE.finditer(claim))
    return frozenset(c for c in done if c)


def without_doer(sentence: str, acts: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """What a sentence in the active says was done, and what that leaves open.

    >>> list(without_doer("On Monday the storm destroyed 24 barns.", frozenset(["destroy"])))
    [('On Monday destroyed 24 barns.', frozenset({'by somebody'}))]
    >>> list(without_doer("The watchdog fined the bank 3 million euros.", left_open("It was fined.")))
    [('Fined the bank 3 million euros.', frozenset())]
    """
    if not acts or len(sentence) > LONGEST:
        return
    front = _FRONT.match(sentence)
    start = front.end() if front else 0
    before: list[str] = []
    for word in _WORD.finditer(sentence, start):
        done = word[0].islower() and before and concept_of(word[0]) in acts
        if done and before[-1] not in _LED and _OBJECT.match(sentence, word.end()):
            sure = _ONE_BODY.fullmatch(sentence, start, word.start()) is not None
            sure = sure and _COUNTED.match(sentence, word.end()) is None
            rest = sentence[word.start() :]
            told = f"{sentence[:start]}{rest}" if start else f"{rest[0].upper()}{rest[1:]}"
            yield told, frozenset() if sure else frozenset([SOMEBODY])
            return
        before.append(word[0].lower())
        between = sentence[start : word.end()]
        if (
            word[0].lower() in _UNLIKE
            or len(before) > _MOST_WORDS
            or re.search(r"[,;:()\d]", between)
        ):
            return
