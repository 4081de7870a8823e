"""A crawled text to where its article ends and the web site's own words begin, and single such lines.

Conservative by design: only a block that runs to the text's end is cut, and it is cut only from a line
that says what it is. A line of the body is boilerplate only when the whole of it is a known phrase.
"""

from __future__ import annotations

import re

LONGEST = 240
"""Characters; a longer sentence is never boilerplate."""

SHORT_LINE = 12
"""Words; a line this short and without a full stop may be a link or a name in a tail."""

MAX_COMMENTS = 0.5
"""Share of the text that a comment thread under an article may take and still be cut off."""

MAX_TAIL_LINES = 1000
"""Lines from the end that are looked at."""

_BUTTON = r"(?:share|tweet|print|e-?mail|facebook|twitter|linkedin|whatsapp|telegram|reddit)"
_PHOTOGRAPHER = r"(?-i:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4})"
_AMENDED = (  # not: "This article was amended on 5 August 2019 by the president"
    r"this (?:article|story|report|page|post) (?:has been|was) (?:amended|edited|revised|clarified)"
    r" on [\w, ]{6,24}(?=\W*$|[.;] | (?:to (?:correct|clarify|remove|add|reflect|include|change|update|make"
    r" clear|amend|restore)|because|as|after)\b)"
)
_COMMENT_FORM = (
    r"leave an? (?:reply|comment)(?: to .{1,60})?(?: cancel reply)?",
    r"(?:post|add|write|submit) (?:a|your) comment",
    r"(?:\d{1,5}|no) (?:comments?|responses?|replies)(?: (?:on|to) [^.!?]{1,120})?:?",
    r"comments ?\(\d{1,5}\)",
    r"your email address will not be (?:published|shared).{0,80}",
)
_TAIL = (
    r"(?:comments?|responses?|replies|join the (?:conversation|discussion)):?",
    r"comments are (?:closed|moderated|off)\.?",
    r"required fields are marked ?\*?",
    r"(?:name|e-?mail|website|comment)s? ?\*",
    r"save my name, e-?mail,? and website in this browser.{0,80}",
    r"notify me of (?:new|follow-?up) (?:posts|comments).{0,40}",
    r"this site uses akismet.{0,120}",
    r"(?:you must be|please) (?:logged|log) in to (?:post a )?comment.{0,20}",
    r"do not follow this link.{0,120}",
    r"(?:cancel|post|log in to) (?:reply|comment)",
    (
        r"(?:related|more|other|recommended|popular|similar|latest) (?:articles?|stor(?:y|ies)|posts?|news"
        r"|reading|coverage|topics?|content):?"
    ),
    (
        r"(?:you (?:may|might) (?:also|like)|read next|up next|more (?:from|on|about|like)"
        r"|most (?:read|viewed|popular)|trending|don.t miss)\b[^.!?]{0,80}"
    ),
    r"(?:sources?|references|notes|external links|further reading|see also|sister links):?",
    (
        r"(?:filed under|tagged(?: with| under)?|tags|topics|categories|category|posted in)"
        r"(?: ?:.{0,200}|)"
    ),
    r"(?:share|tweet|pin|print|e-?mail) this\b[^.!?]{0,60}",
    r"share (?:on|via|to) (?:e-?mail|facebook|linkedin|reddit|telegram|twitter|whatsapp|x)\b.{0,40}",
    rf"{_BUTTON}(?: {_BUTTON}){{0,8}}",
    r"follow (?:us|me|@?\w{1,30}) on [^.!?]{1,60}[.!]?",
    r"(?:sign ?up|subscribe)(?: now| here| today)?(?: (?:for|to) [^.!?]{1,120})?[.!]?",
    r"(?:get|receive) [^.!?]{1,80} (?:in|to) your inbox.{0,60}",
    r"(?:enter )?your e-?mail address:?",
    r"(?:about the author|author bio|back to top|skip to [^.!?]{1,30})",
    r"(?:previous|next) (?:post|article)\b[^.!?]{0,80}",
    r"(?:copyright|©|\(c\)) ?(?:©|\(c\)|by|\d{4}).{0,140}",
    r"(?:.{0,60}\W)?all rights reserved.{0,80}",
    r"(?:this|our) (?:web ?)?site uses cookies.{0,160}",
    r"we use cookies.{0,160}",
    r"(?:accept|reject|manage) (?:all )?cookies[^.!?]{0,40}",
    r"(?:media|press) contacts?:[^!?]{0,160}",
    r"th(?:is|ese) (?:\w+ ){1,2}(?:may )?contains? (?:certain )?[“\"]?forward-looking statements\b.{0,160}",
    r"actual results (?:may|could|might) differ materially\b.{0,160}",
    (
        r"(?:privacy policy|terms (?:of (?:use|service)|and conditions)|cookie policy|contact us|about us"
        r"|advertise(?: with us)?)(?: ?[|·•] ?.{0,120})?"
    ),
    r"(?:support|donate to) (?:us|our (?:work|journalism))\b.{0,120}",
    r"https?://\S{1,200}",
    r"\"[^\"]{4,200}\" ?— .{1,120}\d{4}\.?",  # Wikinews: "Headline" — Paper, August 31, 2021
)
_INLINE = (
    r"for immediate release",
    r"(?:get|download) (?:our|the) (?:free )?(?:[\w-]{1,20} )?app\b[^.!?]{0,40}[.!]?",
    r"(?:accept|reject|decline|allow) all|manage (?:my |your )?(?:preferences|choices|options|consent)",
    r"(?:advertisement|advertising|sponsored(?: content)?|ad|loading)\W{0,3}",
    r"(?:advertisement\W{1,4})?story continues below(?: advertisement)?\W{0,3}",
    r"(?:\d{1,2}/\d{1,2} )?follow (?:us|me) for more\b[^.!?]{0,60}",
    r"continue reading(?: below)?\W{0,3}",
    r"article continues (?:below|after).{0,60}",
    (
        r"(?:read|read also|also read|see also|related|watch|listen|more|in pictures|recommended"
        r"|live updates|(?:read|show|view|see|learn) more): ?.{2,200}"
    ),
    (
        r"(?:(?:read|show|view|see|learn) more|(?:watch|listen) now)"
        r"(?: (?:here|about|on) [^.!?]{0,120}|[ .…»>→]{0,4})"
    ),
    (
        r"open(?:ing (?:hours|times))?:? (?:daily|every day|(?:mon|tue|wed|thu|fri|sat|sun)\w*)\b"
        r".{0,60}\d.{0,40}"
    ),
    r"click (?:here|the link|on the link|below)\b.{0,160}",
    (
        r"\[?(?:file )?(?:photo(?:graph)?s?|image|picture|video|graphic|illustration|credit)"
        r"(?: credits?| source)?(?: ?: ?| by ).{2,140}"
    ),
    r"\(?(?:ap|reuters|afp|getty images|file|epa|pa)(?: (?:photo|images|file photo))?/[^.!?]{2,100}\)?",
    rf"\(?{_PHOTOGRAPHER} ?/ ?(?:getty images|reuters|ap|afp|epa|shutterstock|alamy)\)?\.?",
    # A newsroom's note on its own article: a claim about the article, not about the world
    (
        r"(?:(?:correction|clarification|editor.s note)[^.:]{0,30}: ?)?an? (?:earlier|previous)"
        r" version of this (?:article|story|report|piece)\b.{0,200}"
    ),
    r"(?:image|photo|picture|media) (?:copyright|source|caption|credit)s?(?: [A-Z].{0,80})?",
    r"\(?(?:photo|image|picture)s?(?: illustration)? (?:by|courtesy(?: of)?) [^.!?]{2,120}\)?\.?",
    r"this (?:article|story|report|page|post) (?:has been|was|is being) (?:updated|corrected)\b.{0,160}",
    rf"{_AMENDED}(?: .{{0,160}}|[.]?)",
    (
        r"th(?:is|e) (?:(?:interview|conversation|transcript|q ?& ?a) (?:has been|was) (?:lightly )?"
        r"(?:edited|condensed|translated|shortened|abridged)\b.{0,120}|is an? (?:lightly )?(?:edited|abridged"
        r"|condensed) (?:transcript|version|extract)\b.{0,80})"
    ),
    r"listen to this (?:article|story)\b.{0,40}",
    r"\d{1,3}[ -]min(?:ute)?s? (?:read|listen)",
    r"this article was originally published (?:on|in|by) [^.!?]{2,120}\.?",
)


