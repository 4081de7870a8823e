"""JSON of any length as a stream: whole values, feeds by element, lines; cut anywhere; memory flat."""

import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claimreview.stream import Broken, Item, json_items

FEED = {
    "@type": "DataFeed",
    "license": "CC",
    "dataFeedElement": [{"item": [{"n": n}]} for n in range(5)],
}


def read(text, size=10_000):
    return list(json_items(text[i : i + size] for i in range(0, len(text), size)))


def values(text, size=10_000):
    return [one.value if isinstance(one, Item) else f"{one.why}" for one in read(text, size)]


@pytest.mark.parametrize("size", [1, 2, 7, 10_000])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ("[1, 22, {}, []]", [1, 22, {}, []]),
        ("\ufeff  \n [ ]", []),
        ("{}", []),
        ("", []),
        ('{"a": 1}\n\n{"b": 22}\n', [{"a": 1}, {"b": 22}]),
        ('{"a": 1}\n{"b": \n{"c": 3}', [{"a": 1}, "no JSON", {"c": 3}]),
        ('{"a": 1,\n "b": 2}\n{"c": 3}', [{"a": 1, "b": 2}, {"c": 3}]),
        ("[1, 2, oops, 3]\n", [1, 2, "no JSON"]),
        ('{"claims": [1, 2', [1, 2, "ends in the middle"]),
        ('{"claims": [1 2]}', [1, "no JSON"]),
        ("{1: 2}", ["no JSON"]),
        ("<html>", ["no JSON"]),
        ("12345", [12345]),
        (json.dumps(FEED), [*FEED["dataFeedElement"], {"@type": "DataFeed", "license": "CC"}]),
    ],
)  # fmt: skip
def test_streams(text, expected, size):
    assert values(text, size) == expected


def test_an_element_knows_the_head_of_its_feed():
    assert read(json.dumps(FEED))[0].head == {"@type": "DataFeed", "license": "CC"}


def test_a_bomb_of_brackets_is_told():
    assert values("[" * 200_000 + "]" * 200_000)[0] == "nested too deeply"
    assert "nested too deeply" in values('{"a": 1}\n' + "[" * 200_000)


def test_what_is_broken_is_kept_in_part():
    (broken,) = read('{"a": tru')
    assert isinstance(broken, Broken)
    assert (broken.position, broken.text) == (0, "tru")


@given(
    st.lists(st.dictionaries(st.text(max_size=3), st.integers() | st.text(max_size=5))),
    st.integers(1, 9),
)
def test_a_list_is_read_as_json_reads_it(listed, size):
    assert values(json.dumps(listed), size) == listed
    assert values("\n".join(map(json.dumps, listed)), size) == [
        one for one in listed if one or len(listed) > 1
    ]


def test_a_long_feed_takes_no_memory():
    element = json.dumps({"item": [{"@type": "ClaimReview", "text": "x" * 500}]})

    def chunks():
        yield '{"@type": "DataFeed", "dataFeedElement": ['
        for number in range(20_000):
            yield ("," if number else "") + element
        yield "]}"

    tracemalloc.start()
    count = sum(1 for _ in json_items(chunks()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_001
    assert peak < 8_000_000, "of 11 MB"
