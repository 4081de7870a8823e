"""What somebody wants to do to a claim, checked against where it stands, to the act for the log."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from claims.model.errors import NotAllowed
from claims.model.review import Action, Status
from claims.review.events import Act
from claims.review.fields import (
    FLAG,
    FLAG_NAME,
    JUDGEMENT,
    OVERRIDE,
    UNSET,
    WORDS,
    check_value,
)
from claims.review.standing import COLUMNS, READ_AGAIN, is_new, same_person
from claims.review.transitions import OPEN, check_transition

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claims.review.standing import Standing


@dataclass(frozen=True, slots=True)
class Deed:
    """What `actor` wants to do. `changes` are fields to set, `unset` those to take back.

    A null `status` leaves the state. `about` names the event, gate, flag or claim that it is about.
    `seen` is the number of the claim's last event that the actor had before their eyes; null: not told.
    """

    action: Action
    actor: str
    status: Status | None = None
    reason: str | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    unset: tuple[str, ...] = ()
    about: str | None = None
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the log adds to a deed: the claim, the time, the version of the code."""

    claim: str
    at: str
    tool_version: str


def allowed(standing: Standing, deed: Deed) -> Deed:
    """The deed as it may be done now, its action by its proper name. Raises NotAllowed.

    >>> from claims.review.standing import Standing
    >>> allowed(Standing(), assign("ada", "bob")).changes
    {'assignee': 'bob'}
    """
    if not deed.actor.strip() or not deed.actor.isprintable():
        raise NotAllowed("who acts? the name is empty or holds unreadable characters")
    _not_overtaken(standing, deed)
    named = _named(standing, deed)
    if named.action in {Action.FLAG, Action.OVERRIDE}:
        _needs_reason(standing, named)  # it is the value that is set, too
    for name, value in named.changes.items():
        check_value(name, value)
    _CHECKS.get(named.action, _moved)(standing, named)
    about = standing.now.event if named.action is Action.UNDO else named.about
    return replace(named, status=_status_after(standing, named), about=about)


def act(standing: Standing, deed: Deed, stamp: Stamp) -> Act:
    """The allowed deed as an act for the log."""
    rest = {name: value for name, value in deed.changes.items() if name not in COLUMNS}
    if deed.unset:
        rest[UNSET] = sorted(deed.unset)
    return Act(
        claim=stamp.claim,
        action=deed.action,
        status=deed.status or standing.status,
        verdict=deed.changes.get("verdict"),
        summary=deed.changes.get("summary"),
        reason=deed.reason,
        actor=deed.actor,
        at=stamp.at,
        tool_version=stamp.tool_version,
        changes=rest,
        about=deed.about,
    )


def adds_nothing(standing: Standing, deed: Deed) -> bool:
    """Whether everything that the deed would set stands already, by the last act of the same actor."""
    if deed.action in {Action.COMMENT, Action.UNDO, Action.RELEASE} or not standing.seq:
        return False
    return (
        standing.last_actor == deed.actor
        and deed.status in {None, standing.status}
        and all(standing.fields.get(n, ...) == value for n, value in deed.changes.items())
        and not any(name in standing.fields for name in deed.unset)
    )


def assign(actor: str, to: str | None, *, seen: int | None = None) -> Deed:
    """Who works on the claim from now on; null: nobody."""
    return Deed(Action.ASSIGN, actor, changes={"assignee": to}, seen=seen)


def comment(actor: str, words: str, *, seen: int | None = None) -> Deed:
    """A note for the desk. It is never published.

    >>> comment("ada", "Ask the port.").reason
    'Ask the port.'
    """
    return Deed(Action.COMMENT, actor, reason=words, seen=seen)


def flag(actor: str, name: str, question: str, *, seen: int | None = None) -> Deed:
    """An open question that keeps the claim from being published."""
    changes = {FLAG + name: question}
    return Deed(Action.FLAG, actor, reason=question, changes=changes, about=name, seen=seen)


