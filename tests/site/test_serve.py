"""Starting the site: only on a public file, with our settings, and saying where it is."""

import socket
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest
from datasette.app import Datasette
from public_desk import FACTS, ordinary_desk, published
from public_site import run

from claims.model.errors import BadInput, BadSetting
from claims.site.serve import METADATA, SETTINGS, datasette_for, run_server

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture
def public(tmp_path):
    desk, _ = ordinary_desk(tmp_path / "desk.db")
    path = tmp_path / "a folder #1 50% ?" / "any name.db"
    path.parent.mkdir()
    published(desk.database, path, FACTS)
    desk.database.close()
    return path


def test_metadata_stands_beside_the_command_line():
    assert METADATA == CHECKOUT / "metadata.yml"
    assert METADATA.is_file()


def test_the_tables_live_under_public_whatever_the_file_is_called(public):
    datasette = datasette_for(public)
    assert list(datasette.databases) == ["_internal", "public"]
    assert not datasette.get_database("public").is_mutable


def test_settings_are_ours(public):
    datasette = datasette_for(public)
    assert {name: datasette.setting(name) for name in SETTINGS} == SETTINGS
    assert not datasette.setting("default_allow_sql")
    assert not datasette.setting("allow_download")
    assert not datasette.setting("suggest_facets")


@pytest.mark.usefixtures("public")
@pytest.mark.parametrize("what", ["missing", "working", "text", "other"])
def test_nothing_else_is_ever_served(tmp_path, what):
    path = tmp_path / f"{what}.db"
    if what == "working":
        path = tmp_path / "work.db"
    if what == "text":
        path.write_text("not a database", encoding="utf-8")
    if what == "other":
        sqlite3.connect(path).execute("CREATE TABLE claims (id)").connection.close()
    with pytest.raises(BadInput, match="citetrail publish"):
        datasette_for(path)


def test_a_port_that_is_taken_is_one_clear_line(public):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadSetting, match=rf"cannot serve at 127.0.0.1 port {port} .*--port 0"):
            run_server(public, port=port)


def test_other_databases_are_left_alone(tmp_path, public):
    """The plug-in is loaded for every Datasette in the environment."""
    datasette_for(public)  # registers the plug-in
    path = tmp_path / "desk.db"
    other = Datasette([str(path)])
    run(other.invoke_startup())
    for asked in ("/", "/desk", "/desk/claims", "/-/versions.json", "/style.css"):
        assert run(other.client.get(asked)).status_code == 200, asked
    assert run(other.client.get("/claim/c-1")).status_code == 404
    assert "content-security-policy" not in run(other.client.get("/desk")).headers


PROGRAM = """
import sys
from pathlib import Path
from claims.site.serve import run_server
run_server(Path(sys.argv[1]), port=0, announce=lambda where: print(where, flush=True))
print("ended", flush=True)
"""


def test_a_served_site_says_where_it_is_answers_and_ends_on_interrupt(public):
    command = [sys.executable, "-c", PROGRAM, str(public)]
    with subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        watchdog = threading.Timer(60, server.kill)
        watchdog.start()
        where = server.stdout.readline().strip()
        assert where.startswith("http://127.0.0.1:")
        answer = httpx.get(where + "public/claims.json", trust_env=False)
        server.send_signal(2)
        rest, errors = server.communicate(timeout=30)
        watchdog.cancel()
    assert answer.status_code == 200
    assert answer.json()["filtered_table_rows_count"] == 3
    assert (server.returncode, rest) == (0, "ended\n")
    assert "Traceback" not in errors


UNTOLD = """
from uvicorn.protocols.http.h11_impl import H11Protocol
H11Protocol.shutdown = lambda connection: None  # as to one that was being accepted at that moment
"""


def test_a_connection_that_was_not_told_of_the_end_does_not_hold_it_up(public):
    """A proxy keeps such a connection in use until the process is killed, and with it an answer half sent."""
    command = [sys.executable, "-c", UNTOLD + PROGRAM, str(public)]
    with subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        watchdog = threading.Timer(60, server.kill)
        watchdog.start()
        where = server.stdout.readline().strip()
        with httpx.Client(base_url=where, trust_env=False, timeout=10) as kept:
            assert "connection" not in kept.get("").headers
            server.send_signal(15)
            until = time.monotonic() + 10
            while kept.get(f"?_page={time.monotonic_ns()}").headers.get("connection") != "close":
                assert time.monotonic() < until, "the connection is kept"
            _, errors = server.communicate(timeout=30)
        watchdog.cancel()
    assert "Traceback" not in errors
