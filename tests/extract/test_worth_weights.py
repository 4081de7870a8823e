"""A desk's file to weights, or to one line about what is wrong with it."""

import pytest

from claims.extract.worth.worth_weights import read_weights, shipped_weights
from claims.model.errors import BadSetting


def by_key(profile):
    return {feature.key: feature for feature in profile.features}


def test_only_what_is_named_changes():
    changed = read_weights(
        "features:\n  harm: {rules: 2, name: people hurt, words: [hurt, wound*]}", source="w.yml"
    )
    ours, theirs = by_key(shipped_weights().rules), by_key(changed.rules)
    assert (theirs["harm"].name, theirs["harm"].weight) == ("people hurt", 2.0)
    assert theirs["harm"].words == ("hurt", "wound*")
    assert {k: f for k, f in theirs.items() if k != "harm"} == {
        k: f for k, f in ours.items() if k != "harm"
    }
    assert (
        by_key(changed.encoder)["harm"].weight == by_key(shipped_weights().encoder)["harm"].weight
    )
    assert changed.rules.bias == shipped_weights().rules.bias


def test_an_empty_file_changes_nothing_but_the_name():
    empty = read_weights("", source="w.yml")
    assert (empty.encoder, empty.rules) == (shipped_weights().encoder, shipped_weights().rules)
    assert (shipped_weights().name, empty.name[:7]) == ("shipped", "sha256:")


def test_what_the_desk_expects_of_a_feature_is_its_sign():
    """A feature pulls the same way in both profiles; the encoder's weights correct it a little."""
    rules = by_key(shipped_weights().rules)
    for key, feature in by_key(shipped_weights().encoder).items():
        if key not in {"model", "level"}:
            assert feature.weight * rules[key].weight >= 0
            assert abs(feature.weight) <= 0.1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("features: {harmm: {rules: 1}}", "features.harmm is unknown; there are: model, level"),
        ("features: {named: {words: [Lee]}}", "features.named.words is unknown; there are: name"),
        ("colour: red", "colour is unknown; there are: bias, factual, factual_bias, features"),
        ("features: {harm: {rules: much}}", "features.harm.rules takes a number"),
        ("features: {harm: {rules: true}}", "features.harm.rules takes a number"),
        ("features: {harm: {rules: null}}", "features.harm.rules takes a number"),
        ("features: {harm: {rules: .nan}}", "takes a number between -100 and 100"),
        ("features: {harm: {rules: -.inf}}", "takes a number between -100 and 100"),
        ("features: {harm: {rules: 101}}", "takes a number between -100 and 100"),
        ("features: {harm: {rules: 1" + "0" * 400 + "}}", "takes a number between -100 and 100"),
        ("features: {harm: {name: 3}}", "features.harm.name takes a text"),
        ('features: {harm: {name: ""}}', "features.harm.name takes a text"),
        ('features: {harm: {name: "a\\nb"}}', "features.harm.name takes a text"),
        ("features: {harm: {words: died}}", "features.harm.words takes a list of words"),
        ("features: {harm: {words: [no]}}", "features.harm.words takes a list of words"),
        ('features: {harm: {words: ["*"]}}', "features.harm.words takes a list of words"),
        ('features: {harm: {words: ["a*b"]}}', "features.harm.words takes a list of words"),
        ("features: {harm: 2}", "features.harm takes a table of name, encoder, rules, words"),
        ("bias: 1", "bias takes a table of encoder, rules"),
        ("- 1", "w.yml takes a table of bias"),
        ("[1", "w.yml is no YAML in line 1"),
        ("a: *b", "w.yml is no YAML in line 1"),
        ("a: 2021-99-99", "w.yml is no YAML"),
        ("[" * 100_000, "w.yml is no YAML"),
        ("a: \x00", "w.yml is no YAML"),
        ("? [a]\n: 1", "w.yml"),
    ],
)
def test_what_makes_no_sense_is_one_line(text, says):
    with pytest.raises(BadSetting) as refused:
        read_weights(text, source="w.yml")
    assert says in str(refused.value)
    assert str(refused.value).startswith("w.yml")
    assert "\n" not in str(refused.value)
