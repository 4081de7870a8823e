"""The public anchoring suites, held against our own functions.

Their pages are trees and their places are nodes; ours are texts and offsets. A case is ported when it is about
which words a selector stands for. What a file tests beside that (walking a tree, drawing marks, a PDF viewer's
cache, timers) has no counterpart and is listed by name with its reason in tests/tables/anchoring_suites.yaml,
apart from the cases that are about words and that we answer otherwise: those are the exceptions.
"""

import re

import pytest
from anchoring_suites import (
    APACHE,
    HYPOTHESIS,
    POLYFILL,
    SUITES,
    blocks_of,
)
from ported_annotator import port_apache_position, port_apache_quote
from ported_cases import CASES, LISTED
from ported_fragments import port_fragments, port_generation
from ported_hypothesis import port_boundary, port_html, port_match_quote, port_pdf, port_types

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SUITES.is_dir(), reason="the public anchoring suites are not at hand"),
]

if SUITES.is_dir():
    for port in (
        port_match_quote,
        port_html,
        port_boundary,
        port_types,
        port_pdf,
        port_apache_quote,
        port_apache_position,
        port_fragments,
        port_generation,
    ):
        port()

EXCEPTIONS = {
    (row["file"], row["test"], str(row.get("row", ""))): row["why"] for row in LISTED["exceptions"]
}


@pytest.mark.parametrize("which", CASES, ids=" | ".join)
def test_every_ported_case_passes_or_is_an_exception(which):
    if which in EXCEPTIONS:
        with pytest.raises(Exception):  # noqa: B017, PT011 - an exception that passes is none
            CASES[which]()
    else:
        CASES[which]()


def test_the_exceptions_are_cases_are_argued_and_are_few():
    assert set(EXCEPTIONS) <= set(CASES)
    assert all(len(why) > 20 for why in EXCEPTIONS.values())
    assert len(EXCEPTIONS) <= 0.05 * len(CASES)


def test_every_test_of_the_suites_is_ported_or_listed_with_a_reason():
    ported = {name for _, name, _ in CASES}
    elsewhere = {row["file"]: re.compile(row.get("tests", "")) for row in LISTED["elsewhere"]}
    missing = [
        f"{path.name}: {name}"
        for path in (*HYPOTHESIS.glob("*.js"), *APACHE.rglob("*.ts"), *POLYFILL.rglob("*.js"))
        for name in (" ".join(name.split()) for name in blocks_of(path))
        if name not in ported
        if not (pattern := elsewhere.get(str(path.relative_to(SUITES)))) or not pattern.search(name)
    ]
    assert missing == []
