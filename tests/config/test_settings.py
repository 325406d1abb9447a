"""Settings come from the environment, secrets from it or from a private file."""

from __future__ import annotations

import stat
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from config.mail_server import MailServer
from config.private_files import kept_secret, private_folder
from config.settings import DemonstrationSettings, SettingsFault, read_settings


def test_a_variable_set_to_nothing_counts_as_not_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEO4J_URI", "")
    monkeypatch.setenv("PATCHWORK_DATA_DIR", str(tmp_path))
    settings = read_settings()
    assert settings.neo4j_uri is None
    assert settings.data_dir == tmp_path


@pytest.mark.parametrize("uri", ["http://somewhere", "bolt:somewhere", "bolt://", "somewhere"])
def test_an_address_that_is_none_is_named_with_what_it_takes(monkeypatch: pytest.MonkeyPatch, uri: str) -> None:
    monkeypatch.setenv("NEO4J_URI", uri)
    monkeypatch.setenv("PATCHWORK_SECRET_KEY", "too short")
    with pytest.raises(SettingsFault, match=r"NEO4J_URI takes .*bolt://.*PATCHWORK_SECRET_KEY takes") as told:
        read_settings()
    assert "too short" not in str(told.value)


def test_secrets_are_in_no_representation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "unspoken")
    monkeypatch.setenv("PATCHWORK_SECRET_KEY", "unspoken" * 8)
    assert "unspoken" not in repr(read_settings())
    assert read_settings().secret_key() == "unspoken" * 8


def test_the_secret_key_is_kept_in_a_private_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PATCHWORK_SECRET_KEY", raising=False)
    monkeypatch.setenv("PATCHWORK_DATA_DIR", str(tmp_path / "data"))
    key = read_settings().secret_key()
    assert len(key) >= 32
    assert read_settings().secret_key() == key
    [file] = (tmp_path / "data").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_processes_that_ask_at_once_get_one_secret(tmp_path: Path) -> None:
    with ProcessPoolExecutor(6) as pool:
        secrets = set(pool.map(kept_secret, [tmp_path / "data" / "secret"] * 60))
    assert len(secrets) == 1
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["secret"]


def test_a_folder_with_other_things_in_it_keeps_its_mode(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    (shared / "something").touch()
    private_folder(shared)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o755


def test_no_secret_can_be_taken_for_an_option(tmp_path: Path) -> None:
    secrets = [kept_secret(tmp_path / f"secret-{number}") for number in range(300)]
    assert all(secret.isalnum() and len(secret) == 64 for secret in secrets)


def test_the_mail_server_is_read_from_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_settings().mail_server is None
    monkeypatch.setenv("PATCHWORK_MAIL_FROM", "patchwork@example.org")
    monkeypatch.setenv("PATCHWORK_SMTP_URL", "smtp://post%40office:p%3Ass@mail.example.org")
    expected = MailServer("mail.example.org", 587, tls_from_the_start=False, username="post@office", password="p:ss")
    assert read_settings().mail_server == expected
    assert "p:ss" not in repr(read_settings().mail_server)
    assert "p%3Ass" not in repr(read_settings())
    monkeypatch.setenv("PATCHWORK_SMTP_URL", "smtps://mail.example.org")
    assert read_settings().mail_server == MailServer("mail.example.org", 465, True, None, "")


@pytest.mark.parametrize(
    "url",
    ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://user@host", "smtp://host:x", "smtp://host/path"],
)
def test_an_address_of_no_mail_server_is_refused(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("PATCHWORK_SMTP_URL", url)
    with pytest.raises(SettingsFault, match="PATCHWORK_SMTP_URL takes an address such as smtp://"):
        read_settings()


@pytest.mark.parametrize("sender", ["", "Patchwork <p@example.org>", "p@example.org\nBcc: all@example.org", "nobody"])
def test_mails_have_one_sender(monkeypatch: pytest.MonkeyPatch, sender: str) -> None:
    monkeypatch.setenv("PATCHWORK_SMTP_URL", "smtp://127.0.0.1:2525")
    monkeypatch.setenv("PATCHWORK_MAIL_FROM", sender)
    with pytest.raises(SettingsFault, match="PATCHWORK_MAIL_FROM takes"):
        read_settings()


@pytest.mark.parametrize(
    ("url", "read"),
    [("https://p.example.org/", "https://p.example.org"), ("http://127.0.0.1:8000", "http://127.0.0.1:8000")],
)
def test_the_address_of_the_pages(monkeypatch: pytest.MonkeyPatch, url: str, read: str) -> None:
    monkeypatch.setenv("PATCHWORK_PUBLIC_URL", url)
    assert read_settings().public_url == read


@pytest.mark.parametrize(
    "url", ["http://p.example.org", "p.example.org", "https://", "https://a:b@p.example.org", "https://p.example.org/x"]
)
def test_links_in_mails_lead_to_https_or_this_machine(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("PATCHWORK_PUBLIC_URL", url)
    with pytest.raises(SettingsFault, match="PATCHWORK_PUBLIC_URL takes"):
        read_settings()


def test_no_variable_makes_a_demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEMO", "PATCHWORK_DEMO"):
        monkeypatch.setenv(name, "1")
    assert not read_settings().demo
    assert not read_settings().mail_is_shown
    assert read_settings(DemonstrationSettings).demo
    assert read_settings(DemonstrationSettings).mail_is_shown
    monkeypatch.setenv("PATCHWORK_SHOW_MAIL", "1")
    assert read_settings().mail_is_shown
