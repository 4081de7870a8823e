"""What a bulk run is given to pieces of shards: files in groups, archives and JSON lines in stretches.

Shards begin small, so that every worker has work at once, and their borders follow from what is read alone:
the same input gives the same shards on any machine.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claims.archive.reader import ARCHIVES, iter_pages
from claims.bulk.work import Kind, Piece
from claims.files import records
from claims.files.read import MIB, STDIN, printable, read_file, why_not
from claims.files.walk import ENDINGS, expand
from claims.model.errors import BadInput
from claims.steps.report import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

FOLDER_ENDINGS = (*ENDINGS, *records.ENDINGS)

MOST_BYTES = 20 * MIB
"""Of one document as it was found. What is larger is told: it can be added by itself."""

SMALLEST, LARGEST = 10, 200
"""Documents in the first shards, and in those of a long input."""

DOUBLED_AFTER = 4
"""Shards of one size, before they are twice as large."""

ENOUGH = 8 * MIB
"""Bytes from which on a shard is closed, however few documents it has."""

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, as it was given or found, and its name relative to the run's folder."""

    path: Path | None
    origin: str
    source: str
    size: int = 0
    mtime_ns: int = 0

    @property
    def is_container(self) -> bool:
        """Whether it holds many documents."""
        return self.path is None or self.origin.lower().endswith((*ARCHIVES, *records.ENDINGS))


def find(inputs: Sequence[str], out: Path, failures: list[Failure]) -> Iterator[Found]:
    """The files that the inputs stand for, in order; what is none goes to `failures`."""
    base = out.resolve()
    for given in inputs:
        if given == STDIN:
            yield Found(None, STDIN, STDIN)
        elif _ADDRESS.match(given):
            why = "is an address; bulk reads files: give its WARC, or take it in by add"
            failures.append(Failure(given, why))
        elif not given.strip():
            failures.append(Failure("''", "is no path; give a file, a folder or -"))
        else:
            yield from _below(given, base, failures)


def size_of(inputs: Sequence[str], out: Path) -> int:
    """The bytes of all files that the inputs stand for; what comes by standard input has none."""
    return sum(found.size for found in find(inputs, out, []))


def _below(given: str, base: Path, failures: list[Failure]) -> Iterator[Found]:
    refused: list[BadInput] = []
    any_file = False
    for path in expand(Path(given), refused=refused, endings=FOLDER_ENDINGS):
        any_file = True
        try:
            yield found_at(path, base)
        except (OSError, ValueError) as why:
            failures.append(Failure(printable(path), why_not(why)))
    failures += [Failure(given, str(why)) for why in refused]
    if not any_file and not refused:
        failures.append(Failure(given, "no file in this folder can be read as an article"))


def found_at(path: Path, base: Path) -> Found:
    """The file at `path`, known by where it lies from `base`. Raises OSError when it is not there."""
    state = path.stat()
    where = os.path.relpath(path.resolve(), base)
    return Found(path, _text(str(path)), _text(where), state.st_size, state.st_mtime_ns)


