"""How much memory the embedded server may use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psutil

MEGABYTE = 1024 * 1024
SMALLEST_HEAP = 104
LARGEST_HEAP = 4096
SMALLEST_PAGE_CACHE = 16
DEMO_STORE = 40
ROOM_TO_GROW = 200 * MEGABYTE
"""What a store is expected to grow by while a server runs, unless its starter knows better: an import of 45,000 records
into a running server fits into the heap that follows. The heap is a ceiling; memory is taken as it is needed."""
SERIAL_HEAP = 1024
TRANSACTIONS_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes for the Java heap and for the pages of the store."""

    heap: int
    page_cache: int

    @property
    def is_small(self) -> bool:
        """Whether little memory counts for more than speed under load."""
        return self.heap <= SMALLEST_HEAP

    @property
    def is_serial(self) -> bool:
        """Whether the heap is small enough for the collector that starts quickest and takes least."""
        return self.heap <= SERIAL_HEAP

    @property
    def transactions(self) -> int:
        """Megabytes of the heap for all open transactions: one that needs more is refused and changes nothing.

        By default Neo4j gives them 70 %. Then a commit can find the heap full, and the whole database stops.
        """
        return int(self.heap * TRANSACTIONS_SHARE)


def size_on_disk(folder: Path) -> int:
    """Bytes of all files below a folder; 0 where there is none."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def memory_for(store_bytes: int, machine_bytes: int | None = None) -> Memory:
    """The memory that suits a store of this size on this machine.

    Up to DEMO_STORE both are the smallest. Beyond, the page cache holds the whole store and room to grow, and the heap
    is twice the store: a county's 1.1 GB gets 2.4 GB and 1.7 GB. Together they take at most two thirds of the machine.
    """
    store = store_bytes // MEGABYTE
    machine = (machine_bytes or psutil.virtual_memory().total) // MEGABYTE
    if store <= DEMO_STORE:
        return Memory(SMALLEST_HEAP, SMALLEST_PAGE_CACHE)
    heap = max(SMALLEST_HEAP, min(2 * store + 256, LARGEST_HEAP, machine // 4))
    page_cache = max(SMALLEST_PAGE_CACHE, min(store * 3 // 2, machine * 2 // 5))
    return Memory(heap, page_cache)
