"""All providers together, over a transport that plays the services with their saved replies."""

import io
import sqlite3
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import yaml
from builders import a_claim, a_document
from playing_services import (
    REPLIES,
    World,
    a_sourced_claim,
    answer,
    full_desk,
    hunt,
    nobody,
    outcomes,
)
from warcio.archiveiterator import ArchiveIterator

from claims.model.errors import DamagedData
from claims.model.settings import SECRETS
from claims.steps.coverage import coverage
from claims.steps.gather_evidence import gather_evidence
from claims.steps.provider_states import provider_states
from claims.steps.verify import verify
from claims.steps.web_session import TURNS
from claims.web.ledger import FileLedger
from db import rows, searches


@pytest.fixture
def desk(edges):
    return full_desk(edges)


@pytest.fixture
def claim(database):
    return a_sourced_claim(database)


def test_the_claim_leads_to_providers_and_each_keeps_its_reason(desk, claim):
    world = World()
    findings = hunt(desk, world, [claim])
    found = outcomes(findings)
    assert found.pop("library") == "not_measured", "no other document is there"
    assert found.pop("claimreview") == "not_measured"
    assert set(found) == {
        "factcheck", "mediawiki", "zim", "worldbank", "crossref", "openalex", "datagov",
        "courtlistener", "searxng", "brave", "europepmc",
    }  # fmt: skip
    assert set(found.values()) == {"found"}
    assert "gdelt" not in world.names(), "the claim is of 2022"
    reasons = {s["provider"]: s["reason"] for s in findings.searches}
    assert "kind quantity" in reasons["worldbank"]
    assert "Court" in reasons["courtlistener"] or "Supreme" in reasons["courtlistener"]
    assert "study" in reasons["crossref"]
    assert set(findings.unasked) == {"claimreview"}
    assert findings.failures == []


def test_every_answer_is_in_the_archive_with_its_digest(desk, claim):
    hunt(desk, World(), [claim])
    kept = list(rows.select(desk.database, "replies"))
    assert {r["http_status"] for r in kept} == {200}
    assert [r["request_url"] for r in kept if r["warc_file"] is None] == [
        r["request_url"] for r in kept if "brave" in r["request_url"]
    ], "the plan paid for decides whether Brave's may be kept"
    in_warc = set()
    for path in desk.archive.glob("*.warc.gz"):
        for record in ArchiveIterator(io.BytesIO(path.read_bytes())):
            in_warc.add(record.rec_headers.get_header("WARC-Target-URI"))
    assert {r["request_url"] for r in kept if r["warc_file"]} <= in_warc


def candidates(edges):
    return [
        {k: v for k, v in row.items() if k != "snapshot"} | {"tied": row["snapshot"] is not None}
        for row in rows.select(edges.database, "candidates", order_by="search, rank")
    ]


def test_offline_replays_the_answers_and_gives_the_same_candidates(desk, claim):
    hunt(desk, World(), [claim])
    before, made = candidates(desk), {s["id"]: s["outcome"] for s in searches_of(desk, claim)}
    kept = "search IN (SELECT id FROM searches WHERE provider NOT IN ('brave', 'library'))"
    desk.database.execute(f"DELETE FROM candidates WHERE {kept}")
    for without_keys in (
        desk,
        replace(desk, settings=replace(desk.settings, **dict.fromkeys(SECRETS, ""))),
    ):
        findings = hunt(without_keys, nobody, [claim], offline=True)
        assert findings.failures == []
        assert candidates(desk) == before
        assert {s["id"]: s["outcome"] for s in searches_of(desk, claim)} == made


def searches_of(edges, claim):
    return list(rows.select(edges.database, "searches", where="claim = ?", values=[claim["id"]]))


def test_a_damaged_answer_is_told_and_the_stored_candidates_stand(desk, claim):
    hunt(desk, World(), [claim], providers=("crossref",))
    before = candidates(desk)
    desk.database.execute("UPDATE replies SET reply_digest = 'sha256:0'")
    findings = hunt(desk, nobody, [claim], providers=("crossref",), offline=True)
    assert [f.what for f in findings.failures] == ["provider crossref"]
    assert "does not match its digest" in findings.failures[0].why
    assert candidates(desk) == before


