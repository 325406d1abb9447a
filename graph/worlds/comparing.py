"""Which records of a world are new, changed or unchanged beside what is stored."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from graph.driver import Transaction
from graph.password_hashing import hash_password, password_matches
from graph.worlds.lists import LOAD_ORDER, Record
from graph.worlds.spool import BUILT_IN, CHANGED, NEW, UNCHANGED, Spool, Spooled
from graph.worlds.stored import stored_password_hashes, stored_records

# What may be raised and never lowered, because somebody's safety may hang on it.
_NEVER_LOWERED = {"involvement_types": "sensitive", "people": "shielded"}


def compare(tx: Transaction, spool: Spool, *, allow_lowering: bool, done: Callable[[int], None]) -> None:
    """Note in the spool what each record changes; tell of every lowering that is not allowed."""
    count = 0
    for name in LOAD_ORDER:
        for chunk in spool.records(name):
            stored = stored_records(tx, name, [spooled.id for spooled in chunk])
            if not allow_lowering:
                _refuse_lowering(spool, name, chunk, stored)
            if name == "accounts":
                spool.set_states(_judge_accounts(tx, chunk, stored))
            else:
                spool.set_states((_judge(spooled, stored.get(spooled.id)), None, spooled.number) for spooled in chunk)
            count += len(chunk)
            done(count)


def _judge(spooled: Spooled, stored: Record | None) -> int:
    if stored is None:
        return NEW
    # A built-in type never overrides what an area has made of it.
    return UNCHANGED if spooled.place == BUILT_IN or stored == spooled.record else CHANGED


def _judge_accounts(
    tx: Transaction, chunk: list[Spooled], stored: dict[str, Record]
) -> list[tuple[int, str | None, int]]:
    """As for other records; a password that the stored hash does not verify is a change, and is hashed here."""
    hashes = stored_password_hashes(tx, [spooled.id for spooled in chunk])

    def new_hash(spooled: Spooled) -> str | None:
        return _new_hash(spooled.record, hashes.get(spooled.id))

    with ThreadPoolExecutor(os.cpu_count()) as pool:  # each hash takes 46 MB
        made = list(pool.map(new_hash, chunk))
    judged: list[tuple[int, str | None, int]] = []
    for spooled, password_hash in zip(chunk, made, strict=True):
        without = {**spooled.record, "password": None}
        without.pop("password_hash", None)
        state = _judge(replace(spooled, record=without), stored.get(spooled.id))
        body = json.dumps(without | {"password_hash": password_hash})
        judged.append((CHANGED if state == UNCHANGED and password_hash else state, body, spooled.number))
    return judged


def _new_hash(account: Record, stored_hash: str | None) -> str | None:
    if "password_hash" in account:  # made already, by a transaction that is being tried again
        return account["password_hash"]
    password = account["password"]
    if password is None or (stored_hash is not None and password_matches(password, stored_hash)):
        return None
    return hash_password(password)


def _refuse_lowering(spool: Spool, name: str, chunk: list[Spooled], stored: dict[str, Record]) -> None:
    mark = _NEVER_LOWERED.get(name)
    if mark is None:
        return
    for spooled in chunk:
        is_lowered = stored.get(spooled.id, {}).get(mark) and not spooled.record.get(mark)
        if is_lowered and spooled.place != BUILT_IN:
            message = "is stored as true; it is lowered only with --allow-lowering."
            spool.tell_late(name, spooled.place, f".{mark}", message)
