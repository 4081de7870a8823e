"""One at a time: a lock beside the database that ends with the work, or with its process, however it ends."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from claims.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST = 200
TRIES = 100
"""How often the file may go between its opening and its locking: each time somebody else was done."""


@contextmanager
def only_one(path: Path, work: str, *, now: str) -> Iterator[None]:
    """Hold the lock of `work` on the database at `path`; others are told who holds it.

    The kernel lets go of a flock when its process is gone, so that no crash leaves one behind; the file
    of a process that was killed stays, holds nobody up, and goes when the next one is done.
    Raises UserError when somebody else is at work.
    """
    whole = path.resolve()
    lock = whole.with_name(f"{whole.stem}.{work}.lock")
    descriptor = _taken(lock, f"another {work} of {path.name} is at work")
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()}, since {now}\n".encode(), 0)
        yield
    finally:
        _let_go(lock, descriptor)


def _taken(lock: Path, refusal: str) -> int:
    """The descriptor of the locked file that stands at `lock`.

    A lock on a file that is no more at its place excludes nobody: whoever comes next makes a new file and
    locks that. So what was locked counts only if it is what stands there, and else it is tried again.
    """
    held = ""
    for _ in range(TRIES):
        try:
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as why:
            raise UserError(
                f"the lock {lock} cannot be opened: {why.strerror}; see who may write there"
            ) from None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            held = os.pread(descriptor, MOST, 0).decode("utf-8", "replace").strip()
            os.close(descriptor)
            break
        if _stands(lock, descriptor):
            return descriptor
        os.close(descriptor)
    raise UserError(f"{refusal} ({held or 'just begun'}); wait for it")


def _let_go(lock: Path, descriptor: int) -> None:
    """Remove the file while it is still locked, so that nobody else's is removed, and then let go of it.

    Where the folder may not be written the file stays, which harms nobody.
    """
    try:
        if _stands(lock, descriptor):
            with suppress(OSError):
                lock.unlink()
    finally:
        os.close(descriptor)  # which lets go of the lock


def _stands(lock: Path, descriptor: int) -> bool:
    """Whether the open file is the one at `lock`: its number is not given away while it is open."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(descriptor))
    except OSError:
        return False
