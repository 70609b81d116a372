"""The desk in a real browser, on a whole running Parlour: keys, both directions live, undo, no script, phone, looks."""

import re
import uuid

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.enable_socket, pytest.mark.xdist_group("live")]

PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1440, "height": 900}
# A guard's refusal is a 422 and a lost connection is lost: browser and htmx note every such thing by themselves.
NOTED_BY_THE_BROWSER = re.compile(r"status of 4\d\d|ERR_INTERNET_DISCONNECTED|^htmx:")


@pytest.fixture
def enter(live, browser):
    """`enter("maja", **options)` is a signed-in page of the desk; whatever its console complains of fails the test."""
    contexts, complaints = [], []

    def sign_in(name="maja", **options):
        context = browser.new_context(base_url=live.origin, **{"viewport": WIDE} | options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on(
            "console",
            lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None,
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto("/sign-in")
        page.get_by_label("E-mail").fill(f"{name}@demo.parlour.example")
        page.get_by_label("Password").fill(live.passwords[name])
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator(".row").first).to_be_visible()
        return page

    expect.set_options(timeout=30_000)
    yield sign_in
    for context in contexts:
        context.close()
    assert [text for text in complaints if not NOTED_BY_THE_BROWSER.search(text)] == []


@pytest.fixture
def visitor(live, browser):
    """The bakery's own page, seen by somebody of the community."""
    context = browser.new_context(base_url=live.origin)
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto("/demo/bakery")
    page.get_by_label("Your comment").wait_for()
    yield page
    context.close()


def comment(visitor):
    """A comment nobody wrote before, from the bakery's page."""
    words = f"Is the rye bread back? {uuid.uuid4().hex[:8]}"
    if visitor.get_by_label("Your name").first.is_visible():
        visitor.get_by_label("Your name").first.fill("Ivana")
    visitor.get_by_label("Your comment").fill(words)
    visitor.get_by_role("button", name="Post comment").click()
    return words


def row(page, words):
    return page.locator("#rows .row", has_text=words)


def focused_row(page):
    return page.evaluate("document.activeElement.closest('.row')?.id ?? ''")


def fresh_thread(page, visitor):
    """The conversation of a new comment, open at the desk."""
    words = comment(visitor)
    page.goto("/desk/?queue=all")
    row(page, words).click()
    expect(page.locator(".message .text", has_text=words)).to_be_visible()
    return words


def test_a_comment_comes_in_live_and_the_answer_goes_out_live(enter, visitor):
    desk = enter()
    desk.goto("/desk/?queue=all")
    desk.evaluate("window.same = true")
    visitor.evaluate("window.same = true")
    words = comment(visitor)
    row(desk, words).click()
    desk.locator("#conversation .message", has_text=words).wait_for()
    desk.keyboard.press("r")
    desk.keyboard.type("Yes, since this morning.")
    desk.keyboard.press("Control+Enter")
    ours = desk.locator(".message.ours", has_text="Yes, since this morning.")
    expect(ours).to_contain_text("leaves in a moment")
    expect(desk.get_by_label("Answer Ivana")).to_have_value("")
    expect(ours).to_contain_text("delivered")
    expect(visitor.get_by_text("Yes, since this morning.").first).to_be_visible()
    assert desk.evaluate("window.same")
    assert visitor.evaluate("window.same")


def test_a_second_comment_appears_in_the_open_thread_and_leaves_the_box_alone(enter, visitor):
    desk = enter()
    words = fresh_thread(desk, visitor)
    desk.keyboard.press("r")
    desk.keyboard.type("We are just")
    number = desk.locator("#messages .message").count()
    theirs = visitor.get_by_role("listitem").filter(has_text=words)
    theirs.get_by_role("button", name="Reply to Ivana").click()
    theirs.get_by_role("textbox", name="Reply to Ivana").fill("And the plum one?")
    theirs.get_by_role("button", name="Reply", exact=True).click()
    expect(desk.locator("#messages .message")).to_have_count(number + 1)
    desk.keyboard.type(" looking.")
    expect(desk.locator("#reply-text")).to_have_value("We are just looking.")


def test_a_day_by_keys(enter):
    desk = enter()
    desk.keyboard.press("j")
    first = focused_row(desk)
    desk.keyboard.press("j")
    second = focused_row(desk)
    desk.keyboard.press("k")
    assert first != second
    assert focused_row(desk) == first
    desk.keyboard.press("Enter")
    expect(desk.locator(f".thread[data-conversation='{first.removeprefix('row-')}']")).to_be_visible()
    desk.keyboard.press("r")
    expect(desk.locator("#reply-text")).to_be_focused()
    desk.keyboard.press("Escape")
    desk.keyboard.press("Escape")
    assert focused_row(desk) == first
    desk.keyboard.press("?")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_visible()
    desk.keyboard.press("j")
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("dialog", name="Keys")).to_be_hidden()
    assert focused_row(desk) == first


