"""A claim without a number, held against who a passage says did the same, to whom and where."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Amount, Part
from claims.evidence.quantity.answers import Answer
from claims.evidence.quantity.deed_forms import (
    AGAIN,
    IDLE_REST,
    OPPOSITES,
    RECURRENT,
    ROLES,
    SITES,
    TITLES,
)
from claims.evidence.quantity.deed_passages import read, tight
from claims.evidence.quantity.deeds import Deed, deeds
from claims.evidence.quantity.lands import are_towns
from claims.evidence.quantity.mood import mood
from claims.evidence.quantity.once import is_again, one_date
from claims.evidence.quantity.parties import is_definite, is_last_name, is_one, is_other, is_same
from claims.evidence.quantity.party_words import BODIES, CALLINGS, OTHERWISE, WHICH
from claims.evidence.quantity.periods import Times, at_the_edge, lie
from claims.evidence.quantity.rules import title
from claims.evidence.quantity.wording import concepts, name_stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.evidence.quantity.statement import Statement

_TRIED = re.compile(
    r"(?<=was )tried(?= in | at |$)|\bfound (?:[A-Z][\w’'-]* ){0,4}not guilty\b|\bwith no [a-z ]+"
    r"|\b[A-Z][\w’'-]+ plan\b(?! to)|\b"
    r"(?:rejected|banned|quashed|overturned|annulled|upheld|struck down|set aside|voted down)\b"
)
"""Words by which a deed is told, and nothing is denied or did not come off."""
_ONE_TIME = frozenset([Times.SAME, Times.WITHIN, Times.PART])
_ONCE = frozenset(
    """write design compose paint invent discover found publish assassinate kill unveil
    buy succeed bear die bury""".split()
)
"""Deeds besides events that are done once."""
_RECURRENT = RECURRENT | concepts(RECURRENT)
_SITES = SITES | concepts(SITES)
_NOTHING: frozenset[str] = frozenset()
_ALIAS = re.compile(
    r"\b(?:pen name|pseudonym|alias|nom de plume|stage name|maiden name|real name|better known|also known"
    r"|renamed|formerly|then called|now called|under the name)\b",
    re.IGNORECASE,
)
"""Where one may go by two names."""
_MOVED = re.compile(r"\b(?:remains|body|ashes|coffin|reburied|exhumed|moved|taken|brought)\b")
_MADE = frozenset(
    f"event {k}" for k in "found build complete demolish discover invent execute".split()
)
"""Events that are one, by whomever they are told: a club may be shut by inspectors for a night."""
_AT_ONE_POINT = ("win", "join", "quit", "role become", "role elected")
_LIVES = frozenset(["bear", "die", "bury"])
_ACQUITTED = frozenset(["convict", "acquit"])
"""What a court alone does, told or untold."""
_OF_PERSONS = frozenset(
    """kill assassinate appoint sentence beat sue succeed marry divorce accuse betray teach convict acquit
    bear die bury try arrest""".split()
) | {f"event {kind}" for kind in "die resign retire execute crown arrest sentence".split()}
"""What is done to somebody, who may be told by the last name alone."""


def named(ours: Statement, theirs: Sequence[Statement]) -> Answer | None:
    """Whether the passage tells the claim's deed, of the same people and place or of others.

    None where it tells nothing of the kind.

    >>> from claims.evidence.quantity.statement import statement
    >>> claim, *said = (
    ...     statement(f"{told}.", published=None)
    ...     for told in (
    ...         "Ana Kovic was born in Osk",
    ...         "Osk is the birthplace of Ana Kovic",
    ...         "Ana Kovic's birthplace is Belis",
    ...         "Ina Lom was born in Belis",
    ...     )
    ... )
    >>> [a.rule if (a := named(claim, [one])) else None for one in said]
    ['DEED001', 'DEED002', None]
    """
    mine = deeds(ours)
    if not mine or _is_open(ours):
        return None
    ours = tight(ours)
    found = [
        answer
        for said in map(tight, read(theirs))
        for other in deeds(said)
        for deed in mine
        if (answer := _held(deed, ours, other, said, theirs)) is not None
    ]
    return min(found, key=lambda a: a.rank) if found else None


def _is_open(said: Statement) -> bool:
    """Whether a sentence denies, doubts, plans or asks."""
    end = len(said.text)
    stand_in = Amount(
        low=1.0, high=1.0, unit="count", noun="", bound=None, step=1.0, coarse=1.0,
        part=Part.LEVEL, way=0, per=frozenset(), exact="", start=end, end=end,
    )  # fmt: skip
    return bool(mood(replace(said, plain=_TRIED.sub("", said.plain)), stand_in))


def _held(
    mine: Deed, ours: Statement, other: Deed, said: Statement, theirs: Sequence[Statement]
) -> Answer | None:
    if "event" in mine.traits and (said.amounts or not ours.periods):
        return None
    undone = OPPOSITES.get(mine.kind) == other.kind
    if not (undone or mine.kind == other.kind) or _is_open(said):
        return None
    times = lie(ours.periods, said.periods)
    if undone:
        rule = (
            "DEED005" if _is_undone(mine, other, times) and not _told_both(mine, theirs) else None
        )
    else:
        rule = _agreeing(mine, other, times) or _clashing(mine, other, times)
        rule = rule or _dated(mine, ours, other, said)
        if rule == "DEED001" and ours.periods:
            edge = times is not Times.SAME and at_the_edge(ours.periods, said.periods)
            rule = None if edge else "DATE001"
    if rule is None or _is_namesake(mine, other, theirs) or _is_moved(mine, rule, theirs):
        return None
    if rule.startswith("DATE"):
        return _when(rule, ours, said)
    if rule in {"DEED002", "DEED003"} and _also_told(mine, rule, theirs):
        rule = "NOT005"
    shown = f"claim: {_shown(mine)}; passage: {_shown(other)}; {title(rule)}"
    return Answer(rule, shown, 0 if rule != "DEED001" else 1)


def _is_namesake(mine: Deed, other: Deed, theirs: Sequence[Statement]) -> bool:
    """Whether a last name may be that of somebody else, whom the passage names before."""
    for one, two in ((mine.doer, other.doer), (mine.what, other.what)):
        if one and two and is_last_name(one, two):
            last = two.text.rsplit(" ", 1)[-1]
            for said in theirs:
                for match in re.finditer(r"\b([A-Z][\w’'-]+) (?=[A-Z])", said.text):
                    full = said.text.startswith(last, match.end())
                    if full and match[1].lower() not in one.names and match[1] not in TITLES:
                        return True
    return False


def _is_moved(mine: Deed, rule: str, theirs: Sequence[Statement]) -> bool:
    """Whether who was buried in one place may lie in another now."""
    return mine.kind == "bury" and rule == "DEED002" and any(_MOVED.search(s.text) for s in theirs)


def _agreeing(mine: Deed, other: Deed, times: Times) -> str | None:
    """Whether the passage says all that the claim does, of the same people and places."""
    if times not in {*_ONE_TIME, Times.NONE, Times.ADDED}:
        return None
    if "timed" in mine.traits and times is Times.ADDED and mine.present:
        return None
    if "timed" in mine.traits and mine.present and not other.present:
        return None
    parts = [(mine.doer, other.doer if mine.doer else None), (mine.what, other.what)]
    turned = [(mine.doer, other.what), (mine.what, other.doer)]
    person = mine.kind in _OF_PERSONS
    same = is_same(*parts[0]) and is_same(*parts[1], person=person)
    same = same or ("mutual" in mine.traits and all(is_same(a, b) for a, b in turned))
    told = other.extra | other.beside
    if (
        not same
        or not is_same(mine.place, other.place, person=False)
        or not (mine.extra | mine.beside) <= told
    ):
        return None
    tail = other.tail | (other.doer_tail if mine.doer else frozenset())
    added = (tail | (told & WHICH)) - mine.extra - mine.beside
    if (told - mine.extra) & OTHERWISE.get(mine.kind, _NOTHING):
        return None
    return None if added else "DEED001"


def _dated(mine: Deed, ours: Statement, other: Deed, said: Statement) -> str | None:
    """Whether the passage gives another date for what happens once: "DATE002"."""
    once = (
        ("event" in mine.traits and mine.kind not in AGAIN)
        or mine.kind in _ONCE
        or mine.kind.startswith("role become")
    )
    if not once or lie(ours.periods, said.periods) is not Times.OTHER:
        return None
    if not all(one_date(one) for one in (ours, said)) or is_again(ours.text) or is_again(said.text):
        return None
    told, what = other.extra | other.beside, mine.what.words if mine.what else frozenset()
    offices = {w.lower() for w in mine.what.text.split()} & ROLES if mine.what else set()
    more = told - mine.extra - mine.beside - IDLE_REST - offices
    alike = (
        mine.extra | mine.beside <= told
        and not more
        and not what & _RECURRENT
        and is_one(mine.what, other.what)
    )
    one_of = other.doer is not None and bool(other.doer.words & WHICH)  # the last one to sign
    by = not one_of and (mine.doer is not None or other.doer is None or mine.kind in _MADE)
    by = by and (mine.doer is None or is_same(mine.doer, other.doer))
    same = by and is_same(mine.what, other.what) and not other.tail - mine.extra
    return (
        "DATE002" if alike and same and (mine.place is None or mine.place == other.place) else None
    )


def _when(rule: str, ours: Statement, said: Statement) -> Answer:
    shown = "; ".join(
        f"{whose}: {', '.join(p.words for p in one.periods)}"
        for whose, one in (("claim", ours), ("passage", said))
    )
    return Answer(rule, f"{shown}; {title(rule)}", 0 if rule == "DATE002" else 1)


def _is_undone(mine: Deed, other: Deed, times: Times) -> bool:
    """Whether the passage says that the opposite was done, to the same and by nobody else."""
    at_once = times in _ONE_TIME or (times is Times.NONE and "timed" not in mine.traits)
    unsaid = mine.doer is other.doer is None or mine.kind in _ACQUITTED
    by = is_same(mine.doer, other.doer) or (unsaid and None in {mine.doer, other.doer})
    courts = [one.doer_tail if mine.kind in _ACQUITTED else _NOTHING for one in (mine, other)]
    alike = mine.extra - courts[0] == other.extra - courts[1]
    alike = alike and mine.tail <= other.extra and other.tail <= mine.extra
    now = mine.present is other.present
    return at_once and by and alike and now and not other.beside and is_same(mine.what, other.what)


def _told_both(mine: Deed, theirs: Sequence[Statement]) -> bool:
    """Whether the passage tells the claim's deed too, of whatever."""
    return any(d.kind == mine.kind for said in read(theirs) for d in deeds(said))


