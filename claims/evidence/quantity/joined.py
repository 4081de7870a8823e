"""Two sentences that tell one thing together, as one: "It has 480 pupils." and "Of these, 120 walk."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.idle import FORESIGHT, HEDGES, NEGATIONS
from claims.extract.quantities.mentions import quantities
from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

TOGETHER = "told together"
"""The standing of a statement that no sentence makes alone: only what it gives when worked out counts."""
_LONGEST = 400
"""Characters of either sentence; longer ones tell more than what is joined here."""
_NUMBER = (
    r"(?:[$€£]?\d[\d.,]*\d|[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b)"
)
_ROUGHLY = (
    r"(?:(?:about|some|around|nearly|almost|roughly|only|just|over|more than|fewer than|less than|at least"
    r"|exactly) )*"
)
_MANY = rf"(?P<many>{_ROUGHLY}{_NUMBER})"
_OF_THEM = re.compile(
    rf"^(?:(?:out )?of (?:these|those|them|the (?P<whole>[a-z]+)),? {_MANY}"
    rf"|{_MANY.replace('many', 'many2')}"
    r" of (?:them|these|those|(?:the|its|their) (?P<whole2>[a-z]+)))(?P<rest> (?![a-z]+ of\b)[^;:]+)$",
    re.IGNORECASE,
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_TIME = rf"(?:(?:{MONTH})(?: {_YEAR})?|{_YEAR})"
_LATER = re.compile(
    rf"^(?:But )?[IiBb][ny] (?P<when>{_TIME}),? (?:only )?(?P<who>there|it|they|(?:the|its|their)"
    r" (?P<what>number|figure|total|price|rate|share|count|population))"
    r" (?P<verb>(?:(?:only|already|still) )?[a-z]+(?: (?:at|to|for))?)"
    rf" (?P<level>{_ROUGHLY}{_NUMBER}(?: (?:million|billion))?(?: ?%)?)(?P<noun>(?: [a-z]+){{0,3}})\.?$"
)
_FIRST_FRONT = re.compile(rf"^In (?P<when>{_TIME}),? (?P<rest>[^;:]+?)\.?$")
_FIRST_BEHIND = re.compile(rf"^(?P<rest>[^;:]+?) in (?P<when>{_TIME})\.?$")
_COPULAS = frozenset("was were is are stood reached totalled amounted".split())
_WORD = re.compile(r"[a-z]+")
_ANY_WORD = re.compile(r"[A-Za-z]+")
_UNSURE = HEDGES | NEGATIONS | {w for listed in FORESIGHT.values() for w in listed.split()}
_IN_NO_OTHER = re.compile(r"in no other year|at no other time|never (?:again|since)")
_CROWD = (
    rf"(?:a population of (?P<people>{_ROUGHLY}{_NUMBER}(?: million)?)|(?P<crowd>{_ROUGHLY}{_NUMBER}"
    r"(?: million)? (?:[a-z]+ )?(?:inhabitants|residents|people|pupils|students|households|members|employees"
    r"|citizens|patients|families)))"
)
_CROWD_BEHIND = re.compile(
    r"^(?:(?:It|(?:The|This) (?P<place>town|city|village|island|municipality|school|university"
    r"|region|district|county|state|province|country|nation))"
    rf" (?P<tense>has|had|counted|counts) {_CROWD}"
    rf"|(?:Its|The) population (?P<was>is|was|stood at) (?P<souls>{_ROUGHLY}{_NUMBER}(?: million)?))"
    r"(?P<then> (?:that|the same) year| at the time| then| at that time)?\.?$"
)
_CROWD_FIRST = re.compile(
    rf"^(?P<front>In {_YEAR},? )?(?P<who>[A-Z][^,;:\d]{{1,60}}?) (?:has|had) {_CROWD}\.?$"
)
_HAS = re.compile(
    rf"^[^,;:\d]{{2,60}}? (?P<has>has|had) {_ROUGHLY}{_NUMBER} (?:[a-z]+ )?[a-z]+\W*$"
)
_HAS_TOO = re.compile(
    rf"^(?:It|The (?P<place>[a-z]+)) (?P<has>has|had) (?:also )?"
    rf"(?P<what>{_ROUGHLY}{_NUMBER} (?:[a-z]+ )?[a-z]+)\W*$"
)
_GOES_ON = re.compile(
    r"^(?P<front>In (?:(?:that|the same) year|\d{4}),? )?[Ii]t"
    r" (?P<rest>(?:spends|spent|uses|used|emits|emitted|produces|produced|consumes|consumed|pays|paid"
    r"|receives|received|collects|collected) [^;:]+)$"
)
_AREA = re.compile(
    r"^(?:It|The (?P<place>town|city|country|island|region|district|county|state|province|municipality))"
    r" (?:covers|has an area of) (?P<area>[^,;:]+?)\.?$"
)
_YEARS = re.compile(rf"\b{_YEAR}\b")
_WIDER = frozenset("region district county state province country nation".split())
_PLACES = _WIDER | frozenset("town city village island municipality".split())


_MEMBERS_ALL = re.compile(r"\bmembers\W*$")


def joined(sentence: str, after: str) -> Iterator[str]:
    """What a sentence and the next tell together, as one sentence.

    >>> list(joined("Osk School has 480 pupils.", "Of these, 120 walk to school."))
    ['Osk School has 480 pupils, of whom 120 walk to school.']
    >>> list(joined("In 2000 there were 640 fires in Osk.", "In 2015 there were 320."))
    ['There were 640 fires in Osk in 2000 and 320 in 2015.']
    >>> list(joined("Osk used 4 tonnes of salt in 2014.", "It had 40,000 inhabitants."))
    ['Osk used 4 tonnes of salt in 2014, with 40,000 inhabitants.']
    """
    if not after or max(len(sentence), len(after)) > _LONGEST:
        return
    if is_unsure(sentence):
        return
    start = after[:4].lower()
    if " of " in after or start.startswith(("of ", "out ")):
        yield from _part(sentence, after)
    if start.startswith(("in ", "by ", "but ")) and sentence[-2:-1] != "?":
        yield from _levels(sentence, after)
    if start.startswith(("it", "the", "its", "in")):
        yield from _heads(sentence, after)


def is_unsure(sentence: str) -> bool:
    """Whether anything in a sentence denies, doubts or plans, but for years in which nothing was done.

    >>> [is_unsure(t) for t in ("It will win.", "It won in May.", "It won in 1968, and in no other year.")]
    [True, False, False]
    """
    told = _IN_NO_OTHER.sub("", sentence)
    return any(w.lower() in _UNSURE and w != "May" for w in _ANY_WORD.findall(told))


def _part(sentence: str, after: str) -> Iterator[str]:
    """A whole and, in the next sentence, its part: "480 pupils, of whom 120 …"."""
    match = _OF_THEM.match(after)
    wholes = (
        [q for q in quantities(sentence) if q.unit not in {"percent", "times"}] if match else []
    )
    if not match or len(wholes) != 1:
        return
    noun = (wholes[0].unit or "").split()[-1:]
    named = match["whole"] or match["whole2"]
    if not noun or not noun[0].islower() or (named and named.lower() != noun[0]):
        return
    if noun == ["members"] and not _MEMBERS_ALL.search(sentence):  # "members on the council"
        return
    many = match["many"] or match["many2"]
    yield f"{sentence.rstrip(' .')}, of whom {many[0].lower()}{many[1:]}{match['rest']}"


def _levels(sentence: str, after: str) -> Iterator[str]:
    """A level and, in the next sentence, that of another time."""
    later = _LATER.match(after)
    first = later and (_FIRST_FRONT.match(sentence) or _FIRST_BEHIND.match(sentence))
    if not later or not first or first["when"] == later["when"]:
        return
    rest = first["rest"]
    told = set(_WORD.findall(rest.lower()))
    verb = later["verb"].split()[
        -1 if later["verb"].startswith(("only ", "already ", "still ")) else 0
    ]
    same = verb in told or (later["what"] is not None and verb in _COPULAS)
    if later["what"] in {"price", "rate", "share", "population"}:
        same = same and later["what"] in told
    if not same or (later["who"] == "there" and not _THERE.search(rest)):
        return
    if _YEARS.search(rest) or set(_WORD.findall(later["noun"])) - told - _SUCH:
        return
    noun = later["noun"].replace(" such ", " ")
    yield f"{rest[0].upper()}{rest[1:]} in {first['when']} and {later['level']}{noun} in {later['when']}."


_THERE = re.compile(r"\b[Tt]here ")
_SUCH = frozenset(["such"])


def _is_elsewhere(place: str | None, sentence: str) -> bool:
    """Whether "the county", "the town" behind a sentence may be another place than that of the sentence.

    >>> [_is_elsewhere(p, "The province of Osk spent $4.") for p in ("province", "town", None)]
    [False, True, False]
    """
    if place is None:
        return False
    told = set(_WORD.findall(sentence.lower()))
    return place not in told and (place in _WIDER or bool(told & _PLACES))


def _heads(sentence: str, after: str) -> Iterator[str]:
    """A total and those among whom it is to be divided, told in the sentence behind or before it."""
    if match := _CROWD_BEHIND.match(after):
        wider = _is_elsewhere(match["place"], sentence)
        then = not wider and (match["tense"] or match["was"]) in {
            "had",
            "counted",
            "was",
            "stood at",
        }
        if then or (not wider and (match["then"] or _YEARS.search(sentence) is None)):
            people = match["people"] or match["souls"]
            crowd = f"{people} inhabitants" if people else match["crowd"]
            yield f"{sentence.rstrip(' .')}, with {crowd}."
    elif ("people" in sentence or "inhabitants" in sentence) and (match := _AREA.match(after)):
        if _is_elsewhere(match["place"], sentence):
            return
        yield f"{sentence.rstrip(' .')}, on an area of {match['area']}."
    elif (match := _HAS_TOO.match(after)) and (first := _HAS.match(sentence)):
        if first["has"] == match["has"] and not _is_elsewhere(match["place"], sentence):
            yield f"{sentence.rstrip(' .')} and {match['what']}."
    elif (first := _CROWD_FIRST.match(sentence)) and (match := _GOES_ON.match(after)):
        crowd = f"{first['people']} inhabitants" if first["people"] else first["crowd"]
        front = (
            (first["front"] or "")
            if "that" in (match["front"] or "")
            else match["front"] or first["front"]
        )
        yield f"{front or ''}{first['who']}, with {crowd}, {match['rest']}"
