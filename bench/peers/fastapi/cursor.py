"""Opaque page cursors: the (timestamp, id) of the last row of a page."""

import base64
from typing import Any


class InvalidCursor(ValueError):
    pass


def encode_cursor(row: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(f"{row['timestamp']}|{row['id']}".encode()).decode()


def decode_cursor(cursor: str) -> tuple[str, str]:
    try:
        timestamp, status_id = base64.urlsafe_b64decode(cursor).decode().split("|")
    except ValueError:
        raise InvalidCursor from None
    return timestamp, status_id
