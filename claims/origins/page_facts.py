"""What is known of a page when its origin and its sort are told: a row of snapshots or documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


BOOK = "urn:isbn:"
WORK = "urn:"
"""How the address of a work without a page begins: a book, print, a broadcast."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page. `addresses` are all under which it is known, its own word for it last."""

    id: str
    addresses: tuple[str, ...] = ()
    canonical_url: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    agency: str | None = None
    doi: str | None = None
    media_type: str | None = None
    kinds: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    text: str = ""

    @property
    def is_work(self) -> bool:
        """Whether it is a work without a page, cited as a person took it down."""
        return bool(self.addresses) and self.addresses[0].startswith(WORK)

    @property
    def is_book(self) -> bool:
        """Whether it is a work that is known by its ISBN."""
        return self.is_work and self.addresses[0].startswith(BOOK)


def page_facts(row: Mapping[str, Any]) -> PageFacts:
    """The facts in a row of snapshots or documents.

    Of a work without a page the desk has the cited words alone; they say nothing of where it is from.

    >>> page_facts({"id": "s-1", "url": "https://x.org/a", "text": None}).addresses
    ('https://x.org/a',)
    """
    addresses = [row.get("warc_target_uri"), row.get("url"), row.get("canonical_url")]
    facts = PageFacts(
        id=row["id"],
        addresses=tuple(dict.fromkeys(one for one in addresses if one)),
        canonical_url=row.get("canonical_url"),
        text=row.get("text") or "",
        kinds=tuple(row.get("kinds") or ()),
        labels=tuple(row.get("labels") or ()),
        links=tuple(row.get("links") or ()),
        **{name: row.get(name) for name in _SAME},
    )
    return replace(facts, text="") if facts.is_work else facts


_SAME = ("title", "author", "publisher", "published", "agency", "doi", "media_type")
