#!/usr/bin/env python3
"""fuzz_seeds.py TARGET REPOSITORY FOLDER: inputs to start from, taken from the test fixtures."""
import gzip
import hashlib
import json
import pathlib
import re
import sys

target, root, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
fixtures = root / "Tests/StetExtractTests/Fixtures"
pages = [path.read_bytes() for path in sorted(fixtures.glob("*/page.html"))]
records = [json.loads(path.read_bytes()) for path in sorted(fixtures.glob("*/expected.json"))]


def texts(value, name):
    """Every text of that name in a record, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name and isinstance(inner, str):
                yield inner
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, name)


def of_records(*names):
    return [text for record in records for name in names for text in texts(record, name)]


def warcs():
    """WARC files of two records, in the forms that are found."""
    def record(kind, block, *fields, end="\r\n", version="1.0"):
        head = [f"WARC/{version}", f"WARC-Type: {kind}", "WARC-Date: 2012-11-17T15:40:00Z",
                "WARC-Record-ID: <urn:uuid:01234567-89ab-4def-8123-456789abcdef>", *fields,
                f"Content-Length: {len(block)}", "", ""]
        return end.join(head).encode() + block + (end * 2).encode()

    target = ("WARC-Target-URI: <http://example.org/a>", "Content-Type: application/http; msgtype=response")
    html = b"<p>Stet."
    ok = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    bodies = [
        ok + b"\r\n" + html,
        ok + b"Transfer-Encoding: chunked\r\n\r\n8\r\n" + html + b"\r\n0\r\n\r\n",
        ok + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(html, mtime=0),
    ]
    for body in bodies:
        for end in ("\r\n", "\n"):
            parts = [record("warcinfo", b"software: x\r\n", end=end), record("response", body, *target, end=end)]
            yield b"".join(parts)
            yield gzip.compress(b"".join(parts), mtime=0)
            yield b"".join(gzip.compress(part, mtime=0) for part in parts)
    yield b'org,example)/ 20121117154000 {"url":"http://example.org/","offset":0,"length":9,"filename":"x"}'


def discoveries():
    """Feeds, sitemaps and listings of every kind, whole and broken."""
    item = "<item><title>A &amp; B</title><link>/1</link><pubDate>Sat, 17 Nov 2012 15:40:03 +0100</pubDate></item>"
    yield f"<?xml version='1.0'?><rss version='2.0'><channel><title>Reel</title>{item}</channel></rss>".encode()
    yield f"junk <!DOCTYPE rss [<!ENTITY a 'b'>]><rss><channel>{item}<item><b>&a;&nbsp;& <![CDATA[x".encode()
    yield (b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
           b"<item rdf:about='/1'><dc:date>2012-11-17</dc:date></item></rdf:RDF>")
    yield (b"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='/b/'><link rel='next' href='?p=2'/><entry>"
           b"<title type='xhtml'><div>A</div></title><link href='1'/><updated>2012-11-17T15:40Z</updated>"
           b"<author><name>Ada</name></author></entry></feed>")
    yield b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/1","title":"One"}]}'
    yield (b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>/1</loc><lastmod>2012-11</lastmod>"
           b"<image:image><image:loc>/x</image:loc></image:image></url></urlset>")
    yield b"<sitemapindex><sitemap><loc>/a.xml.gz</loc></sitemap></sitemapindex>"
    yield b"https://reel.example/1\nhttps://reel.example/2\n"
    yield gzip.compress(b"<urlset><url><loc>/1</loc></url></urlset>", mtime=0)
    cards = "".join(f"<article><h2><a href='/the-{n}-th-night'>Night Number {n}</a></h2><p>Long.</p></article>"
                    for n in range(5))
    yield f"<base href=/b/><link rel=feed href=f>{cards}<div class=pager><a href='?page=2'>Next</a></div>".encode()


SEEDS = {
    "discovery": discoveries,
    "charset": lambda: [bytes([number % 11]) + page for number, page in enumerate(pages)],
    "html": lambda: pages,
    "page": lambda: pages,
    "selector": lambda: [
        selector + b"\n" + pages[0][:2000]
        for profile in (root / "Sources/StetExtract/Profiles").glob("*.yaml")
        for selector in re.findall(rb'"([^"\n]+)"', profile.read_bytes())
    ] + [b"div > p:nth-child(2n+1):not(.a) ~ a[href^='x' i], :is(h1, h2):has(> b)\n<div><p>x<p>y<h1><b>z</b></h1></div>"],
    "json": lambda: [json.dumps(record).encode() for record in records],
    "json-ld": lambda: [
        script for page in pages for script in re.findall(rb'(?s)ld\+json["\']?>(.*?)</script>', page)
    ],
    "date": lambda: of_records("published", "modified", "publishedText") + [
        "Posted on 3rd May 2012 at 4:15 pm", "Sat, 17 Nov 2012 15:40:00 +0100", "2012-W46-6", "17. listopadu 2012",
        "2012年11月17日", "11/17/12", "yesterday"],
    "rating": lambda: [text for record in records for text in texts(record.get("rating"), "text")] + [
        "★★★½☆", "8/10", "B+", "4 out of 5 stars", "rating-4-5 star", "width: 80%", "7,5 von 10", "Rating: A-"],
    "record": lambda: [json.dumps({**record, "confidence": 0.5}).encode() for record in records if "error" not in record],
    "markdown": lambda: of_records("markdown"),
    "warc": lambda: list(warcs()),
    "robots": lambda: [
        "a/b?c=d\nUser-agent: *\nDisallow: /a/*?c=$\nAllow: /a/b\nCrawl-delay: 2.5\nSitemap: /s.xml\n",
        "%7Ex/caf%C3%A9\n\ufeffuseragent stet\rdisallow /~x/caf\u00e9 # no\r\nUser-agent: a\nuser-agent: b\n\nAllow: *.x$\n",
        '\n{"host":"h.example","failures":2,"robots":{"https":{"checked":"2026-11-01T00:00:00Z","answer":"no-file","status":404}}}\n',
    ],
}

for seed in SEEDS[target]():
    data = seed.encode() if isinstance(seed, str) else seed
    (folder / hashlib.sha1(data).hexdigest()).write_bytes(data)
