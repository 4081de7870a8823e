"""Words and symbols of measures after a number to one name each: "km" and "kilometers" are kilometre.

Compound units are one word or a symbol where their last word is a unit of its own (km/h, mph,
light-year), since numbers are compared by the last word of the unit.
"""

from __future__ import annotations

import re

_WORDS = {
    "year": "yr yrs",
    "month": "",
    "week": "",
    "fortnight": "",
    "day": "",
    "hour": "hr hrs",
    "minute": "min mins",
    "second": "sec secs",
    "decade": "",
    "century": "centuries",
    "millennium": "millennia",
    "mile": "",
    "kilometre": "kilometer kilometers",
    "metre": "meter meters",
    "centimetre": "centimeter centimeters",
    "millimetre": "millimeter millimeters",
    "foot": "feet",
    "inch": "inches",
    "yard": "",
    "acre": "",
    "hectare": "",
    "kilogram": "kilogramme kilogrammes kilo kilos",
    "gram": "gramme grammes",
    "milligram": "",
    "microgram": "",
    "tonne": "",
    "megatonne": "megaton megatons",
    "gigatonne": "gigaton gigatons",
    "ton": "",
    "ounce": "",
    "pound": "",
    "litre": "liter liters",
    "millilitre": "milliliter milliliters",
    "gallon": "",
    "barrel": "",
    "knot": "",
    "degree": "",
    "watt": "",
    "kilowatt": "",
    "megawatt": "",
    "gigawatt": "",
    "terawatt": "",
    "volt": "",
    "decibel": "",
    "megabyte": "",
    "gigabyte": "",
    "terabyte": "",
    "carat": "",
    "calorie": "",
    "light-year": "",
}
_PHRASES = {
    "metric ton": "tonne",
    "nautical mile": "nautical mile",
    "light year": "light-year",
    "kilowatt hour": "kWh",
    "kilowatt-hour": "kWh",
    "megawatt hour": "MWh",
    "megawatt-hour": "MWh",
    "gigawatt hour": "GWh",
    "gigawatt-hour": "GWh",
    "terawatt hour": "TWh",
    "terawatt-hour": "TWh",
    "square kilometre": "square kilometre",
    "square kilometer": "square kilometre",
    "square metre": "square metre",
    "square meter": "square metre",
    "square mile": "square mile",
    "cubic metre": "cubic metre",
    "cubic meter": "cubic metre",
    "percentage point": "percentage point",
    "percent point": "percentage point",
    "basis point": "basis point",
}
_FIXED = {
    "parts per million": "ppm",
    "parts per billion": "ppb",
    "square feet": "square foot",
    "square foot": "square foot",
    "cubic feet": "cubic foot",
    "sq km": "square kilometre",
    "sq mi": "square mile",
    "sq ft": "square foot",
    "sq m": "square metre",
    "miles per hour": "mph",
    "miles an hour": "mph",
    "mile per hour": "mph",
    "mile an hour": "mph",
    "mile-an-hour": "mph",
    "mile-per-hour": "mph",
    "kilometres per hour": "km/h",
    "kilometers per hour": "km/h",
    "kilometre per hour": "km/h",
    "kilometre-per-hour": "km/h",
    "kilometre-an-hour": "km/h",
    "kilometer-per-hour": "km/h",
    "kilometres an hour": "km/h",
    "kilometers an hour": "km/h",
    "metres per second": "m/s",
    "meters per second": "m/s",
    "degrees celsius": "degree Celsius",
    "degree celsius": "degree Celsius",
    "degrees centigrade": "degree Celsius",
    "degrees c": "degree Celsius",
    "degrees fahrenheit": "degree Fahrenheit",
    "degree fahrenheit": "degree Fahrenheit",
    "degrees f": "degree Fahrenheit",
}
_SYMBOLS = {
    "km²": "square kilometre",
    "km2": "square kilometre",
    "m²": "square metre",
    "m2": "square metre",
    "sqm": "square metre",
    "m³": "cubic metre",
    "m3": "cubic metre",
    "km/h": "km/h",
    "km/hr": "km/h",
    "km per hour": "km/h",
    "km an hour": "km/h",
    "kmh": "km/h",
    "kph": "km/h",
    "mph": "mph",
    "m/s": "m/s",
    "km": "kilometre",
    "kms": "kilometre",
    "cm": "centimetre",
    "mm": "millimetre",
    "m": "metre",
    "ft": "foot",
    "mi": "mile",
    "ha": "hectare",
    "kg": "kilogram",
    "kgs": "kilogram",
    "hr": "hour",
    "hrs": "hour",
    "min": "minute",
    "mins": "minute",
    "Mt": "megatonne",
    "Gt": "gigatonne",
    "bp": "basis point",
    "bps": "basis point",
    "bpd": "barrel",
    "b/d": "barrel",
    "mg": "milligram",
    "µg": "microgram",
    "ml": "millilitre",
    "g": "gram",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "kWh": "kWh",
    "MWh": "MWh",
    "GWh": "GWh",
    "TWh": "TWh",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "TW": "terawatt",
    "MB": "megabyte",
    "GB": "gigabyte",
    "TB": "terabyte",
    "kHz": "kHz",
    "MHz": "MHz",
    "GHz": "GHz",
    "dB": "decibel",
    "ppm": "ppm",
    "ppb": "ppb",
    "°C": "degree Celsius",
    "° C": "degree Celsius",
    "ºC": "degree Celsius",
    "°F": "degree Fahrenheit",
    "° F": "degree Fahrenheit",
    "ºF": "degree Fahrenheit",
    "°": "degree",
    "C": "degree Celsius",
    "F": "degree Fahrenheit",
    "in": "inch",
}
"""Read only after digits, and exactly as written; a bare C or F where it touches them or ends a phrase."""

