"""Do a claim's numbers and dates agree with a sentence's? Deterministic, and silent when unsure.

Rules, each with its id (the first version; it abstains far more often than it speaks):

QTY001  both numbers hold at the precision they are written with, or within their comparators
QTY002  they cannot both hold
DATE001 the sentence gives the claim's date, or a day or month within it
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.evidence.people import DEATH, PEOPLE
from claims.extract.dates.mentions import dates as dates_in
from claims.extract.quantities.mentions import quantities as quantities_in
from claims.model.evidence import Agreement
from claims.sources.query import key_terms, words
from claims.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.model.claim import Quantity

SHARED_TO_AGREE = 2
SHARED_TO_CLASH = 3
"""Key terms that claim and sentence must share before a number in one says something of the other."""

FARTHEST = 2.0
"""Numbers more than this factor apart are taken to count different things, and nothing is said."""

APPROXIMATE = 0.1
"""How far "about" reaches, as a share of the number."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing: `rule` and `arithmetic` are null when nothing could be compared."""

    agreement: Agreement
    rule: str | None
    arithmetic: str | None


NOTHING = Comparison(Agreement.NOT_COMPARABLE, None, None)


@dataclass(frozen=True, slots=True)
class Measured:
    """The numbers, dates and words of a claim that a passage is held against."""

    text: str
    quantities: tuple[Quantity, ...]
    dates: tuple[str, ...]


def compare(claim: Measured, passage: str, *, published: str | None) -> Comparison:
    """The clearest thing any sentence of `passage` says about the claim's numbers and dates.

    `published` is the passage's own date, against which its relative dates are read.
    """
    found = [
        outcome
        for span in sentence_spans(passage)
        for outcome in _sentence(claim, span.of(passage), published)
    ]
    for wanted in (("QTY001",), ("QTY002",), ("DATE001",)):
        for outcome in found:
            if outcome.rule in wanted:
                return outcome
    return NOTHING


def _sentence(claim: Measured, sentence: str, published: str | None) -> Iterator[Comparison]:
    both_deaths = bool(_deaths(claim.text)) and bool(_deaths(sentence))
    shared = len(_stems(claim.text) & _stems(sentence)) + both_deaths
    if shared < SHARED_TO_AGREE:
        return
    theirs = quantities_in(sentence)
    for ours in claim.quantities:
        for other in theirs:
            if _comparable(claim.text, ours, sentence, other):
                outcome = _numbers(ours, other)
                if outcome.agreement is Agreement.AGREES or shared >= SHARED_TO_CLASH:
                    yield outcome
    if shared >= SHARED_TO_CLASH:
        for mention in dates_in(sentence, published=published):
            for date in claim.dates:
                if "/" not in date and mention.edtf.startswith(date):
                    yield Comparison(
                        Agreement.AGREES, "DATE001", f"{mention.exact} lies within {date}"
                    )


def _comparable(claim: str, ours: Quantity, sentence: str, other: Quantity) -> bool:
    low, high = sorted((abs(ours.value), abs(other.value)))
    if low == 0 or high / low > FARTHEST:
        return False
    if _head(ours.unit) and _head(ours.unit) == _head(other.unit):
        return bool(_deaths(claim)) == bool(_deaths(sentence))
    both_people = {_head(ours.unit), _head(other.unit)} <= {_stem(word) for word in PEOPLE}
    return both_people and bool(_deaths(claim)) and bool(_deaths(sentence))


def _deaths(text: str) -> set[str]:
    return {w.lower() for w in words(text)} & DEATH


def _head(unit: str | None) -> str:
    last = (unit or "").lower().split()[-1:] or [""]
    return _stem(last[0])


def _stem(word: str) -> str:
    return re.sub(r"(?<=..)(?:ies|es|s|ed|ing)$", "", word.lower())


def _stems(text: str) -> set[str]:
    return {_stem(term) for term in key_terms(text) if not term[0].isdigit()}


def _numbers(ours: Quantity, other: Quantity) -> Comparison:
    mine, theirs = interval(ours), interval(other)
    meet = max(mine[0], theirs[0]) <= min(mine[1], theirs[1])
    both = f"claim: {_shown(ours, mine)}; passage: {_shown(other, theirs)}"
    if meet:
        return Comparison(Agreement.AGREES, "QTY001", f"{both}; both can hold")
    return Comparison(Agreement.CLASHES, "QTY002", f"{both}; they cannot both hold")


COMPARATORS = {
    ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most ", "~": "about ",
}  # fmt: skip


def _shown(quantity: Quantity, reach: tuple[float, float]) -> str:
    """The number in words, and the stretch it is taken to cover unless that is the number itself."""
    said = f"{COMPARATORS.get(quantity.comparator or '', '')}{quantity.value:,.12g}"
    low, high = reach
    return said if low == high else f"{said} ({low:,.6g} to {high:,.6g})"


def interval(quantity: Quantity) -> tuple[float, float]:
    """The lowest and highest value that the quantity's words allow.

    A bare number is taken at the precision it is written with: half a unit of its last digit that is
    not a trailing zero of thousands. Comparators reach up to `FARTHEST`.

    >>> from claims.model.claim import Quantity
    >>> interval(Quantity(14453, "soldiers", None, "14,453 soldiers", 0, 15))
    (14453.0, 14453.0)
    >>> interval(Quantity(15000, "soldiers", ">", "more than 15,000 soldiers", 0, 25))
    (15000.0, 30000.0)
    """
    value = float(quantity.value)
    if quantity.comparator in {">", ">="}:
        return value, value * FARTHEST
    if quantity.comparator in {"<", "<="}:
        return value / FARTHEST, value
    if quantity.comparator == "~":
        return value * (1 - APPROXIMATE), value * (1 + APPROXIMATE)
    half = _written_precision(value) / 2
    return value - half, value + half


def _written_precision(value: float) -> float:
    """The unit of the last written digit; whole numbers without trailing zeros of thousands are exact."""
    if value != int(value):
        decimals = len(f"{value:.12g}".partition(".")[2])
        return float(10**-decimals)
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10**zeros) if zeros >= len("000") else 0.0
