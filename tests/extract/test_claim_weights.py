"""The last layer."""

import pytest

from claims.extract.claim_features import FEATURES, claim_features
from claims.extract.claim_weights import (
    OUTPUTS,
    read_weights,
)
from claims.extract.kinds import Setting
from claims.extract.reading import KINDS
from claims.extract.segment import Found
from claims.model.claim import ClaimKind
from claims.model.errors import DamagedData
from claims.model.span import Span

FOUND = Found(
    Span(0, 9),
    kinds=(0.1, 0.6, 0.1, 0.1, 0.1, 0.0, 0.0),
    level=1.0,
    said=0.0,
    dated=(1.0, 0.0, 0.0),
)


def stored(**weights):
    rows = [[0.0] * len(FEATURES) for _ in OUTPUTS]
    for output, feature in weights.items():
        rows[OUTPUTS.index(output)][FEATURES.index(feature)] = 5.0
    return {"features": list(FEATURES), "bias": [0.0] * len(OUTPUTS), "weights": rows}


def test_a_number_for_every_feature_however_sure_the_encoder_is():
    made = claim_features(FOUND, ClaimKind.RULE, Setting(numbers=9), "x" * 50)
    assert len(made) == len(FEATURES)
    assert all(abs(x) < 20 for x in made)
    assert made[FEATURES.index("rules: rule")] == 1
    assert made[FEATURES.index("length in 100 characters")] == 0.5


def test_kinds_are_the_claim_records_kinds():
    assert set(KINDS) == {kind.value for kind in ClaimKind}


def test_the_rules_view_can_outweigh_the_encoders():
    layer = read_weights(stored(rule="rules: rule", carried="dated"))
    features = claim_features(FOUND, ClaimKind.RULE, Setting(dated=True), "x")
    assert layer.kind(features) is ClaimKind.RULE
    assert layer.carried(features) > 0.99
    assert layer.credited(features) == 0.5


@pytest.mark.parametrize("damage", ["features", "bias", "weights"])
def test_weights_of_another_version_are_refused(damage):
    given = stored()
    given[damage] = given[damage][:-1]
    with pytest.raises(DamagedData):
        read_weights(given)
