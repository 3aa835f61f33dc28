#!/usr/bin/env python3
"""What a comparison costs stet, beside git diff --word-diff and Python's difflib, on the same pairs of texts in one run.

    bench_diff.py --stet BINARY --bench BINARY --work DIR MANIFEST…

Pairs are reviews of the manifests under known edits, and long texts that are hard to compare. Exit code 1 when a hard pair
takes more than a second of processor time.
"""
import argparse
import difflib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("--stet", required=True)
parser.add_argument("--bench", required=True)
parser.add_argument("--work", required=True, type=pathlib.Path)
parser.add_argument("--every", type=int, default=5, help="take each N-th edited review only; each costs five processes")
parser.add_argument("--bytes", type=int, default=2_000_000, help="the length of a hard pair's sides")
parser.add_argument("manifests", nargs="+")
options = parser.parse_args()


def measured(*arguments):
    out = subprocess.run([options.bench, "diff", *arguments], stdout=subprocess.PIPE, check=True).stdout
    return json.loads(out)["pairs"]


def spent(command, right):
    """Processor seconds and the most memory (MB) of a command that is not to print anything here."""
    child = os.fork()
    if child == 0:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in right:
        sys.exit(f"{' '.join(command)} failed.")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def by_command(path, *more):
    return spent([options.stet, "diff", "--no-pager", *more, f"{path}.old.json", f"{path}.new.json"], (0, 1))


def by_git(path):
    return spent(
        ["git", "--no-pager", "diff", "--no-index", "--word-diff", f"{path}.old.txt", f"{path}.new.txt"], (0, 1))


def by_difflib(path):
    """As its users write it: both texts split at white space, and what is to be done to the one to get the other."""
    old, new = ((path.parent / f"{path.name}.{side}.txt").read_text(encoding="utf-8") for side in ("old", "new"))
    start = time.process_time()
    before, after = old.split(), new.split()
    for _ in difflib.SequenceMatcher(None, before, after).get_opcodes():
        pass
    return time.process_time() - start


def row(title, seconds, floor=None):
    ordered = sorted(seconds)
    median, high = statistics.median(ordered), ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    floor = floor or (median, high)
    print(f"{title:44}{median * 1e3:10.2f}{high * 1e3:10.2f}{median / floor[0]:11.2f}{high / floor[1]:9.2f}", flush=True)
    return median, high


edited = options.work / "edited"
edited.mkdir(parents=True)
pairs = measured("--out", str(edited), *options.manifests)
chosen = pairs[::options.every]
print(f"{len(pairs)} pairs of reviews under known edits; other tools on each {options.every}th; milliseconds of processor time\n")
print(f"{'a pair':44}{'median':>10}{'p99':>10}{'of difflib':>11}{'p99':>9}")
floor = row("difflib.SequenceMatcher over words", [by_difflib(edited / pair["name"]) for pair in chosen])
row("stet, in process, compared and set", [pair["seconds"] for pair in pairs], floor)
nothing = min(spent(["git", "--version"], (0,))[0] for _ in range(9))
git = [by_git(edited / pair["name"])[0] for pair in chosen]
stet = [by_command(edited / pair["name"])[0] for pair in chosen]
print(f"\n{'a command, with its start':44}{'median':>10}{'p99':>10}{'of git':>11}{'p99':>9}")
floor = row("git diff --no-index --word-diff", git)
row("stet diff, two files", stet, floor)
print(f"{'git --version':44}{nothing * 1e3:10.2f}")

hard = options.work / "hard"
hard.mkdir()
small = {pair["name"]: pair for pair in measured("--bytes", "64000")}
large = measured("--out", str(hard), "--bytes", str(options.bytes))
title = f"{options.bytes / 1e6:g} MB against another"
print(f"\n{title:30}{'in process':>11}{'growth':>8}{'stet diff':>11}{'MB':>6}{'html':>7}{'json':>7}{'unified':>9}{'patch':>7}"
      f"{'git':>8}  seconds of processor time")
slow = []
for pair in large:
    name = pair["name"]
    first = small[name]
    growth = (pair["seconds"] / pair["bytes"]) / (first["seconds"] / first["bytes"])
    command, memory = by_command(hard / name)
    forms = [by_command(hard / name, "--format", form)[0] for form in ("html", "json", "unified", "json-patch")]
    git = by_git(hard / name)[0]
    print(f"{name:30}{pair['seconds']:11.2f}{'×' + format(growth, '.1f'):>8}{command:11.2f}{memory:6.0f}{forms[0]:7.2f}{forms[1]:7.2f}"
          f"{forms[2]:9.2f}{forms[3]:7.2f}{git:8.2f}{'  says that it is coarse' if pair['approximate'] else ''}", flush=True)
    if pair["seconds"] > 1:
        slow.append(name)
print("\n“growth”: what a byte costs of what it does on pairs of 64 kB; 1 is linear, 31 would be the square at 2 MB.")
if slow:
    sys.exit(f"Over a second: {', '.join(slow)}.")
