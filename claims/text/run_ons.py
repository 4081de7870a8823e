"""Places where a new sentence begins though no full stop ends the one before.

Crawled text loses full stops ("it was fulfilled Ten years later …") and puts list items on one line.
Only a word that begins sentences, between two words in small letters, is taken for such a beginning.
"""

from __future__ import annotations

import re

from claims.text.abbreviations import RUN_ON_WORDS
from claims.text.calendar_names import WEEKDAY

_BEGINNERS = """A After Also Although An And Another As Because Before Both But By During Five For Four From
He Her Here His However If In It Its Last Later Many Meanwhile Most Next Nobody Now On Once One Other Our
Several She Since Six So Some Still Ten That The Their Then There These They This Those Three Two Under
Until We What When While With Yet""".split()
_NAMES_FOLLOW = frozenset(
    """album band blog book called column comedy documentary drama entitled episode essay film game group
    hit magazine movie musical named newspaper novel opera painting paper play podcast poem programme
    program said says series show single song titled track website words""".split()
)
"""What comes next may be a title: "the film It follows a girl"."""

_MONTHS = r"January|February|March|April|June|July|August|September|October|November|December"
_RUN_ON = re.compile(
    rf"(?<![\w’'-])([a-z]{{3,40}}+|{WEEKDAY}|{_MONTHS}|[12]\d{{3}})([ \u00a0]?)"
    rf"(?=(?:{'|'.join(_BEGINNERS)})[ \u00a0][a-z])"
)
_BULLET = re.compile(r"(?<=\s)[•▪●◦‣∙](?=[ \u00a0]{1,4}[^\Wa-z_])")


def run_on_starts(text: str, start: int, end: int) -> list[int]:
    """Offsets in `text[start:end]` at which a sentence begins without a full stop before it.

    >>> run_on_starts("It was fulfilled Ten years after that.", 0, 38)
    [17]
    >>> run_on_starts("She sang in the musical The king and I.", 0, 39)
    []
    """
    found = [m.end() for m in _RUN_ON.finditer(text, start, end) if _ends_before(m)]
    found += [m.start() for m in _BULLET.finditer(text, start + 1, end)]
    return [at for at in found if start < at < end]


def _ends_before(match: re.Match[str]) -> bool:
    return match[1] not in _NAMES_FOLLOW and match[1] not in RUN_ON_WORDS
