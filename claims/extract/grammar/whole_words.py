"""Where a name stands in a text, without a pattern of its own that would be compiled for every name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def places_of(name: str, text: str) -> Iterator[int]:
    """Where `name` begins in `text` as whole words, in order.

    >>> list(places_of("Ann", "Ann Lee met Anna, not Joann or Ann."))
    [0, 31]
    """
    at = text.find(name)
    while at >= 0:
        if stands_at(name, text, at):
            yield at
        at = text.find(name, at + 1)


def stands_in(name: str, text: str) -> bool:
    """Whether `name` stands anywhere in `text` as whole words.

    >>> stands_in("Ann", "Ann left"), stands_in("Ann", "Anna left")
    (True, False)
    """
    return next(places_of(name, text), None) is not None


def stands_at(name: str, text: str, at: int) -> bool:
    """Whether `name` stands at `at` as whole words.

    >>> stands_at("Ann", "Ann", 0), stands_at("Ann", "Anna", 0)
    (True, False)
    """
    end = at + len(name)
    whole = not (_is_letter(text[at - 1 : at]) or _is_letter(text[end : end + 1]))
    return whole and text.startswith(name, at)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
