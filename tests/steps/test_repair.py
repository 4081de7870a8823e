"""Archived copies for broken citations: proposed with how the quote stands in them, decided by a person."""

import json
import sqlite3

import httpx
import pytest
from builders import a_claim
from watched import HOSTS, QUOTE, STORY, URL, World, checked, cited, desk, fresh, html, states

from claims.model.errors import NotAllowed
from claims.model.health import RepairAct
from claims.model.review import Action
from claims.review.deeds import Deed
from claims.steps.citation_standing import standing_of
from claims.steps.merge import merge
from claims.steps.repair import OWN, broken, decide, propose
from claims.steps.verify import verify
from db import health, rows
from db.public import Edition, build_public
from db.public_schema import TABLES

MEMENTO = f"https://web.archive.org/web/20261101120000id_/{URL}"
SHOWN = f"https://web.archive.org/web/20261101120000/{URL}"
CDX = [["timestamp", "original", "statuscode", "digest"], ["20261101120000", URL, "200", "AAA"]]
CDX_PATH = "/cdx/search/cdx"


class Archives(World):
    """The web with a Wayback Machine and an aggregator of TimeMaps in it."""

    captures = (CDX, [])
    timemap = None

    def __call__(self, request):
        if request.url.path == CDX_PATH:
            self.asked.append("cdx")
            rows_ = self.captures[0] if "to" in request.url.params else self.captures[1]
            return httpx.Response(200, stream=httpx.ByteStream(json.dumps(rows_).encode()))
        if request.url.host == "timetravel.mementoweb.org":
            self.asked.append("timemap")
            if self.timemap is None:
                return httpx.Response(404)
            listed = {
                "mementos": {"list": [{"datetime": "2026-10-01T00:00:00Z", "uri": self.timemap}]}
            }
            return httpx.Response(200, stream=httpx.ByteStream(json.dumps(listed).encode()))
        return super().__call__(request)


@pytest.fixture
def world():
    return Archives()


@pytest.fixture
def lost(at_desk, world):
    """A citation whose words are gone from the page."""
    citation = cited(at_desk, world)
    checked(at_desk)
    world.later(days=8)
    world.answers[URL] = fresh(html("The council met on Monday. " * 20))
    checked(at_desk)
    return citation


def proposed(edges, citations=None):
    found, failures = [], []
    list(
        propose(
            edges,
            broken(edges) if citations is None else citations,
            proposed=found,
            failures=failures,
        )
    )
    return found, failures


def test_what_stands_needs_no_repair(at_desk, world):
    cited(at_desk, world)
    assert broken(at_desk) == []
    checked(at_desk)
    assert broken(at_desk) == []


def test_the_own_copy_comes_first_then_the_nearest_capture(at_desk, world, lost):
    world.answers[MEMENTO] = fresh(html("Banner. " + STORY))
    found, failures = proposed(at_desk)
    assert failures == []
    assert [(one["service"], one["memento_url"], one["passage_state"]) for one in found] == [
        (OWN, None, "present"),
        ("web.archive.org", SHOWN, "present"),
    ]
    assert all(one["found"] == QUOTE for one in found)
    copy = rows.get(at_desk.database, "snapshots", found[1]["snapshot"])
    assert copy["url"] == MEMENTO
    assert copy["warc_file"]
    again, _ = proposed(at_desk)
    assert [one["id"] for one in again] == [one["id"] for one in found]
    assert world.asked.count("cdx") == 2
    assert rows.get(at_desk.database, "citations", lost["id"]) == lost


def test_a_capture_without_the_words_is_shown_and_cannot_be_accepted(at_desk, world, lost):
    world.answers[MEMENTO] = fresh(html(STORY.replace("15,051", "13,833")))
    found, _ = proposed(at_desk)
    assert (found[1]["passage_state"], found[1]["changes"]) == ("altered", ["number"])
    with pytest.raises(NotAllowed, match="do not stand in this copy"):
        decide(at_desk, found[1], act=RepairAct.ACCEPTED, actor="ada", reason=None)
    assert standing_of(at_desk, lost).repair is None


def test_a_capture_that_cannot_be_read_is_not_measured(at_desk, lost):
    found, _ = proposed(at_desk, [lost])
    assert found[1]["passage_state"] == "unmeasured"
    assert "404" in found[1]["detail"]


def test_what_a_person_accepts_stands_beside_the_live_link(at_desk, world, lost, tmp_path):
    world.answers[MEMENTO] = fresh(html())
    found, _ = proposed(at_desk)
    row = decide(at_desk, found[1], act=RepairAct.ACCEPTED, actor="ada", reason="the same words")
    assert (row["decision"], row["actor"]) == ("accepted", "ada")
    decide(at_desk, found[1], act=RepairAct.ACCEPTED, actor="ada", reason=None)
    assert rows.count(at_desk.database, "repair_decisions") == 1
    assert standing_of(at_desk, lost).repair["memento_url"] == SHOWN
    assert broken(at_desk) == []
    shown = published(at_desk, lost, tmp_path / "public.db")
    assert (shown["url"], shown["archive_url"], shown["archived_at"]) == (
        URL, SHOWN, "2026-11-01T12:00:00Z",
    )  # fmt: skip
    decide(at_desk, found[1], act=RepairAct.DECLINED, actor="bea", reason="the banner hides it")
    assert standing_of(at_desk, lost).repair is None
    assert published(at_desk, lost, tmp_path / "public.db")["archive_url"] is None
    assert rows.count(at_desk.database, "repair_decisions") == 2


