"""A claim in its article to the dates outside its words that it may depend on, each with its signs.

A sign is a named number: what the clause is, what the encoder says of it, how the article leads to the
date. `option_weights` weighs them; the first option is always "on none of them".
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import full_date
from claims.extract.dates.date_features import Asked, clause_features
from claims.extract.dates.kept_dates import hangs_behind, is_left, is_of_aside, is_of_document
from claims.extract.dates.tenses import tense
from claims.extract.dates.timeline import NEAR_DAYS, days_apart
from claims.extract.reading import KINDS
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.extract.article import Article
    from claims.extract.dates.mentions import DateMention
    from claims.extract.dates.timeline import Timeline
    from claims.extract.kinds import Setting
    from claims.extract.segment import Found

BACK = 5
"""So many different dates before the sentence are options, the last ones."""

_REACH = 60
"""Mentions that are looked through for them, so that a table of dates costs no more than a page."""

_CROSSED = frozenset(
    """current scene general act attributed number pronoun subordinate apposition""".split()
) | {"event noun", "relative clause", "in a quotation", "first three sentences"}
"""Signs of the clause that tell something of each way to a date."""

_CROSSED_KINDS = ("tense:", "encoder says:")
_SIZES = {4: "year", 7: "month", 10: "day"}
_LEAST = 1e-4  # of a probability, before its logarithm is taken
_OPENS = 4  # characters before a date that opens its sentence, as "On "
_MARKS = re.compile(r"[,;:—]")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{2,}")
_STEM = 6  # letters
_EVERYWHERE = frozenset(
    """the and that this with from have has had was were are for not but who which said says his her
    their its they them been will would could also than then into over after before about there when
    where while more most other some such only all one two new per upon she him our out any can may did
    does being becaus during betwee under agains""".split()
)
_VIEWS = (
    *("encoder: none", "encoder: own", "encoder: elsewhere"),
    *(f"encoder: {kind}" for kind in KINDS),
    *("encoder: said", "encoder: level"),
)
_NONE_BY_VIEWS = tuple(f"none, {name}" for name in _VIEWS)
_PAST_TENSES = frozenset(["past", "perfect", "pluperfect"])
_NEAR = (0, 1, 3, 7, 31, 400)  # days before publication
_SENTENCES = (1, 2, 3, 5, 8)
_PARAGRAPHS = (0, 1, 2, 4)
_CHARACTERS = (3, 20, 60)
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Option:
    """A date that the claim may depend on, or none, and the signs of that."""

    edtf: str | None
    way: str  # how the article leads to it: before, after, last, second, older, published, month, year
    signs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Viewed:
    """A found claim with its surroundings, in a sentence of its article."""

    article: Article
    timeline: Timeline
    found: Found
    setting: Setting
    ordinal: int = field(init=False)  # the number of its sentence

    def __post_init__(self) -> None:
        object.__setattr__(self, "ordinal", self.timeline.sentence_at(self.found.span.start))


def date_options(viewed: Viewed) -> list[Option]:
    """None of the dates, then each date outside the claim that it may depend on.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.dates.timeline import read_timeline
    >>> from claims.extract.kinds import Setting
    >>> from claims.extract.segment import Found
    >>> from claims.model.span import Span
    >>> article = read_article("The dam broke on Saturday. Nobody was hurt.", published="2021-08-31")
    >>> timeline = read_timeline(article, published="2021-08-31")
    >>> found = Found(Span(27, 42), kinds=(0.1,) * 7, dated=(0.3, 0.1, 0.6))
    >>> [(o.edtf, o.way) for o in date_options(Viewed(article, timeline, found, Setting()))][:3]
    [(None, ''), ('2021-08-28', 'last'), ('2021-08-31', 'published')]
    """
    clause = _clause_signs(viewed)
    views = _views(viewed.found)
    leaning = views[2] - views[0]
    crossed = tuple(n for n in clause if n in _CROSSED or n.startswith(_CROSSED_KINDS))
    none = dict(zip(_NONE_BY_VIEWS, views, strict=True))
    none |= dict.fromkeys(_beside("none, ", clause), 1.0)
    options = [Option(None, "", none | {"none": 1.0})]
    for edtf, way, mentions in _ways(viewed):
        signs = dict.fromkeys(_signs(viewed, edtf, way, mentions), 1.0)
        signs |= dict.fromkeys(_beside(f"{way} & ", crossed), 1.0)
        signs[f"{way}, encoder"] = leaning
        options.append(Option(edtf, way, signs))
    return options


@lru_cache(maxsize=1024)  # clauses are alike
def _beside(way: str, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{way}{name}" for name in names)


def _clause_signs(viewed: Viewed) -> tuple[str, ...]:
    article, part, setting = viewed.article, viewed.found.span, viewed.setting
    kinds = viewed.found.kinds
    asked = Asked(
        words=part.of(article.text),
        quoted=setting.quoted,
        numbers=setting.numbers,
        ordinal=viewed.ordinal,
        opens_sentence=part.start <= _begins(article, viewed.ordinal) + 1,
    )
    names = [name for name in clause_features(asked) if not name.startswith("kind:")]
    if kinds:
        names.append(f"encoder says:{KINDS[kinds.index(max(kinds))]}")
    flags = {"attributed": setting.attributed, "cue in it": setting.has_cue}
    return (*names, *(name for name, holds in flags.items() if holds))


def _begins(article: Article, ordinal: int) -> int:
    """Where the words of a sentence begin."""
    span = article.sentences[ordinal]
    words = span.of(article.text)
    return span.start + len(words) - len(words.lstrip())


def _views(found: Found) -> list[float]:
    """The encoder's probabilities, most of them as logarithms, in the order of _VIEWS."""
    said = 0.5 if found.said is None else found.said
    return [
        *map(_log, found.dated),
        *found.kinds,
        _log(said) - _log(1 - said),
        _log(found.level) - _log(1 - found.level),
    ]


