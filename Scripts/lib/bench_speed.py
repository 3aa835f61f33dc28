#!/usr/bin/env python3
"""What a page costs stet, beside libxml2's bare parse, trafilatura and resiliparse, over the same pages.

    bench_speed.py --binaries DIR --python PYTHON --work DIR --every N [--counted N] MANIFEST…
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import time

PHASES = {"dom": "libxml2, parse and free", "parse": "stet, parse", "extract": "stet, bytes to record"}
PEERS = {"resiliparse": "resiliparse, parse and text", "trafilatura": "trafilatura, text and metadata"}


def sample(manifests, every):
    """One manifest for all, of each N-th page of each."""
    entries = []
    for manifest in manifests:
        lines = manifest.read_text(encoding="utf-8").split("\n")
        for line in [line for line in lines if line][::every]:
            entry = json.loads(line)
            entry["path"] = str((manifest.parent / entry["path"]).resolve())
            entry["id"] = f"{manifest.name.split('.')[0]}/{entry['id']}"
            entries.append(entry)
    return entries


def write(entries, path):
    path.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    return path


def spent(command):
    """Wall time, processor time and the largest memory (KB) of a command that is not to print anything here."""
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        os.execv(command[0], command)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"{command[0]} failed.")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def started(command):
    """Milliseconds from start to end, and of processor time, the best of ten each; the largest memory in MB."""
    elapsed, processor, peak = zip(*(spent(command) for _ in range(10)))
    return min(elapsed) * 1000, min(processor) * 1000, min(peak) / 1024


def instructions(bench, manifest, phase, work):
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", f"--callgrind-out-file={work}/callgrind.out", bench, "pages", manifest, "--only", phase],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"refs: *([\d,]+)", done.stderr)
    if not found:
        sys.exit(f"callgrind counted nothing: {done.stderr[-500:]}")
    return int(found[1].replace(",", ""))


def main():
    parser = argparse.ArgumentParser()
    for name in ("binaries", "python", "work"):
        parser.add_argument(f"--{name}", required=True, type=pathlib.Path)
    parser.add_argument("--every", type=int, default=8)
    parser.add_argument("--counted", type=int, default=60, help="how many of the pages callgrind sees; 0 for none")
    parser.add_argument("manifests", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    stet, bench = str(options.binaries / "stet"), str(options.binaries / "stet-bench")
    peers = str(pathlib.Path(__file__).with_name("bench_peers.py"))

    entries = sample(options.manifests, options.every)
    manifest = str(write(entries, options.work / "all.jsonl"))
    size = sum(os.path.getsize(entry["path"]) for entry in entries) / 1e6
    print(f"{len(entries)} pages, {size:.1f} MB; each N-th page of the corpus, N = {options.every}\n")

    measured = json.loads(subprocess.run([bench, "pages", manifest], check=True, stdout=subprocess.PIPE).stdout)
    rows = {(row["phase"], row["jobs"]): row for row in measured["rows"]}
    print(f"{'':32}{'jobs':>5}{'pages/s':>10}{'MB/s':>9}{'CPU s':>9}{'of libxml2':>12}{'peak MB':>9}{'failed':>8}")
    for jobs in (1, 2):
        floor = rows["dom", jobs]["processor"]

        def row(title, elapsed, processor, peak=None, failed=None):
            memory = "" if peak is None else f"{peak / 1024:.0f}"
            print(f"{title:32}{jobs:>5}{len(entries) / elapsed:>10.0f}{size / elapsed:>9.1f}{processor:>9.2f}"
                  f"{processor / floor:>12.2f}{memory:>9}{'' if failed is None else failed:>8}", flush=True)

        for phase, title in PHASES.items():
            found = rows[phase, jobs]
            row(title, found["elapsed"], found["processor"], failed=int(found["failed"]))
        row("stet extract --batch", *spent([stet, "extract", "--batch", manifest, "--jobs", str(jobs)]))
        for peer, title in PEERS.items():
            output = subprocess.run(
                [options.python, peers, "spend", peer, str(jobs), manifest], check=True, stdout=subprocess.PIPE).stdout
            found = json.loads(output)
            row(title, found["elapsed"], found["processor"], found["peakKB"], found["failed"])
        print()
    print("In one process but for the last three of each block: the command, and Python processes, which hold their pages\n"
          "in memory and are measured once; the others are the best of three rounds that alternate.\n")

    print(f"{'start-up':32}{'ms':>8}{'CPU ms':>8}{'MB':>8}")
    page = options.work / "short.html"
    page.write_text("<title>Night</title><h1>Night</h1><p>" + "It is long, and dark, and very good. " * 9)
    for title, command in (
        ("stet --version", [stet, "--version"]), ("stet extract, a short page", [stet, "extract", str(page)]),
        *((f"{peer}, imported", [str(options.python), peers, "start", peer]) for peer in PEERS),
    ):
        elapsed, processor, megabytes = started(command)
        print(f"{title:32}{elapsed:>8.1f}{processor:>8.1f}{megabytes:>8.0f}")

    if options.counted:
        chosen = entries[:: max(1, len(entries) // options.counted)]
        counted = str(write(chosen, options.work / "counted.jsonl"))
        length = sum(os.path.getsize(entry["path"]) for entry in chosen)
        print(f"\n{f'instructions, {len(chosen)} pages':32}{'millions':>10}{'a byte':>9}{'of libxml2':>12}")
        # valgrind 3.19 cannot read the debug information that Swift writes.
        bare = str(options.work / "stet-bench")
        subprocess.run(["strip", "--strip-debug", "-o", bare, bench], check=True)
        nothing = instructions(bare, counted, "none", options.work)
        floor = None
        for phase, title in PHASES.items():
            count = instructions(bare, counted, phase, options.work) - nothing
            floor = floor or count
            print(f"{title:32}{count / 1e6:>10.0f}{count / length:>9.1f}{count / floor:>12.2f}", flush=True)


if __name__ == "__main__":
    main()
