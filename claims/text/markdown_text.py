"""Markdown (CommonMark and tables) to a Page: headings, paragraphs and list items on their own lines.

Front matter between two lines of `---` gives title, author, date and address. Pictures and raw HTML
leave no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from claims.model.errors import BadInput
from claims.text.agency import agency_in_text
from claims.text.hidden.signs import sign_findings
from claims.text.page import NOTHING, Found, Page, first_found
from claims.text.plain_text import dateline, top_lines
from claims.text.sniff import MARKDOWN
from claims.text.written_date import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it.token import Token

    from claims.text.decode import Decoded

MAX_LENGTH = 5_000_000
"""Characters: no article is longer, and a hostile million takes this parser half a minute."""

MAX_FRONT_MATTER = 100
"""Lines that are searched for the end of the front matter."""

_FIELD = re.compile(r"([A-Za-z][\w-]{0,40})\s{0,4}:\s{0,20}(\S.{0,400})?")
_MARKDOWN = MarkdownIt("commonmark").enable("table")


def markdown_page(decoded: Decoded) -> Page:
    r"""The page of a Markdown file. `text` is plain text with a blank line between paragraphs.

    Raises BadInput when it is too long to parse in reasonable time.

    >>> from claims.text.decode import decode
    >>> markdown_page(decode(b"# War ends\n\nThe *war*\nended.")).text
    'War ends\n\nThe war ended.\n'
    """
    if len(decoded.text) > MAX_LENGTH:
        raise BadInput(f"is Markdown of more than {MAX_LENGTH:,} characters: give it in parts")
    fields, body = _front_matter(decoded.text)
    tokens = _MARKDOWN.parse(body)
    text = "\n\n".join(block for block in _blocks(tokens) if block)
    lines = top_lines(text)
    return Page(
        text=text + "\n" if text else "",
        media_type=MARKDOWN,
        charset=decoded.charset,
        charset_from=decoded.charset_from,
        title=first_found(_field(fields, "title"), _heading(tokens)),
        author=_field(fields, "author", "authors", "by"),
        publisher=_field(fields, "publisher", "site"),
        published=first_found(
            _day(fields, "date", "published", "publishdate"), dateline(lines, modified=False)
        ),
        modified=first_found(
            _day(fields, "modified", "updated", "lastmod"), dateline(lines, modified=True)
        ),
        canonical_url=_field(fields, "url", "canonical", "canonical_url").value,
        agency=agency_in_text(text),
        findings=sign_findings(text),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields before the second `---` and the text after it. Nested values are not read."""
    lines = text.split("\n", MAX_FRONT_MATTER)
    if lines[0].rstrip() != "---":
        return {}, text
    ends = [i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")]
    if not ends:
        return {}, text
    fields: dict[str, str] = {}
    for line in lines[1 : ends[0]]:
        match = _FIELD.fullmatch(line.rstrip())
        if match and match[2]:
            fields.setdefault(match[1].lower(), match[2].strip().strip("\"'[]"))
    return fields, "\n".join(lines[ends[0] + 1 :])


def _field(fields: dict[str, str], *names: str) -> Found:
    options = (Found(fields[name], f"front matter {name}") for name in names if fields.get(name))
    return next(options, NOTHING)


def _day(fields: dict[str, str], *names: str) -> Found:
    options = ((written_date(fields.get(name)), name) for name in names)
    return next((Found(day, f"front matter {name}") for day, name in options if day), NOTHING)


def _heading(tokens: Sequence[Token]) -> Found:
    """The first heading when nothing but it has come yet."""
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag in ("h1", "h2"):
        words = _inline(tokens[1].children or ()).strip()
        return Found(words, "first heading") if words else NOTHING
    return NOTHING


def _blocks(tokens: Iterable[Token]) -> Iterable[str]:
    """Each paragraph, heading, list item, table row and code block as one string."""
    marker, cells, in_row = "", list[str](), False
    for token in tokens:
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "tr_open":
            cells, in_row = [], True
        elif token.type == "tr_close":
            in_row = False
            yield " | ".join(cells)
        elif token.type in ("fence", "code_block"):
            yield token.content.rstrip()
        elif token.type == "inline":
            words = _inline(token.children or ())
            if in_row:
                cells.append(words)
            else:
                yield marker + words
                marker = ""


def _inline(tokens: Iterable[Token]) -> str:
    """The words of one block: soft line breaks become blanks, hard ones stay."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type == "softbreak":
            parts.append(" ")
        elif token.type == "hardbreak":
            parts.append("\n")
    return "".join(parts)
