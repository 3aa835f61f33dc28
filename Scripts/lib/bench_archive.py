#!/usr/bin/env python3
"""How fast pages are stored durably, beside git and SQLite with the same records; what verify and versions cost.

    bench_archive.py --binaries DIR --work DIR [--count N]
"""
import argparse
import hashlib
import json
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import time
import zlib


def lines(command):
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return {name: float(value) for name, value in (line.split("\t") for line in done.stdout.splitlines())}


def records(archive):
    """Of each version: its name, its file, its visit line and its records in the WARC file."""
    index = {}
    for path in archive.glob("warc/*/*/*.cdxj"):
        warc = path.with_suffix("").read_bytes()
        for line in path.read_text().splitlines():
            entry = json.loads(line.split(" ", 2)[2])
            index["urn:uuid:" + entry["record"]] = warc[entry["offset"]:][:entry["length"]]
    found = []
    for log in sorted(archive.glob("pages/*/*/visits.jsonl")):
        for line in log.read_text().splitlines():
            visit = json.loads(line)
            if visit.get("wrote"):
                name = f"{log.parent.name}/{visit['version']}.json"
                found.append((name, (log.parent / f"{visit['version']}.json").read_bytes(), line, index[visit["record"]]))
    return found


def git(stored, folder):
    folder.mkdir(parents=True)
    run = lambda *words: subprocess.run(["git", "-C", str(folder), *words], check=True, stdout=subprocess.DEVNULL)
    run("init", "--quiet")
    run("config", "user.name", "bench")
    run("config", "user.email", "bench@bench.example")
    run("config", "core.fsync", "all")
    run("config", "gc.auto", "0")
    start = time.monotonic()
    for name, snapshot, line, response in stored:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(snapshot)
        path.with_suffix(".warc.gz").write_bytes(response)
        with open(path.parent / "visits.jsonl", "a") as log:
            log.write(line + "\n")
        run("add", "--all", str(path.parent))
        run("commit", "--quiet", "--message", name)
    return len(stored) / (time.monotonic() - start)


def sqlite(stored, path, group):
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE version (name TEXT PRIMARY KEY, snapshot BLOB, response BLOB)")
    database.execute("CREATE TABLE visit (name TEXT, line TEXT)")
    start = time.monotonic()
    for first in range(0, len(stored), group):
        database.execute("BEGIN")
        for name, snapshot, line, response in stored[first:first + group]:
            database.execute("INSERT INTO version VALUES (?, ?, ?)", (name, snapshot, response))
            database.execute("INSERT INTO visit VALUES (?, ?)", (name, line))
        database.execute("COMMIT")
    return len(stored) / (time.monotonic() - start)


def size(folder, pattern):
    """Bytes in files, and on the disk."""
    found = [path.stat() for path in folder.glob(pattern) if path.is_file()]
    return sum(facts.st_size for facts in found), sum(facts.st_blocks * 512 for facts in found)


def timed(work):
    """Seconds by the clock and of processors, of the quickest of three."""
    def processors():
        return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))

    found = []
    for _ in range(3):
        start, busy = time.monotonic(), processors()
        work()
        found.append((time.monotonic() - start, processors() - busy))
    return min(found)


def program(*command):
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def hashed(files):
    """The least that a proof of an archive costs: each file is read, what is compressed inflated; of a record two digests, of the
    block and of the payload in it, of everything else one."""
    for path in files:
        content = pathlib.Path(path).read_bytes()
        if not path.endswith(".warc.gz"):
            hashlib.sha256(content).digest()
            continue
        content, place = memoryview(content), 0
        while place < len(content):
            member, record = zlib.decompressobj(31), []
            while not member.eof:
                piece = content[place:place + (1 << 16)]
                record.append(member.decompress(piece))
                place += len(piece) - len(member.unused_data)
            record = b"".join(record)
            for _ in range(2):
                hashlib.sha256(record).digest()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binaries", required=True, type=pathlib.Path)
    parser.add_argument("--work", required=True, type=pathlib.Path, help="a folder on a disk, not in memory")
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    bench, stet = str(options.binaries / "stet-bench"), str(options.binaries / "stet")
    work = options.work
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)

    single = lines([bench, "store", str(work / "single"), "--count", str(options.count)])
    grouped = lines([bench, "store", str(work / "grouped"), "--count", str(options.count * 5), "--group", "64"])
    stored = records(work / "single")
    print(f"{'pages a second, each with its response, durable':52}{'one by one':>12}{'groups of 64':>14}")
    for title in ("new", "changed", "unchanged"):
        print(f"{f'stet, {title} pages':52}{single[title]:>12.0f}{grouped[title]:>14.0f}")
    print(f"{'SQLite, WAL, synchronous FULL, the same records':52}{sqlite(stored, work / 'one.sqlite', 1):>12.0f}"
          f"{sqlite(stored, work / 'many.sqlite', 64):>14.0f}", flush=True)
    print(f"{'git add && git commit, core.fsync=all':52}{git(stored[:100], work / 'git'):>12.0f}{'':>14}\n", flush=True)

    total = size(work / "grouped", "**/*")[0] / 1e6
    files = [str(path) for path in (work / "grouped").glob("**/*") if path.is_file()]
    manifest = work / "files"
    manifest.write_text("\0".join(files))
    print(f"{f'reading {total:.1f} MB in {len(files)} files':52}{'MB/s':>12}{'CPU seconds':>14}")
    for title, work_at_hand in (
        ("stet verify", program(stet, "--archive", str(work / "grouped"), "verify")),
        ("inflating and digests alone, one process (Python)", lambda: hashed(files)),
        ("sha256sum, one process", program("sh", "-c", f"xargs -0 sha256sum <'{manifest}'")),
    ):
        seconds, busy = timed(work_at_hand)
        print(f"{title:52}{total / seconds:>12.0f}{busy:>14.2f}", flush=True)
    print()

    subprocess.run([bench, "store", str(work / "fifty"), "--versions", "50"], check=True, stdout=subprocess.DEVNULL)
    for title, pattern in (("snapshots", "pages/**/*.json"), ("visits", "pages/**/*.jsonl"), ("responses", "warc/**/*")):
        length, disk = size(work / "fifty", pattern)
        print(f"50 versions of a page of 30 KB, {title}: {length / 50:.0f} bytes a version, {disk / 50:.0f} on disk")
    many = lines([bench, "store", str(work / "many"), "--versions", "10000"])
    print(f"10,000 versions of one page: {many['first']:.1f} ms for each of the first 100, {many['last']:.1f} ms for each of the last")


if __name__ == "__main__":
    main()
