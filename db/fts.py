"""Words to FTS5 queries: every word quoted, so that no character of the input is syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A query for rows that hold at least one of the words."""
    return " OR ".join(_quoted(word) for word in words)


def all_of(words: Iterable[str]) -> str:
    """A query for rows that hold every one of the words."""
    return " AND ".join(_quoted(word) for word in words)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""').replace("\0", "") + '"'
