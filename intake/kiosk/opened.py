"""The doors of the running kiosk, where its Streamlit page finds them."""

from __future__ import annotations

from intake.kiosk.doors import Doors

_opened: list[Doors] = []


def open_doors(doors: Doors) -> None:
    """Hand the kiosk its doors; app.py does this once, before the first page is drawn."""
    _opened[:] = [doors]


def doors() -> Doors:
    """The doors this process was handed."""
    return _opened[0]
