"""Pieces of a foreign reply to sound values: what is of the wrong type, too long or unsafe is left out."""

from __future__ import annotations

import html
import json
import math
import re
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from claims.model.candidate import SearchOutcome
from claims.sources.outcomes import BY_STATUS
from claims.sources.provider import Reply, failed
from claims.text.sound import sound

if TYPE_CHECKING:
    from claims.sources.provider import Answer

Json: TypeAlias = Any

LONGEST_TITLE = 300
LONGEST_TEXT = 4000
LONGEST_ADDRESS = 2000
MOST_HITS = 50
SUCCESS = range(200, 300)
TAG = re.compile(r"<[^<>]{0,500}>")
DATE = re.compile(r"([12]\d{3})(?:-?(0[1-9]|1[0-2])(?:-?(0[1-9]|[12]\d|3[01]))?)?(?![\d])")


def refusal(answer: Answer) -> Reply | None:
    """The reply that the status alone makes; null for a 2xx, whose body decides."""
    if answer.http_status in SUCCESS:
        return None
    outcome = BY_STATUS.get(answer.http_status, SearchOutcome.FAILED)
    said = words(_message(answer.body), longest=200)
    detail = f"answered {answer.http_status}"
    return Reply(outcome, f"{detail}: {said}" if said else detail)


def _message(body: bytes) -> str | None:
    """What an error's JSON says in words, where errors usually say it."""
    read = parsed(body) if len(body) < LONGEST_TEXT else None
    for _ in range(3):
        if not isinstance(read, dict):
            break
        for name in ("message", "detail", "error", "title"):
            if isinstance(read.get(name), str | dict):
                read = read[name]
                break
        else:
            return None
    return read if isinstance(read, str) else None


def parsed(body: bytes) -> Json:
    """The JSON value in `body`, or null when it holds none.

    >>> parsed(b'{"a": 1}'), parsed(b'<html>'), parsed(b'[' * 100_000)
    ({'a': 1}, None, None)
    """
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def object_in(answer: Answer) -> dict[str, Json] | Reply:
    """The JSON object of a 2xx answer, or the reply that says why there is none."""
    refused = refusal(answer)
    if refused:
        return refused
    read = parsed(answer.body)
    return read if isinstance(read, dict) else failed("the reply is not a JSON object")


def items(holder: Json, *path: str) -> list[Json] | None:
    """The list at the end of a path of names; null when there is none.

    >>> items({"web": {"results": [1]}}, "web", "results"), items({"web": 3}, "web", "results")
    ([1], None)
    """
    found = within(holder, *path)
    return found if isinstance(found, list) else None


def count_of(holder: Json, *path: str, total: Json = None) -> int:
    """How many things a reply names: the entries of its list, or more if its own total says so.

    >>> count_of({"a": [1, 2]}, "a", total=7), count_of({"a": []}, "a", total="7")
    (7, 0)
    """
    listed = len(items(holder, *path) or ())
    return max(listed, total) if type(total) is int else listed


def objects(holder: Json, *path: str) -> list[dict[str, Json]]:
    """The objects of the list at the end of a path, anything else left out.

    >>> objects({"a": [{"b": 1}, 7]}, "a")
    [{'b': 1}]
    """
    return [item for item in items(holder, *path) or () if isinstance(item, dict)]


def within(holder: Json, *path: str) -> Json:
    """What stands at the end of a path of names, or null.

    >>> within({"a": {"b": 2}}, "a", "b"), within([], "a")
    (2, None)
    """
    for name in path:
        holder = holder.get(name) if isinstance(holder, dict) else None
    return holder


def words(value: Json, *, longest: int = LONGEST_TITLE) -> str | None:
    """Markup-free text on one line, cut at `longest`; null when there is none.

    >>> words("Soviet <b>losses</b> &amp;  more"), words(7), words("<script>x</script>")
    ('Soviet losses & more', None, 'x')
    """
    if not isinstance(value, str):
        return None
    # Unescaped after the tags are gone: an escaped "<" is a sign that the author wrote
    plain = html.unescape(TAG.sub("", value[: longest * 4]))
    shown = "".join(c if c.isprintable() or c.isspace() else " " for c in sound(plain))
    joined = " ".join(shown.split())
    return (joined if len(joined) <= longest else joined[: longest - 1] + "…") or None


def passage(value: Json) -> str | None:
    """A longer text, as `words`."""
    return words(value, longest=LONGEST_TEXT)


def web_url(value: Json) -> str | None:
    """An http or https address with a host and no credentials; null for anything else.

    >>> web_url("https://a.example/x"), web_url("javascript:alert(1)"), web_url("http://u:p@a.example")
    ('https://a.example/x', None, None)
    """
    if not isinstance(value, str) or len(value) > LONGEST_ADDRESS:
        return None
    try:
        split = urlsplit(value)
        hosted = bool(split.hostname)
    except ValueError:
        return None
    sane = value.isprintable() and not re.search(r"[\s<>\"\\^`{|}]", value)
    good = split.scheme in {"http", "https"} and hosted and "@" not in split.netloc
    return sound(value) if sane and good else None


def calendar(value: Json) -> str | None:
    """The day, month or year that a date, time or timestamp begins with, as EDTF.

    >>> calendar("2026-05-01T10:00:00Z"), calendar("20260501101500"), calendar(2024), calendar("soon")
    ('2026-05-01', '2026-05-01', '2024', None)
    """
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    digits = re.match(r"(\d{4})(\d{2})(\d{2})\d{2,6}(?!\d)", text[:30])
    found = DATE.match("-".join(digits.groups()) if digits else text[:30])
    return "-".join(part for part in found.groups() if part) if found else None


def number(value: Json) -> float | None:
    """A finite number, and nothing else.

    >>> number(3), number(True), number("3"), number(float("nan"))
    (3.0, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        read = float(value)
    except OverflowError:
        return None
    return read if math.isfinite(read) else None
