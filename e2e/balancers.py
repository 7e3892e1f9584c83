"""Starts the balancers of deploy/ with their files as they stand: only addresses, paths and users are others in a test."""

import getpass
import os
import re
import shutil
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

import requests
from requests.adapters import HTTPAdapter

from e2e.mongodb_secured import make_authority, make_certificate
from e2e.server import REPOSITORY, BackgroundProcess, free_port, wait_until

DEPLOY = REPOSITORY / "deploy"


def program(name: str) -> str:
    """Debian keeps some of them where only root looks."""
    path = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert path, f"{name} is missing: run scripts/install test"
    return path


class FromAddress(HTTPAdapter):
    """Connects from one of the addresses of this machine, as if that were a machine of its own."""

    def __init__(self, address: str) -> None:
        self._address = address
        super().__init__()

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, **options, source_address=(self._address, 0))


class Balancer(BackgroundProcess, ABC):
    """A balancer with TLS before servers on this machine; `authority` is who has signed its certificate."""

    name: ClassVar[str]
    unready: ClassVar[re.Pattern[str] | None] = None
    """What it logs when no server is ready, or of each that isn't, as its first group; `None` if it doesn't ask them."""

    def __init__(self, folder: Path, server_ports: Sequence[int]) -> None:
        self.folder = folder
        self.servers = [f"127.0.0.1:{port}" for port in server_ports]
        self.port, self.redirect_port = free_port(), free_port()
        self.url = f"https://127.0.0.1:{self.port}"
        self.authority = make_authority(folder)
        self.certificate = make_certificate(folder, self.authority)
        super().__init__(self.command(), env=self.environment(), cwd=folder)
        try:
            wait_until(self._is_ready, f"{self.name} answers", 20)
        except BaseException:
            self.kill()
            raise

    @abstractmethod
    def command(self) -> list[str]: ...

    def environment(self) -> dict[str, str]:
        return {}

    def client(self, address: str = "127.0.0.2") -> requests.Session:
        """Somebody with that address, who is not the balancer itself."""
        session = requests.Session()
        session.trust_env = False  # or the machine's own authorities are taken in place of ours
        session.verify = str(self.authority)
        session.mount("https://", FromAddress(address))
        return session

    def wait_until_nobody_is_ready(self) -> None:
        """For as long as it takes to know that."""
        if pattern := self.unready:

            def is_known() -> bool:
                found = {match[1] for match in map(pattern.search, list(self.lines)) if match}
                return found in ({"servers"}, set(self.servers))

            wait_until(is_known, f"{self.name} knows that no server is ready", 30)

    def _is_ready(self) -> bool:
        assert self.process.poll() is None, f"{self.name} ended with {self.process.returncode}:\n{self.log}"
        try:
            return self.client().get(f"{self.url}/health", timeout=5).status_code == 200
        except requests.ConnectionError:
            return False


class HAProxy(Balancer):
    name = "HAProxy"
    unready = re.compile(r"backend (servers) has no server available")

    def command(self) -> list[str]:
        return [program("haproxy"), "-db", "-f", str(DEPLOY / "haproxy.cfg")]

    def environment(self) -> dict[str, str]:
        """The variables that the file names; what it says of them beside the address counts here, too."""
        variables = {
            "LISTEN": f"127.0.0.1:{self.port} ssl crt {self.certificate} alpn h2,http/1.1",
            "REDIRECT_LISTEN": f"127.0.0.1:{self.redirect_port}",
            "SERVER_A": self.servers[0],
            "SERVER_B": self.servers[1],
            "CONNECTIONS": "2000",
        }
        return variables if os.geteuid() == 0 else variables | {"UNPRIVILEGED": "yes"}


class Nginx(Balancer):
    """It has no variables for such things, so they are replaced in a copy: these, each of which must be there, and no others."""

    name = "nginx"

    def command(self) -> list[str]:
        replacements = {
            "user www-data;": f"user {getpass.getuser()};",
            "pid /run/nginx.pid;": f"pid {self.folder}/nginx.pid;",
            "/var/log/nginx/": f"{self.folder}/",
            "/var/lib/nginx/": f"{self.folder}/",
            "/var/cache/nginx": f"{self.folder}/cache",
            "listen 80;": f"listen 127.0.0.1:{self.redirect_port};",
            "listen [::]:80;": "",
            "listen 443 ": f"listen 127.0.0.1:{self.port} ",
            "listen [::]:443 ssl http2;": "",
            "/etc/ssl/uml.example.com/fullchain.pem": str(self.certificate),
            "/etc/ssl/uml.example.com/privkey.pem": str(self.certificate),
            "server 127.0.0.1:8001 ": f"server {self.servers[0]} ",
            "server 127.0.0.1:8002 ": f"server {self.servers[1]} ",
        }
        text = (DEPLOY / "nginx.conf").read_text()
        for written, replaced in replacements.items():
            assert written in text, f"deploy/nginx.conf says no longer {written!r}"
            text = text.replace(written, replaced)
        copy = self.folder / "nginx.conf"
        copy.write_text(text)
        return [program("nginx"), "-e", "stderr", "-g", "daemon off;", "-c", str(copy)]


class Caddy(Balancer):
    """Its file is read by another one, which has what is true of this whole Caddy: nothing that is on in production is turned off."""

    name = "Caddy"
    unready = re.compile(r'health_checker.*(?:unexpected status|request failed|context deadline).*"host":"([^"]+)"')

    def command(self) -> list[str]:
        wrapper = self.folder / "Caddyfile"
        wrapper.write_text(f"{{\n\tadmin off\n\tdefault_bind 127.0.0.1\n\thttp_port {self.redirect_port}\n}}\nimport {DEPLOY / 'Caddyfile'}\n")
        return [program("caddy"), "run", "--config", str(wrapper), "--adapter", "caddyfile"]

    def environment(self) -> dict[str, str]:
        return {
            "HOME": str(self.folder),
            "SITE": self.url,
            "CERTIFICATE": f"tls {self.certificate} {self.certificate}",
            "SERVERS": " ".join(self.servers),
        }


BALANCERS: dict[str, type[Balancer]] = {balancer.name: balancer for balancer in (HAProxy, Nginx, Caddy)}
