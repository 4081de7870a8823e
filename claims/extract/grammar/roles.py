"""Words for those who can speak and for what they write: "the minister", "her letter", "a study"."""

from __future__ import annotations

import re

from claims.extract.grammar.names import TITLES, is_body_word, person_in

_DOCUMENT = re.compile(
    r"\b(?:statements?|reports?|letters?|notes?|tweets?|ruling|announcement|website|posts?|messages?"
    r"|account|emails?|memos?|filing|release|article|column|book|speech|interview|blog|page|video"
    r"|decision|opinion|testimony|complaint|lawsuit|manifesto|remarks|comments|words|estimates?"
    r"|reckoning|view|autobiography|documents?|diary|bulletin|manifest)$",
    re.IGNORECASE,
)
_FINDING = re.compile(
    r"\b(?:analysis|study|studies|surveys?|polls?|data|figures|statistics|research|paper|tests?"
    r"|investigation|inquiry|audit|census|database|guidelines|results|register|photos|footage|images|records|evidence|review)\b",
    re.IGNORECASE,
)
_ROLES = frozenset(
    """police officials officers experts doctors witnesses lawyers scientists researchers investigators
    prosecutors residents neighbours neighbors ministers mps unions campaigners critics family owner
    owners organisers organizers study report source sources expert lawyer doctor official witness
    judge mayor economists parents teachers farmers activists analysts colleagues friends relatives
    spokesman spokeswoman spokesperson leaders members rebels fans users authorities rescuers crew
    staff workers students passengers survivors diplomats lawmakers senators scholars authors
    boss bosses operator operators maker manufacturer publisher developer employer""".split()
)


def is_document(phrase: str) -> bool:
    """Whether a noun phrase ends in a word for something written or said, and not for its author.

    >>> is_document("a note"), is_document("Ann Lee")
    (True, False)
    """
    return _DOCUMENT.search(phrase) is not None


def is_finding(phrase: str) -> bool:
    """Whether a noun phrase speaks of a study, figures or the like, which show something.

    >>> is_finding("A 2015 study"), is_finding("The bank")
    (True, False)
    """
    return _FINDING.search(phrase) is not None or is_document(phrase)


def is_speaker_like(phrase: str) -> bool:
    """Whether a bare phrase reads as somebody who can speak: a name, a body or a role.

    >>> is_speaker_like("Health minister"), is_speaker_like("The ladder")
    (True, False)
    """
    words = [re.sub(r"[’']s?$", "", w.strip(",.")).lower() for w in phrase.split()]
    if not words:
        return False
    named = person_in(phrase)
    last = words[-1]
    if (named is not None and phrase.endswith(named)) or {last, last.rstrip("s")} & TITLES:
        return True
    return is_body_word(last) or last in _ROLES or words[0] in {"police", "he", "she"}
