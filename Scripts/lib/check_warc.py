#!/usr/bin/env python3
"""check_warc.py STET: WARC files that stet writes, in the hands of warcio and pywb (PyPI).

A small server sends pages plainly, compressed, in chunks, behind a redirect, and 304; stet archives them twice. Then:

- `warcio check` and `warcio index` accept every WARC file in the archive, and every digest that they check fits;
- pywb replays each page byte for byte, repetitions (revisit records) included, and a 304 as a 304;
- a key that stet puts into its CDXJ index is the one that pywb makes of the address.
"""
import gzip
import http.server
import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from pywb.utils.canonicalize import canonicalize

stet = str(pathlib.Path(sys.argv[1]).resolve())
binaries = pathlib.Path(sys.executable).parent

PARAGRAPH = "The keepers wait for a boat that is three weeks late, and the camera waits with them, in a patient film. "


def page(title):
    text = "".join(f"<p>{PARAGRAPH * 4}{number}</p>" for number in range(6))
    return (f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head>"
            f"<body><article><h1>{title}</h1>{text}</article></body></html>").encode()


PAGES = {name: page(f"Film {name}") for name in ("plain", "gzip", "chunked", "Behind%20a/turn/?b=2&a=1", "validated")}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        name = self.path[1:]
        if name == "old":
            self.send_response(301)
            self.send_header("Location", "/Behind%20a/turn/?b=2&a=1")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = PAGES.get(name)
        if body is None:
            self.send_error(404)
            return
        if name == "validated" and self.headers.get("If-None-Match") == '"one"':
            self.send_response(304)
            self.send_header("ETag", '"one"')
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if name == "validated":
            self.send_header("ETag", '"one"')
        if name == "chunked":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for start in range(0, len(body), 1000):
                piece = body[start:start + 1000]
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\n\r\n")
            return
        if name == "gzip":
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def run(*command, **options):
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if outcome.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {outcome.returncode}:\n{outcome.stdout}{outcome.stderr}")
    return outcome.stdout


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def replay(folder, warcs, wanted):
    """Compares what pywb serves for each (moment, address) with the body, or the status, that is wanted."""
    run(binaries / "wb-manager", "init", "here", cwd=folder)
    run(binaries / "wb-manager", "add", "here", *warcs, cwd=folder)
    port = free_port()
    server = subprocess.Popen(
        [binaries / "wayback", "--port", str(port), "--bind", "127.0.0.1"], cwd=folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(150):
            time.sleep(0.2)
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
                break
            except OSError:
                continue
        else:
            raise SystemExit("pywb does not start")
        for moment, address, body in wanted:
            url = f"http://127.0.0.1:{port}/here/{moment}id_/{address}"
            try:
                with urllib.request.urlopen(url, timeout=20) as answer:
                    found = answer.read()
            except urllib.error.HTTPError as error:
                found = error.code
            if found != body:
                raise SystemExit(f"pywb replays something else for {moment} {address}: {found}")
    finally:
        server.terminate()
        server.wait()


def main(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_address[1]}"
    names = [*(name for name in PAGES if "turn" not in name), "old"]
    for _ in range(2):
        run(stet, "--archive", "Archive", "archive", "--delay", "0", *(f"{origin}/{name}" for name in names), cwd=folder)
        # Moments are told by the second.
        time.sleep(1.1)
    server.shutdown()
    warcs = sorted(map(str, (folder / "Archive/warc").rglob("*.warc.gz")))
    if not warcs:
        raise SystemExit("the archive has no WARC files")
    for warc in warcs:
        said = run(binaries / "warcio", "check", "--verbose", warc)
        if "fail" in said or "pass" not in said:
            raise SystemExit(f"warcio check:\n{said}")
        run(binaries / "warcio", "index", warc)
    bodies = {origin + "/" + name: body for name, body in PAGES.items()}
    wanted, kinds = [], set()
    for index in (folder / "Archive/warc").rglob("*.cdxj"):
        for line in index.read_text().splitlines():
            key, moment, rest = line.split(" ", 2)
            entry = json.loads(rest)
            kinds.add((entry.get("mime"), entry.get("status")))
            if key != canonicalize(entry["url"]):
                raise SystemExit(f"pywb calls {entry['url']} {canonicalize(entry['url'])}, stet {key}")
            if entry["url"] in bodies:
                # pywb answers as the server did then: not modified.
                wanted.append((moment, entry["url"], 304 if entry["status"] == 304 else bodies[entry["url"]]))
    for kind in [("text/html", 200), ("warc/revisit", 200), ("warc/revisit", 304)]:
        if kind not in kinds:
            raise SystemExit(f"the archive has no record of the kind {kind}: {kinds}")
    replay(folder, warcs, wanted)
    print(f"{len(warcs)} WARC files accepted by warcio, {len(wanted)} captures replayed by pywb byte for byte")


with tempfile.TemporaryDirectory() as name:
    main(pathlib.Path(name))
