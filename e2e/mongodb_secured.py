"""A mongod that wants TLS with a certificate of a private authority, and a password."""

import secrets
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pymongo

from e2e.mongodb import Member
from e2e.server import wait_until

COLLECTIONS = (
    "users", "refresh_tokens", "status_checks", "sign_ins", "projects", "diagrams", "access_lists", "versions", "account_tokens", "removed_accounts", "jobs", "pings",
)
# What the service needs, and no more; docs/operations.md lists it.
ACTIONS = ["find", "insert", "update", "remove", "createCollection", "collMod", "createIndex", "listIndexes"]
ROOT = {"username": "root", "password": secrets.token_hex(8), "authSource": "admin"}


def make_authority(folder: Path) -> Path:
    """A certificate that signs others; its key is beside it."""
    certificate = folder / "authority.pem"
    _openssl("req", "-x509", "-days", "2", "-subj", "/CN=Authority of a test", *_new_key(folder / "authority.key"),
             "-out", str(certificate))
    return certificate


def make_certificate(folder: Path, authority: Path) -> Path:
    """A certificate of this machine, with its key."""
    request, key, certificate = (folder / f"server.{name}" for name in ("csr", "key", "pem"))
    names = "subjectAltName=IP:127.0.0.1,DNS:localhost"
    _openssl("req", "-subj", "/CN=127.0.0.1", "-addext", names, *_new_key(key), "-out", str(request))
    _openssl("x509", "-req", "-days", "2", "-in", str(request), "-CA", str(authority),
             "-CAkey", str(authority.with_suffix(".key")), "-copy_extensions", "copy", "-out", str(certificate))
    certificate.write_text(certificate.read_text() + key.read_text())
    return certificate


def _new_key(path: Path) -> list[str]:
    return ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", str(path)]


def _openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


class SecuredMember(Member):
    """One node, as a replica set of its own."""

    def __init__(self, folder: Path) -> None:
        self.authority = make_authority(folder)
        self._is_initiated = False
        key_file = folder / "replica-set.key"
        key_file.write_text(secrets.token_hex(32))
        key_file.chmod(0o600)
        super().__init__(
            folder, "--keyFile", str(key_file), "--tlsMode", "requireTLS", "--tlsAllowConnectionsWithoutCertificates",
            "--tlsCAFile", str(self.authority), "--tlsCertificateKeyFile", str(make_certificate(folder, self.authority)),
        )
        try:
            self._initiate()
        except BaseException:
            self.kill()
            raise

    def _initiate(self) -> None:
        """Until there is a user, somebody on this machine may do this much without a password."""
        with self.client() as client:
            members = [{"_id": 0, "host": self.address}]
            client.admin.command("replSetInitiate", {"_id": "rs0", "members": members})
            wait_until(lambda: client.admin.command("hello")["isWritablePrimary"], "a primary", 30)
            client.admin.command("createUser", ROOT["username"], pwd=ROOT["password"], roles=["root"])
        self._is_initiated = True

    def client(self) -> pymongo.MongoClient[dict[str, Any]]:
        options = ROOT if self._is_initiated else {}
        return pymongo.MongoClient(
            f"mongodb://{self.address}/?directConnection=true", tls=True, tlsCAFile=str(self.authority),
            serverSelectionTimeoutMS=20_000, **options,
        )

    def add_user(self, name: str, password: str, database: str, actions: list[str] = ACTIONS) -> None:
        """Somebody who may do only that, and only in that database."""
        privileges = [{"resource": {"db": database, "collection": name}, "actions": actions} for name in COLLECTIONS]
        privileges.append({"resource": {"db": database, "collection": ""}, "actions": ["listCollections"]})
        with self.client() as client:
            client.admin.command("createRole", f"role of {name}", privileges=privileges, roles=[])
            client.admin.command("createUser", name, pwd=password, roles=[f"role of {name}"])

    def url(self, name: str, password: str, database: str, **options: str) -> str:
        options = {"replicaSet": "rs0", "authSource": "admin", "tls": "true", "tlsCAFile": str(self.authority)} | options
        return f"mongodb://{quote(name)}:{quote(password, safe='')}@{self.address}/{database}?{urlencode(options)}"
