"""What stands before a noun or in front of a sentence, as a sentence of its own: "the four-day strike"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.idle import FORESIGHT, HEDGES, NEGATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"\b[a-z]+")
_NUMBER = (
    r"(?P<number>[\d.,]*\d|[a-z]+(?:teen|ty)|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve)"
)
_LASTING = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) {_NUMBER}-(?P<unit>hour|day|week|month|year)(?:-long)?"
    r" (?P<what>festival|strike|walkout|siege|war|conflict|trial|visit|tour|trip|conference|summit|meeting"
    r"|match|race|campaign|battle|operation|search|standoff|blockade|curfew|lockdown|ceasefire|truce|drought"
    r"|heatwave|ban|mission|course|programme|program|contract|lease|hearing|exhibition|journey|flight"
    r"|expedition|fair|event|show|inquiry|investigation|power cut|outage|closure)\b"
)
_SIZED = re.compile(
    rf"\b[Tt]he {_NUMBER}-(?P<unit>kilometre|kilometer|metre|meter|mile|foot|yard|centimetre|inch)"
    r"-(?P<how>long|high|tall|wide|deep) (?P<what>[a-z]+)\b"
)
_WORTH = re.compile(
    r"\b[Tt]he (?P<sum>[$€£]\d[\d.,]*(?: ?(?:m|bn|million|billion|trillion))?"
    r"|\d[\d.,]*[ -](?:(?:million|billion|trillion)[ -])?(?P<money>dollar|euro|pound|crown|franc))"
    r" (?P<what>deal|contract|loan|order|prize|grant|package|bailout|rescue|programme|program|fund)\b"
)
_AT = re.compile(
    r"^At (?P<size>(?:about |some |over |nearly )?\d[\d.,]* (?P<unit>kilomet(?:re|er)s|met(?:re|er)s"
    r"|miles|feet|square (?:kilomet(?:re|er)s|miles|met(?:re|er)s|feet)|tonnes|kilograms|hectares|acres))"
    r"(?: (?P<how>long|high|tall|wide|deep))?, (?P<who>(?:the |[A-Z])[^,;:#\d]{2,50}?) (?:is|was|are|were)"
    r" (?:one of )?(?:the|[A-Z]\w+[’']s) (?:[a-z]+ )?"
    r"(?:(?P<high>highest|tallest)|(?P<deep>deepest)|(?P<wide>widest)|(?P<long>longest)|largest|biggest|heaviest)\b"
)
_UNREAL = NEGATIONS | HEDGES | {w for listed in FORESIGHT.values() for w in listed.split()}
_CUT_SHORT = re.compile(
    r"\b(?:called off|cut short|early|extended|prolonged|suspended|postponed|cancell?ed|averted|scrapped"
    r"|begins?|starts?|to (?:begin|start|come)|planned|ahead)\b"
)
"""What does not last so long as it was to, or has not yet."""
_WITH = re.compile(
    r"^With an? (?P<what>(?:total )?(?:length|height|width|depth|area|weight|population|capacity|diameter"
    r"|circulation|budget|turnover|revenue) of [$€£]?\d(?:[^,;:]|(?<=\d),(?=\d))*),"
    r" (?P<who>(?:the |[A-Z])[^,;:#\d]{2,50}?) (?:is|was|are|were|has|had|ranks?)\b"
)
_OF_WHOM = re.compile(
    r"^(?P<who>(?:The |[A-Z])[^,;:\d]{2,50}?) (?:has|have|had|employs|employed) [^,;:\d]{0,20}"
    r"\d[\d,.]*(?: million)? (?P<what>[a-z-]+(?: [a-z-]+)?),"
    r" (?P<share>(?:[a-z]+ ){0,2}[\d.]+ ?(?:%|per ?cent)) of (?:whom|which|them) (?P<rest>[^,;:]*)"
)
_IRREGULAR = {"foot": "feet", "inch": "inches"}


def attributes(sentence: str) -> Iterator[str]:
    """What a sentence says before a noun of how long, large or dear it is.

    >>> list(attributes("The four-day strike ended on Friday."))
    ['The strike lasts four days.']
    >>> list(attributes("The $3bn loan was repaid."))
    ['The loan is worth $3bn.']
    >>> list(attributes("The four-day strike was called off."))
    []
    """
    if _is_unreal(sentence):
        return
    if "-" in sentence and not _CUT_SHORT.search(sentence):
        for match in _LASTING.finditer(sentence):
            unit = match["unit"] if match["number"] == "1" else f"{match['unit']}s"
            yield f"The {match['what']} lasts {match['number']} {unit}."
    if "-" in sentence:
        for match in _SIZED.finditer(sentence):
            unit = _IRREGULAR.get(match["unit"], f"{match['unit']}s")
            yield f"The {match['what']} is {match['number']} {unit} {match['how']}."
    for match in _WORTH.finditer(sentence) if "he " in sentence else ():
        many = f"{match['sum'].replace('-', ' ')}{'s' if match['money'] else ''}"
        yield f"The {match['what']} is worth {many}."


def aside(sentence: str) -> Iterator[str]:
    """What a sentence says in front or behind of its subject's size, or of a part of it.

    >>> list(aside("At 2,410 metres, Mount Ferrin is the highest peak."))
    ['Mount Ferrin is 2,410 metres high.']
    >>> list(aside("The school has 640 pupils, 12 percent of whom are girls."))
    ["12 percent of the school's pupils are girls."]
    """
    if _is_unreal(sentence):
        return
    if (" of wh" in sentence or " of them" in sentence) and (part := _OF_WHOM.match(sentence)):
        yield f"{part['share']} of {_inside(part['who'])}'s {part['what']} {part['rest'].rstrip('.')}."
    if sentence.startswith("At ") and (at := _AT.match(sentence)):
        yield _of_size(at)
    elif sentence.startswith("With ") and (of := _WITH.match(sentence)):
        yield f"{of['who'][0].upper()}{of['who'][1:]} has a {of['what']}."


def _is_unreal(sentence: str) -> bool:
    """Whether a sentence denies, doubts or foresees something, be it what it may."""
    words = _WORD.findall(f"{sentence[:1].lower()}{sentence[1:]}")
    return not _UNREAL.isdisjoint(words)


def _inside(who: str) -> str:
    """A subject as it stands within a sentence: "The school" is "the school"."""
    return f"{who[0].lower()}{who[1:]}" if who.startswith("The ") else who


def _of_size(match: re.Match[str]) -> str:
    who = f"{match['who'][0].upper()}{match['who'][1:]}"
    told = (way for way in ("high", "deep", "wide", "long") if match[way])
    how = match["how"] or next(told, "")
    return f"{who} is {match['size']}{' ' if how else ''}{how}."
