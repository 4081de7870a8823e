"""Which providers are asked for which claim, and why: rules over the question, named in the directory."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.sources import topics
from claims.sources.gdelt import days_within_reach

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.sources.question import Question


@dataclass(frozen=True, slots=True)
class Route:
    """A reason to ask: `holds` gives what in the question led to it, or null.

    `when` is the rule in words, for the list of providers.
    """

    when: str
    holds: Callable[[Question], str | None]


def _of_kinds(*kinds: str) -> Callable[[Question], str | None]:
    def holds(question: Question) -> str | None:
        return f"a claim of the kind {question.kind}" if question.kind in kinds else None

    return holds


def _speaks_of(subject: str, listed: str) -> Callable[[Question], str | None]:
    alternatives = [
        re.escape(word.removesuffix("-")) + (r"\w*" if word.endswith("-") else r"(?!\w)")
        for word in listed.split()
    ]
    flags = 0 if subject == UNITED_STATES else re.IGNORECASE
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})", flags)

    def holds(question: Question) -> str | None:
        found = pattern.search(question.text)
        return f"it speaks of {subject} (“{found[0]}”)" if found else None

    return holds


def _always(question: Question) -> str | None:
    del question
    return "asked for every claim"


def _names_something(question: Question) -> str | None:
    return f"it names {question.entities[0]}" if question.entities else None


def _recent(question: Question) -> str | None:
    """Whether the claim is of the last three months, as far as its dates or the article's say."""
    told = question.dates or question.published
    return "it is of the last three months" if told and days_within_reach(question) else None


def _has_figures(question: Question) -> str | None:
    if question.kind in {"quantity", "ranking"}:
        return f"a claim of the kind {question.kind}"
    return f"it gives a figure (“{question.figures[0].exact}”)" if question.figures else None


def _has_pages(question: Question) -> str | None:
    return f"it is about a page: {question.pages[0]}" if question.pages else None


def both(first: Route, second: Route) -> Route:
    """The route that needs two."""

    def holds(question: Question) -> str | None:
        one, other = first.holds(question), second.holds(question)
        return f"{one}, and {other}" if one and other else None

    return Route(f"{first.when} and {second.when}", holds)


UNITED_STATES = "the United States"

ALWAYS = Route("every claim", _always)
STATISTIC = Route("figures and rankings", _has_figures)
SCIENCE = Route("research", _speaks_of("research", topics.SCIENCE))
HEALTH = Route("health", _speaks_of("health", topics.HEALTH))
LAW = Route("courts", _speaks_of("courts", topics.LAW))
AMERICAN = Route(UNITED_STATES, _speaks_of(UNITED_STATES, topics.UNITED_STATES))
OFFICE = Route("offices and lives", _speaks_of("an office or a life", topics.OFFICE))
STATUS = Route("states of things", _of_kinds("status", "ranking"))
NAMED = Route("things with a name", _names_something)
RECENT = Route("the last three months", _recent)
PAGES = Route("pages named or gone", _has_pages)


def reason(routes: tuple[Route, ...], question: Question) -> str | None:
    """Why the first of `routes` that fits leads to the provider; null when none does.

    >>> from claims.sources.question import question
    >>> reason((SCIENCE, HEALTH), question("A vaccine trial ended in Oslo."))
    'it speaks of research (“trial”)'
    """
    return next((why for route in routes if (why := route.holds(question))), None)
