"""What somebody meets who only reads the contract: options anywhere, files that are not there, newer files."""

import errno
import json
import sqlite3

import pytest

from cli import described

NOTE = "The bridge cost 5 million dollars in 2019.\n"


REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://facts.example/check/1",
    "claimReviewed": "The river runs dry",
    "datePublished": "2026-01-09",
    "author": {"@type": "Organization", "name": "Facts"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A. Lee"}},
    "reviewRating": {"@type": "Rating", "alternateName": "Quite a river"},
}


def test_global_options_are_taken_after_the_command_too(citetrail, tmp_path):
    (tmp_path / "a.txt").write_text(NOTE)
    assert citetrail("add", "a.txt", "--db", "desk.db", "--quiet").code == 0
    assert (tmp_path / "desk.db").exists()
    assert not (tmp_path / "citetrail.db").exists()
    assert len(citetrail("extract", "--json", "--db=desk.db").json()) == 1
    assert citetrail("--db", "other.db", "claims", "--db", "desk.db", "--json").json()


def test_a_database_of_a_newer_version_is_left_alone(citetrail, tmp_path):
    citetrail("claims")
    with sqlite3.connect(tmp_path / "citetrail.db") as database:
        database.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('citetrail', 'm999_tomorrow', '2030-01-01')"
        )
    done = citetrail("claims")
    assert done.code == 1
    assert "a newer version of Citetrail made it" in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "x.db"),
        ("eval", "x.gold.jsonl"),
        ("add", "x.txt"),
        ("score", "x"),
        ("serve", "x.db"),
    ],
)
def test_a_file_that_is_not_there_is_no_wrong_use(citetrail, arguments):
    done = citetrail(*arguments)
    assert done.code == 1
    assert done.err.startswith("Error: x")
    assert len(done.err.splitlines()) == 1


def test_gold_of_another_text_is_told(citetrail, tmp_path):
    (tmp_path / "a.txt").write_text(NOTE)
    row = '{"core": "The bridge", "start": %d, "end": %d, "level": 3}\n'
    (tmp_path / "a.gold.jsonl").write_text(row % (1, 11))
    done = citetrail("eval", "a.gold.jsonl")
    assert (done.code, done.err) == (
        1,
        "Error: a.gold.jsonl: 1 of 1 rows do not stand in a.txt where they say\n",
    )


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("a.warc.gz", b"\x1f\x8bno", "a.warc.gz is no WARC file, or is damaged from its beginning"),
        (
            "a.wacz",
            b"PK\x03\x04no",
            "a.wacz is not a readable WACZ file: it is damaged or something else",
        ),
        ("a.txt", b" \n", "a.txt holds no readable text: give a page or file with an article"),
    ],
)
def test_messages_are_in_our_words(citetrail, tmp_path, name, body, said):
    (tmp_path / name).write_bytes(body)
    done = citetrail("add", name)
    assert (done.code, done.err) == (1, f"Error: {said}\n")


def test_an_empty_filter_asks_for_nothing(citetrail, tmp_path):
    (tmp_path / "a.txt").write_text(NOTE)
    citetrail("add", "a.txt")
    listed = citetrail("extract", "--json").json()
    for option in ("--q", "--claimant", "--verdict", "--assignee", "--flag", "--document"):
        for given in ("", " "):
            assert citetrail("claims", option, given, "--json").json() == listed, option
    assert citetrail("claims", "--q", "!?", "--json").json() == []


def test_what_could_be_found_of_the_ids_is_done(citetrail, tmp_path):
    (tmp_path / "a.txt").write_text(NOTE)
    known = citetrail("add", "a.txt", "--json").json()[0]["id"]
    done = citetrail("extract", "d-0", known, "b.txt", "--json")
    assert (done.code, len(done.json())) == (3, 1)
    assert done.err == (
        "Failed: d-0: no id of documents begins with 'd-0': check it, or give fewer digits\n"
        "Failed: b.txt: no document has the id, path or address 'b.txt'; add it first\n"
    )
    claim = done.json()[0]["id"]
    assert len(citetrail("extract", known, "a.txt", known[:9], "--json").json()) == 1  # each once
    for command in (
        ("evidence",),
        ("match",),
        ("find", "--provider", "library"),
        ("export", "csl"),
        ("export", "csv"),
        ("export", "web-annotation"),
    ):
        part = citetrail(*command, "c-0", claim, "x")
        assert (part.code, part.err.count("Failed: ")) == (3, 2), command
        assert "Failed: x: 'x' is no id" in part.err, command
        none = citetrail(*command, "c-0", "x")
        assert (none.code, none.out, none.err.count("Error: ")) == (1, "", 2), command
    for command in ("check", "repair", "rebuild-text"):
        none = citetrail(command, "n-0", "x")
        assert (none.code, none.out, none.err.count("Error: ")) == (1, "", 2), command


