"""When each host may be asked next: in memory for one process, in files for all that share a database.

A page of the ledger is read, changed and written back under a lock, so that no two processes take the
same turn. Losing the files costs politeness for a moment and no data: nothing is synced.
"""

from __future__ import annotations

import fcntl
import json
import math
import os
import zlib
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

PAGES = 64
PAGE_BYTES = 4_096
MOST_BYTES = 4_000_000
KEPT_S = 86_400.0
"""What a host was told longer ago than any window reaches back is forgotten."""


@dataclass(slots=True)
class Entry:
    """What is known of one row of turns. `taken` are the times of the requests that still count."""

    next_at: float = 0.0
    held_until: float = 0.0
    held_by: int = 0
    taken: list[float] = field(default_factory=list)


class Ledger(Protocol):
    """Entries by name, open for reading and changing."""

    def entry(self, name: str) -> AbstractContextManager[Entry]:
        """The entry of `name`; what was changed counts from the end of the context on."""


class MemoryLedger:
    """A ledger of this process alone."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}

    @contextmanager
    def entry(self, name: str) -> Iterator[Entry]:
        """As the protocol says."""
        yield self._entries.setdefault(name, Entry())


class FileLedger:
    """A ledger in the files of `folder`, made on first use. Times are seconds of the system's clock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._alone = MemoryLedger()

    @contextmanager
    def entry(self, name: str) -> Iterator[Entry]:
        """As the protocol says. Where the folder cannot be written, this process counts alone."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / f"{zlib.crc32(name.encode()) % PAGES:02d}.json"
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            with self._alone.entry(name) as entry:
                yield entry
            return
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            read = os.pread(descriptor, MOST_BYTES, 0)
            entries = _entries(read)
            entry = entries.setdefault(name, Entry())
            yield entry
            written = json.dumps({n: asdict(e) for n, e in entries.items() if _fresh(e, entry)})
            # filled up and never cut: some file systems go to the disk at once for a file that was cut
            os.pwrite(descriptor, written.encode().ljust(max(len(read), PAGE_BYTES)), 0)
        finally:
            os.close(descriptor)  # which lets go of the lock


def _fresh(entry: Entry, now_used: Entry) -> bool:
    latest = max(now_used.next_at, now_used.held_until)
    return entry is now_used or max(entry.next_at, entry.held_until) > latest - KEPT_S


def _entries(read: bytes) -> dict[str, Entry]:
    """What a page says; a page that a crash or somebody else spoilt says nothing."""
    try:
        found = json.loads(read or b"{}")
        return {str(name): _entry(row) for name, row in found.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _entry(row: dict[str, Any]) -> Entry:
    taken = [_time(at) for at in row["taken"]]
    return Entry(_time(row["next_at"]), _time(row["held_until"]), int(row["held_by"]), taken)


def _time(value: Any) -> float:
    at = float(value)
    if not math.isfinite(at):
        raise ValueError("no time")
    return at
