"""A check's results to a plain text that fits an e-mail: counts first, then what changed and what to do.

No line is longer than 72 characters but for addresses, which are never broken: mail programs link them.
"""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.ids import short_id
from claims.model.so_many import so_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claims.health.tidings import Tiding

WIDTH = 72
LONGEST = 300
"""Characters shown of a claim, of words or of a reason; the whole is in `--json` and `show`."""

MOST_TOLD = 50
"""Citations told of in full; of those beyond, only how many they are."""

MOST_FAILURES = 10
"""Pages and works that could not be asked and that are named."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one check tells of one citation."""

    citation: str
    claim: str
    claim_words: str
    url: str
    link: str
    passage: str
    tidings: tuple[Tiding, ...]
    archive_url: str | None = None
    unknown_because: str | None = None
    """Why nobody knows how the link stands, where a look said nothing."""

    @property
    def material(self) -> bool:
        """Whether readers should know something of it."""
        return any(tiding.material for tiding in self.tidings)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a check did: citations and pages looked at, works asked about, what is left and due when."""

    citations: int
    pages: int
    works: int
    links: Mapping[str, int]
    passages: Mapping[str, int]
    left_over: int
    off_the_web: int
    next_due: str | None


def summary(
    at: str, counts: Counts, accounts: Sequence[Account], failures: Sequence[str] = ()
) -> str:
    """The text of the mail.

    >>> nothing = Counts(0, 0, 0, {}, {}, 0, 0, "2026-12-01T00:00:00Z")
    >>> print(summary("2026-11-24T09:00:00Z", nothing, []))
    Citations checked on 2026-11-24 at 09:00 UTC
    <BLANKLINE>
    Nothing was due. Next look: 2026-12-01.
    """
    lines = [f"Citations checked on {at[:10]} at {at[11:16]} UTC", "", *_counted(counts)]
    for title, chosen in (
        ("WHAT READERS SHOULD KNOW", [one for one in accounts if one.material]),
        ("FOR THE DESK", [one for one in accounts if one.tidings and not one.material]),
    ):
        if chosen:
            lines += ["", f"{title} ({len(chosen)})"]
            for account in chosen[:MOST_TOLD]:
                lines += ["", *_account(account)]
            if len(chosen) > MOST_TOLD:
                lines += ["", f"… and {len(chosen) - MOST_TOLD} more: citetrail check --json"]
    unknown = [f"{one.url}: {one.unknown_because}" for one in accounts if one.unknown_because]
    lines += _named("NOBODY KNOWS HOW THE LINK STANDS", list(dict.fromkeys(unknown)))
    lines += _named("NOT DONE", failures)
    return "\n".join(lines)


def _named(title: str, listed: Sequence[str]) -> list[str]:
    if not listed:
        return []
    lines = ["", f"{title} ({len(listed)})", ""]
    lines += [line for one in listed[:MOST_FAILURES] for line in _wrapped(one, "- ", "  ")]
    if len(listed) > MOST_FAILURES:
        lines.append(f"  … and {len(listed) - MOST_FAILURES} more")
    return lines


def _counted(counts: Counts) -> list[str]:
    lines = []
    if counts.citations or counts.works:
        looked = f"{so_many(counts.citations, 'citation')} on {so_many(counts.pages, 'page')}"
        asked = f"; {so_many(counts.works, 'work')} asked about at Crossref" if counts.works else ""
        lines += _wrapped(f"Looked at {looked}{asked}.", "", "")
        if counts.links:
            lines += _wrapped(_listed(counts.links), "Links:    ", " " * 10)
        if counts.passages:
            lines += _wrapped(_listed(counts.passages), "Passages: ", " " * 10)
        if counts.next_due:
            lines.append(f"Next look: {counts.next_due[:10]}.")
    else:
        next_due = f" Next look: {counts.next_due[:10]}." if counts.next_due else ""
        lines.append(f"Nothing was due.{next_due}")
    if counts.off_the_web:
        lines += _wrapped(
            f"{so_many(counts.off_the_web, 'citation')} of texts that are on no web page"
            " cannot be looked at again.",
            "",
            "",
        )
    if counts.left_over:
        lines += _wrapped(
            f"{so_many(counts.left_over, 'citation')} still due; run citetrail check again.", "", ""
        )
    return lines


def _account(account: Account) -> list[str]:
    lines = _wrapped(f"{short_id(account.claim)} {account.claim_words}", "", "    ")
    key = short_id(account.citation)
    lines += _wrapped(f"citation {key}: link {account.link}, words {account.passage}", "  ", "    ")
    for tiding in account.tidings:
        lines += _wrapped(tiding.words, "  * ", "    ")
        for name, value in (("was", tiding.old), ("now", tiding.new)):
            if value:
                lines += _field(name, value)
        if tiding.diff:
            lines += _field("diff", tiding.diff)
        lines += _field("do", tiding.to_do)
    if any(tiding.repairable for tiding in account.tidings):
        lines += _field("run", f"citetrail repair {key}")
    lines += _field("page", account.url)
    if account.archive_url:
        lines += _field("copy", account.archive_url)
    return lines


def _field(name: str, value: str) -> list[str]:
    start = f"    {name}: ".ljust(10)
    if value.startswith(("http://", "https://")):
        return [start + _clean(value)]
    return _wrapped(value, start, " " * 10)


def _wrapped(words: str, first: str, later: str) -> list[str]:
    """Lines of at most WIDTH columns; an address is never broken."""
    clean = _clean(words)
    if len(clean) > LONGEST:
        clean = clean[: LONGEST - 1] + "…"
    wrapped = textwrap.wrap(
        clean,
        WIDTH,
        initial_indent=first,
        subsequent_indent=later,
        break_on_hyphens=False,
        break_long_words=False,
    )
    lines: list[str] = []
    for line in wrapped or [first.rstrip()]:
        lines += [line] if len(line) <= WIDTH or "://" in line else _cut(line, later)
    return lines


def _cut(line: str, later: str) -> list[str]:
    """A line with a word that is longer than a line, cut hard."""
    lines = [line[:WIDTH]]
    rest, room = line[WIDTH:], WIDTH - len(later)
    lines += [later + rest[at : at + room] for at in range(0, len(rest), room)]
    return lines


def _clean(words: str) -> str:
    """One line without control characters or direction overrides: it goes to terminals and mails."""
    kept = (
        "" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in " ".join(words.split())
    )
    return "".join(kept)


def _listed(counted: Mapping[str, int]) -> str:
    ranked: Iterable[tuple[str, int]] = sorted(
        counted.items(), key=lambda pair: (-pair[1], pair[0])
    )
    return ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in ranked)
