"""The publish gates: what holds a claim back, by which rule, and what mends it."""

from pathlib import Path

import pytest
import yaml

from claims.model.errors import NotAllowed
from claims.model.review import Action, Status
from claims.review.events import Act, chain
from claims.review.gates import GATES, Facts, findings, gate_named
from claims.review.standing import fold

TABLE = Path(__file__).parents[1] / "tables" / "gates.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
CLAIM = {"claimant": "Ada Quill", "claim_text": "It rained.", "ambiguous": None}
FIELDS = {"verdict": "True", "summary": "It did.", "selection_reason": "Much shared."}
CITATIONS = [
    {"id": "n-1", "role": "supports", "against": []},
    {"id": "n-2", "role": "refutes", "against": []},
]
PAGES = [{"origin": 1, "source_type": "primary"}, {"origin": 2, "source_type": "reporting"}]


def standing(case):
    fields = {n: v for n, v in FIELDS.items() if n not in case.get("unset", ())}
    fields |= case.get("fields", {})
    first = Act("c-1", Action.DECIDE, Status.SECOND_READER, fields.pop("verdict", None),
                fields.pop("summary", None), None, "ada", "t", "1", fields)  # fmt: skip
    again = Act("c-1", Action.DECIDE, Status.READY, None, None, None, "bob", "t", "1")
    events = [chain(first, last=None)]
    if case.get("reader", "bob"):
        events.append(chain(again, last=events[0]))
    return fold(events)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_what_holds_a_claim_back(case):
    if "verdict" in case.get("unset", ()):
        case = {**case, "unset": [*case["unset"], "summary"]}
    found = findings(
        Facts(
            claim={**CLAIM, **case.get("claim", {})},
            standing=standing(case),
            citations=case.get("citations", CITATIONS),
            cited=case.get("cited", PAGES),
            known=case.get("known", PAGES),
            searches=case.get("searches", [{"outcome": "found"}]),
            rated=case.get("rated", True),
        )
    )
    assert [one.gate.id for one in found] == list(GATES)
    assert [one.gate.id for one in found if one.holds] == case["held"]
    assert all(one.mend for one in found if one.holds)
    assert all(one.looked_at for one in found)
    looked_at = {one.gate.id: one.looked_at for one in found}
    assert looked_at | case.get("said", {}) == looked_at
    passed_by = [one.gate.id for one in found if one.override]
    assert passed_by == case.get("passed_by", [])


def test_gates_are_named_in_any_case():
    assert gate_named(" gate005 ").id == "GATE005"
    with pytest.raises(NotAllowed, match=r"'GATE999' is no gate; there are: GATE001, GATE002"):
        gate_named("GATE999")
