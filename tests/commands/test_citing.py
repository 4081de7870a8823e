"""`cite`, `uncite` and the exports of what is cited, as a fact-checker runs them."""

import json
import os
import pty
import signal
import subprocess
from contextlib import suppress

import pytest
from builders import a_claim, a_snapshot

from db import rows
from db.connection import open_database

URL = "https://example.org/page"
OLD = "2026-11-20T09:00:00Z"
SECRET = "Two officials with knowledge of the budget"


def test_the_whole_flow_of_citing(citetrail, tmp_path):
    database = open_database(tmp_path / "citetrail.db")
    claim = a_claim(database)["id"]
    a_snapshot(database, URL, "In all, 15,051 soldiers died. 15,051 soldiers died.")
    database.close()
    near = ("cite", claim, "--url", URL, "--quote", "15,000 soldiers died", "--role", "supports")
    refused = citetrail(*near, "--as", "ada", "--offline")
    assert (refused.code, refused.out) == (1, "")
    assert "[-15,000-]{+15,051+} soldiers died (changed: number)" in refused.err
    cited = citetrail(*near, "--nearest", "--as", "ada", "--secondary", "--json")
    assert cited.code == 0, cited.err
    (row,) = cited.json()
    assert (row["exact"], row["standing"]) == ("15,051 soldiers died", "secondary")
    book = citetrail(
        "cite", claim, "--isbn", "0-306-40615-2", "--title", "The War", "--author", "Quill, Ada",
        "--quote", "So it was.", "--locator", "p. 12", "--role", "context", "--as", "ada", "--json",
    )  # fmt: skip
    assert "no copy of the source is archived" in book.err
    secret = citetrail(
        "cite", claim, "--confidential", "--explanation", SECRET, "--role", "context", "--as", "ada"
    )
    assert secret.code == 0, secret.err
    listed = citetrail("export", "references", "--style", "author-date")
    assert listed.out.splitlines()[-1] == (
        "Quill, A. (n.d.) The War, p. 12, ISBN 9780306406157 (not archived)."
    )
    assert "1 confidential source is not in it." in listed.err
    assert SECRET not in listed.out
    taken = citetrail("uncite", row["id"], "--reason", "another year", "--as", "bo", "--json")
    assert [e["action"] for e in taken.json()["events"]] == ["withdrawn"]
    assert [item["type"] for item in citetrail("export", "csl", claim).json()] == ["book"]
    assert "@book{quill" in citetrail("export", "bibtex").out
    shown = citetrail("show", claim, "--json").json()
    assert [len(shown["citations"]), len(shown["taken_back"])] == [2, 1]
    assert citetrail("verify").code == 0
    published = citetrail("publish")
    assert published.code == 0
    assert SECRET.encode() not in (tmp_path / "public.db").read_bytes()


@pytest.mark.parametrize(
    ("key", "code", "last"),
    [
        ("n\n", 1, "cite that with --nearest"),
        ("\x04", 1, "cite that with --nearest"),
        (signal.SIGINT, 130, "[y/N]:"),
    ],
)
def test_who_does_not_say_yes_at_the_question_cites_nothing(
    command, environment, tmp_path, key, code, last
):
    database = open_database(tmp_path / "citetrail.db")
    claim = a_claim(database)["id"]
    a_snapshot(database, URL, "In all, 15,051 soldiers died.")
    database.close()
    words = ("--url", URL, "--quote", "15,000 soldiers died", "--role", "supports", "--as", "ada")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*command, "cite", claim, *words, "--offline"], cwd=tmp_path, env=environment,
        stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs, start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    seen = ""
    while "[y/N]" not in seen:
        seen += os.read(ours, 4096).decode()
    if key is signal.SIGINT:
        process.send_signal(key)
    else:
        os.write(ours, key.encode())
    with suppress(OSError):  # the other end is closed
        while more := os.read(ours, 4096):
            seen += more.decode()
    assert process.wait(40) == code, seen
    os.close(ours)
    assert "Aborted" not in seen
    assert seen.splitlines()[-1].endswith(last), seen
    database = open_database(tmp_path / "citetrail.db")
    assert rows.count(database, "citations") == 0
    database.close()


