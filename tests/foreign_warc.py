"""WARC files as other programs write them."""

import gzip


def foreign(*pages, gzipped=True):
    """A WARC file as another program writes it: pages are (kind, url, status, headers, body)."""
    out = b""
    for kind, url, status, headers, body in pages:
        content_type = "text/plain" if kind == "resource" else f"application/http; msgtype={kind}"
        block = body
        if kind == "response":
            lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers)]
            block = "\r\n".join([*lines, "", ""]).encode() + body
        fields = [
            "WARC/1.0",
            f"WARC-Type: {kind}",
            f"WARC-Target-URI: <{url}>",
            "WARC-Date: 2021-09-02T00:00:00Z",
            f"Content-Type: {content_type}",
            f"Content-Length: {len(block)}",
        ]
        record = "\r\n".join([*fields, "", ""]).encode() + block + b"\r\n\r\n"
        out += gzip.compress(record) if gzipped else record
    return out


HEADERS = [("Content-Type", "text/html")]
