"""Figures of one run as a table, for people and for programs."""

import json
import sys
from pathlib import Path


def tell(results: dict[str, float], output: Path | None) -> None:
    """Prints Markdown, and JSON to the standard error; into a file goes the Markdown.

    results: by what was measured, its unit at the end.
    """
    table = "\n".join(["| | measured |", "|---|---|"] + [f"| {name} | {value:.1f} |" for name, value in results.items()])
    print(table)
    print(json.dumps(results), file=sys.stderr)
    if output:
        output.write_text(table + "\n")
