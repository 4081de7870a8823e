"""The parts of a page that a reader opens: accordions, tabs, "read more", each with a control to see.

WAI-ARIA patterns: https://www.w3.org/WAI/ARIA/apg/patterns/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.text.html_element import Element

MAX_CONTROLS = 5_000
_CONTROLS = (
    "//*[@aria-controls or @data-bs-target or @data-target or @data-toggle='collapse']"
    "[self::button or self::a or self::summary or self::input or self::label or @role='button'"
    " or @role='tab']"
)
_TITLES = ("h2", "h3", "h4", "h5", "h6", "dt", "div", "p")


def controlled(tree: Element) -> frozenset[str]:
    """The ids of the parts that a control with words of its own opens.

    >>> from lxml.html import fromstring
    >>> controlled(fromstring("<div><button aria-controls=a>More</button><p id=a hidden>x</p></div>"))
    frozenset({'a'})
    """
    found: set[str] = set()
    for control in tree.xpath(_CONTROLS)[:MAX_CONTROLS]:
        if not _seen(control):
            continue
        for name in ("aria-controls", "data-bs-target", "data-target", "href"):
            for target in (control.get(name) or "").split():
                if name == "aria-controls" or target.startswith("#"):
                    found.add(target.removeprefix("#"))
    return frozenset(found)


def opens(element: Element, targets: frozenset[str]) -> bool:
    """Whether a reader can open the element: a control names it, or stands right before it.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<div><h3><button aria-expanded=false>More</button></h3><p hidden>x</p></div>")
    >>> opens(page[1], frozenset())
    True
    """
    if (element.get("hidden") or "").lower() == "until-found":
        return True
    if element.get("id") in targets:
        return True
    before = element.getprevious()
    if before is None or not isinstance(before.tag, str):
        return False
    if before.get("aria-expanded") == "false":
        return _seen(before)
    if before.tag not in _TITLES:
        return False
    inside = before.xpath(".//*[@aria-expanded='false']")[:1]
    return bool(inside) and _seen(inside[0])


def _seen(control: Element) -> bool:
    """Whether the control can be seen itself, as far as its own attributes tell."""
    style = (control.get("style") or "").lower().replace(" ", "")
    hidden = control.get("hidden") is not None or "display:none" in style or "opacity:0" in style
    words = control.text_content().strip() or (control.get("aria-label") or "").strip()
    return bool(words) and not hidden
