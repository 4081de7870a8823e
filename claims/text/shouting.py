"""A sentence in CAPITALS to the same sentence in ordinary letters, character for character.

The length never changes, so that places found in one are places in the other.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CASED = re.compile(r"[^\W\d_]{2,}")
_LOUD = re.compile(r"[^\W\d_a-z]{2}")
_SMALL_WORDS = re.compile(
    r"\b(?:THE|A|AN|OF|IN|ON|AT|TO|BY|FOR|FROM|WITH|AND|OR|BUT|IS|ARE|WAS|WERE|HAS|HAVE|HAD|HE|SHE|IT"
    r"|THEY|WE|I|THAT|THIS|NOT|WILL|AS)\b"
)
_DAYS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|april|june|july|august"
    r"|(?:septem|octo|novem|decem)ber|(?<=\d )(?:march|may)|(?:march|may)(?= \d))\b"
)
"""Two of the months are words of other meanings unless a number stands beside them."""

_FEWEST_WORDS = 4
_MOSTLY = 0.8


@lru_cache(maxsize=8)  # a sentence is asked for several times in a row
def is_shouted(text: str) -> bool:
    """Whether the sentence is printed in capitals; a row of abbreviations is not.

    >>> is_shouted("THE MAYOR LEFT ON MONDAY."), is_shouted("NATO, EU, UN, WHO, OECD")
    (True, False)
    """
    if not any(map(str.isupper, text.split())) or _LOUD.search(text) is None:
        return False  # as most sentences
    words = _CASED.findall(text)
    loud = sum(map(str.isupper, words))
    return (
        len(words) >= _FEWEST_WORDS
        and loud >= _MOSTLY * len(words)
        and _SMALL_WORDS.search(text) is not None
    )


def calm(text: str) -> str:
    """`text` in small letters after its first one when it is shouted, else unchanged.

    >>> calm("THE MAYOR LEFT ON MONDAY."), calm("The FBI left.")
    ('The mayor left on Monday.', 'The FBI left.')
    """
    if not is_shouted(text):
        return text
    first = next(i for i, c in enumerate(text) if c.isalpha())
    small = "".join(map(_small, text[first + 1 :]))
    return text[: first + 1] + _DAYS.sub(lambda day: day[0].capitalize(), small)


def _small(sign: str) -> str:
    small = sign.lower()
    return small if len(small) == 1 else sign  # "İ" has no single small letter
