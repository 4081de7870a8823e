"""Events folded into where a claim stands. The log is the truth; this is its only reading."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from claims.model.review import Action, Status
from claims.review.fields import FLAG, JUDGEMENT, OVERRIDE, UNSET, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PUBLIC = frozenset({Status.PUBLISHED, Status.CORRECTED, Status.WITHDRAWN})
"""The states in which a claim is known to the public."""

COLUMNS = ("verdict", "summary")
"""Fields that have a column of their own in an event; null there leaves what stood."""

MOVING = frozenset(
    {Action.DECIDE, Action.DEMONSTRATE, Action.CORRECT, Action.WITHDRAW, Action.IMPORT}
)
"""Acts that say where the claim stands. On a public claim they are public; the others never are."""

LASTING = frozenset({Action.COMMENT, Action.RELEASE, Action.UNDO, Action.MERGE, Action.SPLIT})
"""Acts that are no step back: said is said, and what touches several claims is mended by hand."""

READ_AGAIN = frozenset({Status.READY, Status.PUBLISHED})
"""Where a claim goes from the second reader when it was found good."""


class Origin(Enum):
    """Who a value comes from."""

    MACHINE = "machine"
    REVIEWER = "reviewer"
    IMPORTED = "imported"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Source:
    """The act that a value comes from."""

    origin: Origin
    event: str | None
    seq: int
    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class State:
    """What stood after one act: `fields` by name, the act that each comes from, who read it again."""

    event: str | None = None
    action: Action | None = None
    actor: str | None = None
    status: Status = Status.NEW
    fields: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    second_reader: Source | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The present state of one claim. The last of `states` is in force; undo takes it away.

    `published_at` and `decided_at` are the times of the first and the last public act, `released_at`
    that from which on it is out and nothing is undone, `passed_at` that at which people's judgement first
    passed the gates. `seq` is the number of the claim's last event.
    """

    states: tuple[State, ...] = (State(),)
    published_at: str | None = None
    decided_at: str | None = None
    released_at: str | None = None
    passed_at: str | None = None
    seq: int = 0
    last_actor: str | None = None
    last_at: str | None = None

    @property
    def now(self) -> State:
        """The state in force."""
        return self.states[-1]

    @property
    def status(self) -> Status:
        """Where the claim stands."""
        return self.now.status

    @property
    def fields(self) -> Mapping[str, Any]:
        """What acts have set, by field."""
        return self.now.fields

    @property
    def verdict(self) -> str | None:
        """The verdict in force."""
        return self.fields.get("verdict")

    @property
    def summary(self) -> str | None:
        """The summary in force."""
        return self.fields.get("summary")

    @property
    def assignee(self) -> str | None:
        """Who works on the claim."""
        return self.fields.get("assignee")

    @property
    def flags(self) -> dict[str, str]:
        """Open flags, each with the question that it stands for."""
        return _under(FLAG, self.fields)

    @property
    def overrides(self) -> dict[str, str]:
        """Gates that somebody passed by, each with the reason."""
        return _under(OVERRIDE, self.fields)

    @property
    def by_program(self) -> frozenset[str]:
        """What in force was put there by a demonstration and not by a person."""
        named = self.now.sources.items()
        return frozenset(name for name, one in named if one.origin is Origin.PROGRAM)

    @property
    def demonstration(self) -> bool:
        """Whether anything in force was never judged by a person."""
        return bool(self.by_program)

    @property
    def public(self) -> bool:
        """Whether the public may see the claim."""
        return self.status in PUBLIC

    @property
    def judged_by(self) -> str | None:
        """Who last changed the judgement or the words that it is about."""
        return _judge(self.now.sources)

    @property
    def second_reader(self) -> str | None:
        """Who read the judgement in force again and found it good: another than who made it."""
        reader = self.now.second_reader
        return reader.actor if reader else None

    @property
    def undoable(self) -> State | None:
        """The state that undo would take away; null when there is nothing to undo."""
        return self.now if len(self.states) > 1 else None


def fold(events: Iterable[Mapping[str, Any]], *, start: Standing | None = None) -> Standing:
    """The standing after the events, given in order; folding in parts gives the same.

    >>> fold([]).status.value
    'new'
    """
    standing = start or Standing()
    for event in events:
        standing = _step(standing, event)
    return standing


