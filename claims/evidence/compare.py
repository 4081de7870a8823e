"""Do a claim's numbers and dates agree with a passage's? Deterministic, and silent when unsure.

Every outcome names its rule (`claims.evidence.quantity.rules`, `docs/quantity-rules.md`) and shows the
arithmetic. Each amount of the claim is held against each amount of the passage, also against those that
can be worked out, and speaks only where nothing else differs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.evidence.quantity import rules
from claims.evidence.quantity.ages import ONE_OF_THEM, aged_last, ages
from claims.evidence.quantity.anaphora import taken_up
from claims.evidence.quantity.answers import MOST_AMOUNTS, Answer, answers
from claims.evidence.quantity.attributes import aside, attributes
from claims.evidence.quantity.deeds import deeds
from claims.evidence.quantity.derived import parted
from claims.evidence.quantity.durations import lasted, lasted_on
from claims.evidence.quantity.frames import framed
from claims.evidence.quantity.joined import TOGETHER, joined
from claims.evidence.quantity.lives import level_before, lives, obituary, strength
from claims.evidence.quantity.mood import is_called_untrue
from claims.evidence.quantity.named import named
from claims.evidence.quantity.neighbours import standings
from claims.evidence.quantity.once import dated
from claims.evidence.quantity.periods import days_of
from claims.evidence.quantity.proportions import as_whole, proportioned
from claims.evidence.quantity.readings import told_once
from claims.evidence.quantity.reckoned import Reckoned, reckoned
from claims.evidence.quantity.retold import (
    as_change,
    as_members,
    maximum,
    retold,
    trimmed,
    unattributed,
)
from claims.evidence.quantity.statement import LONGEST, Statement, statement
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, is_telling
from claims.evidence.quantity.voice import left_open, without_doer
from claims.evidence.quantity.ways import as_more, as_trend
from claims.extract.quantities.mentions import quantities
from claims.model.evidence import Agreement
from claims.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.evidence.quantity.sides import Side
    from claims.model.claim import Quantity

_NOTHING: frozenset[str] = frozenset()
_AGREES = frozenset([ONE_OF_THEM])


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing, by which rule, and the arithmetic or what stood in its way."""

    agreement: Agreement
    rule: str
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Measured:
    """The numbers, dates and words of a claim that a passage is held against.

    Without `quantities` the claim is compared by its dates alone.
    """

    text: str
    quantities: tuple[Quantity, ...]
    dates: tuple[str, ...]


MOST_SENTENCES = 200
"""Sentences of a passage that are read: a passage is a few, and a page handed in whole is bounded."""


def compare(claim: Measured, passage: str, *, published: str | None) -> Comparison:
    """The clearest thing any sentence of `passage` says about the claim's numbers and dates.

    `published` is the passage's own date, against which its relative dates are read.

    >>> from claims.extract.quantities.mentions import quantities
    >>> text = "The stadium cost $2.4bn."
    >>> claim = Measured(text, quantities(text), ())
    >>> found = compare(claim, "The stadium cost 2,412 million dollars.", published=None)
    >>> found.agreement.value, found.rule
    ('agrees', 'QTY001')
    """
    if more := as_more(claim.text):
        claim = replace(claim, text=more, quantities=quantities(more))
    ours = _claim(claim)
    if not (ours.amounts or ours.periods or deeds(ours) or as_trend(claim.text)):
        return _told(_settled([]))
    theirs = list(taken_up(_told_in(passage, left_open(ours.text), published)))
    best = _best(claim, theirs)
    if rules.agreement(best.rule) is Agreement.NOT_COMPARABLE:
        best = _otherwise(claim, theirs) or best
    bare = _GLOSS.sub("", claim.text)
    if rules.agreement(best.rule) is Agreement.NOT_COMPARABLE and bare != claim.text:
        # A setting that was put in from elsewhere in the article may be unsaid where figures agree
        again = _best(replace(claim, text=bare), theirs)
        best = again if rules.agreement(again.rule) is Agreement.AGREES else best
    return _told(best)


