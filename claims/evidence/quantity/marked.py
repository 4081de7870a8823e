"""A passage for a reader that cannot count: each number and time with how it lies to the claim's.

A network reads "15,051" and "more than 15,000" as other words. So what agrees with a number of the claim
is written as the claim writes it, behind "="; what differs from one of its kind stands behind "!", what is
too close to call behind "~", and what can be worked out follows its sentence in brackets. The arithmetic is
that of the quantity engine; whether two numbers count the same is left to the reader.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claims.evidence.quantity.comparable import same_dimension
from claims.evidence.quantity.derived import derived_from, parted
from claims.evidence.quantity.periods import Times, fit
from claims.evidence.quantity.relation import Fit, relate
from claims.evidence.quantity.statement import LONGEST, Statement, statement
from claims.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.evidence.quantity.amounts import Amount
    from claims.evidence.quantity.periods import Period

SAME, OTHER, NEAR = "=", "!", "~"
READ = 2_000
"""Characters of a passage that are marked; a reader sees fewer."""

_LARGE = 100  # from here on without decimals

_OF_TIMES = {
    Times.SAME: SAME,
    Times.WITHIN: SAME,
    Times.PART: NEAR,
    Times.WIDER: NEAR,
    Times.OTHER: OTHER,
}


def marked(claim: str, passage: str, *, published: str | None = None) -> str:
    """The passage with its numbers and times marked by how they lie to the claim's.

    >>> marked("More than 200 villages were flooded in May.", "The river took 212 villages in June.")
    'The river took = 200 villages in ! June.'
    >>> marked("A quarter of those tested were ill.", "Of 4,000 people tested, 1,010 tested positive.")
    'Of 4,000 people tested, 1,010 tested positive. (= A quarter)'
    """
    ours = _claim(claim)
    parts, at = [], 0
    for span in sentence_spans(passage[:READ]):
        parts += [
            passage[at : span.start],
            _sentence(ours, passage[span.start : span.end], published),
        ]
        at = span.end
    return "".join((*parts, passage[at:]))


@lru_cache(maxsize=64)  # one claim is read against many passages
def _claim(claim: str) -> Statement:
    return parted(statement(claim, published=None))


def _sentence(ours: Statement, sentence: str, published: str | None) -> str:
    if len(sentence) > LONGEST:  # a table, which is not read
        return sentence
    theirs = parted(statement(sentence, published=published))
    if theirs.text != sentence:
        return sentence
    edits = sorted((*_numbers(ours, theirs), *_times(ours, theirs)))
    parts, at = [], 0
    for start, end, words in edits:
        if at <= start < end <= len(sentence):
            parts += [sentence[at:start], words]
            at = end
    return "".join((*parts, sentence[at:], *_worked_out(ours, theirs)))


def _numbers(ours: Statement, theirs: Statement) -> Iterator[tuple[int, int, str]]:
    """Where a number of the passage stands, and what stands there instead."""
    for amount in theirs.amounts:
        fits = {relate(a, amount).fit: a for a in _of_its_kind(amount, ours.amounts)}
        own = theirs.text[amount.start : amount.end]
        if equal := fits.get(Fit.AGREE):
            yield amount.start, amount.end, f"{SAME} {_words(ours, equal)}"
        elif fits:
            yield amount.start, amount.end, f"{NEAR if Fit.DOUBT in fits else OTHER} {own}"


def _times(ours: Statement, theirs: Statement) -> Iterator[tuple[int, int, str]]:
    for period in theirs.periods:
        if mark := _of_time(period, ours.periods):
            own = theirs.text[period.start : period.end]
            yield period.start, period.end, f"{mark} {own}"


def _of_time(period: Period, ours: Iterable[Period]) -> str | None:
    marks = {_OF_TIMES[fit(one, period)] for one in ours}
    return next((mark for mark in (SAME, NEAR, OTHER) if mark in marks), None)


def _worked_out(ours: Statement, theirs: Statement) -> Iterator[str]:
    """What can be worked out from the passage: the claim's number if it is that, else one that differs."""
    worked = [
        (d.amount, a) for d in derived_from(theirs) for a in _of_its_kind(d.amount, ours.amounts)
    ]
    equal = [a for amount, a in worked if relate(a, amount).fit is Fit.AGREE]
    if equal:
        yield from dict.fromkeys(f" ({SAME} {_words(ours, a)})" for a in equal)
        return
    told = any(
        relate(a, amount).fit is Fit.AGREE
        for amount in theirs.amounts
        for a in _of_its_kind(amount, ours.amounts)
    )
    for amount, a in worked:
        if not told and relate(a, amount).fit is Fit.CLASH:
            unit = "" if amount.unit == "count" else f" {amount.unit}"
            number = f"{amount.low:,.0f}" if abs(amount.low) >= _LARGE else f"{amount.low:.3g}"
            yield f" ({OTHER} {number}{unit})"
            return


def _of_its_kind(amount: Amount, several: Iterable[Amount]) -> Iterator[Amount]:
    return (one for one in several if same_dimension(one, amount))


def _words(said: Statement, amount: Amount) -> str:
    return said.text[amount.start : amount.end]
