"""A wiki's full-text search over a few pages: SQLite FTS5 in memory, words joined by OR, BM25."""

from __future__ import annotations

import html
import re
import sqlite3
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.sample.pages import Page

TERM = re.compile(r'"[^"]*"|[^\s"]+')
WORD = re.compile(r"\w")
MOST_TERMS = 50
TITLE_WEIGHT = 4.0
SNIPPET_WORDS = 20
OPEN, CLOSE = "\x02", "\x03"
"""Marks around the words found, while the snippet is not yet HTML."""


@dataclass(frozen=True, slots=True)
class Match:
    """A page found. `snippet` is HTML, as MediaWiki gives it."""

    page: Page
    snippet: str


class WordIndex:
    """Finds pages by words and quoted phrases of their titles and texts."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._pages = {page.pageid: page for page in pages}
        # made in one thread and asked in the server's; never by two at a time
        self._db = sqlite3.connect(":memory:", check_same_thread=False)
        weakref.finalize(self, self._db.close)
        self._db.execute(
            "CREATE VIRTUAL TABLE pages USING fts5"
            "(title, text, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        self._db.executemany(
            "INSERT INTO pages (rowid, title, text) VALUES (?, ?, ?)",
            [(page.pageid, page.title, page.text) for page in self._pages.values()],
        )

    def search(self, query: str, *, titles_only: bool = False) -> list[Match]:
        """Every page with a word of `query`, best first; nothing for a query without words."""
        terms = _terms(query)
        if not terms:
            return []
        wanted = " OR ".join(terms)
        found = self._db.execute(
            "SELECT rowid, snippet(pages, 1, ?, ?, '…', ?) FROM pages WHERE pages MATCH ?"
            " ORDER BY bm25(pages, ?, 1.0), rowid",
            [
                OPEN,
                CLOSE,
                SNIPPET_WORDS,
                f"title : ({wanted})" if titles_only else wanted,
                TITLE_WEIGHT,
            ],
        )
        return [Match(self._pages[rowid], _marked(text)) for rowid, text in found]


def _terms(query: str) -> list[str]:
    """The words and phrases of a query, each quoted so that FTS5 reads no operator into them."""
    found = (term.strip('"').replace('"', " ") for term in TERM.findall(query)[:MOST_TERMS])
    return [f'"{term}"' for term in found if WORD.search(term) and "\x00" not in term]


def _marked(snippet: str) -> str:
    escaped = html.escape(snippet, quote=False)
    return escaped.replace(OPEN, '<span class="searchmatch">').replace(CLOSE, "</span>")
