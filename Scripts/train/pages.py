"""The pages that the block model learns from: their blocks, and how much of each block is part of the text."""
import dataclasses
import json
import multiprocessing
import pathlib
import re
from urllib.parse import urlsplit

import numpy as np
from rapidfuzz.distance import LCSseq

CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
TOKEN = re.compile(f"[{CJK}]|[^\\W{CJK}]+")
QUOTES = str.maketrans({**dict.fromkeys("\u2018\u2019\u201a\u201b\u2032`\u00b4", "'"),
                        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
                        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")})
ALIGNABLE = 4e8  # tokens of the page times tokens of the label: more is left to shingles alone
SECOND_LEVEL = {"co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "gob", "gouv"}


@dataclasses.dataclass
class Page:
    set: str
    id: str
    site: str
    group: str
    text: str | None          # the label's whole text, where it has one
    nodes: list[int]          # by block: its node
    tokens: list[list[str]]   # by block: its words
    words: list[np.ndarray]   # by block: hashes of its first words
    columns: np.ndarray       # by block: a row of bytes, what BlockFeatures saw
    elements: list[tuple[int, int, np.ndarray]]  # node, parent, hashes of the words that it is called by
    share: np.ndarray         # by block: how much of it is text, 0 to 1; -1 where nobody said

    @property
    def sizes(self):
        return np.array([len(t) for t in self.tokens])


def site(url):
    """The domain that somebody registered, near enough."""
    labels = (urlsplit(url).hostname or "").lower().split(".")
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL else 2
    return ".".join(labels[-keep:])


def tokens(text):
    return TOKEN.findall(text.casefold())


def shares_of_text(blocks, text):
    """How much of each block stands in the label's text: by the longest common subsequence of page and label, which
    keeps the order, and for blocks of some length by their four-word shingles, which do not care where they stand."""
    wanted = tokens(text)
    number = {}
    page = [number.setdefault(t, len(number)) for block in blocks for t in block]
    label = [number.setdefault(t, len(number)) for t in wanted]
    owner = [i for i, block in enumerate(blocks) for _ in block]
    hits = np.zeros(len(blocks))
    if len(page) * len(label) < ALIGNABLE:
        for step in LCSseq.opcodes(page, label):
            if step.tag == "equal":
                for position in range(step.src_start, step.src_end):
                    hits[owner[position]] += 1
    shingles = {tuple(wanted[i:i + 4]) for i in range(len(wanted) - 3)}
    shares = np.zeros(len(blocks))
    for i, block in enumerate(blocks):
        if not block:
            continue
        share = hits[i] / len(block)
        if len(block) >= 6:
            found = [tuple(block[k:k + 4]) in shingles for k in range(len(block) - 3)]
            by_shingles = sum(found) / len(found)
            share = max(share, by_shingles) if by_shingles > 0.5 else min(share, by_shingles + 0.3)
        shares[i] = share
    return shares


def shares_of_segments(texts, wanted, unwanted):
    """Labels that name only some sentences: the block of each is text or is not, of the others nothing is known."""
    squeeze = lambda t: re.sub(r"\s+", " ", t.translate(QUOTES)).strip()
    shares = np.full(len(texts), -1.0)
    texts = [squeeze(t) for t in texts]
    for segment in filter(None, map(squeeze, wanted)):
        holders = [i for i, t in enumerate(texts) if segment in t]
        if len(holders) == 1:
            shares[holders[0]] = 1
    for segment in filter(None, map(squeeze, unwanted)):
        for i, t in enumerate(texts):
            if segment in t and len(segment) >= 0.3 * len(t):
                shares[i] = 0
    return shares


def words(hex_digits):
    return np.frombuffer(bytes.fromhex(hex_digits), dtype=">u4").astype(np.uint32)


def page(job):
    set_name, gold, url, seen = job
    fields, blocks = gold["fields"], seen["blocks"]
    if not blocks:
        return None
    split = [tokens(block[1]) for block in blocks]
    if fields.get("body"):
        share = shares_of_text(split, fields["body"])
    else:
        want = fields.get("must_contain") or fields.get("body_must_contain") or []
        edges = [fields[k] for k in ("body_first", "body_last") if fields.get(k)]
        ban = fields.get("must_not_contain") or fields.get("body_must_not_contain") or []
        share = shares_of_segments([block[1] for block in blocks], want + edges, ban)
    return Page(
        set_name, gold["id"], site(url), gold.get("group", ""), fields.get("body"), [block[0] for block in blocks],
        split, [words(block[3]) for block in blocks],
        np.array([np.frombuffer(bytes.fromhex(block[2]), dtype=np.uint8) for block in blocks]),
        [(node, parent, words(called)) for node, parent, called in seen["elements"]], np.clip(share, -1, 1))


def read(corpus, dumps):
    """Column names and pages, from the corpus' labels and what `stet-bench blocks` printed for each set."""
    columns, jobs = None, []
    for dump in dumps:
        name = dump.name.split(".")[0]
        lines = lambda path: map(json.loads, open(path, encoding="utf-8"))
        manifest = {entry["path"]: entry for entry in lines(corpus / f"{name}.manifest.jsonl")}
        gold = {row["id"]: row for row in lines(corpus / f"{name}.jsonl")}
        with open(dump, encoding="utf-8") as file:
            for line in map(json.loads, file):
                if "columns" in line:
                    columns = line["columns"]
                    continue
                entry = manifest[str(pathlib.Path(line["path"]).relative_to(corpus))]
                jobs.append((name, gold[entry["id"]], entry["url"], line))
    with multiprocessing.Pool() as pool:
        return columns, [p for p in pool.map(page, jobs, chunksize=8) if p is not None]
