"""Whether a provider may be asked right now: it may have fallen silent, asked for peace, or cost enough."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from claims.model.candidate import SearchOutcome
from claims.sources.directory import ROWS
from claims.sources.provider import Reply
from claims.steps.replies import Heard
from db import searches

if TYPE_CHECKING:
    from claims.steps.edges import Edges

GIVE_UP_AFTER = 2
"""Unanswered requests in a row after which a provider is left alone for the rest of the run."""

STAMP = "%Y-%m-%dT%H:%M:%SZ"


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
        return self._spent(name, now)

    def _spent(self, name: str, now: str) -> Heard | None:
        """The refusal of a provider whose published limit is used up, by what this database knows."""
        moment = datetime.fromisoformat(now)
        for most, seconds in ROWS[name].rate.budgets:
            since = (moment - timedelta(seconds=seconds)).strftime(STAMP)
            asked = searches.asked_since(self.edges.database, name, since)
            if len(asked) >= most:
                free = datetime.fromisoformat(asked[-most]) + timedelta(seconds=seconds)
                why = f"not asked: its limit of {most} requests in {_span(seconds)} is used up"
                retry_at = free.strftime(STAMP)
                return Heard(
                    Reply(SearchOutcome.THROTTLED, f"{why} until {retry_at}"), None, (), retry_at
                )
        return None


def _span(seconds: int) -> str:
    names = {60: "a minute", 3600: "an hour", 86400: "a day"}
    return names.get(seconds, f"{seconds} seconds")
