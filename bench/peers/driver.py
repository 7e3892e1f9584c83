"""PyMongo's half of bench/driver_mongodb.py: the same finds and rotations with its asynchronous driver.

Usage: driver.py URL OPERATIONS, the operations of each kind.
"""

import asyncio
import json
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import uvloop
from pymongo import AsyncMongoClient, ReturnDocument

TASKS = 16
Operation = Callable[[int, int], Awaitable[Any]]


def token(index: int, number: int) -> str:
    return f"token-{index}-{number}"


def resident_mib() -> float:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1_048_576


def processor_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


async def run(numbers: range, operation: Operation) -> None:
    async def task(index: int) -> None:
        for number in numbers:
            assert await operation(index, number) is not None

    await asyncio.gather(*(task(index) for index in range(TASKS)))


async def measured(count: int, operation: Operation) -> dict[str, Any]:
    each = count // TASKS
    tenth = each // 10
    await run(range(tenth), operation)
    before, began, memory = processor_seconds(), time.perf_counter(), [resident_mib()]
    for part in range(10):
        await run(range(tenth + part * each // 10, tenth + (part + 1) * each // 10), operation)
        memory.append(resident_mib())
    done = each * TASKS
    seconds = time.perf_counter() - began
    microseconds = (processor_seconds() - before) / done * 1_000_000
    return {"microseconds": microseconds, "perSecond": done / seconds, "residentMiB": memory}


async def main(url: str, count: int) -> None:
    client: AsyncMongoClient[dict[str, Any]] = AsyncMongoClient(url, w="majority")
    database = client.get_default_database()
    await database.users.create_index("email", unique=True)
    await database.refresh_tokens.create_index("token", unique=True)
    now = datetime.now(UTC)
    for index in range(TASKS):
        user = {"_id": f"user{index}", "issuer": "https://issuer.example", "subject": str(index), "email": f"user{index}@example.com"}
        user |= {"name": f"User {index}", "picture": None, "password_hash": None, "created_at": now, "updated_at": now}
        await database.users.insert_one(user)
        session = {"_id": f"session{index}", "user_id": user["_id"], "email": user["email"], "token": token(index, 0), "counter": 0}
        session |= {"rotated_at": None, "expires_at": now + timedelta(days=1), "is_revoked": False, "created_at": now}
        session |= {"last_used_at": now, "user_agent": "bench/1.0", "ip": "127.0.0.1"}
        await database.refresh_tokens.insert_one(session)

    async def find(index: int, _: int) -> Any:
        return await database.users.find_one({"email": f"user{index}@example.com"})

    async def rotate(index: int, number: int) -> Any:
        moment = datetime.now(UTC)
        live = {"token": token(index, number), "is_revoked": False, "expires_at": {"$gt": moment}}
        live |= {"last_used_at": {"$gte": moment - timedelta(days=1)}}
        values = {"token": token(index, number + 1), "rotated_at": moment, "last_used_at": moment}
        values |= {"user_agent": "bench/1.0", "ip": "127.0.0.1"}
        change = {"$set": values, "$inc": {"counter": 1}}
        return await database.refresh_tokens.find_one_and_update(live, change, return_document=ReturnDocument.AFTER)

    print(json.dumps({"find": await measured(count, find), "rotate": await measured(count, rotate)}))
    await client.close()


if __name__ == "__main__":
    uvloop.run(main(sys.argv[1], int(sys.argv[2])))
