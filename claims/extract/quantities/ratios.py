"""So many of a number to percent: "one in five", "9 out of 10", "nine houses in ten"."""

from __future__ import annotations

import re

from claims.extract.grammar.number_words import ONES, SCALES
from claims.extract.quantities.labels import is_plural_next
from claims.extract.quantities.measures import measure_after
from claims.extract.quantities.number_values import SPACE, value_of

_SMALL = "|".join(ONES)
_OUT_OF = rf"ten|twelve|twenty|fifty|(?:an?{SPACE}|one{SPACE})?(?:hundred|thousand|million)"
_NO_MORE = r"(?![\w%]|[,.]\d|-year| percent| per cent)"
_WHOLE = rf"{_SMALL}|{_OUT_OF}|\d{{1,3}}(?:,\d{{3}}){{0,2}}"
RATIO = (
    rf"(?P<ratio>(?P<n>{_SMALL}|\d{{1,2}})(?P<by> in | out of(?: every| each)? |-in-| of every | in every )"
    rf"(?P<m>{_WHOLE})){_NO_MORE}"
)
PARTED = (
    rf"(?P<parted>(?P<some>{_SMALL}|\d{{1,2}}) (?P<noun>(?:[a-z][a-z’'-]+ )?[a-z][a-z’'-]+)"
    rf" (?:in|out of)(?: every)? (?P<all>{_WHOLE})){_NO_MORE}"
)
_SHARES = frozenset([(2.0, 3.0), (3.0, 4.0)])
_ROUND = frozenset([5.0, 10.0, 100.0, 1000.0])
_TALLIED = re.compile(
    r" (?:[a-z-]+ ){0,3}(?:charges|counts|matches|games|seats|attacks|incidents|accidents|raids|sets)\b"
)
"""What is counted beside people: "two in three attacks" are not two thirds."""
_NO_NOUN = frozenset(
    """a an the this that these those his her its their our my your in on at of by for with from to as and or
    than more less fewer other others was were is are be been had has have died dead killed injured""".split()
)
_PEOPLE = frozenset("people men women children police".split())
_VERB_NEXT = re.compile(
    r" (?:still|now|never|already|always|also|only|even|leads|lives|smokes|dies|works|comes|goes|gets|suffers"
    r"|owns|says|thinks|believes|means|fails|speaks|needs|wants|uses|carries|becomes|survives)\b"
)
"""What no counted noun is: "one adult in five still smokes"."""
_NAMED_NEXT = re.compile(r"\s[A-Z]")


def share_of_ratio(match: re.Match[str], after: str) -> float | None:
    """The percent that a match of `RATIO` tells; "two in four days" are two counts.

    >>> share_of_ratio(re.fullmatch(RATIO, "one in five"), " people")
    20.0
    >>> share_of_ratio(re.fullmatch(RATIO, "two in four"), " days") is None
    True
    """
    n, m = value_of(match["n"]), _whole(match["m"])
    every = "every" in match["by"] or "each" in match["by"]
    timed = measure_after(after, digits=False) is not None
    usual = n == 1 or m in _ROUND or (n, m) in _SHARES or "-" in match["by"]
    if not n or not m or n >= m or not (every or (usual and not timed)):
        return None
    if match["n"].isdigit() != match["m"].replace(",", "").isdigit() and n != 1 and m != 10.0:  # noqa: PLR2004 - "nine out of 10" is a habit of the papers
        return None
    return None if not every and _TALLIED.match(after) else _percent(n, m)


def share_parted(match: re.Match[str], after: str) -> float | None:
    """The percent that a match of `PARTED` tells, where nothing that is counted follows.

    >>> found = re.fullmatch(PARTED, "nine houses in ten")
    >>> share_parted(found, " were lost"), share_parted(found, " streets were lost")
    (90.0, None)
    """
    n, m = value_of(match["some"]), _whole(match["all"])
    if not n or not m or n >= m or not (n == 1 or m in _ROUND or (n, m) in _SHARES):
        return None
    words = match["noun"].split(" ")
    plural = words[-1] in _PEOPLE or words[-1].endswith("s")
    if not _NO_NOUN.isdisjoint(word.lower() for word in words) or plural != (n != 1):
        return None
    told = _VERB_NEXT.match(after) is not None
    counted = is_plural_next(after) or measure_after(after, digits=False) is not None
    return None if (counted and not told) or _NAMED_NEXT.match(after) else _percent(n, m)


def _whole(words: str) -> float | None:
    return SCALES.get(words.lower()) or value_of(words)


def _percent(n: float, m: float) -> float:
    return round(100 * n / m, 4 if m > 1000 else 2)  # noqa: PLR2004 - rare things need the digits
