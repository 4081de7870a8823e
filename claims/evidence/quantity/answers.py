"""Every amount of a claim, held against every amount of a passage, to answers with rule and arithmetic."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Amount, Part
from claims.evidence.quantity.arithmetic import arithmetic, shown
from claims.evidence.quantity.changes import DIFFERENCE, RATIO
from claims.evidence.quantity.comparable import hindrance, same_dimension
from claims.evidence.quantity.derived import HEAD, LENGTH, SHARE, derived_from
from claims.evidence.quantity.heads import other_heads
from claims.evidence.quantity.joined import TOGETHER
from claims.evidence.quantity.money import in_money, is_money, is_rate_base, two_moneys
from claims.evidence.quantity.readings import by_month_or_year, scale_unsaid
from claims.evidence.quantity.relation import Fit, Relation, into, relate
from claims.evidence.quantity.rivals import is_coarse, is_more, is_rival, is_sequel
from claims.evidence.quantity.rules import title
from claims.evidence.quantity.sides import PRONOUN, Around, Side, side
from claims.evidence.quantity.subjects import subject
from claims.evidence.quantity.ways import other_way
from claims.evidence.quantity.wording import VERBS, concepts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claims.evidence.quantity.statement import Statement
    from claims.evidence.quantity.telling import Hindrance
    from claims.evidence.quantity.wording import Word

    Hinders = Callable[[Side, Side], Hindrance]


@dataclass(frozen=True, slots=True)
class Answer:
    """A rule with its arithmetic; a lower `rank` came nearer to being compared.

    `against` marks numbers that differ of what may well be the same: enough not to agree, not to clash.
    """

    rule: str
    arithmetic: str
    rank: int
    against: bool = False


_WORKED = {
    SHARE: ("QTY011", "QTY012"),
    DIFFERENCE: ("QTY013", "QTY014"),
    RATIO: ("QTY015", "QTY016"),
    HEAD: ("QTY017", "QTY018"),
    LENGTH: ("QTY019", "QTY020"),
}
_PLAIN = {
    "equal": ("QTY001", "QTY002"),
    "bound": ("QTY003", "QTY004"),
    "about": ("QTY005", "QTY006"),
    "range": ("QTY007", "QTY008"),
    "unit": ("QTY009", "QTY010"),
}
_RANKS = (
    "NOT008",
    "NOT010",
    "NOT011",
    "NOT004",
    "NOT007",
    "NOT006",
    "NOT003",
    "NOT005",
    "NOT002",
    "NOT009",
)
FARTHEST_CLASH = 100
"""Numbers apart by this factor or more do not clash: one of them was misread, or counts another thing."""
_WORKED_OUT = frozenset([Part.CHANGE, Part.TIMES])
_BACK = 5
_LOOK = 12
_ABOUT = 3
_NEAR = 16
_ASIDE = re.compile(
    r"\b(?:his|her|their|its|whose|with (?:the |an? )?|by (?:the |an? )?) ?$", re.IGNORECASE
)
_PENALTIES = concepts("fine fined prison jail sentence imprisonment penalty".split())
MOST_AMOUNTS = 12
"""Amounts of a claim that are compared: a sentence with more is a table."""


def answers(
    ours: Statement, theirs: Sequence[Statement], *, hinders: Hinders = hindrance
) -> list[Answer]:
    """What the passage's sentences say of each of the claim's amounts.

    `hinders` says what keeps two of them from being compared.

    >>> from claims.evidence.quantity.statement import statement
    >>> said = [statement(f"12 men fell ill in {y}.", published=None) for y in (2001, 2002)]
    >>> [(a.rule, a.arithmetic) for a in answers(said[0], said[1:])]
    [('NOT004', 'claim: 12; passage: 12; other period')]
    """
    amounts = ours.amounts[:MOST_AMOUNTS]
    plain = [a for a in amounts if a.part is not Part.WHOLE and not is_rate_base(a, amounts)]
    mine = [side(ours, in_money(ours, a)) for a in plain]
    wholes = [side(ours, a) for a in amounts if a.part is Part.WHOLE]
    worked = [side(ours, d.amount, derived=d.kind) for d in derived_from(ours)]
    others = list(_sides(theirs))
    found = [answer for one in mine for answer in _of_one(one, others, hinders)]
    if not any(a.rule.startswith("QTY") for a in found):
        told = [o for o in others if o.derived is None and o.amount.part in _WORKED_OUT]
        shares = [o for o in others if o.derived is None and o.amount.unit == "percent"]
        for one in worked:
            found += _of_one(one, shares if one.derived == SHARE else told, hinders)
    held = any(a.rule.startswith("QTY") for a in found)
    held = held or all(o.amount.part is not Part.SHARE for o in others)
    for one in wholes:
        found += [
            a for a in _of_one(one, others, hinders) if a.rule.startswith("NOT") or (held and found)
        ]
    return found


def _sides(theirs: Sequence[Statement]) -> Iterator[Side]:
    """The passage's amounts, those that can be worked out among them, with what earlier sentences offer."""
    for i, said in enumerate(theirs):
        around = before(theirs, i)
        joint = TOGETHER in said.standing
        for amount in said.amounts:
            if joint and not amount.worked:
                continue
            yield _unparted(side(said, in_money(said, amount, around), around))
        for found in derived_from(said):
            yield side(said, found.amount, around, derived=found.kind)


