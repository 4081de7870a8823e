"""What a step tells while it works: how far it is, and what failed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tick:
    """A step has got this far: `done` of `total` things of `stage`."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Failure:
    """One input or source that failed, and why; the rest goes on."""

    what: str
    why: str
