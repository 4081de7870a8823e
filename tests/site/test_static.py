"""The site as files: whole, the same every time, and at home in any folder."""

import hashlib
import html
import json
import re
import shutil
import subprocess
from urllib.parse import unquote

import pytest
from public_desk import FACTS, ordinary_desk, published

from claims.model.errors import UserError
from claims.site.places import place, relinked
from claims.site.static_site import write_site

ADDRESS = "https://checks.example/desk"
LINKS = re.compile(r' (?:href|src|action)="([^"]*)"')


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    folder = tmp_path_factory.mktemp("static")
    desk, ids = ordinary_desk(folder / "work.db")
    published(desk.database, folder / "public.db", {**FACTS, "address": ADDRESS, "desk": "Desk"})
    desk.database.close()
    return folder / "public.db", ids


@pytest.fixture(scope="module")
def site(public, tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "site"
    write_site(public[0], out)
    return out, public[1]


def pages(folder):
    return sorted(folder.rglob("*.html"))


def test_every_sort_of_page_and_file_is_there(site):
    out, ids = site
    budget, gone = ids["budget"], ids["gone"]
    for name in (
        *("index.html", "404.html", "style.css", "icon.svg", "robots.txt", "SHA256SUMS"),
        *("feed.atom", "sitemap.xml", "figures/index.html", "method/index.html"),
        *("corrections/index.html", "data/index.html", "data/datapackage.json", "data/claims.csv"),
        *("public/claims/index.html", "claimant/ada-quill/index.html"),
        *(f"claim/{budget}/index.html", f"claim/{budget}.json", f"claim/{budget}.csl.json"),
        *(f"claim/{budget}.claimreview.json", f"claim/{budget}/embed/index.html"),
        *(f"claim/{budget}/oembed.json", f"claim/{budget}/card.png", f"claim/{gone}/index.html"),
        f"public/sources/{ids['page']}/index.html",
    ):
        assert (out / name).is_file(), name
    assert len(list(out.glob("document/*/index.html"))) == 1
    assert "This claim was withdrawn" in (out / f"claim/{gone}/index.html").read_text()


def test_hosts_of_files_are_told_what_was_withdrawn(site):
    out, ids = site
    gone = f"/desk/claim/{ids['gone']}"
    headers = (out / "_headers").read_text()
    assert f"{gone}/*\n  X-Robots-Tag: noindex\n{gone}.json\n  X-Robots-Tag: noindex\n" in headers
    assert headers.startswith("/*\n  X-Content-Type-Options: nosniff\n")
    assert (out / "withdrawn.map").read_text() == (
        f"{gone}/ {gone}/index.html;\n{gone}/index.html {gone}/index.html;\n{gone}.json {gone}.json;\n"
    )
    told = (out / f"claim/{ids['gone']}/.htaccess").read_text()
    assert f"ErrorDocument 410 {gone}/index.html" in told
    assert not (out / f"claim/{ids['budget']}/.htaccess").exists()
    assert (out / ".htaccess").read_text() == "ErrorDocument 404 /desk/404.html\n"
    notice = (out / f"claim/{ids['gone']}/index.html").read_text()
    assert '<meta name="robots" content="noindex">' in notice
    assert ids["gone"] not in (out / "sitemap.xml").read_text()


def test_every_link_leads_to_a_file(site):
    out, _ = site
    for page in pages(out):
        if page.name == "404.html":
            continue
        for link in map(html.unescape, LINKS.findall(page.read_text(encoding="utf-8"))):
            if link.startswith(("https://", "http://", "mailto:", "#")):
                continue
            assert not link.startswith("/"), (page, link)
            target = (page.parent / unquote(link.partition("#")[0])).resolve()
            assert target.is_file(), (page, link)
            assert target.is_relative_to(out.resolve())
        assert "data-not-here" not in page.read_text(encoding="utf-8"), page


def test_the_page_for_what_is_missing_works_at_any_depth(site):
    page = (site[0] / "404.html").read_text(encoding="utf-8")
    inside = [one for one in LINKS.findall(page) if not one.startswith(("#", "https://"))]
    assert inside == []
    assert f'href="{ADDRESS}/style.css"' in page
    assert f'href="{ADDRESS}/public/claims/index.html"' in page


def test_addresses_for_machines_are_whole(site):
    out, ids = site
    assert f"<id>{ADDRESS}/claim/{ids['budget']}</id>" in (out / "feed.atom").read_text()
    assert f"<loc>{ADDRESS}/claim/{ids['budget']}</loc>" in (out / "sitemap.xml").read_text()
    found = json.loads((out / f"claim/{ids['budget']}/oembed.json").read_text())
    assert f'src="{ADDRESS}/claim/{ids["budget"]}/embed"' in found["html"]
    for page in pages(out):
        assert "http://localhost" not in page.read_text(encoding="utf-8"), page


def test_nothing_that_needs_a_server_is_offered(site):
    for page in pages(site[0]):
        text = page.read_text(encoding="utf-8")
        assert "<form" not in text, page
        assert "_search" not in text, page
        assert "_sort" not in text, page
    index = (site[0] / "index.html").read_text(encoding="utf-8")
    assert 'http-equiv="Content-Security-Policy"' in index


def test_the_same_database_gives_the_same_bytes(public, site, tmp_path):
    write_site(public[0], tmp_path / "again")
    ours = {
        one.relative_to(site[0]): one.read_bytes() for one in site[0].rglob("*") if one.is_file()
    }
    again = tmp_path / "again"
    theirs = {one.relative_to(again): one.read_bytes() for one in again.rglob("*") if one.is_file()}
    assert ours == theirs


def test_the_digests_cover_every_file(site):
    lines = (site[0] / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    there = {str(one.relative_to(site[0])) for one in site[0].rglob("*") if one.is_file()}
    assert set(listed) == there - {"SHA256SUMS"}
    for name, digest in listed.items():
        assert hashlib.sha256((site[0] / name).read_bytes()).hexdigest() == digest


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="OpenSSH is not installed")
def test_a_reader_can_verify_the_signature(public, tmp_path):
    key = tmp_path / "desk key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    out = tmp_path / "site"
    assert write_site(public[0], out, key=str(key)).signed
    signers = tmp_path / "signers"
    signers.write_text(f"desk@checks.example {key.with_suffix('.pub').read_text()}")
    check = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", "desk@checks.example"]
    check += ["-n", "citetrail", "-s", out / "SHA256SUMS.sig"]
    sums = (out / "SHA256SUMS").read_bytes()
    assert subprocess.run(check, input=sums, capture_output=True, check=False).returncode == 0
    turned = sums.replace(b"a", b"b", 1)
    assert subprocess.run(check, input=turned, capture_output=True, check=False).returncode != 0


def test_a_key_that_cannot_sign_changes_nothing(public, tmp_path):
    out = tmp_path / "site"
    write_site(public[0], out)
    before = (out / "SHA256SUMS").stat().st_ino
    with pytest.raises(UserError, match=r"could not be signed with /no/such/key|ssh-keygen"):
        write_site(public[0], out, key="/no/such/key")
    assert (out / "SHA256SUMS").stat().st_ino == before
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_other_peoples_folders_are_left_alone(public, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    (tmp_path / "file").write_text("x")
    for name in ("mine", "file"):
        with pytest.raises(UserError, match="name a"):
            write_site(public[0], tmp_path / name)
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


def test_without_an_address_it_says_what_to_set(tmp_path):
    desk, _ = ordinary_desk(tmp_path / "work.db")
    published(desk.database, tmp_path / "public.db", FACTS)
    desk.database.close()
    with pytest.raises(UserError, match="CITETRAIL_SITE=https"):
        write_site(tmp_path / "public.db", tmp_path / "site")
    assert not (tmp_path / "site").exists()


PLACES = [
    ("/", "index.html"),
    ("/claim/c-1", "claim/c-1/index.html"),
    ("/claim/c-1.csl.json", "claim/c-1.csl.json"),
    ("/claimant/%D0%B8", "claimant/и/index.html"),
    ("/claimant/a?page=3", "claimant/a/page-3.html"),
    ("/style.css?v=1", "style.css"),
    ("/public/citations", "data/index.html"),
    ("/public/claims?_sort=verdict", None),
    ("/public/claims?_search=x", None),
    ("/public/claims?kind=event&year=2025", None),
    ("/claim/..%2f..%2fetc", None),
    ("/claim/..", None),
    ("/../../etc/passwd", None),
    ("/nope", None),
]


@pytest.mark.parametrize(("address", "file"), PLACES)
def test_places(address, file):
    assert place(address) == file


def test_a_link_to_nowhere_stays_as_words():
    page = relinked('<a href="/claim/c-1#n">a</a> <a href="/x">b</a>', "q/w.html", seen=[].append)
    assert page == '<a href="../claim/c-1/index.html#n">a</a> <a data-not-here="href">b</a>'
