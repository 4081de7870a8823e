"""Measures to one measure of their kind: factors of a closed list of units (data, and one function).

The list is that of `claims.extract.quantities.measures`; factors are exact by definition (the international
yard and pound of 1959, the SI) but for the month and the year, whose length is a mean.
"""

from __future__ import annotations

_KINDS = {
    "length": {
        "metre": 1.0, "kilometre": 1000.0, "centimetre": 0.01, "millimetre": 0.001, "mile": 1609.344,
        "nautical mile": 1852.0, "foot": 0.3048, "inch": 0.0254, "yard": 0.9144,
        "light-year": 9460730472580800.0,
    },
    "area": {
        "square metre": 1.0, "square kilometre": 1e6, "hectare": 1e4, "acre": 4046.8564224,
        "square mile": 2589988.110336, "square foot": 0.09290304,
    },
    "volume": {
        "litre": 1.0, "millilitre": 0.001, "cubic metre": 1000.0, "cubic foot": 28.316846592,
        "gallon": 3.785411784, "barrel": 158.987294928,
    },
    "mass": {
        "kilogram": 1.0, "gram": 0.001, "milligram": 1e-6, "microgram": 1e-9, "tonne": 1000.0,
        "megatonne": 1e9, "gigatonne": 1e12,
        "pound": 0.45359237, "ounce": 0.028349523125, "ton": 1000.0,
    },
    "speed": {"km/h": 1.0, "mph": 1.609344, "m/s": 3.6, "knot": 1.852},
    "length of time": {
        "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0,
        "fortnight": 1209600.0, "month": 2629746.0, "year": 31556952.0, "decade": 315569520.0,
        "century": 3155695200.0, "millennium": 31556952000.0,
    },
    "power": {"watt": 1.0, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9, "terawatt": 1e12},
    "energy": {"kWh": 1.0, "MWh": 1e3, "GWh": 1e6, "TWh": 1e9},
    "frequency": {"kHz": 1.0, "MHz": 1e3, "GHz": 1e6},
    "data": {"megabyte": 1.0, "gigabyte": 1e3, "terabyte": 1e6},
    "share of parts": {"ppm": 1.0, "ppb": 0.001},
    "points": {"percentage point": 1.0, "basis point": 0.01},
}  # fmt: skip
"""Calories and plain degrees are left out: which of several is meant is unsure."""

_OTHERS = {"gallon": (4.54609 / 3.785411784,), "ton": (0.90718474, 1.0160469088)}
"""What else a unit may be, as multiples of its factor: the imperial gallon, the short and the long ton."""

_FACTORS = {
    unit: (kind, factor) for kind, units in _KINDS.items() for unit, factor in units.items()
}
_CELSIUS, _FAHRENHEIT = "degree Celsius", "degree Fahrenheit"
FAMILIES = frozenset([*_FACTORS, _CELSIUS, _FAHRENHEIT])


_IMPLIED = {
    "power": frozenset(["electricity", "power", "electric"]),
    "energy": frozenset(["electricity", "energy", "electric"]),
    "speed": frozenset(["speed"]),
    "length of time": frozenset(["duration"]),
    "mass": frozenset(["weight", "mass"]),
    "magnitude": frozenset(["magnitud", "richt", "scal"]),
}


def implied_by(unit: str) -> frozenset[str]:
    """Words that say nothing beside a unit: megawatts of electricity.

    >>> sorted(implied_by("km/h")), sorted(implied_by("mile"))
    (['speed'], [])
    """
    return _IMPLIED.get(dimension(unit), frozenset())


def dimension(unit: str) -> str:
    """The kind of a measure; a unit that is of no known kind is a kind of its own.

    >>> dimension("acre"), dimension("carat"), dimension("degree Fahrenheit")
    ('area', 'carat', 'temperature')
    """
    if unit in {_CELSIUS, _FAHRENHEIT}:
        return "temperature"
    return _FACTORS[unit][0] if unit in _FACTORS else unit


def meanings(unit: str, other: str) -> tuple[float, ...]:
    """By what a value in `unit` may be multiplied for all that the two units may mean.

    >>> [round(by, 3) for by in meanings("gallon", "litre")], meanings("mile", "foot")
    ([1.0, 1.201], (1.0,))
    """
    if unit == other:
        return (1.0,)
    return (1.0, *_OTHERS.get(unit, ()), *(1 / by for by in _OTHERS.get(other, ())))


def converted(value: float, unit: str, into: str) -> float:
    """`value` in `unit` as a number of `into`, a unit of the same kind.

    >>> round(converted(300, "metre", "foot"), 1), converted(104, "degree Fahrenheit", "degree Celsius")
    (984.3, 40.0)
    """
    if unit == into:
        return value
    if (unit, into) == (_FAHRENHEIT, _CELSIUS):
        return (value - 32) / 1.8
    if (unit, into) == (_CELSIUS, _FAHRENHEIT):
        return value * 1.8 + 32
    return value * _FACTORS[unit][1] / _FACTORS[into][1]
