"""One at a time: a lock beside the database that ends with the process, however it ends."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claims.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST = 200


@contextmanager
def only_one(path: Path, work: str, *, now: str) -> Iterator[None]:
    """Hold the lock of `work` on the database at `path`; others are told who holds it.

    The kernel lets go of a flock when its process is gone, so that no crash leaves one behind; the file
    stays. Raises UserError when somebody else is at work.
    """
    whole = path.resolve()
    lock = whole.with_name(f"{whole.stem}.{work}.lock")
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as why:
        raise UserError(f"the lock {lock} cannot be opened: {why.strerror}") from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            held = os.pread(descriptor, MOST, 0).decode("utf-8", "replace").strip()
            raise UserError(
                f"another {work} of {path.name} is at work ({held or 'just begun'}); wait for it"
            ) from None
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()}, since {now}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)  # which lets go of the lock
