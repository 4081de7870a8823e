"""The public anchoring suites, held against our own functions.

Their pages are trees and their places are nodes; ours are texts and offsets. A case is ported when it is about
which words a selector stands for. What a file tests beside that (walking a tree, drawing marks, a PDF viewer's
cache, timers) has no counterpart and is listed by name with its reason in tests/tables/anchoring_suites.yaml,
apart from the cases that are about words and that we answer otherwise: those are the exceptions.
"""

import json
import re
from itertools import islice
from pathlib import Path

import pytest
import yaml
from anchoring_suites import (
    APACHE,
    HYPOTHESIS,
    POLYFILL,
    SUITES,
    PageText,
    VisibleText,
    blocks_of,
    literal,
    rows,
    source,
    text_of,
)

from claims.anchor.fragments import TextFragment, every_shown, read_fragments, shown
from claims.anchor.nearness import Sought
from claims.anchor.places import places
from claims.anchor.reanchor import reanchor
from claims.anchor.utf16 import from_utf16, to_utf16
from claims.export.text_fragment import surest_fragment
from claims.model.selector import select
from claims.model.span import Span
from claims.text.decode import decode
from claims.text.html_text import html_page

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SUITES.is_dir(), reason="the public anchoring suites are not at hand"),
]
TABLE = Path(__file__).resolve().parents[1] / "tables/anchoring_suites.yaml"
LISTED = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
CASES = {}
"""Every case that was ported: (file, name of the test, row in it) to a check."""


def case(file, name, row=""):
    def keep(check):
        CASES[file, " ".join(name.split()), str(row)] = check
        return check

    return keep


def sought_at(text, span):
    kept = select(text, span)
    return Sought(kept.exact, kept.prefix, kept.suffix, kept.start)


def best(text, exact, prefix="", suffix="", start=None):
    found = places(Sought(exact, prefix or "", suffix or "", start), text)
    return found[0] if found else None


def finds_itself(text, span):
    """The selectors of a place find that very place again, and so they do without its offset."""
    kept = sought_at(text, span)
    found = reanchor(kept, text)
    return found is not None and found.span == span


# The quote matching of Hypothesis


def port_match_quote():  # noqa: C901 - a list of cases, one after another
    file = HYPOTHESIS / "match-quote-test.js"
    tests = blocks_of(file)
    pages = {
        name: " ".join(words.split())
        for name, words in re.findall(r"(\w+): `([^`]*)`", source(file))
    }
    solitude, cities = pages["solitude"], pages["twoCities"]

    def falling(name):
        variants = [text_of(s) for s in re.findall(r"^\s+('[^\n]*'),$", tests[name], re.MULTILINE)]
        key = re.search(r"scores matches based on (\w+)", name)[1]
        exact = re.search(r"const quote = ('[^\n]*');", tests[name])

        def check():
            made = [
                best(solitude, text_of(exact[1]), **{key: v}) if exact else best(solitude, v)
                for v in variants
            ]
            scores = [place.score for place in made]
            assert len(variants) == 4
            assert scores == sorted(scores, reverse=True)
            assert len(set(scores)) == 4

        return check

    @case("match-quote", "finds exact match")
    def _():
        found = best(solitude, "discover ice")
        assert (found.score, found.span.of(solitude)) == (1.0, "discover ice")

    @case("match-quote", "finds best approximate match if there is no exact match")
    def _():
        found = best(solitude, "some years later")
        assert 0 < found.score < 1
        assert found.span.of(solitude) == "Many years later"

    for kind in ("quote", "prefix", "suffix"):
        name = f"scores matches based on {kind} similarity"
        case("match-quote", name)(falling(name))

    @case("match-quote", "returns `null` if there is no acceptable approximate match")
    def _():
        assert reanchor(Sought(solitude), cities) is None

    @case("match-quote", "returns `null` if quote is empty")
    def _():
        assert reanchor(Sought(""), "foobar") is None

    @case("match-quote", "returns `null` if text is empty")
    def _():
        assert reanchor(Sought("foobar"), "") is None

    listed = rows(literal(source(file), "quote: 'before us'", around=True))
    for number, row in enumerate(listed):

        @case("match-quote", "finds match with best context match (${i})", number)
        def _(row=row):
            found = best(cities, row["quote"], row.get("prefix"), row.get("suffix"))
            assert found.span.of(cities) == row["quote"]
            assert found.span.start == cities.index(row["expected"])

    @case(
        "match-quote",
        "uses `hint` as a tie-breaker to choose between matches with close scores",
    )
    def _():
        first = cities.index("everything before us") + len("everything ")
        second = cities.index("nothing before us") + len("nothing ")
        assert best(cities, "befor us", start=first).span.start == first
        assert best(cities, "befor us", start=second).span.start == second
        assert best(cities, "befor us").span.start == first

    @case("match-quote", "matches when prefix length is greater than the match start offset")
    def _():
        found = best(solitude, "years later", prefix="It used to be many")
        assert found.span.start < len("It used to be many")
        assert found.span.of(solitude) == "years later"

    @case(
        "match-quote",
        "matches when match ends at end of text and there is a non-empty suffix",
    )
    def _():
        found = reanchor(Sought("text", suffix="missing"), "Some document text")
        found = found or best("Some document text", "text", suffix="missing")
        assert found.span == Span(14, 18)


