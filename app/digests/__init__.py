"""What changed around one's own families, and how often one hears of it."""

from app.digests.views import blueprint

__all__ = ["blueprint"]
