"""Text to the lines that begin a new paragraph, heading or list item.

The line after a blank one always does. A single line break is judged by the shape of its block:
lines that were broken to fit a width go on, lines that end early or hold one paragraph each do not.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from claims.text.abbreviations import RUN_ON_WORDS, TITLES
from claims.text.boilerplate import is_boilerplate

NARROWEST = 40
"""Characters: shorter lines are headings or verse rather than text broken to a width."""

WIDEST = 120
"""Characters: longer lines were broken by nobody."""

SLACK = 10
"""Characters that a line may fall short of its block's width beyond the word that did not fit."""

MIN_ITEMS = 3
"""Short lines without a full stop from which a block is a list."""

_ENDED = re.compile(r"[.!?…。！？｡؟।][\"'”’»)\]」』]*\Z")
_MARKER = re.compile(
    r"[•‣◦▪●∙⁃*·]\s*+\S|[-–—+]\s+[^\Wa-z]|[-–—+]\s+[\"“‘«$€£]|\(?\d{1,3}[.)]\)?\s|\(?[a-z]{1,3}\)\s"
    r"|[a-z]\.\s+[A-Z]|\([A-Z]\)\s"
)
_DASHED = re.compile(r"[-–—+]\s+[a-z]")
_ITEM_BEFORE = re.compile(r"\A[-–—+]\s|[:;]\Z")
_NUMBERED = re.compile(r"\(?\d")
_LEAD = re.compile(r"[\s\"'“”‘’«»(\[{¿¡–—-]*+(\w*)")
_LAST_WORD = re.compile(r"(\w{1,20})(\.?)\Z")


def with_line_feeds(text: str) -> str:
    r"""`text` as it is read, with line feeds alone for line breaks; every offset stays.

    >>> with_line_feeds("One.\rTwo.\r\nThree.")
    'One.\nTwo. \nThree.'
    """
    return text.replace("\r\n", " \n").replace("\r", "\n")


class _Line(NamedTuple):
    """A line with something on it: where it starts in the text, and what it says."""

    start: int
    words: str


def paragraph_starts(text: str) -> list[int]:
    r"""Offsets, 0 left out, at which a sentence begins because of the line breaks before it.

    >>> paragraph_starts("A heading\n\nOne sentence broken\nover two lines.\n- an item")
    [11, 47]
    """
    blocks = _blocks(text)
    wrapped = any(_shows_wrapping(block) for block in blocks)
    starts = []
    for block in blocks:
        starts.append(block[0].start)
        if len(block) > 1:
            starts += _starts_inside(block, wrapped=wrapped)
    return starts[1:]


def _blocks(text: str) -> list[list[_Line]]:
    blocks: list[list[_Line]] = []
    at, blank = 0, True
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            if blank:
                blocks.append([])
            blocks[-1].append(_Line(at + len(line) - len(line.lstrip()), words))
        # A form feed ends a page, not a paragraph.
        blank = not words
        at += len(line)
    return blocks


def _shows_wrapping(block: list[_Line]) -> bool:
    """Whether some line of usual width goes on in lower case on the next."""
    return any(
        NARROWEST <= len(line.words) <= WIDEST
        and after.words[0].islower()
        and not _ENDED.search(line.words[-8:])
        for line, after in pairwise(block)
    )


def _starts_inside(block: list[_Line], *, wrapped: bool) -> list[int]:
    widest = max(len(line.words) for line in block)
    if _is_list(block, widest):
        return [line.start for line in block[1:]]
    width = widest if wrapped and NARROWEST <= widest <= WIDEST else None
    return [
        after.start
        for line, after in pairwise(block)
        if _breaks(line.words, after.words, width=width)
    ]


def _is_list(block: list[_Line], widest: int) -> bool:
    return (
        len(block) >= MIN_ITEMS
        and widest < NARROWEST
        and not any(_ENDED.search(line.words[-8:]) or _runs_on(line.words) for line in block)
    )


def _breaks(line: str, after: str, *, width: int | None) -> bool:
    """Whether the break between two neighbouring lines ends a sentence.

    `width` is the width the block was broken to, null when it was not.
    """
    if _begins_item(line, after):
        return True
    if _runs_on(line):
        return False
    match = _LEAD.match(after)
    first = match.group(1) if match else ""
    if first[:1].islower():
        if len(line) < NARROWEST and is_boilerplate(line):
            return True  # "Advertisement" in the middle of a sentence
        return len(line) > WIDEST and _ENDED.search(line[-8:]) is not None
    return width is None or len(line) + 1 + len(first) <= width - SLACK


def _begins_item(line: str, after: str) -> bool:
    """Whether a list item begins; a dash or number may also be a sentence that goes on."""
    if _DASHED.match(after):
        return _ITEM_BEFORE.search(line) is not None or _ENDED.search(line[-8:]) is not None
    if _NUMBERED.match(after) and _runs_on(line):
        return False
    return _MARKER.match(after) is not None


def _runs_on(line: str) -> bool:
    """Whether the line's last word or sign cannot be the last of a sentence."""
    if line.endswith((",", "-", "–", "—", "(", "[", "“", "/", "&")):
        return True
    match = _LAST_WORD.search(line[-21:])
    if match is None:
        return False
    word, stop = match.groups()
    return word in TITLES if stop else word in RUN_ON_WORDS
