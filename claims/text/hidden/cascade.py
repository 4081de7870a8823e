"""An element to the values of its properties, each with what set it.

The order in which rules win: https://www.w3.org/TR/css-cascade-4/
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.text.hidden.declarations import declarations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.text.hidden.declarations import Declaration
    from claims.text.hidden.style_sheet import Rule
    from claims.text.html_element import Element

ATTRIBUTE = "its style attribute"
_LONGEST = 60
_UNSEEN_TAGS = frozenset("area datalist dialog noembed noframes param rp".split())
"""What browsers do not display unless a page says otherwise; `<dialog open>` is shown."""


@dataclass(frozen=True, slots=True)
class Style:
    """Property name to (value, what set it)."""

    values: dict[str, tuple[str, str]] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """The value of a property that something has set."""
        held = self.values.get(name)
        return held[0] if held else None

    def why(self, name: str) -> str:
        """The declaration with what set it, for a person."""
        value, source = self.values[name]
        return f"{name}: {_short(value)} by {source}"


PLAIN = Style()


def style_of(element: Element, rules: Iterable[Rule]) -> Style:
    """The style of an element that these rules mean, weakest first.

    >>> from lxml.html import fromstring
    >>> style_of(fromstring("<p hidden style='color: red'>x</p>"), ()).why("display")
    'display: none by the attribute hidden'
    """
    values = _by_attributes(element)
    inline = declarations(element.get("style") or "")
    sources = [*((r.declared, f"the rule {_short(r.selector.written)}") for r in rules)]
    sources.append((inline, ATTRIBUTE))
    for important in (False, True):
        for declared, source in sources:
            _lay(values, (one for one in declared if one.important is important), source)
    return Style(values) if values else PLAIN


def _lay(values: dict[str, tuple[str, str]], declared: Iterable[Declaration], source: str) -> None:
    for one in declared:
        if one.name == "background":
            values.pop("background-color", None)
            values.pop("background-image", None)
        values[one.name] = (one.value, source)


def _by_attributes(element: Element) -> dict[str, tuple[str, str]]:
    values: dict[str, tuple[str, str]] = {}
    unseen = element.tag in _UNSEEN_TAGS and not (
        element.tag == "dialog" and element.get("open") is not None
    )
    if unseen:
        values["display"] = ("none", f"<{element.tag}>")
    if element.get("hidden") is not None:
        values["display"] = ("none", "the attribute hidden")
    for attribute, name in (("bgcolor", "background-color"), ("background", "background-image")):
        if element.get(attribute):
            values[name] = (_colour(element.get(attribute)), f"the attribute {attribute}")
    if element.tag == "font" and element.get("color"):
        values["color"] = (_colour(element.get("color")), "the attribute color")
    if element.tag == "body" and element.get("text"):
        values["color"] = (_colour(element.get("text")), "the attribute text")
    return values


def _colour(written: str | None) -> str:
    """Old attributes write colours without the number sign."""
    value = (written or "").strip().lower()
    return f"#{value}" if re.fullmatch(r"[0-9a-f]{6}|[0-9a-f]{3}", value) else value


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
