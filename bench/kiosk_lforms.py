"""LHC-Forms, the National Library of Medicine's player, with our FHIR Questionnaire in it.

It shows all questions at once and saves nothing; an answer counts as shown as soon as its own mark
is set, whether or not a follow-up has come. Our 0 to 10 scale is a drop-down there, and what
depends on lists to tick is not asked; these few are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from playwright.sync_api import Page
from typing_extensions import override

from bench.kiosk_asked import ASKED, GIVEN
from bench.kiosk_npm import Package, unpacked
from bench.kiosk_touch import Tap
from intake.fhir import questionnaire_bytes
from intake.knee_twitching.questionnaire import KNEE_TWITCHING

SCRIPTS = ("webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js",
           "fhir/R4/lformsFHIR.min.js")  # fmt: skip
STYLES = "webcomponent/styles.css"
PACKAGE = Package(
    name="lforms",
    version="40.1.3",
    integrity="sha512-"
    "WLruTm+BcVnafC0rSAQ3/cNqhxvclBUxyBG68aub/uha2NaK9H8ZZcEXTTuORuGzzCt0wa7fvhuieZtcDIdPzQ==",
    files=tuple(f"dist/lforms/{name}" for name in (*SCRIPTS, STYLES)),
)
NAME = f"LHC-Forms {PACKAGE.version}"
HTML = f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>LHC-Forms</title>
<link rel="stylesheet" href="{STYLES}">
<div id="form"></div>
{"".join(f'<script src="{name}"></script>' for name in SCRIPTS)}
<script>
fetch("questionnaire.json").then((response) => response.json())
  .then((questionnaire) => LForms.Util.addFormToPage(questionnaire, "form"))
  .then(() => document.body.setAttribute("data-ready", ""));
</script>
"""


class _Quiet(SimpleHTTPRequestHandler):
    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served() -> Iterator[str]:
    """The form's address, as long as it is needed; raise NotFetchedError where it cannot be had."""
    folder = unpacked(PACKAGE) / "dist" / "lforms"
    (folder / "index.html").write_text(HTML, encoding="utf-8")
    (folder / "questionnaire.json").write_bytes(questionnaire_bytes(KNEE_TWITCHING))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def taps(page: Page, address: str) -> Iterator[Tap]:
    """One filling in after the other; each tap on a radio button that is there."""
    while True:
        page.goto(address)
        page.wait_for_selector("[data-ready]")
        for link_id in ASKED:
            label = f'label[id^="{link_id}/"][id$="|{GIVEN[link_id][0]}"]'
            if page.locator(label).count():
                chosen = f"{label}.ant-radio-wrapper-checked"
                yield Tap(label, f"document.querySelector('{chosen}') !== null")
