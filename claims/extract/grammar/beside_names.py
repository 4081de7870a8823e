"""Words beside names that are no part of them: small words that open a sentence, particles, counts."""

from __future__ import annotations

BIDDEN = frozenset("compare consider take meet ask remember recall imagine witness enter".split())
"""Verbs by which an essay calls somebody up: "Compare Ann Lee"."""

LEADS = BIDDEN | frozenset(
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
