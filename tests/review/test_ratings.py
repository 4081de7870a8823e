"""The scales of verdicts: what ships, and what a desk's own file may say."""

import pytest
import yaml

from claims.model.errors import BadSetting, NotAllowed
from claims.review.ratings import COLORS, read_ratings, shipped_ratings

ONE = {"label": "Yes", "scale": "ours", "axis": "truth", "number": 5, "order": 1, "color": "green",
       "explanation": "It is so."}  # fmt: skip
OFF = {"label": "Satire", "scale": "ours", "axis": "off", "order": 2, "color": "blue",
       "explanation": "A joke."}  # fmt: skip


def test_googles_five_steps_and_the_desks_own_ship():
    shipped = shipped_ratings()
    steps = {one.label: one.number for one in shipped.ratings if one.on_axis}
    assert steps == {
        "True": 5, "Mostly true": 4, "Half true": 3, "Mostly false": 2, "False": 1
    }  # fmt: skip
    off = [one for one in shipped.ratings if not one.on_axis]
    assert {"Unproven", "No verdict", "Satire"} <= {one.label for one in off}
    assert all(one.number is None and one.scale == "desk" for one in off)
    assert [one.order for one in shipped.ratings] == list(range(1, len(shipped.ratings) + 1))
    assert {one.color for one in shipped.ratings} <= set(COLORS)


@pytest.mark.parametrize(
    ("given", "label"),
    [("true", "True"), ("MOSTLY-FALSE", "Mostly false"), (" half_true ", "Half true"),
     ("Mixture", "Half true"), ("needs context", "Missing context")],
)  # fmt: skip
def test_spellings(given, label):
    assert shipped_ratings().named(given).label == label


def test_an_unknown_verdict_is_named_with_what_is_near():
    with pytest.raises(NotAllowed, match=r"'Flase' is no verdict .* did you mean False\?"):
        shipped_ratings().named("Flase")
    assert shipped_ratings().get(None) is None


def test_a_desks_own_scale_takes_the_place_of_the_shipped_one():
    own = read_ratings(yaml.safe_dump({"ratings": [OFF, ONE]}), source="ours.yml")
    assert [one.label for one in own.ratings] == ["Yes", "Satire"]
    assert own.get("False") is None


WRONG = [
    ("", "holds no ratings"),
    ("[1]", "takes a table of ratings"),
    ("ratings: 3", "ratings takes a list of entries"),
    ("verdicts: []", "verdicts is unknown; there are: ratings"),
    ("ratings: [{label: Yes}]", "rating 1 has no scale"),
    ({"label": True}, 'label is read as yes or no; put it in quotes, as "True"'),
    ({"label": "  "}, "label takes a text of one line"),
    ({"label": "x" * 61}, "label is longer than 60 characters"),
    ({"label": "a\u202eb"}, "label takes a text of one line"),
    ({"axis": "up"}, 'axis takes truth or "off", not up'),
    ({"axis": False}, 'axis takes truth or "off", not False'),
    ({"axis": "off"}, "is off the axis of truth, so it has no number"),
    ({"number": None}, "number takes 1 to 5"),
    ({"number": 6}, "number takes 1 to 5"),
    ({"number": True}, "number takes 1 to 5"),
    ({"number": 2.5}, "number takes 1 to 5"),
    ({"order": 0}, "order takes a whole number from 1 on"),
    ({"order": "1"}, "order takes a whole number from 1 on"),
    ({"order": 2}, "order 2 is given twice"),
    ({"color": "#ff0000"}, "color takes one of green, lime"),
    ({"colour": "red"}, "colour is unknown"),
    ({"also": ["satire"]}, "is named twice"),
    ({"also": [1]}, "also takes a list of texts"),
    ({"explanation": None}, "explanation takes a text of one line"),
    ("ratings: [", "is no YAML"),
]


@pytest.mark.parametrize(("given", "words"), WRONG, ids=[words for _, words in WRONG])
def test_one_line_says_what_is_wrong_with_a_file(given, words):
    text = given if isinstance(given, str) else yaml.safe_dump({"ratings": [{**ONE, **given}, OFF]})
    with pytest.raises(BadSetting) as refusal:
        read_ratings(text, source="ours.yml")
    assert words in str(refusal.value)
    assert str(refusal.value).startswith("ours.yml")
    assert "\n" not in str(refusal.value)
