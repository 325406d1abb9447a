"""Settings come from the environment, secrets from it or from a private file."""

from __future__ import annotations

import stat
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from config.private_files import kept_secret, private_folder
from config.settings import SettingsFault, read_settings


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
