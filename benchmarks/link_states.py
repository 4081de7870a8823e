"""A simulated year of looks at flaky and at removed pages, to how often a living page is called dead.

    python3 benchmarks/link_states.py [--runs 10000] [--removed 1000] [--seed 1] [--served 20]

Each run is a page and a year. A flaky page fails at up to 20 % of all requests, in every way there is, and
is down for up to two days at a time; a removed page is gone for good from some day on, in one of several
ways, and its server goes on failing as before. The look, its second request, the states and the schedule
are the product's own; a timer fires once a day. Prints false deaths and the days until a removed page is
called dead. `--served` pages are looked at through the whole step `check` on a loopback server as well.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TOP), str(TOP / "benchmarks")]

from claims.health.findings import Answered, Found, finding  # noqa: E402 - after the path is set
from claims.health.link_state import (  # noqa: E402
    NEVER_LOOKED,
    NOT_THERE,
    THERE,
    LinkStanding,
    Look,
    after,
)
from claims.health.moments import moment, stamp  # noqa: E402
from claims.health.schedule import next_look  # noqa: E402
from claims.model.citation import LinkState  # noqa: E402
from claims.model.snapshot import FetchOutcome as Came  # noqa: E402

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
YEAR = 365
MOST_FAILURES = 0.2
WITHIN_DAYS = 30
URL = "https://a.example/2021/losses"
NAMELESS = (
    "no connection: the name a.example cannot be resolved: [Errno -2] Name or service not known"
)


def _answered(came: Came, status: int | None = None, reason: str | None = None) -> Answered:
    return Answered(URL, URL, came, status, reason)


FAILURES: dict[str, Answered] = {
    **{str(s): _answered(Came.HTTP_ERROR, s) for s in (400, 401, 403, 404, 408, 410, 418, 429)},
    **{str(s): _answered(Came.HTTP_ERROR, s) for s in (451, 500, 502, 503, 504, 520)},
    "no name": _answered(Came.UNREACHABLE, reason=NAMELESS),
    "name server fails": _answered(
        Came.UNREACHABLE, reason="the name a.example cannot be resolved: [Errno -3] Try again"
    ),
    "refused": _answered(Came.UNREACHABLE, reason="no connection: refused"),
    "timed out": _answered(Came.TIMED_OUT),
    "broken answer": _answered(Came.BAD_RESPONSE),
    "redirects without end": _answered(Came.TOO_MANY_REDIRECTS),
    "soft 404": _answered(Came.SOFT_404, 200),
    "front page": _answered(Came.SOFT_404, 200),
    "parked": Answered(URL, URL, Came.STORED, 200, text="This domain is for sale."),
    "another page": Answered(URL, "https://a.example/news", Came.STORED, 200, carries=False),
    "robots": _answered(Came.ROBOTS_DISALLOWED),
    "bot wall": _answered(Came.BOT_WALL, 403),
    "maintenance": _answered(Came.MAINTENANCE, 200),
    "consent wall": _answered(Came.CONSENT_WALL, 200),
    "empty shell": _answered(Came.SCRIPT_SHELL, 200),
    "address refused": _answered(Came.ADDRESS_REFUSED),
}
SORTS = tuple(FAILURES)
FOUND: dict[str, Found] = {name: finding(answer) for name, answer in FAILURES.items()}
ALIVE = finding(_answered(Came.STORED, 200))
REMOVALS = ("404", "410", "no name", "soft 404", "front page", "parked", "another page")
ASKS_TO_WAIT = {"429", "503"}


@dataclass(slots=True)
class Page:
    """One page over a year: `fails` of its requests fail, it is down in `downs`, gone from day `gone_on`."""

    dice: random.Random
    fails: float
    downs: list[tuple[datetime, datetime, str]] = field(default_factory=list)
    gone_from: datetime | None = None
    gone_as: str = "404"

    def ask(self, at: datetime) -> tuple[Found, str | None]:
        """What one request at this time finds, and until when the server wants to be left alone."""
        name = self._failure(at)
        if name is None:
            return (ALIVE, None) if not self._gone(at) else (FOUND[self.gone_as], None)
        wait = None
        if name in ASKS_TO_WAIT and self.dice.random() < 0.5:
            wait = stamp(at + timedelta(hours=self.dice.choice((1, 24, 24 * 7, 24 * 400))))
        return FOUND[name], wait

    def _gone(self, at: datetime) -> bool:
        return self.gone_from is not None and at >= self.gone_from

    def _failure(self, at: datetime) -> str | None:
        down = next((sort for since, to, sort in self.downs if since <= at < to), None)
        if down is not None:
            return down
        return self.dice.choice(SORTS) if self.dice.random() < self.fails else None


def flaky_page(dice: random.Random) -> Page:
    """A living page: up to 20 % of all requests fail, a quarter of these in outages of up to two days."""
    share = dice.uniform(0, MOST_FAILURES)
    page = Page(dice, share * 0.75)
    down_days = share * 0.25 * YEAR
    while down_days > 0:
        since = BEGIN + timedelta(days=dice.uniform(0, YEAR))
        lasts = dice.uniform(0.1, 2)
        page.downs.append((since, since + timedelta(days=lasts), dice.choice(SORTS)))
        down_days -= lasts
    return page


def removed_page(dice: random.Random, number: int) -> Page:
    """A page that is removed for good on some day, on a server that fails as flaky ones do."""
    page = flaky_page(dice)
    page.gone_from = BEGIN + timedelta(days=dice.uniform(0, YEAR - WITHIN_DAYS - 1))
    page.gone_as = REMOVALS[number % len(REMOVALS)]
    return page


def look(page: Page, at: datetime) -> Look:
    """One look as `check` makes it: what is not there is asked for twice, and the second answer counts."""
    found, wait = page.ask(at)
    if found.finding in NOT_THERE:
        again, wait_again = page.ask(at + timedelta(minutes=5))
        if again.finding in THERE:
            found, wait = again, wait_again
    return Look(found.finding, stamp(at), retry_at=wait, detail=found.detail)


def watch(page: Page, key: str) -> tuple[LinkStanding, int, float | None, int]:
    """A year of looks: the last standing, false deaths, days from removal to death, and how many looks."""
    fires = BEGIN + timedelta(hours=page.dice.uniform(0, 24))
    standing, deaths, days, looks = NEVER_LOOKED, 0, None, 0
    while True:
        due = next_look(standing, key)
        if due is not None:
            behind = (moment(due) - fires) / DAY
            fires += DAY * max(1, -int(-behind // 1))
        at = fires + timedelta(minutes=page.dice.uniform(0, 30))
        if at >= BEGIN + timedelta(days=YEAR):
            return standing, deaths, days, looks
        was, standing = standing.state, after(standing, look(page, at))
        looks += 1
        if standing.state is LinkState.DEAD and was is not LinkState.DEAD:
            if page.gone_from is None or at < page.gone_from:
                deaths += 1
            elif days is None:
                days = (at - page.gone_from) / DAY


@dataclass(slots=True)
class Tally:
    """What came of all runs."""

    runs: int = 0
    false_deaths: int = 0
    looks: int = 0
    last: Counter[str] = field(default_factory=Counter)
    removed: int = 0
    found_out: list[float] = field(default_factory=list)
    too_late: int = 0
    by_removal: dict[str, list[float]] = field(default_factory=dict)


def simulate(*, runs: int, removed: int, seed: int) -> Tally:
    """So many flaky pages and so many removed ones, each for a year."""
    tally = Tally()
    for number in range(runs):
        page = flaky_page(random.Random(f"{seed} flaky {number}"))
        standing, deaths, _, looks = watch(page, f"https://flaky.example/{number}")
        tally.runs += 1
        tally.looks += looks
        tally.false_deaths += deaths
        tally.last[standing.state.value] += 1
    for number in range(removed):
        page = removed_page(random.Random(f"{seed} removed {number}"), number)
        _, deaths, days, _ = watch(page, f"https://removed.example/{number}")
        tally.removed += 1
        tally.false_deaths += deaths
        if days is not None:
            tally.found_out.append(days)
            tally.by_removal.setdefault(page.gone_as, []).append(days)
        tally.too_late += days is None or days > WITHIN_DAYS
    return tally


def show(tally: Tally) -> None:
    """Print the figures."""
    print(
        f"{tally.runs} flaky pages, a year each, {tally.looks / max(1, tally.runs):.0f} looks a page"
    )
    print(f"  called dead though alive: {tally.false_deaths}")
    print(f"  state at the end: {dict(tally.last.most_common())}")
    days = sorted(tally.found_out)
    print(f"{tally.removed} pages removed for good")
    if days:
        half, most = days[len(days) // 2], days[-1]
        print(f"  called dead: {len(days)}; after {half:.1f} days (median), {most:.1f} (most)")
    print(f"  not within {WITHIN_DAYS} days: {tally.too_late}")
    for name, found in sorted(tally.by_removal.items()):
        print(f"    {name}: {len(found)}, {max(found):.1f} days at most")


def main() -> None:
    """Read the options, run, print; ends with 1 when a page was called dead wrongly or too late."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--removed", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--served", type=int, default=20)
    chosen = parser.parse_args()
    began = time.perf_counter()
    tally = simulate(runs=chosen.runs, removed=chosen.removed, seed=chosen.seed)
    show(tally)
    wrong = tally.false_deaths + tally.too_late
    print(f"  {time.perf_counter() - began:.0f} s")
    if chosen.served:
        from served_pages import serve_a_year  # noqa: PLC0415 - needs the whole product

        began = time.perf_counter()
        served = serve_a_year(pages=chosen.served, seed=chosen.seed)
        print(f"through `check`, {served.pages} pages on a server that misbehaves:")
        print(f"  {served.looks} looks, called dead though alive: {served.false_deaths}")
        print(
            f"  removed: {served.removed}, not called dead within {WITHIN_DAYS} days: {served.too_late}"
        )
        print(f"  {time.perf_counter() - began:.0f} s")
        wrong += served.false_deaths + served.too_late
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
