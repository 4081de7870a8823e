"""How much a page may cost us, and how many pages are fetched at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, seconds and counts.

    `wire_bytes` are those of all answers of one address, redirects included; `body_bytes` those of the
    decoded page. `deadline_s` is the network time of an address with its redirects and retries; waiting
    for a turn does not count. `run_s` is the time for everything together, waiting included; null is
    no end. A host that asks for a longer pause than `longest_wait_s` is not waited for.

    `connections` are answers under way; one that takes longer than `slow_s` no longer counts among
    them, so that slow hosts keep nobody waiting, and `open_most` bounds both kinds. Of bodies larger
    than `large_bytes`, `large_at_once` are read at once. After `failures` in a row a host is left
    alone for a while. `interval_s` replaces the seconds between two requests to a host.
    """

    wire_bytes: int = 20_000_000
    body_bytes: int = 30_000_000
    large_bytes: int = 2_000_000
    large_at_once: int = 8
    redirects: int = 5
    retries: int = 1
    failures: int = 5
    connections: int = 128
    open_most: int = 500
    slow_s: float = 2.0
    deadline_s: float = 30.0
    run_s: float | None = None
    connect_s: float = 10.0
    back_off_s: float = 1.0
    longest_wait_s: float = 10.0
    interval_s: float | None = None
