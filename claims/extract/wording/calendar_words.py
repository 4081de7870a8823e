"""Capitalised words that are no names: days and months, and small words that open a sentence."""

from __future__ import annotations

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december""".split()
)
"""Days and months in small letters."""

LEADS = frozenset(
    """the a an in on at by for with from to of and but or as if when while after before since according
    this that these those he she it they we i his her its their our my there here however also
    meanwhile although though because so yet not no former current both during under over between
    about following despite although earlier later mr mrs ms""".split()
)
"""Words that may stand capitalised before a name and are no part of it."""

PARTICLES = frozenset("de del van von der al bin la le di da".split())
"""Small words inside a last name."""

COUNTED = frozenset(
    "one two three four five six seven eight nine ten several many most some both all no".split()
)
"""Words that count what a name tells of: "Four Navy ships"."""
