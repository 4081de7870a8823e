"""CSS selectors (https://www.w3.org/TR/selectors-4/) to whether an element is meant.

What depends on what a person does (`:hover`, `:checked`) or makes parts of its own (`::before`) never
holds for a page at rest, so such a selector is left out as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.text.hidden.declarations import unescaped

if TYPE_CHECKING:
    from claims.text.html_element import Element

MAX_PARTS = 12
"""Compounds in one selector; real ones have five."""

LONGEST = 500
"""Characters in one selector."""

MAX_STEPS = 100
"""Ancestors or siblings looked at for one join: a bound on hostile pages."""

_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\[0-9a-fA-F]{1,6}\s?|\\.)+"
_SIMPLE = re.compile(
    rf"(?P<tag>\*|{_NAME})|\#(?P<id>{_NAME})|\.(?P<cls>{_NAME})"
    r"|\[\s*(?P<attr>[\w:-]+)\s*(?:(?P<op>[~|^$*]?=)\s*(?P<val>\"[^\"]*\"|'[^']*'|[^\]\s]+)\s*[is]?\s*)?\]"
    r"|(?P<pseudo>::?[\w-]+)(?:\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\))?"
)
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_NTH = re.compile(r"([+-]?\d*)n\s*([+-]\s*\d+)?|([+-]?\d+)")
_WORDS_NTH = {"odd": "2n+1", "even": "2n"}


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be: all of it. `alternatives` are the lists of `:is()`, each any of its own."""

    tag: str | None = None
    ids: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    nots: tuple[Compound, ...] = ()
    alternatives: tuple[tuple[Compound, ...], ...] = ()
    places: tuple[tuple[int, int, bool], ...] = ()
    root: bool = False


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds from the element outwards, each with what joins it to the one before."""

    subject: Compound
    outwards: tuple[tuple[str, Compound], ...]
    specificity: tuple[int, int, int]
    written: str


def selector(written: str) -> Selector | None:
    """The selector, or None for one that cannot hold at rest or cannot be read.

    >>> selector("div > p.a").subject.classes
    ('a',)
    >>> selector("a:hover") is None
    True
    """
    text = written.strip()
    return _selector(text) if text and len(text) <= LONGEST else None


@lru_cache(maxsize=4096)
def _selector(text: str) -> Selector | None:
    parts: list[Compound] = []
    joins: list[str] = []
    at = 0
    while at < len(text) and len(parts) < MAX_PARTS:
        read = _compound(text, at)
        if read is None:
            return None
        compound, at = read
        parts.append(compound)
        join = _COMBINATOR.match(text, at)
        if at < len(text):
            if not join:
                return None
            joins.append(join[1] or " ")
            at = join.end()
    if not parts or at < len(text) or len(joins) != len(parts) - 1:
        return None
    outwards = tuple(zip(reversed(joins), reversed(parts[:-1]), strict=True))
    return Selector(parts[-1], outwards, _specificity(parts), text)


def _compound(text: str, at: int) -> tuple[Compound, int] | None:
    """The compound at `at` and where it ends."""
    found: dict[str, list[str]] = {"tag": [], "ids": [], "classes": []}
    attributes: list[tuple[str, str, str]] = []
    pseudos = _Pseudos()
    start = at
    while match := _SIMPLE.match(text, at):
        if match["tag"] and at != start:
            return None
        if match["pseudo"] and not pseudos.take(match["pseudo"].lower(), match["inside"] or ""):
            return None
        if match["attr"]:
            value = (match["val"] or "").strip("\"'")
            attributes.append((match["attr"].lower(), match["op"] or "", value))
        for group, key in (("tag", "tag"), ("id", "ids"), ("cls", "classes")):
            if match[group]:
                found[key].append(unescaped(match[group]))
        at = match.end()
    if at == start:
        return None
    tag = found["tag"][0].lower() if found["tag"] and found["tag"][0] != "*" else None
    compound = Compound(
        tag,
        tuple(found["ids"]),
        tuple(found["classes"]),
        tuple(attributes),
        tuple(pseudos.nots),
        tuple(pseudos.alternatives),
        tuple(pseudos.places),
        pseudos.root,
    )
    return compound, at


class _Pseudos:
    """The pseudo-classes of one compound."""

    def __init__(self) -> None:
        self.nots: list[Compound] = []
        self.alternatives: list[tuple[Compound, ...]] = []
        self.places: list[tuple[int, int, bool]] = []
        self.root = False

    def take(self, name: str, inside: str) -> bool:
        """Note one; False when it cannot hold for a page at rest or cannot be read."""
        if name == ":root":
            self.root = True
            return True
        if name in {":not", ":is", ":where", ":matches", ":-webkit-any"}:
            listed = _compounds(inside)
            if listed is None:
                return False
            if name == ":not":
                self.nots += listed
            else:
                self.alternatives.append(tuple(listed))
            return True
        if name in {":first-child", ":last-child"}:
            self.places.append((0, 1, name == ":last-child"))
            return True
        if name in {":nth-child", ":nth-last-child"}:
            step = _nth(inside)
            if step is not None:
                self.places.append((*step, name == ":nth-last-child"))
            return step is not None
        return name in {":link", ":any-link", ":defined", ":enabled", ":scope"}


def _compounds(inside: str) -> list[Compound] | None:
    """The members of a list without combinators."""
    listed = []
    for one in inside.split(","):
        read = _compound(one.strip(), 0)
        if read is None or read[1] != len(one.strip()):
            return None
        listed.append(read[0])
    return listed


def _nth(written: str) -> tuple[int, int] | None:
    """The step and the offset of `an+b`."""
    text = written.strip().lower()
    match = _NTH.fullmatch(_WORDS_NTH.get(text, text))
    if not match:
        return None
    if match[3]:
        return 0, int(match[3][-6:])
    step = int(match[1] + "1") if match[1] in {"", "+", "-"} else int(match[1][-6:])
    return step, int((match[2] or "0").replace(" ", "")[-6:])


def _specificity(parts: list[Compound]) -> tuple[int, int, int]:
    ids = sum(len(part.ids) for part in parts)
    others = sum(
        len(part.classes) + len(part.attributes) + len(part.nots) + len(part.places) + part.root
        for part in parts
    )
    return ids, others, sum(part.tag is not None for part in parts)


def around_fits(found: Selector, element: Element) -> bool:
    """Whether what stands around the element is what the selector asks for.

    The nearest place where a run of strict joins fits is as good as any other, so nothing is tried twice.

    >>> from lxml.html import fromstring
    >>> around_fits(selector("ul > p"), fromstring("<div><p>x</p></div>")[0])
    False
    """
    rest = found.outwards
    placed = _strictly(rest, 0, element)
    while placed is not None and placed[1] < len(rest):
        near, at = placed
        placed = _nearest(rest, at, near)
    return placed is not None


def _strictly(
    rest: tuple[tuple[str, Compound], ...], at: int, element: Element
) -> tuple[Element, int] | None:
    """Follow `>` and `+` from `element`: where that leads, and the place of the next loose join."""
    near = element
    while at < len(rest) and rest[at][0] in {">", "+"}:
        join, compound = rest[at]
        there = near.getparent() if join == ">" else _previous(near)
        if there is None or not fits(compound, there):
            return None
        near, at = there, at + 1
    return near, at


def _nearest(
    rest: tuple[tuple[str, Compound], ...], at: int, element: Element
) -> tuple[Element, int] | None:
    """The first ancestor or earlier sibling that fits, with what is strictly joined to it."""
    join, compound = rest[at]
    near = element.getparent() if join == " " else _previous(element)
    for _ in range(MAX_STEPS):
        if near is None:
            return None
        if fits(compound, near):
            placed = _strictly(rest, at + 1, near)
            if placed is not None:
                return placed
        near = near.getparent() if join == " " else _previous(near)
    return None


def _previous(element: Element) -> Element | None:
    before = element.getprevious()
    while before is not None and not isinstance(before.tag, str):
        before = before.getprevious()
    return before


def fits(compound: Compound, element: Element) -> bool:
    """Whether the element alone is what the compound asks for.

    >>> from lxml.html import fromstring
    >>> fits(Compound(tag="p", classes=("a",)), fromstring("<p class='b a'>x</p>"))
    True
    """
    if not isinstance(element.tag, str) or (compound.tag and element.tag != compound.tag):
        return False
    classes = (element.get("class") or "").split() if compound.classes else []
    return (
        all(element.get("id") == one for one in compound.ids)
        and all(one in classes for one in compound.classes)
        and all(_attribute(element, *one) for one in compound.attributes)
        and not (compound.root and element.getparent() is not None)
        and not any(fits(one, element) for one in compound.nots)
        and all(any(fits(one, element) for one in any_of) for any_of in compound.alternatives)
        and all(_stands(element, *place) for place in compound.places)
    )


def _attribute(element: Element, name: str, sign: str, value: str) -> bool:
    held = element.get(name)
    if held is None or not sign:
        return held is not None
    if sign == "=":
        return held == value
    if sign == "~=":
        return value in held.split()
    if sign == "|=":
        return held == value or held.startswith(value + "-")
    tests = {"^=": held.startswith, "$=": held.endswith, "*=": held.__contains__}
    return bool(value) and tests[sign](value)


def _stands(element: Element, step: int, offset: int, from_end: bool) -> bool:  # noqa: FBT001 - a stored place
    """Whether the element is the `step * n + offset`-th child of its parent, n from 0."""
    number, near = 1, element
    while number < MAX_STEPS:
        beside = near.getnext() if from_end else near.getprevious()
        if beside is None:
            break
        number += isinstance(beside.tag, str)
        near = beside
    rest = number - offset
    return rest == 0 if step == 0 else rest % step == 0 and rest // step >= 0
