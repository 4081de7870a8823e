"""The provider mediawiki against a real MediaWiki (Debian's, on SQLite), where that is installed."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest
from builders import a_claim

from claims.steps.find_sources import Findings, Wish, find
from db import rows

CODE = Path("/usr/share/mediawiki")
PAGE = """<page><title>{0}</title><ns>0</ns><revision><timestamp>2020-01-01T00:00:00Z</timestamp>
<text xml:space="preserve">{1}</text><model>wikitext</model><format>text/x-wiki</format></revision></page>"""
DUMP = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">{}</mediawiki>'
PAGES = {
    "Soviet losses": "In all 15,051 Soviet soldiers died in Afghanistan, the general staff wrote in 2001.",
    "Cheese": "Cheese is made of milk and rennet, and has been for some thousands of years.",
}
pytestmark = pytest.mark.skipif(
    not (shutil.which("php") and (CODE / "maintenance/install.php").is_file()),
    reason="MediaWiki is not installed",
)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def wiki(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wiki")
    for name in ("data", "conf"):
        (folder / name).mkdir()
    (folder / "dump.xml").write_text(DUMP.format("".join(PAGE.format(*p) for p in PAGES.items())))
    pair = f"127.0.0.1:{free_port()}"
    settings = {"MW_CONFIG_FILE": str(folder / "conf/LocalSettings.php")}

    def php(script, *arguments, **environment):
        command = ["php", CODE / "maintenance" / script, *arguments]
        subprocess.run(
            command, check=True, capture_output=True, timeout=100, env=os.environ | environment
        )

    php("install.php", "--dbtype=sqlite", f"--dbpath={folder}/data", f"--server=http://{pair}",
        "--scriptpath=", f"--confpath={folder}/conf", "--pass=Correct-Horse-99", "Facts", "Admin")  # fmt: skip
    php("importDump.php", "--no-updates", str(folder / "dump.xml"), **settings)
    php("rebuildtextindex.php", **settings)
    server = subprocess.Popen(
        ["php", "-S", pair, "-t", CODE], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, env=os.environ | settings,
    )  # fmt: skip
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(pair.split(":"), 1):
            break
        time.sleep(0.05)
    yield pair
    os.killpg(server.pid, signal.SIGTERM)
    server.wait(timeout=20)


def hunt(edges, wiki, claim):
    settings = replace(edges.settings, mediawiki=f"http://{wiki}/api.php", allow_hosts=wiki)
    findings = Findings()
    wish = Wish(providers=("mediawiki",))
    list(find(replace(edges, settings=settings), [claim], wish, findings=findings))
    return findings


def test_a_page_is_found_by_its_text_kept_and_named_with_its_revision(edges, wiki):
    findings = hunt(edges, wiki, a_claim(edges.database))
    assert findings.searches[-1]["outcome"] == "found", findings.failures
    (candidate,) = rows.select(edges.database, "candidates")
    assert candidate["title"] == "Soviet losses"
    assert candidate["notes"][0].startswith("revision ")
    copy = rows.get(edges.database, "snapshots", candidate["snapshot"])
    assert "15,051 Soviet soldiers" in copy["text"]


def test_what_is_not_in_the_wiki_is_not_found(edges, wiki):
    findings = hunt(edges, wiki, a_claim(edges.database, claim_text="Zyxwv Qqqq rained."))
    assert {s["outcome"] for s in findings.searches} == {"nothing_found"}
