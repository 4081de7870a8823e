"""Every setting with its default and its help; the docs list is made from this file."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

SERVED = "http://127.0.0.1:8001"
"""Where `serve` shows the site when nothing else is said."""


def _setting(default: str, env: str, text: str) -> str:
    value: str = field(default=default, metadata={"env": env, "help": text})
    return value


def _secret(env: str, text: str) -> str:
    # repr=False: a traceback or a log line that shows the settings shows no key
    value: str = field(default="", repr=False, metadata={"env": env, "help": text, "secret": True})
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
    stance: str = _setting(
        "encoder",
        "CITETRAIL_STANCE",
        "What suggests how a passage bears on a claim: encoder (trained weights), rules "
        "(numbers alone), or the folder of a network of your own (see stance.md).",
    )
    worthiness: str = _setting(
        "",
        "CITETRAIL_WORTHINESS",
        "A file of the desk's own weights for check-worthiness (see method.md).",
    )
    source_types: str = _setting(
        "",
        "CITETRAIL_SOURCE_TYPES",
        "A file of the desk's own rules for what sort of source a page is (see sources.md).",
    )
    publishers: str = _setting(
        "",
        "CITETRAIL_PUBLISHERS",
        "A file of the desk's own publisher families (see sources.md).",
    )
    desk: str = _setting("", "CITETRAIL_DESK", "The desk's name, as the public site gives it.")
    desk_url: str = _setting("", "CITETRAIL_DESK_URL", "The desk's own page on the web.")
    site: str = _setting(
        "",
        "CITETRAIL_SITE",
        "Where the public site is reached, such as https://checks.example; feeds and embeds need it.",
    )
    corrections: str = _setting(
        "",
        "CITETRAIL_CORRECTIONS",
        "A mail address or page for errors and objections, shown on every public page.",
    )
    full_text: str = _setting(
        "",
        "CITETRAIL_FULL_TEXT",
        "Hosts (or document ids) whose licence lets whole articles be shown, as host=licence, by commas.",
    )
    signing_key: str = _setting(
        "",
        "CITETRAIL_SIGNING_KEY",
        "The file of the desk's SSH key with which `publish --static` signs the manifest.",
    )
    ratings: str = _setting(
        "",
        "CITETRAIL_RATINGS",
        "A file of the desk's own scales of verdicts, in the place of the shipped ones (see review.md).",
    )
    reviewer: str = _setting(
        "",
        "CITETRAIL_REVIEWER",
        "Who decides, when --as is not given; else the user at this machine.",
    )
    claimreview: str = _setting(
        "",
        "CITETRAIL_CLAIMREVIEW",
        "A file or folder of ClaimReview JSON that the provider claimreview looks into.",
    )
    searxng: str = _setting(
        "", "CITETRAIL_SEARXNG", "The address of the SearXNG instance that is your own."
    )
    zim: str = _setting("", "CITETRAIL_ZIM", "The address of your kiwix-serve.")
    zim_book: str = _setting(
        "", "CITETRAIL_ZIM_BOOK", "The name of the one book of kiwix-serve to search; else all."
    )
    wayback: str = _setting(
        "https://web.archive.org/cdx/search/cdx",
        "CITETRAIL_WAYBACK",
        "The CDX service that the provider wayback asks (the Wayback Machine's, or a pywb's).",
    )
    save_page_now: str = _setting(
        "https://web.archive.org/save",
        "CITETRAIL_SAVE_PAGE_NOW",
        "Where `find --save` asks for a page to be archived (the Wayback Machine's Save Page Now).",
    )
    archive_org_key: str = _secret(
        "CITETRAIL_ARCHIVE_ORG_KEY",
        "Access key and secret of archive.org as `key:secret` (secret; free; without, fewer captures).",
    )
    memento: str = _setting(
        "https://timetravel.mementoweb.org/timemap/json/",
        "CITETRAIL_MEMENTO",
        "What the provider memento puts before an address to get its TimeMap.",
    )
    indicators: str = _setting(
        "",
        "CITETRAIL_INDICATORS",
        "A CSV file in the place of the shipped catalogue of World Bank indicators.",
    )
    factcheck_key: str = _secret(
        "CITETRAIL_FACTCHECK_KEY", "Key of the Google Fact Check Tools API (secret)."
    )
    openalex_key: str = _secret("CITETRAIL_OPENALEX_KEY", "Key of OpenAlex (secret; free).")
    courtlistener_token: str = _secret(
        "CITETRAIL_COURTLISTENER_TOKEN", "Token of CourtListener (secret; free)."
    )
    brave_key: str = _secret("CITETRAIL_BRAVE_KEY", "Key of the Brave Search API (secret; paid).")


SECRETS = tuple(f.name for f in fields(Settings) if f.metadata.get("secret"))
"""Settings that are never shown, stored or logged."""
