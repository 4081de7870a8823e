"""No address of the desk's own machines is named to an archive of others."""

import pytest

from claims.sources.own_pages import may_be_told

PUBLIC = "https://web.archive.org/save"
OWN = frozenset({"wiki.desk.example:443", "127.0.0.1:8891"})


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://news.example/a", True),
        ("https://news.example:8443/a", True),
        ("https://8.8.8.8/a", True),
        ("https://wiki.desk.example/a", False),  # on the desk's list
        ("https://WIKI.desk.example:443/a", False),
        ("https://wiki.desk.example./a", False),
        ("http://127.0.0.1:18377/a", False),
        ("http://localhost/a", False),
        ("http://intranet/a", False),  # a name without a dot
        ("http://printer.local/a", False),
        ("http://db.internal:8080/a", False),
        ("http://10.1.2.3/a", False),
        ("http://192.168.0.1/a", False),
        ("http://[::1]/a", False),
        ("http://[fd00::1]:80/a", False),
        ("http://169.254.169.254/latest", False),
        ("ftp://news.example/a", False),
        ("http://[::1/a", False),
        ("http://news.example:99999/a", False),
        ("urn:citetrail:d-1", False),
        ("", False),
    ],
)
def test_pages(url, may):
    assert may_be_told(url, service=PUBLIC, own=OWN) is may
    assert may_be_told(url, service="http://127.0.0.1:8891/news/cdx", own=OWN) is True
