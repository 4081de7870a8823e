"""The manifest of a bulk run beside its files: what is planned, what was made, what is no longer true."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.bulk import folder
from claims.bulk.work import Made, Piece, Shard, shard_id
from claims.steps.report import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from db.bulk_manifest import BulkManifest


@dataclass(frozen=True, slots=True)
class Maker:
    """In whose name shards are made: `run` stands in the rows, `name` tells the whole method apart."""

    run: str
    name: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is known of a shard while workers have it. `at`: bytes of the inputs read up to its end."""

    content: str
    first: int
    pieces: int
    named: str
    at: int = 0
    source: str | None = None
    members: tuple[dict[str, Any], ...] = ()
    replaces: tuple[str, ...] = ()


@dataclass(slots=True)
class Book:
    """The keeping of shards. `touched` are those that hold something of the inputs."""

    manifest: BulkManifest
    out: Path
    maker: Maker
    failures: list[Failure]
    touched: set[str] = field(default_factory=set)
    made: int = 0
    read: int = 0
    planned: dict[str, Plan] = field(default_factory=dict)
    in_hand: set[str] = field(default_factory=set)

    def tidy(self) -> None:
        """Remove what a killed run left, and forget shards whose files are gone or cut short."""
        for shard in list(self.manifest.shards()):
            if not folder.is_whole(self.out, shard["id"], _sizes(shard)):
                self.drop([shard["id"]])
        folder.sweep(self.out, self._known_sizes)

    def is_current(self, row: dict[str, Any]) -> bool:
        """Whether this very method has made a shard, and nothing in it is worth another try."""
        return bool(row["run"] == self.maker.name and not row["failed"])

    def plan(self, pieces: Sequence[Piece], plan: Plan) -> Shard:
        """The shard that is to be made of these pieces."""
        key = shard_id(self.maker.name, plan.content)
        self.planned[key] = plan
        self.in_hand |= {member["source"] for member in plan.members}
        return Shard(key, self.maker.run, tuple(pieces))

    def take(self, made: Made) -> Plan:
        """Keep a shard that was made, its files first; the plan it was made by."""
        plan = self.planned.pop(made.shard)
        self.in_hand -= {member["source"] for member in plan.members}
        if made.problem is not None:
            self.failures.append(Failure(plan.named, made.problem))
        else:
            self._keep(made, plan)
            self.made += 1
            self.read += plan.pieces
        return plan

    def drop(self, shards: Iterable[str]) -> None:
        """Forget shards, and remove their files."""
        gone = set(shards)
        with self.manifest.transaction():
            self.manifest.drop(gone)
        self._remove(gone)

    def _keep(self, made: Made, plan: Plan) -> None:
        folder.write(self.out, made.shard, made.tables)
        row = {
            "id": made.shard,
            "run": self.maker.name,
            "content": plan.content,
            "source": plan.source,
            "first": plan.first,
            "pieces": plan.pieces,
            **made.counts,
            **{f"{table}_bytes": len(content) for table, content in made.tables.items()},
            "seconds": round(made.seconds, 3),
        }
        gone = {*self.manifest.replaced_by(row), *plan.replaces} - {made.shard}
        with self.manifest.transaction():
            self.manifest.put_shard(row, made.failures, plan.members)
            self.manifest.drop(gone)
        self._remove(gone)
        self.touched.add(made.shard)

    def _known_sizes(self, shard: str) -> dict[str, int] | None:
        row = self.manifest.shard(shard)
        return None if row is None else _sizes(row)

    def _remove(self, shards: set[str]) -> None:
        for shard in shards:
            folder.remove(self.out, shard)
        self.touched -= shards


def _sizes(shard: dict[str, Any]) -> dict[str, int]:
    return {table: shard[f"{table}_bytes"] for table in folder.TABLES}
