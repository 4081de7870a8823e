"""Each act that needs words, as a form: what is asked, and what was filled in to a deed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claims.model.claim import ClaimKind
from claims.model.errors import NotAllowed
from claims.model.ids import short_id
from claims.model.review import Status
from claims.review.deeds import Deed, assign, comment, edit, flag, override, undo, unflag
from claims.review.fields import JUDGEMENT, STATEMENTS, WORDS, machine_version
from claims.screen.pieces import Line, Mark, labelled, line, piece
from claims.screen.sheet_lines import told, words_of
from claims.steps.review_sheet import verdicts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claims.screen.desk import Desk


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen, and what choosing it means."""

    value: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is asked. `long` takes several lines; with `choices` one of them is chosen."""

    name: str
    label: str
    value: str = ""
    long: bool = False
    needed: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A citation (a row) that is to stand no more, and why. Citations have a log of their own."""

    citation: Mapping[str, Any]
    reason: str


Values = dict[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked for one act. `notes` are lines to read before; `deed` is what the answers stand for."""

    name: str
    title: str
    fields: tuple[Field, ...]
    deed: Callable[[Values], Deed | TakenBack]
    notes: tuple[Line, ...] = ()


def one_of(name: str, label: str, choices: tuple[Choice, ...]) -> Field:
    """A field in which one thing has to be chosen; the first is proposed.

    >>> one_of("gate", "Gate", (Choice("GATE001"), Choice("GATE002"))).value
    'GATE001'
    """
    return Field(name, label, choices[0].value, needed=True, choices=choices)


REASON = Field("reason", "Reason")
NEEDED = replace(REASON, needed=True)


def filled(form: Form, values: Mapping[str, str]) -> Values:
    """The answers, cleaned of blanks at the ends. Raises NotAllowed where something needed is empty."""
    answers = {f.name: values.get(f.name, "").strip() for f in form.fields}
    for one in form.fields:
        if one.needed and not answers[one.name]:
            raise NotAllowed(f"{one.label} is needed")
        if one.choices and answers[one.name]:
            answers[one.name] = chosen(one, answers[one.name])
    return answers


def chosen(field: Field, given: str) -> str:
    """The choice meant by its number, its name or the beginning of it. Raises NotAllowed.

    >>> chosen(Field("kind", "Kind", choices=(Choice("rule"), Choice("ranking"))), "ru")
    'rule'
    """
    values = [one.value for one in field.choices]
    if given.isdecimal() and 0 < int(given) <= len(values):
        return values[int(given) - 1]
    exact = [value for value in values if value.casefold() == given.casefold()]
    begin = [value for value in values if value.casefold().startswith(given.casefold())]
    found = exact or begin
    if len(found) != 1:
        raise NotAllowed(f"{field.label}: {given!r} is not one of {', '.join(values)}")
    return found[0]


def no_deed(values: Values) -> Deed:
    """Stands in a form whose answers are no act."""
    raise NotImplementedError(values)


def edit_form(desk: Desk) -> Form:
    """The machine's words, to be put right."""
    claim, sheet = desk.here().claim, desk.here()
    machine = machine_version(claim)
    kinds = tuple(Choice(kind.value) for kind in ClaimKind)
    asked = (
        Field("claim_text", "Claim, as one sentence", claim["claim_text"] or "", long=True),
        Field("ambiguous", "Or why it cannot be one", claim["ambiguous"] or ""),
        Field("claimant", "Claimant (empty: the article itself)", claim["claimant"] or ""),
        Field("kind", "Kind", claim["kind"], choices=kinds),
        Field("dates", "Dates (EDTF, with commas)", ", ".join(claim["dates"])),
        NEEDED,
    )
    notes = [labelled("Article", claim["exact"])]
    notes += [
        labelled(f"Machine's {words_of(name)}", _flat(machine[name]), Mark.FAINT)
        for name in WORDS
        if name in claim["machine"]
    ]

    def deed(values: Values) -> Deed:
        new: dict[str, Any] = {}
        for name in WORDS:
            said = " ".join(values[name].split())
            if said == " ".join(_flat(claim[name]).split()):
                continue
            dates = [one.strip() for one in said.split(",") if one.strip()]
            new[name] = dates if name == "dates" else said or None
        if not new:
            raise NotAllowed("nothing was changed")
        if new.get("claim_text") and new.get("ambiguous") is None:
            new["ambiguous"] = None
        return edit(desk.me, new, values["reason"], seen=desk.here().seen)

    public = " (public: this is a correction, and the reason is its notice)"
    title = "Edit the claim" + public * sheet.standing.public
    return Form("edit", title, asked, deed, tuple(notes))


def verdict_form(desk: Desk) -> Form:
    """The judgement: a verdict of the desk's scales, and what is said with it."""
    standing = desk.here().standing
    scale = tuple(
        Choice(r.label, f"{f'{r.number} of 5. ' if r.number else 'Off the scale. '}{r.explanation}")
        for r in verdicts(desk.edges).ratings
    )
    held = {name: standing.fields.get(name) or "" for name in JUDGEMENT}
    asked = (
        Field("verdict", "Verdict", held["verdict"], choices=scale),
        *(Field(n, words_of(n).capitalize(), held[n], long=True) for n in JUDGEMENT[1:]),
        replace(REASON, label="What was wrong (the public notice)", needed=True)
        if standing.public
        else replace(REASON, label="Reason (for the desk; a summary is enough)"),
    )
    note = line(piece("This claim is public: a change is a correction.", Mark.BAD))

    def deed(values: Values) -> Deed:
        status = Status.CORRECTED if standing.public else None
        made = desk.decide(status, values["reason"])
        return _changed(made, held, values)

    return Form("verdict", "Verdict", asked, deed, (note,) if standing.public else ())


def reasons_form(desk: Desk) -> Form:
    """The reasons that the desk gives in public, and that gates ask for."""
    labels = {
        "selection_reason": "Why this claim was chosen",
        "no_claimant_reason": "Why nobody is named as claimant",
        "few_origins_reason": "Why fewer than two origins are enough",
        "other_side": "What was looked for on the other side, and what came of it",
        "no_primary_reason": "Why no primary source is cited",
    }
    held = {n: desk.here().standing.fields.get(n) or "" for n in STATEMENTS}
    asked = tuple(Field(n, labels[n], held[n], long=True) for n in STATEMENTS)
    return Form(
        "reasons",
        "Reasons given in public",
        asked,
        lambda values: _changed(desk.decide(None, None), held, values),
    )


def decide_form(desk: Desk) -> Form:
    """Where the claim goes next."""
    states = tuple(
        Choice(s.value, MEANS[s] + (" Needs a reason." if reason else ""))
        for s, reason in desk.next_states()
    )
    now = desk.here().standing.status
    if not states:
        raise NotAllowed(f"a claim that is {now.value} goes nowhere from here")
    note = labelled("Stands at", words_of(now.value))
    return Form(
        "decide",
        "Decide where the claim goes",
        (one_of("status", "Goes to", states), REASON),
        lambda values: desk.decide(Status(values["status"]), values["reason"]),
        (note,),
    )


MEANS = {
    Status.NEW: "Back to the beginning.",
    Status.SHORTLISTED: "It is worth checking; the reason is shown as why it was chosen.",
    Status.IN_PROGRESS: "Somebody works on it.",
    Status.SECOND_READER: "It is judged; another person reads it.",
    Status.READY: "It can go out.",
    Status.PUBLISHED: "It goes out with the next publish, when every gate is met.",
    Status.CORRECTED: "What is public was wrong; the reason is the notice.",
    Status.WITHDRAWN: "It is taken back; the notice stays.",
    Status.REJECTED: "It is not checked.",
}
"""What a state means, for whoever chooses it."""


def reject_form(desk: Desk) -> Form:
    """The claim is not checked."""
    return Form(
        "reject",
        "Reject the claim",
        (NEEDED,),
        lambda values: desk.decide(Status.REJECTED, values["reason"]),
    )


def flag_form(desk: Desk) -> Form:
    """An open question."""
    asked = (
        Field("name", "Name (small letters, digits, hyphens)", needed=True),
        Field("question", "Question", long=True, needed=True),
    )
    return Form(
        "flag",
        "Open a question",
        asked,
        lambda v: flag(desk.me, v["name"], v["question"], seen=desk.here().seen),
    )


def unflag_form(desk: Desk) -> Form:
    """An open question is settled."""
    flags = desk.here().standing.flags
    if not flags:
        raise NotAllowed("there is no open question")
    open_ = tuple(Choice(name, question) for name, question in flags.items())
    answer = Field("answer", "How it was settled", long=True, needed=True)
    return Form(
        "unflag",
        "Settle a question",
        (one_of("name", "Question", open_), answer),
        lambda v: unflag(desk.me, v["name"], v["answer"], seen=desk.here().seen),
    )


def comment_form(desk: Desk) -> Form:
    """A note for the desk."""
    asked = (Field("note", "Note for the desk (never published)", long=True, needed=True),)
    return Form(
        "comment", "Add a note", asked, lambda v: comment(desk.me, v["note"], seen=desk.here().seen)
    )


def assign_form(desk: Desk) -> Form:
    """Who works on it from now on."""
    asked = (Field("to", "Reviewer (empty: nobody)"),)
    return Form(
        "assign",
        "Assign the claim",
        asked,
        lambda v: assign(desk.me, v["to"] or None, seen=desk.here().seen),
    )


def override_form(desk: Desk) -> Form:
    """A gate is passed by, in public."""
    held = [one for one in desk.gates() if one.holds]
    if not held:
        raise NotAllowed("no gate holds this claim back")
    gates = tuple(
        Choice(one.gate.id, f"{one.gate.name}: {one.gate.rule} {one.looked_at}.") for one in held
    )
    reason = Field("reason", "Reason (shown in public)", long=True, needed=True)
    return Form(
        "override",
        "Pass a gate by",
        (one_of("gate", "Gate", gates), reason),
        lambda v: override(desk.me, v["gate"], v["reason"], seen=desk.here().seen),
    )


def uncite_form(desk: Desk) -> Form:
    """A citation is taken back."""
    cited = desk.here().citations
    if not cited:
        raise NotAllowed("nothing is cited")
    choices = tuple(Choice(short_id(one["id"]), f"{one['role']}: {one['exact']}") for one in cited)
    by_name = dict(zip((one.value for one in choices), cited, strict=True))
    return Form(
        "uncite",
        "Take a citation back",
        (one_of("citation", "Citation", choices), NEEDED),
        lambda v: TakenBack(by_name[v["citation"]], v["reason"]),
    )


def undo_form(desk: Desk) -> Form:
    """The last act is taken back, by an act of its own."""
    last = desk.here().standing.undoable
    events = {one["id"]: one for one in desk.here().events}
    act = events.get(last.event or "") if last else None
    cited = bool(desk.here().citations)
    if last is None or act is None:
        raise NotAllowed(
            "there is nothing to undo" + "; what is cited: U, uncite, takes it back" * cited
        )
    others = last.actor != desk.me
    asked = (replace(REASON, needed=others, label="Reason" + " (it is not your own act)" * others),)
    notes = [labelled(f"Takes back what {act['actor']} did", told(act))]
    notes += [line("What is cited stays: U, uncite, takes it back.")] * cited
    return Form(
        "undo",
        "Undo the last act",
        asked,
        lambda v: undo(desk.me, last.event, reason=v["reason"] or None, seen=desk.here().seen),
        tuple(notes),
    )


FORMS: Mapping[str, Callable[[Desk], Form]] = {
    "edit": edit_form,
    "verdict": verdict_form,
    "decide": decide_form,
    "reasons": reasons_form,
    "reject": reject_form,
    "flag": flag_form,
    "unflag": unflag_form,
    "comment": comment_form,
    "assign": assign_form,
    "override": override_form,
    "uncite": uncite_form,
    "undo": undo_form,
}
"""Action name (as in `claims.screen.keys`) to its form."""


def _changed(deed: Deed, held: Mapping[str, str], values: Values) -> Deed:
    """The deed with what was changed in the form; what was emptied is taken back."""
    new = {n: values[n] for n in held if values[n] and values[n] != held[n]}
    gone = tuple(n for n in held if held[n] and not values[n])
    if not (new or gone):
        raise NotAllowed("nothing was changed")
    return replace(deed, changes={**deed.changes, **new}, unset=gone)


def _flat(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
