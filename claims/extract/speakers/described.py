"""A person told of again by age, people or trade: "the 43-year-old said", "the Swede", "the taxi driver"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.grammar.countries import PEOPLES
from claims.extract.grammar.names import TITLES
from claims.extract.grammar.people_nouns import HUMANS

if TYPE_CHECKING:
    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.focus import Focus

_AGED = re.compile(r"(?:,\s(?:aged\s)?|\s\(|,?\saged\s)(\d{1,2})(?=[,.;)]|\s(?:and|from|of)\b|$)")
_YEARS = re.compile(r"\b(\d{1,2})-year-old\s(?:[\w’'-]+\s){0,4}$")
_BY_AGE = re.compile(r"[Tt]he\s(\d{1,2})-year-old(?:\s[a-z-]+){0,2}")
_PARENT = re.compile(r"[Tt]he\s(?:grand)?(?:mother|father|mum|dad|parent)-of-[a-z]+")
_BY_PEOPLE = re.compile(r"[Tt]he\s([A-Z][a-z]+)")
_ONES = frozenset(
    """Swede Dane Finn Pole Scot Turk Serb Croat Slovene Spaniard Briton Frenchman Frenchwoman Dutchman
    Dutchwoman Englishman Englishwoman Irishman Irishwoman Welshman Scotsman Filipino Argentinian
    Icelander Kazakh Uzbek Afghan Saudi""".split()
)
_NOUN = r"(?:([a-z][\w’'-]*)\s)?([a-z]+)(?:-of-[a-z]+)?"
_ROLE_BEHIND = re.compile(
    rf",\s(?:\d{{1,2}},\s)?(?:an?|the|his|her|their)\s(?:[\w’'-]+\s){{0,3}}?{_NOUN}"
    r"(?=[,.]|\s(?:from|of|at|in|who|with|for|on)\b)"
)
_ROLE_BEFORE = re.compile(rf"(?:^|\s){_NOUN}\s$")
_BY_ROLE = re.compile(rf"[Tt]he\s(?:[A-Z][\w’'-]*\s){{0,2}}{_NOUN}")
_OF_PLACE = re.compile(r"the\s(?:[A-Z][\w’'-]*\s){1,2}([a-z]+)")
_PLURALS = re.compile(r"\b[a-z]{3,20}s\b")
_LOOSE = re.compile(
    r"(?<!,\s)\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?:[\w’'-]+\s){0,2}?([a-z]+)\b(?!\s(?:[A-Z]|called\b|named\b))"
)
_TRADES = frozenset(
    "striker midfielder goalkeeper singer actor actress author historian activist skipper".split()
)
_ANYBODY = frozenset(
    """man woman boy girl person victim suspect child baby patient official teenager citizen other deputy
    head chief""".split()
)
_VAGUE = frozenset(["former", "young", "veteran", "local", "late"])
_BEFORE = 60  # characters before a name in which an age can stand


@dataclass(slots=True)
class Described:
    """The ages that an article gives, and whom such a description means."""

    _aged: dict[str, set[str]] = field(default_factory=dict)  # age → who has it
    _roles: dict[str, set[tuple[str, str]]] = field(
        default_factory=dict
    )  # noun → (who, word before)
    _loose: set[str] = field(default_factory=set)  # nouns told of without a name

    def note(self, sentence: str, name: str, start: int, end: int) -> None:
        """Remember the age that stands beside the name at `[start, end)` of a sentence.

        >>> from claims.extract.speakers.cast import Cast
        >>> from claims.extract.speakers.focus import Focus
        >>> ages = Described()
        >>> ages.note("Ann Lee, 43, left.", "Ann Lee", 0, 7)
        >>> ages.who("the 43-year-old", Focus(), Cast())
        'Ann Lee'
        """
        found = _AGED.match(sentence, end) or _YEARS.search(
            sentence[max(0, start - _BEFORE) : start]
        )
        if found is not None:
            self._aged.setdefault(found[1], set()).add(name)
        for role in (
            _ROLE_BEHIND.match(sentence, end),
            _ROLE_BEFORE.search(sentence[max(0, start - _BEFORE) : start]),
        ):
            if role is not None and _is_trade(role[2]):
                self._roles.setdefault(role[2], set()).add((name, role[1] or ""))

    def note_loose(self, sentence: str) -> None:
        """Remember the nouns by which somebody without a name, or several, are told of: "a driver"."""
        self._loose.update(m[1] for m in _LOOSE.finditer(sentence) if m[1] in HUMANS)
        self._loose.update(
            word[:-1] for word in _PLURALS.findall(sentence.lower()) if word[:-1] in HUMANS
        )

    def _by_role(self, phrase: str) -> str | None:
        """The only person who is told to be "the taxi driver", when nobody else can be."""
        role = _BY_ROLE.fullmatch(phrase)
        if role is None or role[2] in self._loose:
            return None
        known = self._roles.get(role[2], set())
        names = {name for name, _ in known}
        kinds = {kind for _, kind in known} | _VAGUE
        return next(iter(names)) if len(names) == 1 and (role[1] or "former") in kinds else None

    def _of_place(self, phrase: str, focus: Focus, cast: Cast) -> str | None:
        """The person last spoken of as "the Leeds batsman", a word that none in the article has by name."""
        found = _OF_PLACE.fullmatch(phrase)
        if found is None or found[1] in self._loose or self._roles.get(found[1]):
            return None
        return focus.lately(cast) if _is_trade(found[1]) else None

    def who(self, phrase: str, focus: Focus, cast: Cast) -> str | None:
        """The person of that age, else the one last spoken of whose age is not told; None when unsure."""
        aged = _BY_AGE.fullmatch(phrase)
        if aged is None:
            people = _BY_PEOPLE.fullmatch(phrase)
            one = _PARENT.fullmatch(phrase) or (people is not None and _is_one(people[1]))
            told = self._by_role(phrase)
            return told or (focus.lately(cast) if one else self._of_place(phrase, focus, cast))
        known = self._aged.get(aged[1], set())
        if known:
            return next(iter(known)) if len(known) == 1 else None
        last = focus.lately(cast)
        return None if any(last in names for names in self._aged.values()) else last


def _is_trade(noun: str) -> bool:
    """Whether a noun tells what one person does or is, and is neither an office nor anybody's."""
    return noun in _TRADES or (noun in HUMANS and noun not in TITLES | _ANYBODY)


def _is_one(word: str) -> bool:
    """Whether a word for a people can mean one of it: "the Australian", but not "the British"."""
    return word in _ONES or (word in PEOPLES and word.endswith("an"))
