"""How a passage bears on a claim: a reader's probabilities and the quantity engine, to one suggestion.

Numbers decide where the quantity engine is sure, the trained reader where it is sure enough, and nobody
otherwise: then the label is NOT_ENOUGH_INFO. Words in common never decide. What comes out is a
suggestion to a person, never a finding.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from claims.evidence.compare import Comparison
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


class StanceReader(Protocol):
    """Reads a claim and a passage together; the trained weights are handed in as one."""

    name: str
    threshold: float
    """From this probability on it is asked; below it abstains."""
    temperature: float
    """What its logits were divided by."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Mapping[Label, float]]:
        """The probability of every label for each (claim, passage)."""


@dataclass(frozen=True, slots=True)
class Stance:
    """A suggested label, how sure of it, and which rule or reader decided."""

    label: Label
    probability: float
    decided_by: str


def stances(
    pairs: Sequence[tuple[str, str]],
    compared: Sequence[Comparison],
    reader: StanceReader | None,
) -> list[Stance]:
    """The stance of each (claim, passage), given what comparing their numbers has come to."""
    views = reader.read(pairs) if reader and pairs else [None] * len(pairs)
    return [decide(found, view, reader) for found, view in zip(compared, views, strict=True)]


def decide(
    compared: Comparison, view: Mapping[Label, float] | None, reader: StanceReader | None
) -> Stance:
    """One stance. The quantity engine overrules the reader, and never the other way.

    It speaks only where nothing but the number could differ, so an amount that agrees supports. A date
    that fits is less: much can happen on one day, so it only bars a refutation.

    >>> clash = Comparison(Agreement.CLASHES, "QTY002", "12 is not 15")
    >>> decide(clash, None, None)
    Stance(label=<Label.REFUTES: 'REFUTES'>, probability=0.97, decided_by='QTY002')
    """
    if compared.agreement is Agreement.CLASHES and compared.rule:
        return Stance(Label.REFUTES, SURE, compared.rule)
    read = _read(view, reader)
    if compared.agreement is Agreement.AGREES and compared.rule:
        if not compared.rule.startswith(DATES):
            return Stance(Label.SUPPORTS, SURE, compared.rule)
        if read.label is Label.REFUTES:
            return Stance(Label.NOT_ENOUGH_INFO, UNTOLD, compared.rule)
    return read


def _read(view: Mapping[Label, float] | None, reader: StanceReader | None) -> Stance:
    """What the reader says, or that it abstains."""
    if view is None or reader is None:
        return Stance(Label.NOT_ENOUGH_INFO, UNTOLD, NOBODY)
    best = max(view, key=lambda label: (view[label], label.value))
    unsure = round(view[Label.NOT_ENOUGH_INFO], 4)
    if best is Label.NOT_ENOUGH_INFO:
        return Stance(best, unsure, reader.name)
    if view[best] < reader.threshold:
        return Stance(Label.NOT_ENOUGH_INFO, unsure, f"{reader.name} {ABSTAINS}")
    return Stance(best, round(view[best], 4), reader.name)


def with_stance(
    ranked: Sequence[Evidence],
    claim: str,
    passages: Mapping[str, str],
    reader: StanceReader | None,
) -> list[Evidence]:
    """The ranked evidence with its stances; `passages` are texts by id.

    The brackets around words that were put into the claim are left out: no passage has them.
    """
    plain = claim.replace("[", "").replace("]", "")
    pairs = [(plain, passages[e.passage]) for e in ranked]
    compared = [Comparison(e.agreement, e.rule or "", e.arithmetic or "") for e in ranked]
    return [
        replace(e, label=s.label, probability=s.probability, decided_by=s.decided_by)
        for e, s in zip(ranked, stances(pairs, compared, reader), strict=True)
    ]
