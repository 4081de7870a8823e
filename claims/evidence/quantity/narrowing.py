"""Whether one side speaks of a part of what the other counts: words that stand on one side only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.evidence.quantity.idle import SUBGROUPS
from claims.evidence.quantity.roles import governor
from claims.evidence.quantity.sides import PRONOUN
from claims.evidence.quantity.statement import QUALIFIED, occasion
from claims.evidence.quantity.wholes import other_base, other_clause
from claims.evidence.quantity.wording import VERBS, Word

if TYPE_CHECKING:
    from claims.evidence.quantity.sides import Side

_SETTING = re.compile(
    r"^\W*(?:among|of|for|in|at|within|on|across|outside|inside|between|with|during|through|when|unlike"
    r"|counting"
    r"|adjusted|allowing|net of|(?:before|after) (?!the\b|an?\b|its\b|their\b|his\b|her\b|#|[a-z]+ing\b))\b",
    re.IGNORECASE,
)
EVERYWHERE = frozenset("worldwide globally nationwide".split())
_LEFT_OUT = frozenset("without excluding except besides barring minus including counting".split())
"""Words behind which stands what is left out of a number or put into it, wherever they are."""
_TIMED = frozenset("before after until till since".split())
"""Words behind which stands an event that says when: "before the war"."""
_WHEN_IT = re.compile(r"(?<!#, )\bwhen (?:it|he|she|they)\b[^,;]*")
"""When something held; behind a time and a comma it only says more of that time."""
_NUMBER_OF = re.compile(
    r"\W*(?:[\w ]{0,24}, )?[Tt]he number of [a-z]+ (?!of\b|in\b|from\b|with\b|among\b)"
)
"""How a sentence begins that counts on what the one before speaks of: "The number of cases fell"."""
_OWNS = re.compile(r"[’']s?$")
_OWNER = re.compile(r"[’']s$|s[’']$")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of both sides: all of them, their concepts, and those that one side alone has."""

    ours: list[Word]
    theirs: list[Word]
    a: set[str]
    b: set[str]
    context: set[str]
    missing: list[Word]
    extra: list[Word]
    elsewhere: bool


def narrowed(ours: Side, theirs: Side, words: Words) -> bool:
    """Whether one side speaks of a part of what the other counts, or of another whole.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"{who} buy 12 cars.", published=None) for who in ("Firms", "Other firms"))
    >>> both = side(one, one.amounts[0]), side(two, two.amounts[0])
    >>> narrowed(*both, Words(*[list(s.near) for s in both], set(), set(), set(), [], [two.words[0]], False))
    True
    """
    parts = {w.concept for w in (*words.extra, *words.missing)}
    return (
        bool(parts & SUBGROUPS)
        or any(c.startswith(QUALIFIED) for c in parts)
        or _premodified(theirs.said.plain, words.theirs, words.extra)
        or _premodified(ours.said.plain, words.ours, _unsupplied(theirs, words))
        or _shifted(theirs.said.plain, words.theirs, words.extra)
        or other_base(ours, theirs)
        or other_clause(ours, theirs)
        or _shifted(ours.said.plain, words.ours, words.missing, owned=True)
        or any(w.text.endswith("ly") for w in words.missing)
        or any(_sets(theirs, word) for word in words.extra)
        or any(_sets(ours, word) for word in words.missing)
        or any(governor(theirs.said.plain, w) in _LEFT_OUT for w in words.extra)
        or any(governor(ours.said.plain, w) in _LEFT_OUT for w in words.missing)
        or _told_at_other_time(ours, theirs, words)
    )


def _unsupplied(theirs: Side, words: Words) -> list[Word]:
    """The claim's words that the passage's sentence lacks and does not take up by "it"."""
    taken_up = PRONOUN.match(theirs.said.text) or _NUMBER_OF.match(theirs.said.text)
    return [w for w in words.missing if not (taken_up and w.concept in words.context)]


def _told_at_other_time(ours: Side, theirs: Side, words: Words) -> bool:
    """Whether the passage alone says before or after what: "before the war"."""
    timed = (
        _TIMED - {"after"} if theirs.amount.way else _TIMED
    )  # "after the vote, shares rose to 40"
    added = {governor(theirs.said.plain, w) for w in words.extra} & timed
    if added - {governor(ours.said.plain, w) for w in words.ours}:
        return True
    when = _WHEN_IT.search(theirs.said.plain)
    return (
        when is not None
        and occasion(theirs.said.plain) is None
        and not any(
            when.start() <= w.start < when.end() and w.concept in words.a for w in words.theirs
        )
    )


def _premodified(plain: str, words: list[Word], unmatched: list[Word]) -> bool:
    """Whether an unmatched word stands right before a matched noun ("youth unemployment")."""
    starts = {w.start for w in unmatched}
    matched = {w.start: w for w in words if w.start not in starts}
    for word in unmatched:
        follows = (
            matched.get(word.end + 1) if plain[word.end : word.end + 1] in {" ", "-"} else None
        )
        if follows is None or word.text.endswith("s"):
            continue
        if not follows.name and not follows.text.endswith("ed"):
            return True
    return False


def _shifted(plain: str, words: list[Word], extra: list[Word], *, owned: bool = False) -> bool:
    """Whether an unmatched noun takes over from a matched word before it ("the museum's café")."""
    starts = {w.start for w in extra}
    ends = {w.end: w for w in words if w.start not in starts}
    for word in extra:
        before = ends.get(word.start - 1) if plain[word.start - 1 : word.start] == " " else None
        if before is None or word.text.lower() in EVERYWHERE or word.text.endswith(("ed", "ing")):
            continue
        if (
            (_OWNER if owned else _OWNS).search(before.text)
            or (not owned and not before.name and before.concept not in VERBS)
            or (owned and before.name and word.text.endswith("s") and not is_done(word))
        ):
            return True
    return False


def _sets(theirs: Side, word: Word) -> bool:
    """Whether an unmatched word stands in a phrase in front that narrows all after it: "Among farmers, …"."""
    start, end = theirs.span
    if theirs.derived or start <= word.start < end or word.start > theirs.amount.start:
        return False
    begin = max((b for b in theirs.said.bounds if b <= word.start), default=0)
    return _SETTING.match(theirs.said.plain[begin : word.end]) is not None


def is_done(word: Word) -> bool:
    """Whether a word tells something done.

    >>> from claims.evidence.quantity.wording import words_in
    >>> [is_done(w) for w in words_in("sold cars")]
    [True, False]
    """
    return word.concept in VERBS or word.text.endswith(("ed", "ing"))
