"""A claim without a number, held against who a passage says did the same, to whom and where."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Amount, Part
from claims.evidence.quantity.answers import Answer
from claims.evidence.quantity.deed_forms import AGAIN, BUILDINGS, IDLE_REST, LANDS, OPPOSITES
from claims.evidence.quantity.deeds import Deed, Party, deeds
from claims.evidence.quantity.forms import NATIONS
from claims.evidence.quantity.mood import mood
from claims.evidence.quantity.once import is_again, one_date
from claims.evidence.quantity.periods import Times, at_the_edge, lie
from claims.evidence.quantity.rules import title
from claims.evidence.quantity.statement import statement
from claims.evidence.quantity.wording import name_stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.evidence.quantity.statement import Statement

_LANDS = frozenset(w.lower() for w in LANDS | set(NATIONS.split()))
_COMPASS = frozenset(
    word.lower()
    for word in """New Old Saint North South East West Upper Lower Great Greater Little Northern Southern
    Eastern Western Central Young Junior Senior First Second Third""".split()
)
"""Words in front of a name that make another's of it: "West Estoria"."""
_COMPLEX = re.compile(r"[’']|\b(?:of|and|or|nor|both|either)\b|,|&")
"""What makes more than a plain name of it: "the garden of …", "Ana Kovic and …"."""
_WHICH = frozenset(
    """second third first former deputy vice young younger old older elder new original other another half
    man woman men women part wing east west north south last next late junior assistant acting co-founder
    stake share branch arm unit""".split()
)
"""Words that make another of what they describe."""
_WHO_IS = re.compile(
    r"^(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?:,[^,]*,| \([^)]*\))? (?:is|was|were) (?:an?|the|one of)\b"
    r"(?P<rest>.*)$"
)
_TRIED = re.compile(
    r"(?<=was )tried(?= in | at |$)|\bfound not guilty\b|\bwith no [a-z ]+|\b"
    r"(?:rejected|banned|quashed|overturned|annulled|upheld|struck down|set aside|voted down)\b"
)
"""Words by which a deed is told, and nothing is denied or did not come off."""
_MOST_NAMES = 3
"""Words of the name of somebody who is told by the last one alone."""
_HE = re.compile(r"^(?:(?P<he>He|She|It)|(?P<his>His|Her|Its)) ")
_PERSONS = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+")
_ONE_TIME = frozenset([Times.SAME, Times.WITHIN, Times.PART])
_ONCE = frozenset(
    """write design compose paint invent discover found publish assassinate kill unveil
    buy succeed bear die bury""".split()
)
"""Deeds besides events that are done once."""
_LIVES = frozenset(["bear", "die", "bury"])


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
    found = [
        answer
        for said in _read(theirs)
        for other in deeds(said)
        for deed in mine
        if (answer := _held(deed, ours, other, said, theirs)) is not None
    ]
    return min(found, key=lambda a: a.rank) if found else None


def _read(theirs: Sequence[Statement]) -> Iterator[Statement]:
    """The sentences of a passage, "she" behind a sentence on who somebody is being read as that person."""
    who = ""
    for said in theirs:
        text = said.text
        if who and (match := _HE.match(text)):
            told = who if match["he"] else f"{who}'s"
            again = statement(f"{told} {text[match.end() :]}", published=None)
            yield again if not said.standing else _standing(again, said)
        else:
            yield said
            is_who = _WHO_IS.match(text)
            who = is_who["who"] if is_who and not _PERSONS.search(is_who["rest"]) else ""


def _standing(again: Statement, said: Statement) -> Statement:
    return replace(again, standing=said.standing)


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
    if rule is None:
        return None
    if rule.startswith("DATE"):
        return _when(rule, ours, said)
    if rule in {"DEED002", "DEED003"} and _also_told(mine, rule, theirs):
        return None
    shown = f"claim: {_shown(mine)}; passage: {_shown(other)}; {title(rule)}"
    return Answer(rule, shown, 0 if rule != "DEED001" else 1)


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
    same = all(_is_same(a, b) for a, b in parts)
    same = same or ("mutual" in mine.traits and all(_is_same(a, b) for a, b in turned))
    told = other.extra | other.beside
    if not same or not _is_same(mine.place, other.place) or not (mine.extra | mine.beside) <= told:
        return None
    added = (other.tail | (other.extra & _WHICH)) - mine.extra - mine.beside
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
    told = other.extra | other.beside
    alike = mine.extra | mine.beside <= told and not told - mine.extra - mine.beside - IDLE_REST
    one_of = other.doer is not None and bool(other.doer.words & _WHICH)  # the last one to sign
    by = not one_of and (mine.doer is None or _is_same(mine.doer, other.doer))
    same = by and _is_same(mine.what, other.what) and not other.tail - mine.extra
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
    by = mine.doer is None or other.doer is None or _is_same(mine.doer, other.doer)
    alike = mine.extra == other.extra and mine.tail <= other.extra and other.tail <= mine.extra
    return at_once and by and alike and not other.beside and _is_same(mine.what, other.what)


