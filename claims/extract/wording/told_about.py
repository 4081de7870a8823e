"""What a relative clause or an apposition tells of: the person or thing right before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.names import ORGANISATIONS
from claims.extract.grammar.people_nouns import HUMANS, may_act
from claims.extract.grammar.verbs import first_finite
from claims.extract.wording.antecedents import person_before, thing_before
from claims.extract.wording.fragments import Shape
from claims.extract.wording.predicates import is_of_a_clause
from claims.model.span import Span

if TYPE_CHECKING:
    from claims.extract.wording.entities import Run
    from claims.extract.wording.story import Story

_ABSTRACT = re.compile(
    r"(?:an?|the)\s(?:\w+\s)?(?:choice|move|decision|feat|step|rise|increase|drop|fall|figure|result|sign|fact"
    r"|record|something|loophole|coincidence|march|journey|walk|trip|drive|distance|decline|gain|loss|success"
    r"|failure|victory|defeat|change|shift|delay|honou?r|practice|custom|habit|process|reaction|response"
    r"|warning|condition|claim|charge|accusation|allegation|statement|view|question|point|matter|situation"
    r"|development|achievement|milestone|difference|thing|mistake|promise|threat|task|job|way|remark|comment|phrase|boast|quip|verdict|label|slogan|lie|joke|lesson|allegation)\b"
)
_APPOSED = re.compile(
    r"\b[a-z]+,\s(?:[A-ZÀ-Þ][\w’'.-]*\s?){1,4},\s*$"
)  # "a report by its auditors, Lime Lee,"
_WHO = re.compile(r"who(?:se)?\b")
_LONGEST_PERSON = 4  # words
_LED = len(" near the ")  # characters
_DESCRIBED = re.compile(r"\b(?:to|by|with|from|against)\s(?:[A-Z][\w’'.-]*\s?){1,4},\s*$")
_OF_BEFORE = re.compile(
    r"(?:its|their)\s"
)  # of whom the words before tell, not of the last of them
_AND_WHO = re.compile(r",\s(?:who|whom|whose)\s[^,;:.]*\s(?:and|but)\s*\Z")
_AGED = re.compile(r",\s\d{1,3},\s\Z")
_IN_ROLE = re.compile(
    r"[A-ZÀ-Þ][\w’'-]+,\san?\s(?P<noun>(?:[\w-]+\s){0,3}?[a-z]+)(?:\s(?:at|of|for|with|in|from)\s[^,;:“”\"]{2,90})?\s\Z"
)
"""A name and a role behind it, of which a clause without a comma tells: "Ann Lee, a doctor in Leeds who"."""
_LISTED = re.compile(r":\s([a-z\d][^:;.“”\"]*),\s*\Z")
"""Items of a list before another: "odd things: a bell for a mill, a horn"."""
_NAMED = 3  # names before a relative clause


def told_about(story: Story, before: Span, clause: str, shape: Shape) -> str | None:
    """What a relative clause or an apposition right after a comma is about."""
    if shape not in {Shape.RELATIVE, Shape.PHRASE}:
        return None
    text = before.of(story.article.text)
    if _WHO.match(clause) and (joined := _AND_WHO.search(text)):
        text = text[: joined.start() + 1]  # "Ann Lee, who left in May and who"
        before = Span(before.start, before.start + len(text))
    role = _IN_ROLE.search(text) if clause.startswith("who ") else None
    if role is not None and _is_role(role["noun"]):
        text = text[: text.rindex(",", 0, role.start("noun")) + 1]
        before = Span(before.start, before.start + len(text))
    if not text.rstrip().endswith((",", "—", "–", "(")):
        return None
    listed = _LISTED.search(text) if shape is Shape.PHRASE else None
    if listed is not None and first_finite(listed[1]) is None:
        return None
    named = story.entities.runs_in(before)[-_NAMED:]
    last, runs = named[-1:], [" ".join(r.words) for r in named if _can_be_person(story, r)]
    figure = story.entities.figure_of(last[0].words) if last else None
    if shape is Shape.PHRASE and figure is not None and figure.sure and _DESCRIBED.search(text):
        return (
            person_before(text, runs) if text.rstrip(" ,(—–").endswith(last[0].words[-1]) else None
        )
    if _WHO.match(clause):
        found = person_before(_AGED.sub(", ", text), runs)
    else:
        vague = _ABSTRACT.match(clause) or is_of_a_clause(clause) or _OF_BEFORE.match(clause)
        apposed = (
            clause.startswith("which")
            and _APPOSED.search(text)
            and _can_be_person(story, named[-1])
        )
        found = None if vague or apposed else thing_before(text)
    return found


def _is_role(noun: str) -> bool:
    """Whether a noun is what a person is: "a cancer doctor"."""
    last = noun.rsplit(" ", 1)[-1]
    return last in HUMANS or may_act(last)


def _can_be_person(story: Story, run: Run) -> bool:
    """Whether a name is known as a person's, or at least nothing shows that it is a place's."""
    figure = story.entities.figure_of(run.words)
    if figure is not None and figure.sure:
        return True
    before = story.article.text[max(0, run.start - _LED) : run.start]
    body = not ORGANISATIONS.isdisjoint(word.lower() for word in run.words)
    plain = 1 < len(run.words) <= _LONGEST_PERSON and not body
    return plain and re.search(r"\b(?:in|at|of|near|from)\s(?:the\s)?$", before) is None


def _ends_in_name(story: Story, before: Span) -> bool:
    """Whether the words before a clause end with a name."""
    last = story.entities.runs_in(before)[-1:]
    tail = before.of(story.article.text).rstrip(" ,(—–")
    return bool(last) and tail.endswith(last[0].words[-1])


def is_garbled(story: Story, before: Span, clause: str, shape: Shape) -> bool:
    """Whether "who" follows a name that is no known person's: "the talks in Lime Harbour, who"."""
    who = shape is Shape.RELATIVE and _WHO.match(clause) is not None
    return who and _ends_in_name(story, before)
