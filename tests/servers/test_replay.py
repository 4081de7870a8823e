"""Our archive of pages from nginx, replayed by pywb byte for byte and checked by warcio and wacz."""

import gzip
import json
import random
import subprocess
import time
import zipfile
from contextlib import closing
from types import SimpleNamespace

import pytest
from starting import command_line, get, peer
from warcio.cli import main as warcio_main

from claims.archive.reader import read_payload
from db import rows
from db.connection import open_database

SAMPLES = 40
NOT_MODIFIED = 304
TEXTS = "The railway carried {n},000 passengers in 2019, the ministry said.\n"


@pytest.fixture(scope="module")
def archived(nginx, tmp_path_factory):
    """nginx's pages fetched: HTML, plain, binary, compressed, moved, missing, unchanged, changed."""
    folder = tmp_path_factory.mktemp("archived")
    citetrail = command_line(folder)
    names = _pages(nginx.pages)
    urls = [f"{nginx.base}/{name}" for name in names]
    urls += [f"{nginx.base}/packed/{n}.html" for n in range(12)]
    urls += [f"{nginx.base}/moved/1.html", f"{nginx.base}/none.html"]
    done = citetrail("fetch", *urls, allow_hosts=nginx.pair)
    assert done.code in {0, 3}, done.err
    time.sleep(1.1)  # pywb tells captures of one address apart by the second
    (nginx.pages / "0.html").write_text("<!DOCTYPE html><title>Changed</title><p>Now 99.</p>" * 30)
    citetrail("fetch", *(f"{nginx.base}/{n}.html" for n in range(6)), allow_hosts=nginx.pair)
    with closing(open_database(folder / "work.db")) as database:
        yield SimpleNamespace(
            database=database,
            folder=folder,
            archive=folder / "work.archive",
            warcs=sorted((folder / "work.archive").glob("*.warc.gz")),
            citetrail=citetrail,
        )


def _pages(folder):
    """Write the pages that nginx serves; their names."""
    for n in range(12):
        body = f"<!DOCTYPE html><title>Page {n}</title><p>{TEXTS.format(n=n + 3) * 60}</p>"
        (folder / f"{n}.html").write_text(body, encoding="utf-8")
    (folder / "notes.txt").write_text(TEXTS.format(n=9) * 200)
    (folder / "large.bin").write_bytes(random.Random(4).randbytes(1_500_000))
    (folder / "latin.html").write_bytes(
        b"<p>Caf\xe9 Ararat was a meeting place of writers.</p>" * 9
    )
    (folder / "empty.html").write_bytes(b"")
    return [f"{n}.html" for n in range(12)] + ["notes.txt", "large.bin", "latin.html", "empty.html"]


@pytest.fixture(scope="module")
def news(archived, replay):
    """The address of a pywb collection of the archive."""
    return replay(*archived.warcs)


def test_pywb_replays_every_sampled_capture_byte_for_byte(archived, news, figure):
    captures = list(rows.select(archived.database, "captures", where="payload_digest IS NOT NULL"))
    assert {c["warc_type"] for c in captures} == {"response", "revisit"}
    sampled = random.Random(1).sample(captures, min(SAMPLES, len(captures)))
    wrong = [c["url"] for c in sampled if not _same(archived, news, c)]
    figure(f"pywb: {len(sampled) - len(wrong)} of {len(sampled)} sampled captures byte-identical")
    assert wrong == []


def _whole(database, capture):
    """Where the body of a capture is kept whole: its snapshot, or of a robots.txt the first such answer."""
    if capture["snapshot"]:
        return rows.get(database, "snapshots", capture["snapshot"])
    same = "url = :url AND payload_digest = :payload_digest AND warc_type = 'response'"
    return next(rows.select(database, "captures", where=same, values=capture)) | {"headers": []}


