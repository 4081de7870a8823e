"""A text to the persons and bodies it names, in order, with what shows that they are such."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.grammar.beside_names import BIDDEN
from claims.extract.grammar.countries import PEOPLES
from claims.extract.grammar.given_names import gender_of
from claims.extract.grammar.people_nouns import HUMANS
from claims.text.calendar_names import MONTH, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPITAL = r"(?:(?:[A-ZÀ-ÖØ-ÞĀ-Ž]\.){1,4}|(?:d’|d'|O’|O'|Mc|al-|el-|bin-)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*)"
_PARTICLE = r"(?:de|del|della|da|di|dos|la|le|van|von|der|den|bin|ibn|al|el|ten|ter|zu|y)"
_NAME = re.compile(
    rf"(?<![\w.-]){_CAPITAL}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])?{_CAPITAL}){{0,9}}(?!\w)"
)
_DAY = rf"(?:{WEEKDAY}|{MONTH})"  # on which a body acts: "the Port Authority on Monday"
_BODY = re.compile(
    rf"(?P<the>[Tt]he\s)?(?<![\w.])(?P<name>{_CAPITAL}"
    rf"(?:\s(?:(?:of|for|and|in|on)\s(?:the\s)?)?(?!{_DAY}\b){_CAPITAL}){{0,8}})(?:\s\((?P<acronym>[A-Z]{{2,8}})\))?"
)
PARTICLES = frozenset(
    "de del della da di dos la le van von der den bin ibn al el ten ter zu y".split()
)
TITLES = frozenset(
    """president vice prime minister foreign defence defense interior health finance secretary
    secretary-general general director chairman chairwoman chair chief executive officer ceo mayor
    governor senator congressman congresswoman representative rep sen gov dr doctor professor prof mr
    mrs ms miss sir dame lord lady king queen prince princess pope archbishop bishop cardinal judge
    justice attorney sergeant lieutenant colonel captain major commander admiral inspector detective
    constable superintendent ambassador envoy spokesman spokeswoman spokesperson deputy former acting
    ex-president first head leader speaker opposition founder author analyst immunologist reporter
    broadcaster sportswriter actor actress singer chancellor premier councillor state
    baroness rev reverend imam sheikh ayatollah democratic republican interim gen col lt sgt
    mp mep sheriff trooper commissioner coroner undersecretary whip treasurer principal dean rector agent
    prosecutor coach lawyer striker midfielder goalkeeper skipper activist historian biologist
    physicist economist epidemiologist virologist congressman-elect president-elect adviser
    advisor current sitting incumbent co-founder manager fellow
    td msp mla fr pastor rabbi administrator magistrate registrar provost
    auditor-general attorney-general solicitor-general director-general ombudsman asp dsp dci
    candidate crown emeritus vice-president us u.s uk commodore brigadier cllr advocate chairperson""".split()
)
_BRANCHES = frozenset("foreign defence defense health finance".split())
"""What parts of a title no name follows."""

ORGANISATIONS = frozenset(
    """police department ministry university institute council committee commission agency association
    court house senate parliament government company corporation inc ltd bank party union group
    office service services force forces army navy guard board bureau federation foundation society
    centre center hospital school college church times post news guardian telegraph journal reuters
    press bbc cnn nbc abc npr organization organisation administration authority assembly congress
    cabinet league club team airlines railways states kingdom nations republic island islands city
    county province region street bridge airport station river sea lake mount river act day week
    reports report channel network television radio research survey museum library embassy mission
    kremlin movement front brigade trust fund
    partnership tourism publicity observer festival award awards prize war games
    olympic bill media daily mail television fishery forest park hotel hall palace cathedral
    temple coalition alliance national international royal federal tribunal directorate
    mosque square road avenue mine heights tower stadium building plant dam canal valley gate tunnel
    plaza masjid beach camp desert peninsula gulf ocean mountain mountains hill hills creek bay
    entertainment studios pictures software systems technologies technology industries holdings motors
    airways energy pharmaceuticals pharma foods insurance securities academy observatory""".split()
)
_BEHIND = frozenset("qc kc sc mp mla msp td mbe obe cbe".split())
"""What stands behind a name and is no part of it: "Ann Lee MP"."""
_FIRMS = frozenset(
    "air lines labs logistics ventures solutions brothers gmbh ag asa llc plc corp nv bv oyj".split()
)
"""Words in which names of firms end that are no words of an organisation elsewhere."""
_JOINED = ("-based", "-majority", "-led", "-born", "-backed", "-owned", "-funded", "-held")
_NO_NAMES = frozenset(
    """i does do did is are was were has have had can could would should sometimes never always often
    maybe perhaps""".split()
)
_NOT_FIRST = frozenset(
    """the a an in on at by for with from to of and but or as if when while after before since according
    this that these those he she it they we i his her its their our my there here however also
    meanwhile although though because so yet not no yes one two three four five six seven eight nine
    ten some many most all both each every another other such what which who how why where monday
    tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december during under over between about more less last next per
    earlier later today yesterday tomorrow now then still even only just despite following""".split()
)


_ROLES = frozenset(  # nouns before a name that are no title of it
    """democrat republican conservative liberal socialist petitioner plaintiff defendant complainant
    substitute comrade""".split()
)
FIRM_TRADES = frozenset(
    """airline automaker brewer broadcaster carmaker chipmaker developer distiller drugmaker grocer
    homebuilder housebuilder insurer lender miner planemaker retailer rival shipbuilder steelmaker
    supermarket utility neighbouring neighboring""".split()
)
"""What a firm or land is, before its name: "Retailer Marden", "Neighbouring Lorvia"."""

_BEFORE_NAMES = _NOT_FIRST | _ROLES | FIRM_TRADES | BIDDEN

_TRADE = re.compile(r"[A-Z][a-z]{3,}(?:ist|ician|eer|swoman|grapher|sopher)")
_OF_POLICE = re.compile(r"\b(\w+)\sof\s$")
_COMPOUND = re.compile(r"[A-Z][\w-]*-(?:[a-z]+ed|born|old)")  # "Second-placed Ann Lee"
_PLACES = frozenset("new san los north south east west saint st hagia fort port mount lake".split())
_PLACE_BEFORE = re.compile(
    r"\b(?:of|at|in|for|to|from|near|via|outside|toward|towards|on|into)(?:\sthe)?\s$",
    re.IGNORECASE,
)
_WHERE = frozenset("In At Near Outside".split())
_PERSONAL = re.compile(
    r"\s(?:said|says|told|tweeted|wrote|added|announced|was born|died|resigned|has|had|who|\w+ed)\b"
    r"|,\s(?:\d{1,3}\b|an?\s|the\s|who\b|former\b|director\b|spokes)|,?\saged?\s\d|\s\("
)
_AGED = re.compile(r",\s\d{2}(?=[,.;]\s|\.?$)")
_AGED_ONE = re.compile(
    r",\s\d{2},\s(?:an?|the|who|whose|from|of|said|says|told)\s"
)  # "Jelena, 34, a nurse"
_OFFICE = re.compile(r",\s(?:the|an?|then|former|its|his|her)\s((?:[\w-]+\s){0,3}[\w-]+)")
_OFFICERS = frozenset(
    """president minister secretary director chairman chairwoman ceo mayor governor senator congressman
    congresswoman representative doctor professor judge attorney ambassador envoy spokesman spokeswoman
    spokesperson chancellor premier councillor commissioner prosecutor coach lawyer""".split()
)
_OWNS = re.compile(r"[’']s?$")
_OF = re.compile(r"\bof\s$")
_OFFICE_OF = re.compile(r"\b([\w-]+)\sof\s$")
_FOR = re.compile(r"\bfor\s$")
_THE = re.compile(r"\b[Tt]he\s$")
_OF_MATTERS = re.compile(
    r"\b(?:Department|Ministry|Minister|Secretary|Office|Institute|Agency|Bureau|Board|Council|Committee"
    r"|Commission|Centre|Center|Directorate|Faculty|School|College|Authority)\s(?:of|for|on)\s(?:the\s)?"
    r"(?:[A-Z][\w’'-]*,?\s)+and\s\Z"
)
"""What a body is for, up to the last matter: "the Department of Forestry and" Fire Protection."""
_SMALL_AFTER = re.compile(r"\s([a-z-]+)")
_SMALL_BEFORE = re.compile(r"(?:^|\s)([a-z-]+)\s$")
_BEFORE_ONE = frozenset(  # titles that stand before a last name alone
    """mr mrs ms miss sir dame dr prof professor president chancellor senator judge justice governor
    mayor""".split()
)
_OF_FIRM = re.compile(r"(?:^|[^\w\s]\s|\b[a-zà-ž][\w’'-]*\s)[A-ZÀ-Þ][\w.’'-]*\s&\s\Z")
"""The first name of a firm: "Corrigan & Daly Homes", but not "Ann Lee & Bo Chan"."""
_AND_COMPANY = re.compile(
    r"\s(?:&|and)\s(?:Company|Co|Sons|Partners|Associates|Bros|Brothers)\b|/[A-Z]\b"
)
_SHOUTED = re.compile(r"[A-Z]{3,}$")
_NUMBERED = re.compile(r"\s\d{1,4}\b(?![-’']|\s(?:years?|and|others?)\b)")
_LED = frozenset("at in on by for from with under".split())
"""What opens a sentence before a name: "At Harrow Airport"."""
_BLANK = frozenset(" \u00a0")
_AHEAD = 40
_BEFORE = 60
_LEAST, _MOST = 2, 5  # words of a person's name


def person_in(phrase: str) -> str | None:
    """The first name of at least two words in `phrase` that reads as a person's, without titles.

    >>> person_in("The mayor of London, Sadiq Khan,"), person_in("the London Fire Brigade")
    ('Sadiq Khan', None)
    """
    return next((p.name for p in people(phrase)), None)


@dataclass(frozen=True, slots=True)
class Person:
    """A name with the title right before it ("" when there is none).

    `sure` says that a title, an age, a role or a verb beside it shows that it is a person's.
    """

    name: str
    title: str
    sure: bool
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """A named organisation at `[start, end)`, with the short form given in parentheses ("" if none)."""

    name: str
    acronym: str
    start: int
    end: int


def bodies(text: str) -> Iterator[Body]:
    """Every run of capitalised words in `text` that names an organisation, in order.

    >>> [(b.name, b.acronym) for b in bodies("He left the Northern Rail Union (NRU) in May.")]
    [('the Northern Rail Union', 'NRU')]
    """
    for match in _BODY.finditer(text):
        name, start = match["name"], match.start()
        while name.partition(" ")[0].lower() in _LED and " " in name:
            start, name = (
                match.start("name") + len(name.partition(" ")[0]) + 1,
                name.partition(" ")[2],
            )
        words = name.split()
        acronym = match["acronym"] or ""
        known = any(is_body_word(w) for w in words)
        if not known and not acronym:
            continue
        if acronym and not known and len(words) < _LEAST and match["the"] is None:
            continue
        yield Body((match["the"] or "") + _bare(name), acronym, start, match.end())


def is_body_word(word: str) -> bool:
    """Whether a word marks the name of an organisation or a place.

    >>> is_body_word("Ministry"), is_body_word("Lee")
    (True, False)
    """
    return _plain(word) in ORGANISATIONS


def plain(word: str) -> str:
    """A word of a name in lower case, without a possessive ending or full stop.

    >>> plain("Mr."), plain("Lee's")
    ('mr', 'lee')
    """
    return _plain(word)


def people(text: str) -> Iterator[Person]:
    """Every run of capitalised words in `text` that reads as a person's name, in order.

    >>> [p.name for p in people("On Monday President Ronald Reagan met Boris Gromov in New York.")]
    ['Ronald Reagan', 'Boris Gromov']
    """
    return iter(_people(text))


@lru_cache(maxsize=512)  # every sentence is asked several times
def _people(text: str) -> tuple[Person, ...]:
    return tuple(_each_person(text))


def _each_person(text: str) -> Iterator[Person]:
    for match in _NAME.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        one = _BLANK.isdisjoint(match[0])
        alone = one and _AGED_ONE.match(text, match.end()) is not None
        bare = one and not alone and _BEFORE_ONE.isdisjoint(before.split()[-1:])
        firm = ("&" in before and _OF_FIRM.search(before)) or _AND_COMPANY.match(text, match.end())
        if bare or firm or _opens_with_place(match[0]):
            continue  # one word, and no title that makes it a name
        words = match[0].replace("\u00a0", " ").split()
        article = words[0].lower() == "the"
        owned = max((i for i, w in enumerate(words[:-1]) if _OWNS.search(w)), default=-1)
        role = _plain(words[0]) in _ROLES  # "the Conservative Ann Lee"
        title, words = _without_titles(words[owned + 1 :], before)
        while words and words[0] in PEOPLES:
            words = words[1:]  # "Turkish Cypriot" is nobody's name
        while len(words) > _LEAST and _plain(words[-1]) in _BEHIND:
            words = words[:-1]
        if article and not title and owned < 0:
            continue  # "The Harbour Gazette"
        least = 1 if title in _BEFORE_ONE or alone else _LEAST
        if not least <= len(words) <= _MOST or _is_of_bodies(words, text[match.end() :]):
            continue
        told = _AGED.match(text, match.end()) or _in_office(text, match.end())
        told = told or (text.startswith(", who ", match.end()) and not before.endswith(" in "))
        if _PLACE_BEFORE.search(before) and not title and not told:  # "it belongs to Bo Chan, 58"
            title, words = _behind_place(words, before)
            if not words:
                continue
        rest = text[match.end() : match.end() + _AHEAD]
        after = _SMALL_AFTER.match(rest)
        opens = _plain(words[0])
        if (after and (after[1] in TITLES or after[1] in ORGANISATIONS)) or opens in _PLACES:
            continue
        if not title and not role and _belongs(before, " ".join(words), owned=owned >= 0):
            continue
        sure = bool(title) or bool(_PERSONAL.match(rest))
        yield Person(_bare(" ".join(words)), title, sure, match.start(), match.end())


def _belongs(before: str, name: str, *, owned: bool) -> bool:
    """Whether words without a title end what a body is called; not in "the BBC's Ann Lee"."""
    if gender_of(name):
        return _THE.search(before) is not None and not owned
    return _THE.search(before) is not None or _OF_MATTERS.search(before) is not None


def _is_of_bodies(words: list[str], after: str) -> bool:
    """Whether a word or number shows that a name of several is a body's: "Teamsters Local 880"."""
    given = gender_of(words[0]) != ""
    last = _plain(words[-1])
    if not given and last.endswith("s") and last[:-1] in HUMANS:
        return True  # "the Union of Cooks and Catering Workers"
    own = words[1:] if given and len(words) > 1 else words  # "Bill Tran"
    if any(map(_is_of_body, own)):
        return True
    if last in _FIRMS or (words[0] == "Air" and len(words) == _LEAST):
        return True  # "Air France"
    return not given and bool(_SHOUTED.match(words[0]) or _NUMBERED.match(after))  # "USA Today"


