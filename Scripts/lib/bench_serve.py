#!/usr/bin/env python3
"""bench_serve.py --binaries DIR --work DIR [--snapshots N] [--seconds S] [--connections C]: `stet serve` under load.

Invents an archive (stet-bench index --files), serves it on a free port of loopback, and asks for pages with wrk, as a
browser that knows none of them would: requests per second, median and 99th percentile of the time to the whole answer.
Each kind of page is asked for by many addresses, so that nothing is answered from one place in memory.
"""
import argparse
import json
import os
import pathlib
import random
import re
import signal
import subprocess
import time
import urllib.parse
import urllib.request

parser = argparse.ArgumentParser()
parser.add_argument("--binaries", required=True, type=pathlib.Path)
parser.add_argument("--work", required=True, type=pathlib.Path)
parser.add_argument("--snapshots", type=int, default=100_000)
parser.add_argument("--seconds", type=int, default=5)
parser.add_argument("--connections", type=int, default=16)
options = parser.parse_args()

work = options.work.resolve()
work.mkdir(parents=True, exist_ok=True)
archive = work / "Archive"
if not archive.exists():
    subprocess.run([options.binaries / "stet-bench", "index", archive, "--snapshots", str(options.snapshots), "--files"],
                   check=True, stdout=subprocess.DEVNULL)


def serve():
    """The process, its address, seconds until the first whole page."""
    start = time.monotonic()
    process = subprocess.Popen([options.binaries / "stet", "--archive", archive, "serve", "--port", "0"],
                               stderr=subprocess.PIPE, text=True)
    address = re.search(r"http://\S+", process.stderr.readline())[0]
    urllib.request.urlopen(address).read()
    return process, address, time.monotonic() - start


def memory(process, name):
    """A line of proc(5)'s status, in MB."""
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(rf"{name}:\s+(\d+)", text)[1]) / 1024


def report(name, value):
    print(f"{name:<40}{value}", flush=True)


process, address, seconds = serve()
process.send_signal(signal.SIGTERM)
process.wait()
report("first start, index made where it is old", f"{seconds:.2f} s to the first page")
starts = []
for _ in range(5):
    process, address, seconds = serve()
    starts.append(seconds)
    if len(starts) < 5:
        process.send_signal(signal.SIGTERM)
        process.wait()
report("start", f"{sorted(starts)[2] * 1000:.0f} ms to the first page (median of 5)")
report("memory after the first page", f"{memory(process, 'VmRSS'):.0f} MB")

hosts = sorted(os.listdir(archive / "pages"))
generator = random.Random(7)
chosen = []
for host in generator.sample(hosts, min(500, len(hosts))):
    chosen.append(f"/pages/{host}/{generator.choice(sorted(os.listdir(archive / 'pages' / host)))}/")
words = re.findall(r"[a-z]{4,}", (archive / chosen[0][1:] / "1.json").read_text())
for page in chosen[1:40]:
    words += re.findall(r"[a-z]{4,}", json.dumps(json.loads((archive / page[1:] / "1.json").read_text())["review"]["body"]))
words = generator.sample(sorted(set(words) - {"paragraph", "text", "type"}), 200)
kinds = {
    "front page": ["/"],
    "front page, sorted, filtered": [f"/?filter=site{number}&sort=changed" for number in range(100)],
    "host": [f"/pages/{urllib.parse.quote(host)}/" for host in generator.sample(hosts, min(500, len(hosts)))],
    "page": chosen,
    "version": [page + "1/" for page in chosen],
    "compare": [page + "1..2/" for page in chosen],
    "search, a word": [f"/search/?q={word}" for word in words],
    "search, as one types": [f"/search/?q={word[:3]}*&only=results" for word in words],
    "snapshot": [page + "1.json" for page in chosen],
}
for name, paths in kinds.items():
    try:
        urllib.request.urlopen(address[:-1] + paths[0]).read()
    except urllib.error.HTTPError as error:
        report(name, f"not served: {error}")
        continue
    script = work / "wrk.lua"
    listing = ", ".join(json.dumps(path) for path in paths)
    script.write_text(f"""
local paths = {{ {listing} }}
local next = 0
request = function()
  next = next % #paths + 1
  return wrk.format("GET", paths[next])
end
""")
    out = subprocess.run(["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}s", "--latency", "-s", script,
                          address], check=True, capture_output=True, text=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
    middle, worst = (re.search(rf"{part}%\s+(\S+)", out)[1] for part in (50, 99))
    failures = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    report(name, f"{rate:7.0f} requests/s, median {middle}, p99 {worst}" + (f", {failures[1]} failed" if failures else ""))
report("memory after that", f"{memory(process, 'VmRSS'):.0f} MB, {memory(process, 'VmHWM'):.0f} MB at the most")
start = time.monotonic()
process.send_signal(signal.SIGTERM)
status = process.wait()
report("end", f"{(time.monotonic() - start) * 1000:.0f} ms, exit code {status}")
