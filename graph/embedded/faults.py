"""What can go wrong with the embedded server; every message says what to do."""

from __future__ import annotations


class EngineFault(Exception):
    """The embedded server cannot do what was asked."""


class JarMissing(EngineFault):
    """A jar is absent or altered and could not be fetched."""


class ServerInUse(EngineFault):
    """Another command uses the server, and this one needs it stopped."""


class ServerNotStarted(EngineFault):
    """The server ended or fell silent before it was ready."""


class StoreFault(EngineFault):
    """A backup could not be written, or could not be read back."""
