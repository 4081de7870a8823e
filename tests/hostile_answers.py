"""What hostile or broken servers answer, and what must come of it: one row an attack.

A row: what the server does; its answer (bytes, a list of them, or an async function of the writer); the
outcome; words of the reason; bytes kept of the body (... for any); the value of WARC-Truncated.
"""

import asyncio
import functools
import gzip
import zlib

import brotli
import zstandard
from raw_server import page

HTML = b"<p>15,051 died.</p>"
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
ZEROS = 60_000_000


def _step(machine):
    block = bytes(1_000_000)
    return b"".join(machine.compress(block) for _ in range(ZEROS // len(block))) + machine.flush()


@functools.cache
def bomb(kind):
    """A small body that unfolds to 60 MB of zeros."""
    if kind == "br":
        machine = brotli.Compressor(quality=5)
        block = bytes(1_000_000)
        return b"".join(machine.process(block) for _ in range(60)) + machine.finish()
    if kind == "zstd":
        return _step(zstandard.ZstdCompressor().compressobj())
    return _step(zlib.compressobj(9, wbits=31 if kind == "gzip" else 15))


def encoded(kind, body=None):
    return page(bomb(kind) if body is None else body, f"Content-Encoding: {kind}")


def drip(first, again, pause=0.02):
    """An answer that begins so and then goes on for ever, a little at a time."""

    async def answer(writer):
        writer.write(first)
        while True:
            writer.write(again)
            await writer.drain()
            await asyncio.sleep(pause)

    return answer


def flood(first, again):
    """As `drip`, as fast as the line takes it."""
    return drip(first, again * max(1, 65_536 // len(again)), 0)


def redirect(location):
    head = b"HTTP/1.1 302 Found\r\nLocation: " + location
    return head + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


async def silent(writer):
    del writer
    await asyncio.sleep(30)


async def hang_up(writer):
    writer.close()


async def reset(writer):
    writer.write(OK + b"Content-Length: 1000\r\n\r\nabc")
    await writer.drain()
    await asyncio.sleep(0.05)
    writer.transport.abort()


def frames(count):
    return zstandard.ZstdCompressor().compress(b"") * count


def wide_zstd():
    """A frame that asks its reader for a window of 128 MB."""
    parameters = zstandard.ZstdCompressionParameters(window_log=27)
    machine = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    return machine.compress(HTML * 9) + machine.flush()


def stacked(times):
    body = HTML
    for _ in range(times):
        body = gzip.compress(body)
    return body


BODIES = [
    ("a gzip bomb", encoded("gzip"), "too_large", "unfolds", ..., None),
    ("a deflate bomb", encoded("deflate"), "too_large", "unfolds", ..., None),
    ("a brotli bomb", encoded("br"), "too_large", "unfolds", ..., None),
    ("a zstd bomb", encoded("zstd"), "too_large", "unfolds", ..., None),
    ("a bomb in a bomb", page(gzip.compress(bomb("gzip")), "Content-Encoding: gzip, gzip"), "too_large", "unfolds", ..., None),
    ("a brotli bomb in gzip", page(gzip.compress(bomb("br")), "Content-Encoding: br, gzip"), "too_large", "unfolds", ..., None),
    ("a bomb behind an error", page(bomb("gzip"), "Content-Encoding: gzip", status="404 Not Found"), "http_error", "404", ..., None),
    ("twenty gzip layers", page(stacked(20), "Content-Encoding: " + ", ".join(["gzip"] * 20)), "bad_response", "20 times", ..., None),
    ("twenty gzip layers in twenty headers", page(stacked(20), *["Content-Encoding: gzip"] * 20), "bad_response", "20 times", ..., None),
    ("three encodings", page(b"x", "Content-Encoding: br, gzip, br"), "bad_response", "3 times", 1, None),
    ("ten thousand gzip members", page(gzip.compress(b"") * 10_000, "Content-Encoding: gzip"), "bad_response|too_large", "", ..., ...),
    ("ten thousand zstd frames", page(frames(9_000), "Content-Encoding: zstd"), "bad_response", "frames", ..., None),
    ("zstd that asks for a large window", page(wide_zstd(), "Content-Encoding: zstd"), "bad_response", "broken", ..., None),
    ("gzip that is none", page(b"plain", "Content-Encoding: gzip"), "bad_response", "broken", 5, None),
    ("brotli that is gzip", page(gzip.compress(HTML, mtime=0), "Content-Encoding: br"), "bad_response", "broken", ..., None),
    ("gzip once where it says twice", page(gzip.compress(HTML), "Content-Encoding: gzip, gzip"), "bad_response", "broken", ..., None),
    ("gzip that breaks off", page(gzip.compress(HTML)[:-9], "Content-Encoding: gzip"), "bad_response", "breaks off", ..., None),
    ("zstd that breaks off", page(zstandard.compress(HTML)[:-3], "Content-Encoding: zstd"), "bad_response", "breaks off", ..., None),
    ("an unknown encoding", page(b"x", "Content-Encoding: compress"), "bad_response", "compress", 1, None),
    ("an encoding of 5,000 letters", page(b"x", "Content-Encoding: " + "x" * 5_000), "bad_response", "not known", 1, None),
    ("a body without end", flood(OK + b"Connection: close\r\n\r\n", b"x" * 65_536), "too_large", "more than", ..., "length"),
    ("chunks without end", flood(CHUNKED, b"1000\r\n" + b"x" * 4_096 + b"\r\n"), "too_large", "more than", ..., "length"),
]  # fmt: skip

SLOW = [
    ("one byte of the body now and then", drip(OK + b"Content-Length: 1000\r\n\r\n", b"x"), "timed_out", "too long", ..., "time"),
    ("one byte of a header now and then", drip(OK + b"X-A: ", b"x"), "timed_out", "too long", 0, None),
    ("one byte of the status line now and then", drip(b"HTTP/1.1 200 ", b"O"), "timed_out", "too long", 0, None),
    ("one header now and then", drip(OK, b"X-A: b\r\n"), "timed_out", "too long", 0, None),
    ("one chunk now and then", drip(CHUNKED, b"1\r\nx\r\n"), "timed_out", "too long", ..., "time"),
    ("one trailer now and then", drip(CHUNKED + b"0\r\n", b"X-A: b\r\n"), "timed_out", "too long", 0, "time"),
    ("nothing at all", silent, "timed_out", "too long", 0, None),
]  # fmt: skip

HEADS = [
    ("a header of 8 MB", OK + b"X-A: " + b"x" * 8_000_000 + b"\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a status line of 8 MB", b"HTTP/1.1 200 " + b"x" * 8_000_000 + b"\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("20,000 headers", OK + b"X-A: y\r\n" * 20_000 + b"\r\n", "bad_response", "HTTP", 0, None),
    ("600 short headers", OK + b"X-A: y\r\n" * 600 + b"Content-Length: 0\r\n\r\n", "bad_response", "more than 500 headers", 0, None),
    ("headers without end", flood(OK, b"X-A: y\r\n"), "bad_response", "HTTP", 0, None),
    ("a header without end", flood(OK + b"X-A: ", b"x" * 65_536), "bad_response", "HTTP", 0, None),
    ("a flood of cookies", OK + b"".join(b"Set-Cookie: a%d=b\r\n" % n for n in range(5_000)) + b"\r\n", "bad_response", "HTTP", 0, None),
    ("early hints without end", flood(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), "bad_response", "more than 10 answers", 0, None),
    ("nothing but 100 Continue", b"HTTP/1.1 100 Continue\r\n\r\n", "bad_response", "hung up", 0, None),
    ("another protocol", b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("no HTTP", b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("HTTP/0.9", HTML, "bad_response", "HTTP", 0, None),
    ("the beginning of HTTP/2", b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + bytes(18), "bad_response", "HTTP", 0, None),
    ("an alert of TLS", b"\x15\x03\x01\x00\x02\x02\x46", "bad_response", "", 0, None),
    ("HTTP/3.0 in letters", b"HTTP/3.0 200 OK\r\nContent-Length: 0\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("http in small letters", b"http/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a status of letters", b"HTTP/1.1 2OO OK\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a status of two digits", b"HTTP/1.1 99 What\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a status of four digits", b"HTTP/1.1 2000 OK\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("status 000", b"HTTP/1.1 000 None\r\nContent-Length: 0\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a status nobody knows", page(HTML, status="799 What"), "http_error", "answered 799", ..., None),
    ("a status without a name", page(HTML, status="299 "), "stored", None, len(HTML), None),
    ("a NUL in a header", OK + b"X-A: a\x00b\r\nContent-Length: 0\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a carriage return in a header", OK + b"X-A: a\rb\r\nContent-Length: 0\r\n\r\n", "bad_response|stored", "", 0, None),
    ("a header without a colon", OK + b"X-A\r\nContent-Length: 0\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a header without a name", OK + b": a\r\nContent-Length: 0\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a space before the colon", OK + b"Content-Length : 5\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a folded header", OK + b"X-A: a\r\n b\r\nContent-Length: 0\r\n\r\n", "stored", None, 0, None),
    ("bytes that are no UTF-8 in a header", OK + b"X-A: \xff\xfe\xe9\r\nContent-Length: 0\r\n\r\n", "stored", None, 0, None),
    ("lines that end in a line feed alone", b"HTTP/1.1 200 OK\nContent-Length: 0\n\n", "stored", None, 0, None),
    ("hanging up", hang_up, "bad_response", "hung up", 0, None),
    ("hanging up in the status line", b"HTTP/1.1 2", "bad_response", "HTTP", 0, None),
    ("hanging up among the headers", OK + b"X-A: ", "bad_response", "HTTP", 0, None),
]  # fmt: skip

FRAMES = [
    ("a length that lies high", page(HTML, length=1000), "bad_response", "not proper HTTP", len(HTML), "disconnect"),
    ("a length that lies low", page(HTML, length=5), "stored", None, 5, None),
    ("a length that is no number", OK + b"Content-Length: x\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a length below nothing", OK + b"Content-Length: -5\r\n\r\nabcde", "bad_response", "HTTP", 0, None),
    ("a length with a sign", OK + b"Content-Length: +5\r\n\r\nabcde", "bad_response", "HTTP", 0, None),
    ("a length of ten to the thousand", OK + b"Content-Length: 1" + b"0" * 1_000 + b"\r\n\r\nx", "bad_response", "HTTP", ..., ...),
    ("a length of ten to the eighteen", OK + b"Content-Length: 1" + b"0" * 18 + b"\r\n\r\nx", "bad_response", "HTTP", 1, "disconnect"),
    ("two lengths", OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nx", "bad_response", "HTTP", 0, None),
    ("two lengths in one", OK + b"Content-Length: 1, 2\r\n\r\nx", "bad_response", "HTTP", 0, None),
    ("the same length twice", OK + b"Content-Length: 1\r\nContent-Length: 1\r\n\r\nx", "stored", None, 1, None),
    ("a length and chunks", OK + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n", "stored", None, 1, None),
    ("chunked twice", OK + b"Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a transfer encoding nobody asked for", OK + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a transfer encoding that looks like chunked", OK + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("a chunk's size that is none", CHUNKED + b"zz\r\n", "bad_response", "HTTP", 0, "disconnect"),
    ("a chunk's size below nothing", CHUNKED + b"-1\r\nx\r\n0\r\n\r\n", "bad_response", "HTTP", 0, "disconnect"),
    ("a chunk's size in 0x", CHUNKED + b"0x1\r\nx\r\n0\r\n\r\n", "bad_response", "HTTP", 0, "disconnect"),
    ("a chunk's size beyond any number", CHUNKED + b"F" * 17 + b"\r\nx", "bad_response", "HTTP", ..., ...),
    ("a chunk's size without end", flood(CHUNKED, b"0"), "bad_response", "HTTP", 0, "disconnect"),
    ("a chunk's extension without end", flood(CHUNKED + b"1;a=", b"x" * 65_536), "bad_response", "HTTP", 0, "disconnect"),
    ("a large extension for each byte", flood(CHUNKED, b"1;a=" + b"x" * 30_000 + b"\r\ny\r\n"), "bad_response", "framing", ..., "disconnect"),
    ("trailers without end", flood(CHUNKED + b"0\r\n", b"X-A: y\r\n"), "bad_response", "HTTP", 0, "disconnect"),
    ("a chunk that is longer than it says", CHUNKED + b"1\r\nxyz\r\n0\r\n\r\n", "bad_response", "HTTP", ..., "disconnect"),
    ("chunks that break off", CHUNKED + b"5\r\nabc", "bad_response", "HTTP", 3, "disconnect"),
    ("a reset in the body", reset, "bad_response", "", 3, "disconnect"),
]  # fmt: skip

LEADING = [
    ("a redirect to itself", redirect(b"/"), "too_many_redirects", "more than 5", 0, None),
    ("a redirect to nowhere", page(status="302 Found"), "http_error", "302", 0, None),
    ("a redirect to a file", redirect(b"file:///etc/passwd"), "address_refused", "not an http", ..., None),
    ("a redirect to FTP", redirect(b"ftp://a.example/x"), "address_refused", "not an http", ..., None),
    ("a redirect to a program", redirect(b"javascript:alert(1)"), "address_refused", "not an http", ..., None),
    ("a redirect to data", redirect(b"data:text/html,x"), "address_refused", "not an http", ..., None),
    ("a redirect to this machine", redirect(b"http://127.0.0.1/admin"), "address_refused", "not a public", ..., None),
    ("a redirect to this machine by name", redirect(b"http://localhost/"), "address_refused", "this machine", ..., None),
    ("a redirect to this machine as one number", redirect(b"http://2130706433/"), "address_refused", "not a public", ..., None),
    ("a redirect to the metadata service", redirect(b"http://169.254.169.254/latest/"), "address_refused", "not a public", ..., None),
    ("a redirect to a mapped address", redirect(b"http://[::ffff:10.0.0.1]/"), "address_refused", "not a public", ..., None),
    ("a redirect to SSH", redirect(b"http://127.0.0.1:22/"), "address_refused", "port 22", ..., None),
    ("a redirect with a password", redirect(b"http://u:hunter2@a.example/"), "address_refused", "user name", ..., None),
    ("a redirect to another network's names", redirect(b"//127.0.0.1/x"), "address_refused", "not a public", ..., None),
    ("a redirect with a line break", redirect(b"/a\r\n\tX-Evil: 1"), "address_refused|http_error", "", ..., None),
    ("a redirect with line breaks in percent signs", redirect(b"/%0d%0aX-Evil:%201"), "http_error", "404", ..., None),
    ("a redirect with a NUL", redirect(b"/a\x00b"), "bad_response", "HTTP", 0, None),
    ("a redirect of 60,000 letters", redirect(b"/" + b"a" * 60_000), "address_refused", "", ..., None),
    ("a redirect that is no UTF-8", redirect(b"/\xff\xfe"), "http_error", "404", ..., None),
    ("a redirect to an address that is none", redirect(b"http://[::1"), "address_refused", "", ..., None),
]  # fmt: skip

UNASKED = [
    ("a part of the page", page(HTML, "Content-Range: bytes 0-18/99", status="206 Partial Content"), "http_error", "206", ..., None),
    ("not modified, without a condition", b"HTTP/1.1 304 Not Modified\r\n\r\n", "http_error", "304", 0, None),
    ("no content, with a body", b"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nabcde", "stored", None, 0, None),
    ("no such page", page(HTML, status="404 Not Found"), "http_error", "answered 404 Not Found", len(HTML), None),
    ("no such page, badly encoded", page(b"x", "Content-Encoding: gzip", status="410 Gone"), "http_error", "410 Gone", 1, None),
    ("a pause of a thousand digits", page(HTML, "Retry-After: " + "9" * 1_000, status="429 Too Many Requests"), "http_error", "until", ..., None),
    ("a pause that is none", page(HTML, "Retry-After: -5, yesterday", status="429 Too Many Requests"), "http_error", "429", ..., None),
    ("two answers at once", page(HTML).replace(b"Connection: close\r\n", b"") + page(b"evil"), "stored", None, len(HTML), None),
]  # fmt: skip

ROWS = [*BODIES, *SLOW, *HEADS, *FRAMES, *LEADING, *UNASKED]