def _whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_ENDED = re.compile(r"[.!?…”\"][ \t\r]*(?:\n|\Z)")
"""The end of a line of text: where none has one, short lines are no sign of a tail."""
_NOTICE = re.compile(
    rf"\W{{0,4}}(?:(?:this|our) (?:web ?)?site uses cookies|we use cookies|{_AMENDED}"
    r"|this (?:article|story|report|page|post) (?:has been|was) (?:updated|corrected))\b",
    re.IGNORECASE,
)
_COMMENTS = _whole(_COMMENT_FORM)
_ENDS = _whole(_COMMENT_FORM + _TAIL)
_LINES = _whole(_COMMENT_FORM + _TAIL + _INLINE)
_BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
_BEGINS = _BLANKS + "*#>•|=_–—-"
_STOPS = _BLANKS + "#|=_"


def is_boilerplate(sentence: str) -> bool:
    """Whether the whole sentence is the web site's rather than the article's.

    >>> is_boilerplate("Advertisement"), is_boilerplate("The advertisement cost $5,000.")
    (True, False)
    """
    words = _without_edges(sentence)
    return 0 < len(words) <= LONGEST and _LINES.fullmatch(words) is not None


def in_notice(text: str, start: int) -> bool:
    """Whether `start` lies in a short line whose first words say that all of it is the web site's.

    >>> in_notice("We use cookies. By continuing you accept them.", 16)
    True
    """
    low = max(0, start - LONGEST)
    line = text.rfind("\n", low, start) + 1 or low
    if line and text[line - 1] != "\n":
        return False
    high = line + 2 * LONGEST
    ended = len(text) <= high or text.find("\n", start, high) >= 0
    return ended and _NOTICE.match(text, line) is not None


