"""A number with its noun, for all messages."""

from __future__ import annotations


def so_many(number: int, noun: str) -> str:
    """So many of a thing whose plural takes an s.

    >>> so_many(1, "claim"), so_many(0, "claim"), so_many(1200, "claim")
    ('1 claim', '0 claims', '1,200 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
