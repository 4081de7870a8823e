"""When something began and when it ended, told with two verbs, to how long it lasted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = rf"(?:{MONTH})"
_DATE = rf"(?:\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|{_MONTH} \d{{4}}|\d{{4}})"
_BEGAN = (
    r"(?:(?:had )?(?:began|begun|started|opened|broke out|got under way|kicked off)"
    r"|was (?:begun|started|opened|launched))"
)
_ENDED = (
    r"(?:(?:it )?(?:ended|finished|closed|concluded|stopped|came to an end)"
    r"|(?:it )?was (?:ended|finished|completed|concluded|called off))"
)
_WHO = r"(?P<who>[A-Z][^,;:()\d]{1,60}?)"
_BOTH = re.compile(
    rf"^{_WHO}(?:, which)? {_BEGAN} (?:in|on) (?P<first>{_DATE})"
    rf"(?:,? and|,) {_ENDED} (?:in|on) (?P<last>{_DATE})\b"
)
_HELD = re.compile(
    rf"^{_WHO} (?:became|was (?:appointed|elected|named)|took office as) (?P<post>[a-z][^,;:\d]{{2,50}}?)"
    rf" (?:in|on) (?P<first>{_DATE}),? and (?:he |she )?(?:left office|resigned|stepped down|retired"
    rf"|was succeeded|was replaced|left the post)(?: by [A-Z]\w+(?: [A-Z]\w+)*)?"
    rf" (?:in|on) (?P<last>{_DATE})\W*$"
)
"""How long somebody had a post, told with two verbs."""
_POSTS = {
    "leader": "led", "head": "headed", "chairman": "chaired", "chairwoman": "chaired", "captain": "captained",
    "leadership": "led", "chairmanship": "chaired", "captaincy": "captained",
}  # fmt: skip
_POST = re.compile(
    rf"^{_WHO} (?:was|served as|held)(?: the)?"
    rf" (?:(?P<post>{'|'.join(_POSTS)})|(?P<presidency>presidency)) of (?P<of>[^,;:\d]{{2,60}}?)"
    rf" from (?P<first>{_DATE}) (?P<to>to|until) (?P<last>{_DATE})\b"
)
"""Which post somebody had from when to when."""


_ENDS = re.compile(rf"^It (?P<ended>{_ENDED}) (?:in|on) {_DATE}\W*$")


def lasted_on(sentence: str, after: str) -> Iterator[str]:
    """How long what a sentence begins went on until the next ends it.

    >>> list(lasted_on("The war broke out in 1914.", "It ended in 1918."))
    ['The war lasted from 1914 to 1918.']
    """
    if after.startswith("It ") and _ENDS.match(after):
        yield from lasted(f"{sentence.rstrip(' .')} and {after[3:]}")


def lasted(sentence: str) -> Iterator[str]:
    """How long what a sentence tells of went on, as a sentence of its own.

    >>> list(lasted("The strike began on 4 March 2019 and ended on 15 March 2019."))
    ['The strike lasted from 4 March 2019 to 15 March 2019.']
    >>> list(lasted("Construction started in 1998 and was completed in 2004."))
    ['Construction lasted from 1998 to 2004.']
    >>> list(lasted("Olga Renn was leader of the party from 1990 to 2002."))
    ['Olga Renn led the party from 1990 to 2002.']
    """
    match = _BOTH.match(sentence) if " in " in sentence or " on " in sentence else None
    post = _POST.match(sentence) if " of " in sentence and " from " in sentence else None
    if match:
        yield f"{match['who']} lasted from {match['first']} to {match['last']}."
    elif held := _HELD.match(sentence) if " and " in sentence else None:
        yield f"{held['who']} was {held['post']} from {held['first']} to {held['last']}."
    elif post:
        did = "was president of" if post["presidency"] else _POSTS[post["post"]]
        yield f"{post['who']} {did} {post['of']} from {post['first']} {post['to']} {post['last']}."
