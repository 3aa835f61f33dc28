#!/usr/bin/env python3
"""bench_fetch.py --binaries DIR --work DIR [--pages N] [--rounds N]: the transfer engine beside `curl --parallel`.

Serves pages of 20 KB from nginx on loopback and fetches them all, the programs by turns, each in a process of its own
whose start counts; what that alone takes is measured with a single page. Prints the best round of each: what disturbs a
round only ever makes it slower. curl writes what it gets to /dev/null; the engine keeps each page with the evidence of
its request and response until it has been counted.
"""
import argparse
import pathlib
import random
import resource
import shutil
import socket
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("--binaries", required=True, type=pathlib.Path)
parser.add_argument("--work", required=True, type=pathlib.Path)
parser.add_argument("--pages", type=int, default=2000)
parser.add_argument("--rounds", type=int, default=9)
options = parser.parse_args()

work = options.work.resolve()
site = work / "site"
site.mkdir(parents=True)
generator = random.Random(1)
WORDS = "film review light sea keeper waits camera patience scene breath older younger candle evening number".split()
for number in range(options.pages):
    text = " ".join(generator.choice(WORDS) for _ in range(4000))
    (site / f"{number}.html").write_text(f"<!DOCTYPE html><title>{number}</title><p>{text}"[:20000])

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
temporary = " ".join(f"{name}_temp_path {work}/temp;" for name in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
(work / "nginx.conf").write_text(f"""daemon off; master_process off; pid {work}/nginx.pid;
events {{ worker_connections 1024; }}
http {{ access_log off; {temporary} types {{ text/html html; }} keepalive_requests 1000000;
  server {{ listen 127.0.0.1:{port}; root {site}; }} }}
""")
nginx = shutil.which("nginx") or "/usr/sbin/nginx"
server = subprocess.Popen([nginx, "-p", work, "-e", work / "error.log", "-c", work / "nginx.conf"],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for_server():
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit("bench: nginx does not start: " + (work / "error.log").read_text())


def measure(command, pages):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    outcome = subprocess.run(command, capture_output=True, text=True, check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if "failed" in outcome.stdout and f"pages\t{pages}\n" not in outcome.stdout:
        sys.exit(f"bench: not every page came: {outcome.stdout}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def programs(pages, count):
    """The command of each program that fetches so many pages, so many at once."""
    addresses = [f"http://127.0.0.1:{port}/{number}.html" for number in range(pages)]
    (work / f"addresses-{pages}").write_text("".join(f"{address}\n" for address in addresses))
    (work / f"curl-{pages}").write_text("".join(f'url = "{address}"\noutput = "/dev/null"\n' for address in addresses))
    return {
        "engine": [options.binaries / "stet-bench-fetch", work / f"addresses-{pages}", str(count)],
        "curl": ["curl", "--silent", "--compressed", "--config", work / f"curl-{pages}", "--parallel",
                 "--parallel-max", str(count)],
    }


try:
    wait_for_server()
    measurements = {"start, one page": (1, 1)}
    measurements.update({f"{count} at once": (options.pages, count) for count in (1, 16, 64)})
    commands = {what: (pages, programs(pages, count)) for what, (pages, count) in measurements.items()}
    rounds = {what: {"engine": [], "curl": []} for what in measurements}
    for _ in range(options.rounds):
        for what, (pages, programs_of) in commands.items():
            for name, command in programs_of.items():
                rounds[what][name].append(measure(command, pages))
    print(f"{options.pages} pages of 20 KB".ljust(24), "pages/s", "  wall s", "  CPU s", "CPU us/page")
    for what, (pages, _) in commands.items():
        best = {name: [min(column) for column in zip(*rows)] for name, rows in rounds[what].items()}
        for name, (wall, processor) in best.items():
            print(f"{name}, {what}".ljust(24), f"{pages / wall:7.0f} {wall:8.3f} {processor:7.3f}"
                  f" {processor / pages * 1e6:11.0f}")
        ratios = [engine / curl for engine, curl in zip(best["engine"], best["curl"])]
        print("engine : curl".ljust(32), f"{ratios[0]:8.2f} {ratios[1]:7.2f}")
finally:
    server.terminate()
    server.wait()
