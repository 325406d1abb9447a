"""Everything the environment decides, read in one place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from platformdirs import user_data_path
from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from config.private_files import kept_secret

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


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


GraphUri = Annotated[str, AfterValidator(_graph_uri)]
SecretKey = Annotated[SecretStr, AfterValidator(_long_enough)]
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
    maven_repository_url: str | None = None
    jars_dir: Folder | None = Field(default=None, validation_alias="PATCHWORK_JARS_DIR")
    node_modules: Folder = Field(
        default=Path(__file__).parent.parent / "node_modules",
        validation_alias="PATCHWORK_NODE_MODULES",
    )
    trusted_proxies: int = Field(default=0, ge=0, le=9, validation_alias="PATCHWORK_TRUSTED_PROXIES")
    patchwork_secret_key: SecretKey | None = None

    def secret_key(self) -> str:
        """What signs cookies and forms: PATCHWORK_SECRET_KEY, else a random key kept in the data folder."""
        if self.patchwork_secret_key is not None:
            return self.patchwork_secret_key.get_secret_value()
        return kept_secret(self.data_dir / "secret-key")


def read_settings() -> Settings:
    """The settings of this process; SettingsFault names every variable that cannot be used."""
    try:
        return Settings()
    except ValidationError as fault:
        told = [f"{str(error['loc'][0]).upper()} {_reason(error['msg'])}" for error in fault.errors()]
        raise SettingsFault("; ".join(told)) from None


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ")
