"""A sheet to lines: the claim in its sentence, why it was picked, passages, citations, gates, history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claims.model.ids import short_id
from claims.review.fields import JUDGEMENT, STATEMENTS, machine_version
from claims.screen.numbers import marked
from claims.screen.pieces import Line, Mark, Piece, labelled, line, piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.review.gates import Finding
    from claims.steps.review_sheet import Sheet

AGREEMENT = {
    "agrees": "[=] numbers agree",
    "clashes": "[≠] numbers clash",
    "not_comparable": "[~] no numbers compared",
}
SPOKEN_AGREEMENT = {
    "agrees": "the numbers agree",
    "clashes": "the numbers clash",
    "not_comparable": "no numbers to compare",
}
LABELS = {"SUPPORTS": "supports", "REFUTES": "refutes"}
MOST_REASONS = 6
EDITED = {
    "claim_text": "text",
    "ambiguous": "doubt",
    "claimant": "claimant",
    "kind": "kind",
    "dates": "dates",
}


def words_of(name: str) -> str:
    """A stored word as people read it.

    >>> words_of("in_progress")
    'in progress'
    """
    return name.replace("_", " ")


def head(sheet: Sheet) -> Line:
    """Where the claim stands, in one line."""
    claim, where = sheet.claim, sheet.standing
    named = [words_of(where.status.value), f"worth {claim['check_worthiness']:.2f}"]
    named.append(f"for {where.assignee}" if where.assignee else "nobody's")
    if where.verdict:
        named.append(where.verdict)
    if where.flags:
        named.append(f"{len(where.flags)} open question" + "s" * (len(where.flags) > 1))
    return line(piece(short_id(claim["id"]), Mark.HEAD), f" · {' · '.join(named)}")


def claim_lines(sheet: Sheet, at: int | None = None) -> Iterator[Line]:
    """The claim in its sentence, as it is to be judged, and why it was picked.

    `at` is the passage beside it: the numbers that the two share are marked.
    """
    yield in_context(sheet)
    claim = sheet.claim
    if claim["claim_text"]:
        yield (Piece("Claim: ", Mark.FAINT), *_compared(sheet, claim["claim_text"], at))
    else:
        yield labelled("Claim", f"not settled: {claim['ambiguous'] or 'nobody said why'}", Mark.BAD)
    yield from _machine_lines(sheet)
    yield labelled("Said by", _speaker(claim))
    yield labelled("Kind", ", ".join([claim["kind"], *map(str, claim["dates"])]))
    yield labelled("Why", _reasons(claim["reasons"]))
    yield labelled("In", _document(sheet.document))


def _compared(sheet: Sheet, text: str, at: int | None) -> Line:
    if at is None or at >= len(sheet.passages):
        return (piece(text, Mark.HEAD),)
    one = sheet.passages[at]
    how = {"agreement": one["agreement"], "arithmetic": one["arithmetic"]}
    parts = marked(text, side="claim", **how)
    return tuple(replace(p, mark=Mark.HEAD) if p.mark is Mark.PLAIN else p for p in parts)


def in_context(sheet: Sheet) -> Line:
    """The sentences around, with the claim's own words marked."""
    parts: list[Piece] = []
    first, last = sheet.claim["start"], sheet.claim["end"]
    for one in sheet.around:
        base, text = one["start"], one["exact"]
        low = min(max(first - base, 0), len(text))
        high = min(max(last - base, 0), len(text))
        cut = (text[:low], Mark.PLAIN), (text[low:high], Mark.CLAIM), (text[high:], Mark.PLAIN)
        parts += [piece(words, mark) for words, mark in cut if words]
    return tuple(parts) or (piece(sheet.claim["exact"], Mark.CLAIM),)


def _machine_lines(sheet: Sheet) -> Iterator[Line]:
    """What the machine had said where people put it right: it is kept, and shown."""
    kept = machine_version(sheet.claim)
    for name in sheet.claim["machine"]:
        source = sheet.standing.now.sources.get(name)
        whose = f" (put right by {source.actor})" if source else ""
        value = kept[name]
        said = ", ".join(value) if isinstance(value, list) else value
        yield labelled(f"Machine's {EDITED[name]}", f"{said or 'none'}{whose}", Mark.FAINT)


