"""Whether a number tells how old somebody is: "aged 24", "A woman, 27,", "Her sons, 4 and 7,"."""

from __future__ import annotations

import re

from claims.extract.grammar.countries import LANDS
from claims.extract.grammar.people_nouns import HUMANS
from claims.extract.grammar.verbs import PRESENT

_AGED = re.compile(
    r"\b(?:aged?(?: of)?(?: (?:about|around|just|only|nearly|almost|roughly))?|ages"
    r"|aged between(?: \w+ and)?|turned"
    r"|in age (?:from|between)(?: \w+ (?:to|and))?"
    r"|aged \w+(?:,| and| to| or)(?: \w+(?:, and|, two aged|,| and| to| or)){0,6}) $"
)
_NOT_THINGS = re.compile(
    rf"\s(?!(?:{'|'.join(sorted(PRESENT))}|and|to|or|when|in|at|on|who|was|were|is|must|can)\b)[a-z]{{3,}}s\b"
)
_NAMED = re.compile(r"[A-Z][\w’'.-]*\s?,\s(?:now |then |both )?$|, now $")
_SET_OFF = re.compile(r"\s?,\s(?!\d)|\s?[.;)]|,$|$")
_MORE_PEOPLE = """couple twins infant adult fan waitress barman salesman salesperson policeman officer recruit
sergeant corporal private lieutenant major colonel gunman stabber rapist accused model youtuber
principal dean forward cyclist boxer fiancé fiancée boyfriend girlfriend stepfather stepmother
stepson stepdaughter granddaughter neighbour local native heiress councilman councilwoman
congressman congresswoman lawmaker secretary treasurer casualty organiser organizer leader guide
climber balloonist newcomer finalist contestant star bassist
conductor pianist violinist cellist soprano tenor""".split()
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "wife": "wives",
    "thief": "thieves",
}
_UNSURE = frozenset(
    "head chief major private general model native local star official critic".split()
)
"""What is also no person, or an adjective: "The general, 41," says too little."""


def _plural(noun: str) -> str:
    for end, other in _IRREGULAR.items():
        if noun.endswith(end) and noun != "human":
            return noun.removesuffix(end) + other
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "x")) else "s")


_ONE_PERSON = frozenset(HUMANS) | frozenset(_MORE_PEOPLE) - _UNSURE
_PEOPLE = frozenset(_plural(noun) for noun in _ONE_PERSON) | {"couple", "twins", "pair"}
_AFTER_NOUN = re.compile(r"(?:^|[\s-])(?P<noun>[a-zà-ž]+),\s(?P<how>now |then |both |each )?$")
_AFTER_PEOPLE = re.compile(
    r"(?:^|[\s-])(?P<noun>[a-zà-ž]+),\s(?:aged )?(?P<others>(?:\d{1,2}, ){0,4}(?:\d{1,2},? and ))?$"
)
_MORE_AGES = re.compile(r"(?:, \d{1,2}){0,4},? and \d{1,2}(?:[,.;)]|$)")
_WHO = re.compile(r"\bwho (?:is|was)(?: now| only| just| then)? $", re.IGNORECASE)
_LIVED = re.compile(r"\b(?:live[sd]?|living) to(?: be)? $")
_AT_AGE_OF = re.compile(
    r"(?:^|\s)(?:an?|another|one|the) (?:[a-z]+ ){0,2}"
    r"(?:man|woman|boy|girl|youth|child|lad|pensioner|toddler) of (?:just |only |about )?$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\s?[,.;)]|$|\swhen\b|\sat the time\b|\sand (?:has|had|is|was|who|lives|lived|works|worked|runs|ran)\b"
)
_AT = re.compile(r"(?:^|[.!?:;“\"(] ?)(?:At|Aged)(?: (?:just|only|almost|nearly))? $")
_SOMEBODY = re.compile(
    r",\s(?:he|she|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b\.? [A-Z]\w*|the (?P<noun>[a-z]+))\b"
)
_OLDEST, _GROWN = 115, 13
_THAN = re.compile(
    r"\b(?:older|younger) than(?: just| only)? $|\bas (?:old|young) as(?: just| only)? $"
    r"|\baged (?:over|under|above|below) $"
)
_BEYOND = re.compile(
    r"(?:^|[\s-])(?P<noun>[A-Za-zà-ž]+)"
    r"(?P<some>,? (?:all|both|most|many|some|each|half|none|several)(?: of (?:them|whom))?)?"
    r"(?: aged| who are| who were| are| were)?(?: all)? "
    r"(?:(?:over|under|above|below) \w{2,9} (?:and|or) )?(?:over|under|above|below)(?: the age of)? $"
)
_ARE_BEYOND = re.compile(r"\b(?:are|were|is|was)(?: all| mostly)? (?:over|under) $")
_WHOSE = frozenset("whom members electorate population".split())
_ANYBODY = frozenset("anybody anyone everybody everyone nobody".split())
_ALIKE = frozenset("people those girls boys".split()) | _ANYBODY
_WAS = re.compile(
    r"(?:^|[\s-])(?P<noun>[A-Za-zà-ž]+) (?:is|was)(?: just| only| now| already| then)? $"
)
_WHEN_WAS = re.compile(
    r"\b(?:when|until|before|since|after) (?:he|she) was(?: just| only| about)? $"
)
_LEFT_SCHOOL = re.compile(r"\bleft school at(?: just| only)? $")
_SCHOOLED = 5  # years of age
_IN_BRACKETS = re.compile(r"\b([A-Z][a-z’'-]+) \($")
_I_AM = re.compile(
    r"(?:^|[\s“\"])(?:[Ii](?:[’'](?:m|ll be)| am| was| will be| turned| turn)"
    r"|(?:[Hh]e|[Ss]he)[’'](?:s|ll be))"
    r"(?: just| only| now| already| almost| nearly)? $"
)
_ACTS = re.compile(r" (?:was|is|has|had|who|died|fell)\b")
_EXTREME = re.compile(
    r"\b(?:oldest|youngest|eldest)(?: [a-z-]+)?(?: being| is| was|,)?(?: just| only| aged)? $"
)
_THEN = re.compile(r"\s?[,.;)]|$|\s(?:and|but|when|while)\b|\sat the time\b")


