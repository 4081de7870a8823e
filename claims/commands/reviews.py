"""`decide`, `edit`, `merge` and `split`."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.commands import columns
from claims.commands.output import Json, Nl, emit, emit_one, form, say
from claims.commands.state import open_edges
from claims.commands.values import STATES, some_words
from claims.model.claim import ClaimKind
from claims.model.errors import UserError
from claims.model.review import Action, Status
from claims.review.deeds import Deed, assign, comment, edit, flag, override, undo, unflag
from claims.steps.decide import Decision
from claims.steps.lookup import find_one
from claims.steps.merge import merge, not_taken
from claims.steps.review import last_act, review
from claims.steps.split import split
from db import citations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.steps.edges import Edges

app = typer.Typer(rich_markup_mode=None)

Claim = Annotated[str, typer.Argument(metavar="CLAIM")]
As = Annotated[
    str | None, typer.Option("--as", metavar="REVIEWER", help="Who does this.", callback=some_words)
]
Seen = Annotated[
    int | None,
    typer.Option(
        min=0,
        help="Number of the claim's last event that you saw; refused when there is a later one.",
    ),
]
Because = Annotated[
    str | None, typer.Option("--reason", help="Why the desk does this.", callback=some_words)
]


def _words(help_: str, *names: str) -> Any:
    return typer.Option(*names, help=help_, callback=some_words)


def reviewer(edges: Edges, given: str | None) -> str:
    """Who acts: the option, the setting, else the name of the user at this machine."""
    try:
        name = given or edges.settings.reviewer or getpass.getuser()
    except (OSError, KeyError):
        raise UserError("who decides? give --as NAME, or set CITETRAIL_REVIEWER") from None
    if not name.isprintable():
        raise UserError("who acts? the name holds unreadable characters")
    return name


@app.command("decide")
def decide_command(
    ctx: typer.Context,
    claim: Claim,
    status: Annotated[
        Status | None,
        typer.Option(
            metavar="STATE",
            help=f"The state the claim goes to: {STATES}.",
            case_sensitive=False,
        ),
    ] = None,
    verdict: Annotated[str | None, _words("The judgement, one of the desk's scale.")] = None,
    summary: Annotated[str | None, _words("Why, in one or two sentences.")] = None,
    explanation: Annotated[str | None, _words("How the desk came to the verdict.")] = None,
    what_is_true: Annotated[str | None, _words("What of it is true.", "--true")] = None,
    what_is_false: Annotated[str | None, _words("What of it is false.", "--false")] = None,
    what_is_unknown: Annotated[str | None, _words("What is not known.", "--unknown")] = None,
    limits: Annotated[str | None, _words("What the verdict does not cover.")] = None,
    selection_reason: Annotated[str | None, _words("Why this claim.", "--selection")] = None,
    no_claimant_reason: Annotated[
        str | None, _words("Why nobody is named as claimant.", "--no-claimant")
    ] = None,
    few_origins_reason: Annotated[
        str | None, _words("Why fewer than two origins are enough.", "--few-origins")
    ] = None,
    other_side: Annotated[
        str | None, _words("What was looked for on the other side, and what came of it.")
    ] = None,
    no_primary_reason: Annotated[
        str | None, _words("Why no primary source is cited.", "--no-primary")
    ] = None,
    assign_: Annotated[
        str | None, typer.Option("--assign", metavar="REVIEWER", help="Give it to; '' to nobody.")
    ] = None,
    comment_: Annotated[str | None, _words("A note for the desk alone.", "--comment")] = None,
    flag_: Annotated[
        str | None, _words("Open a question of this name; --reason asks it.", "--flag")
    ] = None,
    unflag_: Annotated[
        str | None, _words("Settle the question; --reason answers it.", "--unflag")
    ] = None,
    override_: Annotated[
        str | None, _words("Pass this gate by; --reason is shown in public.", "--override")
    ] = None,
    undo_: Annotated[bool, typer.Option("--undo", help="Take back the last act on it.")] = False,
    reason: Because = None,
    actor: As = None,
    seen: Seen = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Decide on a claim: its state, verdict and summary; or one other act of review.

    Each call is one act and one event of the log. --assign, --comment, --flag, --unflag, --override
    and --undo stand alone; all others go together.

    \b
    Example:
      citetrail decide c-7f3a --status second_reader --verdict False --summary "Both counts are lower."
      citetrail decide c-7f3a --status ready --as bob
      citetrail decide c-7f3a --status corrected --reason "The second count was misread."
      citetrail decide c-7f3a --override GATE003 --reason "There is one census only."
    """
    how = form(json, nl)
    judged = {
        "explanation": explanation,
        "what_is_true": what_is_true,
        "what_is_false": what_is_false,
        "what_is_unknown": what_is_unknown,
        "limits": limits,
        "selection_reason": selection_reason,
        "no_claimant_reason": no_claimant_reason,
        "few_origins_reason": few_origins_reason,
        "other_side": other_side,
        "no_primary_reason": no_primary_reason,
    }
    single = _only_one(
        assign=assign_, comment=comment_, flag=flag_, unflag=unflag_, override=override_, undo=undo_
    )
    _not_both(single, [status, verdict, summary, *judged.values()])
    edges = open_edges(ctx)
    row = find_one(edges.database, claim, table="claims")
    who = reviewer(edges, actor)
    if single:
        deed = _single(*single, who=who, reason=reason, last=last_act(edges, row), seen=seen)
    else:
        deed = Decision(status, verdict, summary, reason, who, more=judged, seen=seen).deed
    emit_one(review(edges, row, deed), how)


