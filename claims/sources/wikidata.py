"""Wikidata: facts about the things a claim names (action API), with their rank and their time.

Three steps: search the name, get the entities, get the names of what they point to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.model.candidate import SearchOutcome
from claims.sources.instance import host_of
from claims.sources.mediawiki import MAXLAG_SECONDS, wiki_error
from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed
from claims.sources.question import span_of
from claims.sources.reading import Json, count_of, object_in, objects, within, words
from claims.sources.statements import ITEM, PROPERTIES, Facts, facts_of, named_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.sources.provider import Answer
    from claims.sources.question import Question

API = "https://www.wikidata.org/w/api.php"
PAGE = "https://www.wikidata.org/wiki/"
MOST_NAMES = 3
MOST_ENTITIES = 3
MOST_IDS = 50
"""Ids that wbgetentities takes at once."""

SEARCH, ENTITIES, NAMES = 1, 2, 3
"""How many answers are there after each step."""

CARD = Card(
    name="wikidata",
    title="Wikidata",
    good_for="facts that change: who holds an office, how many people, since when",
)


@dataclass(frozen=True, slots=True)
class Wikidata:
    """The Wikibase whose `api.php` is at `api`."""

    api: str = API

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return replace(CARD, hosts=host_of(self.api))

    def plan(self, question: Question, *, top: int) -> Plan:
        """The names of the claim, one by one: a search takes the name of one thing."""
        asks = tuple(
            Ask(question, name, self._search(name), top, series)
            for series, name in enumerate(question.entities[:MOST_NAMES])
        )
        return Plan(asks, None if asks else "the claim names nothing to look up")

    def _search(self, name: str) -> Request:
        return self._request(
            action="wbsearchentities",
            search=name,
            language="en",
            uselang="en",
            type="item",
            limit=str(MOST_ENTITIES),
        )

    def _request(self, **params: str) -> Request:
        return Request(
            self.api, {**params, "format": "json", "formatversion": "2", "maxlag": MAXLAG_SECONDS}
        )

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The next request, or the entities with their statements told in words."""
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if "error" in answer:
            return wiki_error(answer["error"])
        if len(answers) == SEARCH:
            return self._found(answer)
        entities = answer if len(answers) == ENTITIES else within(object_in(answers[1]))
        if not isinstance(within(entities, "entities"), dict):
            return failed("the reply holds no entities")
        if len(answers) == ENTITIES:
            pointed = [i for i in named_items(entities["entities"]) if ITEM.fullmatch(i)]
            if pointed:
                return self._follow(pointed[:MOST_IDS], props="labels")
        names = _labels(answer) if len(answers) == NAMES else {}
        return answered(
            _hits(entities["entities"], names, ask)[: ask.top], len(entities["entities"])
        )

    def _found(self, answer: Json) -> Reply:
        if not isinstance(answer.get("search"), list):
            return failed("the reply holds no list of things found")
        ids = [i for one in objects(answer, "search") if (i := words(one.get("id")))]
        ids = [i for i in dict.fromkeys(ids) if ITEM.fullmatch(i)][:MOST_ENTITIES]
        if not ids:
            return answered((), count_of(answer, "search"))
        return self._follow(ids, props="labels|descriptions|claims")

    def _follow(self, ids: list[str], *, props: str) -> Reply:
        request = self._request(
            action="wbgetentities", ids="|".join(ids), props=props, languages="en"
        )
        return Reply(SearchOutcome.FAILED, "the answer was not followed to its end", (), request)


def _labels(answer: Json) -> dict[str, str]:
    entities = within(answer, "entities")
    listed = entities.items() if isinstance(entities, dict) else ()
    return {key: name for key, one in listed if (name := _english(one, "labels"))}


def _english(entity: Json, what: str) -> str | None:
    return words(within(entity, what, "en", "value"))


def _hits(entities: dict[str, Json], names: dict[str, str], ask: Ask) -> list[Hit]:
    hits = []
    for key, entity in list(entities.items())[:MOST_ENTITIES]:
        label = _english(entity, "labels")
        if not ITEM.fullmatch(str(key)) or label is None:
            continue
        told = facts_of(entity, names, span=span_of(ask.question.dates))
        described = _english(entity, "descriptions")
        hits.append(
            Hit(
                PAGE + key,
                label,
                described,
                text=_text(label, described, told),
                notes=told.notes,
                page=False,  # the page shows every statement, whatever its rank and time
            )
        )
    return hits


def _text(label: str, described: str | None, told: Facts) -> str | None:
    lines = [f"{label}, {PROPERTIES[pid]}: {value}." for pid, value in told.lines]
    head = f"{label}: {described}." if described else f"{label}."
    return " ".join([head, *lines]) if lines else None
