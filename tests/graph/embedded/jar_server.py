"""A Maven repository on loopback that can misbehave."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class JarServer:
    """Serves files from a map; `cut_once` breaks the connection in the middle of a file's first answer."""

    def __init__(self, files: dict[str, bytes], url: str) -> None:
        self.files = files
        self.url = url
        self.asked: Counter[str] = Counter()
        self.cut_once: set[str] = set()


@contextmanager
def serving(files: dict[str, bytes]) -> Generator[JarServer]:
    """The repository, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.lstrip("/")
            state.asked[path] += 1
            content = state.files.get(path)
            if content is None:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if path in state.cut_once:
                state.cut_once.remove(path)
                content = content[: len(content) // 2]
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state = JarServer(files, f"http://127.0.0.1:{server.server_port}")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield state
    server.shutdown()
    server.server_close()
