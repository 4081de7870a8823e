"""What two have or measure, held against each other: "taller than", "twice as much", "thrice as high"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 300
_N = r"(?P<m{0}>[$€£]?)(?P<n{0}>\d[\d,]*(?:\.\d+)?)"
_WHO = r"(?:[Tt]he |[A-Z]|(?:wo)?men\b)[^,;:\d]{0,40}?"
_AND = r"(?:,? (?:and|but|while|whereas)|;)"
_LARGER = {
    "tall": "taller", "high": "higher", "long": "longer", "wide": "wider", "deep": "deeper", "old": "older",
    "heavy": "heavier",
}  # fmt: skip
_SIZE = re.compile(
    rf"^(?P<a>{_WHO}) (?P<be>is|was) {_N.format(1)} (?P<unit>[a-z]+) (?P<adj>{'|'.join(_LARGER)})"
    rf"(?:{_AND} (?P<b>{_WHO})(?: (?:is|was))?(?: only| just)? {_N.format(2)}"
    r"(?: (?P=unit))?(?: (?P=adj))?)?\W*$"
)
_OTHER_SIZE = re.compile(
    rf"^(?P<b>(?!It |This |That )(?:The |[A-Z])[^,;:\d]{{1,40}}?) (?:is|was)(?: only| just)? {_N.format(2)}"
    r" (?P<unit>[a-z]+) (?P<adj>[a-z]+)\W*$"
)
_UNIT = (
    r"(?P<unit>(?: (?:million|billion))?"
    r"(?: (?:euros|dollars|pounds|francs|crowns|kroner|tonnes|litres))?)"
)
_VERB = (
    r"(?P<verb>earns?|earned|receives?|received|gets?|got|spends?|spent|pays?|paid|produces?|produced"
    r"|costs?)"
)
_SUMS = re.compile(
    rf"^(?P<front>(?:In|At|On) [^,;:]{{2,40}}, )?(?P<a>{_WHO}) {_VERB} {_N.format(1)}{_UNIT}"
    rf"(?P<per> an? (?:year|month|week|day|hour))?(?: (?P<lead>in|of) (?P<noun>[a-z]+))?"
    rf"{_AND} (?P<b>{_WHO})(?: (?P=verb))?(?: only)? {_N.format(2)}(?P=unit)(?:(?P=per))?"
    r"(?: (?P=lead) (?P=noun))?\W*$"
)
_PERCENT = r"(?: ?%| per ?cent)"
_PLACES = re.compile(
    rf"^(?P<what>[A-Z][^,;:\d]{{2,40}}?) (?P<be>is|was) {_N.format(1)}{_PERCENT} in (?P<a>(?:the )?[A-Za-z]+)"
    rf"{_AND} {_N.format(2)}{_PERCENT} in (?P<b>(?:the )?[A-Za-z]+)(?P<tail>)\W*$"
)


def sizes(sentence: str, after: str) -> Iterator[tuple[str, str]]:
    """By how much or how often one is more than the other, with how that is worked out.

    >>> [text for text, _ in sizes("The Orla is 310 kilometres long and the Temse 220 kilometres.", "")][:1]
    ['The Orla is 90 kilometres longer than the Temse.']
    >>> [text for text, _ in sizes("The north gets 80 euros in aid and the south 40 euros.", "")][:2]
    ['The north gets 40 euros more than the south.', 'The north gets 2 times as much aid as the south.']
    >>> [text for text, _ in sizes("Unemployment is 18 percent in Arn and 6 percent in Osk.", "")][:1]
    ['Unemployment in Arn is 3 times as high as in Osk.']
    """
    if len(sentence) > _LONGEST:
        return
    if match := _SIZE.match(sentence):
        other = match if match["b"] else _OTHER_SIZE.match(after[:_LONGEST])
        if other and other["unit"] == match["unit"] and other["adj"] == match["adj"]:
            yield from _by_size(match, other)
    elif " and " in sentence or " while " in sentence or "; " in sentence:
        if match := _SUMS.match(sentence):
            yield from _by_sum(match)
        elif match := _PLACES.match(sentence):
            yield from _by_place(match)


def _numbers(first: re.Match[str], second: re.Match[str]) -> tuple[float, float]:
    return float(first["n1"].replace(",", "")), float(second["n2"].replace(",", ""))


def _opened(who: str) -> str:
    return f"{who[0].upper()}{who[1:]}"


def _closed(who: str) -> str:
    return f"t{who[1:]}" if who.startswith("The ") else who


def _by_size(first: re.Match[str], other: re.Match[str]) -> Iterator[tuple[str, str]]:
    one, two = _numbers(first, other)
    if not (one and two) or one == two:
        return
    pairs = [(first["a"], other["b"], one, two), (other["b"], first["a"], two, one)]
    for who, whom, mine, others in sorted(pairs, key=lambda p: -p[2]):
        if mine > others:
            gap = round(mine - others, 6)
            told = f"{gap:,.12g} {first['unit']} {_LARGER[first['adj']]} than {_closed(whom)}"
            yield (
                f"{_opened(who)} {first['be']} {told}.",
                f"{mine:,.12g} - {others:,.12g} = {gap:,.12g}",
            )
        how = f"{mine:,.12g} / {others:,.12g} = {mine / others:.3g}"
        told = f"{mine / others:.3g} times as {first['adj']} as {_closed(whom)}"
        yield f"{_opened(who)} {first['be']} {told}.", how


def _by_sum(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    one, two = _numbers(match, match)
    if not (one and two) or one == two or match["m1"] != match["m2"]:
        return
    verb, front, noun = match["verb"], match["front"] or "", match["noun"]
    pairs = [(match["a"], match["b"], one, two), (match["b"], match["a"], two, one)]
    for who, whom, mine, others in sorted(pairs, key=lambda p: -p[2]):
        subject = who if front else _opened(who)
        if mine > others:
            gap = round(mine - others, 6)
            size = f"{match['m1']}{gap:,.12g}{match['unit']}{match['per'] or ''}"
            how = f"{mine:,.12g} - {others:,.12g} = {gap:,.12g}"
            yield f"{front}{subject} {verb} {size} more than {_closed(whom)}.", how
        told = f"{mine / others:.3g} times as much{' ' + noun if noun else ''} as {_closed(whom)}"
        yield (
            f"{front}{subject} {verb} {told}.",
            f"{mine:,.12g} / {others:,.12g} = {mine / others:.3g}",
        )


def _by_place(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    one, two = _numbers(match, match)
    if not (one and two) or one == two:
        return
    for here, there, mine, others in (
        (match["a"], match["b"], one, two),
        (match["b"], match["a"], two, one),
    ):
        how = f"{mine:,.12g} / {others:,.12g} = {mine / others:.3g}"
        yield (
            f"{match['what']} in {here} {match['be']} {mine / others:.3g} times as high as in {there}.",
            how,
        )
