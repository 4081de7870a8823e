"""How often a provider may be asked: seconds between two requests, and budgets over longer times."""

from __future__ import annotations

from dataclasses import dataclass

MINUTE, HOUR, DAY = 60, 3600, 86400


@dataclass(frozen=True, slots=True)
class Rate:
    """`interval_s` seconds from one request to the next; `words` say what the service publishes.

    `budgets` are (requests, seconds): no more than so many in any stretch of so many seconds, counted
    over all runs on the same database.
    """

    interval_s: float
    words: str
    budgets: tuple[tuple[int, int], ...] = ()


OWN = Rate(0.0, "your own")
"""For what the desk runs itself."""
