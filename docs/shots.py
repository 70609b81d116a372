"""Takes the manual's pictures from the demo: `make shots` starts a Parlour of its own and writes docs/pictures."""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the server is the one the browser tests start

from tests.servers import parlour  # noqa: E402 - needs the path above

PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
NEWEST = "/desk/?queue=all"


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with parlour.running(PARLOUR_UNDO_SECONDS="60") as server, sync_playwright() as playwright:
        flags = ["--headless", "--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        for dark in (False, True):
            _desk(browser, server, dark=dark)
            _phone(browser, server, dark=dark)
        browser.close()


def _desk(browser: Browser, server: parlour.Parlour, *, dark: bool) -> None:
    page = _signed_in(browser, server, WIDE, dark=dark)
    page.goto(NEWEST)
    page.locator("#rows .row", has_text="Website").first.click()
    page.locator("#reply-text").fill(
        "Thank you for reading so closely. I am asking the bakers and will be back here at noon."
    )
    page.keyboard.press("Control+Enter")
    page.locator(".under-way").wait_for()
    _shoot(page, "desk", dark=dark)
    page.get_by_role("button", name="Take back").click()
    page.locator(".under-way").wait_for(state="detached")
    page.context.close()


def _phone(browser: Browser, server: parlour.Parlour, *, dark: bool) -> None:
    page = _signed_in(browser, server, PHONE, dark=dark)
    page.goto(NEWEST)
    _shoot(page, "phone-list", dark=dark)
    page.locator("#rows .row", has_text="Website").first.click()
    page.locator(".thread").wait_for()
    _shoot(page, "phone-conversation", dark=dark)
    page.context.close()


def _signed_in(browser: Browser, server: parlour.Parlour, size: ViewportSize, *, dark: bool) -> Page:
    page = browser.new_context(
        base_url=server.origin,
        viewport=size,
        has_touch=size is PHONE,
        color_scheme="dark" if dark else "light",
    ).new_page()
    page.goto("/sign-in")
    page.get_by_label("E-mail").fill("maja@demo.parlour.example")
    page.get_by_label("Password").fill(server.passwords["maja"])
    page.get_by_role("button", name="Sign in").click()
    page.locator(".row").first.wait_for()
    return page


def _shoot(page: Page, name: str, *, dark: bool) -> None:
    file = PICTURES / f"{name}-{'dark' if dark else 'light'}.png"
    page.wait_for_timeout(400)  # what just came settles
    page.screenshot(path=file)
    print(file.relative_to(ROOT))


if __name__ == "__main__":
    main()
