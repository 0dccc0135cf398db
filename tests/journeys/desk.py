"""The clinic's desk: somebody signed in, the worklist, a patient's page, the summary."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.journeys.premises import Premises
from tests.journeys.tablet import UNREACHED
from tests.journeys.wire import Answer

LOGIN, NAME, PASSWORD = "testnurse", "Nora Testnurse", "four made-up words here"
ZONE = "America/New_York"
SETTING_UP = {
    "clinic_name": "Testing Knee Clinic",
    "time_zone": ZONE,
    "name": NAME,
    "login": LOGIN,
    "password": PASSWORD,
    "again": PASSWORD,
}


def set_up(premises: Premises) -> Answer:
    """The first start of the clinic side, with the code from the terminal, as a form."""
    return premises.clinic().post("/clinic/set-up", {"code": premises.setup_code, **SETTING_UP})


@dataclass
class Desk:
    """One browser at the desk."""

    page: Page
    premises: Premises
    errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(20_000)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", self._said)

    def _said(self, message: Any) -> None:
        if message.type == "error" and not any(one in message.text for one in UNREACHED):
            self.errors.append(message.text)

    def set_up(self) -> None:
        """Open the clinic for the first time: it asks for the code, then for the time zone."""
        self.page.goto(self.premises.clinic_url)
        self.page.locator("#code").fill(self.premises.setup_code)
        for name in ("clinic_name", "name", "login", "password", "again"):
            self.page.locator(f"#{name}").fill(SETTING_UP[name])
        self.page.locator("#time_zone").select_option(ZONE)
        self.page.get_by_role("button", name="Set up and sign in").click()
        self.sees_worklist()

    def sign_in(self, login: str = LOGIN, password: str = PASSWORD) -> None:
        self.page.goto(self.premises.clinic_url)
        self.page.locator("#login").fill(login)
        self.page.locator("#password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        self.sees_worklist()

    def sees_worklist(self) -> None:
        expect(self.page.get_by_role("heading", name="Everybody today")).to_be_visible()

    def call_of(self, family: str) -> Locator:
        """The card with which somebody is called to a patient."""
        return self.page.locator('[class*="st-key-call-"]').filter(has_text=family)

    def row_of(self, family: str) -> Locator:
        return self.page.locator("table.list tbody tr").filter(has_text=family)

    def order(self) -> list[str]:
        """The patients on the worklist, from the top: their names as shown."""
        return self.page.locator("table.list tbody .name").all_inner_texts()

    def sees_call(self, family: str, *words: str) -> None:
        """Without touching anything: the page refreshes by itself."""
        card = self.call_of(family)
        expect(card).to_be_visible()
        for word in words:
            expect(card).to_contain_text(word)

    def sees_no_call(self, family: str) -> None:
        expect(self.call_of(family)).to_have_count(0)

    def lets_go_on(self, family: str, note: str) -> None:
        """Write what was done and press "Seen by me, patient may go on"."""
        card = self.call_of(family)
        card.get_by_label("What was done, in a line").fill(note)
        card.get_by_role("button", name="Seen by me, patient may go on").click()
        self.sees_no_call(family)

    def open_patient(self, family: str) -> str:
        """Open a patient's page; give the visit's id."""
        self.row_of(family).get_by_role("link").first.click()
        expect(self.page.locator("h1").filter(has_text=family)).to_be_visible()
        return self.page.url.partition("visit=")[2]

    def reads(self, words: str) -> None:
        """Somewhere on the page, as soon as it has been drawn."""
        expect(self.page.locator("body")).to_contain_text(words)

    def summary_address(self) -> str:
        address = self.page.get_by_role("link", name="Open summary (PDF)").get_attribute("href")
        assert address
        return address

    def reads_summary(self, family: str, findings: list[dict[str, str]]) -> str:
        """Open a patient's page and download the summary: both name every finding; its words."""
        self.open_patient(family)
        summary = self.download(self.summary_address())
        assert summary.status == 200
        assert summary.headers["content-type"] == "application/pdf"
        assert summary.headers["cache-control"] == "no-store"
        words = words_of(summary.body)
        for finding in findings:
            assert finding["title"] in words
            self.reads(finding["title"])
        return words

    def download(self, address: str) -> Answer:
        """Fetch the summary with this browser's cookies."""
        wire = self.premises.clinic()
        wire.cookies = {
            cookie["name"]: cookie["value"]
            for cookie in self.page.context.cookies(self.premises.clinic_url)
        }
        return wire.look(address)


def words_of(pdf: bytes) -> str:
    """The text of a PDF, as one line of single spaces."""
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(text.split())