def test_wrong_use_of_cite_is_told(citetrail):
    wrong = {
        ("--url", URL, "--doi", "10.1000/a", "--quote", "x"): "one of --passage, --url",
        ("--isbn", "0306406153", "--quote", "x"): "check digit",
        ("--doi", "10/short", "--quote", "x"): "short DOI",
        ("--confidential",): "go together",
        ("--explanation", "x", "--url", URL, "--quote", "x"): "go together",
    }
    for given, told in wrong.items():
        done = citetrail("cite", "c-1", "--role", "supports", *given)
        assert (done.code, done.out) == (2, ""), given
        assert told in done.err


def test_words_of_an_older_copy_are_cited_and_that_they_are_gone_is_told(citetrail, tmp_path):
    database = open_database(tmp_path / "citetrail.db")
    claim = a_claim(database)["id"]
    older = a_snapshot(database, URL, "In all, 15,051 soldiers died.", warc_date=OLD)
    a_snapshot(database, URL, "In all, 13,833 soldiers died.")
    database.close()
    quoted = ("cite", claim, "--url", URL, "--quote", "15,051 soldiers died", "--role", "supports")
    cited = citetrail(*quoted, "--as", "ada", "--offline", "--json")
    assert cited.code == 0, cited.err
    assert [row["snapshot"] for row in cited.json()] == [older["id"]]
    assert f"Cited is that of {OLD} ({older['id'][:10]}" in cited.err
    assert "[-15,051-]{+13,833+} soldiers died (changed: number)" in cited.err
    out = citetrail("export", "web-annotation").json()
    (tmp_path / "out.jsonld").write_text(json.dumps(out))
    again = citetrail("import", "out.jsonld", "--as", "ada", "--json")
    assert [row["id"] for row in again.json()] == [row["id"] for row in cited.json()]
    quote = {"type": "TextQuoteSelector", "exact": "15,051 soldiers"}
    (tmp_path / "other.json").write_text(json.dumps({"target": {"source": URL, "selector": quote}}))
    other = citetrail(
        "import", "other.json", "--claim", claim, "--role", "context", "--as", "ada", "--json"
    )
    assert (other.code, [row["snapshot"] for row in other.json()]) == (0, [older["id"]])
    assert f"Cited is that of {OLD}" in other.err
    assert citetrail("verify").code == 0


def test_an_option_that_the_format_does_not_read_is_wrong_use(citetrail, tmp_path):
    wrong = {
        ("bibtex", "--out", "refs.bib"): "goes to standard output: > refs.bib",
        ("web-annotation", "--out", "a.jsonld"): "--out is for csv and wacz",
        ("csl", "--lint"): "--lint is for claimreview",
        ("ris", "--site", "https://a.example"): "--site is for claimreview and atom",
        ("wikipedia", "--style", "numeric"): "--style and --format are for references",
        ("csl", "--format", "html"): "--style and --format are for references",
    }
    for given, told in wrong.items():
        done = citetrail("export", *given)
        assert (done.code, done.out) == (2, ""), given
        assert told in " ".join(done.err.split()), given
    assert list(tmp_path.glob("*.db")) == []


def test_what_a_merge_took_over_is_exported_once(citetrail, tmp_path):
    database = open_database(tmp_path / "citetrail.db")
    claim = a_claim(database)
    other = a_claim(database, next(rows.select(database, "documents")), "Talks began in 2018")["id"]
    a_snapshot(database, URL, "In all, 15,051 soldiers died.")
    database.close()
    words = ("--url", URL, "--quote", "15,051 soldiers died", "--role", "supports", "--as", "ada")
    ended = citetrail("cite", claim["id"], *words, "--json").json()[0]["id"]
    merged = citetrail("merge", claim["id"], "--into", other, "--reason", "The same.", "--as", "bo")
    assert merged.code == 0, merged.err
    (item,) = citetrail("export", "csl").json()
    (kept,) = (one["id"] for one in item["custom"]["citations"])
    assert kept != ended
    made = citetrail("export", "web-annotation").json()
    assert [one["id"] for one in made["first"]["items"]] == [f"urn:citetrail:{kept}"]
    named = citetrail("export", "web-annotation", claim["id"]).json()
    assert [one["id"] for one in named["first"]["items"]] == [f"urn:citetrail:{ended}"]
