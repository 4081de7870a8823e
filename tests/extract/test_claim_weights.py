"""The last layer."""

import pytest

from claims.extract.claim_features import FEATURES, claim_features
from claims.extract.claim_weights import CREDITED, read_weights
from claims.extract.kind_weights import COLUMNS
from claims.extract.kinds import Setting
from claims.extract.reading import KINDS
from claims.extract.segment import Found
from claims.extract.speakers.credit_signs import CREDIT
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


UNTOLD = (0.0,) * len(CREDIT)


def stored(**weights):
    kinds = {
        "columns": list(COLUMNS),
        "bias": [0.0] * len(KINDS),
        "weights": [[0.0] * len(KINDS) for _ in COLUMNS],
    }
    return {
        "features": list(CREDITED),
        "bias": -5.0,
        "weights": [weights.get(name, 0.0) for name in CREDITED],
        "kinds": kinds,
        "dates": {},
    }


def test_a_number_for_every_feature_however_sure_the_encoder_is():
    made = claim_features(FOUND, ClaimKind.RULE, Setting(numbers=9), "x" * 50)
    assert len(made) == len(FEATURES)
    assert all(abs(x) < 20 for x in made)
    assert made[FEATURES.index("rules: rule")] == 1
    assert made[FEATURES.index("length in 100 characters")] == 0.5


def test_kinds_are_the_claim_records_kinds():
    assert set(KINDS) == {kind.value for kind in ClaimKind}


def test_the_rules_view_can_outweigh_the_encoders():
    layer = read_weights(stored(**{"a source is credited": 20.0}))
    here, nowhere = (
        layer.credited(
            (*claim_features(FOUND, ClaimKind.EVENT, Setting(sourced=sourced), "x"), *UNTOLD)
        )
        for sourced in (True, False)
    )
    assert here > 0.99
    assert nowhere < 0.01


@pytest.mark.parametrize("lost", ["features", "bias", "weights", "kinds", "dates"])
def test_weights_of_another_version_are_refused(lost):
    given = stored()
    del given[lost]
    with pytest.raises(DamagedData):
        read_weights(given)


def test_features_of_another_version_are_refused():
    given = stored()
    given["features"] = given["features"][:-1]
    with pytest.raises(DamagedData):
        read_weights(given)
