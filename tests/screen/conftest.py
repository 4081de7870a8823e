"""A small desk of one article, its sources and three claims, and the screen over it, driven by keys."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from public_desk import Desk as Rows

from claims.model.settings import Settings
from claims.screen.app import ReviewApp
from claims.screen.desk import Desk
from claims.steps.edges import Edges
from db.connection import open_database

NOW = "2026-03-09T10:00:00Z"
OTHER_PAGE = "The budget has doubled since 2019, the finance office says in its report for 2024."


def build(path):
    """The rows; the claims' ids by name."""
    desk = Rows(path)
    article = desk.document(origin="article.html")
    page = desk.snapshot()
    finance = desk.snapshot(
        text=OTHER_PAGE, url="https://finance.example/r", warc_target_uri="https://finance.example/r",
        publisher="Finance office", title="Report 2024",
    )  # fmt: skip
    budget = desk.claim(
        article, "The budget has doubled in five years", claimant="Ada Quill",
        claim_text="The budget has doubled in five years", check_worthiness=0.91,
        reasons=[
            {"name": "gives numbers", "value": 1.0, "weight": 0.4},
            {"name": "names a person or body", "value": 1.0, "weight": 0.1},
        ],
        attribution={"cue": "told", "mode": "indirect", "start": 0, "end": 4, "role": "mayor"},
    )  # fmt: skip
    homes = desk.claim(
        article, "At least 1,200 homes were built in 2024", check_worthiness=0.7,
        claim_text="At least 1,200 homes were built in 2024",
    )  # fmt: skip
    nobody = desk.claim(
        article, "Nobody objected", check_worthiness=0.3, ambiguous="to what?", kind="event"
    )
    desk.evidence(
        budget, page, "In 2024 it stood at 660 million, an increase of 61 percent.", rank=1,
        agreement="clashes", rule="QTY002", arithmetic="claim: 2 times; passage: 61 percent more; 1.61 times, 0.39 less",
    )  # fmt: skip
    desk.evidence(
        budget, finance, OTHER_PAGE, text=OTHER_PAGE, rank=2, agreement="agrees", rule="QTY001",
        arithmetic="claim: 2 times; passage: 2 times; equal at written precision", label="SUPPORTS",
        probability=0.97, decided_by="QTY001",
    )  # fmt: skip
    desk.evidence(
        homes, page, "Homes completed in 2024: 1,187.", agreement="clashes", rule="QTY002",
        arithmetic="claim: at least 1,200; passage: 1,187; below the bound",
    )  # fmt: skip
    desk.search(budget, "mediawiki", "found", found=2)
    desk.database.close()
    return {"budget": budget, "homes": homes, "nobody": nobody}


@pytest.fixture
def place(tmp_path):
    return tmp_path / "work.db"


@pytest.fixture
def ids(place):
    return build(place)


@pytest.fixture
def opened(place):
    """Further edges on the same file, as another process has them."""
    made = []

    def edges():
        one = Edges(database=open_database(place), path=place, settings=Settings(), now=lambda: NOW)
        made.append(one)
        return one

    yield edges
    for one in made:
        one.database.close()


class Hands:
    """Somebody at the keys."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    async def press(self, *keys):
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, words):
        """Letters into the field that has the focus."""
        await self.press(*("space" if sign == " " else NAMED.get(sign, sign) for sign in words))

    @property
    def said(self):
        return str(self.app.screen.query_one("#said").content)

    @property
    def shown(self):
        """What stands on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        lines = ("".join(s.text for s in strip).replace("\xa0", " ").rstrip() for strip in strips)
        return "\n".join(lines)


NAMED = {
    ".": "full_stop", ",": "comma", "-": "minus", "?": "question_mark", "/": "slash", "(": "left_parenthesis",
}  # fmt: skip


@pytest.fixture
def sit(monkeypatch):
    """Sit down at the screen as somebody. Nobody looks up by the clock: a test says when."""
    monkeypatch.setattr("claims.screen.claim_screen.LOOK_EVERY", 3600)

    @asynccontextmanager
    async def down(edges, me, *, size=(80, 24), filters=None, claims=()):
        app = ReviewApp(
            Desk(edges, me),
            filters={"status": "open"} if filters is None else filters,
            claims=claims,
        )
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield Hands(app, pilot)

    return down


@pytest.fixture
def play():
    """Run what is written with await."""
    return asyncio.run
