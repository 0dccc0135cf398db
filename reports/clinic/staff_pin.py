"""The page on which an administrator sets the PIN that opens the staff door of a tablet."""

from __future__ import annotations

from starlette.routing import Route

from reports.clinic import wording
from reports.clinic.changing import Changing, Fields, Said
from reports.clinic.doors import StaffPinView
from reports.clinic.forms import Form
from reports.clinic.premises import Premises
from reports.clinic.templating import render

STAFF_PIN = "/clinic/staff-pin"


def staff_pin_routes(premises: Premises) -> list[Route]:
    """Every route of the staff PIN, which goes no further than the door that sets it."""
    doors = premises.doors

    def drawn(view: StaffPinView, typed: Fields | None, said: Said) -> str:
        del typed  # is never shown again
        return render(
            "staff-pin.html",
            demo=doors.demo,
            view=view,
            given={},
            problem=said.problem,
            note=said.note,
        )

    page = Changing(
        STAFF_PIN, wording.PIN_SAVED, doors.staff_pin, doors.set_staff_pin, Form.new_pin, drawn
    )
    return page.routes()
