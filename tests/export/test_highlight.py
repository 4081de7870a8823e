"""A link to words, opened in Chromium: the very words are highlighted, and nothing else."""

import base64
import http.server
import shutil
import threading
from html import escape

import pytest

from claims.export.text_fragment import surest_fragment
from claims.model.span import Span

playwright = pytest.importorskip("playwright.sync_api")

CHROMIUM = shutil.which("chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]

PARAGRAPHS = (
    "In all, 15,051 soldiers died there. The report says that 15,051 soldiers died, and no more.",
    "A man left. “It isn’t over – 5% more, A&B said,” he told a well-known paper #1.",
    "One man came, and then one man left. Then one man came again.",
    "Überall war es still. 😃 The café of Zürich was closed at noon.",
)
STYLE = "p{margin:1200px 0;font:20px sans-serif;width:40em}::target-text{background:rgb(255,0,255)}"
PIXELS = """async (shot) => {
  const image = new Image(); image.src = 'data:image/png;base64,' + shot; await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height), pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const at = pen.getImageData(0, 0, image.width, image.height).data;
  let [left, right, top, bottom] = [1e9, -1, 1e9, -1];
  for (let i = 0; i < at.length; i += 4) if (at[i] > 240 && at[i + 1] < 15 && at[i + 2] > 240) {
    const x = i / 4 % image.width, y = Math.floor(i / 4 / image.width);
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  return right < 0 ? null : [left, right, top, bottom];
}"""
WORDS = """([paragraph, start, end]) => {
  const node = document.querySelectorAll('p')[paragraph].firstChild, range = document.createRange();
  range.setStart(node, start); range.setEnd(node, end);
  const box = range.getBoundingClientRect();
  return [box.left, box.right, box.top, box.bottom];
}"""


@pytest.fixture(scope="module")
def address():
    page = "".join(f"<p>{escape(words)}</p>" for words in PARAGRAPHS)
    body = f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{page}".encode()

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join(20)
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.mark.parametrize(
    ("paragraph", "words", "nth"),
    [
        (0, "15,051 soldiers died", 1),
        (0, "15,051 soldiers died", 2),
        (1, "“It isn’t over – 5% more, A&B said,” he told a well-known paper #1.", 1),
        (2, "one man", 1),
        (2, "one man came", 1),
        (3, "😃 The café of Zürich", 1),
    ],
)
def test_the_very_words_are_highlighted(browser, address, paragraph, words, nth):
    text = "\n".join(PARAGRAPHS) + "\n"
    begin = text.index(PARAGRAPHS[paragraph])
    inside = -1
    for _ in range(nth):
        inside = PARAGRAPHS[paragraph].index(words, inside + 1)
    start = begin + inside
    fragment = surest_fragment(text, Span(start, start + len(words)))
    assert fragment
    page = browser.new_page()
    page.goto(address + fragment)
    page.wait_for_timeout(200)
    units = [
        len(PARAGRAPHS[paragraph][:at].encode("utf-16-le")) // 2
        for at in (inside, inside + len(words))
    ]
    box = page.evaluate(WORDS, [paragraph, *units])
    shown = page.evaluate(PIXELS, base64.b64encode(page.screenshot()).decode())
    page.close()
    assert shown is not None, fragment
    assert all(abs(one - other) <= 6 for one, other in zip(shown, box, strict=True)), (
        fragment,
        shown,
        box,
    )
