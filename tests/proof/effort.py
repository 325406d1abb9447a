"""How much of the proof a run does: a seeded sample in `make test`, all of it in `make prove`."""

from __future__ import annotations

import os

FULL = os.environ.get("PATCHWORK_PROOF") == "full"
INSTANTS_TRIED = 13 if FULL else 2
PAIRS_OF_WORLDS = 3 if FULL else 1
MUTANTS_IN_SAMPLE = 12