def test_done_by_key_leaves_the_queue_and_reopen_brings_it_back(enter, visitor):
    desk = enter()
    words = fresh_thread(desk, visitor)
    desk.keyboard.press("e")
    expect(desk.locator(".done-mark")).to_be_visible()
    desk.goto("/desk/?queue=done")
    row(desk, words).click()
    desk.get_by_role("button", name="Reopen").click()
    expect(desk.get_by_role("button", name="Done")).to_be_visible()
    expect(row(desk, words)).to_have_count(0)


def test_single_keys_do_nothing_in_a_text_field(enter, visitor):
    desk = enter()
    fresh_thread(desk, visitor)
    desk.locator("#reply-text").click()
    desk.keyboard.type("jerk?e")
    expect(desk.locator("#reply-text")).to_have_value("jerk?e")
    expect(desk.locator("#reply-text")).to_be_focused()
    expect(desk.get_by_role("dialog")).to_be_hidden()
    expect(desk.locator(".done-mark")).to_have_count(0)


def test_single_keys_can_be_switched_off_and_on(enter):
    desk = enter("tom")
    desk.get_by_role("button", name="Keys").click()
    desk.get_by_role("button", name="Switch single keys off").click()
    expect(desk.locator("body[data-keys=off]")).to_be_visible()
    desk.keyboard.press("j")
    assert focused_row(desk) == ""
    desk.get_by_role("button", name="Keys").click()
    desk.get_by_role("button", name="Switch single keys on").click()
    expect(desk.locator("body:not([data-keys])")).to_be_visible()
    desk.keyboard.press("j")
    assert focused_row(desk) != ""


def test_taking_back_brings_the_words_back(enter, visitor):
    desk = enter()
    fresh_thread(desk, visitor)
    desk.fill("#reply-text", "Written too soon.")
    desk.keyboard.press("Control+Enter")
    desk.get_by_role("button", name="Take back").click()
    expect(desk.locator("#reply-text")).to_have_value("Written too soon.")
    expect(desk.locator("#reply-text")).to_be_focused()
    expect(desk.locator(".message.ours", has_text="Written too soon.")).to_have_count(0)


def test_a_blank_that_nobody_filled_in_is_stopped_with_its_reason(enter, visitor):
    desk = enter()
    fresh_thread(desk, visitor)
    desk.fill("#reply-text", "Dear {name}, yes.")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("alert")).to_contain_text("{name}")
    expect(desk.locator("#reply-text")).to_have_value("Dear {name}, yes.")
    expect(desk.locator(".message.ours")).to_have_count(0)


def test_a_double_click_is_one_answer(enter, visitor):
    desk = enter()
    fresh_thread(desk, visitor)
    desk.fill("#reply-text", "Only once.")
    desk.get_by_role("button", name="Answer").dblclick()
    expect(desk.locator(".message.ours", has_text="Only once.")).to_contain_text("delivered")
    expect(desk.locator(".message.ours")).to_have_count(1)


def test_without_a_connection_the_words_stay_and_can_be_sent_later(enter, visitor):
    desk = enter()
    fresh_thread(desk, visitor)
    desk.context.set_offline(True)
    desk.fill("#reply-text", "Said in a tunnel.")
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("alert")).to_contain_text("Not sent")
    expect(desk.locator("#lost")).to_be_visible()
    expect(desk.locator("#reply-text")).to_have_value("Said in a tunnel.")
    desk.context.set_offline(False)
    expect(desk.locator("#lost")).to_be_hidden()
    desk.get_by_role("button", name="Answer").click()
    expect(desk.locator(".message.ours", has_text="Said in a tunnel.")).to_contain_text("delivered")


def test_words_in_work_survive_another_conversation_and_a_reload(enter, visitor):
    desk = enter()
    words = fresh_thread(desk, visitor)
    desk.fill("#reply-text", "Half a sen")
    desk.locator("#rows .row").nth(3).click()
    expect(desk.locator("#reply-text")).to_have_value("")
    row(desk, words).click()
    expect(desk.locator("#reply-text")).to_have_value("Half a sen")
    desk.reload()
    expect(desk.locator("#reply-text")).to_have_value("Half a sen")


def test_news_do_not_move_what_the_reader_looks_at(enter, visitor):
    desk = enter()
    desk.goto("/desk/?queue=all")
    desk.evaluate("document.querySelectorAll('#rows .row')[20].focus()")
    looked_at = focused_row(desk)
    before = desk.locator(f"#{looked_at}").bounding_box()["y"]
    words = comment(visitor)
    expect(row(desk, words)).to_have_count(1)
    expect(desk.get_by_role("button", name="1 new")).to_be_visible()
    assert focused_row(desk) == looked_at
    assert desk.locator(f"#{looked_at}").bounding_box()["y"] == pytest.approx(before, abs=1)


