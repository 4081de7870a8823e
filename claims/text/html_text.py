"""A web page to a Page: its main text by trafilatura, a blank line between paragraphs and headings.

https://trafilatura.readthedocs.io/ finds the article among menus and adverts; the walk over what it
found is ours, so that line breaks of the HTML source do not become breaks of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from htmldate import find_date
from trafilatura import bare_extraction, load_html

from claims.model.errors import BadInput
from claims.model.finding import Finding, FindingKind
from claims.text.agency import page_agency
from claims.text.barriers.barrier import Looked, barrier, is_shell
from claims.text.hidden.signs import seen_text, source_findings
from claims.text.hidden.unshow import unshow
from claims.text.html_metadata import page_metadata
from claims.text.page import NOTHING, Found, Page
from claims.text.page_marks import page_links, page_marks
from claims.text.sniff import HTML

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.text.decode import Decoded
    from claims.text.html_element import Element
    from claims.text.html_metadata import Metadata
    from claims.text.page_marks import Marks

MAX_ELEMENTS = 200_000
"""The largest real pages have a quarter; trafilatura needs some eight seconds for so many."""

_BLOCKS = frozenset("body code div head item list p quote row table".split())
_PLAIN_BLOCKS = (
    "//*[self::h1 or self::h2 or self::h3 or self::p or self::li or self::blockquote or self::pre]"
    "[not(.//p) and not(ancestor::nav or ancestor::footer or ancestor::aside or ancestor::form)]"
)
_ARTICLES = frozenset(
    {"og:article", "Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting"}
)
_METERED = Finding(
    FindingKind.METERED,
    concealed=False,
    kept=True,
    why="says that it is not free (isAccessibleForFree), and was delivered whole",
    words=0,
    excerpt="",
    times=1,
)
_BULLET = "- "
_BLANKS = re.compile(r"[ \t\f]+")
_FIRST_DAY, _LAST_DAY = "1990-01-01", "2199-12-31"
"""Given to htmldate so that its answer does not depend on the day it is asked."""


def html_page(decoded: Decoded, *, url: str | None = None) -> Page:
    r"""The page of an HTML text; `url` is where it was fetched, if it was.

    Raises BadInput for a page with more than MAX_ELEMENTS elements. A page without an article gives
    an empty text.

    >>> from claims.text.decode import decode
    >>> html_page(decode(b"<html><body><h1>War ends</h1><p>The war ended.</p></body></html>")).text
    'War ends\n\nThe war ended.\n'
    """
    tree = load_html(decoded.text)
    if tree is None:
        return _page(decoded, None, url=url)
    elements = int(tree.xpath("count(//*)"))
    if elements > MAX_ELEMENTS:
        raise BadInput(
            f"is a page of {elements:,} elements, more than {MAX_ELEMENTS:,}: save its text and add that"
        )
    return _page(decoded, tree, url=url)


def _page(decoded: Decoded, tree: Element | None, *, url: str | None) -> Page:
    plain = _empty(decoded)
    if tree is None:
        return plain
    # What the page says of itself is read before the hidden parts go: metadata is often among them
    found = page_metadata(tree, url=url)
    marks = page_marks(tree)
    published = found.published if found.published.value else _guessed_day(tree, url)
    unscripted = " ".join(one.text_content() for one in tree.xpath("//noscript")[:20])
    shell = is_shell(tree)
    findings = (*unshow(tree), *source_findings(decoded.text, tree))
    text, signs = seen_text(_main_text(tree))
    in_the_way = barrier(
        Looked(
            tree=tree,
            text=text,
            title=found.title.value,
            source=decoded.text,
            url=url,
            article=bool(_ARTICLES.intersection(marks.kinds)) and bool(found.published.value),
            free=marks.free,
            unscripted=unscripted,
            shell=shell,
        )
    )
    metered = (_METERED,) if marks.free is False and in_the_way is None else ()
    return replace(
        _described(plain, found, marks),
        text=text,
        published=published,
        agency=page_agency(tree, text, [*marks.credits, found.author]),
        links=page_links(tree, url),
        findings=(*findings, *signs, *metered),
        barrier=in_the_way,
    )


def _empty(decoded: Decoded) -> Page:
    return Page(
        text="",
        media_type=HTML,
        charset=decoded.charset,
        charset_from=decoded.charset_from,
        title=NOTHING,
        author=NOTHING,
        publisher=NOTHING,
        published=NOTHING,
        modified=NOTHING,
        canonical_url=None,
    )


def _described(plain: Page, found: Metadata, marks: Marks) -> Page:
    return replace(
        plain,
        title=found.title,
        author=found.author,
        publisher=found.publisher,
        modified=found.modified,
        canonical_url=found.canonical_url,
        doi=marks.doi,
        kinds=marks.kinds,
        labels=marks.labels,
    )


def _guessed_day(tree: Element, url: str | None) -> Found:
    day = find_date(
        tree,
        extensive_search=False,
        original_date=True,
        url=url,
        min_date=_FIRST_DAY,
        max_date=_LAST_DAY,
    )
    return Found(day, "htmldate") if day else NOTHING


def _main_text(tree: Element) -> str:
    document = bare_extraction(tree, include_comments=False)
    body = getattr(document, "body", None)
    if body is None:
        return ""
    pieces: list[str | None] = []
    if len(body) == 1 and body[0].tag == "p" and "\n" in (body[0].text or ""):
        # Too short for trafilatura to find an article: it gives all words of the page in one
        # paragraph. The page's own blocks are better.
        for block in tree.xpath(_PLAIN_BLOCKS):
            pieces += [block.text_content().replace("\n", " "), None]
    if not pieces:
        _collect(body, pieces)
    return _paragraphs(pieces)


def _paragraphs(pieces: Iterable[str | None]) -> str:
    paragraphs = [""]
    for piece in pieces:
        if piece is not None:
            paragraphs[-1] += piece
        elif paragraphs[-1] != _BULLET:  # a bullet waits for the paragraph inside its item
            paragraphs.append("")
    text = "\n\n".join(tidy for tidy in map(_tidy, paragraphs) if tidy)
    return text + "\n" if text else ""


def _tidy(paragraph: str) -> str:
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in paragraph.split("\n")).strip()


def _collect(element: Element, pieces: list[str | None]) -> None:
    """Words in order; null where a block begins or ends, a line feed for a forced line break."""
    if element.tag in _BLOCKS:
        pieces.append(None)
    if element.tag == "item":
        pieces.append(_BULLET)
    if element.tag == "lb":
        pieces.append("\n")
    if element.text:
        pieces.append(_flat(element.text))
    for child in element:
        if isinstance(child.tag, str):
            _collect(child, pieces)
        if child.tail:
            pieces.append(_flat(child.tail))
    if element.tag == "cell" and element.getnext() is not None:
        pieces.append(" | ")
    if element.tag in _BLOCKS:
        pieces.append(None)


def _flat(words: str) -> str:
    return words.replace("\n", " ").replace("\r", " ")
