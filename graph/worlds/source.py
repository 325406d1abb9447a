"""A file as text, a piece at a time: UTF-8 checked with its byte, places counted as line and column, the hash kept."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Callable
from typing import BinaryIO

from graph.worlds.faults import Unreadable

PIECE = 1 << 20


class Source:
    """The text of a file from `position` on; `more` reads on, and forgets what lies before `position`."""

    def __init__(self, stream: BinaryIO, read_so_far: Callable[[int], None]) -> None:
        self.buffer = ""
        self.position = 0
        self.ended = False
        self._stream = stream
        self._read_so_far = read_so_far
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._hash = hashlib.sha256()
        self._bytes = 0
        self._line = 1
        self._before = 0

    @property
    def sha256(self) -> str:
        """The hash of what was read so far."""
        return self._hash.hexdigest()

    def more(self) -> bool:
        """Read another piece; False where the file has ended. Unreadable where it is not UTF-8."""
        if self.ended:
            return False
        piece = self._stream.read(PIECE)
        self._hash.update(piece)
        self.ended = not piece
        waiting = len(self._decoder.getstate()[0])
        try:
            text = self._decoder.decode(piece, final=self.ended)
        except UnicodeDecodeError as fault:
            at = self._bytes - waiting + fault.start
            raise Unreadable("$", f"not UTF-8 at byte {at} (counted from 0). Save the file as UTF-8.") from None
        self._bytes += len(piece)
        self._read_so_far(self._bytes)
        self._forget()
        self.buffer += text
        return not self.ended

    def skip_space(self) -> str:
        """The next character that is not JSON's white space, not yet consumed; empty at the end."""
        while True:
            while self.position < len(self.buffer):
                if self.buffer[self.position] not in " \t\n\r":
                    return self.buffer[self.position]
                self.position += 1
            if not self.more():
                return ""

    def place(self, position: int) -> str:
        """A position in the buffer as `line 3, column 14`."""
        line = self._line + self.buffer.count("\n", 0, position)
        newline = self.buffer.rfind("\n", 0, position)
        column = position - newline if newline >= 0 else self._before + position + 1
        return f"line {line}, column {column}"

    def _forget(self) -> None:
        newline = self.buffer.rfind("\n", 0, self.position)
        self._line += self.buffer.count("\n", 0, self.position)
        self._before = self.position - newline - 1 if newline >= 0 else self._before + self.position
        self.buffer = self.buffer[self.position :]
        self.position = 0
