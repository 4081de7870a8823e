"""A number as written to the unit of its last digit."""

from __future__ import annotations

import re

_SCALES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "bn": 1e9, "bln": 1e9,
    "billion": 1e9, "tn": 1e12, "trn": 1e12, "t": 1e12, "trillion": 1e12, "b": 1e9, "crore": 1e7,
    "crores": 1e7,
    "lakh": 1e5, "lakhs": 1e5, "hundred": 100.0, "dozen": 12.0,
}  # fmt: skip
_WRITTEN = re.compile(r"(?P<digits>\d[\d,.'’ \u00a0\u202f\u2009]*\d|\d)(?P<scale>[ -]?[A-Za-z]+)?")
_CENTS = re.compile(r"(?<=\d) ?[pc]$|(?:\b|-)(?:cents?|pence|penny|pennies)\b", re.IGNORECASE)
_HUNDREDS = 2
_IN_WORDS = 0.2
"""How exact a fraction told in words is, as a share of it."""
_THOUSAND = 1000


def written(exact: str, value: float) -> tuple[float, float]:
    """The units of the last written digit, and of the last that is not a zero at the end.

    >>> written("$2.4bn", 2.4e9), written("15,000", 15000.0), written("12 cents", 0.12)
    ((100000000.0, 100000000.0), (1.0, 1000.0), (0.01, 0.01))
    >>> written("4.0 percent", 4.0), written("a quarter of a point", 0.25)
    ((0.1, 0.1), (0.05, 0.05))
    """
    match = _WRITTEN.search(exact)
    scale, decimals = 1.0, 0
    if _CENTS.search(exact):
        step, coarse = written(_CENTS.sub("", exact), 100 * value)
        return step / 100, coarse / 100
    if match:
        scale = _SCALES.get((match["scale"] or "").strip(" -").lower(), 1.0)
        point = re.search(r"[.,](\d+)$", match["digits"])
        mantissa = abs(value) / scale
        tenths = point and point[0][0] == "." and len(point[1]) <= _HUNDREDS
        if point and (mantissa != int(mantissa) or scale > 1 or tenths):
            decimals = len(point[1])
    elif value != int(value):  # "a quarter of a point"
        return abs(value) * _IN_WORDS, abs(value) * _IN_WORDS
    step = scale * 10.0**-decimals
    return step, max(step, _coarse(value) if decimals == 0 else step)


def _coarse(value: float) -> float:
    if value != int(value) or value == 0:
        return 0.0
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    rounds = zeros > _HUNDREDS or (zeros == _HUNDREDS and abs(value) >= _THOUSAND)
    return float(10**zeros) if rounds else 1.0
