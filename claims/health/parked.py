"""A page to the words by which its domain is known to be parked or for sale, or to None.

A domain that ran out is soon held by a seller of domains: the page that answers is not the one that was
cited. Only short pages are looked at: an article about such domains is long.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

HOSTS = (
    *("sedoparking.com", "sedo.com", "parkingcrew.net", "bodis.com", "dan.com", "afternic.com"),
    *("hugedomains.com", "above.com", "parklogic.com", "undeveloped.com", "uniregistry.com"),
    *("domainmarket.com", "buydomains.com", "epik.com", "namebright.com", "voodoo.com"),
    *("skenzo.com", "smartname.com", "parked.com", "domainsponsor.com", "dynadot.com"),
    *("domains.atom.com", "squadhelp.com", "brandbucket.com", "porkbun.com", "spaceship.com"),
)
"""Where sellers of domains and parking services lead visitors."""

SOURCES = (
    *("sedoparking.com", "parkingcrew.net", "bodis.com/", "parklogic.com", "d38psrni17bvxu."),
    *("img1.wsimg.com/parking-lander", "window.park =", "window.park=", "/sk-park.php"),
    *("data-adblockkey=", "parking-lander", "domain_parking", "//www.above.com/", "skenzo.com"),
)
"""What stands in the source of parked pages and of hardly any other."""

SAID = re.compile(
    r"\b(?:th(?:is|e) domain(?: name)?|domain name|[\w-]{1,63}\.[a-z]{2,24})"
    r"(?: name)? (?:is|may be|might be|could be) (?:available )?(?:for sale|available for purchase|parked)\b"
    r"|\b(?:buy|get|purchase|acquire) this domain\b"
    r"|\bdomain (?:has )?expired\b|\bthis domain (?:has expired|is expired|has been registered)\b"
    r"|\bthis (?:web ?page|page|site|domain) is parked\b|\bparked (?:free|domain|by)\b"
    r"|\bdiese domain (?:steht zum verkauf|kaufen)\b|\bce (?:nom de )?domaine est (?:à vendre|en vente)\b"
    r"|\beste dominio está (?:en venta|a la venta)\b|\bdomein (?:is )?te koop\b",
    re.IGNORECASE,
)
MOST_WORDS = 200
MOST_SOURCE = 200_000


def parked(url: str, target_url: str, source: str, text: str) -> str | None:
    """What the page that answered for `url` is known by; null when it is no parked page.

    `source` is the page as received, `text` what a reader sees of it.

    >>> lost = "https://lost.example/losses"
    >>> parked(lost, lost, "", "lost.example is for sale! Buy this domain today.")
    'its text says "lost.example is for sale"'
    >>> parked(lost, "https://www.hugedomains.com/domain_profile.cfm?d=lost.com", "", "")
    'it leads to hugedomains.com, which sells domains'
    >>> parked(lost, lost, "", "The council sold the estate.") is None
    True
    """
    seller = _seller(target_url)
    if seller and seller != _seller(url):  # the seller's own pages can be cited like any others
        return f"it leads to {seller}, which sells domains"
    if len(text.split()) > MOST_WORDS:
        return None
    said = SAID.search(text)
    if said:
        return f'its text says "{" ".join(said[0].split())[:80]}"'
    low = source[:MOST_SOURCE].casefold()
    mark = next((one for one in SOURCES if one in low), None)
    return f'its source has "{mark}"' if mark else None


def _seller(url: str) -> str | None:
    host = _host(url)
    return next((one for one in HOSTS if host == one or host.endswith("." + one)), None)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def shown_words(source: str) -> str:
    """What stands between the tags of a page that has no article, scripts and styles left out.

    >>> shown_words("<title>lost</title><style>a{}</style><h1>Buy <b>this</b> domain</h1><script>x")
    'lost Buy this domain'
    """
    low, kept, at = source[:MOST_SOURCE].lower(), [], 0
    while at < len(low):
        opened = low.find("<", at)
        kept.append(source[at : opened if opened >= 0 else len(low)])
        if opened < 0:
            break
        name = next((n for n in ("script", "style") if low.startswith(n, opened + 1)), None)
        closed = low.find(f"</{name}" if name else ">", opened)
        if closed < 0:
            break
        at = low.find(">", closed) + 1 or len(low)
        kept.append(" ")
    return " ".join("".join(kept).split())
