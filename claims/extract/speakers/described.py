"""A person told of again by age or people: "the 43-year-old said", "the Swede said"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.grammar.countries import PEOPLES

if TYPE_CHECKING:
    from claims.extract.speakers.cast import Cast
    from claims.extract.speakers.focus import Focus

_AGED = re.compile(r"(?:,\s(?:aged\s)?|\s\(|,?\saged\s)(\d{1,2})(?=[,.;)]|\s(?:and|from|of)\b|$)")
_YEARS = re.compile(r"\b(\d{1,2})-year-old\s(?:[\w’'-]+\s){0,4}$")
_BY_AGE = re.compile(r"[Tt]he\s(\d{1,2})-year-old(?:\s[a-z-]+){0,2}")
_BY_PEOPLE = re.compile(r"[Tt]he\s([A-Z][a-z]+)")
_ONES = frozenset(
    """Swede Dane Finn Pole Scot Turk Serb Croat Slovene Spaniard Briton Frenchman Frenchwoman Dutchman
    Dutchwoman Englishman Englishwoman Irishman Irishwoman Welshman Scotsman Filipino Argentinian
    Icelander Kazakh Uzbek Afghan Saudi""".split()
)
_BEFORE = 60  # characters before a name in which an age can stand


@dataclass(slots=True)
class Described:
    """The ages that an article gives, and whom such a description means."""

    _aged: dict[str, set[str]] = field(default_factory=dict)  # age → who has it

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

    def who(self, phrase: str, focus: Focus, cast: Cast) -> str | None:
        """The person of that age, else the one last spoken of whose age is not told; None when unsure."""
        aged = _BY_AGE.fullmatch(phrase)
        if aged is None:
            people = _BY_PEOPLE.fullmatch(phrase)
            return focus.lately(cast) if people is not None and _is_one(people[1]) else None
        known = self._aged.get(aged[1], set())
        if known:
            return next(iter(known)) if len(known) == 1 else None
        last = focus.lately(cast)
        return None if any(last in names for names in self._aged.values()) else last


def _is_one(word: str) -> bool:
    """Whether a word for a people can mean one of it: "the Australian", but not "the British"."""
    return word in _ONES or (word in PEOPLES and word.endswith("an"))
