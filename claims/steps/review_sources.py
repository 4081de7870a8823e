"""What somebody names (a file, a folder, an address, standard input) to ClaimReview objects in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from claims.claimreview.objects import objects_in
from claims.claimreview.stream import Item, json_items
from claims.files.text_chunks import text_chunks
from claims.files.walk import expand
from claims.model.errors import BadInput
from claims.model.snapshot import FetchOutcome
from claims.steps.archived_page import archived_exchange
from claims.steps.ingest import is_address
from claims.steps.take_snapshots import take
from claims.steps.web_session import WebSession
from claims.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.claimreview.objects import Found
    from claims.claimreview.stream import Broken
    from claims.model.exchange import Exchange
    from claims.steps.edges import Edges

STDIN = "-"
ENDINGS = (".json", ".jsonld", ".jsonl", ".ndjson", ".html", ".htm")
LONGEST_PAGE = 50_000_000
NO_PAGE = "has more than 50 MB and is no JSON"


@dataclass(frozen=True, slots=True)
class Source:
    """One file or address: its name, its page and copy where it is one, and the pieces in it."""

    name: str
    page_url: str | None
    snapshot: str | None
    pieces: Iterator[Found | Broken]


def review_sources(edges: Edges, given: str, *, keep: bool) -> Iterator[Source]:
    """The sources that `given` stands for; an address is archived as well when `keep`.

    Raises BadInput, here or while pieces are read.
    """
    if given == STDIN:
        yield Source("standard input", None, None, pieces(text_chunks(None), page_url=None))
    elif is_address(given):
        yield _address(edges, given, keep=keep)
    else:
        found = list(expand(Path(given), endings=ENDINGS))
        if not found:
            raise BadInput(f"{given}: no file in this folder ends with {', '.join(ENDINGS)}")
        for path in found:
            yield Source(str(path), None, None, pieces(text_chunks(path), page_url=None))


def _address(edges: Edges, url: str, *, keep: bool) -> Source:
    with WebSession(edges) as session:
        if keep:
            taken = session.run(take(edges, session, url))
            exchange, snapshot = taken.exchange, taken.snapshot
            body = archived_exchange(edges, snapshot) if exchange.not_modified else exchange
        else:
            body, snapshot = session.run(session.get(url)), None
    if body is None or body.outcome is not FetchOutcome.STORED:
        why = f"{body.outcome.value}: {body.reason}" if body else "its copy is damaged"
        raise BadInput(f"{url}: {why}")
    page_url = body.target_uri
    found = pieces(iter([_decoded(body)]), page_url=page_url)
    return Source(url, page_url, snapshot["id"] if snapshot else None, found)


def _decoded(exchange: Exchange) -> str:
    declared = (exchange.content_type or "").lower()
    charset = declared.partition("charset=")[2].strip("\"' ;") or None
    return decode(exchange.body, http_charset=charset, markup="html" in declared).text


def pieces(chunks: Iterable[str], *, page_url: str | None) -> Iterator[Found | Broken]:
    """The objects in JSON of any length, or in a web page, and what was broken between them."""
    coming = iter(chunks)
    head = ""
    for chunk in coming:
        head += chunk
        if head.strip("\ufeff \t\r\n"):
            break
    if head.lstrip("\ufeff \t\r\n").startswith("<"):
        from claims.claimreview.page_objects import page_objects  # noqa: PLC0415 - loads trafilatura

        yield from page_objects(_whole(head, coming), page_url=page_url)
        return
    for one in json_items(chain([head], coming)):
        if isinstance(one, Item):
            # An address within a feed does not rest on where the feed stands
            yield from objects_in(one.value, feed=one.head)
        else:
            yield one


def _whole(head: str, rest: Iterator[str]) -> str:
    parts, size = [head], len(head)
    for chunk in rest:
        parts.append(chunk)
        size += len(chunk)
        if size > LONGEST_PAGE:
            raise BadInput(NO_PAGE)
    return "".join(parts)