def _ways(viewed: Viewed) -> list[tuple[str, str, list[int]]]:
    """Each date once: what it is, the way to it, its mentions up to here."""
    timeline, part = viewed.timeline, viewed.found.span
    met, first = _met(viewed)
    past = sorted((i for i in map(max, met.values()) if i < first), reverse=True)
    ranks = dict(zip(past, ("last", "second", *["older"] * BACK), strict=False))
    found = []
    for edtf, mentions in met.items():
        nearest = min(mentions, key=lambda i: _gap(viewed, i))
        if nearest >= first:
            way = "before" if timeline.mentions[nearest].end <= part.start else "after"
            found.append((edtf, way, mentions))
        elif way := ranks.get(max(mentions), "older" if timeline.lead in mentions else ""):
            found.append((edtf, way, mentions))
    found += [(e, way, []) for e, way in _published(timeline.published).items() if e not in met]
    return found


def _met(viewed: Viewed) -> tuple[dict[str, list[int]], int]:
    """The mentions of each date outside the claim up to the end of its sentence, whose first is told."""
    timeline, part, text = viewed.timeline, viewed.found.span, viewed.article.text
    sentence = viewed.article.sentences[viewed.ordinal]
    first = bisect_left(timeline.mentions, sentence.start, key=_START)
    end = bisect_left(timeline.mentions, sentence.end, key=_START)
    met: dict[str, list[int]] = {}
    if timeline.lead is not None and timeline.lead < first - _REACH:
        met[timeline.mentions[timeline.lead].edtf] = [timeline.lead]
    for i in range(max(0, first - _REACH), min(end, first + _REACH)):
        mention = timeline.mentions[i]
        if mention.start >= part.end and ";" in text[part.end : mention.start]:
            break  # "It had 17 bases; today there is one"
        outside = mention.end <= part.start or mention.start >= part.end
        if outside and not _stays(viewed, i, first, sentence):
            met.setdefault(mention.edtf, []).append(i)
    return met, first


def _stays(viewed: Viewed, i: int, first: int, sentence: Span) -> bool:
    """Whether a mention goes no further than the words it stands in; `first` is the first of the sentence."""
    text, part, timeline = viewed.article.text, viewed.found.span, viewed.timeline
    mention = timeline.mentions[i]
    if _is_to_come(viewed, mention):
        return True
    ahead = mention.end <= part.start
    if is_of_document(text, mention) or (ahead and is_left(text, mention, part)):
        return True
    if i >= first and ahead and _is_now(viewed, mention):
        return True
    if i < first or not ahead:
        days = days_apart(mention.edtf, timeline.published)
        old = i >= first and (days is None or days > NEAR_DAYS)
        return i in timeline.kept or (old and hangs_behind(text, mention, part))
    return is_of_aside(text, mention, sentence, part)


def _is_to_come(viewed: Viewed, mention: DateMention) -> bool:
    """Whether a date lies ahead of publication while the claim tells of what has been."""
    first = mention.edtf.partition("/")[0].rstrip("?~")
    if first <= (viewed.timeline.published or "9")[: len(first)]:
        return False
    return tense(viewed.found.span.of(viewed.article.text)) in _PAST_TENSES


