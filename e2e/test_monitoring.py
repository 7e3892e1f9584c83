"""Alerts and dashboards of deploy/: a real Prometheus that watches two servers understands each expression and has data for it."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from grafana_foundation_sdk.models import units

from e2e import prometheus, promql
from e2e.dashboards import FILES, DashboardFile
from e2e.mishaps import break_everything
from e2e.monitored_team import MonitoredTeam
from e2e.prometheus import FOLDER, promtool
from e2e.server import REPOSITORY, wait_until
from e2e.visitors import Visitors

RULE_TESTS = sorted(FOLDER.glob("rules_test*.yml"))
HELP = REPOSITORY / "Sources/ZenUMLServer/Metrics/MetricHelp.swift"
# Of Prometheus itself: whether a server was there to be asked.
NOT_OURS = {"up"}
# What the server tells and nothing of ours shows, and why.
LEFT_OUT = {"process_virtual_memory_bytes": "Addresses that are set aside: they say nothing of the memory that is used."}
# What the last test brings about. The others take hours, a machine's memory or all descriptors; RULE_TESTS have them.
PROVOKED = {
    "ZenUMLRequestsFail", "ZenUMLRequestsSlow", "ZenUMLJobsFailed", "ZenUMLRedisDown", "ZenUMLLimitsFromMemory", "ZenUMLTooFewServers",
    "ZenUMLTokenReused",
}


pytestmark = pytest.mark.first


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MonitoredTeam]:
    """In the order of this file: the last test leaves it in pieces."""
    with MonitoredTeam(tmp_path_factory.mktemp("monitored")) as watched:
        yield watched


def wait_for(what: Callable[[], set[str]], wanted: set[str], seconds: float) -> None:
    """Until it is that; and if it isn't in time, the difference is told."""
    deadline = time.monotonic() + seconds
    wait_until(lambda: what() == wanted or time.monotonic() > deadline, "nothing", seconds + 30)
    assert what() == wanted


def documented() -> set[str]:
    return set(re.findall(r'^ +"(\w+)": "', HELP.read_text(), re.MULTILINE))


def used() -> set[str]:
    """Metrics of which a rule or a dashboard speaks."""
    expressions = [rule["expr"] for rule in prometheus.rules()]
    expressions += [expression for file in DashboardFile.all() for expression in file.expressions()]
    return set().union(*(promql.families(expression) for expression in expressions))


def test_promtool_finds_nothing_wrong_with_the_rules() -> None:
    assert f"{len(prometheus.rules())} rules found" in promtool("check", "rules", "--lint-fatal", str(FOLDER / "rules.yml"))
    promtool("test", "rules", *map(str, RULE_TESTS))


def test_each_alert_is_tested_to_fire_and_not_to_fire() -> None:
    groups = [group for path in RULE_TESTS for group in yaml.safe_load(path.read_text())["tests"]]
    cases = [case for group in groups for case in group["promql_expr_test"]]
    for rule in prometheus.rules():
        firing = f'ALERTS{{alertname="{rule["alert"]}",alertstate="firing"}}'
        assert {bool(case["exp_samples"]) for case in cases if case["expr"] == firing} == {True, False}, rule["alert"]


def test_each_alert_says_what_to_do() -> None:
    page = (REPOSITORY / "docs/operations.md").read_text()
    for rule in prometheus.rules():
        assert rule["labels"]["severity"] in ("critical", "warning")
        assert len(rule["annotations"]["summary"]) < 100 < len(rule["annotations"]["description"])
        assert f"`{rule['alert']}`" in page, f"docs/operations.md#alerts lacks {rule['alert']}"


