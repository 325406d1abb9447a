"""Memory follows the store and stays within the machine."""

from __future__ import annotations

import pytest

from graph.embedded.memory import ROOM_TO_GROW, Memory, memory_for
from graph.worlds.importing import expected_bytes

GIGABYTE = 1024**3


def test_the_demo_takes_the_smallest_heap() -> None:
    assert memory_for(10 * 1024**2, 8 * GIGABYTE) == Memory(heap=104, page_cache=16)


def test_a_county_gets_what_was_measured_to_suit_it() -> None:
    memory = memory_for(1100 * 1024**2, 16 * GIGABYTE)
    assert memory.heap == pytest.approx(2456, rel=0.1)
    assert 1500 <= memory.page_cache <= 2000


@pytest.mark.parametrize("store", [0, 2**20, 2**30, 2**40])
@pytest.mark.parametrize("machine", [2**31, 2**33, 2**36])
def test_no_store_takes_more_than_two_thirds_of_a_machine(store: int, machine: int) -> None:
    memory = memory_for(store, machine)
    assert (memory.heap + memory.page_cache) * 2**20 <= machine * 2 / 3


def test_a_transaction_of_fifty_thousand_records_fits() -> None:
    memory = memory_for(expected_bytes(50_000), 8 * GIGABYTE)
    assert memory.transactions * 2**20 > 50_000 * 5_700


def test_an_ordinary_server_has_room_for_an_import() -> None:
    memory = memory_for(ROOM_TO_GROW, 8 * GIGABYTE)
    assert memory.transactions * 2**20 > 45_000 * 5_700
    assert memory.is_serial
    assert not memory.is_small