# Hypothesis: html, with its real pages


def port_html():
    file = HYPOTHESIS / "html-test.js"
    tests = blocks_of(file)
    page = PageText(
        f"<section>{source(HYPOTHESIS / 'html-anchoring-fixture.html')}</section>", "//section"
    )
    specs = rows(literal(source(file), "const rangeSpecs = "))
    for number, (first, at, last, to, quote, why) in enumerate(specs):

        @case("html", "describes and anchors ${testCase.description}", f"{number} {why}")
        def _(first=first, at=at, last=last, to=to, quote=quote):
            span = Span(page.place(first, at), page.place(last, to))
            assert span.of(page.text) == quote
            assert finds_itself(page.text, span)

    @case("html", "throws an error if anchoring using a quote fails")
    def _():
        exact = re.search(
            r"exact: ('[^']*')", tests["throws an error if anchoring using a quote fails"]
        )[1]
        assert reanchor(Sought(text_of(exact)), page.text) is None

    @case("html", "does not throw an error if anchoring using a position fails")
    def _():
        found = reanchor(Sought("Lorem ipsum", start=100_000), page.text)
        assert found.span.of(page.text) == "Lorem ipsum"

    @case("html", "does not throw an error if anchoring using a range fails")
    def _():
        assert reanchor(Sought("Lorem ipsum"), page.text).span.of(page.text) == "Lorem ipsum"

    for path in sorted((HYPOTHESIS / "html-baselines").glob("*.json")):
        base = PageText(source(path.with_suffix(".html")), "//body")
        kept = [row["target"][0]["selector"] for row in json.loads(source(path))["rows"]]
        for number, selectors in enumerate(kept):

            @case(
                "html",
                "generates selectors which match the baseline ${fixture.name}",
                f"{path.stem} {number}",
            )
            def _(selectors=selectors, base=base):
                by_type = {selector.pop("type"): selector for selector in map(dict, selectors)}
                quote, place = by_type["TextQuoteSelector"], by_type["TextPositionSelector"]
                sought = Sought(
                    quote["exact"],
                    quote["prefix"],
                    quote["suffix"],
                    from_utf16(base.text, place["start"]),
                )
                found = reanchor(sought, base.text).span
                again = select(base.text, found)
                assert (again.exact, again.prefix) == (quote["exact"], quote["prefix"])
                # Parsers differ in the white space that ends a page
                assert again.suffix.startswith(quote["suffix"]) or quote["suffix"].startswith(
                    again.suffix
                )
                assert (to_utf16(base.text, found.start), to_utf16(base.text, found.end)) == (
                    place["start"],
                    place["end"],
                )


def port_boundary():
    page = html_page(
        decode(b"<html><body><p>foo<br>bar</p></body></html>", markup=True)
    ).text.strip()

    @case("html-boundary", "describes selection after <br> without leading space in exact")
    def _():
        assert select(page, Span(4, 7)).exact == "bar"

    @case("html-boundary", "anchors selection after <br> back to the same text")
    def _():
        assert finds_itself(page, Span(4, 7))

    @case("html-boundary", "describes selection spanning <br> with a space in exact")
    def _():
        assert " ".join(select(page, Span(0, 7)).exact.split()) == "foo bar"

    @case(
        "html-boundary", "anchors a selector with the substituted space back to the original range"
    )
    def _():
        assert reanchor(Sought("foo bar", start=0), page).span == Span(0, 7)


def port_types():
    container = (
        "Four score and seven years ago our fathers brought forth on this continent, a new nation"
    )

    @case("types", "can convert a Range to TextPositionSelector and back to a Range")
    def _():
        kept = select(container, Span(0, 4))
        assert (kept.start, kept.end, container[kept.start : kept.end]) == (0, 4, "Four")

    @case("types", "can convert a Range to TextQuoteSelector and back to a Range")
    def _():
        kept = select(container, Span(0, 4))
        assert (kept.prefix, kept.exact, kept.suffix) == (
            "",
            "Four",
            " score and seven years ago our f",
        )
        assert reanchor(Sought(kept.exact, kept.prefix, kept.suffix), container).span == Span(0, 4)

    @case("types", "returns expected TextQuoteAnchor")
    def _():
        at = container.index("our fathers")
        kept = select(container, Span(at, at + 11))
        assert kept.prefix == container[max(0, at - 32) : at]
        assert kept.suffix == container[at + 11 : at + 43]

    @case("types", "throws if the quote is not found")
    def _():
        assert reanchor(Sought("five score and nine years ago"), container) is None