def _same(archived, news, capture):
    snapshot = _whole(archived.database, capture)
    kept = read_payload(archived.archive, snapshot["warc_file"], snapshot["warc_offset"])
    stamp = "".join(c for c in capture["warc_date"] if c.isdigit())
    status, headers, body = get(f"{news}/{stamp}id_/{capture['warc_target_uri']}")
    if capture["http_status"] == NOT_MODIFIED:
        return (status, body) == (NOT_MODIFIED, b"")  # replayed as it came: no body
    if headers.get("Content-Encoding") is None and _encoded(snapshot):
        kept = gzip.decompress(kept)
    return (status, body) == (snapshot["http_status"], kept)


def _encoded(snapshot):
    return any(name.lower() == "content-encoding" for name, _ in snapshot["headers"])


def test_pywb_lists_every_capture(archived, news, nginx):
    page = f"{nginx.base}/1.html"
    _, _, body = get(f"{news}/cdx?url={page}&output=json")
    listed = [json.loads(line) for line in body.splitlines()]
    captures = rows.count(archived.database, "captures", where="warc_target_uri = ?", values=[page])
    assert len(listed) == captures >= 2
    assert {line["mime"] for line in listed} == {"text/html", "warc/revisit"}
    _, _, timemap = get(f"{news}/timemap/link/{page}")
    assert timemap.count(b"memento") >= len(listed)
    status, headers, _ = get(f"{news}/{page}", Accept_Datetime="Tue, 31 Aug 2021 20:35:00 GMT")
    assert status in {200, 302, 307}
    assert "timemap" in headers.get("Link", "")


def test_warcio_checks_every_file(archived, capsys, figure):
    for path in archived.warcs:
        with pytest.raises(SystemExit) as ended:
            warcio_main(["check", str(path)])
        assert not ended.value.code, capsys.readouterr().out
    figure(f"warcio check: {len(archived.warcs)} of {len(archived.warcs)} files pass")


def test_the_wacz_of_everything_is_valid(archived, figure):
    validate = peer("wacz", "wacz")
    done = archived.citetrail("export", "wacz", "--out", "all.wacz", "--json")
    assert done.code == 0, done.err
    report = json.loads(done.out)
    assert report["pages"] >= 28
    checked = subprocess.run(
        [validate, "validate", "-f", "all.wacz"], cwd=archived.folder, capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "is valid" in checked.stdout
    figure(f"wacz validate: valid, {report['pages']} pages listed, {report['records']} records")


def test_a_wacz_replays_as_the_archive_does(archived, replay, tmp_path, figure):
    archived.citetrail("export", "wacz", "--out", "replayed.wacz")
    with zipfile.ZipFile(archived.folder / "replayed.wacz") as wacz:
        wacz.extract("archive/data.warc.gz", tmp_path)
    news = replay(tmp_path / "archive/data.warc.gz")
    captures = list(rows.select(archived.database, "captures", where="snapshot IS NOT NULL"))
    sampled = random.Random(2).sample(captures, 12)
    wrong = [c["url"] for c in sampled if not _same(archived, news, c)]
    figure(f"pywb over the WACZ: {len(sampled) - len(wrong)} of {len(sampled)} byte-identical")
    assert wrong == []


def test_old_captures_are_found_in_pywb(archived, news, nginx):
    citetrail = archived.citetrail
    text = "Trains\n\nThe railway carried 9,000 passengers in 2019.\n"
    (archived.folder / "a.txt").write_text(text)
    citetrail("add", "a.txt", "--published", "2021-08-31")
    citetrail("extract")
    (claim,) = rows.select(archived.database, "claims")
    page = f"{nginx.base}/4.html"
    quote = "The railway carried 7,000 passengers in 2019"
    cited = ("--url", page, "--quote", quote, "--role", "refutes", "--as", "ada")
    done = citetrail("cite", claim["id"], *cited)
    assert done.code == 0, done.err
    settings = {"wayback": f"{news}/cdx", "allow_hosts": news.split("/")[2]}
    done = citetrail("find", claim["id"], "--provider", "library", "--old-captures", **settings)
    assert done.code == 0, done.err
    (told,) = rows.select(archived.database, "mementos")
    assert (told["url"], told["outcome"]) == (page, "found")
    assert get(told["memento_url"])[0] == 200
