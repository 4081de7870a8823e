"""Of what two shares are shares: of students who are girls, of girls who are students."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.evidence.quantity.sides import Side

_BASE = re.compile(r"^ of (?:(?:the|its|their|all|his|her|those|these|our) )*")
_THOSE = re.compile(r"^ of (?:all )?(?:those|people|men|women|the \w+|\w+s) who\b")
_DOES = re.compile(r"\b(?:had|has|have|was|were|is|are|said|\w+ed)\b")
_BASE_BEFORE = re.compile(r"(?:^|[,;] )(?:Of|Among) [^,;]*, [^,;]{0,20}$")
_WHO = re.compile(
    r"(?<=[a-z] )(?<!of )(?<!by )(?<!for )(?<!to )(?<!and )(?<!or )"
    r"(?:who|whose|(?<=s )that (?:is|are|was|were|has|have|had|did|got|went|came|left|took|\w+ed\b)) [^,;:]*"
)
"""A clause that says which ones are meant; what only describes stands behind a comma."""
_CHARGED = tuple(
    f"{what} of"
    for what in """tax fee interest dividend discount duty tariff levy margin commission premium yield
    return fine surcharge rebate""".split()
)
"""What stands before a share that is no share of anybody."""
_LOOK = 120
PLURAL = re.compile(r"(?:[^su’']s|men|people|children)$")


def other_base(ours: Side, theirs: Side) -> bool:
    """Whether two shares are of different wholes: of students who are girls, of girls who are students.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> told = [
    ...     statement(f"12 percent of {t}.", published=None) for t in ("men are cooks", "cooks are men")
    ... ]
    >>> other_base(*(side(one, one.amounts[0]) for one in told))
    True
    """
    if ours.amount.unit != "percent" or theirs.amount.unit != "percent":
        return False
    mine, other = _base(ours), _base(theirs)
    told = [_told_base(s) for s in (ours, theirs)]
    charged = [_is_charge(s) for s in (ours, theirs)]
    if (charged[0] and told[1]) or (charged[1] and told[0]):
        return True
    if all(told) and len(set(told)) > 1:
        return True
    return bool(mine and other) and not mine & other


def _is_charge(side: Side) -> bool:
    """Whether a share is what somebody charges or gets: "a tax of 4 percent"."""
    before = side.said.plain[: side.amount.start].rstrip("$€£ ")
    return before.endswith(_CHARGED) and not _BASE.match(side.said.plain[side.amount.end :])


def _told_base(side: Side) -> str:
    """Whether a share is told of all of some, or of those "who" …; "" where it is told of none."""
    plain, amount = side.said.plain, side.amount
    before = _BASE_BEFORE.search(plain[: amount.start])
    if before is not None:
        return "who" if " who " in before[0] else "all"
    after = plain[amount.end :]
    return "who" if _THOSE.match(after) else "all" if _BASE.match(after) else ""


def other_clause(ours: Side, theirs: Side) -> bool:
    """Whether one side alone says which of them it speaks of: "of the teachers who left".

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> told = [
    ...     statement(t, published=None)
    ...     for t in ("12 percent of men cook.", "Of the men who left, 12 percent cook.")
    ... ]
    >>> other_clause(*(side(one, one.amounts[0]) for one in told))
    True
    """
    return _clause_alone(ours, theirs) or _clause_alone(theirs, ours)


def _clause_alone(one: Side, two: Side) -> bool:
    known = {w.concept for w in (*two.near, *two.far)}
    for match in _WHO.finditer(one.said.plain):
        told = {w.concept for w in one.said.words if match.start() <= w.start < match.end()}
        if not told & known and _WHO.search(two.said.plain) is None:
            return True
    return False


def _base(side: Side) -> set[str]:
    """The concepts of what a share is a share of."""
    plain, amount = side.said.plain, side.amount
    if match := _BASE.match(plain[amount.end : amount.end + _LOOK]):
        start = amount.end + match.end()
        after = sorted((w for w in side.said.words if w.start >= start), key=lambda w: w.start)
        run = after[:1]
        if run and PLURAL.search(run[0].text):
            after = run
        if (
            run
            and _THOSE.match(plain[amount.end :]) is None
            and _DOES.search(plain[start : run[0].start])
        ):
            return set()
        for word in after[1:]:
            if plain[run[-1].end : word.start] not in {" ", "-"} or word.text.endswith(
                ("ed", "ing")
            ):
                break
            run.append(word)
        return {w.concept for w in run}
    if match := _BASE_BEFORE.search(plain[: amount.start]):
        return {w.concept for w in side.said.words if match.start() <= w.start < amount.start}
    return set()