def body_end(text: str) -> int:
    r"""The offset at which the article ends; the text's length when nothing follows it.

    >>> body_end("He won. Police said so twice.\n\nLeave a Reply\n\nRequired fields are marked *")
    31
    """
    at = end = len(text)
    known = foreign = short = 0
    unsure = False
    for line in reversed(text.splitlines(keepends=True)[-MAX_TAIL_LINES:]):
        at -= len(line)
        words = _without_edges(line)
        if not words:
            continue
        if len(words) <= LONGEST and _may_begin(words, known=known, foreign=foreign):
            end, unsure = at, short > 0 and not foreign
        if is_boilerplate(words):
            known += 1
        elif _is_short(words):
            short += 1
        else:
            foreign += 1
        if foreign and len(text) - at > MAX_COMMENTS * len(text):
            break
    told = _ENDED.search(text, 0, end) if unsure else text[:end].strip()
    return end if told else len(text)


def _may_begin(words: str, *, known: int, foreign: int) -> bool:
    """Whether the article may end before a line with `known` and `foreign` lines after it.

    After a comment form come readers' comments, whatever they say, as long as one more line of the
    form vouches for it; any other tail must be nothing but boilerplate and short lines.
    """
    if foreign:
        return known > 0 and _COMMENTS.fullmatch(words) is not None
    return _ENDS.fullmatch(words) is not None


def _is_short(words: str) -> bool:
    return len(words.split()) <= SHORT_LINE and not words.endswith((".", "!", "?", "”", '"'))


def _without_edges(line: str) -> str:
    """The line without blanks and marks at its ends, cut where it is too long to matter."""
    return line[: 2 * LONGEST].lstrip(_BEGINS).rstrip(_STOPS)