def test_verify_reads_the_answers_too(desk, claim):
    hunt(desk, World(), [claim], providers=("crossref", "wikidata"))
    counts = {}
    list(verify(desk, counts))
    assert counts["replies of providers"] >= 1
    desk.database.execute("UPDATE replies SET reply_digest = 'sha256:0'")
    with pytest.raises(DamagedData, match="does not match its digest"):
        list(verify(desk, counts))


def test_what_was_never_asked_is_not_measured_offline(desk, claim):
    findings = hunt(desk, nobody, [claim], providers=("openalex", "brave"), offline=True)
    assert outcomes(findings) == {"openalex": "not_measured", "brave": "not_measured"}
    assert {s["detail"] for s in findings.searches} == {"asked to stay offline"}


def test_a_figure_that_is_told_is_kept_as_text_and_becomes_evidence(desk, claim):
    world = World()
    hunt(desk, world, [claim], providers=("worldbank",))
    (candidate,) = rows.select(desk.database, "candidates")
    assert candidate["url"] == "https://data.worldbank.org/indicator/FP.CPI.TOTL.ZG?locations=TR"
    copy = rows.get(desk.database, "snapshots", candidate["snapshot"])
    assert copy["url"].endswith("#as-told-by-worldbank")
    assert "Turkiye, 2022: 72.31" in copy["text"]
    assert [r.url.host for r in world.asked] == ["api.worldbank.org"], "its page draws by script"
    list(gather_evidence(desk, [claim], top=3))
    assert rows.count(desk.database, "evidence") == 1


def test_an_abstract_serves_where_the_page_cannot_be_read(desk, claim):
    findings = hunt(desk, World(page_status=403), [claim], providers=("crossref",))
    told, bare = rows.select(desk.database, "candidates", order_by="rank")
    assert rows.get(desk.database, "snapshots", told["snapshot"])["text"].endswith(
        "series of children."
    )
    assert told["notes"] == ["retracted"]
    assert rows.get(desk.database, "snapshots", bare["snapshot"])["outcome"] == "http_error"
    assert {f.what for f in findings.failures} == {told["url"], bare["url"]}
    again = hunt(desk, World(page_status=403), [claim], providers=("crossref",))
    assert {f.what for f in again.failures} == {bare["url"]}, "what has a text is left in peace"


def test_wikidata_is_asked_in_three_steps_and_each_answer_is_kept(desk, database):
    document = a_document(database, "Kabul had 4.6 million inhabitants in 2021.\n")
    claim = a_claim(database, document, "Kabul had 4.6 million inhabitants in 2021", dates=["2021"],
                    claim_text="Kabul had 4.6 million inhabitants in 2021.")  # fmt: skip
    findings = hunt(desk, World(), [claim], providers=("wikidata",))
    assert outcomes(findings) == {"wikidata": "found"}
    kept = searches.replies_of(database, findings.searches[0]["id"])
    assert [r["ordinal"] for r in kept] == [1, 2, 3]
    assert ["props=labels&" in r["request_url"] for r in kept] == [False, False, True]
    copy = rows.get(database, "snapshots", next(rows.select(database, "candidates"))["snapshot"])
    assert "population: 4,601,789 (as of 2021)" in copy["text"]


def throttle(_):
    return answer(429, b"slow down", "text/plain", Retry_After="600")


def test_a_throttled_provider_is_left_alone_until_it_said(desk, claim):
    findings = hunt(desk, World(crossref=throttle), [claim], providers=("crossref",))
    (row,) = findings.searches
    assert row["outcome"] == "throttled"
    assert row["retry_at"] > desk.now()
    world = World()
    again = hunt(desk, world, [claim], providers=("crossref",))
    assert world.asked == []
    assert (again.searches[0]["outcome"], again.searches[0]["retry_at"]) == (
        "throttled",
        row["retry_at"],
    )
    state = {s["name"]: s for s in provider_states(desk)}["crossref"]
    assert (state["usable"], row["retry_at"] in state["why_not"]) == (False, True)
    later = replace(desk, now=lambda: "2030-01-01T00:00:00Z")
    assert outcomes(hunt(later, World(), [claim], providers=("crossref",))) == {"crossref": "found"}


