"""A list of names that speak together: "Britain, France and Germany said", "Ann, Bo and Eva, who said"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import past_lead
from claims.extract.grammar.names import TITLES
from claims.extract.grammar.stretches import name_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.syntax import Reading

_ONE = r"(?:the\s)?[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){0,3}"
_LIST = re.compile(rf"(?:{_ONE},\s){{1,6}}{_ONE},?\sand\s{_ONE}")
_AHEAD = 200  # characters
_MARKS = ("", ",", ".", ";", ":")
_FEWEST = 2  # stretches


def name_list(phrase: str) -> bool:
    """Whether a phrase is a list of at least three names; "Ann Lee, Mayor and Chairman" is none.

    >>> name_list("Britain, France and the Czech Republic"), name_list("Ann Lee, Mayor and Chairman")
    (True, False)
    """
    if _LIST.fullmatch(phrase) is None:
        return False
    parts = re.split(r",?\sand\s|,\s", phrase)
    return not any(all(word.lower() in TITLES for word in part.split()) for part in parts)


def leading_list(rest: str) -> str | None:
    """The list of names with which words begin, when a mark or nothing follows it.

    >>> leading_list(" Ann, Bo and Eva Lee, who left"), leading_list(" Ann, Bo and Eva left")
    ('Ann, Bo and Eva Lee', None)
    """
    rest = rest.lstrip()
    found = _LIST.match(rest[:_AHEAD])
    names = found[0].rstrip(".") if found is not None else ""
    return names if name_list(names) and rest[len(names) :][:1] in _MARKS else None


def list_start(
    r: Reading, segments: Sequence[tuple[int, int]], *, inner: bool = False
) -> int | None:
    """Where the list of names begins that ends with the last stretch, or None when there is none.

    `inner` says that other words may stand before the first name: "led by Britain, France and Germany".

    >>> from claims.extract.grammar.syntax import read
    >>> list_start(read("On Monday Ann, Bo and Eva said so.", ()), [(0, 3), (4, 7)])
    2
    """
    found: int | None = None
    stop = segments[-1][1]
    for a, b in reversed(segments[:-1]):
        start = name_start(r, (a, b)) if inner else past_lead(r, a, b)
        if start >= b or not name_list(r.of(start, stop)):
            break
        found = start
        if start > a:
            break
    return found if len(segments) >= _FEWEST else None
