"""A MongoDB of long ago, as far as it gets to speak: it introduces itself and refuses everything else."""

import socketserver
import struct
import threading
from typing import Any, Self

import bson

HEADER = struct.Struct("<iiii")  # length, request id, answer to, operation
OP_REPLY, OP_QUERY, OP_MSG = 1, 2004, 2013


class Conversation(socketserver.StreamRequestHandler):
    """One connection; both of the forms in which drivers say hello are understood (MongoDB Wire Protocol)."""

    server: "OldMongo"

    def handle(self) -> None:
        while len(head := self.rfile.read(HEADER.size)) == HEADER.size:
            length, request_id, _, operation = HEADER.unpack(head)
            body = self.rfile.read(length - HEADER.size)
            if operation == OP_QUERY:
                start = body.index(b"\0", 4) + 1 + 8  # behind flags, the collection's name, and two numbers
                answer = struct.pack("<iqii", 0, 0, 0, 1) + self.answer(body[start:])
                self.send(OP_REPLY, request_id, answer)
            elif operation == OP_MSG:
                self.send(OP_MSG, request_id, struct.pack("<ib", 0, 0) + self.answer(body[5:]))

    def answer(self, rest: bytes) -> bytes:
        length = struct.unpack_from("<i", rest)[0]
        command = next(iter(bson.decode(rest[:length])))
        if command.lower() not in ("hello", "ismaster"):
            return bson.encode({"ok": 0.0, "code": 59, "errmsg": f"no such command: '{command}'"})
        hello: dict[str, Any] = {"ismaster": True, "isWritablePrimary": True, "minWireVersion": 0}
        hello |= {"maxBsonObjectSize": 16777216, "maxMessageSizeBytes": 48000000, "maxWriteBatchSize": 100000}
        return bson.encode(hello | {"maxWireVersion": self.server.wire_version, "ok": 1.0})

    def send(self, operation: int, answer_to: int, body: bytes) -> None:
        self.wfile.write(HEADER.pack(HEADER.size + len(body), 1, answer_to, operation) + body)


class OldMongo(socketserver.ThreadingTCPServer):
    """`wire_version` says how old: 2 is MongoDB 2.6, 6 is 3.6, 9 is 4.4."""

    daemon_threads = True

    def __init__(self, wire_version: int) -> None:
        self.wire_version = wire_version
        super().__init__(("127.0.0.1", 0), Conversation)
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"mongodb://127.0.0.1:{self.server_address[1]}/zenuml"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()
