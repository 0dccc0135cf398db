"""The doors behind which an administrator words and sets what holds for the whole clinic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from house import clinic_settings as configuring
from house import notice as noticing
from house.desk import Writing
from reports.clinic import doors as clinic


@dataclass(frozen=True)
class Office:
    """The privacy notice, the settings and the last screen."""

    writing: Writing
    clock: Callable[[], datetime]

    def notice(self, token: str) -> clinic.NoticeView | clinic.Refused | clinic.Trouble:
        """The privacy notice in force."""
        return self.writing("notice", token, noticing.view)

    def change_notice(self, token: str, change: clinic.NoticeChange) -> clinic.Changed:
        """Put other words in force."""
        return self.writing("change-notice", token, noticing.written(change, self.clock()))

    def settings(self, token: str) -> clinic.SettingsView | clinic.Refused | clinic.Trouble:
        """The settings in force, the last screen among them."""
        return self.writing("settings", token, configuring.view)

    def change_settings(self, token: str, change: clinic.SettingsChange) -> clinic.Changed:
        """Put others in force."""
        return self.writing("change-settings", token, configuring.changed(change, self.clock()))
