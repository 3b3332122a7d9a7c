"""Counts the findings of the rules about labels, sizes and comments below a folder.

    python tests/corpus/labels.py FOLDER

Each folder in FOLDER is one repository. Prints the findings and a table.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from flake8_concat import analyze
from flake8_concat.options import Options

FAMILIES = ("CAT2", "CAT3", "CAT402", "CAT404", "CAT405", "CAT406")


def main(root: Path) -> None:
    """Prints what is found in each file, then the counts by repository and rule."""
    counts: Counter[tuple[str, str]] = Counter()
    files = 0
    for path in sorted(root.rglob("*.py")):
        files += 1
        for item in analyze(path.read_bytes(), str(path), Options()).diagnostics:
            if item.code.startswith(FAMILIES):
                repository = path.relative_to(root).parts[0]
                counts[repository, item.code] += 1
                print(f"{path.relative_to(root)}:{item.range.line}: {item.code} {item.message}")
    print(f"\n{files} files\n\n| repository | rule | findings |\n|---|---|---|")
    for (repository, code), count in sorted(counts.items()):
        print(f"| {repository} | {code} | {count} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
