"""Two numbers that a sentence, or two, hold against each other, as a sentence of how many more there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 300
_N = r"(?P<n{0}>\d[\d,]*(?:\.\d+)?)(?P<scale{0}> (?:million|billion))?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_TIME = rf"(?:(?:{MONTH})(?: {_YEAR})?|{_YEAR})"
_AND = r"(?:,? (?:and|but|while|whereas)|, (?:compared with|against)|;)(?: (?:only|just))?"
_NOUN = r"(?P<noun>(?: [a-z-]+){0,2} (?:[a-z]+s|people|men|women|children))"
_TIMES = re.compile(
    rf"^(?P<front>[^,;:\d]{{0,40}}, )?(?P<head>[^,;:\d]+?) {_N.format(1)}{_NOUN}?"
    rf"(?P<rest>(?: [^,;:\d]{{1,40}}?)?) in (?P<t1>{_TIME})"
    rf"{_AND} {_N.format(2)}(?P=noun)? in (?P<t2>{_TIME})\W*$"
)
_ACTS = re.compile(
    rf"^(?P<front>[^,;:\d]{{0,40}}(?:{_YEAR})?,? )?{_N.format(1)}{_NOUN}"
    rf" (?P<act1>[a-z]+(?:ed|t|d|me|ame) [^,;:\d]*?){_AND} {_N.format(2)}(?P=noun)?"
    rf" (?P<act2>[a-z]+(?:ed|t|d|me|ame)\b[^,;:\d]*?)\W*$",
)
_KINDS = re.compile(
    rf"^(?P<head>[^;:]*?\b[a-z]+,?) {_N.format(1)} (?P<a>[a-z]+s|people|men|women|children) and"
    rf" {_N.format(2)} (?P<b>[a-z]+s|people|men|women|children)(?P<tail>(?: [^,;:\d]*)?(?:in {_YEAR})?)\W*$"
)
_HAS = (
    r"(?P<verb>has|had|have|sold|built|made|produced|employs|employed|won|scored|received|got|killed"
    r"|holds)"
)
_WHO = r"(?:[Tt]he |[A-Z])[^,;:\d]{1,40}?"
_OWNERS = re.compile(
    rf"^(?P<front>In {_YEAR},? )?(?P<a>{_WHO}) {_HAS} {_N.format(1)}{_NOUN}(?P<tail>(?: in {_YEAR})?)"
    rf"(?:{_AND} (?P<b>{_WHO})(?: (?P<verb2>[a-z]+))? {_N.format(2)}(?P=noun)?)?\W*$"
)
_OTHER = re.compile(
    rf"^(?P<b>{_WHO}) (?P<verb2>[a-z]+) (?:only |just )?{_N.format(2)}(?P<noun2>(?: [a-z-]+){{0,3}}?)\W*$"
)
_PLAIN_PRONOUN = re.compile(r"(?:It|They|He|She|There|This|That|These|Those|Both)\b")


def contrasts(sentence: str, after: str) -> Iterator[tuple[str, str]]:
    """How many more there are of one than of another, with how that is worked out.

    >>> list(contrasts("The library lent 11 books in April and 13 in May.", ""))[0]
    ('The library lent 2 more books in May than in April.', '13 - 11 = 2')
    >>> list(contrasts("In 2018, 120 people moved to Osk and 75 left it.", ""))
    [('In 2018, 45 more people moved to Osk than left it.', '120 - 75 = 45')]
    >>> list(contrasts("Osk had 900 births and 800 deaths in 2012.", ""))
    [('Osk had 100 more births than deaths in 2012.', '900 - 800 = 100')]
    >>> [text for text, _ in contrasts("Osk has 40 inns.", "Arn has 20.")][:2]
    ['Osk has 20 more inns than Arn.', 'Osk has 2 times as many inns as Arn.']
    """
    if len(sentence) > _LONGEST:
        return
    if " and " in sentence or " but " in sentence or "; " in sentence or " while " in sentence:
        if match := _TIMES.match(sentence):
            yield from _by_time(match)
        elif match := _ACTS.match(sentence):
            yield from _by_act(match)
        elif match := _KINDS.match(sentence):
            yield from _by_kind(match)
        elif (match := _OWNERS.match(sentence)) and match["b"]:
            yield from _by_owner(match, match)
    elif after and (other := _OTHER.match(after[:_LONGEST])) and not _PLAIN_PRONOUN.match(after):
        first = _OWNERS.match(sentence)
        if first and _is_alike(first, other):
            yield from _by_owner(first, other)


def _gap(first: re.Match[str], second: re.Match[str]) -> tuple[float, str, str]:
    """How much more the first number is than the second, written out, and how that is worked out."""
    one, two = (float(m[n].replace(",", "")) for m, n in ((first, "n1"), (second, "n2")))
    if first["scale1"] != second["scale2"]:
        return 0, "", ""
    gap = round(one - two, 6)
    return (
        gap,
        f"{abs(gap):,.12g}{first['scale1'] or ''}",
        f"{first['n1']} - {second['n2']} = {gap:,.12g}",
    )


def _by_time(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    gap, size, _ = _gap(match, match)
    if not gap or match["t1"] == match["t2"]:
        return
    noun = match["noun"] or ""
    head = f"{match['front'] or ''}{match['head']} {size}"
    n1, n2 = match["n1"], match["n2"]
    how = f"{n2} - {n1} = {-gap:,.12g}"
    more, less = ("more", "fewer") if gap < 0 else ("fewer", "more")
    rest = match["rest"]
    yield f"{head} {more}{noun}{rest} in {match['t2']} than in {match['t1']}.", how
    yield f"{head} {less}{noun}{rest} in {match['t1']} than in {match['t2']}.", how


def _by_act(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    gap, size, how = _gap(match, match)
    acts = (match["act1"], match["act2"]) if gap > 0 else (match["act2"], match["act1"])
    if gap:
        yield f"{match['front'] or ''}{size} more{match['noun']} {acts[0]} than {acts[1]}.", how


def _by_kind(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    gap, size, how = _gap(match, match)
    kinds = (match["a"], match["b"]) if gap > 0 else (match["b"], match["a"])
    if gap:
        yield f"{match['head']} {size} more {kinds[0]} than {kinds[1]}{match['tail']}.", how


def _is_alike(first: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two sentences tell the same of two: "Osk has 40 inns.", "Arn has 20 inns."."""
    be = {"has", "had"}
    verbs = first["b"] is None and (
        other["verb2"] == first["verb"] or {other["verb2"], first["verb"]} <= be
    )
    return verbs and other["noun2"] in {"", first["noun"]} and not first["front"]


def _by_owner(first: re.Match[str], other: re.Match[str]) -> Iterator[tuple[str, str]]:
    gap, size, how = _gap(first, other)
    if not gap or other["verb2"] not in {None, first["verb"], "has", "had"}:
        return
    one, two = float(first["n1"].replace(",", "")), float(other["n2"].replace(",", ""))
    owners = [first["a"], other["b"]]
    noun, front, tail, verb = (first[n] or "" for n in ("noun", "front", "tail", "verb"))
    for who, whom, ratio, more in (
        (owners[0], owners[1], one / two, "more" if gap > 0 else "fewer"),
        (owners[1], owners[0], two / one, "fewer" if gap > 0 else "more"),
    ):
        who_first = who if front else f"{who[0].upper()}{who[1:]}"
        whom_last = f"t{whom[1:]}" if whom.startswith("The ") else whom
        yield f"{front}{who_first} {verb} {size} {more}{noun} than {whom_last}{tail}.", how
        by = f"{ratio:.3g} times"
        how_often = f"{one:,.12g} / {two:,.12g} = {one / two:.3g}"
        yield f"{front}{who_first} {verb} {by} as many{noun} as {whom_last}{tail}.", how_often
