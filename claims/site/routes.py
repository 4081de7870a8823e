"""Which address is answered by what. Datasette asks these before its own."""

from __future__ import annotations

from claims.site.claim_page import (
    claim_claimreview,
    claim_csl,
    claim_html,
    claim_json,
    public_row,
)
from claims.site.feeds import feed, robots, sitemap
from claims.site.pages import corrections, home, method
from claims.site.style import icon, style

ROUTES = (
    (r"^/$", home),
    (r"^/claim/(?P<id>[^/.]+)$", claim_html),
    (r"^/claim/(?P<id>[^/.]+)\.json$", claim_json),
    (r"^/claim/(?P<id>[^/.]+)\.claimreview\.json$", claim_claimreview),
    (r"^/claim/(?P<id>[^/.]+)\.csl\.json$", claim_csl),
    (r"^/public/claims/(?P<id>[A-Za-z0-9_-]+)$", public_row),
    (r"^/method$", method),
    (r"^/corrections$", corrections),
    (r"^/feed\.atom$", feed),
    (r"^/sitemap\.xml$", sitemap),
    (r"^/robots\.txt$", robots),
)
"""The pages, where a public database is served."""

ASSETS = (
    (r"^/style\.css$", style),
    (r"^/(?:icon\.svg|favicon\.ico)$", icon),
)
"""What our templates need, whatever database they show."""
