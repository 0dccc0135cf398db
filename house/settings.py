"""The settings of one installation, read once from the environment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from intake.store import Home
from intake.store.opening import default_folder

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class SettingsError(ValueError):
    """A setting cannot be used; the message says which one and what to do."""


@dataclass(frozen=True)
class Settings:
    """Where the store lives, where the two servers listen, and whether this is the demo.

    ``address`` is the host name beyond this machine, empty for this machine only; beyond it
    ``certificate`` and ``key`` name the TLS files. ``idle_warning`` and ``idle_wipe`` are seconds:
    without a touch until a tablet asks who is there, and from then until it forgets the patient.
    """

    home: Home
    kiosk_port: int
    clinic_port: int
    address: str = ""
    certificate: str = ""
    key: str = ""
    demo: bool = False
    idle_warning: int = 90
    idle_wipe: int = 30

    @property
    def kiosk_url(self) -> str:
        """The address a tablet opens."""
        return f"{self._scheme}://{self.address or '127.0.0.1'}:{self.kiosk_port}"

    @property
    def clinic_url(self) -> str:
        """The address staff open; another host name keeps the two cookie jars apart."""
        return f"{self._scheme}://{self.address or 'localhost'}:{self.clinic_port}"

    @property
    def _scheme(self) -> str:
        return "https" if self.certificate else "http"


class _Environment(BaseModel):
    model_config = ConfigDict(extra="ignore")
    home: str = Field(default="", alias="ANTEROOM_HOME")
    database_url: str | None = Field(default=None, alias="DATABASE_URL")
    kiosk_port: int = Field(default=8501, ge=1, le=65535, alias="ANTEROOM_KIOSK_PORT")
    clinic_port: int = Field(default=8502, ge=1, le=65535, alias="ANTEROOM_CLINIC_PORT")
    address: str = Field(default="", alias="ANTEROOM_ADDRESS")
    certificate: str = Field(default="", alias="ANTEROOM_CERTIFICATE")
    key: str = Field(default="", alias="ANTEROOM_KEY")
    demo: bool = Field(default=False, alias="ANTEROOM_DEMO")
    idle_warning: int = Field(default=90, ge=1, le=3600, alias="ANTEROOM_IDLE_WARNING")
    idle_wipe: int = Field(default=30, ge=1, le=600, alias="ANTEROOM_IDLE_WIPE")


def read_settings(environment: Mapping[str, str], user_home: Path) -> Settings:
    """Read the settings; raise SettingsError naming the variable that cannot be used."""
    try:
        given = _Environment.model_validate(dict(environment))
    except ValidationError as problem:
        first = problem.errors()[0]
        raise SettingsError(f"{first['loc'][0]}: {first['msg'].lower()}.") from None
    _refuse_one_port(given)
    _refuse_open_address(given)
    chosen = (
        Path(given.home).expanduser() if given.home else default_folder(user_home, demo=given.demo)
    )
    folder = chosen.absolute()
    database_url = None if given.demo else given.database_url
    return Settings(
        home=Home(folder, database_url),
        kiosk_port=given.kiosk_port,
        clinic_port=given.clinic_port,
        address="" if given.address in LOOPBACK else given.address,
        certificate=given.certificate,
        key=given.key,
        demo=given.demo,
        idle_warning=given.idle_warning,
        idle_wipe=given.idle_wipe,
    )


def _refuse_one_port(given: _Environment) -> None:
    if given.kiosk_port == given.clinic_port:
        raise SettingsError(
            "ANTEROOM_KIOSK_PORT and ANTEROOM_CLINIC_PORT must be two different ports."
        )


def _refuse_open_address(given: _Environment) -> None:
    """Patient data never crosses a network in clear."""
    beyond = given.address and given.address not in LOOPBACK
    if beyond and not (given.certificate and given.key):
        raise SettingsError(
            "ANTEROOM_ADDRESS reaches beyond this machine, so ANTEROOM_CERTIFICATE and "
            "ANTEROOM_KEY must name the TLS certificate and key files."
        )
    if bool(given.certificate) is not bool(given.key):
        raise SettingsError("ANTEROOM_CERTIFICATE and ANTEROOM_KEY must be given together.")
    for variable, path in (
        ("ANTEROOM_CERTIFICATE", given.certificate),
        ("ANTEROOM_KEY", given.key),
    ):
        if path and not Path(path).is_file():
            raise SettingsError(f"{variable}: there is no file {path}.")
