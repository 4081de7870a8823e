"""What goes to a worker and what comes back: pieces in a shard, tables out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol

from claims.model.ids import canonical_json, digest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Kind(Enum):
    """Where a piece comes from, and so how it is read."""

    FILE = "file"
    ARCHIVED = "archived"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Piece:
    """One document as it was found, not yet read.

    `origin` is the file it came from, `place` its line or its number in an archive. `about` holds what an
    archive says of it (`url`, `content_type`, `content_encoding`, `captured`). A piece with a `problem`
    could not be taken out of its file.
    """

    kind: Kind
    origin: str
    place: int | None
    raw: bytes
    about: Mapping[str, str | None] = field(default_factory=dict)
    problem: str | None = None

    @property
    def named(self) -> str:
        """The piece for people.

        >>> Piece(Kind.LINE, "news.jsonl", 7, b"{}").named
        'news.jsonl, line 7'
        """
        if self.kind is Kind.ARCHIVED:
            return f"{self.origin}: {self.about.get('url') or f'page {self.place}'}"
        return self.origin if self.place is None else f"{self.origin}, line {self.place}"

    def digest(self) -> str:
        """What the piece is, whatever its file is called."""
        said = {**self.about, "place": self.place, "problem": self.problem}
        return digest(canonical_json(said) + digest(self.raw))


@dataclass(frozen=True, slots=True)
class Shard:
    """Pieces that are read together and make one file of each table; `run` is in whose name."""

    id: str
    run: str
    pieces: tuple[Piece, ...]


def content_of(source: str, digests: Sequence[str]) -> str:
    """The digest of what a shard holds: whose pieces, and which."""
    return digest(canonical_json([source, *digests]))


def shard_id(run: str, content: str) -> str:
    """The name of a shard: its content, and the run that made it.

    >>> shard_id("r-1", "sha256:2")
    '3637c27c86191b70'
    """
    return digest(canonical_json([run, content])).removeprefix("sha256:")[:16]


@dataclass(frozen=True, slots=True)
class Hello:
    """What a worker says first: by what it finds and weighs claims, or why it cannot begin."""

    version: str = ""
    engine: str = ""
    worthiness: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A shard that was read: the bytes of its tables by name, and what is told of them.

    `failures` are (what, why). `failed` counts documents that a worker died of: they are worth another
    try, while what is merely unreadable stays so. A shard with a `problem` was not made at all.
    """

    shard: str
    tables: Mapping[str, bytes] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0
    problem: str | None = None


class Desk(Protocol):
    """A worker that has begun: its engine is loaded."""

    @property
    def hello(self) -> Hello:
        """By what it works."""

    def read(self, piece: Piece, run: str) -> Any:
        """What a piece gives; whatever is wrong with it is part of that."""

    def lost(self, piece: Piece, run: str, why: str) -> Any:
        """What stands in the place of a piece that a worker died of."""

    def made(self, shard: Shard, found: Sequence[Any]) -> Made:
        """The tables of a shard, of what its pieces gave."""


class Work(Protocol):
    """What workers are to do. It travels to them, so it holds no engine but the name of one."""

    def begin(self) -> Desk:
        """Load the engine. Raises ClaimsError when it cannot."""
