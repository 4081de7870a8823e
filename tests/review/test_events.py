import hashlib
import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model.errors import DamagedData
from claims.model.review import Action, Status
from claims.review.events import Act, chain, verify_chain
from claims.review.fields import JUDGEMENT, STATEMENTS, WORDS
from claims.review.standing import LASTING, fold

texts = st.none() | st.text(max_size=10)
names = st.sampled_from(
    [
        *JUDGEMENT[2:],
        *WORDS,
        *STATEMENTS,
        "assignee",
        "flag:legal",
        "override:GATE003",
        "merged_into",
    ]
)
changes = st.dictionaries(names, texts, max_size=3) | st.builds(
    lambda gone: {"unset": sorted(gone)}, st.sets(names, max_size=3)
)
acts = st.builds(
    Act,
    claim=st.sampled_from(["c-1", "c-2"]),
    action=st.sampled_from(Action),
    status=st.sampled_from(Status),
    verdict=texts,
    summary=texts,
    reason=texts,
    actor=st.text(min_size=1, max_size=5),
    at=st.just("2026-11-24T09:00:00Z"),
    tool_version=st.just("0.1.0"),
    changes=changes,
    about=texts,
)


def log(history):
    events = []
    for act in history:
        events.append(chain(act, last=events[-1] if events else None))
    return events


@given(st.lists(acts, max_size=6))
def test_a_chain_as_written_is_sound(history):
    assert verify_chain(log(history)) == len(history)


@given(st.lists(acts, min_size=1, max_size=6), st.data())
def test_any_change_of_any_field_breaks_the_chain(history, data):
    events = log(history)
    place = data.draw(st.integers(0, len(events) - 1))
    field = data.draw(st.sampled_from(sorted(events[place])))
    other = {"seq": 99, "changes": {"limits": "none"}}.get(field, "something else")
    events[place] = {**events[place], field: other}
    with pytest.raises(DamagedData):
        verify_chain(events)


@given(acts, st.sampled_from([1, 3]))
def test_an_event_cannot_pass_for_one_of_another_form(act, form):
    (event,) = log([act])
    with pytest.raises(DamagedData):
        verify_chain([{**event, "form": form}])


OLD = {
    "seq": 1, "claim": "c-1", "action": "decide", "status": "ready", "verdict": "True",
    "summary": None, "reason": None, "actor": "ada", "at": "2026-11-24T09:00:00Z",
    "tool_version": "0.1.0", "previous": None, "form": 1, "changes": {}, "about": None,
}  # fmt: skip


def test_events_of_the_first_form_are_verified_as_they_were_written():
    fields = {n: v for n, v in OLD.items() if n not in {"form", "changes", "about"}}
    raw = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = "sha256:" + hashlib.sha256(raw.encode()).hexdigest()
    old = {**OLD, "digest": digest, "id": "e-" + digest[7:23]}
    assert verify_chain([old]) == 1
    new = chain(
        Act("c-1", Action.DECIDE, Status.PUBLISHED, None, None, None, "bob", "t", "1"), last=old
    )
    assert verify_chain([old, new]) == 2
    for slipped_in in ({"changes": {"verdict": "False"}}, {"about": "c-2"}):
        with pytest.raises(DamagedData):
            verify_chain([{**old, **slipped_in}])


@given(st.lists(acts, min_size=2, max_size=6), st.data())
def test_a_missing_event_breaks_the_chain_unless_it_was_the_last(history, data):
    events = log(history)
    del events[data.draw(st.integers(0, len(events) - 2))]
    with pytest.raises(DamagedData):
        verify_chain(events)


@given(st.lists(acts, max_size=12), st.sets(st.integers(0, 12)))
def test_folding_in_one_pass_or_in_parts_gives_the_same_standing(history, cuts):
    events = log(history)
    standing = None
    for start, end in itertools.pairwise([0, *sorted(cuts), len(events) + 13]):
        standing = fold(events[start:end], start=standing)
    assert standing == fold(events)


@given(st.lists(acts, max_size=8), acts)
def test_undo_gives_back_what_stood_before(history, act):
    events = log([*history, act])
    before, after = fold(events[:-1]), fold(events)
    undone = fold([{**events[-1], "action": "undo", "seq": len(events) + 1}], start=after)
    if act.action in LASTING or after.released_at:
        assert undone.now == (after.states[-2:-1] or after.states)[0]
    else:
        assert undone.now == before.now


def test_a_later_event_without_a_verdict_keeps_the_verdict():
    first = Act("c-1", Action.DECIDE, Status.READY, "False", "Why.", None, "ada", "t", "1")
    then = Act("c-1", Action.DECIDE, Status.PUBLISHED, None, None, None, "bob", "t", "1")
    standing = fold(log([first, then]))
    assert (standing.status, standing.verdict, standing.summary) == (
        Status.PUBLISHED,
        "False",
        "Why.",
    )


def test_a_person_who_decides_ends_the_demonstration():
    shown = Act("c-1", Action.DEMONSTRATE, Status.PUBLISHED, None, None, None, "demo", "t", "1")
    checked = Act("c-1", Action.DECIDE, Status.PUBLISHED, "True", None, None, "ada", "t", "1")
    assert fold(log([shown])).demonstration is True
    assert fold(log([shown, checked])).demonstration is False


EVENT = {"verdict": None, "summary": None, "action": "decide", "at": "2026-03-01T00:00:00Z"}
FOLDS = {
    "nothing happened": ([], None),
    "never published": ([{"status": "ready", "verdict": "True"}], None),
    "published and taken back inside": ([{"status": "published"}, {"status": "rejected"}], None),
    "judged before publication": (
        [{"status": "ready", "verdict": "True"}, {"status": "published"}],
        ("published", "True", 0),
    ),
    "a later null verdict leaves what stood": (
        [{"status": "published", "verdict": "True"}, {"status": "corrected"}],
        ("corrected", "True", 0),
    ),
    "shown by a program": (
        [{"status": "published", "action": "demonstrate"}],
        ("published", None, 1),
    ),
    "a program's verdict that a person only moved on is still a program's": (
        [{"status": "ready", "verdict": "True", "action": "demonstrate"}, {"status": "published"}],
        ("published", "True", 1),
    ),
    "a person who judges anew ends the demonstration": (
        [
            {"status": "published", "verdict": "True", "action": "demonstrate"},
            {"status": "corrected", "verdict": "False"},
        ],
        ("corrected", "False", 0),
    ),
}


@pytest.mark.parametrize("why", FOLDS)
def test_folding(why):
    events, expected = FOLDS[why]
    found = fold([{**EVENT, **event} for event in events])
    shown = (found.status.value, found.verdict, int(found.demonstration)) if found.public else None
    assert shown == expected
