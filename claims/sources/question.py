"""A claim as what can be asked of a provider: words, names, figures, time, kind, and pages it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.model.candidate import Side
from claims.sources.query import against, key_terms, queries, words
from claims.sources.stopwords import STOPWORDS
from claims.text.calendar_names import CALENDAR

MOST_ENTITIES = 6
NAME = re.compile(
    r"(?<![\w.])[^\W\d_a-z][\w.&'\u2019-]*"
    r"(?:\s(?:(?:of|for|the|de|van|von|al|bin)\s){0,2}[^\W\d_a-z][\w&'\u2019-]*){0,6}"
)
EDTF_YEAR = re.compile(r"(?<![\d-])([12]\d{3})(?:-(\d\d))?(?:-(\d\d))?(?!\d)")
ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+")
OCCASION = re.compile(r"\[context: [^\]]*\]")
GIVEN_DAY = re.compile(r"\[(?:[A-Z][a-z]+\s)?(?:\d{1,2},\s)?([12]\d{3})\]")
FIRST_MONTH, LAST_MONTH = 1, 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of the claim: `unit` as in `claims.model.claim.Quantity`."""

    value: float
    unit: str | None
    exact: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be found out, for providers of every sort.

    `queries` go from narrow to wide. `dates` are EDTF. `kind` is a value of ClaimKind. `published` is
    the article's date, and `asked_on` the day of asking (YYYY-MM-DD). `pages` are addresses whose old
    captures would help: named in the claim, or candidates that could not be read. `side` says what
    `queries` are for.
    """

    text: str
    terms: tuple[str, ...]
    entities: tuple[str, ...]
    figures: tuple[Figure, ...] = ()
    dates: tuple[str, ...] = ()
    kind: str = "statement"
    queries: tuple[str, ...] = ()
    published: str | None = None
    asked_on: str = ""
    pages: tuple[str, ...] = ()
    side: Side = Side.CLAIM


def question(  # noqa: PLR0913 - the parts of a claim
    text: str,
    *,
    kind: str = "statement",
    dates: tuple[str, ...] = (),
    figures: tuple[Figure, ...] = (),
    published: str | None = None,
    asked_on: str = "",
) -> Question:
    """The question that a claim's text and fields make.

    >>> asked = question("More than 15,000 Soviet soldiers died in Afghanistan.", kind="quantity")
    >>> asked.entities, asked.queries[-1]
    (('Soviet', 'Afghanistan'), 'Soviet Afghanistan')
    """
    plain = own_words(text)
    return Question(
        text=plain,
        terms=key_terms(ADDRESS.sub(" ", plain)),
        entities=entities(plain),
        figures=figures,
        dates=dates,
        kind=kind,
        queries=queries(ADDRESS.sub(" ", plain), dates=dates, figures=[f.exact for f in figures]),
        published=published,
        asked_on=asked_on,
        pages=tuple(dict.fromkeys(a.rstrip(".,;:!?") for a in ADDRESS.findall(plain))),
    )


def turned(asked: Question) -> Question:
    """The question for what speaks against the claim.

    >>> turned(question("Moscow opened talks with the Taliban.")).queries[0]
    'Moscow Taliban disputed'
    """
    return replace(asked, queries=against(asked.queries), side=Side.AGAINST)


def own_words(text: str) -> str:
    """A claim's wording without its brackets: what they add stays, but for the occasion and the day.

    The occasion (`[context: ...]`) speaks of other things as well; it stays where nothing else is named.

    >>> own_words("[Ann Lee] left on Monday [May 3, 2021] [context: Bridge falls in Leeds].")
    'Ann Lee left on Monday 2021 .'
    >>> own_words("It fell [context: Bridge falls in Leeds].")
    'It fell Bridge falls in Leeds.'
    """
    dated = GIVEN_DAY.sub(r"\1", text)
    own = OCCASION.sub("", dated)
    chosen = own if entities(own) else dated
    return chosen.replace("[context: ", "").replace("[", "").replace("]", "")


def entities(text: str) -> tuple[str, ...]:
    """The names in a text, each once, in order; several words stay together.

    >>> entities("The World Health Organization said that Dr. Ada Lee of Oslo left.")
    ('World Health Organization', 'Ada Lee of Oslo')
    """
    found: dict[str, None] = {}
    for match in NAME.finditer(ADDRESS.sub(" ", text)):
        name = _without_openers(match[0])
        if name and not name[0].islower() and (len(name) > 1 or not name.isascii()):
            found.setdefault(name)
    return tuple(found)[:MOST_ENTITIES]


def _without_openers(name: str) -> str:
    """The name without words that are capital only because they open a sentence or a title."""
    parts = name.split()
    while parts and (parts[0].lower() in STOPWORDS or parts[0].lower().rstrip(".") in OPENERS):
        parts.pop(0)
    while parts and parts[-1].lower() in STOPWORDS:
        parts.pop()
    joined = " ".join(parts).rstrip(".'\u2019-")
    return joined.removesuffix("'s").removesuffix("\u2019s")


OPENERS = frozenset(
    "mr mrs ms miss dr prof sir dame lord lady gen col lt sgt capt sen rep gov st".split()
    + "about nearly almost roughly approximately around".split()
).union(CALENDAR)


def span_of(dates: tuple[str, ...]) -> tuple[date, date] | None:
    """The first and the last day that the EDTF dates of a claim speak of; null when there is none.

    >>> span_of(("2018-11", "2021"))
    (datetime.date(2018, 11, 1), datetime.date(2021, 12, 31))
    """
    days = [day for edtf in dates for day in _days(edtf)]
    return (min(days), max(days)) if days else None


def _days(edtf: str) -> list[date]:
    days: list[date] = []
    for year, month, day in EDTF_YEAR.findall(edtf):
        try:
            first = date(int(year), int(month or FIRST_MONTH), int(day or 1))
            last = first if day else _last_day(first, by_month=bool(month))
        except ValueError:  # a season such as 2021-21, or no day of the calendar
            first = date(int(year), FIRST_MONTH, 1)
            last = date(int(year), LAST_MONTH, 31)
        days += [first, last]
    return days


def _last_day(first: date, *, by_month: bool) -> date:
    if not by_month:
        return date(first.year, LAST_MONTH, 31)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def day_of(edtf: str | None) -> date | None:
    """The first day of an EDTF date; null when it is none.

    >>> day_of("2021-08"), day_of(None)
    (datetime.date(2021, 8, 1), None)
    """
    span = span_of((edtf,)) if edtf else None
    return span[0] if span else None


def phrase_words(name: str) -> str:
    """A name in quotation marks when it has several words, for providers that take phrases.

    >>> phrase_words("Ada Lee"), phrase_words("Oslo"), phrase_words('Ada "X" Lee')
    ('"Ada Lee"', 'Oslo', '"Ada X Lee"')
    """
    bare = " ".join(words(name))
    return f'"{bare}"' if " " in bare else bare
