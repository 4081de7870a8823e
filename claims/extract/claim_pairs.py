"""Predicted claims and gold claims of one text to what belongs to what: pairs, covers, misses.

Spans are code-point offsets `[start, end)`. A claim covers a gold claim when it holds at least 80 %
of its characters; pairs are one to one, at an intersection over union of at least 0.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Row = Mapping[str, Any]

COVER = 0.8
PAIR = 0.5
HALF = 0.5
SHOULD = 2
"""The level from which a gold claim should be checked; 3 must be, 1 may be."""


def overlap(a: Row, b: Row) -> int:
    """How many characters two rows share.

    >>> overlap({"start": 0, "end": 10}, {"start": 7, "end": 20})
    3
    """
    return max(0, int(min(a["end"], b["end"]) - max(a["start"], b["start"])))


def covers(wide: Row, core: Row) -> bool:
    """Whether `wide` holds at least 80 % of `core`.

    >>> covers({"start": 2, "end": 99}, {"start": 0, "end": 10})
    True
    """
    return overlap(wide, core) >= COVER * int(core["end"] - core["start"])


def pair_up(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[int, int]:
    """Index of a gold claim to the index of its own prediction, best overlap first.

    >>> pair_up([{"start": 0, "end": 10}], [{"start": 50, "end": 60}, {"start": 0, "end": 12}])
    {0: 1}
    """
    near = [
        (shared / (max(p["end"], g["end"]) - min(p["start"], g["start"])), i, j)
        for i, p in enumerate(predicted)
        for j, g in enumerate(gold)
        if (shared := overlap(p, g))
    ]
    used: set[int] = set()
    pairs: dict[int, int] = {}
    for quality, i, j in sorted(near, reverse=True):
        if quality >= PAIR and i not in used and j not in pairs:
            used.add(i)
            pairs[j] = i
    return pairs


def best_cover(core: Row, predicted: Iterable[Row]) -> Row | None:
    """The shortest prediction that covers the gold claim.

    >>> best_cover({"start": 0, "end": 9}, [{"start": 0, "end": 40}, {"start": 0, "end": 12}])
    {'start': 0, 'end': 12}
    """
    covering = (p for p in predicted if covers(p, core))
    return min(covering, key=lambda p: int(p["end"] - p["start"]), default=None)


def is_right(row: Row, gold: Sequence[Row]) -> bool:
    """Whether a prediction covers a gold claim of any level, or lies inside one.

    >>> is_right({"start": 3, "end": 9}, [{"start": 0, "end": 100}])
    True
    """
    length = max(1, row["end"] - row["start"])
    return any(covers(row, g) or overlap(row, g) >= COVER * length for g in gold)


def missed(gold: Iterable[Row], predicted: Sequence[Row]) -> list[Row]:
    """The gold claims of levels 2 and 3 that no prediction covers.

    >>> missed([{"start": 0, "end": 9, "level": 3}], [])
    [{'start': 0, 'end': 9, 'level': 3}]
    """
    return [g for g in gold if g["level"] >= SHOULD and best_cover(g, predicted) is None]


def unfounded(gold: Sequence[Row], predicted: Iterable[Row]) -> list[Row]:
    """The predictions that are no gold claim at all.

    >>> unfounded([], [{"start": 0, "end": 9}])
    [{'start': 0, 'end': 9}]
    """
    return [p for p in predicted if not is_right(p, gold)]


def lies_on(row: Row, passage: Row, gold: Iterable[Row]) -> bool:
    """Whether a prediction holds half of a passage that is no claim, and covers no gold claim.

    >>> lies_on({"start": 0, "end": 9}, {"start": 4, "end": 12}, [])
    True
    """
    half = HALF * (passage["end"] - passage["start"])
    return overlap(row, passage) >= half and not any(covers(row, g) for g in gold)
