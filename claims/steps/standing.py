"""Whether a provider may be asked right now: it may have fallen silent or asked for peace."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.model.candidate import SearchOutcome
from claims.sources.provider import Reply
from claims.steps.replies import Heard
from db import searches

if TYPE_CHECKING:
    from claims.steps.edges import Edges

GIVE_UP_AFTER = 2
"""Unanswered requests in a row after which a provider is left alone for the rest of the run."""


@dataclass(slots=True)
class Standing:
    """How the providers have behaved in this run and before."""

    edges: Edges
    unanswered: dict[str, int] = field(default_factory=dict)

    def note(self, name: str, heard: Heard) -> None:
        """Count what was not answered, one after another."""
        waits = heard.reply.outcome is SearchOutcome.THROTTLED
        if heard.silent or waits:
            self.unanswered[name] = self.unanswered.get(name, 0) + 1
        else:
            self.unanswered.pop(name, None)

    def refusal(self, name: str) -> Heard | None:
        """Why the provider is not asked now; null when it may be."""
        now = self.edges.now()
        peace = searches.retry_at(self.edges.database, name, now)
        if peace:
            why = f"not asked: it wants to be left alone until {peace}"
            return Heard(Reply(SearchOutcome.THROTTLED, why), retry_at=peace)
        if self.unanswered.get(name, 0) >= GIVE_UP_AFTER:
            why = "not asked: it did not answer earlier in this run"
            return Heard(Reply(SearchOutcome.NOT_MEASURED, why))
        return None
