"""The persons that a sentence names, in full or short, and whether each can be its subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.names import people
from claims.extract.speakers.focus import Mention
from claims.extract.speakers.unnamed import only_hears

if TYPE_CHECKING:
    from claims.extract.speakers.cast import Cast

SHORT = re.compile(r"\b[A-ZÀ-Þ][\w-]+")
"""A word that can be a name."""

_OWNER = re.compile(r"[’'](?:s\b|\s)")
_OWNING = ("'s", "’s", "s'", "s’")
_OBJECT = re.compile(
    r"\b(?:of|for|to|from|by|with|against|between|about|at|in|on|into|after|than|like|and)"
    r"\s(?:the\s)?(?:[\w.-]+\s){0,2}$"
)


def mentions_in(sentence: str, cast: Cast) -> list[Mention]:
    """Persons in a sentence in order, by full or short name, and whether each can be its subject."""
    found = [
        (p.start, p.end, cast.fullest(p.name)) for p in people(sentence) if p.name not in cast.firms
    ]
    taken = [(a, b) for a, b, _ in found]
    for match in SHORT.finditer(sentence):
        if any(a <= match.start() < b for a, b in taken):
            continue
        full = cast.fullest(match[0])
        if (full != match[0] or cast.is_shared(full)) and cast.is_person(full):
            found.append((match.start(), match.end(), full))
    mentions = []
    for start, end, name in sorted(f for f in found if not only_hears(sentence[: f[0]])):
        owner = _OWNER.match(sentence, end) or sentence[start:end].endswith(_OWNING)
        object_ = _OBJECT.search(sentence[max(0, start - 40) : start])
        mentions.append(Mention(name, start, subject=not owner and not object_))
    return mentions
