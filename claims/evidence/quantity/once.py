"""A claim without numbers but with a date, held against the passage's dates for the same event."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Amount, Part
from claims.evidence.quantity.answers import Answer, before
from claims.evidence.quantity.comparable import hindrance
from claims.evidence.quantity.deed_forms import RECURRENT
from claims.evidence.quantity.derived import LENGTH
from claims.evidence.quantity.idle import ONCE
from claims.evidence.quantity.naming import as_names
from claims.evidence.quantity.periods import Times, at_the_edge, lie
from claims.evidence.quantity.roles import governor
from claims.evidence.quantity.rules import title
from claims.evidence.quantity.sides import Side, side
from claims.evidence.quantity.synonyms import DOWN, UP
from claims.evidence.quantity.telling import both
from claims.evidence.quantity.ways import is_of_growth, other_measure, trend
from claims.evidence.quantity.wording import VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.evidence.quantity.periods import Period
    from claims.evidence.quantity.statement import Statement
    from claims.evidence.quantity.wording import Word

_AGAIN = ("again", "anew", "second time", "re-opened", "reopened", "re-elected")
_PASSIVE = re.compile(r"\b(?:is|was|were|been|being) (?:\w+ly )?$")
_CLAUSE = re.compile(r"\b(?:that|which|who|whom|whose|where|when)\b")
_WHO = re.compile(r" (?:who|whom|whose)\b[^,;:]*$")
_ROUGH = re.compile(
    r"\b(?:about|around|circa|ca?\.|roughly|approximately|probably|perhaps|possibly|either)(?: in)? $",
    re.IGNORECASE,
)
_WHY = re.compile(r"# (?:over|amid|following|because of|due to|owing to) [^,;:]*$")
"""Why something happened, told behind its date."""
_ALONE = re.compile(r" (?:#|(?:in|on|at|during|from) )|\W*$")
"""What follows a verb that is done to nothing: "the probe lifted off on …"."""
_TIMES = frozenset("year month week day hour".split())
_LIMIT = re.compile(
    r"\b(?:only|solely|exclusively|all|every|each|both|none|nobody|never)\b", re.IGNORECASE
)
_THAN = re.compile(r"\b(more|less|fewer|better|worse|[a-z]+er)\b(?=[^,;:]* than )")
_TOWARDS = frozenset("to into for as".split())
_BY_MANY = frozenset("close open sign ratify".split())
_IN_A_LIFE = frozenset(["bear", "die"])


def dated(ours: Statement, theirs: Sequence[Statement]) -> list[Answer]:
    """Whether the passage's date for the claim's event lies within the claim's, or beside it.

    >>> from claims.evidence.quantity.statement import statement
    >>> claim, passage = (
    ...     statement(t, published=None)
    ...     for t in ("The pact was signed in 1998.", "The pact was signed on 4 March 1996.")
    ... )
    >>> [(a.rule, a.arithmetic) for a in dated(claim, [passage])]
    [('DATE002', 'claim: 1998; passage: 4 March 1996; another date of what happens once')]
    """
    if not ours.periods:
        return []
    why = _WHY.search(ours.plain, ours.periods[0].end - 1)
    if why:
        ours = replace(ours, words=tuple(w for w in ours.words if w.start < why.start()))
    mine = side(ours, _point(ours), derived=LENGTH, point=True)
    found = []
    for i, said in enumerate(theirs):
        if not said.periods:
            continue
        other = side(said, _point(said), before(theirs, i), derived=LENGTH)
        found.append(_dated(mine, replace(other, near=tuple(_narrowing(mine, other)))))
    return found


def _narrowing(ours: Side, theirs: Side) -> Iterator[Word]:
    """The passage's words that may make its event another one.

    Where and by whom it happened, told after its verb and date, is mere detail, unless the claim names it
    too; to whom or what is none: a canal is opened, and later opened to lorries. One is born and dies once.
    """
    plain = theirs.said.plain
    done = [w for w in theirs.near if w.concept in ONCE]
    verb = done[0] if done else None
    cut = (
        max(verb.end, 0 if verb.concept in _IN_A_LIFE else theirs.amount.start)
        if verb
        else len(plain)
    )
    named = verb and _is_passive(ours, verb.concept) and not _PASSIVE.search(plain[: verb.start])
    alone = verb and _ALONE.match(plain, verb.end)
    mine = {w.concept for w in ours.near if w.name}
    told = mine & {w.concept for w in theirs.near if w.name and w.start >= cut}
    for word in theirs.near:
        doer = (
            named
            and not alone
            and verb
            and word.end + 1 == verb.start
            and not {word.concept, word.alias} & mine
        )
        weighs = word.start < cut or governor(plain, word) in _TOWARDS or (told and word.name)
        if not doer and weighs:
            yield word


def _is_passive(side: Side, concept: str) -> bool:
    return any(
        w.concept == concept and _PASSIVE.search(side.said.plain[: w.start]) for w in side.near
    )


def _times(said: Statement) -> tuple[Period, ...]:
    """The times of a sentence without those that only compare: "fifteen years later than in Belis"."""
    return tuple(p for p in said.periods if p.way != "than") or said.periods


def _point(said: Statement) -> Amount:
    """A stand-in amount at the place of the date, so that the words around it are compared."""
    period = said.periods[0]
    return Amount(
        low=1000.0, high=1000.0, unit="year", noun="", bound=None, step=1.0, coarse=1.0,
        part=Part.LEVEL, way=0, per=frozenset(), exact=period.words, start=period.start, end=period.end,
    )  # fmt: skip


def _dated(ours: Side, theirs: Side) -> Answer:
    shown = "; ".join(
        f"{whose}: {', '.join(p.words for p in side.said.periods)}"
        for whose, side in (("claim", ours), ("passage", theirs))
    )
    stop = hindrance(ours, theirs)
    aside = _in_a_clause(ours, theirs) or _in_a_clause(theirs, ours)
    aside = aside or bool(_limits(ours.said) - _limits(theirs.said))
    aside = aside or _compared(ours.said) != _compared(theirs.said)
    if not _told(ours, theirs) or aside or _is_of_another(ours.said, theirs.said):
        stop = both("NOT002")
    mine, other = _times(ours.said), _times(theirs.said)
    how = lie(mine, other)
    within = {Times.SAME, Times.WITHIN, Times.PART}
    alone = how is Times.SAME or all(lie(mine, [p]) in within for p in other)
    if how in within and alone:
        edge = how is not Times.SAME and at_the_edge(mine, other)
        rule = stop.to_agree or ("NOT004" if edge else "DATE001")
    elif how is Times.OTHER and _sure(ours, theirs):
        rule = stop.to_agree or stop.to_clash or "DATE002"
    else:
        rule = "NOT004"
    told = trend(ours.said.plain)
    growth = is_of_growth(ours.said.plain) is not is_of_growth(theirs.said.plain)
    if told and (growth or trend(theirs.said.plain) != told):
        known = {w.concept for w in ours.said.words}
        more = any(w.concept not in known and not w.name for w in theirs.said.words)
        more = more or other_measure(ours.said.plain, theirs.said.plain)
        turned = all(trend(s.said.plain, verbs=True) for s in (ours, theirs))
        turned = turned and trend(theirs.said.plain) == -told
        free = how is Times.SAME and alone and turned and not (more or growth)
        rule = (stop.to_clash or stop.to_agree or "QTY022") if free else "NOT002"
    return Answer(rule, f"{shown}; {title(rule)}", 3)


def _limits(said: Statement) -> set[str]:
    """Words by which a sentence says that nobody else did, or that all did: "only men voted"."""
    return {m[0].lower() for m in _LIMIT.finditer(said.plain)}


def _compared(said: Statement) -> set[str]:
    """How a sentence compares: "less oil than", "richer than"."""
    return {m[1].lower() for m in _THAN.finditer(said.plain)} if " than " in said.plain else set()


def _in_a_clause(side: Side, other: Side) -> bool:
    """Whether the date is of a clause that only says which: "born in the house that burned down in 1910"."""
    at = side.said.periods[0].start
    shared = {w.concept for w in other.said.words}
    before = [w for w in side.said.words if w.concept in ONCE and w.end <= at]
    if not before:
        return False
    last = max(before, key=lambda w: w.end)
    cut = _CLAUSE.search(side.said.plain, last.end, at) is not None
    return cut or (last.concept not in shared and any(w.concept in shared for w in before))


def _is_of_another(ours: Statement, said: Statement) -> bool:
    """Whether whom the claim is about only tells who it was: "the priest who raised Ana Kovic founded …"."""
    name = next((w for w in ours.words if w.name), None)
    if name is None or " who" not in said.plain:
        return False
    same = (w for w in said.words if w.name and w.concept == name.concept)
    return any(
        _WHO.search(said.plain, 0, w.start) and not _WHO.search(ours.plain, 0, name.start)
        for w in same
    )


def _told(ours: Side, theirs: Side) -> bool:
    """Whether every word of the claim but names stands in the passage, and one of them at least."""
    named = {w.start for w in ours.said.words if w.name}
    words = as_names(ours.said.words, theirs.said.words)
    named |= {w.start for w in words if w.name}
    mine = {
        w.concept
        for w in words
        if not w.name and (w.end + 1 not in named or w.concept in VERBS)  # "the novelist Ana Kovic"
    }
    known = {c for w in (*theirs.said.words, *theirs.around.words) for c in (w.concept, w.alias)}
    if not mine:  # "the wall fell"
        moved = [{w for w in s.said.plain.split() if w in UP or w in DOWN} for s in (ours, theirs)]
        return bool(moved[0]) and moved[0] == moved[1]
    return mine <= known


def one_date(said: Statement) -> bool:
    """Whether a sentence gives one date, and that plainly: "in 1998", and not "around 1998".

    >>> from claims.evidence.quantity.statement import statement
    >>> [one_date(statement(f"It fell {w}.", published=None)) for w in ("in 1998", "in about 1998")]
    [True, False]
    """
    times = _times(said)
    return (
        len(times) == 1
        and times[0].first[0].isdigit()
        and times[0].way == "in"
        and not _ROUGH.search(said.text[: times[0].start])
    )


def is_again(text: str) -> bool:
    """Whether a sentence tells of what happened before too."""
    return any(word in text.lower() for word in _AGAIN)


def _is_for_a_while(said: Statement) -> bool:
    """Whether a sentence tells for how long: "was closed for three weeks in 1991"."""
    return any(a.unit in _TIMES and said.plain.endswith("for ", 0, a.start) for a in said.amounts)


def _sure(ours: Side, theirs: Side) -> bool:
    """Whether two dates of one event cannot both be right: it happens once, and both name it."""
    shared = {w.concept for w in ours.said.words} & {w.concept for w in theirs.said.words}
    plain = one_date(ours.said) and one_date(theirs.said)
    firsts = _firsts(ours) & _firsts(theirs)
    again = is_again(ours.said.text) or is_again(theirs.said.text)
    again = again or _firsts(ours) != _firsts(theirs)
    again = again or _is_for_a_while(ours.said) or _is_for_a_while(theirs.said)
    again = again or any(w.text.lower() in RECURRENT for w in ours.said.words)
    apart = _are_two_kinds(ours, theirs) or _is_by_another(ours, theirs)
    return plain and not again and not apart and bool(shared & (ONCE | firsts))


def _are_two_kinds(ours: Side, theirs: Side) -> bool:
    """Whether one name is told of two kinds of thing: "the ferry Astra", "the tug Astra"."""
    kinds = []
    for said in (ours.said, theirs.said):
        at = {w.end + 1: w for w in said.words if not w.name}
        before = ((w, at.get(w.start)) for w in said.words if w.name)
        kinds.append({name.concept: kind.concept for name, kind in before if kind})
    return any(kinds[1].get(name, kind) != kind for name, kind in kinds[0].items())


def _is_by_another(ours: Side, theirs: Side) -> bool:
    """Whether only the passage tells by whom what may be done by others too: "was closed by the police"."""
    if " by " in ours.said.plain or " by " not in theirs.said.plain:
        return False
    done = [w for w in theirs.said.words if w.concept in _BY_MANY]
    return any(theirs.said.plain.startswith(" by ", w.end) for w in done)


def _firsts(side: Side) -> set[str]:
    """What is told as done for the first time, and so once: "was first elected"."""
    plain = side.said.plain
    if "first " not in plain:
        return set()
    first = (w for w in side.said.words if plain.endswith("first ", 0, w.start))
    return {w.concept for w in first if w.concept in VERBS or w.text.endswith("ed")}
