"""What a sentence says in passing, as a sentence of its own: dates in brackets, clauses behind "after"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.idle import FORESIGHT, HEDGES, NEGATIONS
from claims.evidence.quantity.statement import LONGEST
from claims.extract.dates.mentions import dates
from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

_A_DAY = 10
"""Characters of an EDTF day."""
_MONTH = rf"(?:{MONTH})"
_DATE = rf"(?:\d{{1,2}} {_MONTH} \d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}}|{_MONTH} \d{{4}}|\d{{4}})"
_WHO = r"^(?P<who>[A-Z][^(),;:\d]{2,60})"
_BORN = re.compile(rf"{_WHO}(?: \(|, )born (?:on |in )?(?P<born>{_DATE})\b(?!, died)")
_LIVED = re.compile(
    rf"{_WHO} \((?:born )?(?P<born>{_DATE})(?:\s?[-–—]\s?|[,;] died )(?P<died>{_DATE})\) (?:was|were)\b"
)


_FRONTED = re.compile(
    rf"^(?P<done>[A-Z][a-z]+(?:ed|t|n)) (?P<when>(?:in|on) {_DATE}),"
    r" (?P<who>(?:the |[A-Z])[^,;:#\d]{2,50}?) (?:is|was|are|were|has|had) "
)

_RELATIVE = re.compile(
    rf"^(?P<who>(?:[Tt]he |[A-Z])[^,;:#\d]{{1,50}}?), (?:(?:which|who) (?P<was>was|were) )?"
    rf"(?P<done>[a-z]+(?:ed|t|n) [^,;:\d]{{0,24}}?(?:in|on) {_DATE})[^,;:\d]{{0,24}},"
)
_IN = r"(?:[^,;:]|(?<=\d),(?=\d))"
_NUMBER = (
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundreds?|thousands?|half"
    r"|third|quarter|doubled|tripled|halved)\b)"
)
_EMBEDDED = re.compile(
    rf"^(?P<main>[^;:]{{8,120}}?),? (?:after|when|because) (?P<clause>(?:the |[A-Z])[^;:]*{_NUMBER}[^;:]*)$"
)
_NAMED = re.compile(
    r"(?<![A-Z]\w )(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2}),"
    r" (?:(?:the|an?) (?:[a-z-]+ ){1,4})?who (?P<rest>(?!(?:will|would|could|may|might|is|are|wants|plans)\b)"
    rf"[a-z]+ {_IN}*{_NUMBER}{_IN}*?)(?:, |[.,]$)"
)
_TOWN = re.compile(
    r"^(?P<who>(?:[A-Z][\w’'-]+ ?){1,3})(?:, | (?:is|was) )an? (?:[a-z-]+ ){0,3}"
    r"(?:town|city|village|island|country|republic|state|province|district|suburb|settlement|nation|place"
    r"|kingdom|municipality) (?:[^,;:\d]{0,40} )?(?:of|with(?P<of> a population of)?)"
    r" (?P<crowd>(?:about |some |around |nearly |more than |over )?\d[\d,.]*"
    r"(?: million)?)(?(of)(?=[ .,;]|$)| (?:people|inhabitants|residents|souls)\b)"
)
_APPOSED = re.compile(
    r"^(?P<who>[A-Z][^,;:\d]{1,50}?), an? (?:[a-z-]+ ){1,4}?with (?P<what>(?:about |some |around |nearly "
    r"|more than |over )?\d[\d,.]*(?: million)?(?: [a-z-]+){1,3}),"
)
_AMONG = re.compile(
    r"^(?P<head>[^,;:\d]+?) (?:about |some |at least )?\d[\d,.]*(?: [a-z]+){1,3}, (?:among them|including)"
    rf" (?P<part>{_NUMBER}[\d,.]*(?: [a-z-]+){{1,3}})\W*$"
)
_DIED = re.compile(
    r"^(?P<who>(?:The |the |[A-Z])[^,;:\d]{2,60}?)(?:,[^,]*,)? (?:has )?(?:died|passed away)\b"
)
_WAS = re.compile(r"^(?:He|She) was (?:aged )?(?P<age>\d{1,3})\W*$")
_WHICH = re.compile(
    rf"^(?P<who>(?:The |[A-Z])[^,;:\d]{{1,50}}?), (?:which|who)"
    rf" (?!(?:will|would|could|may|might|wants|plans|is to)\b)(?P<rest>[a-z]+ {_IN}*{_NUMBER}{_IN}*?), "
)
_DONE = re.compile(
    r"\b(?:was|were|had|[a-z]+ed|rose|fell|grew|hit|lost|won|sold|cut|left|made|struck|sank|broke)\b"
)
_UNSURE = HEDGES | NEGATIONS | {w for listed in FORESIGHT.values() for w in listed.split()}

_PLACE = r"(?:in [A-Z][^,;:\d]{1,30} )?"
_TWICE = re.compile(
    rf"^(?P<who>[A-Z][^,;:\d]{{1,60}}?) (?P<was>was|were) (?P<one>[a-z]+ {_PLACE}(?:on|in) {_DATE})"
    rf" and (?P<two>(?P<did>died|opened|closed|came into force|ended|began)?(?(did)| ?(?:was |were )?[a-z]+)"
    rf" {_PLACE}(?:on|in) {_DATE})(?=[.,;]|$)"
)

_DID = r"(?:(?:was|were) [a-z]+|[a-z]+ed|began|broke out|won|took|left|fell|came|went|became|met|sank|rose)"
_TWO_DATES = re.compile(
    rf"^(?P<who>(?:The |[A-Z])[^,;:\d]{{1,60}}?) (?P<one>{_DID} [^,;:\d]{{0,30}}?(?:in|on) {_DATE})"
    rf" and (?P<two>{_DID} [^,;:\d]{{0,30}}?(?:in|on) {_DATE})(?=[.,;]|$)"
)

_WHAT = (
    r"(?:its |his |her |their )?(?P<what>(?:about |some |over |nearly |more than )?\d[\d,.]*"
    r"(?: [a-z]+){1,4})"
)
_IS = r"(?:is|are|remains?|ranks?)\b"
_FIGURE = r"[$€£]?\d[\d,.]*(?: ?%| (?:million|billion|trillion|per ?cent)\b)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_LEVELS = re.compile(
    rf"^(?:In (?P<front>{_YEAR}),? )?(?P<head>[^,;:\d$€£]+?) {_FIGURE}(?P<what>(?: [A-Za-z’'-]+){{0,6}}?)"
    rf"(?: (?:in|by|at the end of|last|this) (?:[a-z]+|(?P<year>{_YEAR})))?,"
    rf" (?:(?:up|down) from|compared with|compared to|against|after) (?P<then>{_FIGURE})"
    rf"(?P<unit>(?: [a-z-]+){{0,3}}?)(?: in (?P<when>{_YEAR})| (?:the|a) year (?:earlier|before))\W*$"
)
_TO = re.compile(
    r"\b(?:(?:had|has|have) )?(?:r[io]sen?|rose|fell|fallen|grew|grown|dropped|climbed|declined|increased"
    r"|decreased|jumped|shrank|sank|slipped) to$"
)
_WITH_FIRST = re.compile(rf"^With {_WHAT}, (?P<who>it|(?:the |[A-Z])[^,;:#\d]{{2,40}}?) {_IS}")
_WITH_BEHIND = re.compile(rf"{_WHO}, with {_WHAT}, {_IS}")


_QUAKE = re.compile(
    r"\b(?P<the>[Tt]he|[Aa]) (?:magnitude[- ](?P<a>\d(?:\.\d)?)|(?P<b>\d(?:\.\d)?)[- ]magnitude)"
    r" (?P<what>earthquake|quake|tremor)\b"
)


def strength(sentence: str) -> Iterator[str]:
    """How strong an earthquake was that is told of in passing, as a sentence of its own.

    >>> list(strength("The magnitude 7.8 quake struck at night."))
    ['The quake had a magnitude of 7.8.']
    >>> list(strength("A 6.1-magnitude earthquake shook Osk."))
    ['An earthquake had a magnitude of 6.1.']
    """
    for match in _QUAKE.finditer(sentence) if "agnitude" in sentence else ():
        an = "An" if match["what"] == "earthquake" else "A"
        the = "The" if match["the"].lower() == "the" else an
        yield f"{the} {match['what']} had a magnitude of {match['a'] or match['b']}."


def level_before(sentence: str) -> Iterator[str]:
    """What the number was before, behind "up from", as a sentence of its own.

    >>> list(level_before("The jail held 940 inmates in 2020, up from 612 in 2010."))
    ['The jail held 612 inmates in 2010.']
    >>> list(level_before("In 2020 the rate fell to 4 percent, down from 5 percent a year earlier."))
    ['The rate was 5 percent in 2019.']
    """
    match = _LEVELS.match(sentence) if ", " in sentence and len(sentence) <= LONGEST else None
    if match is None:
        return
    now = match["front"] or match["year"]
    when = match["when"] or (now and str(int(now) - 1))
    head = _TO.sub("was", match["head"])
    if when and when != now:
        yield f"{head[0].upper()}{head[1:]} {match['then']}{match['unit'] or match['what']} in {when}."


def lives(sentence: str) -> Iterator[str]:
    """What the dates behind a name say: that one was born, and died; and what a date in front says.

    >>> list(lives("Ana Kovic (born 4 May 1961) is a judge."))
    ['Ana Kovic was born on 4 May 1961.']
    >>> list(lives("Ivo Kovic (1901 - 3 June 1988) was a painter."))
    ['Ivo Kovic was born in 1901.', 'Ivo Kovic died on 3 June 1988.']
    >>> list(lives("Ida Roos (born 4 May 1950, died 6 June 2020) was a painter."))[-1]
    'Ida Roos died at the age of 70.'
    >>> list(lives("She was born in 1901 and died in Osk in 1977."))
    ['She was born in 1901.', 'She died in Osk in 1977.']
    >>> list(lives("Completed in May 2009, the tower is 829 metres high."))
    ['The tower was completed in May 2009.']
    >>> list(lives("The probe, which was launched on 4 May 1997, is lost."))
    ['The probe was launched on 4 May 1997.']
    """
    if len(sentence) > LONGEST:
        return
    if match := _BORN.match(sentence):
        yield f"{match['who']} was born {_when(match['born'])}."
    elif match := _LIVED.match(sentence):
        yield f"{match['who']} was born {_when(match['born'])}."
        yield f"{match['who']} died {_when(match['died'])}."
        if (age := _age(match["born"], match["died"])) is not None:
            yield f"{match['who']} died at the age of {age}."
    elif match := _TWICE.match(sentence):
        yield f"{match['who']} {match['was']} {match['one']}."
        second = match["two"].removeprefix("was ").removeprefix("were ")
        yield f"{match['who']} {'' if match['did'] else match['was'] + ' '}{second}."
    elif match := _TWO_DATES.match(sentence):
        yield f"{match['who']} {match['one']}."
        yield f"{match['who']} {match['two']}."
    elif match := _FRONTED.match(sentence):
        who = match["who"]
        yield f"{who[0].upper()}{who[1:]} was {match['done'].lower()} {match['when']}."
    else:
        yield from _clauses(sentence)


def _clauses(sentence: str) -> Iterator[str]:
    """What a clause or an apposition says in passing.

    >>> list(_clauses("Osk, a port town of 41,000 people, lies on the coast."))
    ['Osk has 41,000 inhabitants.']
    >>> list(_clauses("The fire killed 14 people, among them nine nurses."))
    ['The fire killed nine nurses.']
    >>> list(_clauses("He follows Ana Kovic, who led the firm for 12 years."))
    ['Ana Kovic led the firm for 12 years.']
    >>> list(_clauses("Thousands protested after the city raised fares by 30 percent."))
    ['The city raised fares by 30 percent.']
    >>> list(_clauses("With 41,000 students, the school is the largest."))
    ['The school has 41,000 students.']
    """
    if match := _WITH_FIRST.match(sentence) or _WITH_BEHIND.match(sentence):
        yield _with(match)
    elif match := _RELATIVE.match(sentence):
        yield f"{match['who']} {match['was'] or 'was'} {match['done']}."
    elif match := _TOWN.match(sentence):
        yield f"{match['who'].strip()} has {match['crowd']} inhabitants."
    elif match := _APPOSED.match(sentence):
        yield _with(match)
    elif match := _WHICH.match(sentence):
        yield f"{match['who']} {match['rest']}."
    elif match := _AMONG.match(sentence):
        yield f"{match['head']} {match['part']}."
    elif match := _NAMED.search(sentence):
        yield f"{match['who']} {match['rest']}."
    elif (match := _EMBEDDED.match(sentence)) and _holds(match):
        yield f"{match['clause'][0].upper()}{match['clause'][1:]}"


def obituary(sentence: str, after: str) -> Iterator[str]:
    """The age that stands alone behind a death.

    >>> list(obituary("The painter Ida Lund died on Sunday.", "She was 84."))
    ['The painter Ida Lund died at the age of 84.']
    """
    died, aged = _DIED.match(sentence), _WAS.match(after)
    if died and aged and not re.search(r"[’']s\b", died["who"]):
        yield f"{died['who']} died at the age of {aged['age']}."


def _holds(match: re.Match[str]) -> bool:
    """Whether a clause behind "after" is told as done, by a sentence that doubts nothing."""
    words = {w.lower() for w in re.findall(r"[A-Za-z]+", match["main"])}
    return not words & _UNSURE and _DONE.search(match["clause"]) is not None


def _with(match: re.Match[str]) -> str:
    who = match["who"]
    return f"{who[0].upper()}{who[1:]} has {match['what']}."


def _age(born: str, died: str) -> int | None:
    """How old somebody became, where both days are told.

    >>> _age("4 May 1950", "6 June 2020"), _age("4 May 1950", "3 May 2020"), _age("1950", "2020")
    (70, 69, None)
    """
    days = [[m.edtf for m in dates(one, published=None)] for one in (born, died)]
    if [len(one) for one in days] != [1, 1] or any(len(one[0]) != _A_DAY for one in days):
        return None
    first, last = (tuple(map(int, one[0].split("-"))) for one in days)
    return last[0] - first[0] - (last[1:] < first[1:])


def _when(date: str) -> str:
    return f"{'on' if re.search(r'[0-9] [A-Z]|[a-z] [0-9]{1,2},', date) else 'in'} {date}"