def _speaker(claim: Mapping[str, Any]) -> str:
    said = claim["attribution"] or {}
    role = f", {said['role']}" if said.get("role") else ""
    cue = f" ({said['cue']})" if said.get("cue") else ""
    return f"{claim['claimant']}{role}{cue}" if claim["claimant"] else "the article itself"


def _reasons(reasons: Sequence[Mapping[str, Any]]) -> str:
    heavy = sorted(reasons, key=lambda one: -abs(one["weight"]))[:MOST_REASONS]
    return (
        "; ".join(f"{one['name']} {one['weight']:+.2f}" for one in heavy) or "no reasons are stored"
    )


def _document(document: Mapping[str, Any]) -> str:
    known = [document.get(name) for name in ("title", "publisher", "published")]
    return " · ".join(str(one) for one in known if one) or str(document.get("origin"))


def passage_title(sheet: Sheet, at: int, *, spoken: bool = False) -> Line:
    """Which passage it is, whether its numbers agree, what it is cited as, what the machine makes of it."""
    one = sheet.passages[at]
    cited = sorted({c["role"] for c in sheet.citations if c["passage"] == one["passage"]})
    signs = SPOKEN_AGREEMENT if spoken else AGREEMENT
    mark = {"agrees": Mark.GOOD, "clashes": Mark.BAD}.get(one["agreement"], Mark.FAINT)
    label = LABELS.get(one["label"])
    return line(
        piece(f"{at + 1}/{len(sheet.passages)} ", Mark.HEAD),
        piece(signs[one["agreement"]], mark),
        piece(f" cited: {', '.join(cited)}" if cited else "", Mark.HEAD),
        f"; machine: {label}" if label else "",
    )


def passage_lines(sheet: Sheet, at: int) -> Iterator[Line]:
    """The passage with its compared numbers marked, how they compare, and where it stands."""
    one = sheet.passages[at]
    how = {"agreement": one["agreement"], "arithmetic": one["arithmetic"]}
    yield marked(one["exact"], side="passage", **how)
    yield ()
    if one["arithmetic"] and one["agreement"] != "not_comparable":
        yield labelled(one["rule"] or "Numbers", one["arithmetic"])
    if suggested := suggestion(one):
        yield labelled("Machine suggests", suggested)
    source = " · ".join(str(one[name]) for name in ("title", "publisher", "published") if one[name])
    yield line(piece(source or one["url"], Mark.FAINT))


def suggestion(one: Mapping[str, Any]) -> str | None:
    """What the machine makes of a passage, how sure it is, and what decided; null when it says nothing.

    >>> suggestion({"label": "SUPPORTS", "probability": 0.97, "decided_by": "QTY001"})
    'it supports the claim, sure to 0.97, by QTY001; nobody has judged that'
    >>> suggestion({"label": "NOT_ENOUGH_INFO", "probability": None, "decided_by": "none"})
    """
    verb = LABELS.get(one["label"])
    if verb is None:
        return None
    sure = "" if one["probability"] is None else f", sure to {one['probability']:.2f}"
    by = f", by {one['decided_by']}" if one["decided_by"] else ""
    return f"it {verb} the claim{sure}{by}; nobody has judged that"


def address_lines(one: Mapping[str, Any]) -> Iterator[Line]:
    """Where a passage or citation stands: addresses to copy. Nothing is opened."""
    yield labelled("Page", one.get("title") or "no title")
    yield labelled("Address", one["url"])
    yield labelled(
        "Stored copy", f"{short_id(one['snapshot'])}, of {one.get('warc_date') or one['at']}"
    )
    yield labelled("Read it with", f"citetrail show {short_id(one['snapshot'])}")


def citation_lines(sheet: Sheet) -> Iterator[Line]:
    """What is cited for the claim, by whom."""
    if not sheet.citations:
        yield line("Nothing is cited yet: s, r or c cites the passage you are looking at.")
    for one in sheet.citations:
        secret = " (confidential: never published)" if one["confidential"] else ""
        yield line(piece(one["role"] + secret, Mark.HEAD), f"  {one['exact']}")
        yield line(piece(f"  {one['url']}  by {one['actor']}, {one['at'][:10]}", Mark.FAINT))
        if one["note"]:
            yield labelled("  Note", one["note"])


