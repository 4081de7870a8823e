"""Corrections and withdrawals as notices: what was wrong, what it says now, what it said before."""

from claims.model.review import Action, Status
from claims.review.events import Act, chain
from claims.review.notices import notices
from claims.review.provenance import provenance
from claims.review.standing import fold

CLAIM = {
    "claim_text": "It rained.", "ambiguous": None, "kind": "event", "claimant": "Ada Quill",
    "dates": ["2021"], "run": "r-1",
}  # fmt: skip


def history(*acts):
    events = []
    for number, (action, status, verdict, summary, reason, changes) in enumerate(acts, start=1):
        act = Act(
            "c-1", action, status, verdict, summary, reason, "ada", f"t{number}", "1", changes
        )
        events.append(chain(act, last=events[-1] if events else None))
    return events


PUBLISHED = (Action.DECIDE, Status.PUBLISHED, "True", "It did.", None, {"limits": "Here."})
CORRECTED = (
    Action.CORRECT, Status.CORRECTED, "False", None, "The gauge was broken.",
    {"claimant": "Bo Quill", "dates": ["2021", "2022"], "what_is_false": "All of it."},
)  # fmt: skip


def test_a_correction_says_what_was_wrong_and_keeps_the_old_text():
    (notice,) = notices(CLAIM, history(PUBLISHED, CORRECTED))
    assert (notice.number, notice.at, notice.what_was_wrong) == (1, "t2", "The gauge was broken.")
    assert (notice.verdict, notice.summary) == ("False", "It did.")
    assert {c.field: (c.before, c.after) for c in notice.changes} == {
        "verdict": ("True", "False"),
        "what_is_false": (None, "All of it."),
        "claimant": ("Ada Quill", "Bo Quill"),
        "dates": ("2021", "2021, 2022"),
    }


def test_notes_and_flags_on_a_corrected_claim_are_no_notices():
    note = (Action.COMMENT, Status.CORRECTED, None, None, "Secret.", {})
    flag = (Action.FLAG, Status.CORRECTED, None, None, "Secret?", {"flag:legal": "Secret?"})
    release = (Action.RELEASE, Status.CORRECTED, None, None, None, {})
    found = notices(CLAIM, history(PUBLISHED, CORRECTED, note, flag, release))
    assert [one.what_was_wrong for one in found] == ["The gauge was broken."]


def test_a_second_correction_and_a_withdrawal_are_counted_on():
    again = (Action.CORRECT, Status.CORRECTED, None, "It did not.", "A slip.", {})
    gone = (Action.WITHDRAW, Status.WITHDRAWN, None, None, "The wrong person.", {})
    found = notices(CLAIM, history(PUBLISHED, CORRECTED, again, gone))
    assert [(one.number, one.status.value) for one in found] == [
        (1, "corrected"), (2, "corrected"), (3, "withdrawn")
    ]  # fmt: skip
    assert [c.field for c in found[1].changes] == ["summary"]
    assert found[2].changes == ()


def test_where_each_field_comes_from():
    events = history(PUBLISHED, CORRECTED)
    told = {one["field"]: one for one in provenance(CLAIM, fold(events))}
    assert (told["claim_text"]["origin"], told["claim_text"]["event"]) == ("machine", "r-1")
    assert (told["claimant"]["origin"], told["claimant"]["event"]) == ("reviewer", events[1]["id"])
    assert told["claimant"]["machine"] == "Ada Quill"
    assert told["limits"]["event"] == events[0]["id"]
    assert "ambiguous" not in told
