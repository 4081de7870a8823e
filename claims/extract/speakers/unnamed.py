"""One person whom a noun tells of and no name: "the captain", "a nurse in Leeds", "his solicitor"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.names import person_in
from claims.extract.grammar.noun_phrases import speaker_in
from claims.extract.grammar.people_nouns import HUMANS, is_plural, may_act
from claims.extract.grammar.subjects import subject_of
from claims.extract.grammar.whole_words import places_of

if TYPE_CHECKING:
    from claims.extract.grammar.syntax import Reading

_LED = re.compile(
    r"(?i:the|an?|one|another|his|her|my|our|their|its|this|that|(?:[\w.’'-]+\s){0,3}?[\w.-]+[’']s?)\s"
    r"(?:(?!(?:than|and|or|of|in|at|for|to|as)\s)[\w’'-]+\s){0,5}?([a-z][a-z-]+)"
    r"(?=$|,|\s(?:of|in|at|from|for|with|to|on|near|by|who|whom|whose|called|named|there|I)\b"
    r"|\s[A-ZÀ-Þ][\w-]+$)"
)
_LEADS = frozenset("the a an one another his her my our their its this that".split())
_ONE_OF = re.compile(r"(?:[Oo]ne|[Aa]nother)\sof\s(?:the|these|those|them|its|his|her|their)\b")
_SMALL = re.compile(r"\s(?:of|in|at|on|from|who|whom|that|which|with|for|to|by)\b|,")
_GROUPS = frozenset("men women people children police crew family wives".split())
_MORE = frozenset(
    """colonel lieutenant corporal major counsel guide elder parent informant applicant complainant
    recruit cadet ranger warden steward vet mp deacon chaplain""".split()
)
_NO_ONE = frozenset("other former latter further better number".split())
_ONE_NAME = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?")
_APPOSED = re.compile(r",\s(?:\d{1,2},|who\s|((?:an?|the|his|her)\s[^,.]{2,80}))")
_BESIDE = 20  # characters before a name in which its noun stands
_FAR = 100
_GENDERS = {"he": "m", "she": "f"}

_REPORTER = re.compile(
    r"\b(?:our|my)\s(?:\w+\s){0,2}(?:reporters?|correspondents?|colleagues?|editors?|hosts?)\s$",
    re.IGNORECASE,
)
_BEFORE = 40  # characters before a name that tell it only hears


def only_hears(before: str) -> bool:
    """Whether the words before a name tell that it only hears: "she told our reporter Ann Lee".

    >>> only_hears("told our reporter "), only_hears("told the baker ")
    (True, False)
    """
    return _REPORTER.search(before[-_BEFORE:]) is not None


def one_person(phrase: str) -> str | None:
    """The gender, or "", of one person whom a noun phrase tells of; None for a name or a thing.

    >>> one_person("The captain"), one_person("a young woman from Leeds"), one_person("the mill")
    ('', 'f', None)
    >>> one_person("His daughter Ann")
    'f'
    """
    one_of = _ONE_OF.match(phrase)
    if one_of is not None:
        return "" if _are_people(phrase[one_of.end() :]) else None
    found = _LED.match(phrase)
    if found is None:
        return None
    noun = found[1].rpartition("-")[2]
    if noun in _NO_ONE or is_plural(noun):
        return None
    if not (noun in HUMANS or noun in _MORE or may_act(noun)):
        return None
    if noun not in HUMANS and noun.endswith(("ress", "woman")):
        return "f"
    return _GENDERS.get(HUMANS.get(noun) or "", "")


def _are_people(rest: str) -> bool:
    """Whether the plural behind "one of the" may be people: " younger brothers", but not " elements"."""
    words = _SMALL.split(rest, maxsplit=1)[0].split()
    if not words or not words[-1].islower():
        return True
    one = words[-1].removesuffix("s")
    return words[-1] in _GROUPS or one in HUMANS or one in _MORE or may_act(one)


def gender_of_one_name(name: str, sentence: str) -> str | None:
    """The gender, or "", of a person of one name by what stands beside it: "Farid, a cook", "his son Farid".

    >>> gender_of_one_name("Farid", "His son, Farid, left.")
    'm'
    >>> gender_of_one_name("Leeds", "Leeds, a town, left.") is None
    True
    """
    if _ONE_NAME.fullmatch(name) is None:
        return None
    for at in places_of(name, sentence):
        before = sentence[max(0, at - _BESIDE) : at].replace(",", " ").split()
        if before and before[-1] in HUMANS:
            return _GENDERS.get(HUMANS[before[-1]] or "", "")
        behind = _APPOSED.match(sentence[at + len(name) : at + len(name) + _FAR])
        if behind is not None and (behind[1] is None or one_person(behind[1]) is not None):
            return one_person(behind[1] or "") or ""
    return None


def opens_with_one(words: str) -> str | None:
    """The one name of a person that words open with, by what stands beside it.

    >>> opens_with_one("Farid, a cook, left."), opens_with_one("Leeds, a town, grew.")
    ('Farid', None)
    """
    name, comma, _ = words.partition(", ")
    one = comma and " " not in name and gender_of_one_name(name, words) is not None
    return name if one else None


def who_acts(r: Reading) -> str | None:
    """The words for the one person without a name who acts in a sentence, by its first verb."""
    verb = r.acts(0, len(r.words))
    subject = subject_of(r, verb) if verb is not None else None
    if subject is None:
        return None
    words = r.of(subject.start, subject.stop)
    if gender_of_one_name(words, r.text) is not None:
        return words  # "His mother, Elena, left"
    if (
        _LEADS.isdisjoint(r.lows[subject.start : subject.stop])
        and "'" not in r.text
        and "’" not in r.text
    ):
        return None
    if person_in(words.partition(",")[2]) is not None:
        return None  # "the man who went there, the pastor Ann Lee, spoke"
    name = speaker_in(words)
    return name if name is not None and one_person(name) is not None else None
