#!/usr/bin/env python3
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the tree that no compiler knows: layers, file sizes, licence headers, forbidden calls.

Usage: check.py ROOT. Prints one line a breach and exits 1 when there is any.
"""

import re
import sys
from pathlib import Path

MAX_LINES = 600
CODE = {".cpp", ".h"}
WITH_HEADER = CODE | {".sh", ".py", ".cmake", ".txt"}

# A folder includes only from itself and from what stands here for it.
BASE = {"core/net", "core/settings", "core/log"}
LOWER = BASE | {"core/hub", "core/account"}
STORES = LOWER | {"core/cache", "core/card", "core/format"}
ENGINES = STORES | {"core/transfer", "core/inference"}
CORE = ENGINES | {"core/support", "core/model"}
ALLOWED = {
    "core/log": {"core/log"},
    "core/settings": {"core/log", "core/settings"},
    "core/net": BASE,
    "core/hub": LOWER,
    "core/account": LOWER,
    "core/cache": LOWER | {"core/cache"},
    "core/card": LOWER | {"core/card"},
    "core/format": LOWER | {"core/format"},
    "core/transfer": ENGINES,
    "core/inference": ENGINES,
    "core/support": ENGINES | {"core/support"},
    "core/model": CORE,
    "ui": CORE | {"ui"},
    "app": CORE | {"ui", "app"},
}

# (where, pattern, why)
FORBIDDEN = [
    ("core", r"#include <Q(tGui|tWidgets|Widget|Color|Font|Icon|Pixmap|Image|Painter)\b", "core has no window"),
    ("ui", r"#include <Q(tNetwork|Network\w*|SaveFile|Ssl\w*)>", "ui makes no request"),
    ("ui/panes", r"#include <Q(File|Dir\w*)>", "a pane opens no file"),
    ("ui", r"\bQEventLoop\b|\bprocessEvents\b|[>.]exec\(", "no nested event loop"),
    ("ui", r"waitFor(Finished|ReadyRead|BytesWritten|Connected)|QThread::\w*sleep", "the GUI thread never waits"),
    ("ui/panes", r"#[0-9a-fA-F]{6}\b|Qt::(red|green|blue|black|white|gray)\b", "colours are tokens of the theme"),
    ("core", r"\bqDebug\(\)|\bqInfo\(\)|\bqWarning\(\)|\bqCritical\(\)", "logging needs a category"),
    ("ui", r"\bqDebug\(\)|\bqInfo\(\)|\bqWarning\(\)|\bqCritical\(\)", "logging needs a category"),
    ("tests", r"QTest::q(Wait|Sleep)\(|QThread::\w*sleep|\bsleep_for\b", "tests wait for facts, not for time"),
    ("tests", r"\bQSKIP\b|\bQEXPECT_FAIL\b", "no test is skipped"),
]


def folder_of(path: Path) -> str:
    parts = path.parts
    return "/".join(parts[:2]) if parts[0] == "core" else parts[0]


def sources(root: Path):
    for top in ("app", "cmake", "core", "installer", "resources", "tests", "ui"):
        for path in sorted((root / top).rglob("*")):
            inside = path.relative_to(root).parts
            if path.is_file() and "__pycache__" not in inside and "breaches" not in inside:
                yield path


def check_includes(path: Path, relative: Path, text: str):
    allowed = ALLOWED.get(folder_of(relative))
    if allowed is None:
        return
    for target in re.findall(r'#include "((?:core|ui|app|tests)/[^"]+)"', text):
        if folder_of(Path(target)) not in allowed:
            yield f"{relative}: includes {target}, which stands to its left"


def check(root: Path):
    for path in sources(root):
        relative = path.relative_to(root)
        suffix = path.suffix
        if suffix not in WITH_HEADER and suffix != ".md":
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        lines = text.count("\n")
        if lines > MAX_LINES:
            yield f"{relative}: {lines} lines, more than {MAX_LINES}"
        if suffix in WITH_HEADER and "SPDX-License-Identifier" not in text[:400]:
            yield f"{relative}: no SPDX header"
        if suffix not in CODE:
            continue
        yield from check_includes(path, relative, text)
        if relative.suffix == ".h" and "#pragma once" not in text:
            yield f"{relative}: no #pragma once"
        for number, line in enumerate(text.split("\n"), 1):
            code = re.sub(r"//.*", "", line)
            for where, pattern, why in FORBIDDEN:
                if relative.as_posix().startswith(where + "/") and re.search(pattern, code):
                    yield f"{relative}:{number}: {why}: {line.strip()}"


def main() -> int:
    breaches = list(check(Path(sys.argv[1])))
    for breach in breaches:
        print(breach)
    print(f"{len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