def is_new(name: str, value: Any, state: State) -> bool:
    """Whether setting the field makes another value of it, or a person's of a demonstration's.

    >>> is_new("verdict", "True", State(fields={"verdict": "True"}))
    False
    """
    if name not in state.fields or state.fields[name] != value:
        return True
    source = state.sources.get(name)
    return source is not None and source.origin is Origin.PROGRAM


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names are one person's: case and white space make no second reader.

    >>> same_person("Ada", " ada"), same_person("ada", "bob")
    (True, False)
    """
    return _plain(one) == _plain(other)


def words_in_force(claim: Mapping[str, Any], standing: Standing) -> dict[str, Any]:
    """The claim (a row with the machine's words) as people left it.

    >>> words_in_force({"kind": "event", "claimant": None}, Standing())["kind"]
    'event'
    """
    edited = {name: standing.fields[name] for name in WORDS if name in standing.fields}
    return {**claim, **edited}


def _step(standing: Standing, event: Mapping[str, Any]) -> Standing:
    """The standing after one more event: its states, and since when it is public, out and past the gates."""
    action = Action(event["action"])
    states = _states(standing, action, event)
    public = states[-1].status in PUBLIC and action in MOVING
    passed = standing.passed_at or (event["at"] if _passes(action, event) else None)
    shown = passed or (event["at"] if action is Action.DEMONSTRATE else None)
    released = standing.released_at or shown
    return replace(
        standing,
        states=states[-1:] if released else states,
        published_at=standing.published_at or (event["at"] if public else None),
        decided_at=event["at"] if public else standing.decided_at,
        released_at=released,
        passed_at=passed,
        seq=event.get("seq") or standing.seq + 1,
        last_actor=event.get("actor"),
        last_at=event["at"],
    )


def _states(standing: Standing, action: Action, event: Mapping[str, Any]) -> tuple[State, ...]:
    """The states after the act, the one in force last: those before it are what undo goes back to."""
    if action is Action.UNDO:
        return standing.states[:-1] if standing.undoable else standing.states
    before = standing.now
    after = _after(before, action, event)
    if action in {Action.MERGE, Action.SPLIT}:
        return (after,)
    if action in LASTING:
        # What undo would take away is still the act before
        named = replace(after, event=before.event, action=before.action, actor=before.actor)
        return (*standing.states[:-1], named)
    return (*standing.states, after)


def _passes(action: Action, event: Mapping[str, Any]) -> bool:
    """Whether people's judgement is out from then on. Before there were gates, all of it was."""
    old = event.get("form", 1) == 1 and action is not Action.DEMONSTRATE
    return action is Action.RELEASE or (old and Status(event["status"]) in PUBLIC)


def _after(before: State, action: Action, event: Mapping[str, Any]) -> State:
    """The state that the act makes of the one before: its fields, and which act each of them comes from."""
    source = Source(
        _origin(action),
        event.get("id"),
        event.get("seq") or 0,
        event.get("actor") or "",
        event["at"],
    )
    status = Status(event["status"])
    fields, sources = dict(before.fields), dict(before.sources)
    changes = dict(event.get("changes") or {})
    gone = set(changes.pop(UNSET, ()))
    if before.status is Status.REJECTED and status is not Status.REJECTED:
        gone |= {"merged_into", "split_into"}
    given = {name: event[name] for name in COLUMNS if event.get(name)} | changes
    for name in gone:
        fields.pop(name, None)
        sources.pop(name, None)
    # Whoever repeats what stands has not made it; only a demonstration is made good by it
    new = [name for name in given if is_new(name, given[name], before)]
    fields |= given
    sources |= dict.fromkeys(new, source)
    if action in MOVING or status is not before.status:
        sources["status"] = source
    state = State(event.get("id"), action, event.get("actor"), status, fields, sources)
    return replace(state, second_reader=_second_reader(before, state, source))


def _second_reader(before: State, after: State, source: Source) -> Source | None:
    """Whoever passes the claim on from the second reader, unless it is who made it what it is."""
    judge = _judge(after.sources)
    passed = before.status is Status.SECOND_READER and after.status in READ_AGAIN
    if passed and after.action in MOVING and judge and not same_person(judge, source.actor):
        return source
    same = all(before.fields.get(n) == after.fields.get(n) for n in (*JUDGEMENT, *WORDS))
    back = after.status not in {Status.READY, *PUBLIC}
    return before.second_reader if same and not back else None


def _judge(sources: Mapping[str, Source]) -> str | None:
    """Who made the newest of the values that are the judgement, or the words that it is about."""
    held = [sources[name] for name in (*JUDGEMENT, *WORDS) if name in sources]
    return max(held, key=lambda one: one.seq).actor if held else None


def _origin(action: Action) -> Origin:
    found = {Action.DEMONSTRATE: Origin.PROGRAM, Action.IMPORT: Origin.IMPORTED}
    return found.get(action, Origin.REVIEWER)


def _under(prefix: str, fields: Mapping[str, Any]) -> dict[str, str]:
    """The fields whose names begin with `prefix`, by the rest of their names."""
    found = ((name, value) for name, value in fields.items() if name.startswith(prefix))
    return {name.removeprefix(prefix): value for name, value in found}


def _plain(name: str | None) -> str:
    """A name without regard to case, white space and forms of its letters (Unicode NFKC)."""
    return " ".join(unicodedata.normalize("NFKC", name or "").casefold().split())