def missing_lines(findings: Sequence[Finding]) -> Iterator[Line]:
    """The publish gates: first what holds the claim back, each with how to mend it."""
    held = [one for one in findings if one.holds]
    if held:
        yield line(piece(f"Held back by {len(held)} of {len(findings)} gates.", Mark.BAD))
    else:
        yield line(piece("Nothing holds this claim back.", Mark.GOOD))
    for one in sorted(findings, key=lambda f: (not f.holds, not f.override)):
        if one.holds:
            yield line(
                piece(f"{one.gate.id} missing: {one.gate.name}", Mark.HEAD), f"; {one.looked_at}"
            )
            yield line(piece(f"  to do: {_mend(one)}", Mark.PLAIN))
        elif one.override:
            yield line(f"{one.gate.id} passed by: {one.gate.name}; {one.override}")
        else:
            yield line(piece(f"{one.gate.id} met: {one.gate.name}; {one.looked_at}", Mark.FAINT))


MEND = {
    "GATE001": "e gives a claimant, or w says why nobody is named",
    "GATE002": "e settles the claim's text",
    "GATE003": "cite a page of another origin (s, r, c), or w says why few are enough",
    "GATE004": "w says what was looked for on the other side, or cite what speaks there (find --against)",
    "GATE005": "cite a page that is kept, whose words stand there (s, r, c)",
    "GATE006": "cite the primary source, or w says why not",
    "GATE007": "t hands it to the second reader; another person then passes it with t",
    "GATE008": "F settles the open questions",
    "GATE009": "w says why this claim was chosen",
    "GATE010": "v gives a verdict and a summary",
}
"""How a gate is met with the keys of the screen, for those whose own words name a command."""


def _mend(finding: Finding) -> str:
    return MEND.get(finding.gate.id) or finding.mend or ""


def judgement_lines(sheet: Sheet) -> Iterator[Line]:
    """Verdict, summary and the rest of the judgement, then the reasons that are given in public."""
    said = False
    for name in (*JUDGEMENT, *STATEMENTS):
        value = sheet.standing.fields.get(name)
        if value:
            said = True
            source = sheet.standing.now.sources.get(name)
            whose = piece(f"  ({source.actor})" if source else "", Mark.FAINT)
            yield line(piece(f"{words_of(name)}: ", Mark.HEAD), value, whose)
    if not said:
        yield line("Nothing is judged yet: v gives a verdict, w says why the claim was chosen.")
    for name, question in sheet.standing.flags.items():
        yield line(piece(f"open question {name}: ", Mark.BAD), question)
    judge, reader = sheet.standing.judged_by, sheet.standing.second_reader
    yield labelled("Judged by", f"{judge or 'nobody'}; read again by {reader or 'nobody'}")


def history_lines(sheet: Sheet) -> Iterator[Line]:
    """Every act on the claim, the newest first."""
    if not sheet.events:
        yield line("Nobody has done anything with this claim yet.")
    for one in reversed(sheet.events):
        when = piece(f"{one['seq']} {one['at'][:16].replace('T', ' ')} ", Mark.FAINT)
        yield line(when, piece(one["actor"], Mark.HEAD), f" {told(one)}")


def told(event: Mapping[str, Any]) -> str:
    """An act in words.

    >>> row = {"action": "decide", "status": "ready", "verdict": "False", "summary": None, "reason": None}
    >>> told({**row, "changes": {}, "about": None})
    'decide: ready, verdict False'
    """
    name = event["action"]
    if event["about"] and name in {"flag", "unflag", "override"}:
        return f"{name} {event['about']}: {event['reason']}"
    parts = [words_of(event["status"])]
    if event["verdict"]:
        parts.append(f"verdict {event['verdict']}")
    if event["summary"]:
        parts.append(f"“{event['summary']}”")
    for name, value in (event["changes"] or {}).items():
        parts.append(
            f"{words_of(name)}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
        )
    because = f"; because: {event['reason']}" if event["reason"] else ""
    return f"{event['action']}: {', '.join(parts)}{because}"