def test_each_metric_is_shown_or_left_out_for_a_reason() -> None:
    assert used() - NOT_OURS == documented() - set(LEFT_OUT)
    page = (REPOSITORY / "docs/operations.md").read_text()
    assert not [name for name in documented() if f"`{name}`" not in page], "docs/operations.md#metrics has them all"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_grafanas_types_know_all_of_a_dashboard(path: Path) -> None:
    file = DashboardFile(path)
    assert not file.lost()
    known_units = {value for name, value in vars(units).items() if not name.startswith("_") and isinstance(value, str)}
    for panel in file.panels:
        assert panel.title and panel.description and panel.field_config, panel.id_val
        assert panel.field_config.defaults.unit in known_units, panel.title
        for target in panel.targets or []:
            assert target.legend_format and target.datasource.uid == "${datasource}", panel.title
    ids = [panel["id"] for panel in file.content["panels"]]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_panel_lies_on_another(path: Path) -> None:
    taken: set[tuple[int, int]] = set()
    for panel in DashboardFile(path).content["panels"]:
        place = panel["gridPos"]
        cells = {(place["x"] + x, place["y"] + y) for x in range(place["w"]) for y in range(place["h"])}
        assert not cells & taken and max(x for x, _ in cells) < 24, panel["title"]
        taken |= cells


def test_each_panel_has_data(team: MonitoredTeam) -> None:
    expressions = {expression for file in DashboardFile.all() for expression in file.expressions()}

    def without_data() -> set[str]:
        return {expression for expression in expressions if not team.prometheus.has_data(expression)}

    with Visitors(team):
        wait_for(without_data, set(), 60)
    print(f"{len(expressions)} expressions, each with data")


def test_the_variables_of_the_dashboards_find_the_servers(team: MonitoredTeam) -> None:
    addresses = {f"127.0.0.1:{port}" for port in team.group.ports}
    for file in DashboardFile.all():
        variables = {variable["name"]: variable for variable in file.content["templating"]["list"]}
        assert list(variables) == ["datasource", "job", "instance"]
        for name, values in (("job", {"zenuml"}), ("instance", addresses)):
            found = re.fullmatch(r"label_values\((.+), (\w+)\)", variables[name]["query"]["query"])
            assert found and set(team.prometheus.label_values(found[1].replace("$job", "zenuml"), found[2])) == values


def test_promtool_finds_nothing_wrong_with_the_metrics(team: MonitoredTeam) -> None:
    for index in range(2):
        text = team.metrics(index)
        assert promtool("check", "metrics", text=text) == ""
        assert set(re.findall(r"^# TYPE (\w+) ", text, re.MULTILINE)) == documented()


def test_prometheus_takes_the_rules(team: MonitoredTeam) -> None:
    def evaluated() -> bool:
        return all(rule["health"] != "unknown" for rule in team.prometheus.loaded_rules())

    wait_until(evaluated, "each rule has been looked at")
    loaded = {rule["name"]: rule for rule in team.prometheus.loaded_rules()}
    for rule in prometheus.rules():
        assert loaded[rule["alert"]]["health"] == "ok", loaded[rule["alert"]]
        team.prometheus.query(rule["expr"])


def test_what_goes_wrong_is_an_alert(team: MonitoredTeam) -> None:
    """Each of them waits for its minutes to pass, but Prometheus has found it; and what it says is filled in."""
    break_everything(team)

    def missing() -> set[str]:
        team.servers[1].get("/api")
        return PROVOKED - {alert["labels"]["alertname"] for alert in team.prometheus.alerts()}

    wait_for(lambda: missing() - {"ZenUMLTooFewServers"}, set(), 30)
    # While both are asked still: each label that a rule asks for is one that servers tell.
    for selector in set().union(*(promql.selectors(rule["expr"]) for rule in prometheus.rules())):
        assert team.prometheus.query(selector), f"no server tells {selector}"
    wait_for(missing, {"ZenUMLTooFewServers"}, 15)
    team.group.kill(0)
    wait_for(missing, set(), 15)
    for alert in team.prometheus.alerts():
        print(alert["labels"]["alertname"], alert["state"], alert["annotations"]["summary"])
        assert not re.search("error|no value|NaN", alert["annotations"]["summary"])
