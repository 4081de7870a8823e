"""CSS declarations to the few properties that can keep words from a reader, and lengths to pixels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

PROPERTIES = frozenset(
    """
    animation background background-clip background-color background-image clip clip-path color
    content-visibility display filter font font-size height left right top bottom margin-left
    margin-top margin max-height max-width opacity overflow overflow-x overflow-y position
    text-indent transform transition visibility width will-change -webkit-background-clip
    -webkit-text-fill-color
    """.split()
)
MAX_DECLARATIONS = 200
USUAL, LONGEST = 1_000, 50_000
"""Characters of a block that is worth remembering, and of one that is read to its end."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|.)", re.DOTALL)
MAX_CODE = 0x10FFFF
_DECLARATION = re.compile(r"\s*([a-zA-Z-]{2,40})\s*:((?:[^;\"']|\"[^\"]*\"|'[^']*')*)")
_LENGTH = re.compile(r"([+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})(?:e\d{1,3})?)\s*([a-z%]*)")
_FONT_SIZE = re.compile(
    r"(?:^|\s)((?:\d+(?:\.\d+)?|\.\d+)(?:px|pt|em|rem|ex|%|vw|vh)?)(?=\s*/|\s+\S)", re.IGNORECASE
)
_PIXELS = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "q": 0.945,
    "vw": 12.8, "vh": 8.0, "vmin": 8.0, "vmax": 12.8, "rem": 16.0, "ch": 8.0, "ex": 8.0,
}  # fmt: skip
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0,
    "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Declaration:
    """A property and its value in lower case."""

    name: str
    value: str
    important: bool


def declarations(block: str) -> tuple[Declaration, ...]:
    """The declarations of a rule or `style` attribute that matter here, in order.

    Of a block that is longer than any honest one only the beginning is read.

    >>> [(d.name, d.value) for d in declarations("DISPLAY: none !important; border: 0")]
    [('display', 'none')]
    """
    if not block:
        return ()
    return _kept(block) if len(block) <= USUAL else _declarations(block[:LONGEST])


@lru_cache(maxsize=2048)
def _kept(block: str) -> tuple[Declaration, ...]:
    return _declarations(block)


def _declarations(block: str) -> tuple[Declaration, ...]:
    found: list[Declaration] = []
    for piece in _pieces(unescaped(_COMMENT.sub(" ", block))):
        match = _DECLARATION.match(piece)
        name = match[1].lower() if match else ""
        if not match or name not in PROPERTIES:
            continue
        value, bang, rest = match[2].strip().lower().partition("!")
        found.append(Declaration(name, value.strip(), important=bool(bang) and "important" in rest))
        if name == "font" and (size := _FONT_SIZE.search(value)):
            found.append(Declaration("font-size", size[1], found[-1].important))
        if len(found) >= MAX_DECLARATIONS:
            break
    return tuple(found)


def unescaped(words: str) -> str:
    r"""CSS text without its escapes, by which property names can be written in disguise.

    >>> unescaped(r"d\69splay"), unescaped(r"sm\:hidden")
    ('display', 'sm:hidden')
    """
    return _ESCAPE.sub(_meant, words) if "\\" in words else words


def _meant(escape: re.Match[str]) -> str:
    if not escape[1]:
        return escape[0][1:]
    number = int(escape[1], 16)
    surrogate = 0xD800 <= number <= 0xDFFF  # noqa: PLR2004 - no characters
    return "\ufffd" if number == 0 or surrogate or number > MAX_CODE else chr(number)


def _pieces(block: str) -> list[str]:
    """Split at semicolons that stand in no quotes and no brackets (`url(data:…;base64,…)`)."""
    if "(" not in block and '"' not in block and "'" not in block:
        return block.split(";")
    pieces, depth, quote, start = [], 0, "", 0
    for match in re.finditer(r"[;()\"']", block):
        sign = match[0]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == ";" and depth == 0:
            pieces.append(block[start : match.start()])
            start = match.end()
        elif sign in "()":
            depth = max(0, depth + (1 if sign == "(" else -1))
    return [*pieces, block[start:]]


def pixels(value: str | None, *, em: float = 16.0, whole: float | None = None) -> float | None:
    """A length in CSS pixels; None for what cannot be told. `whole` is what percents are of.

    >>> pixels("-999em"), pixels("0"), pixels("50%", whole=10.0), pixels("calc(1px + 2px)")
    (-15984.0, 0.0, 5.0, None)
    """
    match = _LENGTH.fullmatch(value or "")
    if not match:
        return None
    number, unit = float(match[1]), match[2]
    if number == 0:
        return 0.0
    if unit == "em":
        return number * em
    if unit == "%":
        return None if whole is None else number * whole / 100
    return number * _PIXELS[unit] if unit in _PIXELS else None


def font_pixels(value: str, inherited: float | None) -> float | None:
    """The font size that a value gives where `inherited` is the size around it.

    >>> font_pixels("50%", 16.0), font_pixels("small", 16.0), font_pixels("smaller", 12.0)
    (8.0, 13.0, 10.0)
    """
    if value in _SIZES:
        return _SIZES[value]
    if value in {"smaller", "larger"}:
        return None if inherited is None else inherited * (5 / 6 if value == "smaller" else 6 / 5)
    if value == "inherit":
        return inherited
    if inherited is None and value.endswith(("em", "%")) and not value.endswith("rem"):
        return 0.0 if pixels(value, em=1.0, whole=1.0) == 0 else None
    return pixels(value, em=inherited or 0.0, whole=inherited)


def number(value: str | None) -> float | None:
    """A bare number or percentage as a number from 0 (0 %) to 1 (100 %) and beyond.

    >>> number("0.5"), number("50%"), number("inherit")
    (0.5, 0.5, None)
    """
    match = _LENGTH.fullmatch(value or "")
    if not match or match[2] not in {"", "%"}:
        return None
    return float(match[1]) / (100 if match[2] else 1)