def test_a_merged_claim_keeps_what_was_seen_and_decided(at_desk, world, lost):
    world.answers[MEMENTO] = fresh(html())
    found, _ = proposed(at_desk)
    decide(at_desk, found[1], act=RepairAct.ACCEPTED, actor="ada", reason="the same words")
    claim = rows.get(at_desk.database, "claims", lost["claim"])
    document = rows.get(at_desk.database, "documents", claim["document"])
    other = a_claim(at_desk.database, document, "Talks began in 2018")
    deed = Deed(Action.MERGE, "ada", reason="The same.")
    for _ in range(2):
        merge(at_desk, claim, other, deed)
    (moved,) = rows.select(at_desk.database, "citations", where="claim = ?", values=[other["id"]])
    before, after = standing_of(at_desk, lost), standing_of(at_desk, moved)
    assert after.stand == before.stand
    assert after.repair["memento_url"] == SHOWN
    assert states(at_desk, moved) == states(at_desk, lost) != []
    assert rows.count(at_desk.database, "repair_decisions") == 2
    assert broken(at_desk) == []
    list(verify(at_desk, {}))


def test_what_was_decided_for_the_claim_that_stays_is_not_undone_by_a_merge(at_desk, world, lost):
    world.answers[MEMENTO] = fresh(html())
    claim = rows.get(at_desk.database, "claims", lost["claim"])
    document = rows.get(at_desk.database, "documents", claim["document"])
    other = a_claim(at_desk.database, document, "Talks began in 2018")
    own = cited(at_desk, world, claim=other)
    world.answers[URL] = fresh(html("The council met on Monday. " * 20))
    found, _ = proposed(at_desk, [lost, own])
    captures = {one["citation"]: one for one in found if one["memento_url"]}
    decide(at_desk, captures[own["id"]], act=RepairAct.DECLINED, actor="bea", reason="a banner")
    world.later(days=1)
    decide(at_desk, captures[lost["id"]], act=RepairAct.ACCEPTED, actor="ada", reason=None)
    merge(at_desk, claim, other, Deed(Action.MERGE, "ada", reason="The same."))
    assert standing_of(at_desk, own).repair is None


def published(edges, citation, path):
    standing = {
        "status": "published", "verdict": "True", "summary": "s", "demonstration": 0,
        "published_at": "2026-12-01T00:00:00Z", "decided_at": "2026-12-01T00:00:00Z",
    }  # fmt: skip
    facts = {"built_at": "2026-12-01T00:00:00Z", "version": "1"}
    build_public(edges.database, path, Edition({citation["claim"]: standing}, facts, {}))
    assert "archive_url" in TABLES["citations"]
    with sqlite3.connect(path) as public:
        public.row_factory = sqlite3.Row
        found = dict(public.execute("SELECT * FROM citations").fetchone())
    public.close()
    return found


@pytest.mark.usefixtures("lost")
def test_other_archives_are_asked_when_the_wayback_machine_has_nothing(at_desk, world):
    world.captures, world.timemap = ([], []), "https://other.example/20261001000000/" + URL
    world.answers[world.timemap] = fresh(html())
    found, failures = proposed(at_desk)
    assert failures == []
    assert [(one["service"], one["memento_url"]) for one in found][1:] == [
        ("timetravel.mementoweb.org", world.timemap)
    ]
    assert found[1]["memento_datetime"] == "2026-10-01T00:00:00Z"


@pytest.mark.usefixtures("lost")
def test_when_no_archive_has_it_the_own_copy_remains(at_desk, world):
    world.captures = ([], [])
    found, failures = proposed(at_desk)
    assert ([one["service"] for one in found], failures) == ([OWN], [])


def test_a_damaged_own_copy_is_not_proposed(at_desk, world, lost):
    world.captures = ([], [])
    for path in at_desk.archive.glob("*.warc.gz"):
        path.write_bytes(bytes(len(path.read_bytes())))
    found, _ = proposed(at_desk)
    assert found == []
    assert "not in the archive" in standing_of(at_desk, lost).fitness.against[0]


def test_pages_of_the_own_network_are_named_to_nobody(edges, world):
    hosts = [host for host in HOSTS if "archive" not in host and "memento" not in host]
    at_desk = desk(edges, world, own=hosts)
    citation = cited(at_desk, world)
    found, failures = proposed(at_desk, [citation])
    assert [one["service"] for one in found] == [OWN]
    assert "not named to others" in failures[0].why
    assert "cdx" not in world.asked
    assert health.repairs_of(at_desk.database, citation["id"])
