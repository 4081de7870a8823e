"""Which shards a bulk run has to make: what is known is passed over, what changed is made anew.

A file is known by size and date, else by its digest; a container (archive, JSON lines) by the same, else by
the digest of every stretch of it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.bulk.work import Made, Piece, Shard, content_of, shard_id
from claims.files.read import STDIN
from claims.model.errors import BadInput
from claims.model.ids import digest
from claims.steps.bulk_book import Book, Plan
from claims.steps.bulk_inputs import (
    Found,
    Groups,
    digests,
    find,
    found_at,
    piece_of,
    pieces_in,
    stretches,
)
from claims.steps.report import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.bulk_inputs import Member

ENDLESS = 1 << 62


@dataclass(slots=True)
class _Container:
    """A container that is being read: which of its shards were met, and which are with workers."""

    found: Found
    met: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)
    pieces: int = 0
    ended: bool = False
    whole: bool = True


@dataclass(slots=True)
class Planner:
    """Draws shards out of the inputs. `left` is how many documents may still be looked at.

    `done` is how many bytes of the inputs have become shards that are kept.
    """

    book: Book
    left: int = ENDLESS
    done: int = 0
    _passed: int = 0
    _inside: int = 0
    _open: dict[str, _Container] = field(default_factory=dict)

    def shards(self, inputs: Sequence[str]) -> Iterator[Shard]:
        """The shards that are not made yet, each planned when it is drawn."""
        files = Groups()
        for found in find(inputs, self.book.out, self.book.failures):
            if self.left <= 0:
                break
            if found.is_container:
                yield from self._container(found)
                self._passed, self._inside = self._passed + found.size, 0
                continue
            self.left -= 1
            self._passed += found.size
            again = self._shard_to_redo(found)
            if again is not None:
                yield from self._redone(again, found)
            group = files.full_with(found, self._fresh(found))
            if group:
                yield self._of_files(group)
        for group in files.rest():
            yield self._of_files(group)

    def take(self, made: Made) -> None:
        """Keep a shard that was made; its container may be done with it."""
        plan = self.book.take(made)
        self.done = max(self.done, plan.at)
        container = self._open.get(plan.source or "")
        if container is not None:
            container.waiting.discard(made.shard)
            if made.problem is not None or made.counts["failed"]:
                container.whole = False  # so that it is looked at again
            self._close(container)

    # Files that are one document each

    def _shard_to_redo(self, found: Found) -> str | None:
        """The shard that holds an older state of the file, or one that another run made."""
        known = self.book.manifest.member(found.source)
        if known is None or found.source in self.book.in_hand:
            return None
        current = self.book.is_current(known)
        return None if current and _same(known, found) else str(known["shard"])

    def _fresh(self, found: Found) -> Piece | None:
        """The piece of a file that is in no shard yet; None for one that is, or cannot be read."""
        if found.source in self.book.in_hand:
            return None
        known = self.book.manifest.member(found.source)
        if known is not None:
            self.book.touched.add(known["shard"])
            return None
        return self._taken(found)

    def _taken(self, found: Found) -> Piece | None:
        try:
            piece = piece_of(found)
        except BadInput as why:
            self.book.failures.append(Failure(found.origin, str(why)))
            return None
        self.book.in_hand.add(found.source)
        return piece

    def _of_files(self, group: Sequence[Member], *, replaces: tuple[str, ...] = ()) -> Shard:
        base = self.book.out.resolve()
        members = [_member(found, piece, base) for found, piece in group]
        pieces = [piece for _, piece in group]
        content = content_of("files", [f"{m['source']} {m['digest']}" for m in members])
        named = group[0][1].named
        plan = Plan(content, 0, len(group), named, self._passed, None, tuple(members), replaces)
        return self.book.plan(pieces, plan)

    def _redone(self, shard: str, found: Found) -> Iterator[Shard]:
        """All files of a shard anew, as far as they are there: rows are replaced a shard at a time.

        Where nothing but dates has changed, the dates alone are put right.
        """
        known = self.book.manifest.shard(shard)
        members = {m["source"]: m for m in self.book.manifest.members(shard)}
        group: list[Member] = []
        for member in members.values():
            there = found if member["source"] == found.source else self._there(member)
            piece = self._taken(there) if there is not None else None
            if there is not None and piece is not None:
                group.append((there, piece))
        current = known is not None and self.book.is_current(known)
        if current and len(group) == len(members) and all(_is(members, one) for one in group):
            self._touch(shard, group)
            return
        if group:
            yield self._of_files(group, replaces=(shard,))

    def _there(self, member: dict[str, Any]) -> Found | None:
        base = self.book.out.resolve()
        try:
            found = found_at(Path(os.path.normpath(base / os.fsdecode(member["path"]))), base)
        except (OSError, ValueError):
            return None  # it was deleted: nobody asks for it any more
        return (
            None if found.source in self.book.in_hand else replace(found, origin=member["origin"])
        )

    def _touch(self, shard: str, group: Sequence[Member]) -> None:
        for found, _ in group:
            self.book.manifest.touch(found.source, found.size, found.mtime_ns)
            self.book.in_hand.discard(found.source)
        self.book.touched.add(shard)

    # Containers: archives, JSON lines

    def _container(self, found: Found) -> Iterator[Shard]:
        if found.source in self._open:
            return
        if self._is_done(found):
            return
        container = self._open[found.source] = _Container(found)
        pieces = islice(pieces_in(found, self._watch), self.left)
        try:
            for group in stretches(pieces):
                yield from self._stretch(container, group)
        except BadInput as why:
            self.book.failures.append(Failure(found.origin, str(why)))
            container.whole = False
        if self.left <= 0:
            container.whole = False
        container.ended = True
        self._close(container)

    def _watch(self, position: int) -> None:
        self._inside = position

    def _is_done(self, found: Found) -> bool:
        """Whether it was read to its end by this very method, and is as it was."""
        done = self.book.manifest.container(found.source)
        if done is None or done["run"] != self.book.maker.name or not _same(done, found):
            return False
        self.book.touched |= {
            shard["id"] for shard in self.book.manifest.of_container(found.source)
        }
        self.left -= done["pieces"]
        return True

    def _stretch(self, container: _Container, group: Sequence[Piece]) -> Iterator[Shard]:
        source = container.found.source
        content = content_of(source, digests(group))
        key = shard_id(self.book.maker.name, content)
        first, container.pieces = container.pieces, container.pieces + len(group)
        self.left -= len(group)
        container.met.add(key)
        known = self.book.manifest.shard(key)
        if known is not None and not known["failed"]:
            self.book.touched.add(key)
            return
        if key in self.book.planned:  # the same lines twice in one stream
            return
        container.waiting.add(key)
        at = self._passed + self._inside
        plan = Plan(content, first, len(group), group[0].named, at, source)
        yield self.book.plan(group, plan)

    def _close(self, container: _Container) -> None:
        """When all is made of a container: forget shards of an older state of it, and say so."""
        if not container.ended or container.waiting:
            return
        found = container.found
        if found.source != STDIN and container.whole:
            old = [s["id"] for s in self.book.manifest.of_container(found.source)]
            gone = [key for key in old if key not in container.met]
            state = {
                "source": found.source,
                "run": self.book.maker.name,
                "size": found.size,
                "mtime_ns": found.mtime_ns,
                "pieces": container.pieces,
            }
            self.book.drop(gone)
            self.book.manifest.put_container(state)


def _same(known: dict[str, Any], found: Found) -> bool:
    return bool(known["size"] == found.size and known["mtime_ns"] == found.mtime_ns)


def _member(found: Found, piece: Piece, base: Path) -> dict[str, Any]:
    assert found.path is not None  # noqa: S101 - standard input is no file
    return {
        "source": found.source,
        "path": os.fsencode(os.path.relpath(found.path.resolve(), base)),
        "origin": found.origin,
        "size": found.size,
        "mtime_ns": found.mtime_ns,
        "digest": digest(piece.raw),
    }


def _is(members: dict[str, dict[str, Any]], one: Member) -> bool:
    found, piece = one
    return bool(members[found.source]["digest"] == digest(piece.raw))
