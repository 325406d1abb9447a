"""The tasks that the help explains: each has a template of its name, some a picture of their page."""

from __future__ import annotations

from dataclasses import dataclass

AUDIENCES = {
    "everybody": "For everybody",
    "practitioner": "Working with families",
    "coordinator": "Coordinating a families programme",
    "administrator": "Administering an agency or an area",
    "auditor": "Checking who sees what",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """What is shown: the page as the demonstration's account sees it, and the same in words for who sees no picture."""

    account: str
    address: str
    words: str
    height: int = 620
    """px of the page, from its top, at a width of 720."""


@dataclass(frozen=True, slots=True)
class Task:
    """One page of help; `pages` are the parts of the application (blueprints, or single endpoints) that lead to it."""

    name: str
    title: str
    audience: str
    pages: tuple[str, ...] = ()
    picture: Picture | None = None

    @property
    def image(self) -> str:
        """The file's name of the picture."""
        return f"help-{self.name}.png"


TASKS = (
    Task("signing-in", "Sign in, and keep your account safe", "everybody", ("sign_in", "second_factor", "my_account")),
    Task("own-contacts", "Be reached: your numbers, your hours, who stands in", "everybody", ("contacts",)),
    Task("who-sees-what", "Know who sees what", "everybody", ("policy",)),
    Task("feedback", "Tell us what would help", "everybody", ("feedback",)),
    Task(
        "find-somebody",
        "Find somebody",
        "practitioner",
        ("home", "search"),
        Picture("ellie.brandon", "/search", "The search form: name, date of birth, reference, and one button."),
    ),
    Task(
        "team-page",
        "Read the team around a family",
        "practitioner",
        ("team",),
        Picture(
            "ellie.brandon",
            "/people/leo-marsh/team",
            "The team around the Marsh family: who leads and how to reach them, then everybody as a table and a graph.",
            900,
        ),
    ),
    Task(
        "add-a-client",
        "Add a client and the family",
        "practitioner",
        ("recording", "families"),
        Picture("ellie.brandon", "/clients/new", "The form for a new client: name, birth, what you do, since when."),
    ),
    Task("keep-true", "Keep what is recorded true", "practitioner", ("digests", "involvements", "still_true")),
    Task(
        "join-a-team",
        "Join a team, and answer who wants to",
        "practitioner",
        ("proposals", "notice_board"),
        Picture("ellie.brandon", "/people/leo-marsh/involvements/ask", "The form to add a practitioner to a team."),
    ),
    Task(
        "emergency-access",
        "Look in an emergency",
        "practitioner",
        ("emergency",),
        Picture("ellie.brandon", "/emergency", "The way to emergency access, with what follows from using it."),
    ),
    Task("record-consent", "Record what was decided about sharing", "practitioner", ("consent",)),
    Task("shield-somebody", "Shield somebody who is in danger", "practitioner", ("shields",)),
    Task(
        "shared-practitioners",
        "See which practitioners families share",
        "coordinator",
        ("coordinator",),
        Picture("grace.okoro", "/shared-practitioners", "Families in rows, practitioners in columns."),
    ),
    Task(
        "keep-accounts",
        "Keep accounts, agencies and agreements",
        "administrator",
        ("administration", "invitations", "mail"),
    ),
    Task("who-can-see", "Find out who can see an involvement", "auditor", ("audit",)),
    Task("audit-trail", "Find out who looked", "auditor", ("trail",)),
    Task("privacy-queue", "Work through the privacy queue", "auditor", ("privacy_queue",)),
    Task("subject-access", "Answer somebody who asks what is held", "auditor", ("subject_access",)),
)
_BY_NAME = {task.name: task for task in TASKS}
_BY_PAGE = {page: task for task in TASKS for page in task.pages}


def task_called(name: str) -> Task | None:
    """The task of this name, None where there is none."""
    return _BY_NAME.get(name)


def task_of_page(endpoint: str | None) -> str | None:
    """The name of the task that a page belongs to, None for a page without one (an error, the help itself)."""
    found = _BY_PAGE.get(endpoint or "") or _BY_PAGE.get((endpoint or "").partition(".")[0])
    return found.name if found else None
