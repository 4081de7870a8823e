"""What a sentence counts by its kinds, as one total: "two sons and three daughters" are five children."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.number_words import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = (
    ({"gold", "silver", "bronze"}, "medals"),
    ({"sons", "daughters", "boys", "girls"}, "children"),
    ({"brothers", "sisters"}, "siblings"),
    ({"men", "women", "children"}, "people"),
)
"""What is of one kind, and how all of it is called."""
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?"
_N = rf"(?P<n{{0}}>\d[\d,]*|(?:{_SMALL}))"
_KIND = r"(?P<k{0}>gold|silver|bronze|sons?|daughters?|boys?|girls?|brothers?|sisters?|men|women|children)"
_LIST = re.compile(
    rf"^(?P<head>[^;:]{{2,80}}? ){_N.format(1)} {_KIND.format(1)},? (?:{_N.format(2)} {_KIND.format(2)},? )?"
    rf"and {_N.format(3)} {_KIND.format(3)}(?: medals?)?(?P<tail>(?:[ .][^,;:\d]*)?)$"
)
_AMONG = re.compile(
    r"\b(?:[Aa]mong|[Ii]ncluding|[Ii]ncluded?s?|whom|which|[Bb]esides|apart from|other than)\b"
)
_FRONT = re.compile(
    r"(?:about|some|nearly|almost|over|than|least|most|only|another|by|between|of) $"
)
_LONGEST = 300


def totals(sentence: str) -> Iterator[tuple[str, str]]:
    """The total of what is counted by its kinds, with how that is worked out.

    >>> list(totals("Ida Moen had two sons and three daughters."))
    [('Ida Moen had 5 children.', '2 + 3 = 5')]
    >>> list(totals("Osk won three gold, four silver and five bronze medals at the games."))
    [('Osk won 12 medals at the games.', '3 + 4 + 5 = 12')]
    """
    if " and " not in sentence or len(sentence) > _LONGEST:
        return
    match = _LIST.match(sentence)
    if match is None or _FRONT.search(match["head"]) or _AMONG.search(match["head"]):
        return
    told = [(match[f"n{i}"], match[f"k{i}"]) for i in (1, 2, 3) if match[f"n{i}"]]
    kinds = {kind if kind in _ALIKE else f"{kind}s" for _, kind in told}
    name = next((name for several, name in _KINDS if kinds <= several), None)
    if name and len(kinds) == len(told):
        numbers = [_number(many) for many, _ in told]
        how = f"{' + '.join(f'{n:,}' for n in numbers)} = {sum(numbers):,}"
        yield f"{match['head']}{sum(numbers):,} {name}{match['tail']}", how


_ALIKE = frozenset(
    "gold silver bronze men women children sons daughters boys girls brothers sisters".split()
)


def _number(many: str) -> int:
    if many in {"a", "an"}:
        return 1
    return int(UNITS[many]) if many in UNITS else int(many.replace(",", ""))
