"""Acts on a claim: which may be done when, and where the claim stands then."""

from pathlib import Path

import pytest
import yaml

from claims.model.errors import NotAllowed
from claims.model.review import Action, Status
from claims.review.deeds import (
    Deed,
    Stamp,
    act,
    adds_nothing,
    allowed,
    edit,
    flag,
    override,
    settled,
    undo,
    unflag,
)
from claims.review.events import chain
from claims.review.standing import Standing, fold

TABLE = Path(__file__).parents[1] / "tables" / "review_acts.yaml"
CASES = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def deed(given):
    status = Status(given["status"]) if "status" in given else None
    rest = {name: value for name, value in given.items() if name not in {"action", "status"}}
    return Deed(Action(given["action"]), status=status, **rest)


class Log:
    """A claim's history as it grows."""

    def __init__(self):
        self.events = []
        self.standing = Standing()

    def add(self, wanted):
        sound = allowed(self.standing, wanted)
        stamp = Stamp("c-1", f"2026-03-0{len(self.events) + 1}T09:00:00Z", "0.1.0")
        last = self.events[-1] if self.events else None
        self.events.append(chain(act(self.standing, sound, stamp), last=last))
        self.standing = fold(self.events[-1:], start=self.standing)
        return self.standing


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_an_act_is_done_or_refused(case):
    log = Log()
    for one in case.get("history", ()):
        log.add(deed(one))
    before = log.standing
    if "refused" in case:
        with pytest.raises(NotAllowed) as refusal:
            log.add(deed(case["act"]))
        assert case["refused"] in str(refusal.value)
        assert "\n" not in str(refusal.value)
        assert log.standing is before
        return
    after = log.add(deed(case["act"]))
    assert after.status.value == case["after"].pop("status")
    for name, value in case["after"].items():
        found = getattr(after, name) if hasattr(after, name) else after.fields.get(name)
        assert found == value, name
    assert fold(log.events) == after


def test_the_last_act_may_be_undone_by_its_name():
    log = Log()
    log.add(deed({"action": "decide", "actor": "ada", "status": "ready"}))
    assert log.add(undo("ada", log.events[-1]["id"])).status is Status.NEW


def test_a_flag_is_set_and_taken_away_and_a_gate_is_passed_by():
    log = Log()
    assert log.add(flag("ada", "law", "Which law?")).flags == {"law": "Which law?"}
    assert log.add(unflag("bob", "law", "The second.")).flags == {}
    passed = log.add(override("bob", "GATE003", "It is in the archive."))
    assert passed.overrides == {"GATE003": "It is in the archive."}
    assert [one["reason"] for one in log.events] == [
        "Which law?", "The second.", "It is in the archive.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "held", "changes"),
    [
        ({"claim_text": "It rained."}, {"ambiguous": "which law"}, {"claim_text": "It rained.", "ambiguous": None}),
        ({"ambiguous": "which law"}, {"claim_text": "It rained."}, {"ambiguous": "which law", "claim_text": None}),
        ({"claim_text": "It rained."}, {"ambiguous": None}, {"claim_text": "It rained."}),
        ({"claim_text": None}, {"ambiguous": "which law"}, {"claim_text": None}),
        ({"kind": "event"}, {"claim_text": "It rained."}, {"kind": "event"}),
    ],
)  # fmt: skip
def test_a_claim_has_words_of_its_own_or_a_reason_why_it_has_none(given, held, changes):
    claim = {"claim_text": None, "ambiguous": None, **held}
    assert settled(edit("ada", given, "x"), claim).changes == changes


def test_who_a_value_comes_from():
    log = Log()
    log.add(deed({"action": "edit", "actor": "ada", "reason": "x", "changes": {"kind": "event"}}))
    log.add(deed({"action": "import", "actor": "bob", "changes": {"limits": "Cash only."}}))
    found = log.standing.now.sources
    assert (found["kind"].origin.value, found["kind"].actor) == ("reviewer", "ada")
    assert (found["limits"].origin.value, found["limits"].event) == (
        "imported",
        log.events[1]["id"],
    )
    assert "claimant" not in found, "the machine's"


@pytest.mark.parametrize(
    ("wanted", "nothing"),
    [
        ({"action": "decide", "actor": "ada", "status": "ready"}, True),
        ({"action": "decide", "actor": "bob", "status": "ready"}, False),
        ({"action": "decide", "actor": "ada", "status": "published"}, False),
        ({"action": "assign", "actor": "ada", "changes": {"assignee": None}}, False),
        ({"action": "comment", "actor": "ada", "reason": "Again."}, False),
    ],
)
def test_saying_the_same_again_adds_nothing(wanted, nothing):
    log = Log()
    assert adds_nothing(log.standing, deed({"action": "decide", "actor": "ada"})) is False
    log.add(deed({"action": "decide", "actor": "ada", "status": "ready"}))
    assert adds_nothing(log.standing, allowed(log.standing, deed(wanted))) is nothing
