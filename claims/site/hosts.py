"""Withdrawn claims to what hosts of files are told of them, so that their notices answer 410 there too.

`_headers`: Netlify, Cloudflare Pages. `.htaccess`: Apache. `withdrawn.map`: deploy/nginx-files.conf.
A host that knows none of these answers 200; the notice itself asks not to be found by search engines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MAP = "withdrawn.map"
HEADERS = """/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Cross-Origin-Opener-Policy: same-origin
"""
NOTICE = """# A notice that stays: it is shown, and answers that the page is gone
ErrorDocument 410 {at}/index.html
RewriteEngine On
RewriteCond %{{ENV:REDIRECT_STATUS}} ^$
RewriteRule ^(?:index\\.html)?$ - [G]
"""
DATA = """<Files "{id}.json">
  ErrorDocument 410 {at}.json
</Files>
"""
DATA_GONE = """RewriteEngine On
RewriteCond %{{ENV:REDIRECT_STATUS}} ^$
RewriteRule ^(?:{ids})\\.json$ - [G]
"""


def host_files(withdrawn: Sequence[str], address: str) -> Iterator[tuple[str, str]]:
    """Name and text of each file for hosts; `withdrawn` are the ids of claims, `address` is the site's.

    >>> [name for name, _ in host_files(["c-1"], "https://checks.example/desk")]
    ['_headers', '.htaccess', 'withdrawn.map', 'claim/.htaccess', 'claim/c-1/.htaccess']
    """
    base = urlsplit(address).path.rstrip("/")
    yield "_headers", "".join([HEADERS, *(_no_index(f"{base}/claim/{one}") for one in withdrawn)])
    yield ".htaccess", f"ErrorDocument 404 {base}/404.html\n"
    yield MAP, "".join(_mapped(f"{base}/claim/{one}" for one in withdrawn))
    if withdrawn:
        told = (DATA.format(id=one, at=f"{base}/claim/{one}") for one in withdrawn)
        yield "claim/.htaccess", "".join([DATA_GONE.format(ids="|".join(withdrawn)), *told])
    for one in withdrawn:
        yield f"claim/{one}/.htaccess", NOTICE.format(at=f"{base}/claim/{one}")


def _no_index(at: str) -> str:
    return "".join(f"{path}\n  X-Robots-Tag: noindex\n" for path in (f"{at}/*", f"{at}.json"))


def _mapped(places: Iterable[str]) -> Iterator[str]:
    """Each address of a withdrawn claim, and the file that is shown there all the same.

    Without its slash the address leads to the one with it, as for every folder.
    """
    for at in places:
        for asked in (f"{at}/", f"{at}/index.html"):
            yield f"{asked} {at}/index.html;\n"
        yield f"{at}.json {at}.json;\n"
