"""Files, folders, web archives, addresses, feeds and standard input to documents."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claims.archive.reader import ARCHIVES, ArchivedPage, iter_pages
from claims.files.page_of import page_of
from claims.files.read import STDIN, open_stdin, read_file, read_stdin
from claims.files.walk import expand
from claims.model.document import Role
from claims.model.errors import BadInput
from claims.model.ids import digest
from claims.model.snapshot import FetchOutcome
from claims.steps.report import Failure, Tick
from claims.steps.store_document import Intent, Origin, known, store
from claims.steps.take_snapshots import take
from claims.steps.unread import why_unread
from claims.steps.web_session import WebSession
from claims.text.feed import feed_links
from claims.text.page import Found
from claims.text.sniff import media_type
from claims.web.content_encoding import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.steps.edges import Edges

FEEDS = frozenset({"application/rss+xml", "application/atom+xml"})
ARTICLES = Intent()
MOST_LINKS = 500
"""Articles that are taken of one feed; feeds list some dozens."""


@dataclass(slots=True)
class Intake:
    """What came of taking inputs in: documents by id (new or known), and what failed."""

    documents: list[str]
    failures: list[Failure]


def is_address(given: str) -> bool:
    """Whether an input is a URL rather than a path.

    >>> is_address("https://example.org/a"), is_address("notes.txt")
    (True, False)
    """
    return re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", given) is not None


def ingest(
    edges: Edges, inputs: Sequence[str], *, intake: Intake, intent: Intent = ARTICLES
) -> Iterator[Tick]:
    """Take every input in; what cannot be taken goes to `intake.failures` and the rest goes on."""
    waiting = deque(_spread(inputs, intake.failures))
    done = 0
    with WebSession(edges) as session:
        taker = _Taker(edges, session, intent, intake, waiting)
        while waiting:
            given = waiting.popleft()
            try:
                taker.take(given)
            except BadInput as why:
                intake.failures.append(Failure(given, str(why)))
            done += 1
            yield Tick("add", done, done + len(waiting))


def _spread(inputs: Sequence[str], failures: list[Failure]) -> Iterator[str]:
    for given in inputs:
        if given == STDIN or is_address(given):
            yield given
            continue
        if not given.strip():
            failures.append(Failure("''", "is no path; give a file, a folder, an address or -"))
            continue
        refused: list[BadInput] = []
        found = [str(path) for path in expand(Path(given), refused=refused)]
        failures += [Failure(given, str(why)) for why in refused]
        if not found and not refused:
            failures.append(Failure(given, "no file in this folder can be read as an article"))
        yield from found


@dataclass(frozen=True, slots=True)
class _Taker:
    """What the inputs of one call share.

    `waiting` takes the articles that a feed names; `named` has the day on which it says they came out.
    """

    edges: Edges
    session: WebSession
    intent: Intent
    intake: Intake
    waiting: deque[str]
    named: dict[str, str | None] = field(default_factory=dict)

    def take(self, given: str) -> None:
        """Take one input in. Raises BadInput."""
        if is_address(given):
            self._address(given)
        elif given.lower().endswith(ARCHIVES):
            self._archive(given)
        else:
            self._file(given)

    def _file(self, given: str) -> None:
        raw = read_stdin(open_stdin()) if given == STDIN else read_file(Path(given))
        document = known(self.edges, given, digest(raw), self.intent)
        if document is None:
            name = None if given == STDIN else given
            if self._is_feed(raw, name=name, declared=None):
                self._follow(given, feed_links(raw, url=self.intent.overrides.url))
                return
            page = page_of(raw, name=name)
            document = store(self.edges, page, Origin(given, digest(raw)), self.intent)
        self.intake.documents.append(document)

    def _address(self, given: str) -> None:
        taken = self.session.run(take(self.edges, self.session, given))
        snapshot, exchange = taken.snapshot, taken.exchange
        if taken.page is None:
            received = exchange.outcome is FetchOutcome.STORED
            if (
                received
                and given not in self.named
                and self._is_feed(exchange.body, name=None, declared=exchange.content_type)
            ):
                self._follow(given, feed_links(exchange.body, url=exchange.target_uri))
                return
            raise BadInput(why_unread(snapshot["outcome"], snapshot["reason"], takes_files=True))
        origin = Origin(
            given, snapshot["payload_digest"], snapshot["warc_target_uri"], snapshot["id"]
        )
        page = taken.page
        if page.published.value is None and (day := self.named.get(given)):
            page = replace(page, published=Found(day, "feed"))
        self.intake.documents.append(store(self.edges, page, origin, self.intent))

    def _follow(self, given: str, links: Mapping[str, str | None]) -> None:
        """Let the articles of a feed wait their turn; a feed that a feed names is not followed."""
        if self.intent.role is Role.LIBRARY:
            raise BadInput("is a feed; a library holds texts")
        taken, beyond = list(links)[:MOST_LINKS], list(links)[MOST_LINKS:]
        if beyond:
            why = (
                f"names {len(links)} articles, of which the first {MOST_LINKS} are taken;"
                f" add the others by their addresses, from {beyond[0]} on"
            )
            self.intake.failures.append(Failure(given, why))
        fresh = [link for link in taken if link not in self.named]
        self.named.update((link, links[link]) for link in fresh)
        self.waiting.extend(fresh)

    @staticmethod
    def _is_feed(raw: bytes, *, name: str | None, declared: str | None) -> bool:
        return bool(raw) and media_type(raw, name=name, declared=declared) in FEEDS

    def _archive(self, given: str) -> None:
        path = Path(given)
        if not path.is_file():
            raise BadInput(f"{given}: is no file; give the path of a WARC or WACZ file")
        found = 0
        for archived in iter_pages(path):
            if not archived.may_be_article:
                continue
            found += 1
            try:
                self.intake.documents.append(self._archived(given, archived))
            except BadInput as why:
                self.intake.failures.append(Failure(f"{given}: {archived.url}", str(why)))
        if not found:
            raise BadInput(f"{given}: holds no page that may be an article")

    def _archived(self, given: str, archived: ArchivedPage) -> str:
        if archived.problem:
            raise BadInput(archived.problem)
        if not is_address(archived.url):
            raise BadInput("the record names no web address")
        body = decoded(archived.body, archived.content_encoding)
        page = page_of(body, content_type=archived.content_type, url=archived.url)
        origin = Origin(given, digest(archived.body), archived.url)
        return store(self.edges, page, origin, self.intent)
