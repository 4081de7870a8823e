"""What an element takes over from those around it: colours, font size, visibility, opacity.

Where a style sheet lies elsewhere, what it may do to an element with a class or id is unknown, and what
is unknown hides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.text.hidden.colours import BLACK, WHITE, Colour, colour, contrast, over
from claims.text.hidden.declarations import font_pixels, number, pixels

if TYPE_CHECKING:
    from claims.text.hidden.cascade import Style
    from claims.text.html_element import Element

USUAL_FONT = 16.0
TINY = 1.5
"""Pixels; the smallest print on any page has five."""

CLEAR = 0.05
"""Opacity from which words cannot be seen."""

SAME = 1.2
"""Contrast up to which two colours are one to the eye; the palest real text has 1.5."""

FAR = -500.0
"""Pixels that push words off every screen."""

_LINK = Colour(0, 0, 238)
_INLINE = frozenset(
    """
    a abbr b bdi bdo big cite code em font i ins kbd label mark p q s small span strong sub sup time u
    """.split()
)
_NEUTRAL = frozenset({"inherit", "initial", "unset", "revert", "none", "transparent"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds for the words directly in an element. None stands for unknown.

    `elsewhere` says that the page has style sheets that were not read.
    """

    font: float | None
    ink: Colour | None
    paper: Colour | None
    elsewhere: bool
    opacity: float = 1.0
    invisible: str | None = None
    indented: str | None = None
    font_why: str = ""
    ink_why: str = ""


def page_standing(*, elsewhere: bool) -> Standing:
    """What holds at the root of a page: black on white, unless sheets elsewhere may say otherwise.

    >>> page_standing(elsewhere=True).paper is None
    True
    """
    if elsewhere:
        return Standing(USUAL_FONT, None, None, elsewhere=True)
    return Standing(USUAL_FONT, BLACK, WHITE, elsewhere=False)


def below(around: Standing, element: Element, style: Style) -> Standing:
    """What holds inside `element`.

    >>> from lxml.html import fromstring
    >>> from claims.text.hidden.cascade import style_of
    >>> element = fromstring("<p style='font-size: 50%'>x</p>")
    >>> below(page_standing(elsewhere=False), element, style_of(element, ())).font
    8.0
    """
    named = element.get("class") is not None or element.get("id") is not None
    doubtful = around.elsewhere and named
    known = around.font is not None or around.ink is not None or around.paper is not None
    linked = element.tag == "a" and not (around.elsewhere and around.ink is None)
    if not style.values and not (doubtful and known) and not linked:
        return around  # nearly every element of nearly every page
    here = _font(around, style, doubtful=doubtful)
    here = replace(here, paper=_paper(around, element, style, doubtful=doubtful))
    here = _ink(here, element, style, doubtful=doubtful)
    return _visibility(here, style)


def _font(around: Standing, style: Style, *, doubtful: bool) -> Standing:
    size = style.get("font-size")
    if size is not None:
        return replace(around, font=font_pixels(size, around.font), font_why=style.why("font-size"))
    return replace(around, font=None, font_why="") if doubtful else around


def _paper(around: Standing, element: Element, style: Style, *, doubtful: bool) -> Colour | None:
    said = style.get("background-color") or style.get("background")
    image = style.get("background-image")
    if image is not None and image not in _NEUTRAL:
        return None
    if said is None or said in _NEUTRAL:
        return None if doubtful and element.tag not in _INLINE else around.paper
    found = colour(said)
    if found is None and "(" not in said:  # a colour beside `no-repeat` and the like
        found = next(filter(None, map(colour, said.split())), None)
    if found is None:
        return None
    if found.alpha >= 1:
        return found
    return over(found, around.paper) if around.paper is not None else None


def _ink(here: Standing, element: Element, style: Style, *, doubtful: bool) -> Standing:
    if style.get("background-clip") == "text" or style.get("-webkit-background-clip") == "text":
        return replace(here, ink=None)  # the letters show what lies behind them
    for name in ("-webkit-text-fill-color", "color"):
        value = style.get(name)
        if value in (None, "inherit", "currentcolor"):
            continue
        return replace(here, ink=colour(str(value)), ink_why=style.why(name))
    if element.tag == "a" and element.get("href") is not None:
        return replace(here, ink=None if here.elsewhere else _LINK, ink_why="")
    return replace(here, ink=None, ink_why="") if doubtful else here


def _visibility(here: Standing, style: Style) -> Standing:
    value = style.get("visibility")
    if value in {"hidden", "collapse"}:
        here = replace(here, invisible=style.why("visibility"))
    elif value == "visible":
        here = replace(here, invisible=None)
    share = number(style.get("opacity"))
    if share is not None:
        here = replace(here, opacity=here.opacity * min(1.0, max(0.0, share)))
    indent = pixels(style.get("text-indent"), em=here.font or USUAL_FONT)
    if indent is not None:
        far = indent <= FAR
        here = replace(here, indented=style.why("text-indent") if far else None)
    return here


def unreadable(here: Standing) -> str | None:
    """Why the ink cannot be told from the paper, or None.

    >>> unreadable(Standing(16.0, WHITE, WHITE, elsewhere=False, ink_why="color: white"))
    'color: white'
    """
    if here.ink is None or not here.ink_why:
        return None
    if here.ink.alpha <= CLEAR:
        return here.ink_why
    if here.paper is None:
        return None
    return here.ink_why if contrast(over(here.ink, here.paper), here.paper) < SAME else None
