"""The claims of the public file as columns of small numbers: narrowed, counted and ordered exactly, at once.

SQLite would read every row of a wide table again for every facet; here 200,000 claims are five megabytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from db.public_queries import COLUMNS_OF_CLAIMS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Places = NDArray[np.int64]

FACETS = ("kind", "verdict", "claimant", "publisher", "year")
SORTABLE = (
    "decided_at",
    "check_worthiness",
    "article_published",
    "verdict",
    "claimant",
    "publisher",
)
COLUMNS = tuple(dict.fromkeys((*FACETS, *SORTABLE)))
NOTHING = -1
"""The number of a value that is not there; it comes last in every order."""

AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Column:
    """The different values in order, and for each claim which of them it has."""

    values: Sequence[Any]
    codes: NDArray[np.int32]

    def code(self, value: str | None) -> int | None:
        """The number of a value as an address gives it; null when no claim has it."""
        if value is None:
            return NOTHING
        return next((n for n, one in enumerate(self.values) if str(one) == value), None)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All claims in the order of their row numbers."""

    numbers: NDArray[np.int64]
    columns: Mapping[str, Column]
    shown: NDArray[np.bool_]
    """False for withdrawn claims: that nothing more is known of them is not a value to count."""
    _orders: dict[tuple[str, bool], Places] = field(default_factory=dict)
    known: dict[Any, Any] = field(default_factory=dict)
    """Counts that were asked for before; kept small by who fills it."""

    def fitting(
        self, filters: Mapping[str, str | None], numbers: Sequence[int] | Places | None = None
    ) -> NDArray[np.bool_]:
        """Which claims have all these values, and are among `numbers` when those are given."""
        fits = np.ones(len(self.numbers), dtype=np.bool_)
        if numbers is not None:
            among = np.zeros(int(self.numbers.max(initial=0)) + 1, dtype=np.bool_)
            wanted = np.asarray(numbers, dtype=np.int64)
            among[wanted[wanted < len(among)]] = True
            fits = among[self.numbers]
        for name, value in filters.items():
            column = self.columns[name]
            code = column.code(value)
            fits &= False if code is None else column.codes == code
            if code == NOTHING:
                fits &= self.shown
        return fits

    def counts(
        self, name: str, fits: NDArray[np.bool_], *, shown: int
    ) -> tuple[list[tuple[Any, int]], int]:
        """The `shown` most frequent values with their numbers, and how many different ones there are.

        Those without a value come last, as null.
        """
        column = self.columns[name]
        found = np.bincount(column.codes[fits & self.shown] + 1, minlength=len(column.values) + 1)
        by_count = np.argsort(-found[1:], kind="stable")[:shown]
        counted = [(column.values[n], int(found[n + 1])) for n in by_count if found[n + 1]]
        different = int(np.count_nonzero(found[1:]))
        return ([*counted, (None, int(found[0]))] if found[0] else counted), different

    def count(self, name: str, value: str, fits: NDArray[np.bool_]) -> tuple[Any, int]:
        """How many of the claims that fit have this value."""
        column = self.columns[name]
        return value, int(np.count_nonzero(column.codes[fits] == column.code(value)))

    def ordered(self, name: str, fits: NDArray[np.bool_], *, descending: bool) -> Places:
        """The row numbers of the claims that fit, in order; claims without a value come last."""
        order = self._orders.get((name, descending))
        if order is None:
            codes = self.columns[name].codes.astype(np.int64)
            keys = np.where(
                codes == NOTHING, np.iinfo(np.int64).max, -codes if descending else codes
            )
            order = self._orders[name, descending] = np.argsort(keys, kind="stable")
        return self.numbers[order[fits[order]]]


def load_shelf(connection: sqlite3.Connection) -> Shelf:
    """The shelf of a public file."""
    seen: list[dict[Any, int]] = [{} for _ in COLUMNS]
    codes: list[list[NDArray[np.int32]]] = [[] for _ in COLUMNS]
    numbers: list[int] = []
    shown: list[int] = []
    cursor = connection.execute(COLUMNS_OF_CLAIMS.format(", ".join(COLUMNS)))
    while some := cursor.fetchmany(AT_ONCE):
        first, second, *columns = zip(*map(tuple, some), strict=True)
        numbers.extend(first)
        shown.extend(second)
        for known, into, values in zip(seen, codes, columns, strict=True):
            coded = (NOTHING if v is None else known.setdefault(v, len(known)) for v in values)
            into.append(np.fromiter(coded, dtype=np.int32, count=len(values)))
    return Shelf(
        np.array(numbers, dtype=np.int64),
        {
            name: _column(known, parts)
            for name, known, parts in zip(COLUMNS, seen, codes, strict=True)
        },
        np.array(shown, dtype=np.bool_),
    )


def _column(known: dict[Any, int], parts: list[NDArray[np.int32]]) -> Column:
    """Values as they came to values in order."""
    values = sorted(known)
    place = np.zeros(len(values) + 1, dtype=np.int32)
    place[NOTHING] = NOTHING
    for new, value in enumerate(values):
        place[known[value]] = new
    codes = np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)
    return Column(values, place[codes])
