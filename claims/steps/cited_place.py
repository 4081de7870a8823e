"""What a person cites to the place of the words in a stored copy; or why they cannot be cited."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from claims.anchor.differences import differences, marked
from claims.anchor.reanchor import nearest
from claims.identifiers import web_address
from claims.identifiers.identifier import Scheme
from claims.model.errors import BadInput, NotFound
from claims.model.ids import short_id
from claims.model.snapshot import FetchOutcome
from claims.model.span import Span
from claims.steps.unread import why_unread
from db import citations, rows, snapshots

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlite_utils import Database

    from claims.identifiers.identifier import Identifier
    from claims.steps.edges import Edges

ENOUGH = 12
"""Letters and digits that a quote must share with hidden words to be taken for them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words on a page, by its address or by an identifier that leads to one."""

    url: str | None
    identifier: Identifier | None
    quote: str
    nearest: bool
    occurrence: int
    fetch: bool


def place_of(edges: Edges, wanted: Wanted) -> tuple[dict[str, Any], Span]:
    """The snapshot (a row) and the place of the words in its text.

    The pages that an identifier leads to are tried in turn, stored ones first; older copies only for
    words that no newest one has. Raises NotFound when there is no copy, BadInput when the words do not
    stand in any.
    """
    if wanted.quote.strip() and not says_something(wanted.quote):
        raise BadInput("the quote holds no letter and no digit: give the words that are cited")
    copies: dict[str, dict[str, Any]] = {}
    refused: list[str] = []
    for found in _copies(edges, wanted):
        if found["outcome"] != FetchOutcome.STORED.value:
            refused.append(why_unread(found["outcome"], found["reason"]))
            continue
        copies[found["id"]] = found
        span = _exact(found, wanted)
        if span:
            return found, span
    if not copies:
        name = wanted.url or (wanted.identifier.name if wanted.identifier else "")
        page = (wanted.identifier.address if wanted.identifier else None) or name
        if refused:
            raise NotFound(f"{name} could not be read, so nothing of it is cited: {refused[0]}")
        raise NotFound(f"no readable copy of {name} is stored; run: citetrail fetch {page}")
    first = next(iter(copies.values()))
    near = nearest(wanted.quote, first["text"])
    if near and wanted.nearest:
        return first, near.span
    for older in _older(edges, wanted, copies):
        if span := _exact(older, wanted):
            return older, span
        raise BadInput(_not_there(wanted, older, None))
    raise BadInput(_not_there(wanted, first, near.span if near else None))


def says_something(quote: str) -> bool:
    """Whether a quote holds more than signs.

    >>> says_something("15"), says_something(" … ")
    (True, False)
    """
    return any(map(str.isalnum, quote))


def times(text: str, quote: str) -> int:
    """How many times the words stand in a text.

    >>> times("so so so", "so")
    3
    """
    return text.count(quote)


def _counted(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def difference(quote: str, exact: str) -> str:
    """How the words of the copy differ from the quote that was given, in one line."""
    change = differences(quote, exact)
    if not change.changes:
        return f"{' '.join(exact.split())} (the same words, typed otherwise)"
    kinds = ", ".join(kind.value.replace("_", " ") for kind in change.changes)
    return f"{marked(change.hunks)} (changed: {kinds})"


def doubts(snapshot: Mapping[str, Any], exact: str) -> list[str]:
    """What a person should know who cites these words: the page hides some that may be among them."""
    return [
        f"the page keeps words like these from its readers: {one['why']} (“{one['excerpt']}”)"
        for one in snapshot["findings"]
        if one["concealed"] and one["kept"] and _alike(one["excerpt"], exact)
    ]


def left_behind(database: Database, citation: Mapping[str, Any]) -> list[str]:
    """What a person should know who cites an older copy: the newest one has other words, and which."""
    newest = snapshots.latest(database, citation["url"])
    cited = rows.get(database, "snapshots", citation["snapshot"])
    if not (newest and cited) or newest["id"] == cited["id"] or citation["exact"] in newest["text"]:
        return []
    near = nearest(citation["exact"], newest["text"])
    there = "nothing like them stands there"
    if near:
        there = f"nearest there: {difference(citation['exact'], near.span.of(newest['text']))}"
    seen = snapshots.last_seen(database, newest)
    head = f"the newest copy of the page, last seen {seen}, has these words no more; {there}"
    return [f"{head}. Cited is that of {cited['warc_date']} ({short_id(cited['id'])})."]


def _copies(edges: Edges, wanted: Wanted) -> Iterator[dict[str, Any]]:
    pages = _pages(wanted)
    stored = [found for page in pages if (found := snapshots.latest(edges.database, page))]
    if wanted.identifier and wanted.identifier.doi:
        stored += islice(citations.with_doi(edges.database, wanted.identifier.doi), 1)
    yield from stored
    known = {found["url"] for found in stored}
    if wanted.fetch and pages and not (wanted.url and stored):
        from claims.steps.take_snapshots import take  # noqa: PLC0415 - loads the readers of pages
        from claims.steps.web_session import WebSession  # noqa: PLC0415 - as above

        with WebSession(edges) as session:
            for page in pages:
                if page in known:
                    continue
                yield session.run(take(edges, session, page)).snapshot


def _older(
    edges: Edges, wanted: Wanted, newest: Mapping[str, dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """The older copies that hold the words, newest first; none where a newest one has some of them."""
    if not wanted.quote.strip() or any(times(one["text"], wanted.quote) for one in newest.values()):
        return
    kept = [snapshots.readable(edges.database, page) for page in _pages(wanted)]
    if wanted.identifier and wanted.identifier.doi:
        kept.append(citations.with_doi(edges.database, wanted.identifier.doi))
    yield from (one for one in chain(*kept) if times(one["text"], wanted.quote))


def _pages(wanted: Wanted) -> list[str]:
    """The addresses to look under; as given first, then in the one form of addresses."""
    if wanted.url:
        one = web_address.standard(wanted.url)
        return list(dict.fromkeys([wanted.url, *([one] if one else [])]))
    if wanted.identifier is None or wanted.identifier.address is None:
        return []
    pages = [wanted.identifier.address]
    if wanted.identifier.scheme is Scheme.ARXIV:
        pages.append(f"https://arxiv.org/pdf/{wanted.identifier.value}")
    return pages


def _exact(snapshot: dict[str, Any], wanted: Wanted) -> Span | None:
    text, start = snapshot["text"], -1
    if not wanted.quote.strip():
        return None
    for _ in range(wanted.occurrence):
        start = text.find(wanted.quote, start + 1)
        if start < 0:
            return None
    return Span(start, start + len(wanted.quote))


def _not_there(wanted: Wanted, snapshot: dict[str, Any], near: Span | None) -> str:
    """Why the words cannot be cited, in one line, and what to do."""
    there = times(snapshot["text"], wanted.quote) if wanted.quote.strip() else 0
    if there:
        return (
            f"these words stand {_counted(there)} in the copy of {snapshot['warc_date']};"
            f" --occurrence {wanted.occurrence} is too high"
        )
    head = f"these words do not stand in the copy of {snapshot['url']} of {snapshot['warc_date']}; "
    hidden = [
        one
        for one in snapshot["findings"]
        if not one["kept"] and _alike(one["excerpt"], wanted.quote)
    ]
    if hidden:
        return f"{head}they are in the page's code, but no reader sees them: {hidden[0]['why']}"
    if near:
        told = difference(wanted.quote, near.of(snapshot["text"]))
        return f"{head}nearest: {told}; cite that with --nearest"
    return f"{head}see its text with: citetrail show {short_id(snapshot['id'])}"


def _alike(excerpt: str, quote: str) -> bool:
    """Whether one of two texts begins with, or holds, the other (letters and digits alone)."""
    one, other = ("".join(c for c in words.casefold() if c.isalnum()) for words in (excerpt, quote))
    return min(len(one), len(other)) >= ENOUGH and (one in other or other in one)
