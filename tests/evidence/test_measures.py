"""The own table of measures against a library that knows thousands, where it is installed."""

import pytest

from claims.evidence.quantity.measures import FAMILIES, converted, dimension
from claims.extract.quantities.measures import NAMED

OTHER_NAMES = {
    "km/h": "kilometer/hour", "m/s": "meter/second", "tonne": "metric_ton", "megatonne": "megametric_ton", "gigatonne": "gigametric_ton", "ppm": "", "ppb": "",
    "basis point": "", "percentage point": "", "decade": "", "barrel": "oil_barrel", "ton": "metric_ton",
}  # fmt: skip
LOOSE = {"acre": 1e-5, "month": 1e-4, "year": 1e-4, "century": 1e-4, "millennium": 1e-4}
"""The library has the survey acre and the Julian year."""
UNSURE = {"carat", "calorie", "degree", "volt", "decibel"}


def test_factors_are_those_of_pint():
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry()
    for unit in FAMILIES:
        if unit.startswith("degree") or OTHER_NAMES.get(unit) == "":
            continue
        base = next(
            u
            for u in sorted(FAMILIES)
            if dimension(u) == dimension(unit) and OTHER_NAMES.get(u) != ""
        )
        theirs = _of(registry, unit).to(_of(registry, base).units).magnitude
        slack = max(LOOSE.get(unit, 1e-9), LOOSE.get(base, 1e-9))
        assert converted(1, unit, base) == pytest.approx(theirs, rel=slack), (unit, base)


def _of(registry, unit):
    power = {"square": 2, "cubic": 3}.get(unit.split()[0], 1)
    name = unit.split()[-1] if power > 1 else OTHER_NAMES.get(unit, unit.replace(" ", "_"))
    return registry.Quantity(1, name.replace("-", "_")) ** power


def test_every_measure_that_is_read_converts_or_is_left_out_on_purpose():
    assert {u for u in set(NAMED.values()) if u not in FAMILIES} == UNSURE


def test_temperatures_have_another_zero():
    assert converted(104, "degree Fahrenheit", "degree Celsius") == pytest.approx(40)
    assert converted(-40, "degree Celsius", "degree Fahrenheit") == pytest.approx(-40)
