"""Annotations of every shape to notes: which selector counts, what is lacking, how deep it is looked."""

import pytest

from claims.anchor.annotations import DEEPEST, NO_WORDS, read_annotations

PAGE = "https://news.example/a"
QUOTE = {"type": "TextQuoteSelector", "exact": "He won", "prefix": "then ", "suffix": "."}
PLACE = {"type": "TextPositionSelector", "start": 5, "end": 11}
FRAGMENT = {"type": "FragmentSelector", "value": ":~:text=He%20won"}


def about(selector, **more):
    return {"target": {"source": PAGE, "selector": selector}, **more}


def nested(deep, *, inside):
    return inside if deep == 0 else [nested(deep - 1, inside=inside)]


def refined(deep):
    return QUOTE if deep == 0 else {"type": "RangeSelector", "refinedBy": refined(deep - 1)}


@pytest.mark.parametrize(
    ("why", "one", "expected"),
    [
        ("a quote", about(QUOTE), {"url": PAGE, "exact": "He won", "prefix": "then ", "suffix": ".", "start": None, "end": None, "problem": None}),
        ("a quote and its place", about([PLACE, QUOTE]), {"exact": "He won", "start": 5, "end": 11}),
        ("a place alone", about(PLACE), {"exact": "", "start": 5, "end": 11, "problem": NO_WORDS}),
        ("the very beginning is a place", about([{"start": 0, "end": 6}, QUOTE]), {"start": 0, "end": 6}),
        ("a place before the beginning is none", about([{"start": -1, "end": 6}, QUOTE]), {"start": None, "end": None}),
        ("a truth value is no place", about([{"start": True, "end": 6}, QUOTE]), {"start": None, "end": None}),
        ("the end is that of the place that counts", about([{"start": 5}, {"start": 9, "end": 15}, QUOTE]), {"start": 5, "end": None}),
        ("an end that is no number", about([{"start": 5, "end": "11"}, QUOTE]), {"start": 5, "end": None}),
        ("what refines is the finer", about({"exact": "In all, he won", "refinedBy": QUOTE}), {"exact": "He won"}),
        ("a text fragment", about(FRAGMENT), {"exact": "He won", "problem": None}),
        ("a fragment of two ends gives no words", about({"value": ":~:text=He,won"}), {"exact": "", "problem": NO_WORDS}),
        ("a quote goes before a fragment", about([FRAGMENT, QUOTE | {"exact": "She won"}]), {"exact": "She won"}),
        ("a quote of white space is none", about(QUOTE | {"exact": " "}), {"exact": "", "problem": NO_WORDS}),
        ("an address alone", {"target": PAGE}, {"url": PAGE, "problem": NO_WORDS}),
        ("a target with an id", {"target": {"id": PAGE, "selector": QUOTE}}, {"url": PAGE, "problem": None}),
        ("the address beside it", {"uri": PAGE, "target": [{"selector": QUOTE}]}, {"url": PAGE, "problem": None}),
        ("no page", {"target": {"selector": QUOTE}}, {"url": None, "problem": "names no page"}),
        ("a target that is none", {"target": 7}, {"url": None, "problem": "names no page"}),
        ("its id", about(QUOTE, id="urn:x"), {"name": "urn:x"}),
        ("without an id its number", about(QUOTE, id=" "), {"name": "annotation 1"}),
        ("the digest of the text", {"target": {"source": PAGE, "state": {"sha256": "ab"}, "selector": PLACE}}, {"text_digest": "ab"}),
        ("our own claim and role", about(QUOTE, body=["x", {"source": "urn:citetrail:c-1"}, {"purpose": "classifying", "value": "supports"}]), {"claim": "c-1", "role": "supports"}),
        ("bodies of others", about(QUOTE, body={"source": "urn:other:c-1", "value": "hm"}), {"claim": None, "role": None}),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)  # fmt: skip
def test_one_annotation(why, one, expected):
    (note,) = read_annotations(one)
    assert {name: getattr(note, name) for name in expected} == expected, why


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ([about(QUOTE), about(QUOTE, id="b")], ["annotation 1", "b"]),
        ({"items": [about(QUOTE)]}, ["annotation 1"]),
        ({"rows": [about(QUOTE)], "total": 1}, ["annotation 1"]),
        ({"first": {"items": [about(QUOTE)]}}, ["annotation 1"]),
        ({"type": "Note"}, []),
        ("He won", []),
        (nested(DEEPEST - 1, inside=about(QUOTE)), ["annotation 1"]),
        (nested(DEEPEST, inside=about(QUOTE)), []),
    ],
    ids=["list", "items", "Hypothesis", "collection", "no annotation", "text", "deep", "too deep"],
)
def test_where_annotations_are_found(data, names):
    assert [note.name for note in read_annotations(data)] == names


@pytest.mark.parametrize(("deep", "exact"), [(DEEPEST - 1, "He won"), (DEEPEST, "")])
def test_how_deep_refinements_are_followed(deep, exact):
    (note,) = read_annotations(about(refined(deep)))
    assert note.exact == exact


@pytest.mark.parametrize(
    ("digest", "held", "exact"),
    [("ab", "ab", "😃 He"), ("ab", "cd", ""), ("ab", None, ""), (None, None, "")],
)
def test_words_are_taken_from_the_very_text_alone(digest, held, exact):
    state = {"sha256": digest} if digest else None
    place = {"start": 5, "end": 10}
    (note,) = read_annotations({"target": {"source": PAGE, "state": state, "selector": place}})
    assert note.quoted("then 😃 He won", held).exact == exact
    assert note.sought("😃then He won").start == 4
