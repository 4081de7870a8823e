"""A search that was made for a claim, and the pages it named."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.model.ids import content_id


class SearchOutcome(Enum):
    """What came of asking a provider. Only NOTHING_FOUND may be read as "there is nothing"."""

    FOUND = "found"
    NOTHING_FOUND = "nothing_found"
    NOT_MEASURED = "not_measured"
    REFUSED = "refused"
    THROTTLED = "throttled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Search:
    """One query put to one provider for one claim. `detail` says why when it was not answered."""

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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page that a search named, not yet trusted. `rank` counts from 1."""

    id: str
    search: str
    rank: int
    url: str
    title: str | None
    snippet: str | None
    snapshot: str | None


def search_id(*, claim: str, provider: str, query: str) -> str:
    """The id of a search: what was asked of whom, for which claim."""
    return content_id("searches", claim=claim, provider=provider, query=query)


def candidate_id(*, search: str, url: str) -> str:
    """The id of a candidate: the search and the address it named."""
    return content_id("candidates", search=search, url=url)
