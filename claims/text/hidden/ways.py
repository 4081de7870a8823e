"""A style to the way in which it keeps words from a reader, if it does.

Two sorts: a whole element with all inside (`hides`), or only the words directly in it (`hides_words`),
since a child may be of another colour or size again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.finding import FindingKind
from claims.text.hidden.declarations import number, pixels
from claims.text.hidden.standing import CLEAR, FAR, TINY, USUAL_FONT, unreadable

if TYPE_CHECKING:
    from claims.text.hidden.cascade import Style
    from claims.text.hidden.standing import Standing
    from claims.text.html_element import Element

_NOT_RENDERED = frozenset("template noscript noframes noembed".split())
_FALLBACK = frozenset("audio canvas iframe object video".split())
_AWAY = ("left", "top", "right", "bottom", "margin-left", "margin-top")
_PLACED = frozenset({"absolute", "fixed", "relative", "sticky"})
_CUT = frozenset({"hidden", "clip"})
_FAR_RIGHT = 5000.0
_NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")
_NO_CLIP_PATH = re.compile(
    r"inset\(\s*(?:50|[5-9]\d|100)(?:\.\d+)?%[^)]*\)|circle\(\s*0[^)]*\)|ellipse\(\s*0[^)]*\)"
    r"|polygon\(\s*(?:0(?:px|%)?[\s,]*)+\)"
)
_TRANSLATE = re.compile(r"translate(?:x|y|3d)?\(([^()]*)\)")
_SCALE = re.compile(r"(?:scale(?:x|y|3d)?\(\s*0(?:\.0+)?\s*[,)])|rotate[xy]\(\s*90deg\s*\)")
_FILTER = re.compile(r"opacity\(\s*0?(?:\.0[0-4]?\d*)?%?\s*\)")
_SCREEN_READER_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-?(?:text|only))?|element-invisible"
    r"|u-(?:hidden-visually|visually-hidden|sr-only)|a11y-(?:hidden|text)|hidden-visually"
    r"|govuk-visually-hidden|assistive-text|show-for-sr|out-of-sight|offscreen|accessibly-hidden)"
    r"(?=\s|\Z)",
    re.IGNORECASE,
)
_DIALOGUE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:modal|popup|pop-up|offcanvas|off-canvas|drawer|lightbox|dialog)(?=[\s_-]|\Z)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Way:
    """How words are hidden, and by what."""

    kind: FindingKind
    why: str


def hides(element: Element, style: Style, here: Standing) -> Way | None:
    """The way in which the whole element is kept from readers, with all that is in it.

    >>> from lxml.html import fromstring
    >>> from claims.text.hidden.cascade import style_of
    >>> from claims.text.hidden.standing import below, page_standing
    >>> element = fromstring("<p style='opacity: 0'>x</p>")
    >>> style = style_of(element, ())
    >>> hides(element, style, below(page_standing(elsewhere=False), element, style))
    Way(kind=<FindingKind.TRANSPARENT: 'transparent'>, why='opacity: 0 by its style attribute')
    """
    if element.tag == "template" and element.get("shadowrootmode") is not None:
        return None  # a part that browsers do render
    if element.tag in _NOT_RENDERED or element.tag in _FALLBACK:
        return Way(FindingKind.NOT_RENDERED, f"<{element.tag}>")
    if element.tag in {"title", "desc", "metadata"} and element.xpath("boolean(ancestor::svg)"):
        return Way(FindingKind.NOT_RENDERED, f"<{element.tag}> of a picture")
    return _by_class(element, style) or (_by_style(style, here) if style.values else None)


def hides_words(here: Standing) -> Way | None:
    """The way in which the words directly in an element are kept from readers."""
    if here.invisible:
        return Way(FindingKind.INVISIBLE, here.invisible)
    if here.font is not None and here.font <= TINY and here.font_why:
        return Way(FindingKind.TINY, here.font_why)
    if here.indented:
        return Way(FindingKind.OFF_SCREEN, here.indented)
    why = unreadable(here)
    if why is None:
        return None
    clear = here.ink is not None and here.ink.alpha <= CLEAR
    return Way(FindingKind.TRANSPARENT if clear else FindingKind.SAME_COLOUR, why)


def _by_class(element: Element, style: Style) -> Way | None:
    """Names that have one meaning everywhere, for pages whose style sheets lie elsewhere."""
    names = element.get("class") or ""
    if not names or element.tag in {"body", "html"}:
        return None
    if _SCREEN_READER_CLASS.search(names) and style.get("position") in {None, "absolute"}:
        return Way(FindingKind.FOR_SCREEN_READERS, f"its class {names.split()[0][:40]}")
    dialogue = element.get("role") == "dialog" or _DIALOGUE_CLASS.search(names)
    if dialogue and element.get("aria-hidden") == "true":
        return Way(FindingKind.CLOSED_DIALOGUE, "a dialogue that is closed (aria-hidden)")
    return None


def _by_style(style: Style, here: Standing) -> Way | None:
    """The first property of the element's own style that hides it; null when none does."""
    if style.get("display") == "none":
        return Way(FindingKind.NOT_DISPLAYED, style.why("display"))
    if style.get("content-visibility") == "hidden":
        return Way(FindingKind.NOT_DISPLAYED, style.why("content-visibility"))
    if here.opacity <= CLEAR and style.get("opacity") is not None:
        return Way(FindingKind.TRANSPARENT, style.why("opacity"))
    if _FILTER.search(style.get("filter") or ""):
        return Way(FindingKind.TRANSPARENT, style.why("filter"))
    return _clipped(style) or _off_screen(style, here) or _no_room(style, here)