_PART_OF = re.compile(
    r", (?:most|many|some|half|several|much|a few|[a-z]+ths?)"
    r" of (?:it|them|whom|which|those|these)\b"
    r"[^,;:#]*$"
)
"""What is told of a part only: "most of it to Belis"."""


def _unparted(found: Side) -> Side:
    """A side of the passage without the words of a part: they say nothing of the whole."""
    part = _PART_OF.search(found.said.plain, found.amount.end)
    if part is None:
        return found
    return replace(found, far=tuple(w for w in found.far if w.start < part.start()))


def before(theirs: Sequence[Statement], at: int) -> Around:
    """What the two sentences before the one at `at` offer it, and who reports it.

    >>> from claims.evidence.quantity.statement import statement
    >>> said = [statement(t, published=None) for t in ("Belis in 2004.", "It grew.")]
    >>> around = before(said, 1)
    >>> [w.concept for w in around.words], [p.words for p in around.periods]
    (['belis'], ['2004'])
    """
    near = [s for s in theirs[max(0, at - _LOOK) : at] if TOGETHER not in s.standing][-2:]
    taken_up = PRONOUN.match(theirs[at].text) is not None
    told = (w for said in near for w in said.words if not (taken_up and _is_aside(said, w)))
    words = (*theirs[at].reporter, *told)
    periods = next((s.periods for s in reversed(theirs[max(0, at - _BACK) : at]) if s.periods), ())
    beside = [*theirs[max(0, at - _ABOUT) : at], *theirs[at + 1 : at + 1 + _ABOUT]]
    names = (w.concept for said in beside for w in said.words if w.name)
    return Around(words, periods, subject(theirs, at), frozenset(names), tuple(near))


def _is_aside(said: Statement, word: Word) -> bool:
    """Whether a word of an earlier sentence is no one whom "he" or "it" takes up: "with his wife"."""
    before = said.plain[max(0, word.start - _NEAR) : word.start]
    return not word.name and _ASIDE.search(before) is not None


@dataclass(slots=True)
class _Found:
    """What was found for one amount of the claim; `again` is what differs, but of a later time."""

    agree: list[Answer] = field(default_factory=list)
    clash: list[Answer] = field(default_factory=list)
    again: list[Answer] = field(default_factory=list)
    left: list[Answer] = field(default_factory=list)
    twin: bool = False

    def add(self, answer: Answer, *, later: bool) -> None:
        if answer.rule in _GOOD:
            self.agree.append(answer)
        elif not answer.rule.startswith("QTY"):
            self.left.append(answer)
        else:
            (self.again if later else self.clash).append(answer)


