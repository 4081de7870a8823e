"""Files of a folder as the pages of a little wiki: title, text to search, bytes to serve."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from pypdf import PdfReader

from claims.model.errors import BadInput
from claims.model.ids import digest

if TYPE_CHECKING:
    from pathlib import Path

MEDIA_TYPES = {".html": "text/html; charset=utf-8", ".pdf": "application/pdf"}
UNSEARCHED = frozenset({"script", "style", "title", "header", "footer", "nav"})
DATED = ("article:modified_time", "article:published_time")
UNDATED = "2021-01-01"
PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `touched` is UTC, ISO 8601; `text` is what the search looks in."""

    pageid: int
    title: str
    media_type: str
    content: bytes
    text: str
    touched: str

    @property
    def path(self) -> str:
        """The title as it stands in an address, not yet percent-encoded."""
        return self.title.replace(" ", "_")

    @property
    def etag(self) -> str:
        """A strong validator: the digest of the content."""
        return f'"{digest(self.content).removeprefix("sha256:")[:32]}"'

    @property
    def revision(self) -> int:
        """A number that changes with the content."""
        return int(self.etag[1:8], 16)


def read_pages(folder: Path) -> tuple[Page, ...]:
    """The HTML and PDF files of `folder`, by name. Raises BadInput when one has no title."""
    files = sorted(f for f in folder.iterdir() if f.suffix in MEDIA_TYPES)
    return tuple(read_page(file, pageid) for pageid, file in enumerate(files, start=1))


def read_page(file: Path, pageid: int) -> Page:
    """One HTML or PDF file as a page. Raises BadInput when it has no title."""
    content = file.read_bytes()
    title, date, text = _read_pdf(file) if file.suffix == ".pdf" else _read_html(content)
    if not title:
        raise BadInput(f"{file.name} has no title; a page of the source server needs one")
    return Page(
        pageid=pageid,
        title=title,
        media_type=MEDIA_TYPES[file.suffix],
        content=content,
        text=text,
        touched=f"{date[:10]}T00:00:00Z",
    )


def _read_pdf(file: Path) -> tuple[str, str, str]:
    reader = PdfReader(file)
    about = reader.metadata
    made = PDF_DATE.match(str(about.get("/ModDate", ""))) if about else None
    date = "-".join(made.groups()) if made else UNDATED
    text = " ".join(page.extract_text() for page in reader.pages)
    return (about.title or "") if about else "", date, " ".join(text.split())


def _read_html(content: bytes) -> tuple[str, str, str]:
    reader = _Reader()
    reader.feed(content.decode("utf-8"))
    reader.close()
    date = next((reader.meta[name] for name in DATED if name in reader.meta), UNDATED)
    return " ".join(reader.title.split()), date, " ".join("".join(reader.text).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.meta: dict[str, str] = {}
        self.text: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            given = dict(attrs)
            self.meta[given.get("property") or given.get("name") or ""] = given.get("content") or ""
        elif tag in UNSEARCHED:
            self._open.append(tag)
        self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        self.text.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._open:
            self.text.append(data)
        elif self._open[-1] == "title":
            self.title += data
