"""What an account's holder is told by mail about the account itself, so that a stranger's doings do not go unseen."""

from __future__ import annotations

from types import MappingProxyType

from graph.driver import Transaction
from graph.moment import LONDON, Moment
from graph.outbox import Mail, is_address, queue_mail
from graph.second_factor import find_own

_LETTERS = MappingProxyType(
    {
        "set_up": (
            "Two-step sign-in was set up",
            "Two-step sign-in was set up for your account. From now on you need your authenticator app to sign in.",
        ),
        "reset": (
            "Two-step sign-in was reset",
            "An operator has reset two-step sign-in for your account. Your former authenticator app and recovery codes "
            "no longer work.",
        ),
        "recovery_code": (
            "A recovery code was used",
            "Somebody signed in to your account with your password and one of your recovery codes.",
        ),
        "new_recovery_codes": (
            "New recovery codes were made",
            "New recovery codes were made for your account. The codes before them no longer work.",
        ),
        "password": (
            "Your password was changed",
            "The password of your account was changed, and every other browser was signed out.",
        ),
        "many_codes": (
            "Many wrong codes for your account",
            "Somebody gave the right password of your account and then several wrong codes.",
        ),
    }
)


def write_to_account(tx: Transaction, *, account: str, about: str, use: str, moment: Moment) -> None:
    """Queue the letter `about` what has happened, where the account has an address. `use` makes a retry write once."""
    email = find_own(tx, account=account).email
    if email is None or not is_address(email):
        return
    subject, told = _LETTERS[about]
    at = moment.now.astimezone(LONDON)
    body = (
        f"Hello\n\n{told}\n\n"
        f"This was on {at.day} {at:%B %Y at %H:%M}. If it was you, there is nothing to do. If not, tell an "
        "administrator of your agency at once, and ask for another password.\n"
    )
    queue_mail(tx, Mail(f"{about}-{use}", email, f"Patchwork: {subject}", body), moment)
