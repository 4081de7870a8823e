"""The quote matching of Hypothesis as cases about texts and offsets."""

import json
import re

from anchoring_suites import (
    HYPOTHESIS,
    PageText,
    blocks_of,
    literal,
    rows,
    source,
    text_of,
)
from ported_cases import best, case, finds_itself

from claims.anchor.nearness import Sought
from claims.anchor.reanchor import reanchor
from claims.anchor.utf16 import from_utf16, to_utf16
from claims.model.selector import select
from claims.model.span import Span
from claims.text.decode import decode
from claims.text.html_text import html_page


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
