"""Two-step sign-in, one's own account and an invitation in Chromium: set-up, code, recovery code, keyboard, a phone."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from graph.driver import Database
from graph.invitations import invite
from graph.moment import Moment
from graph.sessions import new_token
from tests.app.accounts import PASSWORD, make_account
from tests.browser.conftest import OpenPage
from tests.browser.keyboard import tab_until
from tests.browser.signing_in import give_code, read_secret, sign_in
from tests.browser.watching import check_state

CHOSEN = "seven quiet lanterns"


def _heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def _invite(database: Database) -> str:
    """The address of the page that the link in the mail opens."""
    account, token = make_account(database, "ada", role="administrator", status="invited", password=None), new_token()
    database.write(
        lambda tx: invite(
            tx, account=account, email="ada@example.org", token=token, base_url="", moment=Moment.current()
        )
    )
    return f"/invitation/{token}"


def _password_by_keyboard(page: Page, username: str, password: str) -> None:
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(password)
    page.keyboard.press("Enter")


def test_an_invitation_a_set_up_a_code_and_a_recovery_code(database: Database, open_page: OpenPage) -> None:
    link, page = _invite(database), open_page()
    page.goto(link)
    _heading(page, "Take up your account")
    check_state(page)
    page.get_by_label("New password").fill("short")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("12 to 200 characters")
    check_state(page)
    page.get_by_label("New password").fill(CHOSEN)
    page.keyboard.press("Enter")
    _heading(page, "Your account is ready")
    check_state(page)
    page.goto(link)
    _heading(page, "This link cannot be used")
    check_state(page)

    page.goto("/sign-in?next=/my-account")
    _password_by_keyboard(page, "ada", CHOSEN)
    _heading(page, "Set up two-step sign-in")
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    check_state(page)
    page.get_by_label("Code", exact=True).fill("12345")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("does not match")
    check_state(page)
    codes = _set_up(page)
    _heading(page, "My account")
    expect(page.get_by_text("10 left")).to_be_visible()
    check_state(page)

    _sign_out(page)
    _password_by_keyboard(page, "ada", CHOSEN)
    _heading(page, "Enter your code")
    check_state(page)
    tab_until(page, "#code")
    page.keyboard.type("000 00")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("wrong, or was used already")
    check_state(page)
    give_code(page, "ada")
    page.wait_for_url("**/my-account")

    _sign_out(page)
    _password_by_keyboard(page, "ada", CHOSEN)
    page.get_by_role("link", name="Use a recovery code instead").click()
    _heading(page, "Use a recovery code")
    check_state(page)
    page.get_by_label("Recovery code").fill(codes[3].lower())
    page.keyboard.press("Enter")
    page.wait_for_url("**/my-account")
    expect(page.get_by_text("9 left")).to_be_visible()


def _sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in")
    page.goto("/sign-in?next=/my-account")


def _set_up(page: Page) -> list[str]:
    """Finish the set-up and answer the recovery codes that were shown."""
    read_secret(page, "ada")
    give_code(page, "ada")
    # Ten Argon2id hashes take a busy machine longer than a page.
    page.get_by_role("heading", name="Keep your recovery codes").wait_for(timeout=30_000)
    check_state(page)
    shown = page.locator(".recovery-codes li").all_inner_texts()
    tab_until(page, ".recovery-codes__onward a")
    page.keyboard.press("Enter")
    return shown


def test_ones_own_account_on_a_phone_without_scripts(database: Database, open_page: OpenPage) -> None:
    make_account(database, "ellie", name="Ellie Brandon")
    page = open_page(width=360, javascript=False)
    sign_in(page, "ellie", PASSWORD, then="/my-account")
    check_state(page, javascript=False)
    page.get_by_role("link", name="Set up two-step sign-in").click()
    check_state(page, javascript=False)
    page.get_by_label("Code", exact=True).fill("1")
    page.get_by_label("Present password").fill("wrong")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("alert")).to_contain_text("it is not the one of this account")
    page.goto("/my-account/password")
    check_state(page, javascript=False)
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_label("New password").fill(CHOSEN)
    page.get_by_role("button", name="Change password").click()
    _heading(page, "My account")
    check_state(page, javascript=False)
