#!/usr/bin/env python3
"""The extractors that stet is measured beside. Runs in the virtual environment of bench-requirements.txt.

    bench_peers.py predict MANIFEST         trafilatura's records, flat prediction lines as ../shared/score reads them
    bench_peers.py spend PEER JOBS MANIFEST trafilatura's or resiliparse's time over the pages, as one JSON object
    bench_peers.py start PEER               nothing but the import
"""
import json
import logging
import multiprocessing
import pathlib
import signal
import sys
import time

SECONDS_A_PAGE = 20


def pages(manifest):
    """(id, address, path) of each line of a batch manifest."""
    folder = pathlib.Path(manifest).parent
    with open(manifest, encoding="utf-8") as lines:
        return [(page["id"], page["url"], str(folder / page["path"])) for page in map(json.loads, lines)]


def ready_trafilatura():
    from trafilatura import bare_extraction
    logging.disable(logging.CRITICAL)
    # As its own evaluation asks: text without readers' comments, metadata with it.
    return lambda page, url: bare_extraction(page, url=url, with_metadata=True, include_comments=False)


def ready_resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree
    return lambda page, url: extract_plain_text(HTMLTree.parse_from_bytes(page, detect_encoding(page)), main_content=True)


READY = {"trafilatura": ready_trafilatura, "resiliparse": ready_resiliparse}


class OutOfTime(Exception):
    pass


def limited(work, *arguments):
    """What the work returns; None when it fails or takes too long."""
    def stop(*_):
        raise OutOfTime
    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS_A_PAGE)
    try:
        return work(*arguments)
    except Exception:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def flat(document):
    names = [name.strip() for name in (document.author or "").split(";")]
    return {"title": document.title, "authors": [name for name in names if name], "published": document.date,
            "body": document.text, "tags": document.tags, "categories": document.categories,
            "language": document.language, "siteName": document.sitename, "description": document.description}


extract = None


def prepare(peer):
    global extract
    extract = READY[peer]()


def record(page):
    name, url, path = page
    document = limited(extract, pathlib.Path(path).read_bytes(), url)
    return json.dumps({"id": name, **(flat(document) if document else {})}, ensure_ascii=False)


def predict(manifest):
    with multiprocessing.Pool(2, prepare, ("trafilatura",)) as pool:
        for line in pool.imap(record, pages(manifest), chunksize=4):
            print(line)


def spend_share(peer, share):
    """Processor time, size and failures of one process over its share of the pages, and its largest memory in KB."""
    import resource
    prepare(peer)
    contents = [(pathlib.Path(path).read_bytes(), url) for _, url, path in share]
    limited(extract, *contents[0])
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, elapsed = time.process_time(), time.monotonic()
    failed = sum(limited(extract, *content) is None for content in contents)
    return {"processor": time.process_time() - start, "elapsed": time.monotonic() - elapsed, "failed": failed,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, "held": held}


def spend(peer, jobs, manifest):
    everything, jobs = pages(manifest), int(jobs)
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        shares = pool.starmap(spend_share, [(peer, everything[i::jobs]) for i in range(jobs)], chunksize=1)
    print(json.dumps({"processor": sum(s["processor"] for s in shares), "elapsed": max(s["elapsed"] for s in shares),
                      "failed": sum(s["failed"] for s in shares), "peakKB": sum(s["peak"] for s in shares)}))


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    {"predict": predict, "spend": spend, "start": prepare}[command](*arguments)
