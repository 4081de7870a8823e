"""How a passage bears on a claim: a reader's probabilities and the quantity engine, to one suggestion.

Numbers decide where the quantity engine is sure. Where it is not, because it cannot tell whether both
speak of the same, a reader may tell, and is believed sooner if the arithmetic takes its side. Otherwise
nobody decides: then the label is NOT_ENOUGH_INFO. Words in common never decide. What comes out is a
suggestion to a person, never a finding.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from claims.evidence.compare import Comparison, Measured, if_alike, is_particular
from claims.evidence.quantity.marked import marked
from claims.model.evidence import Agreement, Label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.model.evidence import Evidence

SURE = 0.97
"""Given as probability where the quantity engine decides: the share of right outcomes it is held to."""

UNTOLD = 0.64
"""Given where nobody was asked: of the 7,675 sentences that Climate-FEVER found near its claims, so many
neither support nor refute (Diggelmann et al. 2020, arXiv 2012.00614; counted in its table)."""

NOBODY = "none"
"""What decided where no reader was asked and no number could be compared."""

DATES = "DATE"
"""How the ids of rules about dates begin."""

ABSTAINS = "abstains"
"""Follows the reader's name where it leans to one side but is not sure enough."""

SIDED = "with"
"""Stands between the reader's name and the rule of the arithmetic that takes its side."""


class StanceReader(Protocol):
    """Reads a claim and a passage together; the trained weights are handed in as one."""

    name: str
    threshold: float
    """From this probability on it is believed alone; below it abstains."""
    sided: float
    """From this probability on a support is believed if the arithmetic takes its side."""
    temperature: float
    """What its logits were divided by."""
    marks: bool
    """Whether it was taught on passages whose numbers are marked (`claims.evidence.quantity.marked`)."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Mapping[Label, float]]:
        """The probability of every label for each (claim, passage)."""


@dataclass(frozen=True, slots=True)
class Read:
    """A claim and a passage, and what comparing their numbers has come to.

    `published` is the passage's date.
    """

    claim: Measured
    passage: str
    compared: Comparison
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """A suggested label, how sure of it, and which rule or reader decided."""

    label: Label
    probability: float
    decided_by: str


def stances(several: Sequence[Read], reader: StanceReader | None) -> list[Stance]:
    """The stance of each claim and passage, given what comparing their numbers has come to."""
    if reader is None or not several:
        return [decide(one.compared, None, None) for one in several]
    views = reader.read(
        [shown(one.claim.text, one.passage, reader, published=one.published) for one in several]
    )
    return [
        decide(
            one.compared, view, reader, siding(one) if _leaning(view) is Label.SUPPORTS else None
        )
        for one, view in zip(several, views, strict=True)
    ]


def shown(
    claim: str, passage: str, reader: StanceReader, *, published: str | None = None
) -> tuple[str, str]:
    """What the reader reads: without the brackets around words put into the claim; no passage has them."""
    plain = claim.replace("[", "").replace("]", "")
    return plain, marked(plain, passage, published=published) if reader.marks else passage


def siding(one: Read) -> Comparison | None:
    """The arithmetic that takes the side of a support: told that both are of the same, all numbers are met.

    None where it takes no side: that numbers differ says nothing while it is unsure whether they are of the
    same, and numbers that many things share ("two", "half") say nothing at all.
    """
    if one.compared.agreement is not Agreement.NOT_COMPARABLE or not is_particular(one.claim):
        return None
    found = if_alike(one.claim, one.passage, published=one.published)
    return found if found.agreement is Agreement.AGREES else None


def decide(
    compared: Comparison,
    view: Mapping[Label, float] | None,
    reader: StanceReader | None,
    side: Comparison | None = None,
) -> Stance:
    """One stance. The quantity engine overrules the reader, and never the other way.

    It speaks only where nothing but the number could differ, so an amount that agrees supports. A date
    that fits is less: much can happen on one day, so it only bars a refutation. `side` is what
    `siding` found.

    >>> clash = Comparison(Agreement.CLASHES, "QTY002", "12 is not 15")
    >>> decide(clash, None, None)
    Stance(label=<Label.REFUTES: 'REFUTES'>, probability=0.97, decided_by='QTY002')
    """
    if compared.agreement is Agreement.CLASHES and compared.rule:
        return Stance(Label.REFUTES, SURE, compared.rule)
    read = _read(view, reader, side)
    if compared.agreement is Agreement.AGREES and compared.rule:
        if not compared.rule.startswith(DATES):
            return Stance(Label.SUPPORTS, SURE, compared.rule)
        if read.label is Label.REFUTES:
            return Stance(Label.NOT_ENOUGH_INFO, UNTOLD, compared.rule)
    return read


def _leaning(view: Mapping[Label, float]) -> Label:
    return max(view, key=lambda label: (view[label], label.value))


def _read(
    view: Mapping[Label, float] | None, reader: StanceReader | None, side: Comparison | None
) -> Stance:
    """What the reader says, alone or with the arithmetic on its side, or that it abstains."""
    if view is None or reader is None:
        return Stance(Label.NOT_ENOUGH_INFO, UNTOLD, NOBODY)
    best = _leaning(view)
    unsure = round(view[Label.NOT_ENOUGH_INFO], 4)
    if best is Label.NOT_ENOUGH_INFO:
        return Stance(best, unsure, reader.name)
    side = side if best is Label.SUPPORTS else None
    if view[best] < (reader.sided if side else reader.threshold):
        return Stance(Label.NOT_ENOUGH_INFO, unsure, f"{reader.name} {ABSTAINS}")
    by = f"{reader.name} {SIDED} {side.rule}" if side else reader.name
    return Stance(best, round(view[best], 4), by)


def with_stance(
    ranked: Sequence[Evidence],
    claim: Measured,
    passages: Mapping[str, Mapping[str, Any]],
    reader: StanceReader | None,
) -> list[Evidence]:
    """The ranked evidence with its stances; `passages` are rows by id."""
    read = [
        Read(
            claim,
            passages[e.passage]["exact"],
            Comparison(e.agreement, e.rule or "", e.arithmetic or ""),
            passages[e.passage]["published"],
        )
        for e in ranked
    ]
    return [
        replace(e, label=s.label, probability=s.probability, decided_by=s.decided_by)
        for e, s in zip(ranked, stances(read, reader), strict=True)
    ]
