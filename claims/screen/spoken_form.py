"""A form asked field by field on one line each; every answer is kept as a draft at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.model.errors import NotAllowed, UserError
from claims.screen.forms import chosen, filled
from claims.screen.pieces import piece
from claims.steps.drafts import find_draft, keep_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.screen.forms import Field, Form, Values
    from claims.steps.drafts import Draft
    from claims.steps.edges import Edges

LEAVE = "!"
EMPTY = "-"


class Left(Exception):  # noqa: N818 - it is no error
    """The form was left; what was typed is kept."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Where lines go and come from. `read` gives null at the end of the input."""

    write: Callable[[str, bool], None]
    read: Callable[[], str | None]

    def say(self, words: str) -> None:
        """One line."""
        self.write(words, True)  # noqa: FBT003 - whether the line ends

    def ask(self, words: str) -> str | None:
        """A question, and the line that answers it."""
        self.write(f"{words}: ", False)  # noqa: FBT003
        return self.read()


def fill(
    form: Form,
    voice: Voice,
    *,
    edges: Edges | None = None,
    draft: Draft | None = None,
    first: str = "",
) -> Values:
    """The answers to a form. Raises Left when it is left, NotAllowed when something needed is missing.

    `first` answers the first field. An empty line leaves what stands; a line that ends in a backslash
    goes on in the next.
    """
    kept = find_draft(edges, draft) if edges and draft else {}
    voice.say(f"{form.title}. An empty line keeps what stands, {EMPTY} empties it, {LEAVE} leaves.")
    if kept:
        voice.say("Your draft from before stands in the fields.")
    values: Values = {}
    for n, one in enumerate(form.fields):
        field = replace(one, value=kept.get(one.name, one.value))
        values[one.name] = first if first and not n else _answer(field, voice)
        if edges and draft:
            typed = {f.name: values[f.name] for f in form.fields if f.name in values}
            changed = {
                f.name: typed[f.name] for f in form.fields if typed.get(f.name, f.value) != f.value
            }
            keep_draft(edges, draft, {**kept, **changed})
    return filled(form, values)


def _answer(field: Field, voice: Voice) -> str:
    if field.value:
        voice.say(f"{field.label} now: {piece(field.value).words}")
    for n, choice in enumerate(field.choices, start=1):
        voice.say(
            f"  {n} {piece(choice.value).words}. {piece(choice.means).words}".rstrip(". ") + "."
        )
    while True:
        said = _line(voice, field.label + (" (needed)" if field.needed else ""))
        if said == LEAVE:
            raise Left
        if said == EMPTY:
            return ""
        if not said:
            if field.needed and not field.value:
                voice.say(f"{field.label} is needed; {LEAVE} leaves.")
                continue
            return field.value
        try:
            return chosen(field, said) if field.choices else said
        except UserError as why:
            voice.say(str(why))


def _line(voice: Voice, label: str) -> str:
    parts: list[str] = []
    said = voice.ask(label)
    while said is not None and said.rstrip().endswith("\\"):
        parts.append(said.rstrip()[:-1].rstrip())
        said = voice.ask("goes on")
    if said is None and not parts:
        raise NotAllowed(
            "the input ended in the middle of a form; what was typed is kept as a draft"
        )
    return "\n".join([*parts, said or ""]).strip()