def _not_both(single: tuple[str, Any] | None, decided: Sequence[Any]) -> None:
    if single and any(decided):
        raise typer.BadParameter(f"--{single[0]} is an act of its own; decide in another call")
    if not single and not any(decided):
        raise typer.BadParameter(
            "say what is decided: --status, --verdict, --summary or another option"
        )


def _only_one(**acts: str | bool | None) -> tuple[str, Any] | None:
    given = [(name, value) for name, value in acts.items() if value not in {None, False}]
    if len(given) > 1:
        names = ", ".join(f"--{name}" for name, _ in given)
        raise typer.BadParameter(f"give one of {names}: each is an act of its own")
    return given[0] if given else None


def _single(
    name: str, value: str, *, who: str, reason: str | None, last: str | None, seen: int | None
) -> Deed:
    said = reason or ""
    made = {
        "assign": lambda: assign(who, value.strip() or None, seen=seen),
        "comment": lambda: comment(who, value, seen=seen),
        "flag": lambda: flag(who, value, said, seen=seen),
        "unflag": lambda: unflag(who, value, said, seen=seen),
        "override": lambda: override(who, value.upper(), said, seen=seen),
        "undo": lambda: undo(who, last, reason=reason, seen=seen),
    }
    return made[name]()


@app.command("edit")
def edit_command(
    ctx: typer.Context,
    claim: Claim,
    text: Annotated[str | None, _words("The claim as one sentence.", "--text")] = None,
    ambiguous: Annotated[str | None, _words("Why it cannot be one.")] = None,
    kind: Annotated[ClaimKind | None, typer.Option(help="What its point is.")] = None,
    claimant: Annotated[
        str | None, typer.Option(help="Who says it; '' for the article's own voice.")
    ] = None,
    dates: Annotated[
        list[str] | None,
        typer.Option("--date", help="A date it depends on (EDTF); '' for none. Repeatable."),
    ] = None,
    reason: Because = None,
    actor: As = None,
    seen: Seen = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Put right what the machine made of a claim; its own version is kept.

    The exact words and their place never change. A claim that is public is corrected by this, and
    --reason is its public notice.

    \b
    Example:
      citetrail edit c-7f3a --claimant "Anna Petrova" --reason "The article names her further down."
    """
    how = form(json, nl)
    changes: dict[str, Any] = {"claim_text": text, "ambiguous": ambiguous}
    changes["kind"] = kind.value if kind else None
    changes = {name: value for name, value in changes.items() if value is not None}
    if claimant is not None:
        changes["claimant"] = claimant.strip() or None
    if dates:
        changes["dates"] = [one for one in dates if one.strip()]
    if not changes:
        raise typer.BadParameter(
            "give at least one of --text, --ambiguous, --kind, --claimant, --date"
        )
    edges = open_edges(ctx)
    row = find_one(edges.database, claim, table="claims")
    deed = edit(reviewer(edges, actor), changes, reason or "", seen=seen)
    emit_one(review(edges, row, deed), how)


@app.command("merge")
def merge_command(
    ctx: typer.Context,
    claim: Claim,
    into: Annotated[str, typer.Option(help="The claim that stays.")],
    reason: Because = None,
    actor: As = None,
    seen: Seen = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """End a claim that is the same as another; what is cited for it goes over to the other.

    \b
    Example:
      citetrail merge c-7f3a --into c-91b2 --reason "The same count, said twice."
    """
    how = form(json, nl)
    edges = open_edges(ctx)
    row, other = (find_one(edges.database, one, table="claims") for one in (claim, into))
    deed = Deed(Action.MERGE, reviewer(edges, actor), reason=reason, seen=seen)
    emit_one(merge(edges, row, other, deed), how)
    for words in not_taken(edges.database, row["id"], other["id"]):
        say(f"Note: {words}")


@app.command("split")
def split_command(
    ctx: typer.Context,
    claim: Claim,
    parts: Annotated[
        list[str], typer.Option("--part", help="Words of the claim's sentence. Repeatable.")
    ],
    reason: Because = None,
    actor: As = None,
    seen: Seen = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Make several claims of one that says several things.

    \b
    Example:
      citetrail split c-7f3a --part "12 were killed" --part "40 were hurt" --reason "Two counts."
    """
    how = form(json, nl)
    edges = open_edges(ctx)
    row = find_one(edges.database, claim, table="claims")
    deed = Deed(Action.SPLIT, reviewer(edges, actor), reason=reason, seen=seen)
    emit(split(edges, row, parts, deed), how, columns=columns.CLAIMS, empty="")
    cited = ", ".join(one["id"] for one in citations.standing(edges.database, row["id"]))
    if cited:
        say(f"Still cited for {row['id']}: {cited}; cite for the parts what bears on them.")
