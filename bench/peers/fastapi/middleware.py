"""X-Request-ID and X-Process-Time on every answer.

Pure ASGI: BaseHTTPMiddleware would add a task and a stream per request.
"""

import re
import uuid
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ACCEPTABLE_ID = re.compile(rb"[A-Za-z0-9._-]{1,128}")


def _request_id(scope: Scope) -> bytes:
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _ACCEPTABLE_ID.fullmatch(value):
            return value
    return uuid.uuid4().hex.encode()


class RequestHeaders:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = perf_counter()
        request_id = _request_id(scope)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                elapsed = b"%.6f" % (perf_counter() - started)
                message["headers"] += [
                    (b"x-request-id", request_id),
                    (b"x-process-time", elapsed),
                ]
            await send(message)

        await self.app(scope, receive, send_with_headers)