def _is_of_body(word: str) -> bool:
    """Whether a word shows that a name is no person's."""
    low = _plain(word)
    return low in ORGANISATIONS or low in _NO_NAMES or word.endswith(_JOINED)


def _opens_with_place(name: str) -> bool:
    """Whether a run of capitals begins with where something is: "In Lower Kerwick", but not "In Ann Lee"."""
    first, _, place = name.partition(" ")
    return first in _WHERE and not gender_of(place) and TITLES.isdisjoint(place.lower().split())


def _in_office(text: str, at: int) -> bool:
    """Whether an office stands behind a name: "at the behest of Ann Lee, the current prime minister"."""
    office = _OFFICE.match(text, at)
    return office is not None and not _OFFICERS.isdisjoint(office[1].lower().split())


def _behind_place(words: list[str], before: str) -> tuple[str, list[str]]:
    """(the office, the name) where a place is named before it: "mayor of London Sadiq Khan"; else no name."""
    led = _OF.search(before) or (
        _FOR.search(before) and any(w in TITLES for w in before.lower().split())
    )
    if len(words) <= _LEAST or not led or words[1] in PARTICLES:
        return "", []  # "in the village of Vale de Lime"
    office = _OFFICE_OF.search(before)
    return (office[1].lower() if office and office[1].lower() in _BEFORE_ONE else ""), words[1:]


