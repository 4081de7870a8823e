"""Which of Wikidata's statements are told, by rank, time and claim."""

from datetime import date

import pytest

from claims.sources.statements import facts_of

SPAN = (date(2021, 1, 1), date(2021, 12, 31))


def when(pid, year, month=0, day=0, precision=9):
    time = f"+{year:04}-{month:02}-{day:02}T00:00:00Z"
    return {
        pid: [{"snaktype": "value", "datavalue": {"value": {"time": time, "precision": precision}}}]
    }


def number(amount, rank="normal", **qualifiers):
    value = {"type": "quantity", "value": {"amount": amount, "unit": "1"}}
    return statement(value, rank, qualifiers)


def item(key, rank="normal", **qualifiers):
    return statement({"type": "wikibase-entityid", "value": {"id": key}}, rank, qualifiers)


def statement(value, rank, qualifiers):
    merged = {k: v for part in qualifiers.values() for k, v in part.items()}
    return {
        "mainsnak": {"snaktype": "value", "datavalue": value},
        "rank": rank,
        "qualifiers": merged,
    }


NAMES = {"Q1": "Ann", "Q2": "Bo"}
ROWS = [
    ("an undated claim is told what is preferred", None,
     {"P1082": [number("+5", "preferred"), number("+4")]}, ["5"], ()),
    ("without a preferred one, all that is normal, newest first", None,
     {"P1082": [number("+4", a=when("P585", 2001)), number("+5", a=when("P585", 2011))]},
     ["5 (as of 2011)", "4 (as of 2001)"], ()),
    ("deprecated is never told", None, {"P1082": [number("+9", "deprecated")]}, [], ()),
    ("an unknown rank is none", None, {"P1082": [number("+9", "best")]}, [], ()),
    ("for a dated claim preferred does not help what is of another time", SPAN,
     {"P1082": [number("+5", "preferred", a=when("P585", 2025)), number("+4", a=when("P585", 2020))]},
     ["4 (as of 2020)"], ()),
    ("an undated figure is no evidence for a dated claim, and that is told", SPAN,
     {"P1082": [number("+5"), number("+6", "preferred")]}, [], ("figures without a date left out: 2",)),
    ("who held the office then, and not who holds it now", SPAN,
     {"P6": [item("Q1", a=when("P580", 2018), b=when("P582", 2021, 8, 15, 11)),
             item("Q2", "preferred", a=when("P580", 2022))]},
     ["Ann (from 2018 until 2021-08-15)"], ()),
    ("what has no time holds always, unless it is a figure", SPAN, {"P17": [item("Q1")]}, ["Ann"], ()),
    ("begun before and not ended", SPAN, {"P6": [item("Q1", a=when("P580", 1999, 5, 0, 10))]},
     ["Ann (from 1999-05)"], ()),
    ("a time coarser than a year is none", SPAN, {"P1082": [number("+5", a=when("P585", 1900, precision=7))]},
     [], ("figures without a date left out: 1",)),
    ("an item whose name is not known is not told", None, {"P17": [item("Q77")]}, [], ()),
    ("no value, unknown value", None,
     {"P1082": [{"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"}]}, [], ()),
    ("a property that claims are not about", None, {"P18": [item("Q1")]}, [], ()),
]  # fmt: skip


@pytest.mark.parametrize(("why", "span", "claims", "told", "notes"), ROWS)
def test_statements(why, span, claims, told, notes):
    found = facts_of({"claims": claims}, NAMES, span=span)
    assert [value for _, value in found.lines] == told, why
    assert found.notes == notes, why
