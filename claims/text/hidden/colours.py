"""CSS colours to red, green, blue and alpha, and how far two of them can be told apart.

Contrast as WCAG 2.2 has it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
"""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass
from functools import lru_cache

_NAMED = {
    "black": "000000", "silver": "c0c0c0", "gray": "808080", "grey": "808080", "white": "ffffff",
    "maroon": "800000", "red": "ff0000", "purple": "800080", "fuchsia": "ff00ff", "green": "008000",
    "lime": "00ff00", "olive": "808000", "yellow": "ffff00", "navy": "000080", "blue": "0000ff",
    "teal": "008080", "aqua": "00ffff", "cyan": "00ffff", "magenta": "ff00ff", "orange": "ffa500",
    "snow": "fffafa", "ivory": "fffff0", "whitesmoke": "f5f5f5", "ghostwhite": "f8f8ff",
    "floralwhite": "fffaf0", "azure": "f0ffff", "mintcream": "f5fffa", "seashell": "fff5ee",
    "linen": "faf0e6", "aliceblue": "f0f8ff", "honeydew": "f0fff0", "beige": "f5f5dc",
    "lightyellow": "ffffe0", "lavender": "e6e6fa", "lightgray": "d3d3d3", "lightgrey": "d3d3d3",
    "gainsboro": "dcdcdc", "darkgray": "a9a9a9", "darkgrey": "a9a9a9", "dimgray": "696969",
    "dimgrey": "696969", "brown": "a52a2a", "pink": "ffc0cb", "gold": "ffd700", "tomato": "ff6347",
    "crimson": "dc143c", "darkblue": "00008b", "darkred": "8b0000", "darkgreen": "006400",
    "canvas": "ffffff", "canvastext": "000000", "rebeccapurple": "663399", "indigo": "4b0082",
}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = re.compile(r"(rgba?|hsla?)\(([^()]{1,80})\)")
_SHORT, _WITH_ALPHA = 4, 4


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue from 0 to 255, alpha from 0 (clear) to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0


WHITE = Colour(255, 255, 255)
BLACK = Colour(0, 0, 0)


@lru_cache(maxsize=512)
def colour(written: str) -> Colour | None:
    """The colour that a CSS value names; None for what cannot be told (variables, other spaces).

    >>> colour("#fff") == colour("WHITE") == colour("rgb(100%, 255, 255)")
    True
    >>> colour("transparent").alpha, colour("var(--ink)")
    (0.0, None)
    """
    value = written.strip().lower()
    if value == "transparent":
        return Colour(0, 0, 0, 0.0)
    match = _HEX.fullmatch("#" + _NAMED[value] if value in _NAMED else value)
    if match:
        return _from_hex(match[1])
    function = _FUNCTION.fullmatch(value)
    return _from_function(function[1], function[2]) if function else None


def _from_hex(digits: str) -> Colour:
    if len(digits) <= _SHORT:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue, *alpha = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
    return Colour(red, green, blue, alpha[0] / 255 if alpha else 1.0)


def _from_function(name: str, inside: str) -> Colour | None:
    parts = re.split(r"[\s,/]+", inside.strip())
    if not _WITH_ALPHA - 1 <= len(parts) <= _WITH_ALPHA:
        return None
    try:
        alpha = _share(parts[3], whole=1.0) if len(parts) == _WITH_ALPHA else 1.0
        if name.startswith("rgb"):
            red, green, blue = (_share(part, whole=255.0) for part in parts[:3])
            return Colour(red, green, blue, alpha)
        hue = float(parts[0].removesuffix("deg")) % 360 / 360
        light, full = (_share(part, whole=1.0) for part in (parts[2], parts[1]))
    except ValueError:
        return None
    red, green, blue = colorsys.hls_to_rgb(hue, light, full)
    return Colour(red * 255, green * 255, blue * 255, alpha)


def _share(part: str, *, whole: float) -> float:
    value = float(part[:-1]) * whole / 100 if part.endswith("%") else float(part)
    if not 0 <= value <= whole:  # says no to NaN as well
        return whole if value > whole else 0.0
    return value


def over(top: Colour, bottom: Colour) -> Colour:
    """What is seen where `top` lies on an opaque `bottom`.

    >>> over(Colour(0, 0, 0, 0.5), WHITE)
    Colour(red=127.5, green=127.5, blue=127.5, alpha=1.0)
    """
    rest = 1 - top.alpha
    return Colour(
        top.red * top.alpha + bottom.red * rest,
        top.green * top.alpha + bottom.green * rest,
        top.blue * top.alpha + bottom.blue * rest,
    )


def contrast(first: Colour, second: Colour) -> float:
    """From 1 (the same) to 21 (black on white).

    >>> round(contrast(BLACK, WHITE)), round(contrast(WHITE, WHITE))
    (21, 1)
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(seen: Colour) -> float:
    return 0.2126 * _linear(seen.red) + 0.7152 * _linear(seen.green) + 0.0722 * _linear(seen.blue)


def _linear(channel: float) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG's figures
