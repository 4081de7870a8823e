"""Common given names by the pronoun their bearers mostly go by; a name in neither list says nothing."""

from __future__ import annotations

from claims.extract.grammar.given_names import gender_of

TOWNS = frozenset(
    "virginia georgia florence charlotte victoria jordan sofia regina adelaide santiago milan chad".split()
)
"""Given names that are as often towns or states."""


def goes_by(name: str, title: str = "") -> str | None:
    """Tell "he" or "she" where a title or the given name tells, else None.

    >>> goes_by("Nancy Holt"), goes_by("Holt", "mr"), goes_by("Kim Holt")
    ('she', 'he', None)
    """
    return {"m": "he", "f": "she"}.get(gender_of(name, title))