def test_news_in_the_middle_of_opening_do_not_lose_the_address(enter):
    desk = enter()
    desk.goto("/desk/?queue=all")
    desk.route("**/desk/conversations/*", lambda route: (desk.wait_for_timeout(400), route.continue_()))
    desk.locator("#rows .row").nth(2).click(no_wait_after=True)
    desk.evaluate("htmx.trigger('#rows', 'desk:refresh')")
    expect(desk.locator(".thread")).to_be_visible()
    expect(desk).to_have_url(re.compile("/desk/conversations/"))


def test_going_back_shows_the_page_and_not_a_piece_of_it(enter):
    desk = enter()
    desk.locator("#rows .row").nth(1).click()
    expect(desk.locator(".thread")).to_be_visible()
    desk.goto("/demo/bakery")
    desk.go_back()
    expect(desk.locator("#queues")).to_be_visible()
    expect(desk.locator(".thread")).to_be_visible()


def test_everything_works_without_script(enter, visitor):
    words = comment(visitor)
    desk = enter(java_script_enabled=False)
    desk.goto("/desk/?queue=all")
    for _ in range(100):  # nothing is live here, and the worker may need a moment
        if row(desk, words).count():
            break
        desk.wait_for_timeout(200)
        desk.reload()
    row(desk, words).click()
    desk.get_by_label("Answer Ivana").fill("Without a line of script.")
    desk.get_by_role("button", name="Answer").click()
    expect(desk.locator(".message.ours", has_text="Without a line of script.")).to_be_visible()
    expect(visitor.get_by_text("Without a line of script.").first).to_be_visible()
    desk.get_by_role("button", name="Done").click()
    expect(desk.locator(".done-mark")).to_be_visible()


def test_a_phone_shows_one_pane_at_a_time(enter, visitor):
    words = comment(visitor)
    desk = enter(viewport=PHONE, has_touch=True)
    expect(desk.locator("#conversation")).to_be_hidden()
    desk.get_by_role("button", name="More").tap()
    desk.get_by_role("link", name="All", exact=True).tap()
    row(desk, words).tap()
    expect(desk.locator("#list")).to_be_hidden()
    desk.get_by_label("Answer Ivana").fill("From the tram.")
    desk.get_by_role("button", name="Answer").tap()
    expect(desk.locator(".message.ours", has_text="From the tram.")).to_contain_text("delivered")
    desk.get_by_role("link", name="Back to the list").tap()
    expect(row(desk, "From the tram.")).to_be_visible()
    expect(desk.locator("#conversation")).to_be_hidden()
    assert desk.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_fourteen_rows_fit_and_no_text_is_small(enter):
    desk = enter()
    shown = "[...document.querySelectorAll('.row')].filter(row => row.getBoundingClientRect().bottom <= innerHeight).length"
    assert desk.evaluate(shown) >= 14
    desk.locator("#rows .row").nth(1).click()
    expect(desk.locator(".thread")).to_be_visible()
    smallest = "Math.min(...[...document.querySelectorAll('body *')].map(e => parseFloat(getComputedStyle(e).fontSize)))"
    assert desk.evaluate(smallest) >= 13


# Every visible piece of text with its colour on what really lies below it, painted by the browser itself, so that any
# notation of colours counts. Below 4.5 : 1 it is reported.
FAINT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgb = (layers) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (colour) => colour.map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const faint = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const piece = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !piece.checkVisibility({ visibilityProperty: true })) continue;
    if (piece.closest('script, style, noscript, option, .unseen')) continue;
    const below = [];
    for (let each = piece; each; each = each.parentElement) below.unshift(getComputedStyle(each).backgroundColor);
    const ground = ['Canvas', ...below];
    const [a, b] = [light(rgb(ground)), light(rgb([...ground, getComputedStyle(piece).color]))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push(`${texts.currentNode.data.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
  }
  return faint;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(enter, scheme):
    desk = enter(color_scheme=scheme)
    faint = {"list": desk.evaluate(FAINT)}
    desk.locator("#rows .row").nth(2).click()
    desk.locator(".thread").wait_for()
    faint["conversation"] = desk.evaluate(FAINT)
    desk.fill("#reply-text", "{name}")
    desk.keyboard.press("Control+Enter")
    desk.get_by_role("alert").filter(has_text="{name}").wait_for()
    faint["refused"] = desk.evaluate(FAINT)
    for address in ("/desk/?queue=problems", "/desk/?queue=mine&kind=spam", "/desk/?queue=done", "/nowhere"):
        desk.goto(address)
        faint[address] = desk.evaluate(FAINT)
    desk.context.clear_cookies()
    desk.goto("/sign-in")
    faint["sign in"] = desk.evaluate(FAINT)
    assert {page: texts for page, texts in faint.items() if texts} == {}
