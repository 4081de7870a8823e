"""One fixture a server, started once; figures that tests measured are printed at the end."""

import json
import os
import subprocess
from pathlib import Path
from types import SimpleNamespace
from xml.sax.saxutils import escape

import pytest
import yaml
from starting import command_line, free_port, peer, program, running

HERE = Path(__file__).parent
ARTICLES = yaml.safe_load((HERE / "articles.yaml").read_text(encoding="utf-8"))
MEDIAWIKI = "/usr/share/mediawiki"
FIGURES = []


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("servers")
            item.add_marker(pytest.mark.timeout(300))


def pytest_terminal_summary(terminalreporter):
    for line in FIGURES:
        terminalreporter.write_line(line)


@pytest.fixture
def figure():
    """A function that notes a line to be printed after the tests."""
    return FIGURES.append


@pytest.fixture
def citetrail(tmp_path):
    """Run the command line in tmp_path."""
    return command_line(tmp_path)


@pytest.fixture(scope="session")
def mediawiki(tmp_path_factory):
    """MediaWiki with SQLite and twenty pages of our own; `api` is its action API, `pair` its host:port."""
    php = program("php")
    if not Path(MEDIAWIKI).is_dir():
        program("mediawiki")
    folder = tmp_path_factory.mktemp("mediawiki")
    port = free_port()
    server = f"http://127.0.0.1:{port}"
    (folder / "data").mkdir()
    (folder / "conf").mkdir()
    settings = folder / "conf/LocalSettings.php"
    environment = {**os.environ, "MW_CONFIG_FILE": str(settings)}

    def maintain(script, *arguments, **extra):
        done = subprocess.run(
            [php, f"{MEDIAWIKI}/maintenance/{script}.php", *arguments], cwd=folder, check=False,
            capture_output=True, text=True, timeout=100, **extra,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    maintain(
        "install", "--dbtype", "sqlite", "--dbpath", str(folder / "data"), "--server", server,
        "--scriptpath", "", "--confpath", str(folder / "conf"), "--pass", "Correct-Horse-99",
        "Claimwiki", "Admin",
    )  # fmt: skip
    with settings.open("a") as file:
        file.write("\n$wgJobRunRate = 0;\n")
    (folder / "dump.xml").write_text(_dump(), encoding="utf-8")
    maintain("importDump", "--no-updates", str(folder / "dump.xml"), env=environment)
    maintain("rebuildtextindex", env=environment)
    maintain("initSiteStats", "--update", env=environment)
    command = [php, "-S", f"127.0.0.1:{port}", "-t", MEDIAWIKI]
    api = f"{server}/api.php"
    with running(
        command, f"{api}?action=query&format=json", folder=folder, MW_CONFIG_FILE=str(settings)
    ):
        yield SimpleNamespace(api=api, pair=f"127.0.0.1:{port}")


def _dump():
    pages = "".join(
        f"<page><title>{escape(a['title'])}</title><ns>0</ns><id>{n}</id><revision><id>{n}</id>"
        "<timestamp>2020-01-01T00:00:00Z</timestamp><contributor><username>Ada</username><id>1</id>"
        "</contributor><model>wikitext</model><format>text/x-wiki</format>"
        f"<text xml:space='preserve'>{escape(a['text'])}</text></revision></page>"
        for n, a in enumerate(ARTICLES, start=10)
    )
    return f"<mediawiki version='0.11' xml:lang='en'>{pages}</mediawiki>"


@pytest.fixture(scope="session")
def kiwix(tmp_path_factory):
    """kiwix-serve with one book of the same twenty pages; `base` is its address, `book` the name."""
    serve, python = program("kiwix-serve"), peer("libzim", "python")
    folder = tmp_path_factory.mktemp("kiwix")
    book = folder / "highlands.zim"
    subprocess.run(
        [python, str(HERE / "make_zim.py"), str(book)], input=json.dumps(ARTICLES).encode(),
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    port = free_port()
    command = [serve, "--address", "127.0.0.1", "--port", str(port), "--blockexternal", str(book)]
    base = f"http://127.0.0.1:{port}"
    with running(command, f"{base}/", folder=folder):
        yield SimpleNamespace(base=base, book="highlands", pair=f"127.0.0.1:{port}")


NGINX = """daemon off; pid {folder}/nginx.pid; error_log stderr; user root;
events {{ }}
http {{
  access_log off; types {{ text/html html; text/plain txt; application/octet-stream bin; }}
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{
    listen 127.0.0.1:{port}; root {folder}/pages; etag on;
    location /packed/ {{ alias {folder}/pages/; gzip on; gzip_min_length 1; gzip_types text/plain; }}
    location /moved/ {{ rewrite ^/moved/(.*)$ /$1 redirect; }}
  }}
}}
"""


@pytest.fixture(scope="session")
def nginx(tmp_path_factory):
    """nginx over the folder `pages`; /packed/ compresses (and chunks), /moved/ redirects."""
    serve = program("nginx")
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "pages").mkdir()
    port = free_port()
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, port=port))
    command = [serve, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    base = f"http://127.0.0.1:{port}"
    with running(command, f"{base}/", folder=folder):
        yield SimpleNamespace(base=base, pages=folder / "pages", pair=f"127.0.0.1:{port}")


@pytest.fixture(scope="session")
def replay(tmp_path_factory):
    """A function that serves WARC files with pywb: gives the address of the collection."""
    manage, serve = peer("pywb", "wb-manager"), peer("pywb", "wayback")
    stack = []

    def start(*warcs):
        folder = tmp_path_factory.mktemp("pywb")
        for arguments in (["init", "news"], ["add", "news", *map(str, warcs)]):
            done = subprocess.run(
                [manage, *arguments],
                cwd=folder,
                check=False,
                capture_output=True,
                text=True,
                timeout=60,
            )
            assert done.returncode == 0, done.stdout + done.stderr
        port = free_port()
        base = f"http://127.0.0.1:{port}"
        server = running([serve, "-b", "127.0.0.1", "-p", str(port)], f"{base}/", folder=folder)
        server.__enter__()
        stack.append(server)
        return f"{base}/news"

    yield start
    for server in stack:
        server.__exit__(None, None, None)