def is_age(value: float, before: str, after: str) -> bool:
    """Whether the number `value` between `before` and `after`, with no unit of its own, is an age.

    >>> is_age(27, "A woman, ", ", was pulled out"), is_age(41, "The answer, ", ", is wrong")
    (True, False)
    >>> is_age(4, "Her sons, ", " and 7, slept"), is_age(93, "At ", ", she is the oldest")
    (True, True)
    """
    if re.match(r"\saged\b", after):
        return False
    if _AGED.search(before):
        return _NOT_THINGS.match(after) is None
    if _NAMED.search(before):
        return _SET_OFF.match(after) is not None
    named = _IN_BRACKETS.search(before)
    if named is not None and after.startswith(")"):
        return named[1] not in LANDS
    return value % 1 == 0 and 0 < value <= _OLDEST and _is_told(value, before, after)


def _is_told(value: float, before: str, after: str) -> bool:
    """Whether a person stands before or after the number so that it can only be an age."""
    if before.endswith((", ", ", now ", ", then ", ", both ", ", each ")):
        return _is_beside_person(before, after)
    if before.endswith(" and ") and (people := _AFTER_PEOPLE.search(before)):
        listed = people["others"] is not None and people["noun"] in _PEOPLE
        return listed and _SET_OFF.match(after) is not None
    if _is_beyond(before, after):
        return True
    if _WHEN_WAS.search(before) or (value >= _SCHOOLED and _LEFT_SCHOOL.search(before)):
        return _THEN.match(after) is not None or re.match(r" to [a-z]", after) is not None
    of = _AT_AGE_OF.search(before) is not None
    if of or _EXTREME.search(before):
        return _THEN.match(after) is not None or (of and _ACTS.match(after) is not None)
    return value >= _GROWN and _is_grown(before, after)


def _is_grown(before: str, after: str) -> bool:
    """Whether words that may stand before a small number of anything tell an age: "The driver was"."""
    if _AT.search(before):
        somebody = _SOMEBODY.match(after)
        return somebody is not None and somebody["noun"] in {None, *_ONE_PERSON}
    if _LIVED.search(before):
        return _THEN.match(after) is not None or after.startswith(" on average")
    was = _WAS.search(before)
    if was and was["noun"].lower() in _ONE_PERSON | {"he", "she"}:
        return _THEN.match(after) is not None
    if _I_AM.search(before) and re.match(r"\s?[.;)]|$|,\s|\s(?:now|today|next|this|in)\b", after):
        return True
    return _WHO.search(before) is not None and _WHEN.match(after) is not None


def _is_beyond(before: str, after: str) -> bool:
    """Whether people older or younger than the number are told of: "children under five"."""
    if _THAN.search(before):
        return _NOT_THINGS.match(after) is None
    beyond = _BEYOND.search(before)
    noun = beyond["noun"].lower() if beyond else ""
    if noun in _ANYBODY:
        return True
    if (beyond and beyond["some"]) or _ARE_BEYOND.search(
        before
    ):  # "patients died, most of them under two"
        told = set(re.findall(r"[a-z]+", before))
        return not told.isdisjoint(_PEOPLE | _ALIKE | _WHOSE) and _NOT_THINGS.match(after) is None
    return (noun in _PEOPLE or noun in _ALIKE) and _NOT_THINGS.match(after) is None


def _is_beside_person(before: str, after: str) -> bool:
    """Whether the number is set off after "A woman" or "Her sons" ("4 and 7")."""
    if _MORE_AGES.match(after):
        people = _AFTER_PEOPLE.search(before)
        return people is not None and people["noun"] in _PEOPLE
    person = _AFTER_NOUN.search(before)
    if person is None or _SET_OFF.match(after) is None:
        return False
    return person["noun"] in (_PEOPLE if person["how"] in {"both ", "each "} else _ONE_PERSON)
