"""A site of files under nginx and under Apache: pages, what is missing, and notices that answer 410."""

import subprocess
from pathlib import Path

import pytest
from public_desk import FACTS, ordinary_desk, published
from starting import CHECKOUT, free_port, get, missing, program, running

from claims.site.static_site import write_site

MODULES = "/usr/lib/apache2/modules"
NGINX = """daemon off; pid {folder}/nginx.pid; error_log stderr; user root; worker_processes 1;
events {{ worker_connections 64; }}
http {{ access_log off; include {folder}/files.conf; }}
"""
APACHE = """ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
{modules}
TypesConfig /etc/mime.types
DirectoryIndex index.html
DocumentRoot {folder}
<Directory {folder}>
  Require all granted
  AllowOverride FileInfo
</Directory>
"""


@pytest.fixture(params=["", "/desk"], ids=["at the top", "in a folder"])
def site(request, tmp_path):
    """The folder that a host serves, the way to the site in it, and the ids of its claims."""
    rows, ids = ordinary_desk(tmp_path / "work.db")
    address = f"https://checks.example{request.param}"
    published(rows.database, tmp_path / "public.db", {**FACTS, "address": address})
    rows.database.close()
    root = tmp_path / "root"
    out = root / request.param.strip("/")
    out.parent.mkdir(exist_ok=True)
    write_site(tmp_path / "public.db", out)
    return root, request.param, ids


def answers(base, way, ids):
    """(status, the words that are looked for) of every sort of address."""
    gone, budget = ids["gone"], ids["budget"]
    asked = {
        f"/claim/{gone}/": (410, b"This claim was withdrawn"),
        f"/claim/{gone}/index.html": (410, b"This claim was withdrawn"),
        f"/claim/{gone}.json": (410, b'"status": "withdrawn"'),
        f"/claim/{gone}": (301, b""),  # to the address with its slash, as every folder
        f"/claim/{budget}/": (200, b"Mostly false"),
        f"/claim/{budget}.json": (200, b"Mostly false"),
        "/": (200, b"Mostly false"),
        "/no-such-page": (404, b"<h1"),
    }
    return {
        path: (found[0] == status, words in found[2])
        for path, (status, words) in asked.items()
        for found in [get(f"{base}{way}{path}")]
    }


def test_nginx(site, tmp_path):
    root, way, ids = site
    port = free_port()
    said = (CHECKOUT / "deploy/nginx-files.conf").read_text(encoding="utf-8")
    for old, new in {
        "/srv/site/withdrawn.map": f"{root}{way}/withdrawn.map",
        "root /srv/site;": f"root {root};",
        "error_page 404 /404.html;": f"error_page 404 {way}/404.html;",
        "listen 80;": f"listen 127.0.0.1:{port};",
        "    listen [::]:80;\n": "",
        "checks.example": "127.0.0.1",
    }.items():
        assert old in said
        said = said.replace(old, new)
    (tmp_path / "files.conf").write_text(said, encoding="utf-8")
    (tmp_path / "nginx.conf").write_text(NGINX.format(folder=tmp_path), encoding="utf-8")
    front = [program("nginx"), "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    base = f"http://127.0.0.1:{port}"
    with running([*front, "-e", "stderr"], f"{base}/", folder=tmp_path):
        found = answers(base, way, ids)
        hidden = get(f"{base}{way}/claim/.htaccess")[0]
    assert {path: both for path, both in found.items() if both != (True, True)} == {}
    assert hidden == 404


def test_apache(site, tmp_path):
    root, way, ids = site
    if not Path(MODULES).is_dir():
        missing("apache2")
    port = free_port()
    names = ("mpm_event", "authz_core", "dir", "mime", "rewrite")
    modules = "\n".join(f"LoadModule {one}_module {MODULES}/mod_{one}.so" for one in names)
    conf = tmp_path / "apache.conf"
    conf.write_text(
        APACHE.format(folder=tmp_path, port=port, modules=modules).replace(
            f"DocumentRoot {tmp_path}", f"DocumentRoot {root}"
        ),
        encoding="utf-8",
    )
    command = [program("apache2"), "-f", str(conf), "-D", "FOREGROUND"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    base = f"http://127.0.0.1:{port}"
    with running(command, f"{base}/", folder=tmp_path):
        found = answers(base, way, ids)
    assert {path: both for path, both in found.items() if both != (True, True)} == {}
