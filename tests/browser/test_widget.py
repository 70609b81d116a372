"""The website widget in a real browser, against a stand-in of the desk that can fail in every way."""

import pytest
from playwright.sync_api import expect

from tests.browser.widget_desk import Desk, host_page

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def desk():
    made = Desk()
    made.start()
    made.host_html = host_page('<script src="/widget.js" data-channel="demo" async></script>')
    yield made
    made.stop()


@pytest.fixture
def opened(desk, page):
    """The host page with the widget loaded."""
    page.set_default_timeout(8000)
    expect.set_options(timeout=8000)
    page.goto(desk.origin)
    expect(page.get_by_role("region", name="Comments")).to_be_visible()
    return page


def write(page, text, name="Ana"):
    if name and page.get_by_label("Your name").first.is_visible():
        page.get_by_label("Your name").first.fill(name)
    page.get_by_label("Your comment").fill(text)
    page.get_by_role("button", name="Post comment").click()


def test_a_comment_appears_and_reaches_the_desk(desk, opened):
    write(opened, "Is the rye bread back?")
    row = opened.get_by_role("listitem").filter(has_text="Is the rye bread back?")
    expect(row.get_by_role("button", name="Edit")).to_be_visible()
    expect(row).to_have_count(1)
    [post] = desk.posts
    assert (post["name"], post["parent"], post["private"], post["page"]) == ("Ana", None, False, "/")
    assert post["title"] == "A page"


def test_an_answer_appears_live_without_a_reload(desk, opened):
    write(opened, "Is the rye bread back?")
    expect(opened.get_by_role("button", name="Edit")).to_be_visible()
    opened.evaluate("window.same = true")
    desk.say("Yes, from six o'clock.", parent=desk.items[0].id)
    expect(opened.locator(".replies .item", has_text="from six o'clock")).to_be_visible()
    assert opened.evaluate("window.same")
    expect(opened.locator(".comments [aria-live]")).to_contain_text("New from Kruh & Co.: Yes")
