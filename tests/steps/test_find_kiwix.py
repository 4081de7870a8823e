"""The provider zim against a real kiwix-serve, where Debian's kiwix-tools and zim-tools are installed."""

import contextlib
import os
import shutil
import signal
import socket
import struct
import subprocess
import time
import zlib
from dataclasses import replace

import pytest
from builders import a_claim

from claims.steps.find_sources import Findings, Wish, find
from db import rows

TOOLS = ("zimwriterfs", "kiwix-serve")
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1><p>{1}</p></article></body></html>"
PAGES = {
    "Soviet losses": "In all 15,051 Soviet soldiers died in Afghanistan, the general staff wrote in 2001.",
    "Cheese": "Cheese is made of milk & rennet, and has been for some thousands of years.",
}
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="kiwix-tools and zim-tools are not installed"
)


def picture():
    """A PNG of 48 by 48 black points: a ZIM file must have one."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 48, 48, 8, 0, 0, 0, 0)
    points = zlib.compress(b"\0" * 49 * 48)
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def kiwix(tmp_path_factory):
    folder = tmp_path_factory.mktemp("zim")
    pages = folder / "pages"
    pages.mkdir()
    (pages / "i.png").write_bytes(picture())
    for number, (title, text) in enumerate(PAGES.items()):
        (pages / f"A{number}.html").write_text(PAGE.format(title, text))
    book = folder / "facts.zim"
    facts = {
        "welcome": "A0.html", "illustration": "i.png", "language": "eng", "title": "Facts",
        "description": "d", "creator": "c", "publisher": "p",
    }  # fmt: skip
    options = [f"--{name}={value}" for name, value in facts.items()]
    subprocess.run([TOOLS[0], *options, pages, book], check=True, capture_output=True, timeout=60)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [TOOLS[1], "--address", "127.0.0.1", "--port", str(port), "--blockexternal", book],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.05)
    yield f"127.0.0.1:{port}"
    os.killpg(server.pid, signal.SIGTERM)
    server.wait(timeout=20)


def hunt(edges, kiwix, claim, **settings):
    settings = {"zim": f"http://{kiwix}", "allow_hosts": kiwix, **settings}
    used = replace(edges, settings=replace(edges.settings, **settings))
    findings = Findings()
    list(find(used, [claim], Wish(providers=("zim",)), findings=findings))
    return findings


def test_an_article_is_found_kept_and_named_with_its_book(edges, kiwix):
    findings = hunt(edges, kiwix, a_claim(edges.database))
    assert findings.searches[-1]["outcome"] == "found", findings.failures
    (candidate,) = rows.select(edges.database, "candidates")
    assert (candidate["title"], candidate["notes"]) == ("Soviet losses", ["from Facts"])
    copy = rows.get(edges.database, "snapshots", candidate["snapshot"])
    assert "15,051 Soviet soldiers" in copy["text"]


def test_what_is_not_in_the_book_is_not_found(edges, kiwix):
    claim = a_claim(edges.database, claim_text="Zyxwv Qqqq rained.")
    findings = hunt(edges, kiwix, claim)
    assert {s["outcome"] for s in findings.searches} == {"nothing_found"}


def test_a_book_that_is_not_there_has_failed_with_the_servers_reason(edges, kiwix):
    findings = hunt(edges, kiwix, a_claim(edges.database), zim_book="nosuch")
    assert findings.searches[0]["outcome"] == "failed"
    assert "No such book" in findings.searches[0]["detail"]


def test_a_private_address_that_is_not_allowed_is_refused(edges, kiwix):
    findings = hunt(edges, kiwix, a_claim(edges.database), allow_hosts="")
    assert findings.searches[0]["outcome"] == "refused"
    assert f"{kiwix} into allow_hosts" in findings.searches[0]["detail"]
