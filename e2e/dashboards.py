"""The dashboards of deploy/grafana, read with Grafana's own types: there is no Grafana to load them into."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.cog.plugins import register_default_plugins
from grafana_foundation_sdk.models.dashboard import Dashboard, Panel, RowPanel

from e2e.server import REPOSITORY

FILES = sorted((REPOSITORY / "deploy/grafana").glob("*.json"))
# What Grafana puts in the place of its variables.
VARIABLES = {"$__rate_interval": "30s", "$job": "zenuml", "$instance": ".*"}
register_default_plugins()


class DashboardFile:
    """One file: what stands there, and what Grafana's types make of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.content: dict[str, Any] = json.loads(path.read_text())
        self.dashboard = Dashboard.from_json(self.content)

    @classmethod
    def all(cls) -> list[Self]:
        return [cls(path) for path in FILES]

    @property
    def panels(self) -> list[Panel]:
        return [panel for panel in self.dashboard.panels or [] if not isinstance(panel, RowPanel)]

    def expressions(self) -> Iterator[str]:
        """Of all panels, with values in the place of Grafana's variables."""
        for panel in self.panels:
            for target in panel.targets or []:
                yield filled(target.expr)  # type: ignore[attr-defined]

    def lost(self) -> list[str]:
        """Where something stands that Grafana's types don't know: a misspelled name, or one at the wrong place."""
        return list(differences(self.content, json.loads(json.dumps(self.dashboard, cls=JSONEncoder))))


def filled(expression: str) -> str:
    for name, value in VARIABLES.items():
        expression = expression.replace(name, value)
    assert "$" not in expression, f"a variable that nobody fills: {expression}"
    return expression


def differences(ours: Any, theirs: Any, place: str = "") -> Iterator[str]:
    """Where theirs lacks something of ours; what theirs has beside are defaults."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key, value in ours.items():
            yield from differences(value, theirs.get(key, "nothing"), f"{place}/{key}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            yield from differences(one, other, f"{place}/{index}")
    elif ours != theirs:
        yield place
