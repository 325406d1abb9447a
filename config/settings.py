"""Everything the environment decides, read in one place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import AfterValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from config.mail_server import MailServer, is_loopback, mail_server
from config.private_files import kept_secret

_SENDER = re.compile(r"[!-?A-~]{1,64}@[A-Za-z0-9.-]{1,189}\Z")
_URI_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")


class SettingsFault(Exception):
    """A setting cannot be used; the message names the variable and what it takes."""


def _graph_uri(uri: str) -> str:
    scheme, separator, host = uri.partition("://")
    if scheme not in _URI_SCHEMES or not separator or not host:
        raise ValueError(f"takes an address such as bolt://HOST:7687, with one of {', '.join(_URI_SCHEMES)}")
    return uri


def _long_enough(key: SecretStr) -> SecretStr:
    if len(key.get_secret_value()) < 32:
        raise ValueError("takes at least 32 random characters")
    return key


def _mail_server_address(url: SecretStr) -> SecretStr:
    mail_server(url.get_secret_value())
    return url


def _own_address(url: str) -> str:
    """Where the pages are found from outside: https, or this machine; no path, no name and no password."""
    parts = urlsplit(url)
    reachable = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname or ""))
    if not reachable or not parts.hostname or "@" in parts.netloc or parts.path.strip("/") or parts.query:
        raise ValueError("takes the address of the pages, such as https://patchwork.example.org")
    return f"{parts.scheme}://{parts.netloc}"


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


GraphUri = Annotated[str, AfterValidator(_graph_uri)]
SecretKey = Annotated[SecretStr, AfterValidator(_long_enough)]
MailServerAddress = Annotated[SecretStr, AfterValidator(_mail_server_address)]
OwnAddress = Annotated[str, AfterValidator(_own_address)]
Folder = Annotated[Path, AfterValidator(_absolute)]


class Settings(BaseSettings):
    """The settings of one process, from its environment; a variable set to nothing counts as not set."""

    model_config = SettingsConfigDict(
        env_ignore_empty=True,
        frozen=True,
        populate_by_name=True,
        hide_input_in_errors=True,
    )

    neo4j_uri: GraphUri | None = None
    neo4j_username: str = "neo4j"
    neo4j_password: SecretStr = SecretStr("")
    data_dir: Folder = Field(
        default_factory=lambda: user_data_path("patchwork", appauthor=False),
        validation_alias="PATCHWORK_DATA_DIR",
    )
    audit_heads_dir: Folder | None = Field(default=None, validation_alias="PATCHWORK_AUDIT_HEADS_DIR")
    maven_repository_url: str | None = None
    jars_dir: Folder | None = Field(default=None, validation_alias="PATCHWORK_JARS_DIR")
    node_modules: Folder = Field(
        default=Path(__file__).parent.parent / "node_modules",
        validation_alias="PATCHWORK_NODE_MODULES",
    )
    trusted_proxies: int = Field(default=0, ge=0, le=9, validation_alias="PATCHWORK_TRUSTED_PROXIES")
    patchwork_secret_key: SecretKey | None = None
    smtp_url: MailServerAddress | None = Field(default=None, validation_alias="PATCHWORK_SMTP_URL")
    mail_from: str | None = Field(default=None, validation_alias="PATCHWORK_MAIL_FROM", validate_default=True)
    public_url: OwnAddress | None = Field(default=None, validation_alias="PATCHWORK_PUBLIC_URL")
    show_mail: bool = Field(default=False, validation_alias="PATCHWORK_SHOW_MAIL")

    @field_validator("mail_from")
    @classmethod
    def _mails_have_a_sender(cls, sender: str | None, info: ValidationInfo) -> str | None:
        if sender is None and info.data.get("smtp_url") is not None:
            raise ValueError("takes the address that mails come from; PATCHWORK_SMTP_URL needs it")
        if sender is not None and not _SENDER.match(sender):
            raise ValueError("takes one e-mail address, such as patchwork@example.org")
        return sender

    @property
    def demo(self) -> bool:
        """Whether this is a demonstration, whose pages tell the codes of the second factor; no variable says so."""
        return False

    @property
    def mail_server(self) -> MailServer | None:
        """The server that takes mails; None where they stay queued."""
        return mail_server(self.smtp_url.get_secret_value()) if self.smtp_url else None

    @property
    def mail_is_shown(self) -> bool:
        """Whether the page with the mails exists: in a demonstration, and where a developer asks for it."""
        return self.demo or self.show_mail

    def audit_heads(self) -> Path:
        """Where the heads of the audit trail are kept: a folder for each database, named by its address alone."""
        server = re.sub(r"[^A-Za-z0-9.-]+", "-", self.neo4j_uri.partition("://")[2]) if self.neo4j_uri else "embedded"
        return self.audit_heads_dir or self.data_dir / "audit-heads" / server

    def secret_key(self) -> str:
        """What signs cookies and forms: PATCHWORK_SECRET_KEY, else a random key kept in the data folder."""
        if self.patchwork_secret_key is not None:
            return self.patchwork_secret_key.get_secret_value()
        return kept_secret(self.data_dir / "secret-key")


class DemonstrationSettings(Settings):
    """The settings of `patchwork demo`."""

    @property
    def demo(self) -> bool:
        """Whether this is a demonstration: it is."""
        return True


def read_settings(kind: type[Settings] = Settings) -> Settings:
    """The settings of this process; SettingsFault names every variable that cannot be used."""
    try:
        return kind()
    except ValidationError as fault:
        told = [f"{_variable(str(error['loc'][0]))} {_reason(error['msg'])}" for error in fault.errors()]
        raise SettingsFault("; ".join(told)) from None


def _variable(name: str) -> str:
    """The variable that a fault is about; pydantic names the field where the default is at fault."""
    field = Settings.model_fields.get(name)
    return str(field.validation_alias) if field and field.validation_alias else name.upper()


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ")
