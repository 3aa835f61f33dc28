"""Writes invented captures as a WARC/1.1 file, for `stet import` to take in with their dates."""

import gzip
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

from invented_reviews import histories


def _record(address: str, moment: datetime, page: bytes) -> bytes:
    date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    http = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(page)
    ) + page
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{address} {date}")
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{name}>\r\nWARC-Date: {date}\r\n"
        f"WARC-Target-URI: {address}\r\nContent-Type: application/http;msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", mtime=0)


def write(path: Path) -> None:
    """All states of all invented pages, in order of time."""
    today = datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    captures = []
    for place, history in enumerate(histories()):
        for days, review in history.states:
            moment = today - timedelta(days=days) + timedelta(hours=6 + place % 12, minutes=place)
            captures.append((moment, history.address, review.html()))
    path.write_bytes(b"".join(_record(address, moment, page) for moment, address, page in sorted(captures)))
