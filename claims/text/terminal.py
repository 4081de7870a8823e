"""Stored text to text that cannot move, recolour or disorder a terminal: the one place where that is done."""

from __future__ import annotations

import unicodedata

MOST_MARKS = 4
"""Combining marks on one sign that are shown: no script needs more, and stacks of them cover other lines."""

JOINERS = frozenset("\u200c\u200d")
"""Signs without width that Persian, Hindi and emoji are written with."""

_SHOWN_AS_CODE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def for_terminal(text: str, *, lines: bool = False) -> str:
    r"""One line (or, with `lines`, several) in which each sign that acts instead of showing is its code.

    >>> for_terminal("\x1b[31mred\u202e\nnext")
    '\\u001b[31mred\\u202e next'
    >>> for_terminal("one\n  two", lines=True)
    'one\n two'
    """
    if lines:
        return "\n".join(for_terminal(line) if line.strip() else "" for line in _lines(text))
    shown, marks = [], 0
    for sign in _one_line(text):
        marks = marks + 1 if unicodedata.category(sign) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            shown.append(_code(sign) if _acts(sign) else sign)
    return "".join(shown)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\t", " ").split("\n")


def _one_line(text: str) -> str:
    """White space as single blanks; a blank at either end stays, since pieces of a line are put together."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return " " * text[0].isspace() + inner + " " * text[-1].isspace()


def _acts(sign: str) -> bool:
    return unicodedata.category(sign) in _SHOWN_AS_CODE and sign not in JOINERS


def _code(sign: str) -> str:
    return "" if sign == "\u00ad" else f"\\u{ord(sign):04x}"  # a soft hyphen is seen nowhere
