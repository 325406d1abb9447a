"""How to do each task, in words and with the product's own pictures."""

from __future__ import annotations

from flask import Flask

from app.help_pages import views
from app.help_pages.tasks import task_of_page
from app.help_pages.views import blueprint

__all__ = ["blueprint", "register"]


def register(app: Flask) -> None:
    """Give templates `task_of_page`: the layout links each page to its own help."""
    app.register_blueprint(views.blueprint)
    app.add_template_global(task_of_page)
