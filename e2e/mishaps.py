"""What goes wrong with two servers, so that the alerts of it can be seen."""

from concurrent.futures import ThreadPoolExecutor

from e2e.monitored_team import MonitoredTeam
from e2e.server import ServerProcess, wait_until


def use_a_refresh_token_again(server: ServerProcess) -> None:
    """After its successor has been used, as only somebody else can who has kept it."""
    first = server.register("twice@example.com")["refresh_token"]
    second = server.post("/api/auth/refresh", json={"refresh_token": first}).json()["refresh_token"]
    assert server.post("/api/auth/refresh", json={"refresh_token": second}).status_code == 200
    assert server.post("/api/auth/refresh", json={"refresh_token": first}).status_code == 401


def have_a_mail_refused(team: MonitoredTeam) -> None:
    """For good: the job is given up at once."""
    team.servers[0].register("nobody-there@example.com")
    team.mails.wait_until_sent("nobody-there@example.com")
    team.mails.fault = "unknown mailbox"
    team.servers[0].post("/api/auth/password/forgotten", json={"email": "nobody-there@example.com"})
    wait_until(lambda: 'zenuml_jobs{state="failed"} 0' not in team.metrics(0), "a job is given up", 20)
    team.mails.fault = None


def fail_requests(team: MonitoredTeam, token: str) -> None:
    """While nobody answers for the database, they take as long as a server waits for it, and then they are 503."""
    primary = team.mongodb.members[0]
    primary.freeze()
    try:
        with ThreadPoolExecutor(20) as pool:
            answers = list(pool.map(lambda _: team.servers[1].get("/api/search?q=ada", token).status_code, range(20)))
    finally:
        primary.thaw()
    assert 503 in answers, answers


def break_everything(team: MonitoredTeam) -> None:
    """One after the other: what one alert is about must not be in the way of another."""
    wait_until(lambda: len(team.prometheus.query('zenuml_auth_events_total{event="reuse_detected"}')) == 2, "both have been asked")
    token = team.servers[1].register("searching@example.com")["access_token"]
    use_a_refresh_token_again(team.servers[0])
    have_a_mail_refused(team)
    fail_requests(team, token)
    # What grows is counted from the first time on that Prometheus has seen it.
    wait_until(lambda: team.prometheus.query('http_request_duration_seconds_count{status="503",route="/api/search"}'), "Prometheus has seen them")
    fail_requests(team, token)
    team.redis.kill()
