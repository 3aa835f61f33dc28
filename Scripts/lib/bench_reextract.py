"""Measures `stet reextract` and `stet export` on an archive of invented pages: pages and megabytes per second.

The pages come in by `stet import`, so that their responses are there. Then their snapshots are rewritten as if other rules
had read them; what `stet verify` would say of that does not matter here.
"""

import argparse
import gzip
import hashlib
import json
import pathlib
import subprocess
import time

parser = argparse.ArgumentParser()
parser.add_argument("--stet", required=True, help="the binary")
parser.add_argument("--work", required=True, help="an empty folder on a disk")
parser.add_argument("--pages", type=int, default=1000)
options = parser.parse_args()
work = pathlib.Path(options.work)
archive = work / "Archive"


def page(number):
    words = "the keeper counts candles and writes what is left upon a wall that nobody will ever read again".split()
    paragraphs = []
    for paragraph in range(14):
        text = " ".join(words[(number * 7 + paragraph * 3 + word * 5) % len(words)] for word in range(60))
        paragraphs.append(f"<p>In part {paragraph} of review {number}, {text}, and that is that.</p>")
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Film {number} | Reel Harbour</title></head><body>"
        f"<main><article><h1>Film {number}</h1><p class=byline>By <a rel=author href=/by/ada>Ada Example</a></p>"
        f"<div class=content>{''.join(paragraphs)}</div></article></main></body></html>"
    ).encode()


def record(number):
    body = page(number)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\n"
        f"WARC-Date: 2020-01-01T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}Z\r\n"
        f"WARC-Target-URI: http://bench.example/film/{number}\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


def run(*arguments):
    start = time.perf_counter()
    done = subprocess.run([options.stet, "--quiet", "--archive", archive, *arguments], stdout=subprocess.DEVNULL)
    if done.returncode != 0:
        raise SystemExit(f"stet {arguments[0]} ended with exit code {done.returncode}")
    return time.perf_counter() - start


def line(what, amount):
    print(f"{what:<44}{amount}")


with open(work / "pages.warc.gz", "wb") as out:
    for number in range(options.pages):
        out.write(record(number))
run("import", work / "pages.warc.gz")
for path in archive.glob("pages/*/*/1.json"):
    snapshot = json.loads(path.read_text())
    snapshot["extractor"]["rules"] = "sha256:" + "0" * 64
    snapshot["review"]["title"] += ", as it was read"
    del snapshot["digest"]
    canonical = json.dumps(snapshot, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    snapshot["digest"] = "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()
    path.write_text(json.dumps(snapshot, sort_keys=True, indent=2, ensure_ascii=False) + "\n")

for jobs in ("1", "2"):
    line(f"reextract, report, {jobs} threads", f"{options.pages / run('reextract', '--jobs', jobs):.0f} pages/s")
line("reextract --write", f"{options.pages / run('reextract', '--write'):.0f} pages/s")
for form in ("jsonl", "csv", "atom", "warc", "wacz"):
    out = work / f"out.{form}"
    seconds = run("export", "--format", form, "--versions", "all", out)
    line(f"export --format {form}", f"{out.stat().st_size / seconds / 1e6:.1f} MB/s, {options.pages * 2 / seconds:.0f} versions/s")