def _of_one(ours: Side, others: Sequence[Side], hinders: Hinders) -> list[Answer]:
    """The answer for one amount of the claim: none where the passage has nothing of its kind."""
    found = _Found()
    for other in (scale_unsaid(ours, by_month_or_year(ours, one)) for one in others):
        if not same_dimension(ours.amount, other.amount):
            if two_moneys(ours.amount, other.amount):
                found.left.append(_open("NOT009", ours, other))
            bare = _is_bare(ours.amount, other) and not _is_set_aside(ours, other)
            found.twin = found.twin or bare
            continue
        if is_coarse(ours, other):
            continue
        answer, relation = _judged(ours, other, hinders)
        told = other.derived is not None or not other.amount.worked  # in the passage itself
        told = told and not (ours.amount.low == 0 and ours.amount.bound)  # which all are more than
        held = told and relation.fit is Fit.AGREE and answer.rule.startswith("NOT")
        if held and not _is_set_aside(ours, other) and not _counts_other(ours, other):
            found.twin = True
        bad = answer.rule in _BAD and other.derived is None
        if bad and (_said_elsewhere(ours, other) or _is_summed(ours, other)):
            continue
        against = answer.rule == "NOT002" and (
            (relation.fit is Fit.CLASH and _all_said(ours, other))
            or (held and other.derived is None and _other_act(ours, other))
        )
        found.add(replace(answer, against=against), later=is_sequel(ours, other))
    more = any(is_more(ours, other) for other in others)
    return _picked(found, rival=more or any(is_rival(ours, o) for o in others), more=more)


def _picked(found: _Found, *, rival: bool, more: bool) -> list[Answer]:
    """The answer that weighs most; several numbers of one thing leave it open."""
    agree, clash = found.agree, [*found.clash, *found.again]
    if clash and (agree or found.twin):
        several = _several(clash[0], "; but it also holds the claim's number")
        return [replace(several, against=True)]
    if (agree and rival) or (clash and more):
        return [_several((agree or clash)[0], "")]
    later = [_other_time(a) for a in found.again]
    left = sorted((*found.left, *later), key=lambda a: (not a.against, a.rank))
    return agree[:1] or found.clash[:1] or left[:1]


def _other_time(answer: Answer) -> Answer:
    said = f"{answer.arithmetic}; but then or there; {title('NOT004')}"
    return replace(answer, rule="NOT004", rank=_RANKS.index("NOT004"), arithmetic=said)


def _several(answer: Answer, why: str) -> Answer:
    said = f"{answer.arithmetic}{why}; {title('NOT010')}"
    return replace(answer, rule="NOT010", rank=1, arithmetic=said)


def _is_bare(ours: Amount, other: Side) -> bool:
    """Whether the claim's number stands in the passage without what it measures: "others say 480"."""
    theirs = other.amount
    bare = theirs.unit == "count" and not theirs.noun and not other.said.in_brackets(theirs)
    return bare and theirs.low == ours.low


def _counts_other(ours: Side, other: Side) -> bool:
    """Whether the claim's number stands in the passage before another noun: students, applications."""
    return ours.amount.unit == "count" and other_heads(ours.amount, other.amount)


def _is_set_aside(ours: Side, other: Side) -> bool:
    """Whether the passage gives the claim's number only as what was planned, or as untrue."""
    moods = other.mood - ours.mood
    return bool(moods & {"plan", "denied"}) and moods <= {"plan", "denied", "doubted", "once meant"}


def _all_said(ours: Side, other: Side) -> bool:
    """Whether all that the claim says of its number is said of the other too, by the same noun."""
    nouns = [s.amount.noun.lower() for s in (ours, other)]
    return (
        bool(nouns[0])
        and nouns[0] == nouns[1]
        and {w.concept for w in ours.near} <= {w.concept for w in (*other.near, *other.far)}
    )


def _other_act(ours: Side, other: Side) -> bool:
    """Whether the passage tells something else of the claim's sum: a profit, not a loss."""
    if not is_money(ours.amount):
        return False
    mine, theirs = ({w.concept for w in (*s.near, *s.far)} for s in (ours, other))
    return bool((mine & VERBS) - theirs) and bool({w.concept for w in other.near} - mine)


