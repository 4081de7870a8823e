"""Dates in running text to EDTF (ISO 8601-2), those relative to publication or to a date met before resolved.

A weekday is the nearest one up to publication, or the next one after "next" or a word of the future;
a month without a year is the latest one that had begun at publication. What cannot be settled is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.dates.absolute_dates import ABSOLUTE, numeric_dates
from claims.extract.dates.anchored_dates import ANCHORED
from claims.extract.dates.calendar_words import full_date
from claims.extract.dates.date_openings import Places, matches
from claims.extract.dates.deadlines import tells_past
from claims.extract.dates.histories import is_history
from claims.extract.dates.joined_dates import joined
from claims.extract.dates.kept_dates import is_measured_from
from claims.extract.dates.month_stretches import (
    with_ordinal_quarters,
    with_quarter,
    with_same,
    with_stretches,
)
from claims.extract.dates.outlook import is_ahead, lookback
from claims.extract.dates.relative_dates import RELATIVE
from claims.text.blanks import squeezed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


_OPENINGS = frozenset[str]().union(*(first for first, _, _ in (*ABSOLUTE, *RELATIVE, *ANCHORED)))
_NEAR = 600
"""Characters in which a date counts as met before."""

_ASIDE = 120
_SINCE_ASIDE = re.compile(r",\s(?:who|which|whose)\b[^,.;!?\n]*\bsince\b[^,.;!?\n]*\Z")
_RECENT = 3
"""Years before publication to which a text on times long past takes no date that lacks its year."""

_ANCHORS = 3
"""Dates before one that it may be counted from."""

_BESIDE = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?,\s")
_CLAUSE = 60  # characters
_TO_COME = re.compile(r"[^.!?;\n]*\b(?:will|shall|is|are)\b")
_BEGUN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?", re.ASCII)

_APPROXIMATE = re.compile(
    r"\b(?:(?:around|circa|ca\.|approximately)\s(?:the\s|in\s)?|c\.\s?"
    r"|(?:in|since|until|from|by|after|before|built|made|founded|written|born|painted)"
    r"\s(?:about|roughly)\s(?:the\s)?)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:about|some|roughly|nearly|almost)\s$", re.IGNORECASE)
"""What makes a count rough where it is no topic: "about 25 years ago"."""
_COUNTED_BACK = re.compile(r"\b(?:ago|later|earlier)$", re.IGNORECASE)
_OR_SO = re.compile(r"\sor\s(?:so|thereabouts)\b")
_UNCERTAIN = re.compile(
    r"\b(?:possibly|perhaps|probably|maybe)\s(?:(?:\w+ed|born|built|made|written|cast|begun)\s)?"
    r"(?:as early as\s|in\s|on\s|since\s|from\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|told|heard|announced|reported|confirmed|stated)\b[^.;!?\n]{0,30}\Z"
)
_THAT_SEASON = re.compile(r"that\s(?:spring|summer|autumn|fall|winter)\b", re.IGNORECASE)
_IN_MONTH = re.compile(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?\Z")
_OTHER_SEASON = re.compile(r"\b(?:following|next|previous)\sseason\b")
_SEASON = 90  # days: of a season near its own day a report says "this"
_STOP = re.compile(r"[.!?;]\s|\n")
_ROUGH = re.compile(r"\d{3}[\dX](?:-\d\d)?|\d\dXX")
_LONGEST_MARK = 40


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written (`exact` at `[start, end)`) and as EDTF."""

    edtf: str
    exact: str
    start: int
    end: int


def dates(text: str, *, published: str | None) -> tuple[DateMention, ...]:
    """The dates of `text` in order; relative ones need `published` (EDTF, at least a full date).

    >>> [d.edtf for d in dates("He said in July, and on Saturday", published="2021-08-31")]
    ['2021-07', '2021-08-28']
    """
    short = squeezed(text)
    found = []
    for start, end, edtf in _read(short.text, full_date(published)):
        at, to = short.place(start), short.place(end - 1) + 1
        marked = _marked(short.text, start, end, edtf)
        found.append(DateMention(marked, text[at:to], at, to))
    return tuple(found)


def _read(text: str, today: date | None) -> list[_Found]:
    """The dates of a text without runs of blanks, in order."""
    taken = bytearray(len(text))
    begins = Places(text, _OPENINGS)
    found = with_stretches(text, _standing(text, begins, today, taken))
    found += _anchored(text, begins, sorted(found), taken, today)
    told = with_same(text, joined(text, sorted(found)))
    return with_quarter(text, with_ordinal_quarters(text, told))


_Found = tuple[int, int, str]


def _standing(text: str, begins: Places, today: date | None, taken: bytearray) -> list[_Found]:
    """Dates that need nothing but the day of publication."""
    found: list[_Found] = []
    for start, end, edtf in numeric_dates(text):
        taken[start:end] = b"\1" * (end - start)
        found.append((start, end, edtf))
    for first, pattern, read in ABSOLUTE:
        for match in matches(pattern, first, text, begins):
            _take(match, read(match, today), taken, found)
    if today is None:
        return found
    past = today.year - _RECENT if is_history(text, today) else None
    for first, pattern, read_relative in RELATIVE:
        for match in matches(pattern, first, text, begins):
            if any(taken[match.start() : match.end()]):
                continue
            told = read_relative(match, today)
            if past is None or told is None or told < str(past):
                _take(match, told, taken, found)
    return found