def _told_both(mine: Deed, theirs: Sequence[Statement]) -> bool:
    """Whether the passage tells the claim's deed too, of whatever."""
    return any(d.kind == mine.kind for said in _read(theirs) for d in deeds(said))


def _clashing(mine: Deed, other: Deed, times: Times) -> str | None:
    """Whether the passage has another place or person where there is but one, or turns them round."""
    if mine.tail - other.extra or other.tail - mine.extra or not _at_once(mine, other, times):
        return None
    alike = mine.extra == other.extra
    same = _is_same(mine.what, other.what)
    if "placed" in mine.traits:
        told = (alike or mine.kind in _LIVES) and same and _is_elsewhere(mine, other)
        return "DEED002" if told else None
    if alike and "sole" in mine.traits and same and _is_other(mine.doer, other.doer):
        return "DEED003"
    turned = _is_same(mine.doer, other.what) and _is_same(mine.what, other.doer)
    return "DEED004" if alike and "ordered" in mine.traits and turned else None


def _at_once(mine: Deed, other: Deed, times: Times) -> bool:
    """Whether two tellings are of one time, as far as it matters to what is told."""
    if times in _ONE_TIME:
        return True
    if times is Times.NONE:
        return "timed" not in mine.traits or (mine.present and other.present)
    return times is not Times.OTHER and not mine.traits & {"timed", "ordered"}


def _also_told(mine: Deed, rule: str, theirs: Sequence[Statement]) -> bool:
    """Whether the passage names the claim's own person or place somewhere too."""
    party = mine.place if rule == "DEED002" else mine.doer
    told = {c for said in theirs for w in said.words for c in (w.concept, w.alias)}
    return party is not None and any(name_stem(name.capitalize()) in told for name in party.names)


def _is_same(one: Party | None, two: Party | None) -> bool:
    """Whether two parts name the same: by name, a last name for a full one, or by the same words."""
    if one is None or two is None:
        return one is two
    a, b = one.names, two.names
    plain = not (_COMPLEX.search(one.text) or _COMPLEX.search(two.text))
    if (one.words ^ two.words) & _WHICH:
        return False
    if not plain or not a or not b or not (_ends_in_name(one) and _ends_in_name(two)):
        return a == b and one.words == two.words
    short, long = sorted((a, b), key=len)
    last = short == long[-len(short) :] and not set(long[: -len(short)]) & _COMPASS
    return short == long or (last and len(short) == 1 and len(long) <= _MOST_NAMES)


def _ends_in_name(party: Party) -> bool:
    return party.text.rsplit(" ", 1)[-1][:1].isupper()


def _is_other(one: Party | None, two: Party | None) -> bool:
    """Whether two parts surely name different people or bodies: plain names without a word in common."""
    if one is None or two is None or not one.names or not two.names:
        return False
    if _COMPLEX.search(one.text) or _COMPLEX.search(two.text):
        return False
    return _ends_in_name(one) and _ends_in_name(two) and not set(one.names) & set(two.names)


def _is_elsewhere(mine: Deed, other: Deed) -> bool:
    """Whether two places are towns of different names, as far as names tell."""
    if not _is_other(mine.place, other.place):
        return False
    places = [p for p in (mine.place, other.place) if p]
    lands = [any(name in _LANDS for name in place.names) for place in places]
    plain = not any(p.words or p.text.startswith("the ") for p in places)
    return (
        plain and lands[0] is lands[1] and not any(BUILDINGS & set(p.text.split()) for p in places)
    )


def _shown(deed: Deed) -> str:
    parts = (deed.doer, deed.what, deed.place)
    return ", ".join(p.text for p in parts if p)
