"""Every key of the review, once: bindings, help, spoken commands and docs are made of this table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Where(Enum):
    """Where a key works."""

    EVERYWHERE = "Everywhere"
    QUEUE = "In the queue"
    CLAIM = "On a claim"
    FORM = "In a form"


@dataclass(frozen=True, slots=True)
class Key:
    """A key by Textual's name, how people write it, its action, and what it does.

    `word` is the same act as a command of the plain mode (null: it has none); `foot` is the word under
    the screen (null: not shown there).
    """

    key: str
    shown: str
    action: str
    does: str
    where: Where
    word: str | None = None
    foot: str | None = None


KEYS: tuple[Key, ...] = (
    Key("question_mark", "?", "help", "Show these keys", Where.EVERYWHERE, "help", "keys"),
    Key("ctrl+q", "ctrl+q", "quit", "Leave the review", Where.EVERYWHERE),
    Key("enter", "enter", "open", "Open the claim", Where.QUEUE, "open", "open"),
    Key("slash", "/", "search", "Search words in claims", Where.QUEUE, "search", "search"),
    Key("f", "f", "filter", "Filter by state, document, kind, claimant, worth, reviewer", Where.QUEUE, "filter", "filter"),
    Key("m", "m", "mine", "Mine, unassigned or everybody's claims", Where.QUEUE, "mine", "mine"),
    Key("x", "x", "clear", "Clear every filter", Where.QUEUE, "clear"),
    Key("f5", "f5", "refresh", "Read the queue again", Where.QUEUE, "list"),
    Key("q", "q", "app.quit", "Leave the review", Where.QUEUE, "quit", "quit"),
    Key("left", "←", "passage(-1)", "Passage before", Where.CLAIM, "before"),
    Key("right", "→", "passage(1)", "Next passage", Where.CLAIM, "after"),
    Key("s", "s", "cite('supports')", "Cite the passage: supports the claim", Where.CLAIM, "supports", "cite for"),
    Key("r", "r", "cite('refutes')", "Cite the passage: refutes the claim", Where.CLAIM, "refutes", "against"),
    Key("c", "c", "cite('context')", "Cite the passage: context", Where.CLAIM, "context", "context"),
    Key("U", "U", "ask('uncite')", "Take a citation back, with a reason", Where.CLAIM, "uncite"),
    Key("o", "o", "address", "Show the page's address and its stored copy", Where.CLAIM, "address"),
    Key("e", "e", "ask('edit')", "Edit the claim: text, claimant, kind, dates", Where.CLAIM, "edit", "edit"),
    Key("v", "v", "ask('verdict')", "Verdict, with summary and explanation", Where.CLAIM, "verdict", "verdict"),
    Key("d", "d", "ask('decide')", "Decide where the claim goes next", Where.CLAIM, "decide", "decide"),
    Key("t", "t", "reader", "To the second reader; as second reader: pass it as ready", Where.CLAIM, "reader"),
    Key("w", "w", "ask('reasons')", "Say why: chosen, no claimant, few origins, other side, no primary", Where.CLAIM, "why"),
    Key("x", "x", "ask('reject')", "Reject the claim, with a reason", Where.CLAIM, "reject"),
    Key("f", "f", "ask('flag')", "Open a question that holds the claim back", Where.CLAIM, "flag"),
    Key("F", "F", "ask('unflag')", "Settle an open question", Where.CLAIM, "unflag"),
    Key("m", "m", "ask('comment')", "Add a note for the desk (never published)", Where.CLAIM, "note"),
    Key("a", "a", "take", "Assign the claim to me; mine already: to nobody", Where.CLAIM, "take", "take"),
    Key("A", "A", "ask('assign')", "Assign the claim to somebody else", Where.CLAIM, "assign"),
    Key("G", "G", "ask('override')", "Pass a gate by, with a public reason", Where.CLAIM, "override"),
    Key("u", "u", "ask('undo')", "Undo the last act, as a new event", Where.CLAIM, "undo", "undo"),
    Key("1", "1", "view('passages')", "Candidate passages", Where.CLAIM, "passages"),
    Key("2", "2", "view('citations')", "What is cited", Where.CLAIM, "citations"),
    Key("3", "3", "view('missing')", "What is still missing before it can be published", Where.CLAIM, "missing"),
    Key("4", "4", "view('judgement')", "Verdict and all that is said with it", Where.CLAIM, "judgement"),
    Key("5", "5", "view('history')", "Every act on this claim", Where.CLAIM, "history"),
    Key("tab", "tab", "app.focus_next", "Between the claim and what is below; ↑ ↓ scroll", Where.CLAIM),
    Key("z", "z", "zoom", "The lower half over the whole screen, and back", Where.CLAIM),
    Key("n", "n", "step(1)", "Next claim of the queue", Where.CLAIM, "next", "next"),
    Key("p", "p", "step(-1)", "Claim before", Where.CLAIM, "previous"),
    Key("f5", "f5", "refresh", "Read the claim again", Where.CLAIM, "show"),
    Key("escape,q", "q, esc", "back", "Back to the queue", Where.CLAIM, "queue", "queue"),
    Key("tab", "tab", "app.focus_next", "Next field", Where.FORM),
    Key("shift+tab", "shift+tab", "app.focus_previous", "Field before", Where.FORM),
    Key("ctrl+s", "ctrl+s", "send", "Do it (enter does too, but in a field of several lines)", Where.FORM, None, "do it"),
    Key("escape", "esc", "cancel", "Leave; what was typed is kept as a draft", Where.FORM, None, "leave"),
    Key("ctrl+r", "ctrl+r", "drop", "Leave, and drop the draft", Where.FORM, None, "drop draft"),
)  # fmt: skip


def keys_of(where: Where) -> tuple[Key, ...]:
    """The keys that work there, without those that work everywhere."""
    return tuple(key for key in KEYS if key.where is where)


def foot(where: Where, width: int) -> str:
    """The line under the screen: as many keys as fit, `?` always among them.

    >>> foot(Where.FORM, 40)
    'ctrl+s do it  esc leave'
    """
    named = [f"{key.shown} {key.foot}" for key in keys_of(where) if key.foot]
    last = "" if where is Where.FORM else "? keys"
    fits: list[str] = []
    for one in named:
        if len("  ".join([*fits, one, last])) > width:
            break
        fits.append(one)
    return "  ".join([*fits, last] if last else fits)


def table() -> str:
    """All keys as Markdown tables, for the docs."""
    parts = []
    for where in Where:
        shown = [key for key in KEYS if key.where is where]
        parts.append(f"### {where.value}\n\n| key | plain mode | what it does |\n|---|---|---|")
        for key in shown:
            word = f"`{key.word}`" if key.word else ""
            parts.append(f"| `{key.shown}` | {word} | {key.does} |")
        parts.append("")
    return "\n".join(parts)
