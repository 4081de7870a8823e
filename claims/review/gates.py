"""What a claim must have before it is published, as rules that say what they saw and how to mend it.

Derived from the criteria of the IFCN code of principles (https://ifcncodeofprinciples.poynter.org), which
each gate names; those of the desk's own are marked as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.errors import NotAllowed
from claims.model.so_many import so_many

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claims.review.standing import Standing

INDEPENDENT = 2
"""How many origins that know nothing of one another a verdict rests on."""

ANSWERED = frozenset({"found", "nothing_found"})
AGAINST = "against"
"""What a search is for that looks for those who dispute the claim."""


@dataclass(frozen=True, slots=True)
class Gate:
    """One rule. `after` says where it comes from."""

    id: str
    name: str
    rule: str
    after: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the gates look at.

    `claim` has the words in force. `citations` have `role` and `against`, what speaks against relying on
    them (`claims.health.fitness`); `cited` and `known` are the pages that are cited and all that bear
    on the claim, with `origin` (null: none of its own) and `source_type`; `searches` have `outcome` and
    `side`.
    """

    claim: Mapping[str, Any]
    standing: Standing
    citations: Sequence[Mapping[str, Any]] = ()
    cited: Sequence[Mapping[str, Any]] = ()
    known: Sequence[Mapping[str, Any]] = ()
    searches: Sequence[Mapping[str, Any]] = ()
    rated: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """What a gate found. `override` is the public reason for passing it all the same."""

    gate: Gate
    met: bool
    looked_at: str
    mend: str | None
    override: str | None = None

    @property
    def holds(self) -> bool:
        """Whether the claim is held back by this gate."""
        return not self.met and self.override is None


_Seen = tuple[bool, str, str]


def findings(facts: Facts) -> tuple[Finding, ...]:
    """What every gate says of the claim, in the order of their ids."""
    found = []
    for gate, look in GATES.values():
        met, looked_at, mend = look(facts)
        passed_by = None if met else facts.standing.overrides.get(gate.id)
        found.append(Finding(gate, met, looked_at, None if met else mend, passed_by))
    return tuple(found)


def gate_named(given: str) -> Gate:
    """The gate with this id, in any case. Raises NotAllowed.

    >>> gate_named("gate007").name
    'second reader'
    """
    found = GATES.get(given.strip().upper())
    if found is None:
        raise NotAllowed(f"{given!r} is no gate; there are: {', '.join(GATES)}")
    return found[0]


def _claimant(facts: Facts) -> _Seen:
    name = facts.claim.get("claimant")
    why = facts.standing.fields.get("no_claimant_reason")
    seen = f"claimant: {name}" if name else f"no claimant; reason: {why or 'none given'}"
    return bool(name or why), seen, "edit --claimant NAME, or decide --no-claimant WHY"


def _settled(facts: Facts) -> _Seen:
    text, unclear = facts.claim.get("claim_text"), facts.claim.get("ambiguous")
    seen = (
        "the claim can be read without the article"
        if text
        else f"ambiguous: {unclear or 'nobody said why'}"
    )
    return bool(text), seen, "edit --text SENTENCE"


def _origins(facts: Facts) -> _Seen:
    count = len({page["origin"] for page in facts.cited if page.get("origin") is not None})
    why = facts.standing.fields.get("few_origins_reason")
    seen = f"{so_many(count, 'independent origin')} among "
    seen += so_many(len(facts.cited), "cited source")
    if count < INDEPENDENT and why:
        seen += f"; reason: {why}"
    enough = count >= INDEPENDENT or bool(count and why)
    mend = "cite a source of another origin" + (", or decide --few-origins WHY" if count else "")
    return enough, seen, mend


def _both_sides(facts: Facts) -> _Seen:
    """Looked for on both sides: cited from both, searched for both, or said in words."""
    answered = [one for one in facts.searches if one["outcome"] in ANSWERED]
    disputing = sum(one.get("side") == AGAINST for one in answered)
    roles = {one["role"] for one in facts.citations}
    told = facts.standing.fields.get("other_side")
    searched = 0 < disputing < len(answered)
    both = {"supports", "refutes"} <= roles or (bool(roles) and searched)
    seen = f"{len(answered)} answered search{'' if len(answered) == 1 else 'es'}"
    seen += f", {disputing} of them for what speaks against it" if disputing else ""
    seen += f"; cited as {', '.join(sorted(roles)) or 'nothing'}"
    if told:
        seen += f"; the other side: {told}"
    mend = "find --against, or cite what speaks on the other side, or decide --other-side"
    mend += " WHAT-WAS-LOOKED-FOR"
    return bool(told) or (both and bool(answered)), seen, mend if answered else f"find; {mend}"


