"""A claimant to the words that can stand after "according to", or None where they name no source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.people_nouns import HUMANS, is_plural
from claims.extract.grammar.roles import is_document, is_finding, is_speaker_like
from claims.extract.grammar.whole_words import stands_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SHORT_FORM = re.compile(r"\s\([A-Z]{2,8}\)$")
_AND = re.compile(r"\b[A-Z]\w+\sand\s(?=(\w+))")
_MEDIUM = re.compile(r"(?<=\w)\son\s(?:Twitter|Facebook|Instagram|YouTube|Telegram|Reddit|X)$")
_RELATIVE = re.compile(
    r"^(?:in|on|at|to|by|of|for|with|from|as|about)\s|\b(?:which|who|whom|that)\b", re.IGNORECASE
)
_POINTS = re.compile(
    r"(?:he|she|it|they|we|i|you|his|her|its|their|my|our|your|this|these|those|some|others|both"
    r"|there|what|how|why|when)\b",
    re.IGNORECASE,
)
_GERUND = re.compile(r"[A-Za-z][a-z]+ing\s[a-z]")
_GARBLED = re.compile(
    r"\s(?:about|around|some|over|nearly)\s\d|\s\d+\s(?:km|miles|metres|meters|feet)\b"
)
_CUT = re.compile(
    r"\b(?:an?|the|of|in|at|by|for|from|to|with|and|or|on|as|his|her|its|their|de|del|della|der|van|von|bin|al|el|la|le)$|[^\w.!)”\"’'%]$",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?:s[’']|[’']s)$")
_COMMON = re.compile(
    r"(?:The|An?|One|Two|Three|Several|Many)\s|(?:Officials|Investigators|Authorities|Police|Scientists"
    r"|Researchers|Experts|Witnesses|Prosecutors|Doctors|Reports|Sources|Analysts|Critics|Residents"
    r"|Lawyers|Organizers|Organisers|Results|Findings|Data|Figures|Photos|Records|Documents|Polls|Surveys|Studies)$"
)
_PEOPLE = re.compile(
    r"\b(?:eyewitness(?:es)?|children|men|women|man|woman|people|co-authors?|parents|members?|couple|team"
    r"|crowd|group|observers?)$"
)
_PLACES = re.compile(r"\s(?:of|in|at|on|for|from|with|near|by|to)\s|,\s")


def source_words(who: str) -> str | None:
    """The words of a source with "the" in small letters and no short form in parentheses.

    >>> [source_words(w) for w in ("The Lime Trust (LT)", "Studying owls", "one of the Trust's")]
    ['the Lime Trust', None, None]
    """
    who = _MEDIUM.sub("", _SHORT_FORM.sub("", who))
    unfit = _RELATIVE.search(who) or _POINTS.match(who) or _GERUND.match(who) or _CUT.search(who)
    unfit = unfit or _GARBLED.search(who)  # "the Lime Times about 100 miles from Leeds"
    if not who or unfit or (_OWNER.search(who) and not _is_name(who)) or not _can_tell(who):
        return None
    return who[0].lower() + who[1:] if _COMMON.match(who) else who


def _is_name(who: str) -> bool:
    """Whether every word has a capital: "Moody's", but not "one of the Trust's"."""
    return all(w[:1].isupper() or not w[:1].isalpha() for w in who.split())


def _can_tell(who: str) -> bool:
    """Whether the words name a person or body, or a noun for somebody or something that reports."""
    words = who.split()
    head = _PLACES.split(who, maxsplit=1)[0]
    noun = head.rsplit(" ", 1)[-1].lower()
    return (
        any(w[:1].isupper() for w in (words[1:] or words))
        or (words[0][:1].isupper() and _OWNER.search(words[0]) is not None)
        or _PEOPLE.search(who) is not None
        or is_speaker_like(head)
        or is_finding(who)
        or is_document(head)
        or noun in HUMANS
        or (is_plural(head) and noun.removesuffix("s") in HUMANS)
    )


def behind_and(text: str) -> dict[str, list[int]]:
    """Where something stands behind "Leeds and", by its first word; searched for once an article.

    >>> behind_and("Leeds Disaster and Emergency Service")
    {'Emergency': [19]}
    """
    found: dict[str, list[int]] = {}
    for match in _AND.finditer(text):
        found.setdefault(match[1], []).append(match.end())
    return found


def are_joined(who: str, text: str, behind: Mapping[str, Sequence[int]]) -> bool:
    """Whether a source of two stands so: not "Ann Lee and Rescue" out of "Ann Lee of Fire and Rescue".

    Nor "Emergency Service" out of "Leeds Disaster and Emergency Service"; `behind` is `behind_and(text)`.
    """
    word = re.match(r"\w+", who)
    if word and any(stands_at(who, text, at) for at in behind.get(word[0], ())):
        return False
    first, joint, second = who.rpartition(" and ")
    if not joint or who in text:
        return True
    names = re.escape(first.rsplit(" ", 1)[-1]), re.escape(second.rsplit(" ", 1)[-1])
    return re.search(r"\b{}\b,?\sand\s(?:[^\s.;]+\s){{0,5}}{}\b".format(*names), text) is not None
