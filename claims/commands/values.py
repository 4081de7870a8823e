"""Option values that are checked before anything is done: wrong ones are wrong use."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from urllib.parse import urlsplit

import typer

from claims.model.review import Status

STATES = ", ".join(status.value for status in Status)
"""As help lists them; as a choice of type they would run over any terminal."""
PARTS = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
KEPT = re.compile(r"urn:citetrail:d-[0-9a-f]+")


def calendar_date(given: str | None) -> str | None:
    """A day, month or year of the calendar: YYYY-MM-DD, YYYY-MM or YYYY (EDTF level 0).

    Of a moment (ISO 8601, as feeds give it) the day is taken as it is written.

    >>> calendar_date("2021-08"), calendar_date("2021-08-31T23:30:00+02:00")
    ('2021-08', '2021-08-31')
    """
    if given is None:
        return None
    moment = TIME.fullmatch(given)
    day = moment[1] if moment else given
    parts = PARTS.fullmatch(day)
    if parts:
        with suppress(ValueError):
            date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
            return day
    raise typer.BadParameter(f"{given!r} is no date; give YYYY-MM-DD, YYYY-MM or YYYY")


def web_address(given: str | None) -> str | None:
    """An http or https address with a host, without white space and credentials."""
    if given is None:
        return None
    with suppress(ValueError):  # urlsplit refuses hosts such as [::1
        split = urlsplit(given)
        web = split.scheme in {"http", "https"} and split.hostname and "@" not in split.netloc
        if web and given.isprintable() and not re.search(r"[\s<>\"]", given):
            return given
    raise typer.BadParameter(f"{given!r} is no web address; give https://HOST/PATH")


def kept_address(given: str | None) -> str | None:
    """A web address, or the name under which a document of the desk's own is kept."""
    return given if given and KEPT.fullmatch(given) else web_address(given)


def some_words(param: typer.CallbackParam, given: str | None) -> str | None:
    """A text that says something."""
    if given is not None and not given.strip():
        way = "say something" if param.required else "leave the option out, or say something"
        raise typer.BadParameter(f"it is empty; {way}")
    return given
