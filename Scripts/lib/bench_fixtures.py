#!/usr/bin/env python3
"""bench_fixtures.py FOLDER: a batch manifest of the pages that the tests read."""
import json
import pathlib
import sys

for page in sorted(pathlib.Path(sys.argv[1]).resolve().glob("*/page.html")):
    facts = json.loads(page.with_name("page.json").read_text(encoding="utf-8"))
    print(json.dumps({"id": page.parent.name, "url": facts["url"], "path": str(page)}))
