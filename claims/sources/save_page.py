"""Asking Save Page Now for a capture: what to send, and what its answers mean. Submitted is not archived.

With a key it takes a form and names a job; without one it answers the address itself, and leads to the
capture when there is one.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from claims.model.memento import SaveState
from claims.text.sound import sound

JOB = re.compile(r"[\w.-]{1,100}", re.ASCII)
CAPTURE = re.compile(r"^https?://[^/?#]+(?:/[^/?#]+)*/(\d{14})(?:[a-z]{2}_)?/(.+)$", re.ASCII)
FRESH = "3600"
"""Seconds within which a capture that is there already is taken as the answer."""

PERMANENT = frozenset(
    """blocked blocked-url blocked-client-ip filesize-limit invalid-host-resolution invalid-url-syntax
    not-found not-implemented no-access no-request-method-not-allowed method-not-allowed
    too-many-redirects unauthorized ftp-access-denied http-version-not-supported""".split()
)
"""Errors of a page that asking again does not mend."""

QUOTA = frozenset(
    """too-many-requests user-session-limit too-many-daily-captures max-daily-bandwidth
    max-daily-bandwidth-http-date""".split()
)
SOON, LATER, TOMORROW = timedelta(minutes=10), timedelta(hours=1), timedelta(days=1)
TOO_MANY = 429
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Learnt:
    """What an answer says of a page's capture. `after` is how long to wait before another try."""

    state: SaveState
    detail: str | None = None
    job: str | None = None
    memento_url: str | None = None
    after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of the service: status, the address it came from in the end, decoded body.

    Without an answer `http_status` is null and `reason` says why.
    """

    http_status: int | None
    target_uri: str
    body: bytes
    reason: str | None = None


def form(url: str) -> dict[str, str]:
    """The form that asks for a capture of `url`.

    >>> form("http://a.example/")["url"]
    'http://a.example/'
    """
    return {
        "url": url,
        "if_not_archived_within": FRESH,
        "skip_first_archive": "1",
        "delay_wb_availability": "0",
    }


def headers(key: str) -> dict[str, str]:
    """The headers that carry the key.

    >>> headers("access:secret")
    {'Authorization': 'LOW access:secret'}
    """
    return {"Authorization": f"LOW {key}"}


def anonymous_address(service: str, url: str) -> str:
    """The address that asks for a capture without a key.

    >>> anonymous_address("https://web.archive.org/save", "http://a.example/?q=1#top")
    'https://web.archive.org/save/http://a.example/?q=1%23top'
    """
    return f"{service.rstrip('/')}/{quote(url, safe=':/?&=%+,;@~!$*()[]')}"


def status_address(service: str, job: str) -> str:
    """The address that says how far a job is.

    >>> status_address("https://web.archive.org/save", "spn2-1")
    'https://web.archive.org/save/status/spn2-1'
    """
    return f"{service.rstrip('/')}/status/{quote(job, safe='')}"


def read_submission(answer: Answered) -> Learnt:
    """What the answer to the form says.

    >>> read_submission(Answered(200, "", b'{"url": "http://a.example/", "job_id": "spn2-1"}')).job
    'spn2-1'
    """
    if (early := _no_answer(answer)) is not None:
        return early
    said = _object(answer.body)
    if said is None:
        return Learnt(SaveState.NOT_MEASURED, "the answer is not JSON", after=SOON)
    if said.get("status") == "error" or "status_ext" in said:
        return _error(said)
    job = said.get("job_id")
    if isinstance(job, str) and JOB.fullmatch(job):
        return Learnt(SaveState.SUBMITTED, "a job was made; it is not archived yet", job=job)
    detail = f"no job was named: {_words(said.get('message')) or 'no reason was given'}"
    return Learnt(SaveState.NOT_MEASURED, detail, after=SOON)


def read_status(answer: Answered, *, service: str, job: str) -> Learnt:
    """What the service says of a job.

    >>> read_status(Answered(200, "", b'{"status": "pending"}'), service="", job="j").state.value
    'pending'
    """
    early = _no_answer(answer)
    if early is not None:
        # whatever stands in the way of asking says nothing of the job
        return Learnt(SaveState.NOT_MEASURED, early.detail, job=job)
    said = _object(answer.body) or {}
    status = said.get("status")
    if status == "pending":
        return Learnt(SaveState.PENDING, "the archive is at it", job=job)
    if status == "error":
        return _error(said)
    stamp, original = said.get("timestamp"), said.get("original_url")
    if status != "success" or not isinstance(original, str):
        return Learnt(SaveState.NOT_MEASURED, "the answer says nothing of the job", job=job)
    if not isinstance(stamp, str) or not re.fullmatch(r"\d{14}", stamp, re.ASCII):
        return Learnt(SaveState.NOT_MEASURED, "it says success and names no capture", job=job)
    memento = f"{service.rstrip('/').removesuffix('/save')}/web/{stamp}/{sound(original)}"
    return Learnt(SaveState.ARCHIVED, None, job=job, memento_url=memento)


def read_anonymous(answer: Answered, *, asked_at: datetime) -> Learnt:
    """What the answer without a key says: it is archived only when it led to a new capture."""
    if (early := _no_answer(answer)) is not None:
        return early
    found = CAPTURE.match(answer.target_uri)
    if not found:
        detail = "the archive took the address and named no capture"
        return Learnt(SaveState.SUBMITTED, detail, after=LATER)
    try:
        made = datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=asked_at.tzinfo)
    except ValueError:
        return Learnt(SaveState.SUBMITTED, "the capture has no readable time", after=LATER)
    if asked_at - made > timedelta(seconds=int(FRESH)):
        detail = f"the archive showed its capture of {made:%Y-%m-%d} and no new one"
        return Learnt(SaveState.SUBMITTED, detail, after=LATER)
    return Learnt(SaveState.ARCHIVED, None, memento_url=sound(answer.target_uri))


def _no_answer(answer: Answered) -> Learnt | None:
    status = answer.http_status
    if status is None:
        detail = f"asked, and no answer came: {answer.reason or 'no reason is known'}"
        return Learnt(SaveState.NOT_MEASURED, detail[:LONGEST], after=timedelta(0))
    if status >= 400 and (_object(answer.body) or {}).get("status_ext"):  # noqa: PLR2004 - errors
        return _error(_object(answer.body) or {})
    return _status_alone(status)


def _status_alone(status: int) -> Learnt | None:
    """What a status says when the body says nothing."""
    if status < 400:  # noqa: PLR2004 - no error
        return None
    if status == TOO_MANY:
        return Learnt(SaveState.FAILED, "the archive takes no more for now", after=SOON)
    if status in {401, 403}:
        return Learnt(SaveState.FAILED, f"the archive refused ({status}): is the key right?")
    if status >= 500:  # noqa: PLR2004 - server errors
        return Learnt(SaveState.NOT_MEASURED, f"the archive answered {status}", after=SOON)
    return Learnt(SaveState.FAILED, f"the archive answered {status}", after=LATER)


def _error(said: dict[str, Any]) -> Learnt:
    code = _words(said.get("status_ext") or said.get("exception")).removeprefix("error:")
    detail = ": ".join(part for part in (code, _words(said.get("message"))) if part)
    after: timedelta | None = LATER
    if code in PERMANENT:
        after = None
    elif code in QUOTA:
        after = TOMORROW if "daily" in code else SOON
    return Learnt(SaveState.FAILED, detail or "no reason was given", after=after)


def _object(body: bytes) -> dict[str, Any] | None:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return read if isinstance(read, dict) else None


def _words(value: Any) -> str:
    return " ".join(sound(value).split())[:LONGEST] if isinstance(value, str) else ""