def _clashing(mine: Deed, other: Deed, times: Times) -> str | None:
    """Whether the passage has another place or person where there is but one, or turns them round."""
    tails = [one.tail | one.doer_tail for one in (mine, other)]
    if tails[0] - other.extra or tails[1] - mine.extra or not _at_once(mine, other, times):
        return None
    if not (is_definite(mine.what) and is_definite(other.what)):
        return None
    alike = mine.extra == other.extra
    same = is_same(mine.what, other.what, person=mine.kind in _OF_PERSONS)
    same = same and not _are_two(mine, other)
    if "placed" in mine.traits:
        told = (alike or mine.kind in _LIVES) and same and _is_elsewhere(mine, other)
        return "DEED002" if told else None
    if not alike or other.beside - mine.beside:
        return None
    if (
        "sole" in mine.traits
        and same
        and is_one(mine.what, other.what)
        and is_other(mine.doer, other.doer)
    ):
        return "DEED003"
    turned = is_same(mine.doer, other.what) and is_same(mine.what, other.doer)
    return "DEED004" if "ordered" in mine.traits and turned and _is_ordered(mine) else None


def _is_ordered(mine: Deed) -> bool:
    """Whether it cannot be so both ways: two who sue each other do so over different things."""
    return mine.kind != "sue" or bool(mine.extra)


