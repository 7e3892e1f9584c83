"""nanoidp, an independent OpenID Connect provider, on loopback with its strict `oauth21` profile.

    python -m e2e.identity_providers.strict --port 0 --redirect-uri http://127.0.0.1:8080/auth/callback

The faulty provider is written by us, so it shares our reading of the specification; this one does not.
"""

import argparse
import json
import secrets
import tempfile
from pathlib import Path
from typing import Any

from flask import Flask
from nanoidp.app import create_app

from e2e.identity_providers.loopback import serve

CLIENT_ID = "zenuml-test"
CLIENT_SECRET = "zenuml-test-secret"
USERNAME = "ada"  # also her `sub`
PASSWORD = "ada-password"
EMAIL = "ada@example.com"
NAME = "Ada Lovelace"
AUTH_METHODS = ("client_secret_basic", "client_secret_post")


def settings(issuer: str, redirect_uris: list[str], auth_method: str, keys: Path) -> dict[str, Any]:
    client = {
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        # Only the registered method is accepted; the discovery document lists all of them nevertheless.
        "token_endpoint_auth_method": auth_method,
        "redirect_uris": redirect_uris,
    }
    return {
        "config_version": 1,
        "oauth": {"issuer": issuer, "audience": "zenuml-test-resource", "clients": [client]},
        "jwt": {"keys_dir": str(keys)},
        "session": {"secret_key": secrets.token_hex(32)},
        "logging": {"level": "ERROR", "verbose_logging": False},
        "security_profile": "oauth21",
    }


def users() -> dict[str, Any]:
    # nanoidp has no field for a name; an attribute reaches userinfo as `attributes.name`.
    ada = {"password": PASSWORD, "email": EMAIL, "attributes": {"name": NAME}}
    return {"config_version": 1, "users": {USERNAME: ada}}


def make_app(issuer: str, redirect_uris: list[str], auth_method: str, directory: Path) -> Flask:
    files = {"settings": settings(issuer, redirect_uris, auth_method, directory / "keys"), "users": users()}
    for name, document in files.items():
        (directory / f"{name}.yaml").write_text(json.dumps(document))  # JSON is YAML too
    # strict_config: a mistyped key stops it, rather than being ignored.
    return create_app(str(directory), strict_config=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--redirect-uri", action="append", required=True, dest="redirect_uris", metavar="URI")
    parser.add_argument("--auth-method", choices=AUTH_METHODS, default=AUTH_METHODS[0])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="nanoidp-") as directory:
        serve(
            lambda issuer: make_app(issuer, options.redirect_uris, options.auth_method, Path(directory)),
            options.port,
        )


if __name__ == "__main__":
    main()
