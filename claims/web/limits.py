"""How much a page may cost us, and how often a host is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_INTERVALS: Mapping[str, float] = {}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, seconds and counts for one address.

    `deadline_s` is the network time of an address with its redirects and retries; waiting for a
    turn does not count. `intervals` gives hosts another pace than `interval_s` seconds between
    requests. A host that asks for a longer pause than `longest_wait_s` is not waited for.
    """

    wire_bytes: int = 20_000_000
    body_bytes: int = 50_000_000
    redirects: int = 5
    retries: int = 1
    connections: int = 10
    deadline_s: float = 30.0
    connect_s: float = 10.0
    back_off_s: float = 1.0
    longest_wait_s: float = 10.0
    interval_s: float = 1.0
    intervals: Mapping[str, float] = field(default_factory=lambda: NO_INTERVALS)