def port_pdf():
    file = HYPOTHESIS / "pdf-test.js"
    script = source(file)
    pages = [text_of(s) for s in _strings_of(literal(script, "pdfPages: "))]
    text = "".join(page.replace("\n", " ") for page in pages)
    variants = re.findall(r"^\s+('Nether[^\n?]*'),$", script, re.MULTILINE)
    for number, quote in enumerate(variants):

        @case("pdf", "anchors quotes to best match across all pages", number)
        def _(quote=text_of(quote)):  # noqa: B008 - a row of a loop, bound
            assert best(text, quote).span.of(text) == "Netherfield Park is"

    context = literal(script, "test: 'prefix-only'", around=True)
    for row in rows(context.replace("undefined", "''")):

        @case("pdf", "prefers a context match for quote selectors (${test})", row["test"])
        def _(row=row):
            found = best(text, "Netherfield", row["prefix"], row["suffix"]).span
            expected = row["expectedMatch"]
            at = text.index(expected)
            assert at <= found.start < at + len(expected)

    @case("pdf", "ignores spaces when searching for quote matches")
    def _():
        found = best(text, "Mr. Bennet", "My dear", '," said his lady', text.index("Mr. Bennet"))
        assert found.span.of(text) == "Mr. Bennet"

    @case("pdf", "anchors selectors that match the last text on the page")
    def _():
        quote = "horde of the living dead."
        assert reanchor(Sought(quote), text).span.of(text) == quote

    @case("pdf", "rejects if quote cannot be anchored")
    def _():
        assert reanchor(Sought("phrase that does not exist in the PDF"), text) is None


def _strings_of(array):
    return re.findall(r"'(?:[^'\\]|\\.)*'(?:\s*\+\s*'(?:[^'\\]|\\.)*')*", array)


# Apache Annotator


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


# Text fragments


def page_named(script):
    name = re.search(r"__html__\['([^']+)'\]", script)[1]
    return VisibleText(source(POLYFILL / "unit" / name))


def port_fragments():  # noqa: C901 - as above
    tests = blocks_of(POLYFILL / "unit/text-fragment-utils-test.js")

    @case("fragments", "gets directives from a hash")
    def _():
        found = read_fragments("#foo:~:text=bar&text=baz")
        assert [fragment.start for fragment in found] == ["bar", "baz"]

    @case("fragments", "marks simple matching text")
    def _():
        page = page_named(tests["marks simple matching text"])
        assert shown(TextFragment("trivial test of"), page.text).of(page.text) == "trivial test of"

    for name, script in tests.items():
        link = re.search(r"getFragmentDirectives\(\s*('[^']*')", script)
        if not link or "__html__" not in script or "hidden-overflow" in script:
            continue

        @case("fragments", name)
        def _(script=script, link=text_of(link[1])):  # noqa: B008 - a row of a loop, bound
            page = page_named(script)
            found = shown(read_fragments(link)[0], page.text)
            wanted = re.search(r"marksArrayToString\([^)]*\)\)\s*\.toEqual\(\s*('[^']*')", script)
            if wanted is None:
                assert found is None
                return
            # A hidden word is in the page's marks and not in what a reader sees
            words = " ".join(text_of(wanted[1]).replace(" hard ", " ").split())
            assert " ".join(found.of(page.text).split()).replace(" .", ".") == words
            parents = re.findall(r"parentElement\.id\)\s*\.toEqual\('([^']+)'\)", script)
            assert not parents or page.ids[parents[0]].contains(Span(found.start, found.start + 1))

    for name in (
        "finds multiple instances of ambiguous fragments",
        "can find ranges spanning multiple table elements",
    ):
        pairs = re.findall(
            r"parseTextFragmentDirective\(\s*('[^']*')\);[\s\S]*?toEqual\((\d+)\)", tests[name]
        )
        for directive, count in pairs:

            @case("fragments", name, text_of(directive))
            def _(name=name, directive=text_of(directive), count=int(count)):  # noqa: B008 - a row of a loop, bound
                page = page_named(tests[name])
                fragment = read_fragments(f"#:~:text={directive}")[0]
                assert len(list(islice(every_shown(fragment, page.text), count))) == count

    normal = literal(tests["can normalize text"], "const testCases = ")
    for given, plain in rows(
        re.sub(r"^(\s*)([^\s'\"]+):", r"\1'\2':", normal, flags=re.MULTILINE)
    ).items():

        @case("fragments", "can normalize text", given)
        def _(given=given, plain=plain):
            found = shown(TextFragment(plain), re.sub(r"\s+", " ", given))
            assert (found is None) == (not plain.strip())

    hidden = "Ignores zero-width/height elements with hidden overflow"
    pairs = re.findall(r"('#:~:text=[^']*')[\s\S]*?toBe\((\d)\)", tests[hidden])
    for number, (link, count) in enumerate(pairs, start=1):

        @case("fragments", hidden, number)
        def _(link=text_of(link), count=int(count)):  # noqa: B008 - a row of a loop, bound
            page = page_named(tests[hidden])
            assert (shown(read_fragments(link)[0], page.text) is not None) == bool(count)

    _port_word_bounds(tests)


