#!/usr/bin/env python3
"""How right stet's records are, beside trafilatura's, on the same labelled pages.

    bench_quality.py --corpus DIR --scorer DIR --stet BINARY --python PYTHON [--set NAME]…
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys

SETS = ("reviews", "wcxb", "trafilatura", "readability", "fundus", "defuddle")

# F1, or the share of pages where a field is one value. Of a set that is not named here the goal is that of "".
GOALS = {
    "title": {"reviews": 0.97, "": 0.93}, "authors": {"reviews": 0.95, "": 0.90},
    "published": {"reviews": 0.98, "": 0.95}, "tags": {"": 0.97}, "categories": {"": 0.85},
    "author bio": {"": 0.92}, "rating": {"": 0.90}, "item": {"": 0.85},
    "body": {"reviews": 0.988, "wcxb": 0.90, "wcxb article": 0.97, "wcxb ": None, "": 0.955},
    "segments": {"trafilatura": 0.955, "": None},
}


def goal(set_name, field):
    goals = GOALS.get(field, {})
    for key in (set_name, set_name.split(" ")[0] + " " if " " in set_name else set_name, ""):
        if key in goals:
            return goals[key]
    return None


def review_rows(gold, pred, scorer):
    """Rows (field, pages, value) of the hand-labelled set, and how many values were invented."""
    total, pages = collections.defaultdict(lambda: [0, 0, 0, 0]), collections.Counter()
    for row in gold:
        for field, cell in scorer.cells(row, pred.get(row["id"], {})).items():
            total[field] = [a + b for a, b in zip(total[field], cell)]
            pages[field] += any(cell)
    names = {"author_bio": "author bio"}
    for field in scorer.FIELDS:
        right, wrong, missed, invented = total[field]
        precision = right / max(right + wrong + invented, 1)
        recall = right / max(right + wrong + missed, 1)
        # Who never answers does not try: no peer reads bios, ratings or what is reviewed.
        f1 = 2 * precision * recall / max(precision + recall, 1e-9) if right + wrong + invented else None
        yield names.get(field, field), pages[field], f1
    yield "invented values", len(gold), sum(cell[3] for cell in total.values())


def other_rows(gold, pred, scorer):
    """Rows (field, pages, value) of a set with score.py's labels."""
    result = scorer.score(gold, pred, 0)
    measures = (("body", "body", "f1"), ("body, words", "body", "words_f1"), ("segments", "segments", "f1"),
                ("title", "title", "exact"), ("authors", "authors", "f1"), ("published", "published", "day"),
                ("tags", "tags", "f1"), ("categories", "categories", "f1"))
    for name, field, measure in measures:
        if field in result:
            yield name, result[field]["n"], result[field][measure]
    for field, found in result.get("spurious", {}).items():
        yield "spurious " + field, found["n"], found["rate"]


def cell(value):
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def print_rows(title, gold, stet, peer, rows):
    print(f"\n{title}, {len(gold)} pages")
    for (field, pages, ours), (_, _, theirs) in zip(rows(gold, stet), rows(gold, peer)):
        wanted = goal(title, field)
        mark = "" if None in (wanted, ours) else "  reached" if ours >= wanted else f"  {ours - wanted:+.3f}"
        print(f"  {field:<22}{pages:>7}{cell(ours):>10}{cell(theirs):>13}{'' if wanted is None else cell(wanted):>9}{mark}", flush=True)


def lines(text):
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def run(*command):
    # Pages that cannot be read are lines of the output, and an exit code of 3 here.
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 3):
        sys.exit(f"{command[0]} failed: {done.stderr.strip()[-500:]}")
    return lines(done.stdout)


def numbers(value, path=()):
    """Every number in a JSON document, with the names that lead to it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from numbers(inner, (*path, name))
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield " ".join(path), value


def main():
    parser = argparse.ArgumentParser()
    for name in ("corpus", "scorer", "stet", "python"):
        parser.add_argument(f"--{name}", required=True, type=pathlib.Path)
    parser.add_argument("--report", type=pathlib.Path, help="figures of the last training, cross-validated")
    parser.add_argument("--set", action="append", dest="sets", choices=SETS)
    options = parser.parse_args()
    sys.path.insert(0, str(options.scorer))
    sys.dont_write_bytecode = True
    import reviews
    import score
    import stet as flat

    peers = pathlib.Path(__file__).with_name("bench_peers.py")
    print(f"{'':24}{'pages':>7}{'stet':>10}{'trafilatura':>13}{'goal':>9}")
    for name in options.sets or SETS:
        labels, manifest = options.corpus / f"{name}.jsonl", options.corpus / f"{name}.manifest.jsonl"
        if not labels.exists() or not manifest.exists():
            continue
        gold = lines(labels.read_text(encoding="utf-8"))
        if not gold:
            continue
        stet, peer = (
            {line["id"]: flat.flat(line) for line in run(*command)}
            for command in ((options.stet, "extract", "--batch", manifest), (options.python, peers, "predict", manifest)))
        if name == "reviews":
            print_rows(name, gold, stet, peer, lambda gold, pred: list(review_rows(gold, pred, reviews)))
            continue
        rows = lambda gold, pred: list(other_rows(gold, pred, score))
        print_rows(name, gold, stet, peer, rows)
        groups = collections.defaultdict(list)
        for line in gold:
            if line.get("group"):
                groups[line["group"]].append(line)
        for group, members in sorted(groups.items(), key=lambda item: -len(item[1])):
            # Of a few pages no share says much.
            if len(members) < 20:
                continue
            print_rows(f"{name} {group}", members, stet, peer, rows)

    if options.report and options.report.exists():
        print("\ncross-validated, as trained")
        for field, value in numbers(json.loads(options.report.read_text())):
            print(f"  {field:<29}{cell(value):>10}")
    print("\nF1; title, published: share of the pages; spurious: share of the pages without the value that got one.")


if __name__ == "__main__":
    main()
