"""Apache Annotator's quote and position cases as cases about texts and offsets."""

import re

from anchoring_suites import (
    APACHE,
    PageText,
    blocks_of,
    literal,
    rows,
    source,
)
from ported_cases import case, finds_itself

from claims.anchor.nearness import Sought
from claims.anchor.places import places
from claims.anchor.utf16 import from_utf16, to_utf16
from claims.model.selector import select
from claims.model.span import Span


def exact_places(selector, text):
    """Every place of the very words between the very context, as Apache's matcher gives them."""
    sought = Sought(selector["exact"], selector.get("prefix", ""), selector.get("suffix", ""))
    return sorted(p.span for p in places(sought, text) if p.alike == p.score == 1.0)


def port_apache_quote():
    cases = rows(literal(source(APACHE / "text-quote/match-cases.ts"), "} = "))
    for name, row in cases.items():
        page = PageText(row["html"])
        wanted = sorted(page.span(info) for info in row["expected"])

        @case("apache quote match", "works for case: '${name}'", name)
        def _(row=row, page=page, wanted=wanted):
            assert exact_places(row["selector"], page.text) == wanted

        if wanted:

            @case("apache quote describe", "case: '${name}'", name)
            def _(row=row, page=page, wanted=wanted):
                assert all(
                    select(page.text, span).exact == row["selector"]["exact"] for span in wanted
                )
                assert all(finds_itself(page.text, span) for span in wanted)

    for name, script in blocks_of(APACHE / "text-quote/match.test.ts").items():
        chosen = re.search(r"testCases\['([^']+)'\]", script)
        if not chosen or "${name}" in name:
            continue
        row = cases[chosen[1]]

        @case("apache quote match", name)
        def _(row=row, script=script):
            page = PageText(row["html"])
            scope = _scope(page, script)
            found = [
                s.shift(scope.start) for s in exact_places(row["selector"], scope.of(page.text))
            ]
            nothing = re.search(r"testMatcher\(doc, scope, selector, \[\]\)", script)
            assert found == ([] if nothing else [page.span(info) for info in row["expected"]])

    _port_describe()


def _scope(page, script):
    """The part of the page a test looks in: whole, from a place to a place, or nothing."""
    edges = re.findall(r"scope\.set(?:Start|End)\(evaluateXPath\(doc, '([^']+)'\), (\d+)\)", script)
    if edges:
        return Span(*(page.place(path, int(at)) for path, at in edges))
    if "createRange" in script and "selectNodeContents" not in script:
        return Span(0, 0)
    return Span(0, len(page.text))


def _port_describe():
    script = source(APACHE / "text-quote/describe-cases.ts")
    groups = re.findall(r"export const (testCases\w+): DescribeTextQuoteTestCases = ", script)
    kept = {}
    for group in groups:
        for name, row in rows(literal(script, f"{group}: DescribeTextQuoteTestCases = ")).items():
            kept[group, name] = row

            @case("apache quote describe", "works for case: ${name}", f"{group} {name}")
            def _(row=row):
                page = PageText(row["html"])
                span = page.span(row["range"])
                assert select(page.text, span).exact == row["expected"]["exact"]
                assert finds_itself(page.text, span)

    def scoped(row, first, after, exact):
        page = PageText(row["html"])
        part = Span(first, after).of(page.text)
        span = page.span(row["range"])
        clipped = Span(max(0, span.start - first), min(after, span.end) - first)
        assert select(part, clipped).exact == exact
        assert finds_itself(part, clipped)

    minimal = "testCasesWithMinimalContext"

    @case("apache quote describe", "works with custom scope")
    def _():
        scoped(kept[minimal, "minimal prefix"], 15, 30, "anno")

    @case("apache quote describe", "strips part of the range outside the scope")
    def _():
        scoped(kept[minimal, "no context"], 6, 17, "dolor")

    @case("apache quote describe", "works if the range equals the scope")
    def _():
        scoped(kept[minimal, "no context"], 12, 20, "dolor am")

    @case("apache quote describe", "works if range does not contain Text nodes")
    def _():
        assert finds_itself("Try quoting this image:  — would that work?", Span(24, 24))


def port_apache_position():
    cases = rows(literal(source(APACHE / "text-position/match-cases.ts"), "} = "))
    for name, row in cases.items():
        page = PageText(row["html"])
        start, end = row["selector"]["start"], row["selector"]["end"]

        @case("apache position match", "works for case: '${name}'", name)
        def _(row=row, page=page, start=start, end=end):
            assert [page.span(info) for info in row["expected"]] == [Span(start, end)]

        @case("apache position describe", "case: '${name}'", name)
        def _(page=page, start=start, end=end):
            kept = select(page.text, Span(start, end))
            assert (kept.start, kept.end) == (start, end)
            units = to_utf16(page.text, start), to_utf16(page.text, end)
            assert tuple(from_utf16(page.text, unit) for unit in units) == (start, end)

    for name, script in blocks_of(APACHE / "text-position/match.test.ts").items():
        chosen = re.search(r"testCases\['([^']+)'\]", script)
        if not chosen or "${name}" in name:
            continue
        row = cases[chosen[1]]
        other = re.search(r"start: (\d+),\s+end: (\d+)", script)

        @case("apache position match", name)
        def _(row=row, script=script, other=other):
            page = PageText(row["html"])
            given = (
                map(int, other.groups())
                if other
                else (row["selector"]["start"], row["selector"]["end"])
            )
            scope = _scope(page, script)
            assert Span(*given).shift(scope.start) == page.span(row["expected"][0])