def test_a_used_up_limit_is_known_over_runs(desk, claim):
    asked_at = time.time() - 3_600
    with FileLedger(desk.archive / TURNS).entry("courtlistener") as entry:
        entry.taken = [asked_at + n for n in range(125)]  # as many as it grants a day
    world = World()
    paced = replace(desk, settings=replace(desk.settings, allow_hosts=""))
    findings = hunt(paced, world, [claim], providers=("courtlistener",))
    assert world.asked == []
    assert outcomes(findings) == {"courtlistener": "throttled"}
    (search,) = findings.searches
    day_later = datetime.fromtimestamp(asked_at + 86_400, tz=UTC)
    assert abs(datetime.fromisoformat(search["retry_at"]) - day_later) < timedelta(seconds=5)


def test_without_keys_each_provider_says_so_and_nothing_has_failed(edges, claim):
    used = replace(
        edges, settings=replace(edges.settings, mediawiki="https://wiki.example/w/api.php")
    )
    findings = hunt(used, World(), [claim])
    by_name = {s["provider"]: s for s in findings.searches}
    for name, word in (("openalex", "CITETRAIL_OPENALEX_KEY"), ("brave", "CITETRAIL_BRAVE_KEY"),
                       ("courtlistener", "CITETRAIL_COURTLISTENER_TOKEN"), ("zim", "CITETRAIL_ZIM"),
                       ("searxng", "CITETRAIL_SEARXNG"), ("factcheck", "CITETRAIL_FACTCHECK_KEY")):  # fmt: skip
        assert by_name[name]["outcome"] == "not_measured"
        assert word in by_name[name]["detail"]
        assert name in findings.unasked
    assert not [f for f in findings.failures if "provider" in f.what]


def test_a_provider_asked_for_by_name_that_cannot_be_asked_is_a_failure(edges, claim):
    findings = hunt(edges, nobody, [claim], providers=("brave",))
    assert [f.what for f in findings.failures] == ["provider brave"]
    assert "no key" in findings.failures[0].why


def test_a_page_that_is_gone_leads_to_its_captures(desk, claim):
    def world(request):
        if request.url.host == "a.example":
            return answer(404, b"gone", "text/html")
        return played(request)

    played = World()
    found = hunt(desk, world, [claim])
    late = [s for s in found.searches if s["provider"] in {"wayback", "memento"}]
    assert {s["provider"] for s in late} == {"wayback", "memento"}
    assert all("https://a.example/1" in s["query"] for s in late)
    assert all("https://a.example/1" in s["reason"] for s in late)


def test_the_same_request_is_sent_once_a_run(desk, database):
    document = a_document(database, "Kabul fell in 2021. Kabul fell in 2021.\n")
    first = a_claim(database, document, "Kabul fell in 2021", claim_text="Kabul fell in 2021.")
    second = a_claim(
        database, document, "Kabul fell in 2021. Kabul", claim_text="Kabul fell in 2021."
    )
    world = World()
    findings = hunt(desk, world, [first, second], providers=("mediawiki",))
    assert len(world.names()) == 1
    assert [s["outcome"] for s in findings.searches] == ["found", "found"]


def test_more_pages_are_asked_for_when_more_are_wanted(desk, claim):
    hunt(desk, World(), [claim], providers=("crossref",), top=2)
    world = World()
    hunt(desk, world, [claim], providers=("crossref",), top=2)
    assert world.names() == []
    hunt(desk, world, [claim], providers=("crossref",), top=9)
    assert world.names() == ["crossref"]


def test_a_run_that_broke_off_is_taken_up_without_asking_again(desk, claim):
    hunt(desk, World(), [claim], providers=("worldbank",))
    desk.database.execute("UPDATE candidates SET snapshot = NULL")
    desk.database.execute("PRAGMA foreign_keys = OFF")  # captures point at the copies, and stay
    desk.database.execute("DELETE FROM snapshots")
    desk.database.execute("PRAGMA foreign_keys = ON")
    hunt(desk, nobody, [claim], providers=("worldbank",))
    (candidate,) = rows.select(desk.database, "candidates")
    assert rows.get(desk.database, "snapshots", candidate["snapshot"])["outcome"] == "stored"