def test_a_moment_is_taken_as_its_day(citetrail, tmp_path):
    (tmp_path / "a.txt").write_text(NOTE)
    done = citetrail("add", "a.txt", "--published", "2021-08-31T10:00:00Z", "--json")
    assert done.json()[0]["published"] == "2021-08-31"


def test_people_read_yes_and_no_and_lines(citetrail):
    assert "True" not in citetrail("providers").out
    assert "true" in citetrail("providers", "--csv").out
    told = citetrail("doctor").out
    assert "{" not in told
    assert "  library: usable" in told


def test_a_full_disk_is_told_with_what_to_do():
    for error in (
        sqlite3.OperationalError("database or disk is full"),
        OSError(errno.ENOSPC, "No space left on device"),
    ):
        assert described(error).startswith("the disk is full; make room and run this again")


def test_the_number_of_an_error_is_left_to_programs(citetrail):
    done = citetrail("fetch", "http://nohost.invalid/", "http://10.0.0.1/", "--json")
    assert "[Errno" not in done.err
    assert "10.0.0.1 is not a public address" in done.err
    assert "10.0.0.1 is 10.0.0.1" not in done.err
    assert (
        citetrail("add", "-").err
        == "Error: standard input: is empty: give a file with text in it\n"
    )


@pytest.mark.parametrize(
    ("pipe", "last"),
    [("score", "reasons"), ("compare", "arithmetic"), ("stance", "rule"), ("anchor", "diff")],
)
def test_pipes_print_csv_too(citetrail, pipe, last):
    lines = (
        b'{"claim": "5 men", "passage": "=5 men", "evidence": "x", "text": "a b", "exact": "b"}\n'
        * 2
    )
    done = citetrail(pipe, "--csv", stdin=lines)
    assert done.code == 0
    header, *rows = done.out.splitlines()
    assert header.split(",")[-1] == last
    assert len(rows) == 2


def test_a_damaged_database_is_told_with_a_way_out(citetrail, tmp_path):
    citetrail("claims")
    path = tmp_path / "citetrail.db"
    path.write_bytes(path.read_bytes()[:20_000])
    done = citetrail("claims")
    assert done.code == 1
    assert "backup" in done.err


def test_one_thing_is_told_in_the_singular(citetrail, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge cost 4 million dollars in 2019.")
    assert citetrail("add", "a.txt").code == 0
    assert "1 document to be read" in citetrail("doctor").out
    (tmp_path / "r.json").write_text(json.dumps(REVIEW))
    assert "Not mapped to our verdicts: 1 rating:" in citetrail("import", "r.json").err


def test_verify_says_which_database_it_wants_instead_of_the_public_one(citetrail, tmp_path):
    citetrail("claims")
    citetrail("publish")
    for folder in ("", f"{tmp_path}/"):
        told = citetrail("verify", f"{folder}public.db")
        assert told.code == 1
        assert told.err == (
            f"Error: {folder}public.db is the public database, which holds no chain; give the working"
            " database that it was made from\n"
        )


@pytest.mark.parametrize("words", [("claims", "--json"), ("extract",), ("publish",), ("verify",)])
def test_nothing_is_left_open_behind_a_command(citetrail, words):
    """Python tells it of sockets and files, and since 3.13 of databases."""
    done = citetrail(*words, PYTHONWARNINGS="always::ResourceWarning")
    assert "ResourceWarning" not in done.err


@pytest.mark.parametrize(
    ("arguments", "way"),
    [
        (("uncite", "n-1", "--reason", " "), "it is empty; say something"),
        (("decide", "c-1", "--comment", ""), "it is empty; leave the option out, or say something"),
    ],
)
def test_an_empty_text_is_refused_with_what_can_be_done(citetrail, arguments, way):
    done = citetrail(*arguments)
    assert done.code == 2
    assert done.err.strip().endswith(way)