def _is_now(viewed: Viewed, mention: DateMention) -> bool:
    """Whether a clause tells what is so now, behind a date of old: "It began in 2009 and employs 30"."""
    days = days_apart(f"{mention.edtf[:4]}-12-31", viewed.timeline.published)
    old = days is not None and days > NEAR_DAYS
    return old and tense(viewed.found.span.of(viewed.article.text)) == "present"


def _gap(viewed: Viewed, mention: int) -> int:
    """Characters between the claim and a mention of a date."""
    part, one = viewed.found.span, viewed.timeline.mentions[mention]
    return max(one.start - part.end, part.start - one.end)


@lru_cache(maxsize=64)  # asked for every claim of an article
def _published(published: str | None) -> dict[str, str]:
    day = full_date(published)
    if day is None:
        return {}
    return {day.isoformat(): "published", f"{day:%Y-%m}": "month", f"{day:%Y}": "year"}


def _signs(viewed: Viewed, edtf: str, way: str, mentions: list[int]) -> list[str]:
    """What tells for or against one date, whatever the claim is."""
    timeline = viewed.timeline
    own, size, recent = _of_date(edtf, timeline.published, way, min(4, len(mentions)))
    signs = [*own]
    if way in {"before", "after"}:
        signs += _inside(viewed, way, mentions)
    elif mentions:
        signs += _earlier(viewed, f"{way}+{size}", max(mentions))
    if timeline.lead is not None and timeline.mentions[timeline.lead].edtf == edtf:
        signs.append("day of the main event")
        signs.append(f"{way}, day of the main event")
    if mentions and recent:
        signs.append("news day")
        signs.append(f"{way}, news day")
    return signs


@lru_cache(maxsize=512)  # the dates of an article are asked for by every claim
def _of_date(
    edtf: str, published: str | None, way: str, mentions: int
) -> tuple[tuple[str, ...], str, bool]:
    """The signs of a date wherever it stands, its size, and whether the news may be of that day."""
    days = days_apart(edtf, published)
    size = "interval" if "/" in edtf else _SIZES.get(len(edtf.rstrip("?~")), "other")
    same = _published(published).get(edtf)
    signs = (way, f"size:{size}", f"days:{_days(days)}", f"met:{mentions}")
    recent = days is not None and 0 <= days <= NEAR_DAYS
    return (*signs, f"{way} is {same}") if same else signs, size, recent


def _days(days: int | None) -> str:
    return "unknown" if days is None else "ahead" if days < 0 else _bucket(days, _NEAR)


def _inside(viewed: Viewed, way: str, mentions: list[int]) -> list[str]:
    """Signs of a date in the sentence of the claim."""
    article, part = viewed.article, viewed.found.span
    nearest = min(mentions, key=lambda i: _gap(viewed, i))
    one = viewed.timeline.mentions[nearest]
    between = Span(one.end, part.start) if way == "before" else Span(part.end, one.start)
    signs = [f"characters:{_bucket(len(between), _CHARACTERS)}"]
    if not _MARKS.search(between.of(article.text)):
        signs.append(f"{way}, no mark between")
    opens = one.start <= _begins(article, viewed.ordinal) + _OPENS
    return [*signs, "opens the sentence"] if opens else signs


def _earlier(viewed: Viewed, kind: str, mention: int) -> list[str]:
    """Signs of a date in a sentence before, `kind` being the way to it and its size."""
    article, timeline = viewed.article, viewed.timeline
    ordinal = timeline.ordinals[mention]
    back = timeline.paragraphs[viewed.ordinal] - timeline.paragraphs[ordinal]
    signs = [
        f"paragraphs:{_bucket(back, _PARAGRAPHS)}",
        f"sentences:{_bucket(viewed.ordinal - ordinal, _SENTENCES)}",
        f"{kind}+{'same' if back == 0 else 'other'} paragraph",
    ]
    if timeline.mentions[mention].start <= _begins(article, ordinal) + _OPENS:
        signs.append("opened its sentence")
    sentence = article.sentences[ordinal].of(article.text)
    shared = _stems(viewed.found.span.of(article.text)) & _stems(sentence)
    return [*signs, f"words shared:{min(3, len(shared))}"]


@lru_cache(maxsize=256)  # the sentences of an article are asked for again and again
def _stems(words: str) -> frozenset[str]:
    return frozenset(word.lower()[:_STEM] for word in _WORD.findall(words)) - _EVERYWHERE


def _bucket(count: int, limits: tuple[int, ...]) -> str:
    """The first limit that `count` does not pass, as a name."""
    at = bisect_left(limits, count)
    return str(limits[at]) if at < len(limits) else "more"


def _log(probability: float) -> float:
    return math.log(max(_LEAST, probability))