_BAD = {bad for _, bad in (*_PLAIN.values(), *_WORKED.values())}
_GOOD = {good for good, _ in (*_PLAIN.values(), *_WORKED.values())}


def _said_elsewhere(ours: Side, other: Side) -> bool:
    """Whether the passage's number is another one of the claim's: "312 to 189" says both."""
    return any(
        a is not ours.amount and a.low == other.amount.low and a.unit == other.amount.unit
        for a in ours.said.amounts
    )


def _other_ceiling(ours: Side, theirs: Side) -> bool:
    """Whether both tell the most that a law allows, and not the same: "a fine of up to 50,000 euros"."""
    a, b = ours.amount, theirs.amount
    if not a.bound == b.bound == "<=" or a.unit != b.unit or a.low == b.low:
        return False
    return all(_PENALTIES & {w.concept for w in s.near} for s in (ours, theirs))


def _is_summed(ours: Side, other: Side) -> bool:
    """Whether the passage's number and others beside it make up the claim's: "12 houses and 5 flats"."""
    counts = [a.low for a in other.said.amounts if a.unit == "count" and a.part is Part.LEVEL]
    return len(counts) > 1 and ours.amount.unit == "count" and sum(counts) == ours.amount.low


def _judged(ours: Side, theirs: Side, hinders: Hinders) -> tuple[Answer, Relation]:
    relation = _within_reason(relate(ours.amount, theirs.amount), ours.amount, theirs.amount)
    if _other_ceiling(ours, theirs):
        relation = Relation(Fit.CLASH, relation.kind)
    found = hinders(ours, theirs)
    kind = ours.derived or theirs.derived
    good, bad = _WORKED[kind] if kind else _PLAIN[relation.kind]
    if other_way(ours, theirs):
        rule = found.to_clash or found.to_agree or "QTY022"
        fit = Fit.CLASH
    elif relation.fit is Fit.DOUBT or _points_for_percent(ours, theirs, relation):
        rule = found.to_agree or "NOT008"
        fit = Fit.DOUBT
    elif relation.fit is Fit.AGREE:
        rule, fit = found.to_agree or good, Fit.AGREE
    else:
        rule, fit = found.to_clash or bad, Fit.CLASH
    if rule.startswith("NOT"):
        return _open(rule, ours, theirs), Relation(fit, relation.kind)
    return Answer(rule, arithmetic(rule, ours.amount, theirs.amount), 0), Relation(
        fit, relation.kind
    )


def _within_reason(relation: Relation, ours: Amount, theirs: Amount) -> Relation:
    """No clash where one number is so much larger that one of them was surely misread."""
    if ours.unit != theirs.unit:
        if ours.low == theirs.low and _one_in_short(ours.unit, theirs.unit):
            return Relation(Fit.DOUBT, relation.kind)
        theirs = into(theirs, ours.unit)
    small, large = sorted((abs(ours.low), abs(theirs.low)))
    far = 0 < small * FARTHEST_CLASH <= large and ours.unit != "percent"
    return Relation(Fit.DOUBT, relation.kind) if far and relation.fit is Fit.CLASH else relation


def _one_in_short(unit: str, other: str) -> bool:
    """Whether one unit is the other with a word left out: at sea, a mile may be a nautical mile."""
    short, long = sorted((unit, other), key=len)
    return long.endswith(f" {short}")


def _points_for_percent(ours: Side, theirs: Side, relation: Relation) -> bool:
    """Whether "rose by 4 percent" may mean the four points between two percentages."""
    if ours.amount.unit != "percent" or theirs.derived != RATIO or relation.fit is not Fit.CLASH:
        return False
    shares = [a.low for a in theirs.said.amounts if a.unit == "percent"]
    gaps = {abs(a - b) for a, b in pairwise(shares)}
    return any(abs(gap - ours.amount.low) <= 1 for gap in gaps)


def _open(rule: str, ours: Side, theirs: Side) -> Answer:
    both = f"claim: {shown(ours.amount)}; passage: {shown(theirs.amount)}"
    return Answer(rule, f"{both}; {title(rule)}", _RANKS.index(rule))
