"""What every provider of candidate sources is: it builds requests and reads replies, and sends nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from claims.model.candidate import SearchOutcome
from claims.model.so_many import so_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claims.model.secret import Secret
    from claims.sources.question import Question

NOTHING: Mapping[str, str | Secret] = {}


@dataclass(frozen=True, slots=True)
class Request:
    """A GET to send. What may be seen by nobody is a `Secret`, as a parameter or as a header."""

    url: str
    params: Mapping[str, str | Secret] = field(default_factory=lambda: NOTHING)
    headers: Mapping[str, str | Secret] = field(default_factory=lambda: NOTHING)
    accept: str = "application/json"


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to ask a provider: the query in words, as it is stored, and the request for it.

    Asks of one `series` go from narrow to wide; once one of them has found something, the rest of the
    series is not asked.
    """

    question: Question
    query: str
    request: Request
    top: int
    series: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ask, narrow first; when there is nothing to ask, `why_not` says so in words."""

    asks: tuple[Ask, ...] = ()
    why_not: str | None = None


def plan_of(
    question: Question, queries: Iterable[str], search: Callable[[str, int], Request], *, top: int
) -> Plan:
    """The plan that asks each query as it stands; `search` makes its request, for up to `top` pages.

    Without a query there is nothing to ask, and the plan says so.
    """
    asks = tuple(Ask(question, query, search(query, top), top) for query in queries)
    return Plan(asks, None if asks else "the claim holds no word to search for")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the status and the decoded body."""

    http_status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Hit:
    """One page that a provider names.

    `text` is what the provider itself tells (a figure, an abstract): it is kept as evidence when the
    page cannot be read, or when `page` says that there is nothing on it to read. `published` is EDTF.
    `notes` are short words for a person, such as "retracted".
    """

    url: str
    title: str | None
    snippet: str | None
    text: str | None = None
    published: str | None = None
    notes: tuple[str, ...] = ()
    page: bool = True


@dataclass(frozen=True, slots=True)
class Reply:
    """What a provider answered: the outcome, why when it is not an answer, and the pages named.

    `follow` is a request whose answer is needed before this is an answer.
    """

    outcome: SearchOutcome
    detail: str | None
    hits: tuple[Hit, ...] = ()
    follow: Request | None = None


def answered(hits: Sequence[Hit], named: int, *, detail: str | None = None) -> Reply:
    """The reply of a provider that was asked and did answer, naming so many things.

    That none of several things can be read is no proof that there is nothing.
    """
    if named and not hits:
        return failed(
            f"the reply names {so_many(named, 'thing')}, and none in a form that can be read"
        )
    outcome = SearchOutcome.FOUND if hits else SearchOutcome.NOTHING_FOUND
    return Reply(outcome=outcome, detail=detail, hits=tuple(hits))


def failed(detail: str) -> Reply:
    """The reply of a provider whose answer cannot be understood."""
    return Reply(SearchOutcome.FAILED, detail)


@dataclass(frozen=True, slots=True)
class Card:
    """What a provider says of itself, for people: `name` is the word after `--provider`.

    `needs` names the setting without which it cannot be asked. `keeps` says whether its replies may be
    archived.
    """

    name: str
    title: str
    good_for: str
    hosts: tuple[str, ...] = ()
    needs: str | None = None
    keeps: bool = True


class Provider(Protocol):
    """A place to ask over HTTP. A new one is one file, one saved reply, one row (docs/providers.md)."""

    @property
    def card(self) -> Card:
        """What it is called and good for, whom it asks, what it needs."""

    def plan(self, question: Question, *, top: int) -> Plan:
        """What to ask for a claim, for up to `top` pages."""

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The reply in the answers so far (the last one is new). Never raises, whatever they hold."""
