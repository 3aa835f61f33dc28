"""What Scripts/try-corpus does between the start of its server and the end."""

import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.parse

corpus, count, site, base, stet, archive = sys.argv[1:]
corpus, count, site = pathlib.Path(corpus), int(count), pathlib.Path(site)

Page = collections.namedtuple("Page", "set id address file")
odd = []


def is_odd(page, what):
    odd.append(f"{page.set}/{page.id}: {what}")


def served_pages():
    """Copies pages, spread over each set, to where the server finds them."""
    pages = []
    for manifest in sorted(corpus.glob("*.manifest.jsonl")):
        name = manifest.name.split(".")[0]
        entries = [json.loads(line) for line in manifest.read_text().splitlines()]
        picked = [entries[i * len(entries) // count] for i in range(count)] if len(entries) > count else entries
        for entry in picked:
            file = site / name / (entry["id"].replace("/", "_") + ".html")
            file.parent.mkdir(exist_ok=True)
            file.write_bytes((manifest.parent / entry["path"]).read_bytes())
            # Older than any edit, also for a server that counts in whole seconds.
            os.utime(file, (1_700_000_000, 1_700_000_000))
            address = f"{base}/{name}/{urllib.parse.quote(file.name)}"
            pages.append(Page(name, entry["id"], address, file))
    return pages


def archived(pages, step):
    """Archives pages by address. Returns the outcome of each, by address, with its version."""
    outcomes = {}
    for name in dict.fromkeys(page.set for page in pages):
        group = [page for page in pages if page.set == name]
        run = subprocess.run(
            [stet, "archive", "--archive", archive, "--delay", "0", "--json", "--quiet", *(p.address for p in group)],
            capture_output=True, text=True)
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        if len(lines) != len(group):
            odd.append(f"{name}, {step}: {len(lines)} lines for {len(group)} pages, exit code {run.returncode}; "
                       + run.stderr.strip()[-200:])
        failed = sum(line["outcome"] in ("failed", "quarantined") for line in lines)
        expected = 0 if not failed else 2 if failed == len(group) else 3
        if run.returncode != expected:
            odd.append(f"{name}, {step}: exit code {run.returncode}, not {expected}")
        for page, line in zip(group, lines):
            if line["page"] != page.address and step == "first":
                is_odd(page, f"its canonical address is {line['page']}")
            outcomes[page.address] = line
            if line["outcome"] == "failed":
                is_odd(page, f"{step}: {line['error']}")
    return outcomes


def record(page):
    run = subprocess.run([stet, "show", "--archive", archive, "--json", page.address], capture_output=True)
    return json.loads(run.stdout)["review"]


def paragraphs(review):
    return [block["text"] for block in review.get("body", []) if block["type"] == "paragraph"]


def seen(source):
    """The source with everything that is not text between tags blanked out, places kept."""
    blank = lambda match: "\0" * len(match.group())
    for pattern in (r"<!--.*?-->", r"<(script|style|template|noscript|head)\b.*?</\1\s*>", r"<[^>]*>"):
        source = re.sub(pattern, blank, source, flags=re.S | re.I)
    return source


def runs_of_words(text, source):
    """Stretches of plain words that stand in the source once, as text, and so can be edited without parsing it."""
    visible = seen(source)
    for run in re.findall(r"[A-Za-z][A-Za-z ,]{28,58}[A-Za-z]", text):
        if source.count(run) == 1 and run in visible:
            yield run


def other_title(source, review):
    title = review.get("title", "")
    if len(title) < 8 or re.search(r"[^A-Za-z0-9 ,.:!?-]", title) or title not in source:
        return None
    return source.replace(title, title + " Revised")


def paragraph_less(source, review):
    texts = paragraphs(review)
    whole = sum(map(len, texts))
    if len(texts) < 4:
        return None
    for text in texts[1:]:
        for run in runs_of_words(text, source):
            at = source.index(run)
            start, end = source.rfind("<p", 0, at), source.find("</p>", at)
            inside = source[start + 2:end]
            plain = not re.search(r"<(?:p|div|li|ul|table|blockquote|h\d|script|/p)\b", inside, re.I)
            if start >= 0 and end >= 0 and plain and source[start + 2] in " >" and 60 < len(text) < whole / 3:
                return source[:start] + source[end + 4:]
    return None


def other_word(source, review):
    for text in paragraphs(review)[::-1]:
        for run in runs_of_words(text, source):
            words = run.split(" ")
            if len(words) > 3 and len(words[2]) > 2:
                return source.replace(run, " ".join(words[:2] + ["zanzibar"] + words[3:]))
    return None


def tag_more(source, review):
    for tag in review.get("tags", [])[::-1]:
        if not re.fullmatch(r"[A-Za-z][A-Za-z ]{2,40}", tag["name"]):
            continue
        links = list(re.finditer(r"<a\b[^>]*>\s*" + re.escape(tag["name"]) + r"\s*</a>", source))
        if len(links) != 1 or not re.search("tag", links[0].group()):
            continue
        start, end = links[0].span()
        item = re.match(r"\s*</li>", source[end:])
        if item:
            start, end = source.rfind("<li", 0, start), end + item.end()
        new = source[start:end].replace(tag["name"], "Zanzibar")
        new = re.sub(r'href="[^"]*"', lambda m: m.group()[:-1].rstrip("/") + '-zanzibar/"', new)
        return source[:end] + (" " if item else ", ") + new + source[end:]
    return None


def unseen(source, review):
    """What no reader sees must not make a version."""
    changed = re.sub(r"(<body\b)", r'\1 data-build="20261122"', source, count=1, flags=re.I)
    changed = re.sub(r"</body>", "<!-- served in 31 ms --><script>var rendered = 1795305600;</script></body>", changed,
                     flags=re.I)
    return changed if changed != source else None


EDITS = {
    "title": (other_title, {"title"}),
    "paragraph": (paragraph_less, {"body"}),
    "word": (other_word, {"body"}),
    "tag": (tag_more, {"tags"}),
    "unseen": (unseen, set()),
}


def edited(page, review, wish):
    """Edits the served page in the way wished for, else in another. Returns the name of the edit, or nil."""
    source = page.file.read_bytes().decode("latin-1")
    names = list(EDITS)
    for name in names[wish:] + names[:wish]:
        changed = EDITS[name][0](source, review)
        if changed is not None and changed != source:
            page.file.write_bytes(changed.encode("latin-1"))
            return name
    return None


def fields(page, version):
    run = subprocess.run(
        [stet, "diff", "--archive", archive, "--json", page.address, str(version - 1), str(version)],
        capture_output=True)
    if run.returncode != 1:
        is_odd(page, f"diff ended with exit code {run.returncode}")
        return set()
    return {change["field"] for change in json.loads(run.stdout)["changes"]}


pages = served_pages()
table = collections.defaultdict(collections.Counter)
wrong = 0

first = archived(pages, "first")
for page in pages:
    outcome = first.get(page.address, {}).get("outcome", "no line")
    table[page.set]["pages"] += 1
    table[page.set][outcome] += 1
    if outcome == "quarantined":
        is_odd(page, f"set aside: {first[page.address]['error']}")
stored = [page for page in pages if first.get(page.address, {}).get("outcome") == "new"]

again = archived(pages, "again")
for page in pages:
    before, after = (run.get(page.address, {}).get("outcome") for run in (first, again))
    if after == ("unchanged" if before == "new" else before):
        table[page.set]["again ok"] += 1
    else:
        wrong += 1
        is_odd(page, f"archived again without a change: {after}")

edits = {}
for number, page in enumerate(stored):
    # Every sixth page is left as it is.
    if number % 6 < 5:
        edits[page.address] = edited(page, record(page), number % 6)
third = archived(stored, "edited")
for page in stored:
    edit, line = edits.get(page.address), third.get(page.address, {})
    column = edit or "as it was"
    outcome = line.get("outcome")
    good = outcome == "unchanged"
    if edit and edit != "unseen":
        good = outcome == "changed"
        if good:
            changed = fields(page, line["version"])
            if not EDITS[edit][1] <= changed:
                good = False
                outcome = f"changed in {', '.join(sorted(changed))}"
            elif changed - EDITS[edit][1]:
                table[page.set]["more changed"] += 1
                is_odd(page, f"edit '{edit}' changed also {', '.join(sorted(changed - EDITS[edit][1]))}")
    table[page.set][column + " of"] += 1
    table[page.set][column] += good
    if not good:
        wrong += 1
        is_odd(page, f"edit '{column}': {outcome}")

verify = subprocess.run([stet, "verify", "--archive", archive], capture_output=True, text=True)

columns = ["pages", "new", "quarantined", "failed", "again ok"]
kinds = [*EDITS, "as it was"]
print(f"{'':12}" + "".join(f"{name:>12}" for name in columns + kinds))
for name, row in table.items():
    cells = [str(row[column]) for column in columns]
    cells += [f"{row[kind]}/{row[kind + ' of']}" if row[kind + " of"] else "-" for kind in kinds]
    print(f"{name:12}" + "".join(f"{cell:>12}" for cell in cells))
print()
print(verify.stdout.strip() or verify.stderr.strip())
if odd:
    print("\nPages that went another way:")
    print("\n".join(odd))
sys.exit(1 if wrong or verify.returncode else 0)
