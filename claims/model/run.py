"""How rows came about: the step, the code version and the options that made them (W3C PROV activity)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.model.ids import content_id


@dataclass(frozen=True, slots=True)
class Run:
    """One way of making rows. Content-addressed, so the same way has the same id everywhere.

    `at` is when this database first used it and is not part of the identity.
    """

    id: str
    step: str
    version: str
    options: dict[str, Any]
    at: str


def make_run(step: str, *, version: str, options: dict[str, Any], at: str) -> Run:
    """A run whose id follows from step, version and options."""
    run_id = content_id("runs", step=step, version=version, options=options)
    return Run(id=run_id, step=step, version=version, options=options, at=at)
