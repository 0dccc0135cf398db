"""Take the README's pictures from the running demo: ``python scripts/pictures.py``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
KIOSK, CLINIC = 8591, 8592
TABLET = {"width": 820, "height": 1180}
DESK = {"width": 1280, "height": 900}
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def main() -> int:
    """Start the demo in a store that is thrown away, and take every picture."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "ANTEROOM_HOME": home,
            "ANTEROOM_KIOSK_PORT": str(KIOSK),
            "ANTEROOM_CLINIC_PORT": str(CLINIC),
        }
        command = [sys.executable, str(ROOT / "app.py"), "demo"]
        demo = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603
        try:
            password = _password(demo)
            _wait()
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
                _kiosk(browser)
                _clinic(browser, password, Path(home))
        finally:
            demo.terminate()
            demo.wait()
    return 0


def _password(demo: subprocess.Popen[str]) -> str:
    for line in demo.stdout or ():
        if found := re.search(r"password (\S+)", line):
            return found.group(1)
    raise RuntimeError("The demo printed no password.")


def _wait() -> None:
    for port in (KIOSK, CLINIC):
        for _ in range(120):
            try:
                urllib.request.urlopen(f"http://localhost:{port}/readyz")
                break
            except OSError:
                time.sleep(0.5)


def _kiosk(browser: Browser) -> None:
    page = browser.new_context(viewport=TABLET, has_touch=True).new_page()  # type: ignore[arg-type]
    page.goto(f"http://127.0.0.1:{KIOSK}/?tablet=Window%20seat")
    page.get_by_role("button", name="Start").tap()
    _tap(page, "I cannot sign here, but I agree")
    _tap(page, "I agree")
    _tap(page, "I came without an appointment")
    page.get_by_role("button", name="1", exact=True).wait_for()
    for digit in "03021958":
        page.get_by_role("button", name=digit, exact=True).tap()
    _tap(page, "Next")
    _tap(page, "Me")
    page.get_by_label("First name").fill("Olga")
    page.get_by_label("Last name").fill("Sample")
    page.get_by_role("button", name="Go on").tap()
    _tap(page, "Female")
    page.get_by_text("Do you have any of these now").wait_for()
    time.sleep(1)
    page.screenshot(path=PICTURES / "kiosk.png")


def _tap(page: Page, name: str) -> None:
    """Tap as a person would: after the screen has been there long enough to be read."""
    page.get_by_role("button", name=name, exact=True).or_(
        page.get_by_role("radio", name=name, exact=True)
    ).or_(page.get_by_role("checkbox", name=name, exact=True)).first.wait_for()
    time.sleep(0.7)
    page.get_by_text(name, exact=True).first.tap()


def _clinic(browser: Browser, password: str, home: Path) -> None:
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"http://localhost:{CLINIC}/")
    page.fill("[name=login]", "demo")
    page.fill("[name=password]", password)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Mockup, Bertram").first.wait_for()
    time.sleep(2)
    page.screenshot(path=PICTURES / "worklist.png")
    link = page.get_by_role("link", name="Dummy, Ruth").first.get_attribute("href") or ""
    visit = link.partition("visit=")[2]
    summary = context.request.get(f"http://localhost:{CLINIC}/clinic/visits/{visit}/summary.pdf")
    pdf = home / "summary.pdf"
    pdf.write_bytes(summary.body())
    picture = str(PICTURES / "summary")
    subprocess.run(  # noqa: S603
        ["/usr/bin/pdftoppm", "-r", "80", "-png", "-singlefile", str(pdf), picture], check=True
    )


if __name__ == "__main__":
    raise SystemExit(main())
