"""How the web processes run: several of them, each with a few threads, none with state of its own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - where a worker's sign of life costs no disk write


def gunicorn_settings(port: int) -> dict[str, Any]:
    """Settings for serving on loopback; port 0 takes a free one. A proxy in front brings TLS."""
    return {
        "bind": f"127.0.0.1:{port}",
        "workers": min(4, max(2, os.cpu_count() or 1)),
        "worker_class": "gthread",
        "threads": 4,
        "timeout": 30,
        "graceful_timeout": 15,
        "keepalive": 15,
        "worker_tmp_dir": str(_SHARED_MEMORY) if _SHARED_MEMORY.is_dir() else None,
        # Which headers of a proxy count is for PATCHWORK_TRUSTED_PROXIES to say, and for nothing else.
        "forwarded_allow_ips": "",
        # An access log would hold who was looked at; the audit trail is the record of that.
        "accesslog": None,
        "loglevel": "warning",
        "proc_name": "patchwork",
    }
