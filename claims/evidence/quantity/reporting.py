"""A masked sentence to the stretches that only say who says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAYING = (
    r"(?:said|says|say|told|found|finds|showed|shows|show|reported|reports|announced"
    r"|estimated|estimates|estimate"
    r"|concluded|concludes|ruled|rules|established|calculated|testified"
    r"|confirmed|confirms|noted|(?:wrote|writes?)(?! #)|added|stated|indicate[sd]?|suggest(?:s"
    r"|ed)?|revealed|reveals"
    r"|agrees?(?= that\b)|agreed(?=\W*$)|admit(?:s|ted)"
    r"|acknowledge[sd]?|concede[sd]?|disclose[sd]?|explained|recalled)"
)
_SOURCE = (
    r"(?:officials?|ministr(?:y|ies)|authorit(?:y|ies)|police|governments?|study|studies"
    r"|surveys?|polls?|reports?"
    r"|census|data|figures?|statistics|researchers|scientists|experts?|analysts?|audit"
    r"|auditors|office|agency|bureau"
    r"|receipts|records|documents|accounts|filings|invoices|minutes|registers?|ledgers?|books"
    r"|results?|findings|tests?|measurements?|analys[ei]s|calculations?|scans?|commission|institute|department|spokes\w+|economists|inquiry|investigation|paper|doctors|estimates?)"
)
_WHEN = r"(?: (?:on|in|last|this) [\w#]+| \w+day)?"
_LEAD = re.compile(
    rf"^[^,;:#]{{0,80}}?\b(?:(?:said|says|say|told \w+){_WHEN}(?: that)?"
    rf"|{_SAYING}{_WHEN} that|{_SOURCE}(?: (?:by|of|from|for|in) [\w ]{{2,40}}?"
    rf"| (?:published|released|presented|made public)(?: (?:on|in|by) [\w# ]{{2,24}}?)?)?(?: have"
    rf"| has| had)? {_SAYING}{_WHEN}(?: that)?"
    rf"|estimates?(?: that)?) (?!it\b|they\b|he\b|she\b)(?=[\w#$€£“\"])",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"(?:^|,? )(?:according to(?! (?:the |its )?(?:plan|schedule)\b)|in the words of"
    r"|as reported by)[^,;.#]{0,90}?(?:,|;"
    r"|(?=\.?\s*$))|^By [\w' ]{3,40} (?:estimates|count|figures),",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"^[^,;:#]{0,40}?\b(?:tests?|results?|measurements?|stud(?:y|ies)|analys[ei]s|calculations?|scans?|surveys?"
    r"|experiments?|findings|records|documents) (?:show|suggest|prove|reveal|indicate)(?:s|ed)?(?: that)? "
    r"(?=(?:it|they|he|she)\b)",
    re.IGNORECASE,
)
"""Who says so, where "it" is not who says so."""
_PUTS = re.compile(r"^[^,;:#]{0,60}?\bputs? (?=(?:the |its |[A-Z])[^,;]{0,80} at #)")
_COUNTS = re.compile(
    rf"^(?:The |An? |[A-Z])[^,;:#]{{0,40}}?\b(?!(?:police|census|survey|study|poll)\b){_SOURCE}"
    r"(?: (?:of|on|for|in) [^,;:#]{2,40}?)?"
    r" (?:has |have |had )?(?:recorded|registered|listed|lists?|logged|documented) "
    r"(?=(?:(?:about|some|over|nearly|almost|around|more|than|at|least|only) )*#"
    r"|the [a-z]+ing of (?:(?:about|some|over|nearly|almost|more|than|at|least) )*#)"
)
"""Who counted it: "The forestry office recorded the felling of ## trees"."""
_TAIL = re.compile(
    rf",\s[^,;:#]{{0,70}}?(?:\b(?:at|by|from|in) #+ [^,;:#]{{0,30}}?)?\b{_SAYING}"
    rf"(?: (?:on )?[\w#]+){{0,2}}\.?\s*$",
    re.IGNORECASE,
)


def reporting(plain: str) -> Iterator[tuple[int, int]]:
    """Where the sentence says who says so; a speaker who is what is counted ("it") stays.

    >>> text = "Officials said that ## people died, according to the paper."
    >>> [text[start:end] for start, end in reporting(text)]
    ['Officials said that ', ', according to the paper']
    """
    for pattern in (_LEAD, _SHOWN, _PUTS, _COUNTS, _ACCORDING, _TAIL):
        if match := pattern.search(plain):
            yield match.span()