def _anchored(
    text: str, begins: Places, known: list[_Found], taken: bytearray, today: date | None
) -> list[_Found]:
    """Dates counted from the last one before them, which may be such a date itself."""
    hits = sorted(
        (
            (m, read)
            for first, pattern, read in ANCHORED
            for m in matches(pattern, first, text, begins)
        ),
        key=lambda hit: (hit[0].start(), -hit[0].end()),
    )
    found: list[_Found] = []
    for match, read in hits:
        at = bisect_left(known, (match.start(),))
        before = sorted(known[max(0, at - _ANCHORS) : at] + found[-_ANCHORS:], reverse=True)
        if (
            before
            and _BESIDE.fullmatch(text, before[0][1], match.start())
            and text.startswith(",", match.end())
        ):
            continue  # "on Tuesday, the day after, they left" tells one day
        near = [one for one in before if match.start() - one[0] <= _NEAR]
        if near and _OTHER_SEASON.search(text, near[0][1], match.start()):
            continue  # "in 1969. He missed the following season and returned that April"
        if len(near) > 1 and _is_of_saying(text, near[1], near[0]):
            del near[0]
        near = [one for one in near if not _is_since(text, one, match.start())]
        if len(near) > 1 and text.endswith(", dated ", 0, near[0][0]):
            del near[0]  # "published a note, dated 11 December. He left two days later"
        if len(near) > 1 and _goes_on(text, near, told=read(match, near[0][2])):
            del near[0]
        anchors = [one[2] for one in near]
        if "d" in match.re.groupindex and match["d"] and "m" not in match.re.groupindex:
            anchors = [told for told in anchors if _IN_MONTH.match(told)]
        _take(match, _counted_from(match, read, anchors, today), taken, found)
    return found


def _is_of_saying(text: str, first: _Found, last: _Found) -> bool:
    """Whether of two dates of a sentence the last is when it was said: "fell in May, he said on Friday"."""
    between = text[first[1] : last[0]]
    return _SAYING.search(between) is not None and _STOP.search(between) is None


def _goes_on(text: str, near: list[_Found], *, told: str | None) -> bool:
    """Whether the story is still at the last date but one: the last only compares, describes or holds it.

    "It rained on Monday, the wettest day since 1998"; "on Monday, more than is usual in all of October".
    `told` is what the last one would give.
    """
    (start, end, last), (_, before_end, before) = near[:2]
    one = _STOP.search(text, before_end, start) is None
    if told is not None:
        return one and is_measured_from(text, start, text[start:end])
    return before.startswith(f"{last}-") or one or is_measured_from(text, start, text[start:end])


def _is_since(text: str, one: _Found, at: int) -> bool:
    """Whether a date only tells in an aside since when something is so: ", who had ruled since 2021,"."""
    lead = text[max(0, one[0] - _ASIDE) : one[0]]
    return _SINCE_ASIDE.search(lead) is not None and "," in text[one[1] : at]


def _counted_from(
    match: re.Match[str],
    read: Callable[[re.Match[str], str], str | None],
    anchors: list[str],
    today: date | None,
) -> str | None:
    """What `match` tells, counted from the first of `anchors`, the nearest date before it.

    What has been cannot lie after publication: behind "said on Wednesday", in a paper of that day, "the day
    after" is counted from the date before it.
    """
    if today is not None and _THAT_SEASON.match(match[0]):
        day = full_date(anchors[0]) if anchors else None
        if day is not None and (today - day).days <= _SEASON:
            return None  # "The case closed on Friday. She was on duty that winter."
    for count, anchor in enumerate(anchors):
        told = read(match, anchor)
        if told is None or today is None:
            return None if count else told
        ahead = is_ahead(match)
        if not ahead and not _is_over(told, today) and _tells_past(match):
            continue  # "will visit on Wednesday. He flew there the previous day"
        told_of = _is_over(told, today) or not _is_over(anchor, today)
        if told_of or ahead or _TO_COME.match(match.string, match.end(), match.end() + _CLAUSE):
            return told
    return read(match, anchors[0]) if anchors and not _tells_past(match) else None


def _tells_past(match: re.Match[str]) -> bool:
    """Whether a verb of the past leads to the match."""
    return tells_past(re.split(r"[.!?;\n]", lookback(match, _CLAUSE))[-1].lower())


def _is_over(edtf: str, today: date) -> bool:
    """Whether a date has at least begun on the day of publication."""
    begun = _BEGUN.match(edtf)
    return begun is None or begun[0] <= today.isoformat()[: len(begun[0])]


def _take(match: re.Match[str], edtf: str | None, taken: bytearray, found: list[_Found]) -> None:
    start, end = match.span()
    if edtf is not None and not any(taken[start:end]):
        taken[start:end] = b"\1" * (end - start)
        found.append((start, end, edtf))


def _marked(text: str, start: int, end: int, edtf: str) -> str:
    """`edtf` with `~` after a word like "around" and `?` after one like "possibly"."""
    if not _ROUGH.fullmatch(edtf):
        return edtf
    before = text[max(0, start - _LONGEST_MARK) : start]
    counted = _COUNTED_BACK.search(text[start:end])
    if (
        _APPROXIMATE.search(before)
        or _OR_SO.match(text, end)
        or (counted and _ABOUT.search(before))
    ):
        return f"{edtf}~"
    return edtf + "?" * bool(_UNCERTAIN.search(before))
