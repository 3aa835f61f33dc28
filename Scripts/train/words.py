"""Words that tell text from furniture: those that blocks are made of, and those that elements are called by.

What a word says is counted by site, each site once, so that a large site speaks no louder than a small one. A page is
never told what its own site says: while training, the site's own vote is taken out.
"""
import collections
import math

import numpy as np

SCALE = 12      # steps for each factor e of the odds
LIMIT = 60      # no word says more than this
NEIGHBOURS = (-2, -1, 1, 2)
COLUMNS = ["textMean", "textMin", "textMax", "textKnown", "sectionText", "sectionDistance",
           "nameOwn", "nameParent", "nameMin", "nameMax", "nameSum", *(f"textMean{n}" for n in NEIGHBOURS)]
HEADING_TAGS = {14, 15, 16, 17}  # h1 to h6, as BlockFeatures codes them


class WordVotes:
    """How often sites that use a word use it in their text."""

    def __init__(self, usual):
        self.usual = usual  # the share of text where nothing is known
        self.votes = collections.defaultdict(dict)

    def add(self, word, site, share):
        sum_, count = self.votes[word].get(site, (0.0, 0))
        self.votes[word][site] = (sum_ + share, count + 1)

    def finish(self):
        self.means = {w: {s: a / n for s, (a, n) in sites.items()} for w, sites in self.votes.items()}
        self.sums = {w: (sum(m.values()), len(m)) for w, m in self.means.items()}
        del self.votes
        return self

    def weight(self, word, without=None):
        total, sites = self.sums[word]
        own = self.means[word].get(without)
        if own is not None:
            total, sites = total - own, sites - 1
        odds = lambda p: math.log(p / (1 - p))
        share = min(max((total + 3 * self.usual) / (sites + 3), 0.004), 0.996)
        return max(-LIMIT, min(LIMIT, round((odds(share) - odds(self.usual)) * SCALE)))

    def kept(self, sites, weight):
        """Words worth shipping: known from so many sites, and saying so much."""
        return {w for w, (_, n) in self.sums.items() if n >= sites and abs(self.weight(w)) >= weight}


def count(pages):
    """The votes for words of text and for words of names, from the pages whose whole text is known."""
    text, names = WordVotes(0.35), WordVotes(0.45)
    for page in pages:
        if not page.text:
            continue
        sizes = page.sizes
        for i, words in enumerate(page.words):
            if 0 < sizes[i] <= 25:
                for word in set(words.tolist()):
                    text.add(word, page.site, page.share[i])
        parents = {node: parent for node, parent, _ in page.elements}
        good, all_ = collections.Counter(), collections.Counter()
        for i, node in enumerate(page.nodes):
            while sizes[i] and node in parents:
                good[node] += page.share[i] * sizes[i]
                all_[node] += sizes[i]
                node = parents[node]
        said = collections.defaultdict(lambda: [0.0, 0])
        for node, _, called in page.elements:
            # What holds the whole page says nothing about its parts.
            if 0 < all_[node] <= 0.9 * sizes.sum():
                for word in set(called.tolist()):
                    said[word][0] += good[node]
                    said[word][1] += all_[node]
        for word, (a, b) in said.items():
            names.add(word, page.site, a / b)
    return text.finish(), names.finish()


def columns(page, text, names, text_words, name_words, blind=True):
    """The columns that the word tables add to a page, as BlockFeatures computes them from the shipped tables."""
    without = page.site if blind else None
    memo_text, memo_names = {}, {}

    def look(memo, votes, kept, word):
        if word not in memo:
            memo[word] = votes.weight(word, without) if word in kept else None
        return memo[word]

    own, least, most, total, parents = {}, {}, {}, {}, {}
    for node, parent, called in page.elements:
        known = [v for v in (look(memo_names, names, name_words, w) for w in called.tolist()) if v is not None]
        value = max(-LIMIT, min(LIMIT, sum(known)))
        own[node], parents[node] = value, parent
        least[node], most[node] = min(least.get(parent, 0), value), max(most.get(parent, 0), value)
        total[node] = max(-120, min(120, total.get(parent, 0) + value))
    byte = lambda v: max(0, min(255, 128 + v))
    rows = np.zeros((len(page.nodes), len(COLUMNS)), dtype=np.uint8)
    section, distance = 0, 255
    for i, node in enumerate(page.nodes):
        known = [v for v in (look(memo_text, text, text_words, w) for w in page.words[i].tolist()) if v is not None]
        mean = int(sum(known) / len(known)) if known else 0
        if page.columns[i][0] in HEADING_TAGS:
            section, distance = mean, 0
        rows[i] = (byte(mean), byte(min(known, default=0)), byte(max(known, default=0)), len(known), byte(section),
                   distance, byte(own.get(node, 0)), byte(own.get(parents.get(node), 0)), byte(least.get(node, 0)),
                   byte(most.get(node, 0)), byte(total.get(node, 0)), *[128] * len(NEIGHBOURS))
        distance = min(255, distance + 1)
    for place, offset in enumerate(NEIGHBOURS, len(COLUMNS) - len(NEIGHBOURS)):
        here = slice(max(0, -offset), len(rows) - max(0, offset))
        there = slice(max(0, offset), len(rows) + min(0, offset))
        if abs(offset) < len(rows):
            rows[here, place] = rows[there, 0]
    return rows
