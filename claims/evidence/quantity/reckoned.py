"""What a sentence or two give when worked out, as a sentence of its own: ages, sums, margins, counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claims.evidence.quantity.contrasts import contrasts
from claims.evidence.quantity.joined import is_unsure
from claims.evidence.quantity.periods import days_of
from claims.evidence.quantity.sizes import sizes
from claims.evidence.quantity.totals import totals
from claims.extract.dates.mentions import dates
from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 400
"""Characters; longer sentences tell more than what is worked out here."""
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = rf"(?:\d{{1,2}} (?:{MONTH}) {_YEAR}|(?:{MONTH}) \d{{1,2}}, {_YEAR})"
_DATE = rf"(?:{_DAY}|(?:{MONTH}) {_YEAR}|{_YEAR})"
_NAME = r"(?:The (?:[a-z-]+ ){1,2})?[A-Z][\w’'-]+(?: (?:(?:de|van|von|da|di|al|el|bin) )?[A-Z][\w’'-]+){0,3}"
_DID = (
    r"(?:(?:was|were) (?:first |again )?[a-z]+(?:ed|en|wn|rn)|[a-z]+ed|became|won|took|left|made|set|wrote"
    r"|beat|swam|rode|ran|gave|went|came|led|sold|bought|lost|met|sang)\b"
)
_DEED = rf"(?P<did>{_DID} [^,;:\d]{{0,70}}?(?:in|on) (?P<day>{_DATE}))"
_BORN = re.compile(
    rf"^(?P<who>{_NAME})(?: was|,)? born (?:in [A-Z]\w+ )?(?:on|in) (?P<born>{_DATE})"
    rf"(?: in (?:[A-Z]\w+ ?)+)?(?:\W*$|(?:,| and) (?:(?:he|she) )?{_DEED})"
)
_ONCE = re.compile(
    r"^(?:(?P<done>became|retired|resigned|died|married|graduated"
    r"|was (?:crowned|ordained|executed|murdered|killed))"
    r"|was (?P<post>(?:appointed|named|made|sworn in as)(?! (?:in|on)\b)))"
    r" (?P<what>(?:(?!(?:in|on) \d)[^,;:\d])*?)"
    rf"(?:in|on) {_DATE}$"
)
"""What is done once, so that its day need not be told."""
_AGAIN = re.compile(
    r"\b(?:again|once more|(?:second|third|fourth) time|re-?(?:elected|appointed|married))\b"
)
_THEN = re.compile(rf"^(?P<who>He|She|{_NAME}) {_DEED}")
_LISTED = re.compile(
    rf"^(?P<who>[A-Z][^,;:\d]{{1,60}}?) (?P<did>{_DID} [^,;:\d]{{0,60}}?|(?:was|were) [^,;:\d]{{0,60}}?)"
    rf" in (?P<years>{_YEAR}(?:, {_YEAR})*,? and {_YEAR})"
    r"(?P<only>,? (?:and|but) (?:in no other year|never (?:again|since)|at no other time))?\W*$"
)
_CHAMPION = re.compile(r"^(?:was|were) (?:the )?(?P<of>[a-z]+) (?:champions?|winners?)$")
_SUM = (
    r"(?P<money{0}>[$€£]?)(?P<n{0}>\d[\d.,]*\d|\d)"
    r"(?P<unit{0}>(?: (?:million|billion|thousand))?(?: [a-z]+)?)"
)
_TAKES = (
    r"took in|takes in|collected|collects|earned|received|raised"
    r"|had (?:an income|income|revenues?|receipts) of"
)
_GIVES = r"spent|spends|paid out|pays out|had (?:spending|expenditure|expenses|costs|outgoings) of"
_BALANCE = re.compile(
    rf"^(?P<front>In (?:{_YEAR}|[a-z]+ {_YEAR}),? )?(?P<who>(?:[Tt]he |[A-Z])[^,;:\d]{{1,60}}?)"
    rf" (?:(?P<in1>{_TAKES})|(?:{_GIVES})) {_SUM.format(1)}(?:,? (?:and|but)|,) (?:it )?"
    rf"(?:(?P<in2>{_TAKES})|(?:{_GIVES})) {_SUM.format(2)}(?P<when> in {_YEAR})?\W*$"
)
_COSTS = r"(?:costs|expenses|expenditures?|spending|outgoings)"
_INCOME = r"revenues?|income|sales|receipts|turnover"
_BOOKS = re.compile(
    rf"^(?P<front>In {_YEAR},? )?(?P<who>(?:[Tt]he |[A-Z])[^,;:\d]{{1,60}}?) (?:had|recorded|reported)"
    rf" (?:an? )?(?:(?P<in1>{_INCOME})|{_COSTS})"
    rf" of {_SUM.format(1)}(?P<when> in {_YEAR})? and (?:an? )?"
    rf"(?:(?P<in2>{_INCOME})|{_COSTS})"
    rf" of {_SUM.format(2)}(?P<when2> in {_YEAR})?\W*$"
)
_TRADE = re.compile(
    rf"^(?P<front>In {_YEAR},? )?(?P<who>(?:[Tt]he |[A-Z])[^,;:\d]{{1,60}}?)"
    rf" (?:(?P<in1>exported)|imported) (?:goods worth )?{_SUM.format(1)}(?: worth of goods)?"
    rf"(?P<when> in {_YEAR})? and (?:(?P<in2>exported)|imported) (?:goods worth )?{_SUM.format(2)}"
    rf"(?: worth of goods)?(?P<when2> in {_YEAR})?\W*$"
)
_POLLED = r"(?:received|got|won|polled|took|had|with)"
_LOSER = (
    r"(?:the (?:runner-up|loser|second candidate|second-placed candidate)"
    r"|(?:his|her) (?:only |nearest |closest |main )?(?:rival|opponent|challenger))"
)
_VOTED = re.compile(
    rf"^(?:In (?P<front>[^,;:\d]{{2,40}}), )?(?P<who>{_NAME}) {_POLLED} (?P<n1>\d[\d,]*) votes"
    r"(?: and (?P<won>won (?:the [a-z-]+|in [A-Z][\w ]+)))?"
    r"(?P<rest>\W*$|,? (?:and|against|to|while|with) .*$)"
)
_LOST = re.compile(
    rf"^(?:,? (?:and|against|to|while|with) )?{_LOSER}(?:, {_NAME}(?= \d|,),?| {_NAME})?,?"
    rf"(?: {_POLLED})? (?:only |just )?(?P<n2>\d[\d,]*)(?: votes)?\W*$",
    re.IGNORECASE,
)
_CONTEST = re.compile(
    r"^the (?:[\w-]+ )*?(?:election|by-election|vote|round|run-?off|race|contest|primary|ballot)$"
)
_OWNS = re.compile(
    r"^(?P<a>(?:The )?[A-Z][^,;:\d]{1,50}?) (?P<verb>owns?|owned|holds?|held|controls?|controlled)"
    r" (?P<x>[\d.]+) ?(?:%|per ?cent) (?P<of>of [^,;:\d]{2,50}?),? (?:and|while)"
    r" (?P<b>[^,;:\d]{2,50}?)(?:, [^,;:\d]{2,40},)? (?:(?:owns?|owned|holds?|held) )?"
    r"(?:a further |another )?(?P<y>[\d.]+) ?(?:%|per ?cent)(?=[.;,]|$)"
)


class Reckoned(NamedTuple):
    """What was worked out, as a sentence, how, and up to which number it may be."""

    text: str
    how: str = ""
    most: int | None = None


def reckoned(sentence: str, after: str) -> Iterator[Reckoned]:
    """What a sentence gives when worked out, alone or with the next.

    >>> list(reckoned("Ana Lee was born on 3 March 1970.", "She became mayor on 1 June 2012."))[0].text
    'Ana Lee became mayor on 1 June 2012 at the age of 42.'
    >>> [r.text for r in reckoned("Osk FC won the cup in 1968, 1971 and 1984.", "")]
    ['Osk FC won the cup at least 3 times.']
    >>> list(reckoned("In 2017 the city spent 312 million euros and took in 300 million euros.", ""))
    [Reckoned(text='In 2017 the city had a deficit of 12 million euros.', how='300 - 312 = -12', most=None)]
    >>> list(reckoned("Ana Lee received 914 votes and the runner-up 702.", ""))[-1:]
    [Reckoned(text='Ana Lee won the election by 212 votes.', how='914 - 702 = 212', most=None)]
    >>> list(reckoned("Tom Ash owns 30 percent of Osk Ltd and Guy Ash 25 percent.", ""))[0].text
    'Tom Ash and Guy Ash own 55 percent of Osk Ltd.'
    """
    if len(sentence) > _LONGEST or is_unsure(sentence):
        return
    if not is_unsure(after[:_LONGEST]):
        yield from (Reckoned(*one) for one in contrasts(sentence, after))
        yield from (Reckoned(*one) for one in sizes(sentence, after))
    yield from (Reckoned(*one) for one in totals(sentence))
    if " born " in sentence:
        yield from _ages(sentence, after)
    elif " and " in sentence or " votes" in sentence:
        if " in 1" in sentence or " in 2" in sentence:
            yield from _years(sentence)
        if " votes" in sentence:
            yield from _margin(sentence, after)
        if "ent " in sentence or "%" in sentence or " had " in sentence or "ported " in sentence:
            yield from _balance(sentence)
            yield from _stakes(sentence)


def _ages(sentence: str, after: str) -> Iterator[Reckoned]:
    """How old somebody was who was born on a day and did something on another."""
    born = _BORN.match(sentence)
    if born is None:
        return
    deed = born if born["did"] else _THEN.match(after[:_LONGEST])
    if deed and _AGAIN.search(deed["did"]):
        return
    if deed is None or (
        deed is not born and (is_unsure(after) or not _is_same(born["who"], deed["who"]))
    ):
        return
    ages = _between(born["born"], deed["day"])
    if not ages or not 0 < ages[0] <= ages[1]:
        return
    how = f"{born['born']} to {deed['day']} is {ages[0]} years"
    how, most = (how, None) if ages[0] == ages[1] else (f"{how} or {ages[1]}", ages[1])
    did = deed["did"].replace(" for the first and only time", "").replace(" for the only time", "")
    yield Reckoned(f"{born['who']} {did} at the age of {ages[0]}.", how, most)
    if once := _ONCE.match(did):
        done = "became" if once["post"] else once["done"]
        yield Reckoned(f"{born['who']} {done} {once['what']}at the age of {ages[0]}.", how, most)


def _is_same(full: str, short: str) -> bool:
    return short in {"He", "She"} or set(short.split()) <= set(full.split())


def _between(born: str, day: str) -> tuple[int, int] | None:
    """The least and the most full years between two dates."""
    found = [[m.edtf for m in dates(one, published=None)] for one in (born, day)]
    spans = [days_of(one[0]) for one in found if len(one) == 1]
    if len(spans) != len(found) or None in spans:
        return None
    (a, b), (c, d) = ((s[0], s[1]) for s in spans if s)
    return _full_years(b, c), _full_years(a, d)


def _full_years(first: str, last: str) -> int:
    a, b = (tuple(map(int, day.split("-"))) for day in (first, last))
    return b[0] - a[0] - (b[1:] < a[1:])


def _years(sentence: str) -> Iterator[Reckoned]:
    """How often something was done that was done in the years listed."""
    match = _LISTED.match(sentence)
    if match is None:
        return
    years = re.findall(r"\d{4}", match["years"])
    least = "" if match["only"] else "at least "
    how = f"{', '.join(years)}: {len(years)} times"
    champion = _CHAMPION.match(match["did"])
    did = f"won the {champion['of']}" if champion else match["did"]
    if not did.startswith(("was a", "was the", "were a", "were the")):
        yield Reckoned(f"{match['who']} {did} {least}{len(years)} times.", how)


def _number(text: str) -> float:
    return float(text.replace(",", "").rstrip("."))


def _less(one: str, two: str) -> tuple[float, str]:
    """The first number less the second, and how that is worked out."""
    places = max(len(n.partition(".")[2]) for n in (one, two))
    gap = round(_number(one) - _number(two), places)
    return gap, f"{one} - {two} = {gap:,.12g}"


def _balance(sentence: str) -> Iterator[Reckoned]:
    """The surplus or deficit of what was taken in and what was spent."""
    if match := _BALANCE.match(sentence):
        yield from _left_over(match, match["when"] or "", ("had a surplus", "had a deficit"))
    elif match := _BOOKS.match(sentence):
        when = match["when"] or match["when2"] or ""
        yield from _left_over(match, when, ("had a surplus", "had a deficit"))
        yield from _left_over(match, when, ("made a profit", "made a loss"))
    elif match := _TRADE.match(sentence):
        when = match["when"] or match["when2"] or ""
        yield from _left_over(match, when, ("had a trade surplus", "had a trade deficit"))


def _left_over(match: re.Match[str], when: str, words: tuple[str, str]) -> Iterator[Reckoned]:
    if bool(match["in1"]) is bool(match["in2"]):
        return
    unit = match["unit1"] or match["unit2"]
    if (match["unit2"] or unit) != unit or match["money1"] != match["money2"]:
        return
    came, went = ("1", "2") if match["in1"] else ("2", "1")
    gap, how = _less(match[f"n{came}"], match[f"n{went}"])
    if gap:
        size = f"{match['money1']}{abs(gap):,.12g}{unit}"
        had = words[0 if gap > 0 else 1]
        yield Reckoned(f"{match['front'] or ''}{match['who']} {had} of {size}{when}.", how)


def _margin(sentence: str, after: str) -> Iterator[Reckoned]:
    """By how many votes somebody won."""
    match = _VOTED.match(sentence)
    if match is None:
        return
    lost = _LOST.match(match["rest"]) or (not match["rest"].strip(" .") and _LOST.match(after))
    if not lost:
        return
    gap, how = _less(match["n1"], lost["n2"])
    front = match["front"] or ""
    contest = _CONTEST.match(front)
    won = match["won"] or f"won {front if contest else 'the election'}"
    place = f"In {front}, " if front and not contest else ""
    if gap > 0:
        yield Reckoned(f"{place}{match['who']} {won} by {gap:,.0f} votes.", how)


def _stakes(sentence: str) -> Iterator[Reckoned]:
    """What two own together."""
    match = _OWNS.match(sentence)
    if match:
        both = round(_number(match["x"]) + _number(match["y"]), 3)
        verb = {"holds": "hold", "owns": "own", "controls": "control"}.get(
            match["verb"], match["verb"]
        )
        how = f"{match['x']} + {match['y']} = {both:.6g}"
        yield Reckoned(
            f"{match['a']} and {match['b']} {verb} {both:.6g} percent {match['of']}.", how
        )
