"""`check` and `repair` as a cron job and a person run them: real processes, a real server on loopback."""

import json
import signal
import sqlite3
import subprocess
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from builders import NOW, a_claim

from claims.model.citation import CitationRole
from claims.model.settings import Settings
from claims.steps.cite import Cited, cite
from claims.steps.edges import Edges
from claims.steps.take_snapshots import fetch_addresses
from db.connection import open_database

QUOTE = "In all 15,051 soldiers died in nine years of war"
STORY = (
    f"<!DOCTYPE html><title>Losses</title><article><h1>Losses of the war</h1><p>{QUOTE}, the army said."
    " The count was published in the spring of that year, and no other figure was named by the"
    " ministry. Families had waited for it for a long time.</p></article>"
)


class Site:
    def __init__(self):
        self.status, self.body, self.pause, self.asked = 200, STORY, 0.0, []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                if self.path == "/robots.txt":
                    self.send_error(404)
                    return
                site.asked.append(self.path)
                time.sleep(site.pause)
                body = site.body.encode()
                self.send_response(site.status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.pair = f"127.0.0.1:{self.server.server_port}"
        self.url = f"http://{self.pair}/2021/losses"


@pytest.fixture
def site():
    site = Site()
    thread = Thread(target=site.server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield site
    site.server.shutdown()
    site.server.server_close()
    thread.join(5)


@pytest.fixture
def run(citetrail, site):
    variables = {"CITETRAIL_ALLOW_HOSTS": site.pair, "CITETRAIL_WAYBACK": f"http://{site.pair}/cdx",
                 "CITETRAIL_MEMENTO": ""}  # fmt: skip
    return lambda *arguments: citetrail(*arguments, **variables)


@pytest.fixture
def citation(site, tmp_path):
    """A citation of the page, made without a process of its own."""
    path = tmp_path / "citetrail.db"
    settings = Settings(allow_hosts=site.pair)
    edges = Edges(database=open_database(path), path=path, settings=settings, now=lambda: NOW)
    list(fetch_addresses(edges, [site.url], failures=[], taken=[]))
    wish = Cited(None, site.url, QUOTE, CitationRole.SUPPORTS, None, "ada")
    row = cite(edges, a_claim(edges.database), wish)
    edges.database.close()
    return row["id"]


def next_second():
    now = int(time.time())
    while int(time.time()) == now:
        time.sleep(0.05)


def test_a_cron_job_says_when_readers_should_know(run, site, citation, tmp_path):
    first = run("check")
    assert (first.code, first.err) == (0, "")
    assert "Looked at 1 citation on 1 page." in first.out
    again = run("check", "--json")
    assert (again.code, again.json()) == (0, [])
    site.body = STORY.replace("15,051", "13,833")
    next_second()
    changed = run("check", citation[:8])
    assert changed.code == 3
    assert "[-15,051-]{+13,833+}" in changed.out
    assert all(len(line) <= 72 for line in changed.out.splitlines())
    told = run("check")
    assert (told.code, "Nothing was due" in told.out) == (0, True)  # told once
    shown = run("show", citation, "--json").json()
    assert (shown["link_state"], shown["passage_state"], shown["fit"]) == (
        "alive",
        "altered",
        False,
    )
    assert [one["passage_state"] for one in shown["checks"]] == ["present", "altered"]
    assert [one["finding"] for one in shown["looks"]] == ["answered", "answered"]
    repaired = run("repair", "--json")
    assert repaired.json()[0]["service"] == "own archive"
    accepted = run("repair", "--accept", repaired.json()[0]["id"], "--as", "ada", "--json")
    assert accepted.json()[0]["decision"] == "accepted"
    assert run("show", citation, "--json").json()["fit"] is True
    assert run("verify").code == 0
    assert not list(tmp_path.glob("*.lock"))


def test_a_split_says_what_is_still_cited_for_the_whole(run, citation):
    claim = run("show", citation, "--json").json()["claim"]
    parts = ("--part", "More than 15,000 Soviet soldiers", "--part", "died in Afghanistan")
    done = run("split", claim, *parts, "--reason", "Two points.", "--as", "ada")
    assert (done.code, f"Still cited for {claim}: {citation};" in done.err) == (0, True)


def test_a_named_citation_that_nobody_watches_is_told(run, citation):
    assert run("uncite", citation, "--reason", "another year", "--as", "ada").code == 0
    done = run("check", citation)
    assert (done.code, f"{citation} is not watched" in done.err) == (0, True)


def test_why_a_person_decided_on_a_copy_can_be_read_again(run, citation):
    (repair,) = run("repair", citation, "--json").json()
    said = ("--as", "ada", "--reason", "the banner hides the words")
    assert run("repair", "--decline", repair["id"], *said).code == 0
    assert "the banner hides the words" in " ".join(run("show", repair["id"]).out.split())
    (decision,) = run("show", repair["id"], "--json").json()["decisions"]
    assert (decision["actor"], decision["decision"]) == ("ada", "declined")


def test_words_that_were_taken_down_have_no_page_to_repair(run, citation):
    claim = run("show", citation, "--json").json()["claim"]
    print_ = ("--title", "The War", "--locator", "p. 12", "--quote", "So it was.", "--as", "ada")
    book = run("cite", claim, "--role", "context", *print_, "--json").json()[0]["id"]
    alone = run("repair", book)
    assert (alone.code, alone.out) == (1, "")
    assert alone.err == f"Error: {book} was taken down by hand: there is no page to repair\n"
    both = run("repair", book, citation, "--json")
    assert (both.code, [one["citation"] for one in both.json()]) == (3, [citation])


def test_rows_as_json_lines_and_csv(run, site, citation):
    site.status = 404
    (row,) = run("check", "--json").json()
    assert (row["id"], row["link_state"], row["strikes"]) == (citation, "dying", 1)
    assert row["link_words"] == "dying 1/3"
    next_second()
    (line,) = run("check", "--all", "--nl").out.splitlines()
    assert json.loads(line)["strikes"] == 1  # a strike a second is none
    assert run("check", "--csv").out.splitlines() == ["id,claim,link_words,passage_state,url"]


def test_doctor_says_what_is_due(run, citation):
    assert citation
    done = run("doctor")
    assert "  due: 1\n" in done.out
    assert "1 citation due to be looked at; run: citetrail check" in done.out
    assert done.out.index("providers:") < done.out.index("watching:")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check", "--due", "--all"), 2),
        (("check", "--json", "--csv"), 2),
        (("check", "n-ffff"), 1),
        (("check", "c-ffff"), 1),
        (("repair", "x-ffff"), 1),
        (("repair", "--accept", "x-ffff"), 1),
        (("repair", "--accept", "x-1", "--decline", "x-2"), 2),
        (("check",), 0),
        (("repair",), 0),
    ],
)
def test_wrong_use_and_an_empty_desk(citetrail, arguments, code):
    done = citetrail(*arguments)
    assert done.code == code
    assert code == 0 or len(done.err.strip().splitlines()) in {1, 4}


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_killed_in_the_middle_it_carries_on_and_never_works_twice_at_once(
    run, site, citation, command, environment, tmp_path, number
):
    site.pause = 5.0
    site.asked.clear()
    variables = environment | {"CITETRAIL_ALLOW_HOSTS": site.pair}
    process = subprocess.Popen(
        [*command, "check"], cwd=tmp_path, env=variables, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until = time.monotonic() + 30
    while not site.asked and time.monotonic() < until:
        time.sleep(0.05)
    second = run("check")
    assert second.code == 1
    assert f"process {process.pid}" in second.err
    process.send_signal(number)
    process.wait(20)
    site.pause = 0.0
    assert looks(tmp_path) == 0
    done = run("check", "--json")
    assert [row["id"] for row in done.json()] == [citation]
    assert looks(tmp_path) == 1


def looks(folder):
    database = sqlite3.connect(folder / "citetrail.db")
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = database.execute("SELECT count(*) FROM link_looks").fetchone()[0]
    database.close()
    return found