def _port_word_bounds(tests):
    def bounded(row):
        found = shown(TextFragment(row["substring"]), row["data"])
        return found is not None

    plain = "can detect if a substring is word-bounded without a segmenter"
    for which, expected in (("trueCases", True), ("falseCases", False)):
        for row in rows(literal(tests[plain], f"const {which} = ")):

            @case("fragments", plain, f"{row['substring']} in {row['data']}")
            def _(row=row, expected=expected):
                assert bounded(row) == expected

    cut = "can detect if a substring is word-bounded with a segmenter"
    for group in rows(literal(tests[cut], "const testCases = ")):
        for which, expected in (("matches", True), ("nonmatches", False)):
            for row in group[which]:

                @case("fragments", cut, f"{row['substring']} in {row['data']}")
                def _(row=row, expected=expected):
                    assert bounded(row) == expected


def port_generation():
    tests = blocks_of(POLYFILL / "unit/fragment-generation-utils-test.js")
    for row in LISTED["generated"]:
        name = row["test"]
        script = next(script for test, script in tests.items() if " ".join(test.split()) == name)

        @case("fragment generation", name, row.get("row", ""))
        def _(row=row, script=script):
            page = page_named(script)
            assert row["page"] in script
            span = page.ids[row["id"]] if "id" in row else _words(page.text, row)
            span = span.trim(page.text)
            fragment = surest_fragment(page.text, span)
            assert shown(read_fragments(fragment)[0], page.text) == span.trim(page.text)

    data = json.loads(source(POLYFILL / "data-driven/input/test-params/basic_test.json"))

    @case("fragment generation", "data-driven", data["htmlFileName"])
    def _():
        markup = source(POLYFILL / "data-driven/input/html" / data["htmlFileName"])
        page = VisibleText(markup.replace("<!DOCTYPE html>", ""))
        start = page.text.index(data["selectedText"])
        fragment = surest_fragment(page.text, Span(start, start + len(data["selectedText"])))
        assert shown(read_fragments(fragment)[0], page.text).of(page.text) == data["highlightText"]


def _words(text, row):
    if row.get("whole"):
        return Span(0, len(text))
    start = -1
    for _ in range(row.get("nth", 1)):
        start = text.index(row["words"], start + 1)
    end = (
        text.index(row["to"], start) + len(row["to"]) if "to" in row else start + len(row["words"])
    )
    return Span(start, end)


if SUITES.is_dir():
    for port in (
        port_match_quote,
        port_html,
        port_boundary,
        port_types,
        port_pdf,
        port_apache_quote,
        port_apache_position,
        port_fragments,
        port_generation,
    ):
        port()

EXCEPTIONS = {
    (row["file"], row["test"], str(row.get("row", ""))): row["why"] for row in LISTED["exceptions"]
}


@pytest.mark.parametrize("which", CASES, ids=" | ".join)
def test_every_ported_case_passes_or_is_an_exception(which):
    if which in EXCEPTIONS:
        with pytest.raises(Exception):  # noqa: B017, PT011 - an exception that passes is none
            CASES[which]()
    else:
        CASES[which]()


def test_the_exceptions_are_cases_are_argued_and_are_few():
    assert set(EXCEPTIONS) <= set(CASES)
    assert all(len(why) > 20 for why in EXCEPTIONS.values())
    assert len(EXCEPTIONS) <= 0.05 * len(CASES)


def test_every_test_of_the_suites_is_ported_or_listed_with_a_reason():
    ported = {name for _, name, _ in CASES}
    elsewhere = {row["file"]: re.compile(row.get("tests", "")) for row in LISTED["elsewhere"]}
    missing = [
        f"{path.name}: {name}"
        for path in (*HYPOTHESIS.glob("*.js"), *APACHE.rglob("*.ts"), *POLYFILL.rglob("*.js"))
        for name in (" ".join(name.split()) for name in blocks_of(path))
        if name not in ported
        if not (pattern := elsewhere.get(str(path.relative_to(SUITES)))) or not pattern.search(name)
    ]
    assert missing == []