def test_claimreview_files_are_searched_offline(edges, database, tmp_path):
    folder = tmp_path / "reviews"
    folder.mkdir()
    for name in ("found", "malformed"):
        case = yaml.safe_load((REPLIES / "claimreview.yaml").read_text())[name][0]
        (folder / f"{name}.json").write_text(case["answers"][0]["body"])
    claim = a_claim(database)
    used = replace(edges, settings=replace(edges.settings, claimreview=str(folder)))
    findings = hunt(used, nobody, [claim], providers=("claimreview",), offline=True)
    assert outcomes(findings) == {"claimreview": "found"}
    assert [Path(f.what).name for f in findings.failures] == ["malformed.json"]
    (candidate,) = rows.select(database, "candidates")
    assert candidate["notes"] == ["fact-check: Mostly true"]
    copy = rows.get(database, "snapshots", candidate["snapshot"])
    assert "Facts Desk rated this claim: Mostly true" in copy["text"]


def test_nothing_found_is_said_only_when_all_queries_were_answered(desk, claim):
    calls = []

    def first_empty_then_throttled(request):
        calls.append(request)
        return answer(200, b'{"batchcomplete": true}') if len(calls) == 1 else throttle(request)

    hunt(desk, World(mediawiki=first_empty_then_throttled), [claim], providers=("mediawiki",))
    (together,) = coverage(desk.database, claim["id"])
    assert (together["provider"], together["outcome"], together["searches"]) == (
        "mediawiki",
        "throttled",
        2,
    )
    assert together["retry_at"]
    hunt(
        replace(desk, now=lambda: "2030-01-01T00:00:00Z"),
        World("empty"),
        [claim],
        providers=("mediawiki",),
    )
    (together,) = coverage(desk.database, claim["id"])
    assert together["outcome"] == "nothing_found"


@pytest.mark.parametrize("how", ["the key is gone", "it throttles", "the network is gone"])
def test_answers_that_are_there_are_never_lost(desk, claim, how):
    hunt(desk, World(), [claim], providers=("openalex",))
    before, made = candidates(desk), searches_of(desk, claim)
    used, world = desk, World(openalex=throttle)
    if how == "the key is gone":
        used = replace(desk, settings=replace(desk.settings, openalex_key=""))
    if how == "the network is gone":
        world = unreachable
    findings = hunt(used, world, [claim], providers=("openalex",), refresh=True)
    assert "provider openalex" in [f.what for f in findings.failures]
    assert [s["outcome"] for s in findings.searches] == ["found"]
    assert candidates(desk) == before
    after = searches_of(desk, claim)
    assert bool(after[0].pop("retry_at")) is (how == "it throttles")
    assert after == [{k: v for k, v in row.items() if k != "retry_at"} for row in made]


def unreachable(_):
    raise httpx.ConnectError("no route")


def test_once_asked_it_is_no_longer_said_that_a_provider_was_not(edges, desk, claim):
    hunt(edges, nobody, [claim], providers=("worldbank", "openalex"), offline=True)
    hunt(desk, World("empty"), [claim], providers=("worldbank", "openalex"))
    assert {c["provider"]: c["outcome"] for c in coverage(desk.database, claim["id"])} == {
        "worldbank": "nothing_found", "openalex": "nothing_found",
    }  # fmt: skip


def test_a_run_twice_adds_nothing_and_asks_nobody(desk, claim):
    hunt(desk, World(), [claim])
    before = {t: rows.count(desk.database, t) for t in rows.TABLES}
    world = World()
    hunt(desk, world, [claim])
    assert world.names() == []
    assert {t: rows.count(desk.database, t) for t in rows.TABLES} == before
    assert sqlite3.connect(desk.path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_queries_are_told_by_place_and_addresses_hold_what_was_asked(desk, claim):
    findings = hunt(desk, World("empty"), [claim], providers=("europepmc",))
    assert [s["place"] for s in findings.searches] == [1, 2, 3]
    for row in findings.searches:
        asked = parse_qs(urlsplit(row["request_url"]).query)["query"][0]
        assert set(asked.split()) <= set(row["query"].replace(".", " ").split()) | set(
            row["query"].split()
        )
