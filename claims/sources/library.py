"""The newsroom's own: stored documents and the folder of the setting `library`. Nothing is sent."""

from __future__ import annotations

from claims.sources.provider import Card

CARD = Card(
    name="library",
    title="The desk",
    good_for="what the desk has itself: stored documents and its own folder of texts",
)
