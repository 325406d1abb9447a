"""What gets into mails: no line of somebody else's in their headers, no site of somebody else's in their links."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.application import create_app
from app.mail.sending import compose
from config.settings import Settings
from graph.moment import Moment
from graph.outbox import Mail, newest_messages
from tests.app.attacks.ground import Ground
from tests.app.attacks.prey import INVITED
from tests.app.attacks.world import ADAM
from tests.app.page_client import PageClient
from tests.app.proposals.acting import token

FORGED = [
    "zed@example.org\r\nBcc: evil@evil.example",
    "zed@example.org\nBcc: evil@evil.example",
    "zed@example.org,evil@evil.example",
    "zed@example.org;evil@evil.example",
    "zed@example.org evil@evil.example",
    '"Zed" <zed@example.org>',
    "zed@example.org%0d%0aBcc:evil@evil.example",
    "zed@example.org\u2028Bcc: evil@evil.example",
    "zеd@example.org",
    "zed@[127.0.0.1]",
]
INVITATION = {**INVITED, "who": "new", "name": "Zed", "username": "zed.mail", "role": "practitioner"}


@pytest.mark.parametrize("email", FORGED)
def test_an_address_that_would_begin_a_header_or_name_a_second_recipient(ground: Ground, email: str) -> None:
    with ground.unchanged():
        form = {**INVITATION, "email": email, "key": token()}
        ground(ADAM).post("/administration/accounts/new", form, status=422)
    with pytest.raises(ValueError, match="one e-mail address"):
        Mail("m-1", email, "Subject", "")


def test_what_somebody_types_stays_in_the_text(ground: Ground) -> None:
    """A name or username with line ends is refused; a subject with one is no mail."""
    with ground.unchanged():
        for field in ("username", "name", "job_title"):
            form = {**INVITATION, "email": "zed@example.org", "key": token(), field: "zed\r\nBcc: evil@evil.example"}
            ground(ADAM).post("/administration/accounts/new", form, status=422)
    for subject in ("Hello\r\nBcc: evil@evil.example", "Hello\nBcc: evil@evil.example", "Hello\x85Bcc: x"):
        with pytest.raises(ValueError, match="one line"):
            Mail("m-1", "zed@example.org", subject, "")
    body = "\r\n.\r\nRCPT TO: <evil@evil.example>\r\n\r\nBcc: evil@evil.example"
    mail = compose("patchwork@example.org", Mail("m-1", "zed@example.org", "Hello", body), Moment.current())
    assert (mail["To"], mail["Bcc"]) == ("zed@example.org", None)


def test_no_host_that_a_request_names_leads_a_mail_elsewhere(ground: Ground, tmp_path: Path) -> None:
    """Where nobody has said under which address the pages are found, nothing is sent rather than a stranger's link."""
    app = create_app(ground.database, Settings(data_dir=tmp_path))
    browser = PageClient(app, ground.database)
    browser.sign_in_as(ADAM)
    form = {**INVITATION, "email": "zed@example.org", "key": token(), "csrf_token": browser.csrf_token()}
    cookie = browser.browser.get_cookie("patchwork")
    assert cookie is not None
    forged = {
        "X-Forwarded-Host": "evil.example",
        "Forwarded": "host=evil.example",
        "Cookie": f"patchwork={cookie.value}",
    }
    for host in ("evil.example", "127.0.0.1.evil.example:80", "localhost:80@evil.example"):
        with ground.unchanged():
            answer = app.test_client().post("/administration/accounts/new", data=form, headers={**forged, "Host": host})
            assert answer.status_code in (400, 422), answer.headers
    messages = ground.database.read(lambda tx: newest_messages(tx, limit=100))
    assert messages
    assert not [one for one in messages if "evil" in f"{one.to} {one.subject} {one.body}"]
