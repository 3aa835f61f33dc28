#!/usr/bin/env python3
"""bench_import.py --stet STET --warcio WARCIO --work DIR [--pages N]: import of a WARC file beside `warcio index`.

Writes a WARC file of made-up pages, gzip, one member a record, as crawlers do, and measures, each on its own: warcio
reading it to an index; stet doing its first part, looking the file through (`stet extract --url` of a page that is not
there); the import into a new archive; and the same import again, which finds everything known.
"""
import argparse
import gzip
import hashlib
import os
import pathlib
import random
import resource
import shutil
import subprocess
import time
import uuid

parser = argparse.ArgumentParser()
parser.add_argument("--stet", required=True)
parser.add_argument("--warcio")
parser.add_argument("--work", required=True, type=pathlib.Path)
parser.add_argument("--pages", type=int, default=2000)
options = parser.parse_args()

WORDS = """a the of and to in film review light sea keeper waits camera patience scene breath older younger candle evening
number wall plot hour sound wind pump kettle lens reel night noise letter lamp daylight harbour island winter actor""".split()


def page(number, capture):
    generator = random.Random(number)

    def sentence():
        return " ".join(generator.choice(WORDS) for _ in range(14)).capitalize() + "."
    # The same review each time, but for its last paragraph.
    paragraphs = "".join(f"<p>{' '.join(sentence() for _ in range(5))}</p>\n" for _ in range(8))
    generator = random.Random(f"{number} {capture}")
    paragraphs += f"<p>{' '.join(sentence() for _ in range(5))}</p>\n"
    menu = "".join(f'<li><a href="/section/{item}">{generator.choice(WORDS)}</a></li>\n' for item in range(120))
    return (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Film {number}</title></head><body>"
            f"<nav><ul>{menu}</ul></nav><article><h1>Film {number}</h1><p class=byline>By Ada Example</p>"
            f"{paragraphs}</article></body></html>").encode()


def record(kind, target, date, block, content_type):
    digest = hashlib.sha256(block).hexdigest()
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\nWARC-Date: {date}\r\n"
            f"WARC-Target-URI: {target}\r\nWARC-Block-Digest: sha256:{digest}\r\nContent-Type: {content_type}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n")
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6)


def measure(name, size, *command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    outcome = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    seconds = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if outcome.returncode not in (0, 65):
        raise SystemExit(f"{name} failed: {outcome.stderr.decode()}")
    print(f"{name:<34}{size / 1e6 / seconds:8.1f} MB/s{options.pages / seconds:10.0f} pages/s"
          f"{seconds:8.2f} s{processor:8.2f} s of processor")
    return seconds


warc = options.work / "made-up.warc.gz"
content = 0
with open(warc, "wb") as out:
    for number in range(options.pages):
        target = f"http://films.example/review/{number % 1000}"
        date = f"20{10 + number // 1000:02}-01-{number % 28 + 1:02}T{number % 24:02}:00:00Z"
        body = page(number % 1000, number // 1000)
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        content += len(block)
        out.write(record("response", target, date, block, "application/http;msgtype=response"))
        request = b"GET / HTTP/1.1\r\nHost: films.example\r\nUser-Agent: bench\r\n\r\n"
        out.write(record("request", target, date, request, "application/http;msgtype=request"))
    out.flush()
    os.fsync(out.fileno())
size = warc.stat().st_size
print(f"{options.pages} pages of 1000 addresses, {size / 1e6:.1f} MB compressed, {content / 1e6:.1f} MB of responses;")
print("MB/s are of the compressed file.")
archive = options.work / "archive"
shutil.rmtree(archive, ignore_errors=True)
if options.warcio:
    measure("warcio index", size, options.warcio, "index", str(warc))
measure("stet extract, a page not there", size, options.stet, "extract", "--url", "http://films.example/none", str(warc))
measure("stet import", size, options.stet, "--archive", str(archive), "import", str(warc))
measure("stet import, all known", size, options.stet, "--archive", str(archive), "import", str(warc))
