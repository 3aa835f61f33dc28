#!/usr/bin/env python3
"""Trains the block model: see README.md beside this file."""
import argparse
import collections
import datetime
import fnmatch
import hashlib
import json
import pathlib
import pickle
import struct

import lightgbm
import numpy as np

import pages as P
import words as W

TREES, LEAVES = 80, 16
SETTINGS = dict(objective="cross_entropy", learning_rate=0.1, num_leaves=LEAVES, min_child_samples=60,
                feature_fraction=0.4, bagging_fraction=0.6, bagging_freq=1, lambda_l2=5,
                min_sum_hessian_in_leaf=0.5, verbose=-1, seed=1, deterministic=True, force_row_wise=True)
LEAST_SITES, LEAST_WEIGHT = 15, 8


def weights(page, columns):
    """Pages count alike, and on a page words do; captions are judged elsewhere."""
    sizes = page.sizes.astype(float)
    if page.text:
        weight = np.minimum(sizes, 400) / max(100, len(P.tokens(page.text)))
        weight = np.maximum(weight, 0.0005) * (sizes > 0)
        weight *= min(1, 6 / weight.sum()) if weight.sum() else 0
        return weight * (page.columns[:, columns.index("tag")] != 4)
    return (page.share >= 0) * 0.08


def fold(site, folds):
    return int(hashlib.sha256(("f" + site).encode()).hexdigest(), 16) % folds


class Learner:
    def __init__(self, columns, pages, without=()):
        self.names = columns + W.COLUMNS
        self.pages = pages
        self.text, self.called = W.count(pages)
        self.text_words = self.text.kept(LEAST_SITES, LEAST_WEIGHT)
        self.name_words = self.called.kept(LEAST_SITES, LEAST_WEIGHT)
        self.rows = [self.columns_of(p) for p in pages]
        self.weights = [weights(p, columns) for p in pages]
        self.used = [i for i, n in enumerate(self.names) if not any(fnmatch.fnmatch(n, w) for w in without)]

    def columns_of(self, page, blind=True):
        added = W.columns(page, self.text, self.called, self.text_words, self.name_words, blind)
        return np.concatenate([page.columns, added], axis=1)

    def fit(self, chosen):
        rows = np.concatenate([self.rows[i] for i in chosen])[:, self.used]
        share = np.concatenate([np.clip(self.pages[i].share, 0, 1) for i in chosen])
        weight = np.concatenate([self.weights[i] for i in chosen])
        counts = weight > 0
        data = lightgbm.Dataset(rows[counts], share[counts], weight=weight[counts] / weight[counts].mean())
        return lightgbm.train(SETTINGS, data, TREES)

    def predict(self, booster, index):
        return booster.predict(self.rows[index][:, self.used])


def expected_best(probability, sizes):
    """The threshold that promises the best F1: keep blocks, best first, as long as the expectation rises."""
    order = np.argsort(-probability, kind="stable")
    good, kept = np.cumsum((probability * sizes)[order]), np.cumsum(sizes[order])
    promise = 2 * good / (kept + good[-1] + 1e-9)
    best = int(np.argmax(promise))
    return min(0.6, max(0.2, probability[order[best]])), promise[best]


def word_f1(page, keep):
    gold = collections.Counter(P.tokens(page.text))
    got = collections.Counter(t for block, k in zip(page.tokens, keep) if k for t in block)
    common = (gold & got).total()
    return 2 * common / (gold.total() + got.total()) if common else float(gold == got)


def cross_validate(learner, folds):
    """Word F1 of the blocks that the model keeps on pages of sites that it has not seen, by set and group."""
    part = [fold(p.site, folds) for p in learner.pages]
    scores, segments = collections.defaultdict(list), collections.Counter()
    for held in range(folds):
        booster = learner.fit([i for i, f in enumerate(part) if f != held])
        for i, page in enumerate(learner.pages):
            if part[i] != held:
                continue
            probability = learner.predict(booster, i)
            threshold, _ = expected_best(probability, page.sizes.astype(float))
            keep = probability >= threshold
            if page.text:
                for key in {page.set, f"{page.set}/{page.group}" if page.set == "wcxb" else page.set}:
                    scores[key].append((word_f1(page, keep), word_f1(page, page.share >= 0.5)))
            else:
                for share, kept in zip(page.share, keep):
                    if share >= 0:
                        segments[page.set, "right" if (share > 0.5) == kept else "wrong"] += 1
    report = {key: {"pages": len(v), "f1": round(float(np.mean([a for a, _ in v])), 4),
                    "f1_if_every_block_were_right": round(float(np.mean([b for _, b in v])), 4)}
              for key, v in sorted(scores.items())}
    for name in sorted({key[0] for key in segments}):
        right, wrong = segments[name, "right"], segments[name, "wrong"]
        report[name] = {"segments": right + wrong, "right": round(right / (right + wrong), 4)}
    return report


