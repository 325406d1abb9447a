"""Mail: sending what waits in the outbox, and the page that shows it in a demonstration or development."""
