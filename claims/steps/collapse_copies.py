"""Passages that say the same in the same words, to one of them that names the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claims.origins.wording import likely_pairs, runs_of, shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claims.origins.wording import Runs

COPY = 0.6
"""Part of the shorter passage's wording that makes two of them copies: a word changed here and there."""

FEWEST = 8
"""Runs of five words that a passage needs for that; shorter ones must be the same."""

_NUMBER = re.compile(r"\d+")


def collapse_copies(found: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows without copies of an earlier one, each with the ids of its own as `copies`.

    The page published first stands for all. A text with another number in it is no copy: that is what
    a correction looks like.
    """
    listed = sorted(found, key=lambda row: (row["published"] or "9999", row["id"]))
    texts = [runs_of(row["exact"]) for row in listed]
    numbers = [sorted(_NUMBER.findall(row["exact"])) for row in listed]
    leader = list(range(len(listed)))
    for first, second in likely_pairs(texts):
        if _alike(texts[first], texts[second]) and numbers[first] == numbers[second]:
            low, high = sorted((_of(leader, first), _of(leader, second)))
            leader[high] = low
    kept: dict[int, dict[str, Any]] = {}
    for place, row in enumerate(listed):
        head = _of(leader, place)
        if head == place:
            kept[place] = {**row, "copies": []}
        else:
            kept[head]["copies"].append(row["id"])
    return list(kept.values())


def _alike(first: Runs, second: Runs) -> bool:
    long = min(len(first), len(second)) >= FEWEST
    return first == second or (long and shared(first, second) >= COPY)


def _of(leader: list[int], place: int) -> int:
    while leader[place] != place:
        place = leader[place]
    return place