def unflag(actor: str, name: str, answer: str, *, seen: int | None = None) -> Deed:
    """The question is settled, and how."""
    return Deed(Action.UNFLAG, actor, reason=answer, unset=(FLAG + name,), about=name, seen=seen)


def override(actor: str, gate: str, reason: str, *, seen: int | None = None) -> Deed:
    """The claim may pass this gate though it does not meet it. The reason is shown in public."""
    changes = {OVERRIDE + gate: reason}
    return Deed(Action.OVERRIDE, actor, reason=reason, changes=changes, about=gate, seen=seen)


def edit(actor: str, changes: Mapping[str, Any], reason: str, *, seen: int | None = None) -> Deed:
    """The machine's words put right. What is public already is corrected by it, in the open.

    >>> edit("ada", {"claim_text": "It rained."}, "Settled.").action.value
    'edit'
    """
    return Deed(Action.EDIT, actor, reason=reason, changes=changes, seen=seen)


def settled(deed: Deed, claim: Mapping[str, Any]) -> Deed:
    """The deed so that the claim (a row) has words of its own or a reason why it has none, never both.

    >>> held = {"claim_text": None, "ambiguous": "which law"}
    >>> settled(edit("ada", {"claim_text": "It rained."}, "Settled."), held).changes["ambiguous"] is None
    True
    """
    changes = dict(deed.changes)
    for one, other in (("claim_text", "ambiguous"), ("ambiguous", "claim_text")):
        if changes.get(one) is not None and claim.get(other) is not None:
            changes.setdefault(other, None)
    return replace(deed, changes=changes)


def undo(
    actor: str, event: str | None, *, reason: str | None = None, seen: int | None = None
) -> Deed:
    """Take back the last act on the claim, the event with this id (null: whichever it is)."""
    return Deed(Action.UNDO, actor, reason=reason, about=event, seen=seen)


def _not_overtaken(standing: Standing, deed: Deed) -> None:
    if deed.seen is not None and standing.seq > deed.seen:
        raise NotAllowed(
            f"{standing.last_actor} changed this claim at {standing.last_at}, after you had read it"
            f" (event {standing.seq}; you saw {deed.seen or 'none'}); nothing was written:"
            " look at it again, then decide"
        )
    if deed.seen is not None and deed.seen > standing.seq:
        raise NotAllowed(
            f"nobody can have seen event {deed.seen} of this claim, the last one is"
            f" {standing.seq or 'none'}; nothing was written: look at it again, then decide"
        )


def _named(standing: Standing, deed: Deed) -> Deed:
    """Deciding that a claim is corrected is a correction, and so is an edit of what is public."""
    if deed.action is Action.EDIT and standing.public:
        return replace(deed, action=Action.CORRECT, status=Status.CORRECTED)
    if deed.action in {Action.DECIDE, Action.IMPORT}:
        proper = {Status.CORRECTED: Action.CORRECT, Status.WITHDRAWN: Action.WITHDRAW}
        if deed.status in proper:
            return replace(deed, action=proper[deed.status])
    if deed.action in {Action.DECIDE, Action.IMPORT} and deed.status is Status.SHORTLISTED:
        chosen = standing.fields.get("selection_reason") or deed.changes.get("selection_reason")
        if deed.reason and not chosen:
            return replace(deed, changes={**deed.changes, "selection_reason": deed.reason})
    return deed


def _status_after(standing: Standing, deed: Deed) -> Status:
    if deed.action is Action.UNDO:
        return standing.states[-2].status
    return deed.status or standing.status