def _without_titles(words: list[str], before: str) -> tuple[str, list[str]]:
    """(the title right before the name, the words after the last title)."""
    office = _OF_POLICE.search(before)
    if office is not None and office[1].lower() in TITLES and words[0] == "Police":
        return office[1].lower(), words[1:]  # "Commissioner of Police Ann Lee"
    while words and (
        (_plain(words[0]) in _BEFORE_NAMES and not (words[0] == "Per" and before.strip()))
        or _is_compound(words[0])
        or _is_trade(words)
    ):
        words = words[1:]
    named = range(len(words))
    last = max(
        (i for i in named if _plain(words[i]) in TITLES and not _is_in_name(words, i)), default=None
    )
    if last is None:
        small = _SMALL_BEFORE.search(before)
        title = small[1] if small and small[1] in TITLES else ""
        return ("premier" if before.endswith("prime minister ") else title), words
    title = _plain(words[last])
    if title in _BRANCHES:
        return "", []  # "the Health Safety Investigation Branch"
    if title == "minister" and last and _plain(words[last - 1]) in {"prime", "chief", "first"}:
        title = "premier"
    words = words[last + 1 :]
    return title, ([] if words and _plain(words[0]) in _NOT_FIRST else words)  # "MS The results"


def _is_in_name(words: list[str], i: int) -> bool:
    """Whether a title is a name here: in "Dean Okafor" it is the given one."""
    given = i == 0 and len(words) == _LEAST and gender_of(words[0]) != ""
    return given or _is_behind(words, i)


def _is_behind(words: list[str], i: int) -> bool:
    """Whether the last word ends a name: the MP of "Ann Lee MP", but not of "Labour MP"; "Ann Dean"."""
    if i != len(words) - 1 or not i:
        return False
    surname = gender_of(words[i - 1]) != "" and _plain(words[i - 1]) not in TITLES
    return surname or (i > 1 and _plain(words[i]) in _BEHIND)


def _is_trade(words: list[str]) -> bool:
    """Whether a trade stands like a name before two: "Geologist Stefan Schneider"."""
    if len(words) <= _LEAST or words[1] in PARTICLES:
        return False
    low = words[0].lower()
    return (low in HUMANS and low not in TITLES) or _TRADE.fullmatch(words[0]) is not None


def _is_compound(word: str) -> bool:
    return _COMPOUND.fullmatch(word) is not None and not word.endswith("-based")


@lru_cache(maxsize=4096)  # the words of names come again and again
def _plain(word: str) -> str:
    return _bare(word).lower().rstrip(".")


def _bare(name: str) -> str:
    return _OWNS.sub("", name) if "'" in name or "’" in name else name
