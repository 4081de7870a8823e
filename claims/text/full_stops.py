"""Full stops, question and exclamation marks to the places where sentences end in a paragraph.

A stop before a lower-case word never ends a sentence. Crawled text now and then has one in the
middle of a sentence ("phase. of"), and where a new sentence begins in lower case by mistake the
joined reading still keeps every claim whole; a wrong cut would not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claims.text.abbreviated import ends_after, last_word
from claims.text.abbreviations import EXCLAIMED_NAMES, REPORTING_VERBS, STARTERS
from claims.text.unseen import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOPS = ".!?…؟۔।॥‽"
_CLOSERS = rf"\"'”’»)\]}}›{UNSEEN}"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩЀ-Я"
_LOWER = "a-zß-öø-ÿāăąćčďđēęěğģīįıķĺļľłńņňőœŕřśşšţťūůűųźżžα-ωа-џ"

# Every part is possessive and a run of stops is entered at its first stop only: linear on any text.
_CANDIDATE = re.compile(
    rf"(?<![{_STOPS}])(?P<stop>[{_STOPS}]++)(?P<close>(?:[{_CLOSERS}]|“(?=\s|\Z))*+(?:\[\d{{1,3}}\])*+)"
    r"(?:(?P<gap>(?:[ \u00a0\u202f]?[”»](?=\s|\Z))?+\s++)(?P<lead>[\s\"'“‘«‹„(\[{¿¡*•⁃–—-]*+)"
    rf"|(?P<glued>(?=[“\"‘]?[{_UPPER}][{_LOWER}\s’'])))"
    r"|(?P<wide>[。！？｡]++[」』”’）)\"'》〉】]*+\s*+)"
)
_WORD = re.compile(r"\w{1,24}")
_ENUMERATOR = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[)\]]?\Z")
_ITEM = re.compile(r"(\d{1,3})[.)]")
_ADDRESS = re.compile(r"://|@|www\.", re.IGNORECASE)
_OMISSION = re.compile(r"(?:\.\.\.|…)\]\s*+")
_DOMAIN_ENDS = ("Com", "Net", "Org", "Js")
_SPEAKER = re.compile(
    rf"(?:[{_UPPER}][\w’'-]{{0,24}}\.?\s){{1,4}}(?:{'|'.join(sorted(REPORTING_VERBS))})\b"
)
_QUOTES = "\"'”’»“"
_LEADING_SIGNS = "$€£¥₹#@§_"
_FIRST_PICTURE = "\u2190"
"""From the arrows on, signs that are no letters are pictures and begin sentences like capitals."""

WINDOW = 48
"""Characters before a stop that are looked at."""


class _Stop(NamedTuple):
    """A stop that may end a sentence: which sentence it stands in, and what surrounds it."""

    text: str
    cut: int
    """Where the sentence begins."""
    first: int
    """Where its first word begins."""
    at: int
    sign: str
    close: str
    lead: str
    after: int
    """Where the next word begins."""

    def next_word(self) -> str:
        match = _WORD.match(self.text, self.after)
        return match.group() if match else ""

    def head(self) -> str:
        return self.text[max(self.first, self.at - WINDOW) : self.at]


def ends_in(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end inside `text[start:end]`, which is one paragraph: offsets, in order.

    An offset is where the next sentence begins, after the white space.

    >>> list(ends_in("He said no. She left.", 0, 21))
    [12]
    """
    cut, first = start, _first_word(text, start, end)
    for match in _CANDIDATE.finditer(text, start, end):
        if match.end() >= end or first >= match.start():
            continue  # the paragraph's end, or no word yet: "… and so on"
        at = _cut_at(text, cut, first=first, match=match)
        if at is not None and cut < at < end:
            yield at
            cut, first = at, _first_word(text, at, end)


def _first_word(text: str, start: int, end: int) -> int:
    match = _WORD.search(text, start, end)
    return match.start() if match else end


