"""The settings of one installation: what cannot be used is named, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from house.settings import SettingsError, read_settings

SOMEBODY = Path("/somebody")


def read(**variables: str):
    return read_settings(variables, SOMEBODY)


def test_without_settings_it_serves_this_machine_alone_and_keeps_its_data_outside_the_checkout():
    settings = read()
    assert settings.kiosk_url == "http://127.0.0.1:8501"
    assert settings.clinic_url == "http://localhost:8502"
    assert settings.home.folder == SOMEBODY / ".local/share/anteroom"
    assert settings.home.database_url is None


def test_kiosk_and_clinic_have_host_names_of_their_own_as_cookies_ignore_ports():
    settings = read()
    assert settings.kiosk_url.rpartition(":")[0] != settings.clinic_url.rpartition(":")[0]


def test_the_demo_never_touches_the_real_store():
    settings = read(ANTEROOM_DEMO="1", DATABASE_URL="postgresql://real")
    assert settings.demo
    assert settings.home.folder == SOMEBODY / ".local/share/anteroom-demo"
    assert settings.home.database_url is None


def test_a_folder_is_the_same_one_wherever_it_is_started_from():
    assert read(ANTEROOM_HOME="here").home.folder == Path.cwd() / "here"


@pytest.mark.parametrize("variable", ["ANTEROOM_KIOSK_PORT", "ANTEROOM_CLINIC_PORT"])
@pytest.mark.parametrize("port", ["0", "65536", "-1", "many", "", "8501.5"])
def test_a_port_that_cannot_be_one_is_refused_by_its_name(variable, port):
    with pytest.raises(SettingsError, match=f"^{variable}: .*\\.$"):
        read(**{variable: port})


def test_two_servers_cannot_share_a_port():
    with pytest.raises(SettingsError, match="two different ports"):
        read(ANTEROOM_KIOSK_PORT="9000", ANTEROOM_CLINIC_PORT="9000")


@pytest.mark.parametrize("given", [{}, {"ANTEROOM_CERTIFICATE": "c"}, {"ANTEROOM_KEY": "k"}])
@pytest.mark.parametrize("address", ["clinic.example", "0.0.0.0", "192.168.1.5"])  # noqa: S104
def test_beyond_this_machine_nothing_is_served_in_clear(address, given):
    with pytest.raises(SettingsError, match="ANTEROOM_CERTIFICATE and ANTEROOM_KEY must name"):
        read(ANTEROOM_ADDRESS=address, **given)


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_by_name_needs_no_certificate(address):
    assert read(ANTEROOM_ADDRESS=address).kiosk_url == "http://127.0.0.1:8501"


def test_a_certificate_without_its_key_is_refused(tmp_path):
    file = tmp_path / "certificate.pem"
    file.write_text("")
    with pytest.raises(SettingsError, match="must be given together"):
        read(ANTEROOM_CERTIFICATE=str(file))


def test_a_certificate_that_is_not_there_is_named(tmp_path):
    missing = str(tmp_path / "missing.pem")
    given = {"ANTEROOM_CERTIFICATE": missing, "ANTEROOM_KEY": missing}
    with pytest.raises(SettingsError, match="ANTEROOM_CERTIFICATE: there is no file"):
        read(ANTEROOM_ADDRESS="clinic.example", **given)


def test_with_a_certificate_it_is_reached_by_its_name(tmp_path):
    file = tmp_path / "some.pem"
    file.write_text("")
    given = {"ANTEROOM_CERTIFICATE": str(file), "ANTEROOM_KEY": str(file)}
    settings = read(ANTEROOM_ADDRESS="clinic.example", **given)
    assert settings.kiosk_url == "https://clinic.example:8501"
    assert settings.clinic_url == "https://clinic.example:8502"


def test_a_tablet_waits_a_minute_and_a_half_for_a_touch_unless_told_otherwise():
    assert (read().idle_warning, read().idle_wipe) == (90, 30)
    told = read(ANTEROOM_IDLE_WARNING="45", ANTEROOM_IDLE_WIPE="20")
    assert (told.idle_warning, told.idle_wipe) == (45, 20)


@pytest.mark.parametrize("variable", ["ANTEROOM_IDLE_WARNING", "ANTEROOM_IDLE_WIPE"])
@pytest.mark.parametrize("seconds", ["0", "-1", "never", "", "3601", "1.5"])
def test_a_time_a_tablet_cannot_wait_is_refused_by_its_name(variable, seconds):
    with pytest.raises(SettingsError, match=f"^{variable}: .*\\.$"):
        read(**{variable: seconds})
