"""A plain text to a Page whose text is the file's own, character for character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.text.agency import agency_in_text
from claims.text.hidden.signs import sign_findings
from claims.text.line_breaks import with_line_feeds
from claims.text.page import NOTHING, Found, Page
from claims.text.sniff import PLAIN
from claims.text.written_date import written_date

if TYPE_CHECKING:
    from claims.text.decode import Decoded

HEADLINE = 160
"""Characters a headline has at most."""

NEAR_TOP = 6
"""Lines with something on them among which a dateline or byline is looked for."""

_LABEL = re.compile(
    r"(?:(?:first\s)?published|posted|date|updated|last\s(?:updated|modified))"
    r"(?:\son)?\s?[:\s]\s?",
    re.IGNORECASE,
)
_PARTICLES = frozenset("al and bin da de del den der di du el in la le van von".split())
_NAME = r"[^\W\d_][\w.'’-]*,?"
_BYLINE = re.compile(rf"(?:By|BY|by)[ \u00a0]({_NAME}(?:[ \u00a0]{_NAME}){{1,7}})")


def plain_page(decoded: Decoded) -> Page:
    r"""The page of a text file: title from its first line, day and author from lines near its top.

    >>> from claims.text.decode import decode
    >>> page = plain_page(decode(b"Fort falls\n\nMonday, 5 July 2021\n\nThe fort fell."))
    >>> page.title, page.published.value
    (Found(value='Fort falls', where='first line'), '2021-07-05')
    """
    read = with_line_feeds(decoded.text)
    lines = top_lines(read)
    return Page(
        text=decoded.text,
        media_type=PLAIN,
        charset=decoded.charset,
        charset_from=decoded.charset_from,
        title=headline(read),
        author=_byline(lines),
        publisher=NOTHING,
        published=dateline(lines, modified=False),
        modified=dateline(lines, modified=True),
        canonical_url=None,
        agency=agency_in_text(read),
        findings=sign_findings(decoded.text),
    )


def top_lines(text: str) -> list[str]:
    r"""The first lines with something on them, without outer white space.

    >>> top_lines("\n One \n\nTwo")
    ['One', 'Two']
    """
    head = text[: NEAR_TOP * 400].split("\n")
    return [line.strip() for line in head if line.strip()][:NEAR_TOP]


def headline(text: str) -> Found:
    r"""The first line when it looks like a headline: short, no full stop, a blank line after it.

    >>> headline("War ends\n\nThe war ended."), headline("The war ended.\n\nAll left.").value
    (Found(value='War ends', where='first line'), None)
    """
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    followed = rest.split("\n", 1)[0].strip() == "" and rest.strip() != ""
    if not line or len(line) > HEADLINE or not followed or line.endswith((".", ",", ";", ":")):
        return NOTHING
    return NOTHING if written_date(line) else Found(line, "first line")


def dateline(lines: list[str], *, modified: bool) -> Found:
    """The day on the first line that is nothing but a date, perhaps after "Published".

    >>> dateline(["War ends", "Friday, September 20, 2019"], modified=False)
    Found(value='2019-09-20', where='dateline')
    """
    for line in lines:
        label = _LABEL.match(line)
        words = label.group().lower() if label else ""
        if modified != ("updated" in words or "modified" in words):
            continue
        day = written_date(line[label.end() :] if label else line)
        if day and len(day) > len("2019-09"):
            return Found(day, "dateline")
    return NOTHING


def _byline(lines: list[str]) -> Found:
    for line in lines:
        match = _BYLINE.fullmatch(line) if len(line) < HEADLINE else None
        if match and all(w[0].isupper() or w in _PARTICLES for w in match[1].split()):
            return Found(match[1].strip(" ,\u00a0"), "byline")
    return NOTHING
