"""The layer of kinds."""

import pytest

from claims.extract.claim_features import FEATURES, claim_features
from claims.extract.kind_weights import COLUMNS, kind_view, read_kind_weights
from claims.extract.kinds import Setting
from claims.extract.reading import KINDS
from claims.extract.segment import Found
from claims.model.claim import ClaimKind
from claims.model.errors import DamagedData
from claims.model.span import Span

FOUND = Found(
    Span(0, 9),
    kinds=(0.05, 0.5, 0.1, 0.35, 0.0, 0.0, 0.0),
    level=0.9,
    said=0.2,
    dated=(0.8, 0.1, 0.1),
    around=(2.5, -0.5, 0.5),
)


def view(clause, found=FOUND):
    return kind_view(claim_features(found, ClaimKind.EVENT, Setting(), clause), found, clause)


def stored(**weights):
    rows = [[0.0] * len(KINDS) for _ in COLUMNS]
    for kind, column in weights.items():
        rows[COLUMNS.index(column)][KINDS.index(kind)] = 5.0
    return {"columns": list(COLUMNS), "bias": [0.0] * len(KINDS), "weights": rows}


def marks(made):
    return {COLUMNS[len(made.numbers) + mark] for mark in made.marks}


def test_a_view_holds_numbers_steps_and_signs():
    made = view("because of the storm")
    held = marks(made)
    assert len(made.numbers) == len(FEATURES) + 3
    assert {"likeliest for the encoder: event", "begins: because"} <= held
    assert "around: somebody is credited over 2.00" in held
    assert "around: somebody is credited over 3.00" not in held
    assert "around: first person over 0.40" in held
    assert "encoder: somebody is credited over 0.00" not in held


@pytest.mark.parametrize(
    ("weights", "clause", "kind"),
    [
        ({"cause": "begins: because"}, "because of the storm", "cause"),
        ({"rule": "holds: must"}, "it is illegal", "rule"),
        ({"statement": "around: somebody is credited"}, "it fell", "statement"),
        ({"status": "likeliest for the encoder: event"}, "it fell", "status"),
    ],
)
def test_the_weights_decide(weights, clause, kind):
    layer = read_kind_weights(stored(**weights))
    assert layer.kind(view(clause)).value == kind


@pytest.mark.parametrize("damage", ["columns", "bias", "weights"])
def test_weights_of_another_version_are_refused(damage):
    given = stored()
    given[damage] = given[damage][:-1]
    with pytest.raises(DamagedData):
        read_kind_weights(given)
