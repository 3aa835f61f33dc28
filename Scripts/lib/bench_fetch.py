#!/usr/bin/env python3
"""bench_fetch.py --binaries DIR --work DIR [--pages N] [--rounds N]: the transfer engine beside `curl --parallel`.

Serves pages of 20 KB from nginx on loopback and fetches them all, the programs by turns, each in a process of its own
whose start counts. Prints the best round of each: what disturbs a round only ever makes it slower.
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


def measure(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    outcome = subprocess.run(command, capture_output=True, text=True, check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if "failed" in outcome.stdout and f"pages\t{options.pages}\n" not in outcome.stdout:
        sys.exit(f"bench: not every page came: {outcome.stdout}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


try:
    wait_for_server()
    addresses = [f"http://127.0.0.1:{port}/{number}.html" for number in range(options.pages)]
    (work / "addresses").write_text("".join(f"{address}\n" for address in addresses))
    (work / "curl").write_text("".join(f'url = "{address}"\noutput = "/dev/null"\n' for address in addresses))
    bench = [options.binaries / "stet-bench", "fetch", work / "addresses", "--transfers"]
    curl = ["curl", "--silent", "--compressed", "--config", work / "curl", "--parallel", "--parallel-max"]
    programs = {f"{name}, {count} at once": [*command, str(count)]
                for count in (1, 16, 64) for name, command in (("engine", bench), ("curl", curl))}
    results = {name: [] for name in programs}
    for _ in range(options.rounds):
        for name, command in programs.items():
            results[name].append(measure(command))
    print(f"{options.pages} pages of 20 KB".ljust(24), "pages/s", "  wall s", "  CPU s", "CPU us/page")
    for name, rounds in results.items():
        wall, processor = min(round[0] for round in rounds), min(round[1] for round in rounds)
        print(name.ljust(24), f"{options.pages / wall:7.0f} {wall:8.3f} {processor:7.3f}"
              f" {processor / options.pages * 1e6:11.0f}")
finally:
    server.terminate()
    server.wait()
