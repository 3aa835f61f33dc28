#!/usr/bin/env python3
"""bench_discover.py --bench STET_BENCH --work DIR: a sitemap beside lxml's iterparse, a feed beside feedparser.

Both are made up. Each is read five times, the best one counts; the time is the processor's, which other work on the machine
disturbs least. All readers take address and time of each entry; feedparser and stet the title too.
"""
import argparse
import pathlib
import subprocess
import time

import feedparser
from lxml import etree

parser = argparse.ArgumentParser()
parser.add_argument("--bench", required=True)
parser.add_argument("--work", required=True, type=pathlib.Path)
options = parser.parse_args()

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
sitemap = options.work / "sitemap.xml"
sitemap.write_text(
    f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n' + "".join(
        f"<url>\n  <loc>https://www.example.com/reviews/2012/11/the-long-night-of-{n}/?a=1&amp;b={n}</loc>\n"
        f"  <lastmod>2012-11-{n % 28 + 1:02}T15:40:03+00:00</lastmod>\n  <changefreq>weekly</changefreq>\n"
        f"  <priority>0.8</priority>\n</url>\n" for n in range(50_000)) + "</urlset>\n")
feed = options.work / "feed.xml"
feed.write_text(
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Reel</title>' + "".join(
        f"<item><title>The Long Night, Part {n}</title><link>https://www.example.com/{n}</link>"
        f"<pubDate>Sat, {n % 28 + 1:02} Nov 2012 15:40:03 +0000</pubDate><description><![CDATA[{'<p>It is long.</p>' * 40}]]>"
        f"</description></item>\n" for n in range(2000)) + "</channel></rss>\n")


def stet(path, *more):
    out = subprocess.run([options.bench, "discover", path, *more], capture_output=True, text=True, check=True).stdout
    values = dict(line.split("\t") for line in out.splitlines())
    return int(values["addresses"]), float(values["seconds"])


def best(read):
    times = []
    for _ in range(5):
        start = time.process_time()
        count = read()
        times.append(time.process_time() - start)
    return count, min(times)


def by_lxml():
    count = 0
    for _, url in etree.iterparse(str(sitemap), tag=f"{{{NAMESPACE}}}url"):
        count += bool(url.findtext(f"{{{NAMESPACE}}}loc") and url.findtext(f"{{{NAMESPACE}}}lastmod"))
        url.clear()
    return count


def by_feedparser():
    return sum(bool(entry.link and entry.title and entry.published_parsed)
               for entry in feedparser.parse(feed.read_bytes()).entries)


for name, path, result in [
    ("sitemap, stet", sitemap, stet(sitemap)), ("sitemap, lxml iterparse", sitemap, best(by_lxml)),
    ("feed, stet", feed, stet(feed, "--feed")), ("feed, feedparser", feed, best(by_feedparser)),
]:
    count, seconds = result
    print(f"{name:<26}{count:8} addresses{path.stat().st_size / 1e6 / seconds:10.1f} MB/s{seconds:9.3f} s of processor")
