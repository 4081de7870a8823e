"""Wrong use ends with 2 and usage; what cannot be done with 1 and one line; never a traceback."""

import os
import sqlite3
import stat
import subprocess
from pathlib import Path

import pytest

from claims.commands.lazy import COMMANDS
from cli import described

WRONG = [
    (["nonsense"], "No such command"),
    (["--nonsense"], "No such option"),
    (["--db"], "requires"),
    (["add"], "Missing argument"),
    (["show"], "Missing argument"),
    (["fetch"], "Missing argument"),
    (["run"], "Missing argument"),
    (["eval"], "Missing argument"),
    (["claims", "--kind", "rumour"], "rumour"),
    (["claims", "--status", "done"], "done"),
    (["claims", "--limit", "-1"], "--limit"),
    (["claims", "--min-worth", "2"], "--min-worth"),
    (["claims", "--json", "--csv"], "give one of"),
    (["extract", "--min-worth", "much"], "--min-worth"),
    (["find", "--provider", "crystal-ball"], "crystal-ball"),
    (["find", "--top", "0"], "--top"),
    (["decide", "c-1"], "say what is decided"),
    (["decide", "c-1", "--status", "maybe"], "maybe"),
    (["cite", "c-1", "--role", "supports"], "--passage"),
    (["cite", "c-1", "--role", "loves", "--passage", "p-1"], "loves"),
    (["cite", "c-1", "--role", "supports", "--url", "https://x.example/"], "--passage"),
    (["serve", "--port", "99999"], "--port"),
    (["add", "--published"], "requires"),
]


@pytest.mark.parametrize(
    ("arguments", "said"), WRONG, ids=lambda a: " ".join(a) if isinstance(a, list) else ""
)
def test_wrong_use_ends_with_2_and_usage(citetrail, arguments, said):
    done = citetrail(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert "Usage: citetrail" in done.err
    assert said in done.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(citetrail, name):
    done = citetrail(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: citetrail {name}")
    assert "Example:" in done.out


CANNOT = [
    (["show", "c-123456"], "no id of claims begins with"),
    (["show", "what"], "is no id"),
    (["show", "z-12"], "is no id"),
    (["show", "c-12'; DROP TABLE claims"], "is no id"),
    (["extract", "nowhere.txt"], "add it first"),
    (["claims", "--document", "d-99"], "no id of documents"),
    (["decide", "c-99", "--status", "ready", "--as", "ada"], "no id of claims"),
    (["decide", "d-99", "--status", "ready", "--as", "ada"], "is an id of documents"),
    (["serve", "missing.db"], "is not there"),
    (["add", "missing.txt"], "missing.txt"),
    (["add", "http://127.0.0.1:9/x"], "address_refused"),
    (["add", "ftp://example.org/x"], "ftp"),
    (["fetch", "http://[::1]/"], "address_refused"),
    (["fetch", "not a url"], "not a url"),
    (["--db", "no/such/folder/x.db", "claims"], "is no folder"),
    (["--db", ".", "claims"], "is a folder"),
    (["score", "missing.txt"], "missing.txt"),
    (["score", "broken"], "line 1: not UTF-8"),
    (["stance", "broken"], "line 1: not UTF-8"),
    (["compare", "broken"], "line 1: not UTF-8"),
    (["anchor", "broken"], "line 1: not UTF-8"),
    (["import", "none.jsonld"], "none.jsonld"),
    (["eval", "a\x1b[2J\u202eb"], "a\\u001b[2J\\u202eb"),
]


@pytest.mark.parametrize(
    ("arguments", "said"), CANNOT, ids=lambda a: " ".join(a) if isinstance(a, list) else ""
)
def test_what_cannot_be_done_ends_with_1_and_one_line(citetrail, tmp_path, arguments, said):
    (tmp_path / "broken").write_bytes(b"\xff\n")
    done = citetrail(*arguments)
    assert done.code == 1
    assert said in done.err
    assert done.err.startswith("Error: ")
    assert len(done.err.splitlines()) == 1


def test_a_file_that_is_no_database(citetrail, tmp_path):
    (tmp_path / "x.db").write_text("This is a shopping list. " * 50)
    done = citetrail("--db", "x.db", "claims")
    assert done.code == 1
    assert "cannot be opened as a database" in done.err
    assert (tmp_path / "x.db").read_text().startswith("This is a shopping list.")


def test_settings_that_make_no_sense(citetrail, tmp_path):
    (tmp_path / "citetrail.toml").write_text("colour = 'blue'\n")
    done = citetrail("claims")
    assert (done.code, "colour is no setting" in done.err) == (1, True)
    (tmp_path / "citetrail.toml").write_text("db = [\n")
    assert citetrail("claims").code == 1


@pytest.mark.parametrize("given", ["checks.example", "ftp://checks.example", "https://"])
def test_a_site_without_an_address_is_not_published(citetrail, tmp_path, given):
    (tmp_path / "citetrail.toml").write_text(f'site = "{given}"\n')
    done = citetrail("publish")
    assert (done.code, "it takes a whole address" in done.err) == (1, True)
    assert not (tmp_path / "public.db").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(citetrail, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = citetrail("--db", "closed/x.db", "claims")
    assert (done.code, "cannot be opened" in done.err) == (1, True)


REFUSED = [
    (sqlite3.OperationalError("attempt to write a readonly database"), "can only be read here"),
    (sqlite3.OperationalError("unable to open database file"), "see who may write to this folder"),
    (sqlite3.OperationalError("database or disk is full"), "the disk is full"),
    (sqlite3.DatabaseError("database disk image is malformed"), "CITETRAIL_DEBUG=1 shows where"),
    (PermissionError(13, "Permission denied", "out"), "out: Permission denied; see who"),
    (PermissionError(13, "Permission denied", "x/.a.wacz.77.partial"), "x/a.wacz: Permission"),
    (PermissionError(13, "Permission denied", Path(".site.77.new/feed.atom")), "site: Permission"),
    (PermissionError(13, "Permission denied", ".hidden.new"), ".hidden.new: Permission"),
    (OSError(28, "No space left on device"), "the disk is full"),
    (KeyError("x"), "unexpected KeyError: 'x' (CITETRAIL_DEBUG=1 shows where)"),
]


@pytest.mark.parametrize(("error", "words"), REFUSED, ids=str)
def test_what_the_system_refuses_is_said_in_words(error, words):
    assert words in described(error)


def test_the_reader_may_leave_early(citetrail, tmp_path, command, environment):
    citetrail("score", "--nl", stdin=b"One fact.\n" * 5)
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"yes 'It cost 5 million.' | head -5000 | {' '.join(command)} score --nl | head -1",
        ],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert done.stdout.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without /dev/full")
@pytest.mark.parametrize("what", ["score --json", "score --nl", "score --csv", "score --help"])
def test_output_that_cannot_be_written_is_told_in_one_line(tmp_path, command, environment, what):
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"yes 'It cost 5 million.' | head -300 | {' '.join(command)} {what} >/dev/full",
        ],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"Error: ")
