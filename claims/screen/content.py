"""Pieces to what Textual draws. Stored text goes in as plain text, never as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from claims.screen.pieces import SIGNS, Mark, piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.screen.pieces import Line

STYLES = {
    Mark.CLAIM: "bold underline",
    Mark.HEAD: "bold",
    Mark.FAINT: "dim",
    Mark.AGREES: "bold ansi_green",
    Mark.CLASHES: "bold ansi_red",
    Mark.NUMBER: "bold",
    Mark.GOOD: "bold ansi_green",
    Mark.BAD: "bold ansi_red",
}
"""The sixteen colours of the terminal itself, so that its owner's contrast holds."""


def content(line: Line) -> Content:
    """A line as it is drawn."""
    parts: list[tuple[str, str]] = []
    for one in line:
        before, after = SIGNS.get(one.mark, ("", ""))
        parts.append((f"{before}{one.words}{after}", STYLES.get(one.mark, "")))
    return Content.assemble(*parts)


def contents(lines: Iterable[Line]) -> Content:
    """Several lines as they are drawn."""
    return Content("\n").join([content(one) for one in lines])


def plain(words: object) -> Content:
    """Words of a stored text as they are drawn."""
    return Content(piece(words).words)
