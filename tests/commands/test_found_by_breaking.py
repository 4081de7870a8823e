"""What a hostile tester broke once, each with the command that broke it."""

import gzip
import http.server
import json
import os
import sqlite3
import subprocess
import threading

import pytest

SENTENCE = "The bridge cost 5 million dollars in 2019, the ministry said.\n"
BAD = b"\xff"


@pytest.fixture
def article(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    return "a.txt"


@pytest.fixture
def site():
    """A loopback server; a test puts path -> (media type, body or function) into `pages`."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            kind, body = pages.get(self.path) or pages.get("*") or ("text/plain", None)
            body = body(self.path) if callable(body) else body
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write((body or "").encode())

        def log_message(self, *arguments):
            """Say nothing."""

    pages, asked = {}, []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    server.pages, server.asked = pages, asked
    server.base = f"http://127.0.0.1:{server.server_port}"
    server.allowed = {"CITETRAIL_ALLOW_HOSTS": f"127.0.0.1:{server.server_port}"}
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_public_file_can_never_be_the_working_database(citetrail, tmp_path, article):
    assert citetrail("--db", "public.db", "add", article).code == 1
    (tmp_path / "public.db").write_bytes(b"somebody's letters")
    citetrail("add", article)
    refused = citetrail("publish")
    assert (refused.code, "is not replaced" in refused.err) == (1, True)
    assert (tmp_path / "public.db").read_bytes() == b"somebody's letters"


@pytest.mark.parametrize("sql", ["CREATE TABLE recipes (a)", "CREATE TABLE claims (a)"])
def test_other_programs_databases_are_not_touched(citetrail, tmp_path, sql):
    database = sqlite3.connect(tmp_path / "other.db")
    database.execute(sql)
    database.close()
    before = (tmp_path / "other.db").read_bytes()
    done = citetrail("--db", "other.db", "claims")
    assert (done.code, "not a Citetrail working database" in done.err) == (1, True)
    assert (tmp_path / "other.db").read_bytes() == before


def test_first_use_by_many_processes_at_once(tmp_path, command, environment, article):
    started = [
        subprocess.Popen(
            [*command, "--db", "new.db", "add", article],
            cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for _ in range(6)
    ]  # fmt: skip
    said = [p.communicate(timeout=100)[1] for p in started]
    assert [p.returncode for p in started] == [0] * 6, said


def test_a_database_without_write_rights_can_be_read_and_verified(tmp_path, citetrail, article):
    citetrail("add", article)
    claims = citetrail("extract", "--json").json()
    copy = f"file:{tmp_path / 'citetrail.db'}"
    database = sqlite3.connect(copy, uri=True)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    for left in tmp_path.glob("citetrail.db-*"):
        left.unlink()
    (tmp_path / "citetrail.db").chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("root may write anywhere")
        assert citetrail("claims", "--json").json() == claims
        assert citetrail("verify").code == 0
    finally:
        tmp_path.chmod(0o755)


def test_the_demo_is_the_same_while_another_serves(tmp_path, citetrail, command, environment):
    serving = subprocess.Popen(
        [*command, "--db", "first.db", "demo", "--port", "0"],
        cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        while b"Serving at" not in serving.stderr.readline():
            assert serving.poll() is None
        runs = [citetrail("--db", "second.db", "demo", "--no-serve", "--json") for _ in range(2)]
    finally:
        serving.terminate()
        serving.communicate(timeout=30)
    assert [done.code for done in runs] == [0, 0]
    assert runs[0].json() == runs[1].json()


SURROGATE = (
    '<html><head><title>T</title><script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "A\\ud800B"}</script></head><body><article><p>'
    + SENTENCE * 4
    + "</p></article></body></html>"
)


def test_a_lone_surrogate_in_a_page_harms_nothing(citetrail, tmp_path, site):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(SENTENCE)
    (folder / "b.html").write_text(SURROGATE)
    (folder / "c.txt").write_text("Another bridge cost 6 million dollars in 2020.\n")
    done = citetrail("add", "in", "--json")
    assert (done.code, len(done.json())) == (0, 3)
    site.pages["/bad"] = ("text/html", SURROGATE)
    fetched = citetrail("fetch", f"{site.base}/bad", "--json", **site.allowed)
    assert (fetched.code, fetched.json()[0]["title"]) == (0, "A\N{REPLACEMENT CHARACTER}B")


def test_feeds_that_name_feeds_come_to_an_end(citetrail, site):
    def feed(path):
        link = f"{site.base}/feed{len(path)}{path[-1:]}x"
        return f"<rss><channel><item><link>{link}</link></item></channel></rss>"

    site.pages["*"] = ("application/rss+xml", feed)
    done = citetrail("add", f"{site.base}/feed", **site.allowed)
    assert done.code == 1
    assert len([p for p in site.asked if "feed" in p]) == 2


def test_offline_means_offline_even_for_a_library_that_holds_feeds(
    citetrail, tmp_path, site, article
):
    citetrail("add", article)
    citetrail("extract")
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/x.txt").write_text(
        f'<?xml version="1.0"?><rss><channel><item><link>{site.base}/ok</link></item></channel></rss>'
    )
    for library in ("lib", f"{site.base}/feed"):
        citetrail("find", "--offline", CITETRAIL_LIBRARY=library, **site.allowed)
    assert site.asked == []


def test_what_was_asked_for_is_no_failure(citetrail, article):
    citetrail("add", article)
    citetrail("extract")
    assert citetrail("find", "--offline").code == 0


@pytest.mark.parametrize(
    "change", [(b"WARC-Target-URI", b"X-Target-URI-XX"), (b"http://127", b"http://[27")]
)
def test_a_web_archive_with_an_odd_record_is_named(citetrail, tmp_path, site, change):
    site.pages["/page"] = ("text/html", SURROGATE)
    citetrail("fetch", f"{site.base}/page", **site.allowed)
    (archive,) = (tmp_path / "citetrail.archive").glob("*.warc.gz")
    raw = gzip.decompress(archive.read_bytes()).replace(*change)
    (tmp_path / "odd.warc").write_bytes(raw)
    done = citetrail("--db", "other.db", "add", "odd.warc")
    assert done.code in {0, 1, 3}, done.err
    assert done.code == 0 or "odd.warc" in done.err
    assert "unexpected" not in done.err


def test_one_closed_folder_does_not_lose_the_others(citetrail, tmp_path):
    deep = tmp_path / "in"
    deep.mkdir()
    (deep / "a.txt").write_text(SENTENCE)
    (deep / ("d/" * 105)).mkdir(parents=True)
    done = citetrail("add", "in", "--json")
    assert (done.code, len(done.json())) == (3, 1)
    assert "folders deep" in done.err


def test_file_names_that_are_no_text(citetrail, tmp_path):
    name = os.fsdecode(b"bad" + BAD + b".txt")
    try:
        (tmp_path / name).write_text(SENTENCE)
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    for given in (name, "."):
        done = citetrail("add", given, "--json")
        assert (done.code, len(done.json())) == (0, 1)


@pytest.mark.parametrize(
    "arguments",
    [
        ["decide", "c-1", "--summary", os.fsdecode(b"x" + BAD)],
        ["claims", "--claimant", os.fsdecode(BAD)],
        ["fetch", os.fsdecode(b"http://x/" + BAD)],
        ["add", "a.txt", "--title", os.fsdecode(BAD)],
        ["add", "a.txt", "--published", "2021-99-99"],
        ["add", "a.txt", "--published", "yesterday"],
        ["add", "a.txt", "--published", "0000"],
        ["run", "a.txt", "--published", "2021-02-30"],
        ["claims", "--since", "soon"],
        ["add", "a.txt", "--url", "javascript:alert(1)"],
        ["add", "a.txt", "--url", "http://[x"],
        ["add", "a.txt", "--url", "http://u:p@example.org/"],
        ["add", "a.txt", "--url", "http://x/\n<script>"],
        ["decide", "c-1", "--verdict", "   "],
        ["decide", "c-1", "--status", "ready", "--as", " "],
        ["claims", "--limit", "99999999999999999999"],
    ],
    ids=repr,
)
@pytest.mark.usefixtures("article")
def test_values_that_make_no_sense_are_wrong_use(citetrail, arguments):
    done = citetrail(*arguments)
    assert done.code == 2
    assert "Usage: citetrail" in done.err


@pytest.mark.parametrize("config", ['db = "a\\u0000b"', 'db = ""', "db = 3"])
def test_settings_that_cannot_be(citetrail, tmp_path, config):
    (tmp_path / "citetrail.toml").write_text(config)
    for name in ("claims", "serve"):
        done = citetrail(name)
        assert (done.code, "unexpected" in done.err) == (1, False)


def test_a_file_added_under_another_name_is_known(citetrail, tmp_path, article):
    (tmp_path / "b.txt").write_text(SENTENCE)
    citetrail("add", article, "b.txt")
    for name in ("b.txt", "./a.txt", str(tmp_path / "a.txt")):
        assert len(citetrail("extract", name, "--json").json()) >= 1


def test_min_worth_lists_nothing_below_it(citetrail, article):
    citetrail("add", article)
    (claim, *_) = citetrail("extract", "--json").json()
    citetrail("decide", claim["id"], "--status", "shortlisted", "--as", "ada")
    assert citetrail("extract", claim["document"], "--min-worth", "0.9999", "--json").json() == []
    assert [c["id"] for c in citetrail("claims", "--json").json()] == [claim["id"]]


@pytest.mark.parametrize("line", ["[1]", "{}", "{", "[" * 100_000, '{"start": "x"}'])
@pytest.mark.usefixtures("article")
def test_malformed_gold_is_named(citetrail, tmp_path, line):
    (tmp_path / "a.gold.jsonl").write_text(line + "\n")
    done = citetrail("eval", "a.gold.jsonl")
    assert (done.code, "a.gold.jsonl" in done.err) == (1, True)
    (tmp_path / "a.gold.jsonl").write_text("")
    (tmp_path / "a.meta.json").write_text(line)
    assert "unexpected" not in citetrail("eval", "a.gold.jsonl").err


@pytest.mark.parametrize(
    "shell", ["add - <&-", "score <&-", "claims --csv >&-", "claims --json >&-"]
)
def test_closed_streams(tmp_path, command, environment, shell):
    done = subprocess.run(
        ["bash", "-c", f"{' '.join(command)} {shell}"],
        cwd=tmp_path, env=environment, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert b"unexpected" not in done.stderr
    assert b"Error: " in done.stderr


def test_passwords_in_addresses_are_not_stored(citetrail, tmp_path):
    done = citetrail("fetch", "http://user:secret@example.org/", "--json")
    assert done.code == 1
    assert "secret" not in json.dumps(done.json())
    assert b"secret" not in (tmp_path / "citetrail.db").read_bytes()


def test_what_is_no_json_stays_out(citetrail):
    line = b'{"claim": "a", "passage": "b", "x": NaN}\n'
    done = citetrail("compare", "--nl", stdin=line + b"x" * 200_000 + b"\n")
    assert (done.code, done.out) == (1, "")
    assert "line 1" in done.err
    assert "line 2" in done.err


def test_a_percent_sign_is_no_wildcard(citetrail, article):
    citetrail("add", article)
    citetrail("extract")
    assert citetrail("claims", "--claimant", "%", "--json").json() == []
