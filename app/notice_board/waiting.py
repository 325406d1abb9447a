"""What the home page says waits for somebody: new notices, and proposals that need their answer."""

from __future__ import annotations

from dataclasses import dataclass

from app.current import database, moment, viewer
from app.notice_board.reading import notices
from app.notice_board.words import Line, line
from graph.proposals import waiting_for

NOTICES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class WhatWaits:
    """The newest notices that were not read, how many more there are, and how many proposals wait for an answer."""

    notices: tuple[Line, ...]
    more: int
    proposals: int


def what_waits() -> WhatWaits:
    """For whoever is signed in; everything in it is what the account may see now."""
    unseen = notices(unseen=True, skip=0, limit=NOTICES_SHOWN)
    total = unseen[0].total if unseen else 0
    proposals = database().read(lambda tx: waiting_for(tx, account=viewer().account, moment=moment()))
    return WhatWaits(tuple(line(one) for one in unseen), total - len(unseen), len(proposals))
