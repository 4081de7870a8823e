"""Kinds of claims."""

import pytest

from claims.extract.kinds import Setting, kind_of


@pytest.mark.parametrize(
    ("clause", "setting", "kind"),
    [
        ("because the pitch was flooded", Setting(), "cause"),
        ("the tax would rise", Setting(attributed=True), "statement"),
        ("the bridge fell", Setting(attributed=True, sourced=True), "event"),  # a source for a fact
        ("it was the largest strike since the war", Setting(), "ranking"),
        ("40 men died", Setting(numbers=1, strong_numbers=1), "quantity"),
        ("media must by law name it", Setting(), "rule"),
        ("prices fell due to the storm", Setting(), "cause"),
        ("Moscow is a city", Setting(), "status"),
        ("the town lies on the coast", Setting(), "status"),
        ("the mayor was shot", Setting(), "event"),
        ("the mayor has been elected", Setting(), "event"),
        ("the firm was based in Leeds", Setting(), "status"),
        ("the bridge fell", Setting(), "event"),
        ("a former baker", Setting(), "status"),
        ("Ann Lee, in 1972", Setting(dated=True), "event"),
    ],
)
def test_kind(clause, setting, kind):
    assert kind_of(clause, setting).value == kind
