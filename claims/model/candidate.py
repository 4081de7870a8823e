"""A search that was made for a claim, what was answered, and the pages it named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from claims.model.ids import content_id

if TYPE_CHECKING:
    from collections.abc import Sequence


class SearchOutcome(Enum):
    """What came of asking a provider. Only NOTHING_FOUND may be read as "there is nothing"."""

    FOUND = "found"
    NOTHING_FOUND = "nothing_found"
    NOT_MEASURED = "not_measured"
    REFUSED = "refused"
    THROTTLED = "throttled"
    FAILED = "failed"


ANSWERED = frozenset({SearchOutcome.FOUND.value, SearchOutcome.NOTHING_FOUND.value})
"""What a provider said to the question, as it is stored; all else is why it said nothing."""


class Side(Enum):
    """What a search was for: the claim's own words, or what speaks against it."""

    CLAIM = "claim"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Search:
    """One query put to one provider for one claim. `detail` says why when it was not answered.

    `place` counts the provider's queries from narrow to wide, from 1; `reason` says why this provider
    was asked for this claim; `retry_at` is the time (UTC) until which it wants to be left alone.
    """

    id: str
    claim: str
    provider: str
    query: str
    request_url: str | None
    outcome: SearchOutcome
    detail: str | None
    found: int
    reply_digest: str | None
    run: str
    at: str
    place: int = 1
    reason: str | None = None
    retry_at: str | None = None
    side: Side = Side.CLAIM


@dataclass(frozen=True, slots=True)
class StoredReply:
    """One answer to a request of a search, in the archive as it came; `ordinal` counts them from 1.

    `reply_digest` is over the decoded body. Without `warc_file` it may not or could not be kept.
    `request_url` holds no key.
    """

    id: str
    search: str
    ordinal: int
    request_url: str
    http_status: int
    media_type: str | None
    content_encoding: str | None
    reply_digest: str
    warc_file: str | None
    warc_offset: int | None
    warc_length: int | None
    at: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that a search named, not yet trusted. `rank` counts from 1; `published` is EDTF.

    `notes` are the provider's words on it, such as "retracted".
    """

    id: str
    search: str
    rank: int
    url: str
    title: str | None
    snippet: str | None
    snapshot: str | None
    published: str | None = None
    notes: tuple[str, ...] = ()


def search_id(*, claim: str, provider: str, query: str) -> str:
    """The id of a search: what was asked of whom, for which claim."""
    return content_id("searches", claim=claim, provider=provider, query=query)


def candidate_id(*, search: str, url: str) -> str:
    """The id of a candidate: the search and the address it named."""
    return content_id("candidates", search=search, url=url)


def reply_id(*, search: str, ordinal: int) -> str:
    """The id of a reply: the search, and which of its requests it answered."""
    return content_id("replies", search=search, ordinal=ordinal)


def outcome_of(outcomes: Sequence[SearchOutcome]) -> SearchOutcome:
    """What came of asking one provider for one claim, out of its searches.

    One that found something settles it; else any that was not answered keeps it open.

    >>> outcome_of([SearchOutcome.NOTHING_FOUND, SearchOutcome.THROTTLED]).value
    'throttled'
    """
    if SearchOutcome.FOUND in outcomes:
        return SearchOutcome.FOUND
    unanswered = [o for o in outcomes if o is not SearchOutcome.NOTHING_FOUND]
    if unanswered or not outcomes:
        return unanswered[-1] if unanswered else SearchOutcome.NOT_MEASURED
    return SearchOutcome.NOTHING_FOUND
