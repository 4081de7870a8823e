"""A claim's vector and the codes of passages to the passages nearest in meaning.

A code holds the sign of each number of a vector. Counting the signs that differ finds some hundreds among
a million; the claim's own numbers, with the signs of a passage, then put these in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

BLOCK = 32_768
"""Codes compared at a time, so that what is worked out between stays in the processor's cache."""

ROUGH = 8
"""So many times the passages asked for are taken by their signs alone before they are put in order."""


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of all passages, column by column; `starts` and `spans` say where each snapshot's stand."""

    words: NDArray[np.uint64]
    snapshots: tuple[str, ...]
    starts: NDArray[np.int64]
    spans: Mapping[str, tuple[int, int]]

    def __len__(self) -> int:
        """The number of passages."""
        return int(self.words.shape[1])

    def place(self, position: int) -> tuple[str, int]:
        """The snapshot and the ordinal (from 1) of a position."""
        at = int(np.searchsorted(self.starts, position, side="right")) - 1
        return self.snapshots[at], position - int(self.starts[at]) + 1


def joined(stored: Iterable[tuple[str, bytes]], *, size: int) -> Codes:
    """The codes of snapshots (id and bytes) as one array; `size` is the number of signs.

    >>> codes = joined([("s-1", bytes(16)), ("s-2", bytes(8))], size=64)
    >>> len(codes), codes.place(2)
    (3, ('s-2', 1))
    """
    held = bytearray()
    names: list[str] = []
    starts: list[int] = []
    for snapshot, codes in stored:
        if codes and not len(codes) % (size // 8):
            names.append(snapshot)
            starts.append(len(held) // (size // 8))
            held += codes
    # frombuffer refuses an empty buffer
    words = np.frombuffer(held, np.uint64) if held else np.zeros(0, np.uint64)
    # Column by column: the signs that differ are then counted several times faster
    columns = np.ascontiguousarray(words.reshape(-1, size // 64).T)
    ends = [*starts[1:], columns.shape[1]] if starts else []
    spans = dict(zip(names, zip(starts, ends, strict=True), strict=True))
    return Codes(columns, tuple(names), np.array(starts, np.int64), spans)


def nearest(
    vector: NDArray[np.float32],
    codes: Codes,
    *,
    limit: int,
    among: NDArray[np.int64] | None = None,
) -> NDArray[np.int64]:
    """Positions of the passages nearest to a vector, nearest first; `among` these when given."""
    columns = codes.words if among is None else codes.words[:, among]
    if not columns.shape[1] or not limit:
        return np.zeros(0, np.int64)
    apart = _apart(columns, np.packbits(vector > 0).view(np.uint64))
    counted = np.cumsum(np.bincount(apart, minlength=len(vector) + 1))
    wanted = min(columns.shape[1], limit * ROUGH)
    first = np.flatnonzero(apart <= np.searchsorted(counted, wanted))
    positions = first if among is None else among[first]
    order = np.lexsort((positions, -likeness(vector, codes, positions)))
    return positions[order][:limit]


def _apart(columns: NDArray[np.uint64], rough: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """How many signs of each code differ from these."""
    apart = np.zeros(columns.shape[1], np.uint16)
    for at in range(0, len(apart), BLOCK):
        for column, word in zip(columns, rough, strict=True):
            apart[at : at + BLOCK] += np.bitwise_count(column[at : at + BLOCK] ^ word)
    return apart


def likeness(
    vector: NDArray[np.float32], codes: Codes, positions: NDArray[np.int64]
) -> NDArray[np.float32]:
    """How near passages are to a vector, from -1 to 1."""
    rows = np.ascontiguousarray(codes.words[:, positions].T)
    bits = np.unpackbits(rows.view(np.uint8), axis=1)
    signs = bits.astype(np.float32) * 2 - 1
    return np.asarray(signs @ vector / np.sqrt(np.float32(len(vector))), np.float32)


def positions_of(codes: Codes, places: Sequence[tuple[str, int]]) -> NDArray[np.int64]:
    """The positions of places (snapshot, ordinal); -1 where a passage has no code."""
    found = []
    for snapshot, ordinal in places:
        start, end = codes.spans.get(snapshot, (0, 0))
        found.append(start + ordinal - 1 if start + ordinal <= end else -1)
    return np.array(found, np.int64)


def positions_within(codes: Codes, snapshots: Iterable[str]) -> NDArray[np.int64]:
    """The positions of all passages of these snapshots, in order."""
    spans = sorted(codes.spans[key] for key in snapshots if key in codes.spans)
    runs = [np.arange(start, end) for start, end in spans]
    return np.concatenate(runs) if runs else np.zeros(0, np.int64)
