"""How somebody is credited with a claim, as numbers for the layer that may doubt it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.grammar.reporting_verbs import STANCES
from claims.extract.speakers.source_phrases import SOURCE

if TYPE_CHECKING:
    from claims.extract.speakers.place import Credit, Place
    from claims.model.span import Span

_KINDS = (*sorted(STANCES), SOURCE)

CREDIT = (
    "a turn of a talk",
    "somebody, but no cue",
    "somebody by name",
    "who said it",
    "the cue before its words",
    "the cue amid its words",
    "the cue opens the claim",
    "50 characters between cue and claim",
    "first claim of its sentence",
    *(f"the cue: {stance}" for stance in _KINDS),
)
"""What each column means, in order."""

_OPENING = 40  # characters of a claim in which its cue opens it
_FARTHEST = 100
_UNIT = 50


def credit_signs(place: Place, credit: Credit, part: Span) -> tuple[float, ...]:
    """One number for each of CREDIT; all nought but for the last claims' where nobody is credited."""
    cue, inner = credit.cue, part.shift(-place.span.start)
    first = float(place.parts[:1] == (part,))
    if cue is None:
        told = credit.turn is not None
        untold = credit.who is not None and not told
        head = (float(told), float(untold), _named(credit.who), 0.0, 0.0, 0.0, 0.0, 0.0, first)
        return head + (0.0,) * len(_KINDS)
    away = max(0, inner.start - cue.end, cue.start - inner.end)
    return (
        0.0,
        0.0,
        _named(credit.who),
        float(cue.relative),
        float(cue.after),
        float(cue.both),
        float(0 <= cue.start - inner.start < _OPENING and cue.start < inner.end),
        min(_FARTHEST, away) / _UNIT,
        first,
        *(float(cue.stance == stance) for stance in _KINDS),
    )


def _named(who: str | None) -> float:
    return float(who is not None and who[:1].isupper())
