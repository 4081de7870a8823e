"""Firms, places and laws whose names read as persons' do, and the whole name of a firm told by one word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.extract.grammar.countries import LANDS
from claims.extract.grammar.given_names import gender_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRADES = (
    "company firm airline bank group agency charity manufacturer carrier operator retailer".split()
)
_PAPERS = "newspaper daily weekly magazine broadcaster website".split()
_BESIDE_FIRMS = (*_TRADES, *_PAPERS, "which")
_KINDS = rf"(?:{'|'.join(_TRADES)})"
_NAME = r"([A-ZÀ-Þ][\w’'-]{1,30}(?:\s[A-ZÀ-Þ][\w’'-]{1,30}){1,3})"
_FIRM = re.compile(
    rf"^\W*(?:The|An?)\s(?:[a-z-]+\s)?{_KINDS},\s{_NAME}(?=,)"
    rf"|\b{_NAME},\s(?:an?|the)\s(?:(?!(?:of|for|at|with|from|in|to|by|and|who|which|whose)\b)[\w-]+\s)"
    rf"{{0,3}}?{_KINDS}(?=[,.]|\s(?:that|which|based)\b)"
    rf"|(?:^|\s){_NAME},\swhich\s"
    rf"|\b(?:{_KINDS}|{'|'.join(_PAPERS)})\s{_NAME}"
)
THE_FIRM = re.compile(rf"[Tt]he\s{_KINDS}")
"""A firm without its name."""
_SAYS_SO = re.compile(  # "Norsea Wings grounded nine jets, the airline said"
    rf"\W*{_NAME}\s(?:has|have|had|is|was|will|would|plans|[a-z]+ed)\s.*,\sthe\s{_KINDS}\s(?:(?:has|had|also)\s)?"
    r"(?:said|says|announced|confirmed|reported|added)\b"
)
_COMPANY = re.compile(  # "Yuan Sheng Fishery Co.", later "Yuan Sheng"
    r"\b(?:[A-ZÀ-Þ][\w’'-]+\s){2,4}(?:Co|Ltd|Inc|Corp|Limited|Company|Corporation|GmbH|[Pp][Ll][Cc]|LLC|Holdings|Group)\b"
)
_ONE_WORD = re.compile(  # "the power company Hidronor"
    rf"\b[Tt]he\s(?:[\w-]+\s){{0,2}}{_KINDS}\s([A-ZÀ-Þ][\w-]{{2,30}})(?=[,.]|\s[a-z])"
)
_WHICH = 3  # the group of "Lime Creek, which", which may be a place
_NAMING = ("known", "called", "dubbed", "nicknamed", "termed", "referred")
_LAW = re.compile(  # "the bill, known as Lex Petrova"
    r"\b(?:(?i:law|bill|act|statute|measure|legislation|amendment|directive|reform|ban)s?\b[^.;:]{0,60}?\b(?:known|called"
    r"|dubbed|nicknamed|termed|referred\sto)(?:\s[a-z]+){0,2}|so-called)\s[“\"‘]?"
    r"([A-ZÀ-Þ][\w’'-]{1,30}(?:\s[A-ZÀ-Þ][\w’'-]{1,30}){1,2})"
)
_PLACE = re.compile(  # where something is, or what a ship is called
    r"\b(?:(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|around|throughout|off|[Oo]utside|toward|towards"
    r"|(?:village|town|city|island|suburb|district|county|province|region)(?:\sof)?"
    r"|ship|liner|ferry|tanker|trawler|freighter|vessel|yacht|frigate|bank\scalled)\s)"
    r"([A-ZÀ-Þ][\w-]{1,30}(?:\s(?:de\s(?:la\s)?|del\s|da\s|do\s)?[A-ZÀ-Þ][\w-]{1,30}){1,2})(?![’'\w])"
)
_ENDING = (
    r"(?:Company|Corp(?:oration)?|Inc|Ltd|Limited|Plc|PLC|LLC|Group|Holdings?|Airlines|Airways|Partners|Energy|Gas"
    r"|Power|Industries|Motors|Pharmaceuticals|Pharma|Insurance|Foods|Technolog(?:y|ies)|Software|Logistics"
    r"|Ventures|Solutions?|Brothers|Shipping|Rail|Homes|Steel|Mining|Chemicals?|Aerospace|Telecom|Brands|Capital|Studios"
    r"|Minerals|Breweries|Stores|Entertainment|Investments|Securities)"
)
_ENDED = re.compile(
    rf"(?<!& )(?<!\band )\b([A-ZÀ-Þ][\w-]{{2,30}})((?:\s[A-ZÀ-Þ][\w-]{{1,30}}){{0,2}}?\s{_ENDING}"
    rf"|\s&\s(?:Sons?|Co|Company|Daughters|Partners))\b(?!\s{_ENDING}\b)"
)
"""A firm by the word in which its name ends: "Norsea Shipping"."""
_WORD = re.compile(r"\b[A-ZÀ-Þ][\w-]+")
_NO_SHORT = frozenset(
    """The New North South East West Northern Southern Eastern Western Central National International
    Federal Royal United General Global First""".split()
)
"""Words by which alone no firm is called."""


@dataclass(slots=True)
class Firms:
    """What is known of such names in an article."""

    _names: set[str] = field(default_factory=set)
    _laws: set[str] = field(default_factory=set)
    _by_word: dict[str, str] = field(
        default_factory=dict
    )  # first word → whole name, "" for several

    def note(self, sentence: str) -> None:
        """Remember the firms and places whose names read as persons' do: "the airline, Ann Air, said".

        >>> firms = Firms()
        >>> firms.note("The company, Norsea Lines, said no.")
        >>> "Norsea Lines" in firms
        True
        """
        if any(word in sentence for word in _BESIDE_FIRMS):
            for found in _FIRM.finditer(sentence):
                name = next(name for name in found.groups() if name)
                self._names.add(name)
                if not found[_WHICH]:
                    self._note_short(name)
            for found in _ONE_WORD.finditer(sentence):
                self._by_word.setdefault(found[1], found[1])
        told = _SAYS_SO.match(sentence)
        if told is not None:
            self._names.add(told[1])
            self._note_short(told[1])
        for found in _ENDED.finditer(sentence):
            if not gender_of(found[1]):  # "Ann Steel"
                self._names.add(found[0])
                self._note_short(found[0])
        for found in _COMPANY.finditer(sentence):
            self._names.add(" ".join(found[0].split()[:2]))
        for found in _PLACE.finditer(sentence):
            if not gender_of(found[1]):
                self._names.add(found[1])
        if any(word in sentence for word in _NAMING):
            laws = {found[1] for found in _LAW.finditer(sentence)}
            self._laws |= laws
            self._names |= laws

    def _note_short(self, name: str) -> None:
        word = name.partition(" ")[0]
        if word in _NO_SHORT or word in LANDS or gender_of(word):
            return
        known = self._by_word.setdefault(word, name)
        if not (known.startswith(name) or name.startswith(known)):
            self._by_word[word] = ""  # "Norsea Lines" and "Norsea Energy"

    def __contains__(self, name: str) -> bool:
        """Whether a name that reads as a person's is known for that of a firm or a place."""
        return name in self._names

    def is_law(self, name: str) -> bool:
        """Whether a name that reads as a person's is what a law is called.

        >>> firms = Firms()
        >>> firms.note("The bill, known as Lex Petrova, bans it.")
        >>> firms.is_law("Lex Petrova")
        True
        """
        return name in self._laws

    def named_in(self, sentence: str) -> Iterator[tuple[str, int]]:
        """The firms of one-word short names that a sentence names, each with its place.

        >>> firms = Firms()
        >>> firms.note("It belongs to Norsea Shipping.")
        >>> list(firms.named_in("Then Norsea was sold."))
        [('Norsea Shipping', 5)]
        """
        if self._by_word:
            for found in _WORD.finditer(sentence):
                name = self._by_word.get(found[0])
                if name:
                    yield name, found.start()

    def whole(self, word: str) -> str | None:
        """The name of the only firm that the word alone can mean.

        >>> firms = Firms()
        >>> firms.note("It belongs to Norsea Shipping.")
        >>> firms.whole("Norsea")
        'Norsea Shipping'
        """
        return self._by_word.get(word.removesuffix("'s").removesuffix("’s")) or None