def _cut_at(text: str, cut: int, *, first: int, match: re.Match[str]) -> int | None:
    """Where the next sentence begins if one ends at this stop, else null."""
    if match["wide"]:
        return match.end()
    after = _after_omission(text, match.end())
    sign = text[after : after + 1]
    if not sign or (sign.islower() and not text[after + 1 : after + 2].isupper()):
        # iPhone may begin a sentence, phase may not
        return None
    if not sign.isalnum() and sign not in _LEADING_SIGNS and match["gap"]:
        return match.end("gap") if sign >= _FIRST_PICTURE else None
    stop = _Stop(
        text=text,
        cut=cut,
        first=first,
        at=match.start(),
        sign=match["stop"],
        close=match["close"],
        lead=match["lead"] or "",
        after=after,
    )
    if not match["gap"]:
        return _after_glued(stop)
    item = _next_item(stop)
    if item is not None:
        return item
    return match.end("gap") if not _is_enumerator(stop) and _ends(stop) else None


def _after_omission(text: str, after: int) -> int:
    """Where the next word begins; words left out of a quotation ("[...]") are no word."""
    omission = _OMISSION.match(text, after)
    return omission.end() if omission and text[after - 1] == "[" else after


def _ends(stop: _Stop) -> bool:
    """Whether a stop with a space behind it ends its sentence."""
    if _in_dateline(stop):
        return False
    if stop.sign[-1] == "…" or stop.head().rstrip().endswith(".") or stop.sign.endswith(".."):
        bracketed = stop.text[stop.at - 1] in "[("
        return not bracketed and stop.next_word() != "I"
    return _ends_at_full_stop(stop) if stop.sign == "." else _ends_at_mark(stop)


def _ends_at_full_stop(stop: _Stop) -> bool:
    stray_space = stop.text[stop.at - 1].isspace()
    if stray_space or any(quote in stop.close for quote in _QUOTES):
        return True  # such a stop abbreviates nothing
    return ends_after(stop.text, stop.at, first=stop.first, after=stop.after)


def _ends_at_mark(stop: _Stop) -> bool:
    """A question or cry ends a sentence unless its speaker follows or it is part of a name."""
    if stop.sign == "!" and last_word(stop.head()) in EXCLAIMED_NAMES:
        return stop.next_word() in STARTERS
    if stop.close and stop.next_word() not in STARTERS:
        return _SPEAKER.match(stop.text, stop.after) is None
    return True


_AGENCY = re.compile(r"\([^()\n]{2,40}\)\s(?:[–—]|--?)\s")
"""What stands between the place and the dash: "LIMA, Ohio (AP) — ", of which "Minn." is no end."""


def _in_dateline(stop: _Stop) -> bool:
    """Whether the stop stands in the place and agency before the first dash of a report."""
    word = _WORD.match(stop.text, stop.first)
    dashed = any(dash in stop.lead for dash in "–—-")
    return (
        stop.lead != ""
        and (dashed or _AGENCY.match(stop.text, stop.after - 1) is not None)
        and stop.at - stop.first < WINDOW
        and word is not None
        and len(word.group()) > 1
        and word.group().isupper()
    )


def _after_glued(stop: _Stop) -> int | None:
    """A stop with no space behind it, as in "it ended.The": an end unless it is in an address."""
    head = stop.head()
    before = head.split()[-1] if head and not head[-1].isspace() else ""
    tail = stop.text[stop.after : stop.after + WINDOW].split(maxsplit=1)[0]
    if _ADDRESS.search(f"{before}.{tail}") or tail.startswith(_DOMAIN_ENDS):
        return None
    if stop.sign == "." and not stop.close:
        word = last_word(head)
        whole = len(word) > 1 and "." not in word and (word[-1].islower() or word[-1].isdigit())
        if not whole or not ends_after(stop.text, stop.at, first=stop.first, after=stop.after):
            return None
    if _is_enumerator(stop):
        return None
    opens_next = stop.close == '"' and stop.text.count('"', stop.cut, stop.after) % 2
    return stop.after - 1 if opens_next else stop.after


def _next_item(stop: _Stop) -> int | None:
    """Where "2" stands in "1. One item 2. Next item" when the stop is the one behind "2"."""
    number = last_word(stop.head())
    item = _ITEM.match(stop.text, stop.first)
    at = stop.at - len(number)
    if item is None or at == stop.first or not number.isdecimal():
        return None
    return at if int(number) == int(item[1]) + 1 else None


def _is_enumerator(stop: _Stop) -> bool:
    """Whether the sentence so far is only the number or letter of a list item."""
    return stop.at - stop.first < WINDOW and _ENUMERATOR.match(stop.head()) is not None
