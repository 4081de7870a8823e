"""The page of rules: every rule stands there once, and its example comes out as it says."""

import doctest
import re
from pathlib import Path

from claims.evidence.compare import Measured, compare
from claims.evidence.quantity.rules import RULES
from claims.extract.dates.mentions import dates
from claims.extract.quantities.mentions import quantities

PAGE = Path(__file__).parents[2] / "docs/quantity-rules.md"


class Says(str):
    __slots__ = ()

    def __repr__(self):
        return str(self)


def says(claim, passage):
    measured = Measured(
        claim, quantities(claim), tuple(m.edtf for m in dates(claim, published=None))
    )
    found = compare(measured, passage, published=None)
    return Says(f"{found.rule}: {found.arithmetic}")


def test_the_examples_run():
    page = PAGE.read_text(encoding="utf-8")
    test = doctest.DocTestParser().get_doctest(
        page.replace("\n```\n", "\n\n"), {"says": says}, PAGE.name, str(PAGE), 0
    )
    heard = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=heard.append)
    assert result.attempted == len(RULES)
    assert result.failed == 0, "".join(heard)


def test_every_rule_has_its_place_outcome_and_example():
    page = PAGE.read_text(encoding="utf-8")
    for rule, (agreement, title) in RULES.items():
        part = re.search(
            rf"### `{rule}` {re.escape(title)}\n(.*?)\n###? ?", page + "\n###", re.DOTALL
        )
        assert part, rule
        assert f"Outcome `{agreement.value}`" in part[1]
        assert f"\n{rule}: " in part[1]
    assert len(re.findall("^### ", page, re.MULTILINE)) == len(RULES)
