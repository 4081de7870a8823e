"""Looks at a link in short (a day, and a letter for what was found), and at a quote by what it reads now."""

from datetime import UTC, datetime, timedelta

from claims.anchor.differences import differences
from claims.health.link_state import Look
from claims.health.moments import stamp
from claims.health.passage_history import PassageLook
from claims.model.citation import PassageState
from claims.model.health import LinkFinding

QUOTE = "In all 15,051 men died in nine years"
PLAIN = {"present", "moved", "gone", "unmeasured"}
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
LETTERS = {
    "a": LinkFinding.ANSWERED, "m": LinkFinding.MOVED, "p": LinkFinding.PAYWALLED,
    "n": LinkFinding.NOT_THERE, "s": LinkFinding.SOFT_404, "k": LinkFinding.PARKED,
    "b": LinkFinding.BLOCKED, "r": LinkFinding.ROBOTS, "u": LinkFinding.UNREACHABLE,
    "x": LinkFinding.UNCLEAR,
}  # fmt: skip


def on(day):
    return stamp(BEGIN + timedelta(days=float(day)))


def looks(words):
    """`0n 3n` as looks."""
    there = "https://b.example/x"
    return [Look(LETTERS[one[-1]], on(one[:-1]), target_url=there) for one in words.split()]


def words(said, after=()):
    """Looks at the quote, which reads `said` now."""
    if said == "never":
        return list(after)
    if said in PLAIN:
        return [*after, PassageLook(PassageState(said), "2026-01-08T00:00:00Z")]
    changes = tuple(change.value for change in differences(QUOTE, said).changes)
    return [*after, PassageLook(PassageState.ALTERED, "2026-01-08T00:00:00Z", said, changes)]
