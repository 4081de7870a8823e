"""Whether a number tells how old somebody is: "aged 24", "A woman, 27,", "Her sons, 4 and 7,"."""

from __future__ import annotations

import re

from claims.extract.wording.people_nouns import HUMANS

_AGED = re.compile(
    r"\b(?:aged?(?: of)?|ages|aged between(?: \w+ and)?|turned"
    r"|in age (?:from|between)(?: \w+ (?:to|and))?"
    r"|aged \w+(?:,| and| to| or)(?: \w+(?:, and|, two aged|,| and| to| or)){0,6}) $"
)
_NOT_THINGS = re.compile(
    r"\s(?!(?:and|to|or|when|in|at|on|who|was|were|is|must|can)\b)[a-z]{3,}s\b"
)
_NAMED = re.compile(r"[A-Z][\w’'.-]*\s?,\s(?:now |then |both )?$|, now $")
_SET_OFF = re.compile(r"\s?,\s(?!\d)|\s?[.;)]|,$|$")
_MORE_PEOPLE = """couple twins infant adult fan waitress barman salesman salesperson policeman officer recruit
sergeant corporal private lieutenant major colonel gunman stabber rapist accused model youtuber
principal dean forward cyclist boxer fiancé fiancée boyfriend girlfriend stepfather stepmother
stepson stepdaughter granddaughter neighbour local native heiress councilman councilwoman
congressman congresswoman lawmaker secretary treasurer casualty organiser organizer leader guide
climber balloonist newcomer finalist contestant star bassist""".split()
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
_WHEN = re.compile(r"\s?[,.;)]|$|\swhen\b|\sat the time\b")
_AT = re.compile(r"(?:^|[.!?:;“\"(] ?)(?:At|Aged)(?: (?:just|only|almost|nearly))? $")
_SOMEBODY = re.compile(r",\s(?:he|she|(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\b\.? [A-Z]\w*)\b")
_OLDEST, _GROWN = 115, 13


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
    if re.search(r"\b[A-Z][a-z’'-]+ \($", before) is not None and after.startswith(")"):
        return True
    return value % 1 == 0 and 0 < value <= _OLDEST and _is_told(value, before, after)


def _is_told(value: float, before: str, after: str) -> bool:
    """Whether a person stands before or after the number so that it can only be an age."""
    if before.endswith((", ", ", now ", ", then ", ", both ", ", each ")):
        return _is_beside_person(before, after)
    if before.endswith(" and ") and (people := _AFTER_PEOPLE.search(before)):
        listed = people["others"] is not None and people["noun"] in _PEOPLE
        return listed and _SET_OFF.match(after) is not None
    if value < _GROWN:
        return False
    if _AT.search(before):
        return _SOMEBODY.match(after) is not None
    return _WHO.search(before) is not None and _WHEN.match(after) is not None


def _is_beside_person(before: str, after: str) -> bool:
    """Whether the number is set off after "A woman" or "Her sons" ("4 and 7")."""
    if _MORE_AGES.match(after):
        people = _AFTER_PEOPLE.search(before)
        return people is not None and people["noun"] in _PEOPLE
    person = _AFTER_NOUN.search(before)
    if person is None or _SET_OFF.match(after) is None:
        return False
    return person["noun"] in (_PEOPLE if person["how"] in {"both ", "each "} else _ONE_PERSON)