def _moved(standing: Standing, deed: Deed) -> None:
    status = deed.status or standing.status
    out = standing.released_at is not None
    check_transition(standing.status, status, reason=deed.reason, out=out)
    if deed.action not in {Action.CORRECT, Action.WITHDRAW}:
        _not_in_silence(standing, deed)
    if any(is_new(n, v, standing.now) for n, v in deed.changes.items() if n in WORDS):
        _needs_reason(standing, deed)
    explained = deed.reason or deed.changes.get("summary") or standing.summary
    if deed.changes.get("verdict") not in {None, standing.verdict} and not explained:
        raise NotAllowed("a verdict needs a --summary that explains it, or a --reason")
    passed = standing.status is Status.SECOND_READER and status in READ_AGAIN
    made = (n for n, value in deed.changes.items() if is_new(n, value, standing.now))
    judge = deed.actor if {*JUDGEMENT, *WORDS} & set(made) else standing.judged_by
    if passed and judge and same_person(judge, deed.actor):
        raise NotAllowed(
            f"{judge} made the judgement that stands, so another person has to be its second reader"
        )


def _not_in_silence(standing: Standing, deed: Deed) -> None:
    """What readers have seen is changed by a correction only."""
    if not standing.public:
        return
    seen = {*JUDGEMENT, *WORDS} - standing.by_program
    given = [*deed.changes.items(), *((name, None) for name in deed.unset)]
    changed = [
        name
        for name, value in given
        if name in seen and standing.fields.get(name) not in (None, value)
    ]
    if changed:
        raise NotAllowed(
            f"{changed[0].replace('_', ' ')} is public: change it with --status corrected and a"
            " --reason that says what was wrong"
        )


def _needs_reason(standing: Standing, deed: Deed) -> None:
    del standing
    if not (deed.reason or "").strip():
        raise NotAllowed(f"{deed.action.value} needs a reason: give --reason")


def _edited(standing: Standing, deed: Deed) -> None:
    _needs_reason(standing, deed)
    if standing.status not in OPEN:
        raise NotAllowed(f"a claim that is {standing.status.value} is not edited; reopen it first")
    if not (deed.changes or deed.unset) or not {*deed.changes, *deed.unset} <= set(WORDS):
        raise NotAllowed(f"an edit sets at least one of: {', '.join(WORDS)}")


def _flagged(standing: Standing, deed: Deed) -> None:
    _needs_reason(standing, deed)
    if not FLAG_NAME.fullmatch(deed.about or ""):
        raise NotAllowed(f"{deed.about!r} is no name of a flag: small letters, digits and hyphens")
    if deed.action is Action.UNFLAG and deed.about not in standing.flags:
        raise NotAllowed(
            f"there is no flag {deed.about}; open: {', '.join(standing.flags) or 'none'}"
        )


def _undone(standing: Standing, deed: Deed) -> None:
    if standing.released_at:
        raise NotAllowed(
            "this claim is public, and nothing public is undone: correct it with"
            " decide --status corrected --reason …"
        )
    last = standing.undoable
    if last is None:
        raise NotAllowed(
            "there is nothing to undo (after a merge or split: reopen the claim with"
            " decide --status new --reason …)"
        )
    if deed.about and deed.about != last.event:
        raise NotAllowed(f"only the last act can be undone, and that is {last.event}")
    if not same_person(last.actor, deed.actor) and not (deed.reason or "").strip():
        raise NotAllowed(f"the last act is {last.actor}'s: undoing it needs --reason")


def _released(standing: Standing, deed: Deed) -> None:
    del deed
    if not standing.public or standing.passed_at:
        raise NotAllowed("only what was decided to be published goes out, and once")


def _anything(standing: Standing, deed: Deed) -> None:
    """No condition of its own."""


_CHECKS: Mapping[Action, Callable[[Standing, Deed], None]] = {
    Action.ASSIGN: _anything,
    Action.EDIT: _edited,
    Action.MERGE: _moved,
    Action.SPLIT: _moved,
    Action.COMMENT: _needs_reason,
    Action.FLAG: _flagged,
    Action.UNFLAG: _flagged,
    Action.OVERRIDE: _needs_reason,
    Action.UNDO: _undone,
    Action.RELEASE: _released,
}