def export(learner, booster, path):
    """The table that BlockModel reads; its layout is described there."""
    out = bytearray(b"STBM\x01")
    names = [learner.names[i] for i in learner.used]
    out += struct.pack(">H", len(names))
    for votes, kept in ((learner.text, learner.text_words), (learner.called, learner.name_words)):
        out += struct.pack(">H", len(kept))
        for word in sorted(kept):
            out += struct.pack(">Ib", word, votes.weight(word))
    trees = booster.dump_model()["tree_info"]
    out += struct.pack(">H", len(trees))
    for tree in trees:
        nodes, leaves = [], []

        def walk(node):
            """The place of a node in the tables, 128 and more for a leaf."""
            if "leaf_value" in node:
                leaves.append(round(node["leaf_value"] * 4096))
                return 128 + len(leaves) - 1
            place = len(nodes)
            nodes.append(None)
            assert node["decision_type"] == "<="
            at = learner.used[node["split_feature"]]
            left, right = walk(node["left_child"]), walk(node["right_child"])
            nodes[place] = (at, int(np.floor(node["threshold"])), left, right)
            return place

        if walk(tree["tree_structure"]) >= 128:
            nodes.append((0, 255, 128, 128))
        out += struct.pack(">BB", len(nodes), len(leaves))
        for node in nodes:
            out += struct.pack(">BBBB", *node)
        for value in leaves:
            out += struct.pack(">h", max(-32768, min(32767, value)))
    path.write_bytes(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("dumps", type=pathlib.Path, nargs="*", help="NAME.blocks.jsonl, as stet-bench blocks prints them")
    parser.add_argument("--cache", type=pathlib.Path, help="keep the aligned pages here, or take them from here")
    parser.add_argument("--table", type=pathlib.Path, help="train on all pages and write the table here")
    parser.add_argument("--only", type=pathlib.Path, help="a file of lines SET/ID: train on these pages only")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate by site in so many folds")
    parser.add_argument("--without", default="", help="columns to leave out, as patterns with commas between")
    parser.add_argument("--report", type=pathlib.Path, help="write what was trained, and how well, here")
    arguments = parser.parse_args()
    if arguments.cache and arguments.cache.exists():
        columns, pages = pickle.loads(arguments.cache.read_bytes())
    else:
        columns, pages = P.read(arguments.corpus, arguments.dumps)
        if arguments.cache:
            arguments.cache.write_bytes(pickle.dumps((columns, pages)))
    if arguments.only:
        chosen = set(arguments.only.read_text().split())
        pages = [p for p in pages if f"{p.set}/{p.id}" in chosen]
    learner = Learner(columns, pages, [w for w in arguments.without.split(",") if w])
    report = {"date": datetime.date.today().isoformat(), "pages": len(pages), "sites": len({p.site for p in pages}),
              "blocks": int(sum(len(p.nodes) for p in pages)), "trees": TREES, "leaves": LEAVES,
              "words_of_text": len(learner.text_words), "words_of_names": len(learner.name_words),
              "columns": [learner.names[i] for i in learner.used]}
    if arguments.folds:
        report["folds"] = arguments.folds
        report["cross_validated"] = cross_validate(learner, arguments.folds)
        for key, value in report["cross_validated"].items():
            print(f"{key:24} {value}")
    if arguments.table:
        booster = learner.fit(range(len(pages)))
        export(learner, booster, arguments.table)
        gain = booster.feature_importance("gain")
        ranked = sorted(zip(gain, (learner.names[i] for i in learner.used)), reverse=True)
        report["gain"] = {name: round(float(g / gain.sum()), 4) for g, name in ranked if g > 0}
        print(f"{arguments.table}: {arguments.table.stat().st_size} bytes, {len(pages)} pages")
    if arguments.report:
        # A check says nothing of the gain of the table that ships: what was said of it stays.
        if not arguments.table and arguments.report.exists():
            report = json.loads(arguments.report.read_text()) | report
        arguments.report.write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
