"""ISBN: ten or thirteen digits, however they are grouped, to thirteen digits (ISO 2108).

The check digit is recomputed: a digit that was mistyped would name another book, or none.
"""

from __future__ import annotations

import re

from claims.identifiers.written import plain
from claims.model.so_many import so_many

NAMED = re.compile(
    r"^(?:urn:)?(?:e-?)?(?:isbn|ean|sbn)(?:[- ]?1[03])?\s*(?:\([^()]{1,20}\))?\s*[:#]?\s*",
    re.IGNORECASE,
)
IN_PAGE = re.compile(
    r"^(?:https?://)?(?:www\.)?(?:openlibrary\.org/isbn|(?:search\.)?worldcat\.org/(?:[a-z]{2}/)?isbn|"
    r"isbnsearch\.org/isbn|amazon\.[a-z.]{2,6}/(?:[^/]{1,200}/)?dp)/([0-9Xx-]{10,17})(?:[/?#].*)?$"
)
SHAPE = re.compile(r"([0-9][0-9 .-]{7,20}[0-9Xx])(?:[.,;:]|\s*[(\[].*)?$")
BOOKLAND = ("978", "979")
OLD, SHORT, LONG = 9, 10, 13


def standard(written: str) -> str | None:
    """The thirteen digits; None when they are no ISBN.

    >>> standard("ISBN 0-306-40615-2"), standard("978-0-306-40615-7 (pbk.)"), standard("0306406153")
    ('9780306406157', '9780306406157', None)
    """
    digits = _digits(written)
    return _thirteen(digits) if digits and _problem(digits) is None else None


def inspect(written: str) -> str | None:
    """What keeps it from being an ISBN; None when it is one.

    >>> inspect("0306406153")
    'is no ISBN: its check digit is 3 and should be 2'
    """
    digits = _digits(written)
    if digits is None:
        return "is no ISBN; they have 10 or 13 digits, as 978-0-306-40615-7"
    problem = _problem(digits)
    return f"is no ISBN: {problem}" if problem else None


def address(isbn: str) -> None:
    """An ISBN names a book and no page.

    >>> address("9780306406157") is None
    True
    """
    del isbn


def _digits(written: str) -> str | None:
    text = plain(written)
    page = IN_PAGE.match(text)
    found = SHAPE.match(page[1] if page else NAMED.sub("", text))
    return re.sub(r"[^0-9X]", "", found[1].upper()) if found else None


def _problem(digits: str) -> str | None:
    """What is wrong with the bare digits."""
    if len(digits) == OLD and "X" not in digits[:-1]:
        digits = "0" + digits  # a British SBN of the years before 1970
    if len(digits) not in {SHORT, LONG}:
        return f"it has {so_many(len(digits), 'digit')}, not 10 or 13"
    if "X" in digits[:-1] or (len(digits) == LONG and "X" in digits):
        return "only the check digit of ten can be X"
    if len(digits) == LONG and not digits.startswith(BOOKLAND):
        return "thirteen digits begin with 978 or 979"
    if digits.startswith("9790"):
        return "979-0 is printed music (ISMN)"
    wanted = _check(digits[:-1])
    return (
        None if digits[-1] == wanted else f"its check digit is {digits[-1]} and should be {wanted}"
    )


def _thirteen(digits: str) -> str:
    if len(digits) == LONG:
        return digits
    body = "978" + digits.rjust(SHORT, "0")[:-1]
    return body + _check(body)


def _check(body: str) -> str:
    """The digit that follows nine (weights 10 to 2, modulo 11) or twelve (1 and 3, modulo 10)."""
    if len(body) == OLD:
        left = -sum(weight * int(d) for weight, d in zip(range(10, 1, -1), body, strict=True)) % 11
        return "X" if left == SHORT else str(left)
    return str(-sum((1, 3)[at % 2] * int(d) for at, d in enumerate(body)) % 10)
