"""Crossref's record of a work to the notices about it: retractions, corrections, expressions of concern.

`updated-by` lists what updates the work, since 2025 with Retraction Watch's findings; `update-to` says that
the work is such a notice itself (https://www.crossref.org/documentation/crossmark/).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from claims.model.candidate import SearchOutcome
from claims.model.health import NoticeKind
from claims.sources.crossref import URL
from claims.sources.provider import Reply, Request
from claims.sources.reading import Json, calendar, object_in, objects, within, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.sources.provider import Answer

DOI = re.compile(r"10\.\d{4,9}/\S{1,300}")
NOT_REGISTERED = 404

KINDS: dict[str, NoticeKind] = {
    "retraction": NoticeKind.RETRACTION,
    "partial_retraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.RETRACTION,
    "removal": NoticeKind.RETRACTION,
    "expression_of_concern": NoticeKind.CONCERN,
    "correction": NoticeKind.CORRECTION,
    "corrigendum": NoticeKind.CORRECTION,
    "erratum": NoticeKind.CORRECTION,
    "addendum": NoticeKind.CORRECTION,
    "clarification": NoticeKind.CORRECTION,
    "new_version": NoticeKind.NEW_VERSION,
    "new_edition": NoticeKind.NEW_VERSION,
}
"""What publishers call updates, as Crossref lists them; an unknown kind counts as a correction."""

GRAVEST_FIRST = (
    NoticeKind.RETRACTION,
    NoticeKind.CONCERN,
    NoticeKind.NOTICE_ITSELF,
    NoticeKind.CORRECTION,
    NoticeKind.NEW_VERSION,
)

MARKED = re.compile(
    r"^\W*(?:retracted|withdrawn|removed)(?: (?:article|paper|chapter))?\s*:", re.IGNORECASE
)
"""How publishers mark the title of a retracted work."""

MOST = 50
WATCHED_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})


@dataclass(frozen=True, slots=True)
class Told:
    """One notice about a work: `said` is the word it came with, `dated` (EDTF) when it was made."""

    kind: NoticeKind
    said: str
    notice_doi: str | None
    source: str | None
    dated: str | None


def gravest(found: Iterable[Told]) -> Told | None:
    """The notice that readers must know of first, the newest of its kind; null when there is none.

    >>> one = Told(NoticeKind.CORRECTION, "erratum", None, "publisher", "2026-02-01")
    >>> two = Told(NoticeKind.RETRACTION, "withdrawal", None, "publisher", None)
    >>> gravest([one, two]).said, gravest([])
    ('withdrawal', None)
    """
    newest_first = reversed(list(found))
    return min(newest_first, key=lambda one: GRAVEST_FIRST.index(one.kind), default=None)


def normal_doi(given: str | None) -> str | None:
    """A DOI in the one form that is asked for and stored: bare, in lower case; null when it is none.

    >>> normal_doi("https://doi.org/10.1000/ABC"), normal_doi("doi:10.1000/abc."), normal_doi("x")
    ('10.1000/abc', '10.1000/abc', None)
    """
    text = unquote((given or "").strip()).removeprefix("doi:").strip()
    text = re.sub(r"^https?://(?:dx\.|www\.)?doi\.org/", "", text, flags=re.IGNORECASE)
    found = DOI.fullmatch(text.rstrip(".,;)"))
    return found[0].lower() if found and found[0].isprintable() else None


def doi_of(url: str, stated: str | None) -> str | None:
    """The DOI of a cited page: what the page states, else what its address is.

    >>> doi_of("https://doi.org/10.1000/x", None), doi_of("https://a.example/10.1000/x", None)
    ('10.1000/x', None)
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    return normal_doi(stated) or (normal_doi(url) if host in WATCHED_HOSTS else None)


def request(doi: str) -> Request:
    """What to ask Crossref about a work.

    >>> request("10.1000/a<b").url
    'https://api.crossref.org/works/10.1000%2Fa%3Cb'
    """
    return Request(f"{URL}/{quote(doi, safe='')}")


def read(answer: Answer, doi: str) -> tuple[SearchOutcome, str | None, tuple[Told, ...]]:
    """What the answer says of the work: whether it is an answer, why not, and the notices."""
    if answer.http_status == NOT_REGISTERED:
        why = "Crossref does not know this DOI, so nobody was asked about retractions"
        return SearchOutcome.NOT_MEASURED, why, ()
    found = object_in(answer)
    if isinstance(found, Reply):
        return found.outcome, found.detail, ()
    work = within(found, "message")
    if not isinstance(work, dict) or normal_doi(_text(work.get("DOI"))) != doi:
        return SearchOutcome.FAILED, "the reply is not the record of this work", ()
    told = tuple(dict.fromkeys(_notices(work)))
    outcome = SearchOutcome.FOUND if told else SearchOutcome.NOTHING_FOUND
    return outcome, None, told


def _notices(work: dict[str, Json]) -> list[Told]:
    found = [_told(update) for update in objects(work, "updated-by")[:MOST]]
    for update in objects(work, "update-to")[:MOST]:
        of = _told(update)
        found.append(Told(NoticeKind.NOTICE_ITSELF, of.said, of.notice_doi, of.source, of.dated))
    titles = work.get("title")
    title = _text(titles[0]) if isinstance(titles, list) and titles else _text(titles)
    retracted = any(one.kind is NoticeKind.RETRACTION for one in found)
    if title and MARKED.match(title) and not retracted:
        found.append(Told(NoticeKind.RETRACTION, "title marked", None, "publisher", None))
    return found


def _told(update: dict[str, Json]) -> Told:
    said = words(update.get("type"), longest=40) or "correction"
    kind = KINDS.get(said.lower().replace("-", "_").replace(" ", "_"), NoticeKind.CORRECTION)
    notice_doi = normal_doi(_text(update.get("DOI")))
    source = words(update.get("source"), longest=40)
    parts = within(update, "updated", "date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    dated = calendar(within(update, "updated", "date-time")) or _day(first)
    return Told(kind, said.replace("_", " "), notice_doi, source, dated)


def _day(parts: Json) -> str | None:
    if not isinstance(parts, list) or not all(type(one) is int for one in parts) or not parts:
        return None
    return calendar("-".join([f"{parts[0]:04}", *(f"{one:02}" for one in parts[1:3])]))


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) else None