def _are_two(mine: Deed, other: Deed) -> bool:
    """Whether two of one name may be meant, since they do two things: a violinist and a swimmer."""
    callings = [one.what.words | one.extra if one.what else one.extra for one in (mine, other)]
    a, b = ({w for w in words if w in CALLINGS or w.endswith("ist")} for words in callings)
    return bool(a and b) and not a & b


def _at_once(mine: Deed, other: Deed, times: Times) -> bool:
    """Whether two tellings are of one time, as far as it matters to what is told.

    What lasts may change within a year: who led in early 2015 need not have led in 2015.
    """
    if times in _ONE_TIME:
        lasts = "timed" in mine.traits and not mine.kind.startswith(_AT_ONE_POINT)
        return times is Times.SAME or not lasts
    if times is Times.NONE:
        now = all(one.present and "beside" not in one.traits for one in (mine, other))
        return "timed" not in mine.traits or now
    again = mine.traits & {"timed", "ordered"} or mine.kind == "arrest"
    return times is not Times.OTHER and not again


def _also_told(mine: Deed, rule: str, theirs: Sequence[Statement]) -> bool:
    """Whether the passage names the claim's own person or place somewhere too, or an assumed name."""
    if any(_ALIAS.search(said.text) for said in theirs):
        return True
    party = mine.place if rule == "DEED002" else mine.doer
    told = {c for said in theirs for w in said.words for c in (w.concept, w.alias)}
    names = party.names if party else ()
    own = [name for name in names if name not in BODIES] or names
    return any(name_stem(name.capitalize()) in told for name in own)


def _is_elsewhere(mine: Deed, other: Deed) -> bool:
    """Whether two places are towns of different names, as far as names tell."""
    if not is_other(mine.place, other.place) or not (_is_fixed(mine) and _is_fixed(other)):
        return False
    places = [p for p in (mine.place, other.place) if p]
    return not any(p.words or p.text.startswith("the ") for p in places) and are_towns(
        *(p.text for p in places)
    )


def _is_fixed(deed: Deed) -> bool:
    """Whether what stands somewhere is built there: a museum, and no president."""
    what = deed.what
    return deed.kind != "stand" or (
        what is not None and bool(_SITES & (what.words | {*what.names}))
    )


def _shown(deed: Deed) -> str:
    parts = (deed.doer, deed.what, deed.place)
    return ", ".join(p.text for p in parts if p)
