"""Which metrics an expression of Prometheus speaks of. It knows as much of the language as our rules and dashboards use."""

import re

# In the order in which they are taken away, until only names are left.
NOISE = [
    re.compile(r'"(?:[^"\\]|\\.)*"'),
    re.compile(r"\{[^{}]*\}"),
    re.compile(r"\[[^\[\]]*\]"),
    re.compile(r"\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*\)"),
]
NAME = re.compile(r"(?<![\w:$.])[a-zA-Z_:][\w:]*\b(?!\s*\()")
KEYWORDS = {"and", "or", "unless", "offset", "bool"}
PART_OF_HISTOGRAM = re.compile(r"_(bucket|sum|count)$")


def metric_names(expression: str) -> set[str]:
    """The series' names, as they stand there."""
    for noise in NOISE:
        expression = noise.sub(" ", expression)
    return set(NAME.findall(expression)) - KEYWORDS


def families(expression: str) -> set[str]:
    """The names that `/metrics` has a line of help for."""
    return {PART_OF_HISTOGRAM.sub("", name) for name in metric_names(expression)}


def selectors(expression: str) -> set[str]:
    """Each name with the labels that it is asked for with."""
    names = "|".join(metric_names(expression))
    return {re.sub(r"\s+", "", match[0]) for match in re.finditer(rf"\b(?:{names})\b(?:\{{[^{{}}]*\}})?", expression)}
