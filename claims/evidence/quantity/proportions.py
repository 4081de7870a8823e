"""Proportions told in words to the common way: "twice as many women as men", "most of them", "dearer"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SMALL = "two three four five six seven eight nine ten".split()
_NUMBERS = {word: str(number) for number, word in enumerate(_SMALL, 2)} | {
    "twice": "2",
    "half": "0.5",
}
_N = rf"(?:(?:{'|'.join(_SMALL)})|\d[\d.]*)"
_SEVERAL = r"(?:[a-z]+s|people|men|women|children)"
_ROUGHLY = r"(?P<about>(?:(?:about|around|nearly|almost|roughly|more than|over) )?)"
_AS_MANY = re.compile(
    rf"\b{_ROUGHLY}(?P<n>[Tt]wice|{_N} times|half) as many (?P<a>{_SEVERAL}) as (?P<b>{_SEVERAL})"
    r"(?= (?:in|at|on|among|for|last|took|were|had|went)\b|[,.;]|$)"
)
_OUTNUMBERED = re.compile(
    rf"\b(?P<a>[A-Z]?[a-z]+) (?:outnumber(?:s|ed)?|(?:is|are|was|were) (?P<passive>outnumbered by))"
    rf" (?P<b>{_SEVERAL}|sheep)(?P<rest>[^,;:\d]*?),? (?:by )?{_ROUGHLY}(?P<n>{_N}) to (?:one|1)\b"
)
_MOST = re.compile(
    r"(?:^|(?<=, ))[Mm]ost (?:of (?P<whose>(?:the|its|their|his|her)\b)"
    r"|(?!(?:people|of|recent|likely)\b)(?P<what>[a-z]+s)"
    r"(?= (?:in|of|are|were|had|have|did|do|voted|said|died|survived|live|work|won|lost|left|came)\b))"
)
_MINORITY = re.compile(
    r"(?:^|(?<=, ))(?:Only a|only a|A|a) minority of (?=(?:the|its|their|all)\b)"
)
_TOOK_TO = re.compile(
    r"^(?:It took (?P<n>(?:[a-z]+ ){0,2}?(?:\d+|[a-z]+) (?:years|months|weeks|days))"
    r" to (?:build|construct) (?P<what>[^,;:\d]+?)"
    r"|(?P<what2>[A-Z][^,;:\d]+?) took (?P<n2>(?:[a-z]+ ){0,2}?(?:\d+|[a-z]+) (?:years|months|weeks|days)) to"
    r" (?:build|construct|complete))(?P<end>\.?)$"
)
_DEARER = re.compile(
    r"(?:^|(?<=, ))(?P<what>[A-Za-z][^,;:\d]{1,40}?)"
    r" (?:became|got|has become|have become|were|was|is|are)"
    r" (?P<n>(?:[a-z]+ ){0,2}?(?:a (?:third|quarter|fifth"
    r"|tenth)|half|two thirds|[\d.]+ ?(?:%|per ?cent))) (?P<way>dearer|more expensive|cheaper)\b"
)
_WITHOUT = re.compile(
    r"\b(?:(?:is|are|was|were|be|live|lives|lived) without|lack(?:s|ed)?) (?:an? |any )?"
    r"(?=[a-z])(?!(?:electricity|power|work|trial|charge|delay|incident|parole|effect|injury)\b)"
    r"(?![^,;:]* for (?:[a-z\d-]+ )?(?:hour|day|night|week|month|year|time|while|season)s?\b)"
)
_HAD_VOTED = re.compile(
    r"(?P<of>\bof (?:the )?\d[\d,.]* (?:million )?)(?:people|citizens|those)"
    r" (?:entitled|eligible|registered) to vote(?P<where> in (?:[A-Z]\w+ ?)+?)? did so\b"
)
_BACKED_BY = re.compile(
    r"^(?P<front>[^,;:]{2,40}, )?(?P<who>(?:The )?[Vv]oters(?: in (?:[A-Z]\w+ ?)+?)?)"
    r" (?P<did>backed|approved|supported|rejected) (?P<what>[^,;:\d]{2,50}?)"
    r" by (?P<n>(?:[a-z]+ )?[\d.]+ ?(?:%|per ?cent))(?= in\b|[.,]|$)"
)
_NOT_PASSED = re.compile(r"\b(?:did|had) not pass(?:ed)?\b(?! (?:on|by|through|away|over)\b)")
_BETWEEN_THEM = re.compile(r" between them(?=[.,;]|$)")
_IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person"}


def singular(noun: str) -> str:
    """One of what a noun names several of, by the commonest endings.

    >>> [singular(noun) for noun in ("women", "cars", "matches", "cities")]
    ['woman', 'car', 'match', 'city']
    """
    if noun.endswith("ies") and len(noun) > len("ties"):
        return f"{noun[:-3]}y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return _IRREGULAR.get(noun) or noun.removesuffix("s")


def proportioned(text: str) -> str:
    """A sentence with a proportion told as so many of one per one of the other; others as they are.

    >>> proportioned("The force had twice as many men as women in 2010.")
    'The force had 2 men per woman in 2010.'
    >>> proportioned("Men outnumbered women in the force by four to one.")
    'There were 4 men per woman in the force.'
    >>> proportioned("Most of the passengers survived.")
    'More than half of the passengers survived.'
    >>> proportioned("Bread became a tenth dearer in 2007.")
    'The price of bread rose by a tenth in 2007.'
    """
    for word, pattern, told in _WAYS:
        if word in text and (match := pattern.search(text)):
            return f"{text[: match.start()]}{told(match)}{text[match.end() :]}"
    return text


def _as_many(match: re.Match[str]) -> str:
    many = match["n"].lower().removesuffix(" times")
    return f"{match['about']}{_NUMBERS.get(many, many)} {match['a']} per {singular(match['b'])}"


def _outnumbered(match: re.Match[str]) -> str:
    a, b = match["a"].lower(), match["b"]
    a, b = (b, a) if match["passive"] else (a, b)
    there = "There" if match.start() == 0 else "there"
    many = _NUMBERS.get(match["n"], match["n"])
    return f"{there} were {match['about']}{many} {a} per {singular(b)}{match['rest']}"


def _most(match: re.Match[str]) -> str:
    more = "more" if match[0].startswith("m") else "More"
    return f"{more} than half of {match['whose'] or 'the ' + match['what']}"


def _backed_by(match: re.Match[str]) -> str:
    front = match["front"] or ""
    who = match["who"][0].lower() + match["who"][1:]
    return f"{front}{match['n']} of {who} {match['did']} {match['what']}"


def _took_to(match: re.Match[str]) -> str:
    what = match["what"] or f"{match['what2'][0].lower()}{match['what2'][1:]}"
    return f"Construction of {what} lasted {match['n'] or match['n2']}{match['end']}"


def as_whole(claim: str) -> str | None:
    """What a claim says of all of so many, as a share of them; None for others.

    >>> as_whole("All nine judges agreed."), as_whole("Almost all of the 40 houses burned.")
    ('100 percent of the nine judges agreed.', 'Nearly 100 percent of the 40 houses burned.')
    """
    match = _ALL.match(claim)
    return (
        f"{'Nearly ' if match['nearly'] else ''}100 percent of the {claim[match.end() :]}"
        if match
        else None
    )


_ALL = re.compile(
    rf"^(?:(?P<nearly>Almost |Nearly )[Aa]|(?P<every>A))ll (?:of )?(?:the |its |their )?(?={_N}\b)"
)


def _dearer(match: re.Match[str]) -> str:
    the = "The" if match.start() == 0 else "the"
    what = (
        match["what"]
        if match["what"].isupper()
        else f"{match['what'][0].lower()}{match['what'][1:]}"
    )
    return (
        f"{the} price of {what} {'fell' if match['way'] == 'cheaper' else 'rose'} by {match['n']}"
    )


_WAYS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (" as many ", _AS_MANY, _as_many),
    ("outnumber", _OUTNUMBERED, _outnumbered),
    ("ost ", _MOST, _most),
    (" minority of", _MINORITY, lambda m: f"{'Less' if m.start() == 0 else 'less'} than half of "),
    (" took ", _TOOK_TO, _took_to),
    (" not pass", _NOT_PASSED, lambda _: "failed"),
    (" without ", _WITHOUT, lambda _: "have no "),
    (" lack", _WITHOUT, lambda _: "have no "),
    (" did so", _HAD_VOTED, lambda m: f"{m['of']}voters{m['where'] or ''} voted"),
    ("oters ", _BACKED_BY, _backed_by),
    (" between them", _BETWEEN_THEM, lambda _: ""),
    (" dearer", _DEARER, _dearer),
    (" more expensive", _DEARER, _dearer),
    (" cheaper", _DEARER, _dearer),
)