NAMED = (
    {word: word for word in _WORDS}
    | {f"{word}s": word for word in _WORDS}
    | {other: word for word, others in _WORDS.items() for other in others.split()}
    | {f"{phrase}{s}": unit for phrase, unit in _PHRASES.items() for s in ("", "s")}
    | {phrase.replace(" ", "-"): unit for phrase, unit in (_PHRASES | _FIXED).items()}
    | _FIXED
)
"""Lower-case words and phrases to the unit's name."""

TIMES = frozenset(
    "year month week fortnight day hour minute second decade century millennium".split()
)
DISTANCES = frozenset("mile kilometre metre centimetre foot inch yard light-year".split())

_PARTS_IN = {"century": ("year", 100.0), "hour": ("minute", 60.0)}


def plainer(unit: str, value: float, *, phrase: bool) -> tuple[str, float]:
    """The unit that a time is better told in, and how many of it make one: fortnights are days.

    A part of a century told in words is so many years, and a quarter of an hour minutes.

    >>> plainer("fortnight", 3, phrase=False), plainer("hour", 0.25, phrase=True)
    (('day', 14.0), ('minute', 60.0))
    >>> plainer("century", 3, phrase=False), plainer("hour", 0.5, phrase=True)
    (('century', 1.0), ('hour', 1.0))
    """
    if unit == "fortnight":
        return "day", 14.0
    part = phrase and (value % 1 if unit == "century" else value < 1 and value != 0.5)  # noqa: PLR2004 - half an hour is one
    return _PARTS_IN.get(unit, (unit, 1.0)) if part else (unit, 1.0)


WORD_PATTERN = "(?:" + "|".join(sorted(NAMED, key=len, reverse=True)) + ")"
_NAMED = re.compile(
    r"[ \u00a0-]{1,2}(?:(?:more|other|additional|further|extra|consecutive|straight|full|whole|entire|long"
    r"|calendar|such|solid|different|short) )?(?P<unit>"
    + WORD_PATTERN
    + r")(?:(?<=s)(?=[’'](?:\s|$))|(?![\w’']))"
    r"(?! (?:hand|tier|base|class|wave|rate|lady|thought)\b)",
    re.IGNORECASE,
)
_SYMBOL = re.compile(
    r"(?:[ \u00a0\u202f-]?(?P<spaced>"
    + "|".join(
        re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True) if s not in {"C", "F", "in"}
    )
    + r")|(?P<glued>[CF]|in)| (?P<apart>[CF])(?=[.,;)]|$| (?:in|on|and|at|by)\b))(?![\w/$])"
)


_STONE = re.compile(
    r"(?:(?P<short> ?st)(?= ?\d{1,2} ?(?:lbs?|pounds?)\b)"
    r"|[ -]stone(?=\s?[.,;:)]|$| (?:\d|heavier|lighter|overweight|in weight)))\b"
)
"""The weight of a body; "two stone walls" are walls."""


def measure_after(after: str, *, digits: bool) -> tuple[str, int] | None:
    """The measure that begins `after` and how many characters it takes; symbols only for digits.

    >>> measure_after(" kilometers of road", digits=True), measure_after("m deep", digits=True)
    (('kilometre', 11), ('metre', 1))
    >>> measure_after("-year-old boy", digits=False)
    ('year', 5)
    """
    if named := _NAMED.match(after):
        return NAMED[named["unit"].lower()], named.end()
    if "st" in after[:3] and (stone := _STONE.match(after)):
        return ("stone", stone.end()) if digits or not stone["short"] else None
    if digits and (symbol := _SYMBOL.match(after)):
        return _SYMBOLS[symbol["spaced"] or symbol["glued"] or symbol["apart"]], symbol.end()
    return None