def _kept(facts: Facts) -> _Seen:
    unfit = [
        f"{one['id']}: {', '.join(one['against'])}" for one in facts.citations if one["against"]
    ]
    count = len(facts.citations)
    seen = "; ".join([so_many(count, "citation"), *unfit])
    mend = "repair, or cite a page that is kept, whose words stand there" if unfit else "cite"
    return bool(facts.citations) and not unfit, seen, mend


def _primary(facts: Facts) -> _Seen:
    cited = sum(page["source_type"] == "primary" for page in facts.cited)
    known = sum(page["source_type"] == "primary" for page in facts.known)
    why = facts.standing.fields.get("no_primary_reason")
    seen = f"{cited} of {known} known primary sources cited"
    if known and not cited and why:
        seen += f"; reason: {why}"
    return bool(cited or why or not known), seen, "cite it, or decide --no-primary WHY"


def _second_reader(facts: Facts) -> _Seen:
    judge, reader = facts.standing.judged_by, facts.standing.second_reader
    seen = f"judged by {judge or 'nobody'}, read again by {reader or 'nobody'}"
    mend = "decide --status second_reader; then another person: decide --status ready"
    return reader is not None, seen, mend


def _flags(facts: Facts) -> _Seen:
    flags = facts.standing.flags
    seen = "; ".join(f"{name}: {why}" for name, why in flags.items()) or "no open flags"
    return not flags, seen, "decide --unflag NAME --reason HOW-IT-WAS-SETTLED"


def _selection(facts: Facts) -> _Seen:
    why = facts.standing.fields.get("selection_reason")
    return bool(why), f"chosen because: {why or 'not said'}", "decide --selection WHY"


def _judgement(facts: Facts) -> _Seen:
    verdict, summary = facts.standing.verdict, facts.standing.summary
    seen = f"verdict: {verdict or 'none'}; summary: {'given' if summary else 'none'}"
    if verdict and not facts.rated:
        return (
            False,
            f"{seen}; the verdict is on no scale",
            "decide --verdict with one of the scale",
        )
    return bool(verdict and summary), seen, "decide --verdict … --summary …"


_ROWS: tuple[tuple[str, str, str, str, Callable[[Facts], _Seen]], ...] = (
    (
        "GATE001",
        "claimant",
        "Who says it is named, or it is said why nobody is.",
        "IFCN 4",
        _claimant,
    ),
    ("GATE002", "settled", "The claim is one sentence that can be judged.", "IFCN 4", _settled),
    (
        "GATE003",
        "independent origins",
        "At least two origins that do not rest on one another, or a stated reason.",
        "IFCN 2.3",
        _origins,
    ),
    (
        "GATE004",
        "both sides",
        "Evidence was looked for on both sides.",
        "IFCN 4.3",
        _both_sides,
    ),
    (
        "GATE005",
        "kept citations",
        "Every cited page is archived, its words stand there, and the work was not retracted.",
        "IFCN 2.1",
        _kept,
    ),
    (
        "GATE006",
        "primary source",
        "A primary source is cited where one is known.",
        "IFCN 2.2",
        _primary,
    ),
    ("GATE007", "second reader", "A second person has read it.", "the desk", _second_reader),
    ("GATE008", "no open flags", "No question about it is open.", "the desk", _flags),
    ("GATE009", "selection", "It is said why this claim was chosen.", "IFCN 4.2", _selection),
    (
        "GATE010",
        "judgement",
        "There is a verdict of the scale and a summary that explains it.",
        "IFCN 4",
        _judgement,
    ),
)

GATES: Mapping[str, tuple[Gate, Callable[[Facts], _Seen]]] = {
    row[0]: (Gate(*row[:4]), row[4]) for row in _ROWS
}
"""Gate id to the gate and the function that looks."""
