"""The providers by name: the only list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model.errors import BadSetting
from claims.sources.mediawiki import MediaWiki

if TYPE_CHECKING:
    from claims.model.settings import Settings
    from claims.sources.provider import Provider

LIBRARY = "library"
"""Answers from stored documents and the desk's own folder, so it has nothing to send."""

NAMES = ("mediawiki", LIBRARY)


def remote_providers(names: tuple[str, ...], settings: Settings) -> tuple[Provider, ...]:
    """The providers among `names` that are asked over HTTP. Raises BadSetting for an unknown name."""
    known: dict[str, Provider] = {"mediawiki": MediaWiki(settings.mediawiki)}
    for name in names:
        if name not in NAMES:
            raise BadSetting(f"no provider is called {name!r}; there are: {', '.join(NAMES)}")
    return tuple(known[name] for name in names if name in known)
