"""Every setting of Parlour, read once from the environment (prefix PARLOUR_); a bad value stops the start by name."""

import os
import secrets
import sys
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from pydantic_settings.sources import EnvSettingsSource


class FromFiles(EnvSettingsSource):
    """`PARLOUR_SECRET_KEY_FILE=/run/secrets/key` gives `PARLOUR_SECRET_KEY` from that file's text."""

    def get_field_value(self, field: Any, field_name: str) -> tuple[Any, str, bool]:
        path, key, _ = super().get_field_value(field, f"{field_name}_file")
        if path is None:
            return None, field_name, False
        try:
            return Path(path).read_text(encoding="utf-8").strip(), key, False
        except OSError as error:
            sys.exit(
                f"parlour: PARLOUR_{field_name.upper()}_FILE names {path}, which cannot be read: {error.strerror}."
            )


class Environment(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="PARLOUR_", extra="ignore")

    data: Path = Field(Path("var"), description="The one folder that holds everything Parlour keeps.")
    database_url: str = Field(
        "", description="postgres://user:password@host/name; empty: SQLite in the data folder."
    )
    host: str = Field("127.0.0.1", description="The address that the web server listens on.")
    port: int = Field(8000, ge=1, le=65535, description="The port that the web server listens on.")
    url: str = Field("", description="The address people reach Parlour at; empty: http://host:port.")
    secret_key: str = Field(
        "",
        description="Signs sessions and visitors, encrypts channels' secrets; empty: a file in the data folder.",
    )
    secure: bool = Field(
        default=False, description="Set when Parlour is reached by https: cookies travel only there."
    )
    trusted_proxies: int = Field(
        0, ge=0, description="How many proxies stand before Parlour and add X-Forwarded-For."
    )
    workers: int = Field(1, ge=0, le=64, description="Worker processes that `parlour serve` starts.")
    senders: int = Field(
        12, ge=1, le=128, description="Answers that one worker sends at the same time, over all channels."
    )
    pollers: int = Field(4, ge=1, le=128, description="Platforms that one worker looks at at the same time.")
    queue: str = Field(
        "",
        description="nats://host:port: workers are woken through NATS JetStream; empty: they look for work themselves.",
    )
    keep_events_days: int = Field(
        0, ge=0, description="Days after which a filed delivery's raw bytes are forgotten; 0: never."
    )
    web_threads: int = Field(
        8, ge=1, le=256, description="Pages answered at the same time by one web process."
    )
    language: str = Field("en", description="The language of pages where the browser asks for none of ours.")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")
    debug: bool = Field(default=False, description="Developers only: shows tracebacks in the browser.")
    visitor_per_minute: float = Field(
        12, gt=0, description="Comments one visitor of a web page may write a minute."
    )
    address_per_minute: float = Field(
        60, gt=0, description="Comments that may come from one network address a minute."
    )
    metrics_token: str = Field(
        "", description="Lets a bearer of it read /metrics; empty: only this machine itself may."
    )
    undo_seconds: float = Field(5.0, ge=0, le=120, description="How long an answer waits, to be taken back.")

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR"}:
            raise ValueError("use DEBUG, INFO, WARNING or ERROR")
        return value.upper()

    @field_validator("queue")
    @classmethod
    def _known_queue(cls, value: str) -> str:
        if value and not value.startswith("nats://"):
            raise ValueError("use nats://host:port, or nothing")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, FromFiles(settings_cls)

    @cached_property
    def public_url(self) -> str:
        return (self.url or f"http://{self.host}:{self.port}").rstrip("/")

    def key(self) -> str:
        """The signing key: the one set, or one made at first start and kept with mode 0600."""
        if self.secret_key:
            return self.secret_key
        path = self.data / "secret_key"
        if not path.exists():
            self.data.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(48), encoding="utf-8")
        return path.read_text(encoding="utf-8").strip()


# Names with our prefix that are not settings of an installation.
NOT_SETTINGS = ("PARLOUR_TEST_", "PARLOUR_CHAOS", "PARLOUR_BENCH_", "PARLOUR_TRAINING_")


def misspelt() -> list[str]:
    """Names in the environment that look like settings and are none: most likely a slip of the pen."""
    known = {f"PARLOUR_{name.upper()}" for name in Environment.model_fields}
    known |= {f"{name}_FILE" for name in known}
    return sorted(
        name
        for name in os.environ
        if name.startswith("PARLOUR_") and name not in known and not name.startswith(NOT_SETTINGS)
    )


def read() -> Environment:
    """The settings, or an end with one sentence for each bad value."""
    try:
        return Environment()  # type: ignore[call-arg]
    except ValidationError as error:
        for problem in error.errors():
            name = "PARLOUR_" + "_".join(str(part) for part in problem["loc"]).upper()
            print(f"parlour: {name} cannot be {problem['input']!r}: {problem['msg']}.", file=sys.stderr)
        sys.exit(2)