def _text(path: str) -> str:
    """A path as text that any store can take; different paths stay different."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def piece_of(found: Found) -> Piece:
    """A file that is one document. Raises BadInput when it cannot be read."""
    assert found.path is not None  # noqa: S101 - a container would have none
    return Piece(Kind.FILE, found.origin, None, read_file(found.path, limit=MOST_BYTES))


def pieces_in(found: Found, watch: Callable[[int], None]) -> Iterator[Piece]:
    """The documents of a container. Raises BadInput where it breaks off, or holds none.

    `watch` is told how many bytes of it were read.
    """
    if found.path is None or found.origin.lower().endswith(records.ENDINGS):
        yield from _lines(found, watch)
    else:
        yield from _archived(found, watch)


def _lines(found: Found, watch: Callable[[int], None]) -> Iterator[Piece]:
    any_line = False
    for number, line in records.json_lines(found.path, watch=watch):
        any_line = True
        problem = None if line is not None else f"is longer than {records.LONGEST:,} bytes"
        yield Piece(Kind.LINE, found.origin, number, line or b"", problem=problem)
    if not any_line:
        raise BadInput(f"{_shown(found)}: holds no line with anything on it")


def _archived(found: Found, watch: Callable[[int], None]) -> Iterator[Piece]:
    assert found.path is not None  # noqa: S101 - standard input holds lines
    if not found.path.is_file():
        raise BadInput(f"{_shown(found)}: is no file; give the path of a WARC or WACZ file")
    number = 0
    for page in iter_pages(found.path, watch=watch):
        if not page.may_be_article:
            continue
        number += 1
        large = len(page.body) > MOST_BYTES
        yield Piece(
            Kind.ARCHIVED,
            found.origin,
            number,
            b"" if large else page.body,
            {
                "url": page.url,
                "content_type": page.content_type,
                "content_encoding": page.content_encoding,
                "captured": page.date,
            },
            f"has {len(page.body):,} bytes, more than {MOST_BYTES:,}" if large else page.problem,
        )
    if not number:
        raise BadInput(f"{_shown(found)}: holds no page that may be an article")


def _shown(found: Found) -> str:
    return "standard input" if found.path is None else printable(found.path)


def stretches(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """The pieces in groups for a shard each, small ones first.

    >>> line = Piece(Kind.LINE, "a.jsonl", 1, b"{}")
    >>> [len(group) for group in stretches([line] * 70)]
    [10, 10, 10, 10, 20, 10]
    """
    growing = Growing()
    group: list[Piece] = []
    try:
        for piece in pieces:
            group.append(piece)
            if growing.is_full_with(len(piece.raw)):
                yield tuple(group)
                group = []
    except BadInput:
        if group:
            yield tuple(group)  # what stood before the place where the file breaks off
        raise
    if group:
        yield tuple(group)


class Growing:
    """When a shard is full: later ones hold more."""

    def __init__(self) -> None:
        self._shards = self._pieces = self._bytes = 0

    def is_full_with(self, size: int) -> bool:
        """Whether one piece more, of so many bytes, makes a shard; then the next one begins."""
        self._pieces += 1
        self._bytes += size
        most = min(LARGEST, SMALLEST << min(8, self._shards // DOUBLED_AFTER))
        if self._pieces < most and self._bytes < ENOUGH:
            return False
        self._shards += 1
        self._pieces = self._bytes = 0
        return True


def digests(pieces: Sequence[Piece]) -> list[str]:
    """What tells these pieces from others."""
    return [piece.digest() for piece in pieces]


Member = tuple[Found, Piece]


class Groups:
    """Files as they are met to the groups that become shards.

    Known files count, so that a run that carries on cuts where the first one did. What is new here and
    there among known ones is gathered instead of becoming many small shards.
    """

    def __init__(self) -> None:
        self._growing, self._loose = Growing(), Growing()
        self._group: list[Member] = []
        self._gathered: list[Member] = []
        self._known = False

    def full_with(self, found: Found, piece: Piece | None) -> list[Member]:
        """A group that is full with this file, or nothing; `piece` is null for a known one."""
        if piece is None:
            self._known = True
        else:
            self._group.append((found, piece))
        if not self._growing.is_full_with(found.size):
            return []
        group, known = self._group, self._known
        self._group, self._known = [], False
        return self._gather(group) if known else group

    def rest(self) -> Iterator[list[Member]]:
        """What is left at the end."""
        return (group for group in (self._gathered, self._group) if group)

    def _gather(self, group: list[Member]) -> list[Member]:
        full = False
        for found, piece in group:
            self._gathered.append((found, piece))
            full = self._loose.is_full_with(found.size) or full
        if not full:
            return []
        gathered, self._gathered = self._gathered, []
        return gathered
