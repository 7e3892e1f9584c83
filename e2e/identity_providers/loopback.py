"""What both identity providers need to be servers on loopback."""

import logging
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType

from flask import Flask
from werkzeug.serving import make_server

HOST = "127.0.0.1"


def bind(port: int) -> socket.socket:
    """Binds first, so that a provider knows its port, hence its issuer, before it is configured."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((HOST, port))
    listener.listen(128)
    return listener


def issuer_of(listener: socket.socket) -> str:
    return f"http://{HOST}:{listener.getsockname()[1]}"


def exit_on_sigterm() -> None:
    """Turns SIGTERM into SystemExit, so that `finally` and `with` blocks still run."""

    def leave(_signal: int, _frame: FrameType | None) -> None:
        sys.exit(0)

    signal.signal(signal.SIGTERM, leave)


def serve(make_app: Callable[[str], Flask], port: int) -> None:
    """Serves until SIGTERM. The first line on stdout is the issuer, once connections are taken."""
    exit_on_sigterm()
    listener = bind(port)
    issuer = issuer_of(listener)
    app = make_app(issuer)
    # Set after the app is made, because an app may configure logging itself.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server(HOST, listener.getsockname()[1], app, threaded=True, fd=listener.fileno())
    print(issuer, flush=True)
    try:
        server.serve_forever()
    finally:
        server.server_close()
        listener.close()
