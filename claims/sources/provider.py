"""What every provider of candidate sources is: it builds a request and reads a reply, and sends nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from claims.model.candidate import SearchOutcome

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Request:
    """A GET to send."""

    url: str
    params: Mapping[str, str]
    accept: str = "application/json"


@dataclass(frozen=True, slots=True)
class Hit:
    """One page that a provider names."""

    url: str
    title: str | None
    snippet: str | None


@dataclass(frozen=True, slots=True)
class Reply:
    """What a provider answered: the outcome, why when it is not an answer, and the pages named."""

    outcome: SearchOutcome
    detail: str | None
    hits: tuple[Hit, ...] = ()


def answered(hits: tuple[Hit, ...]) -> Reply:
    """The reply of a provider that was asked and did answer."""
    outcome = SearchOutcome.FOUND if hits else SearchOutcome.NOTHING_FOUND
    return Reply(outcome=outcome, detail=None, hits=hits)


class Provider(Protocol):
    """A place to ask over HTTP. A new one is one new file and one row in `claims.sources.directory`."""

    @property
    def name(self) -> str:
        """The word after `--provider`."""

    def request(self, query: str, *, top: int) -> Request:
        """The request that asks for up to `top` pages."""

    def read(self, body: bytes) -> Reply:
        """The reply in the body of a 2xx answer. Never raises, whatever the body holds."""
