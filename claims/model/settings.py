"""Every setting with its default and its help; the docs list is made from this file."""

from __future__ import annotations

from dataclasses import dataclass, field


def _setting(default: str, env: str, text: str) -> str:
    value: str = field(default=default, metadata={"env": env, "help": text})
    return value


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults, overlaid by `citetrail.toml` in the current folder, the environment and options."""

    db: str = _setting("citetrail.db", "CITETRAIL_DB", "The working database; made on first use.")
    mediawiki: str = _setting(
        "https://en.wikipedia.org/w/api.php",
        "CITETRAIL_MEDIAWIKI",
        "The action API of the wiki that the provider mediawiki asks.",
    )
    library: str = _setting(
        "",
        "CITETRAIL_LIBRARY",
        "A folder that the provider library reads beside the stored documents.",
    )
    contact: str = _setting(
        "",
        "CITETRAIL_CONTACT",
        "A mail address or page in the User-Agent, by which sites can reach you; some allow more then.",
    )
    deadline: str = _setting(
        "",
        "CITETRAIL_DEADLINE",
        "Seconds after which one run of a command asks the web for nothing more; empty: no end.",
    )
    allow_hosts: str = _setting(
        "",
        "CITETRAIL_ALLOW_HOSTS",
        "Comma-separated host:port pairs that may be asked although their address is private.",
    )
    engine: str = _setting(
        "encoder",
        "CITETRAIL_ENGINE",
        "What finds claims: encoder (trained) or rules (no weights needed).",
    )
    worthiness: str = _setting(
        "",
        "CITETRAIL_WORTHINESS",
        "A file of the desk's own weights for check-worthiness (see method.md).",
    )
    reviewer: str = _setting("", "CITETRAIL_REVIEWER", "Who decides, when --as is not given.")