def if_alike(claim: Measured, passage: str, *, published: str | None) -> Comparison:
    """What the numbers would say if they were known to be of the same things, times and places.

    Arithmetic alone: each number of the claim must be met for them to agree, and one that is not makes
    them clash. Whether they are of the same takes a reader. A claim with more than 12 numbers is left open.

    >>> text = "The stadium cost $2.4bn."
    >>> claim = Measured(text, quantities(text), ())
    >>> passage = "For the arena the city paid out 2,412 million dollars."
    >>> [how(claim, passage, published=None).rule for how in (compare, if_alike)]
    ['NOT003', 'QTY001']
    """
    ours = _claim(claim)
    if len(ours.amounts) > MOST_AMOUNTS:
        return _told(_settled([]))
    theirs = list(taken_up(_told_in(passage, left_open(ours.text), published)))
    found = [
        _settled(answers(replace(ours, amounts=(amount,)), theirs, hinders=_nothing_hinders))
        for amount in ours.amounts
    ]
    kinds = [rules.agreement(one.rule) for one in found]
    for kind in (Agreement.CLASHES, Agreement.NOT_COMPARABLE, Agreement.AGREES):
        if kind in kinds:
            return _told(found[kinds.index(kind)])
    return _told(_settled([]))


def is_particular(claim: Measured) -> bool:
    """Whether a number of the claim is so particular that two things of the same sort will hardly share it.

    >>> [is_particular(Measured(t, quantities(t), ())) for t in ("Two men fell.", "212 men fell.")]
    [False, True]
    """
    return any(is_telling(amount) for amount in _claim(claim).amounts)


def _nothing_hinders(_ours: Side, _theirs: Side) -> Hindrance:
    return BOTH_FREE


def _otherwise(claim: Measured, theirs: list[Statement]) -> Answer | None:
    """What comes of the claim without asides, or with what was lost as a change; None where nothing does."""
    if len(claim.text) > LONGEST:
        return None
    short = trimmed(claim.text)
    for text in (
        short if short != claim.text else None,
        as_change(short),
        as_members(short),
        None if claim.quantities else as_trend(short),
        as_whole(short),
    ):
        if text is None:
            continue
        several = claim.quantities or quantities(text)
        found = _best(replace(claim, text=text, quantities=several), theirs)
        if rules.agreement(found.rule) is not Agreement.NOT_COMPARABLE:
            return found
    return None


def _told_in(passage: str, acts: frozenset[str], published: str | None) -> list[Statement]:
    """What the sentences of a passage say, and what they say in passing; `acts` as `left_open`."""
    said = [
        _MARK.sub("", passage[span.start : span.end].strip())
        for span in list(sentence_spans(passage))[:MOST_SENTENCES]
    ]
    beside, both = [*standings(said), _NOTHING], frozenset([TOGETHER])
    told = [
        way
        for at, (sentence, after) in enumerate(zip(said, [*said[1:], ""], strict=False))
        for way in (
            *((Reckoned(one), beside[at] | more) for one, more in _ways(sentence, after, acts)),
            *((one, both | beside[at] | beside[at + 1]) for one in _worked_out(sentence, after)),
        )
    ]
    return [_read(one, standing, published) for one, standing in told]


def _worked_out(sentence: str, after: str) -> Iterator[Reckoned]:
    """What a sentence and the next tell together, and what may be reckoned from them."""
    first, apart, second = sentence.partition("; ")  # "in 2010 it cost 2 euros; in 2015 it cost 3"
    together = joined(first, f"{second[0].upper()}{second[1:]}") if apart and second else ()
    yield from (Reckoned(one) for one in lasted_on(sentence, after))
    for one in (*joined(sentence, after), *together):
        yield Reckoned(one)
        yield from reckoned(one, "")
    yield from reckoned(sentence, after)


