"""Second factors for tests of pages: an account with one, and what its holder's app would show."""

from __future__ import annotations

from re import search

from app.sign_in.browser_session import cookie_name
from graph.driver import Database
from graph.moment import Moment
from graph.one_time_codes import code_of_step, recovery_hash, shared_secret, step_at
from graph.second_factor import NewFactor, set_up_second_factor
from tests.app.accounts import PASSWORD
from tests.app.page_client import PageClient

SALT = "5a17"
RECOVERY_CODES = ["AAAAA-11111", "BBBBB-22222"]


def give_second_factor(database: Database, account: str, key: str) -> str:
    """Set a second factor up as if long ago; answers the secret that the holder's app has."""
    factor = NewFactor(SALT, 0, [recovery_hash(code, SALT) for code in RECOVERY_CODES])
    moment = Moment.current()
    assert database.write(
        lambda tx: set_up_second_factor(tx, account=account, replaces=None, factor=factor, moment=moment)
    )
    return shared_secret(key, account, SALT)


def code_now(secret: str, steps: int = 0) -> str:
    """What the app shows now, or so many steps later."""
    return code_of_step(secret, step_at(Moment.current()) + steps)


def wrong_code(secret: str) -> str:
    """Six digits that no code of these minutes has."""
    near = {code_now(secret, steps) for steps in range(-3, 4)}
    return next(code for code in ("000000", "111111", "222222", "333333", "444444") if code not in near)


def give_password(client: PageClient, username: str, password: str = PASSWORD, then: str = "") -> str:
    """The first step; answers where it leads."""
    response = client.post("/sign-in", {"username": username, "password": password, "next": then}, status=303)
    return response.headers["Location"]


def shown_secret(page: str) -> str:
    """The key that a page for set-up shows for typing."""
    found = search(r'<p class="secret">([A-Z2-7 ]+)</p>', page)
    assert found, page
    return found[1].replace(" ", "")


def cookie(client: PageClient) -> str | None:
    """The browser's token."""
    found = client.browser.get_cookie(cookie_name(secure=False))
    return found.value if found else None


def is_signed_in(client: PageClient) -> bool:
    """Whether a page for everybody who is signed in opens."""
    return client.browser.get("/my-account").status_code == 200
