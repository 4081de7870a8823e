"""A claim's wording without the reminder of what its article spoke of.

`claim_text` may end in `[context: …]`, for readers of the claim alone; beside the claim's sentence and in
lists it is in the way.
"""

from __future__ import annotations

import re

REMINDER = re.compile(r"\s?\[context: ([^\[\]]*)\]")


def without_reminder(text: str) -> str:
    """The claim alone.

    >>> without_reminder("More died there [context: In 1989 the general walked off].")
    'More died there.'
    """
    return REMINDER.sub("", text)


def reminder_of(text: str) -> str:
    """What the article spoke of; empty when nothing is said of it.

    >>> reminder_of("More died there [context: In 1989 the general walked off].")
    'In 1989 the general walked off'
    """
    return "; ".join(REMINDER.findall(text))