def _clipped(style: Style) -> Way | None:
    """A clip of at most one pixel: `rect(top, right, bottom, left)`, or a path that leaves nothing."""
    clip = style.get("clip") or ""
    if clip.startswith("rect(") and style.get("position") in {"absolute", "fixed"}:
        edges = [float(one) for one in _NUMBERS.findall(clip[:80])][:4]
        if len(edges) == 4 and (edges[2] - edges[0] <= 1 or edges[1] - edges[3] <= 1):  # noqa: PLR2004 - four edges
            return Way(FindingKind.CLIPPED, style.why("clip"))
    if _NO_CLIP_PATH.search((style.get("clip-path") or "")[:200]):
        return Way(FindingKind.CLIPPED, style.why("clip-path"))
    return None


def _off_screen(style: Style, here: Standing) -> Way | None:
    """Moved out of every window by its place, a margin or a transform, or scaled down to nothing.

    Lengths are in CSS pixels; a percentage is one of a window 1280 wide, in a transform one of 100.
    """
    em = here.font or USUAL_FONT
    placed = style.get("position") in _PLACED
    for name in _AWAY:
        value = pixels(style.get(name), em=em, whole=1280.0)
        if value is None or not (placed or name.startswith("margin")):
            continue
        if value <= FAR or (value >= _FAR_RIGHT and style.get("position") != "relative"):
            return Way(FindingKind.OFF_SCREEN, style.why(name))
    transform = (style.get("transform") or "")[:200]
    if _SCALE.search(transform):
        return Way(FindingKind.NO_ROOM, style.why("transform"))
    for inside in _TRANSLATE.findall(transform):
        moved = [pixels(one.strip(), em=em, whole=100.0) for one in inside.split(",")]
        if any(one is not None and abs(one) >= -FAR for one in moved):
            return Way(FindingKind.OFF_SCREEN, style.why("transform"))
    return None


def _no_room(style: Style, here: Standing) -> Way | None:
    """A box of at most one pixel that cuts off what overflows it."""
    cut = any(style.get(name) in _CUT for name in ("overflow", "overflow-x", "overflow-y"))
    if not cut:
        return None
    for name in ("height", "max-height", "width", "max-width"):
        value = pixels(style.get(name), em=here.font or USUAL_FONT, whole=1000.0)
        if value is not None and value <= 1:
            return Way(FindingKind.NO_ROOM, style.why(name))
    return None


def fades_in(element: Element, style: Style) -> bool:
    """Whether a script makes the element appear as it is scrolled to, by the marks of known tools."""
    if style.get("opacity") is None:
        return False
    named = any(
        element.get(name) is not None
        for name in ("data-framer-appear-id", "data-w-id", "data-aos", "data-sal", "data-animate")
    )
    return named and (number(style.get("opacity")) or 0.0) <= CLEAR
