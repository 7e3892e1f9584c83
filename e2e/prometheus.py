"""A real Prometheus with the configuration and the rules of deploy/prometheus, as a process of a test's own."""

import math
import re
import subprocess
from pathlib import Path
from typing import Any

import requests
import yaml

from e2e.server import REPOSITORY, BackgroundProcess, free_port

FOLDER = REPOSITORY / "deploy/prometheus"
READY = re.compile(r"(Server is ready to receive web requests)")
Series = dict[str, Any]


def rules() -> list[dict[str, Any]]:
    groups = yaml.safe_load((FOLDER / "rules.yml").read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def promtool(*arguments: str, text: str | None = None) -> str:
    """What it says about something that it finds nothing wrong with."""
    outcome = subprocess.run(["promtool", *arguments], input=text, capture_output=True, text=True, timeout=60)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout + outcome.stderr


class PrometheusServer(BackgroundProcess):
    """The example as it stands, but for its addresses and the file of the token, and it asks each second: a test has no minutes."""

    def __init__(self, folder: Path, targets: list[str], token: str) -> None:
        self.url = f"http://127.0.0.1:{free_port()}"
        (folder / "token").write_text(token)
        file = folder / "prometheus.yml"
        file.write_text(yaml.safe_dump(self._settings(folder, targets)))
        promtool("check", "config", str(file))
        command = ["prometheus", f"--config.file={file}", f"--storage.tsdb.path={folder / 'data'}"]
        super().__init__([*command, f"--web.listen-address={self.url.removeprefix('http://')}"], env={}, cwd=folder)
        try:
            self.first_line(READY)
        except BaseException:
            self.kill()
            raise

    @staticmethod
    def _settings(folder: Path, targets: list[str]) -> dict[str, Any]:
        settings = yaml.safe_load((FOLDER / "prometheus.yml").read_text())
        settings["global"] = dict.fromkeys(settings["global"], "1s") | {"scrape_timeout": "1s"}
        settings["rule_files"] = [str(FOLDER / name) for name in settings["rule_files"]]
        job = settings["scrape_configs"][0]
        assert len(job["static_configs"][0]["targets"]) == len(targets)
        job["static_configs"][0]["targets"] = targets
        job["authorization"]["credentials_file"] = str(folder / "token")
        return settings

    def _get(self, path: str, **parameters: str) -> Any:
        answer = requests.get(f"{self.url}/api/v1/{path}", params=parameters, timeout=20).json()
        assert answer["status"] == "success", f"{parameters}: {answer['error']}"
        return answer["data"]

    def query(self, expression: str) -> list[Series]:
        """All series of its value now; an expression that isn't valid fails the test."""
        data = self._get("query", query=expression)
        return data["result"] if data["resultType"] == "vector" else [{"metric": {}, "value": data["result"]}]

    def has_data(self, expression: str) -> bool:
        """Whether it gives any number: a share of nothing is none."""
        return any(math.isfinite(float(series["value"][1])) for series in self.query(expression))

    def label_values(self, selector: str, label: str) -> list[str]:
        return self._get(f"label/{label}/values", **{"match[]": selector})

    def loaded_rules(self) -> list[dict[str, Any]]:
        return [rule for group in self._get("rules")["groups"] for rule in group["rules"]]

    def alerts(self) -> list[dict[str, Any]]:
        """Those whose condition holds, if it has held for long enough or not yet."""
        return self._get("alerts")["alerts"]
