"""A PDF to a Page: lines joined to paragraphs, hyphens at line ends undone, running heads left out.

Runs pypdf (https://pypdf.readthedocs.io/), which must be fenced in by whoever calls this on a strange
file: see `claims.files.pdf_process`.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from claims.model.errors import BadInput
from claims.text.agency import agency_in_text
from claims.text.hidden.signs import sign_findings
from claims.text.page import NOTHING, Found, Page, first_found
from claims.text.plain_text import dateline, headline, top_lines
from claims.text.sniff import PDF
from claims.text.written_date import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_PAGES = 500
MAX_TEXT = 20_000_000
"""Characters over all pages."""

MIN_REPEATS = 3
"""Pages on which a top or bottom line must stand to be a running head or foot."""

FEW_LINES = 8
"""Filled lines below which a page has one running line at each end, not two."""

FULL_LINE = 0.75
"""Share of the usual line width below which a line that ends a sentence ends its paragraph."""

USUAL_LINE = 0.8
"""Share of lines that are no longer than the usual width."""

HEADING = 80
"""Characters a heading line has at most."""

# pypdf lets Python's own errors through on broken files (found by changing random bytes).
_BROKEN = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
_DATE = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?")
_ENDED = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_HYPHENED = re.compile(r"[^\W\d_]-\Z")
_DIGITS = re.compile(r"\d+")
_JUNK_TITLE = re.compile(
    r"untitled|microsoft word\b|\S+\.(docx?|indd|pdf|tex|odt|qxp)\Z", re.IGNORECASE
)
_SPACES = re.compile(r"[ \t\xa0]+")


def pdf_page(raw: bytes) -> Page:
    """The page of a PDF file.

    Raises BadInput when it is damaged, encrypted, too long or without a text layer.

    >>> pdf_page(b"%PDF-1.7 nothing more")
    Traceback (most recent call last):
    claims.model.errors.BadInput: is a damaged or truncated PDF: get it again or give its text
    """
    try:
        reader = _open(raw)
        text = paragraphs([_page_lines(words) for words in _page_texts(reader)])
        fields = {key: str(value) for key, value in (reader.metadata or {}).items()}
    except (DependencyError, FileNotDecryptedError) as error:
        raise BadInput("is an encrypted PDF: give a copy without password") from error
    except LimitReachedError as error:
        raise BadInput("is a PDF that unpacks to far more than it should: not read") from error
    except NotImplementedError as error:
        raise BadInput("is a PDF of a kind that cannot be read: print it to a new PDF") from error
    except _BROKEN as error:
        raise BadInput("is a damaged or truncated PDF: get it again or give its text") from error
    if not text.strip():
        raise BadInput("is a PDF with no text layer: needs OCR first")
    return _page(text, fields)


def _open(raw: bytes) -> PdfReader:
    reader = PdfReader(io.BytesIO(raw))
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileNotDecryptedError("needs a password")
    if len(reader.pages) > MAX_PAGES:
        raise BadInput(f"is a PDF of {len(reader.pages)} pages; the limit is {MAX_PAGES}: split it")
    return reader


def _page_texts(reader: PdfReader) -> Iterable[str]:
    total = 0
    for page in reader.pages:
        words = page.extract_text()
        total += len(words)
        if total > MAX_TEXT:
            raise BadInput(f"is a PDF with more than {MAX_TEXT:,} characters of text: split it")
        yield words


def _page_lines(words: str) -> list[str]:
    return [_SPACES.sub(" ", line).strip() for line in words.splitlines()]


def paragraphs(pages: Sequence[Sequence[str]]) -> str:
    r"""The lines of all pages as paragraphs with a blank line between them.

    >>> paragraphs([["The sol-", "diers left", "", "They won."]])
    'The soldiers left\n\nThey won.\n'
    """
    lines = [line for page in _without_running_lines(pages) for line in page]
    widths = sorted(len(line) for line in lines if line)
    usual = widths[int(len(widths) * USUAL_LINE)] if widths else 0
    done: list[list[str]] = [[]]
    gap = False
    for line in lines:
        if line and done[-1] and _parted(done[-1][-1], line, usual=usual, gap=gap):
            done.append([])
        if line:
            done[-1].append(line)
        gap = not line
    text = "\n\n".join(_joined(paragraph) for paragraph in done if paragraph)
    return text + "\n" if text else ""


def _without_running_lines(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Pages without the first and last lines that recur from page to page, numbers aside."""
    edges = [_edges(page) for page in pages]
    counts = Counter(line for page in edges for line in set(page.values()))
    enough = max(MIN_REPEATS, len(pages) // 2)
    return [
        [
            line
            for at, line in enumerate(page)
            if counts[page_edges.get(at, "")] < enough or len(line) > HEADING
        ]
        for page, page_edges in zip(pages, edges, strict=True)
    ]


def _edges(page: Sequence[str]) -> dict[int, str]:
    """Where the first and last filled lines of a page stand, with # for their numbers.

    Two at each end, but one on a page of few lines, where the second is the article.
    """
    filled = [at for at, line in enumerate(page) if line]
    deep = 2 if len(filled) >= FEW_LINES else 1
    return {at: _DIGITS.sub("#", page[at]) for at in (*filled[:deep], *filled[-deep:])}


def _parted(before: str, line: str, *, usual: int, gap: bool) -> bool:
    """Whether a line begins a new paragraph; `gap` says that an empty line stands before it."""
    if line[0].islower() or _HYPHENED.search(before):
        return False  # pypdf gives empty lines inside sentences too
    short = len(before) < FULL_LINE * usual
    heading = short and len(before) <= HEADING and not before.endswith(",")
    return gap or (short and bool(_ENDED.search(before))) or heading


def _joined(lines: Sequence[str]) -> str:
    """The lines of one paragraph as one, without the hyphens that only broke a word."""
    pieces = [lines[0]]
    for line in lines[1:]:
        if _HYPHENED.search(pieces[-1]) and line[0].islower():
            pieces[-1] = pieces[-1][:-1]
        elif not pieces[-1].endswith(("-", "–", "—")):
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)


def _page(text: str, fields: dict[str, str]) -> Page:
    lines = top_lines(text)
    title = " ".join(fields.get("/Title", "").split())
    author = " ".join(fields.get("/Author", "").split())
    return Page(
        text=text,
        media_type=PDF,
        charset="binary",
        charset_from="pdf",
        title=first_found(
            Found(title, "pdf Title") if title and not _JUNK_TITLE.match(title) else NOTHING,
            headline(text),
        ),
        author=Found(author, "pdf Author") if author else NOTHING,
        publisher=NOTHING,
        published=first_found(dateline(lines, modified=False), _day(fields, "CreationDate")),
        modified=first_found(dateline(lines, modified=True), _day(fields, "ModDate")),
        canonical_url=None,
        agency=agency_in_text(text),
        findings=sign_findings(text),
    )


def _day(fields: dict[str, str], key: str) -> Found:
    """The day in a PDF date string, `D:YYYYMMDDHHmmSS…` (ISO 32000-1, 7.9.4)."""
    match = _DATE.match(fields.get(f"/{key}", "").strip())
    day = written_date("-".join(part for part in match.groups() if part)) if match else None
    return Found(day, f"pdf {key}") if day else NOTHING