def _read(way: Reckoned, standing: frozenset[str], published: str | None) -> Statement:
    """What a sentence states, with its standing and, of a number that was worked out, how."""
    found = parted(told_once(statement(way.text, published=published)))
    amounts = found.amounts
    if way.how:
        amounts = tuple(replace(a, worked=way.how, high=way.most or a.high) for a in amounts)
    return replace(found, amounts=amounts, standing=standing)


def _ways(sentence: str, after: str, acts: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """A sentence, and what it says in passing or in another way, each with its standing."""
    if len(sentence) > LONGEST:  # a table, which is not read
        yield sentence, _NOTHING
        return
    sentence = framed(sentence)
    yield retold(proportioned(sentence)), _NOTHING
    if is_called_untrue(sentence):
        return
    for passing in (lives, level_before, lasted, aside):
        yield from ((one, _NOTHING) for one in passing(sentence))
    for passing in (
        strength,
        attributes,
        maximum,
    ):  # "the two-day strike" is told from other strikes by it
        yield from ((one, _AGREES) for one in passing(sentence))
    yield from ((one, _NOTHING) for one in obituary(sentence, after))
    yield from ages(sentence)
    yield from without_doer(sentence, acts)


def _told(best: Answer) -> Comparison:
    return Comparison(rules.agreement(best.rule), best.rule, best.arithmetic)


_MARK = re.compile(r"^[-–—•·*▪◦‣]\s+")
"""What stands before an item of a list; the word after it would be taken for a name."""

_CONTEXT = re.compile(r"\s?\[context:[^\]]*\]")
_GLOSS = re.compile(r"\s?\[(?:in|on|at|during|of|after|from|for)\b[^\]]*\]")


def _best(claim: Measured, theirs: list[Statement]) -> Answer:
    ours = _claim(claim)
    alone = [said for said in theirs if TOGETHER not in said.standing]
    if not ours.amounts:
        found = _settled(dated(ours, alone))
        if rules.agreement(found.rule) is Agreement.CLASHES or not (deed := named(ours, alone)):
            return found
        left = rules.agreement(found.rule) is Agreement.NOT_COMPARABLE
        return deed if left or rules.agreement(deed.rule) is Agreement.CLASHES else found
    best = _settled(answers(ours, theirs))
    if not ours.periods or rules.agreement(best.rule) is not Agreement.AGREES:
        return best
    return next((a for a in dated(ours, alone) if a.rule == "DATE002"), best)


@lru_cache(maxsize=64)  # one claim is held against many passages
def _claim(claim: Measured) -> Statement:
    """The claim as a statement, its relative dates as they were resolved where it stands."""
    text = _CONTEXT.sub("", claim.text).replace("[", "").replace("]", "").strip()
    text = unattributed(text) if len(text) <= LONGEST else text
    plain = retold(proportioned(framed(aged_last(text)))) if len(text) <= LONGEST else text
    said = parted(statement(plain, published=None))
    if not claim.quantities and plain == text:
        said = replace(said, amounts=())
    known = {(p.first, p.last) for p in said.periods}
    days = [d for edtf in claim.dates if (d := days_of(edtf)) and d not in known]
    loose = [p for p in said.periods if not p.first[0].isdigit()]
    if not days or len(days) != len(loose):
        return said
    fixed = {p.start: replace(p, first=d[0], last=d[1]) for p, d in zip(loose, days, strict=True)}
    return replace(said, periods=tuple(fixed.get(p.start, p) for p in said.periods))


def _settled(found: list[Answer]) -> Answer:
    """One clash outweighs what agrees, and so does what may be one, though it is none.

    Nothing at all is said where nothing could be compared.
    """
    told = [
        *(a for a in found if rules.agreement(a.rule) is Agreement.CLASHES),
        *(a for a in found if a.against),
        *(a for a in found if rules.agreement(a.rule) is Agreement.AGREES),
    ]
    if told:
        return told[0]
    return (
        min(found, key=lambda a: a.rank) if found else Answer("NOT001", rules.title("NOT001"), 99)
    )
