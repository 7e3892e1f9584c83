"""Opaque page cursors: the (timestamp, id) of the last row of a page."""

import base64
from typing import Any
from urllib.parse import urlencode

from fastapi import HTTPException, Response


def decode_cursor(cursor: str | None) -> tuple[str, str] | None:
    """None for the first page; 400 for what no page has given."""
    if not cursor:
        return None
    try:
        timestamp, status_id = base64.urlsafe_b64decode(cursor).decode().split("|")
    except ValueError:
        raise HTTPException(400, "Invalid cursor") from None
    return timestamp, status_id


def cut_page(rows: list[dict[str, Any]], limit: int, response: Response) -> list[dict[str, Any]]:
    """Of `limit` rows and one more, which tells that there is a next page, the rows of this one."""
    if len(rows) > limit:
        rows.pop()
        last = f"{rows[-1]['timestamp']}|{rows[-1]['id']}"
        query = urlencode({"limit": limit, "cursor": base64.urlsafe_b64encode(last.encode()).decode()})
        response.headers["Link"] = f'</api/status?{query}>; rel="next"'
    return rows
