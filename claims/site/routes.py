"""Which address is answered by what. Datasette asks these before its own."""

from __future__ import annotations

from claims.site.card_image import card_png
from claims.site.claim_page import (
    claim_claimreview,
    claim_csl,
    claim_html,
    claim_json,
    public_row,
)
from claims.site.claimant_page import claimant_html, claimant_row
from claims.site.document_page import document_html, document_row
from claims.site.embed import embed_html, oembed
from claims.site.feeds import feed, robots, sitemap, sitemap_part
from claims.site.list_page import list_html
from claims.site.pages import corrections, data, figures, home, method
from claims.site.style import icon, style

ROUTES = (
    (r"^/$", home),
    # the names and the format that never comes are for Datasette's own page, which answers the rest
    (r"^/(?P<database>public)/(?P<table>claims)(?P<format>(?!))?$", list_html),
    (r"^/claim/(?P<id>[^/.]+)$", claim_html),
    (r"^/claim/(?P<id>[^/.]+)/embed$", embed_html),
    (r"^/claim/(?P<id>[^/.]+)/card\.png$", card_png),
    (r"^/claim/(?P<id>[^/.]+)\.json$", claim_json),
    (r"^/claim/(?P<id>[^/.]+)\.claimreview\.json$", claim_claimreview),
    (r"^/claim/(?P<id>[^/.]+)\.csl\.json$", claim_csl),
    (r"^/claimant/(?P<slug>[^/]+)$", claimant_html),
    (r"^/document/(?P<id>[^/.]+)$", document_html),
    (r"^/public/claims/(?P<id>[A-Za-z0-9_-]+)$", public_row),
    (r"^/public/claimants/(?P<slug>[^/.]+)$", claimant_row),
    (r"^/public/documents/(?P<id>[A-Za-z0-9_-]+)$", document_row),
    (r"^/figures$", figures),
    (r"^/data$", data),
    (r"^/method$", method),
    (r"^/corrections$", corrections),
    (r"^/oembed$", oembed),
    (r"^/feed\.atom$", feed),
    (r"^/sitemap\.xml$", sitemap),
    (
        r"^/sitemap-(?P<table>claims|documents|claimants)-(?P<number>[1-9][0-9]{0,3})\.xml$",
        sitemap_part,
    ),
    (r"^/robots\.txt$", robots),
)
"""The pages, where a public database is served."""

ASSETS = (
    (r"^/style\.css$", style),
    (r"^/(?:icon\.svg|favicon\.ico)$", icon),
)
"""What our templates need, whatever database they show."""
