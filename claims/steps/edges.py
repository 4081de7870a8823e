"""The edges of the program, handed to every step: database, archive, settings, clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.model.record import plain
from claims.model.run import make_run
from db import rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

    from claims.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Edges:
    """What a step works with. `transport` replaces the network in tests (an httpx transport)."""

    database: Database
    path: Path
    settings: Settings
    now: Callable[[], str]
    transport: Any = None

    @property
    def archive(self) -> Path:
        """The folder of WARC files beside the database."""
        return self.path.with_name(self.path.stem + ".archive")

    def run(self, step: str, **options: Any) -> str:
        """The id of the run of `step` with these options, recorded on first use."""
        made = make_run(step, version=__version__, options=options, at=self.now())
        with transaction(self.database):
            rows.add_new(self.database, "runs", [plain(made)])
        return made.id
