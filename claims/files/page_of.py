"""Bytes from a file or from the web to a Page: the one entry that `add` and `fetch` both use."""

from __future__ import annotations

from dataclasses import replace
from email.message import Message
from typing import TYPE_CHECKING

from claims.files.pdf_process import pdf_page_limited
from claims.model.errors import BadInput, NoContent
from claims.model.snapshot import FetchOutcome
from claims.text.decode import Decoded, decode
from claims.text.line_breaks import with_line_feeds
from claims.text.page import Found
from claims.text.plain_text import plain_page
from claims.text.sniff import HTML, MARKDOWN, PDF, PLAIN, WACZ, WARC, media_type
from claims.text.sound import sound

if TYPE_CHECKING:
    from claims.text.page import Page

_NO_ARTICLE = {
    WARC: "is a web archive of many pages: add it as a file",
    WACZ: "is a web archive of many pages: add it as a file",
    "application/json": "is JSON data, not an article: give a text, Markdown, HTML or PDF file",
    "application/xml": "is XML data, not an article: give a text, Markdown, HTML or PDF file",
    "application/rss+xml": "is a feed, not an article: give the address of an article in it",
    "application/atom+xml": "is a feed, not an article: give the address of an article in it",
}

_STANDS = {
    FetchOutcome.SOFT_404: "is a page that says that there is none",
    FetchOutcome.CONSENT_WALL: "is a wall that asks for consent",
    FetchOutcome.PAYWALL: "is behind a paywall",
    FetchOutcome.SCRIPT_SHELL: "is an empty shell without scripts",
    FetchOutcome.BOT_WALL: "is a wall against bots",
    FetchOutcome.MAINTENANCE: "is the notice of a site that is shut for a while",
}
"""What a page is called that stands in an article's place."""


def page_of(
    raw: bytes,
    *,
    name: str | None = None,
    content_type: str | None = None,
    url: str | None = None,
) -> Page:
    """The page in `raw`; `content_type` is the HTTP header, `url` where it was fetched.

    Raises BadInput for what cannot be read and for what holds no readable text, NoContent for a page
    that stands in an article's place.
    """
    if not raw:
        raise BadInput(f"{_shown(name, url)} holds no readable text: it is empty")
    kind = media_type(raw, name=name, declared=content_type)
    if kind in _NO_ARTICLE:
        raise BadInput(_NO_ARTICLE[kind])
    if kind == PDF:
        return _sound(pdf_page_limited(raw))
    page = _sound(
        _text_page(
            decode(raw, http_charset=_charset(content_type), markup=kind == HTML), kind, url=url
        )
    )
    if page.barrier is not None:
        raise NoContent(
            f"{_shown(name, url)} {_STANDS[page.barrier.outcome]}: {page.barrier.why}; "
            "open it in a browser, and add what you see there as a file",
            outcome=page.barrier.outcome,
            why=page.barrier.why,
        )
    if not page.text.strip():
        raise BadInput(
            f"{_shown(name, url)} holds no readable text: give a page or file with an article"
        )
    return page


def _sound(page: Page) -> Page:
    """The page without lone surrogates in any of its texts: no store could take them."""
    return replace(
        page,
        text=sound(page.text),
        canonical_url=None if page.canonical_url is None else sound(page.canonical_url),
        title=_sound_value(page.title),
        author=_sound_value(page.author),
        publisher=_sound_value(page.publisher),
        published=_sound_value(page.published),
        modified=_sound_value(page.modified),
        doi=None if page.doi is None else sound(page.doi),
        kinds=tuple(map(sound, page.kinds)),
        labels=tuple(map(sound, page.labels)),
        links=tuple(map(sound, page.links)),
        findings=tuple(
            replace(one, why=sound(one.why), excerpt=sound(one.excerpt)) for one in page.findings
        ),
    )


def _sound_value(found: Found) -> Found:
    return found if found.value is None else Found(sound(found.value), found.where)


def _text_page(decoded: Decoded, kind: str, *, url: str | None) -> Page:
    if kind == PLAIN:
        return plain_page(decoded)
    decoded = replace(decoded, text=with_line_feeds(decoded.text))  # as the rules of both have it
    # Imported where used: trafilatura takes half a second to load, and most files are plain text.
    if kind == HTML:
        from claims.text.html_text import html_page  # noqa: PLC0415 - as above

        return html_page(decoded, url=url)
    if kind == MARKDOWN:
        from claims.text.markdown_text import markdown_page  # noqa: PLC0415 - as above

        return markdown_page(decoded)
    raise BadInput(f"is {kind}, which has no reader: give a text, Markdown, HTML or PDF file")


def _charset(content_type: str | None) -> str | None:
    """The charset parameter of a Content-Type header."""
    if not content_type:
        return None
    header = Message()
    header["Content-Type"] = content_type.replace("\r", " ").replace("\n", " ")
    charset = header.get_param("charset")
    return charset if isinstance(charset, str) else None


def _shown(name: str | None, url: str | None) -> str:
    return name or url or "it"
