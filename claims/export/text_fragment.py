"""A quote to a link that opens the page at the very words.

https://wicg.github.io/scroll-to-text-fragment/ (`#:~:text=[prefix-,]start[,end][,-suffix]`).
"""

from __future__ import annotations

import re
from urllib.parse import quote

from claims.anchor.fragments import read_fragments, shown
from claims.model.span import Span

LONG = 200
"""A quote of more characters is given by its first and last words, as addresses are limited."""

EDGE_WORDS = 6

WIDTHS = (0, 32, 96, 256)
"""Characters of context that are tried in turn until no other place comes before the right one."""

SPACE = re.compile(r"\s+")
LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]+")


def text_fragment(exact: str, prefix: str = "", suffix: str = "") -> str:
    """The fragment for `exact`; empty when it holds no words. Context breaks ties between places.

    >>> text_fragment("15,000 soldiers", "ing more than ", " died, it sa")
    '#:~:text=more%20than-,15%2C000%20soldiers,-died%2C%20it'
    """
    start, end = _ends(exact)
    if not start:
        return ""
    parts = [_encode(start)]
    if end:
        parts.append(_encode(end))
    before = _context_before(prefix)
    after = _context_after(suffix)
    if before:
        parts.insert(0, _encode(before) + "-")
    if after:
        parts.append("-" + _encode(after))
    return "#:~:text=" + ",".join(parts)


def surest_fragment(text: str, span: Span) -> str:
    """The shortest fragment that shows `span` of a page's visible text and nothing before it; else empty.

    A cut word at either end is shown whole, as browsers do.

    >>> surest_fragment("One man left. Then one man came.", Span(19, 26))
    '#:~:text=man%20left.%20Then-,one%20man'
    >>> surest_fragment("He won.", Span(3, 6))
    '#:~:text=won'
    """
    wanted = _whole_words(text, span.trim(text))
    for width in WIDTHS:
        fragment = text_fragment(
            wanted.of(text),
            text[max(0, wanted.start - width) : wanted.start],
            text[wanted.end : wanted.end + width],
        )
        directives = read_fragments(fragment)
        if directives and shown(directives[0], text) == wanted:
            return fragment
    return ""


def _whole_words(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def link_to_words(url: str, *, exact: str, prefix: str = "", suffix: str = "") -> str:
    """`url` with the fragment for `exact`, after a fragment of its own if it has one.

    >>> link_to_words("https://news.example/a#b", exact="He won")
    'https://news.example/a#b:~:text=He%20won'
    """
    fragment = text_fragment(exact, prefix, suffix)
    return url + (fragment.removeprefix("#") if "#" in url else fragment)


def _ends(exact: str) -> tuple[str, str]:
    """The quote whole, or its first and last words when it is long or runs over lines."""
    text = exact.strip()
    if len(text) <= LONG and not LINE_BREAK.search(text):
        return _plain(text), ""
    lines = [line for line in LINE_BREAK.split(text) if line.strip()]
    first, last = lines[0].split(), lines[-1].split()
    if len(lines) == 1:
        half = len(first) // 2
        first, last = first[:half], first[half:]
    start, end = " ".join(first[:EDGE_WORDS]), " ".join(last[-EDGE_WORDS:])
    return (start, end) if start else (end[:LONG], "")


def _context_before(prefix: str) -> str:
    """Whole words of the prefix on the quote's own line; the first is likely to be cut."""
    line = LINE_BREAK.split(prefix)[-1]
    whole = line if line != prefix else line.partition(" ")[2]
    return _plain(whole)


def _context_after(suffix: str) -> str:
    line = LINE_BREAK.split(suffix)[0]
    whole = line if line != suffix else line.rpartition(" ")[0]
    return _plain(whole)


def _plain(text: str) -> str:
    return SPACE.sub(" ", text).strip()


def _encode(text: str) -> str:
    """Percent-encoded, the dash as well: it would be read as the mark of a prefix or suffix."""
    return quote(text, safe="", errors="replace").replace("-", "%2D")
