"""The website widget in a real browser, against a stand-in of the desk that can fail in every way."""

import gzip
import re

import pytest
from playwright.sync_api import expect

from tests.browser.widget_desk import STRICT, WEB, Desk, bakery_page, host_page, hours_ago

pytestmark = pytest.mark.enable_socket
expect.set_options(timeout=10_000)

WIDGET = '<script src="/widget.js" data-channel="demo" async></script>'
TABS_TO_LEAVE_A_FORM = 12
AA = 4.5


@pytest.fixture
def desk():
    made = Desk()
    made.start()
    made.host_html = host_page(WIDGET)
    yield made
    made.stop()


@pytest.fixture
def opened(desk, page):
    return visit(page, desk)


def visit(page, desk):
    page.goto(desk.origin)
    expect(page.get_by_label("Your comment")).to_be_visible()
    return page


def write(page, text, name="Ana"):
    expect(page.get_by_label("Your comment")).to_be_visible()
    field = page.get_by_role("region", name="Comments").get_by_label("Your name")
    if field.is_visible():
        field.fill(name)
    page.get_by_label("Your comment").fill(text)
    page.get_by_role("button", name="Post comment").click()


def row(page, text):
    return page.get_by_role("listitem").filter(has_text=text).last


def settled(page, text):
    """The desk has it: only then it can be edited."""
    expect(row(page, text).get_by_role("button", name="Edit")).to_be_visible()
    expect(page.locator(".text").filter(has_text=re.compile(f"^{re.escape(text)}$"))).to_have_count(1)


def open_chat(page):
    page.get_by_role("button", name="Chat").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    return dialog


def focused(page):
    """The element with the focus, looked for inside the widget too."""
    return page.evaluate_handle(
        "() => { let e = document.activeElement; while (e?.shadowRoot) e = e.shadowRoot.activeElement; return e; }"
    ).as_element()


def tab_to(page, selector):
    for _ in range(40):
        page.keyboard.press("Tab")
        found = focused(page)
        if found and found.evaluate("(e, s) => e.matches(s)", selector):
            return
    pytest.fail(f"The keyboard never reaches {selector}.")


def remembered(page):
    return page.evaluate("Object.keys(localStorage)")


# --- the whole way ------------------------------------------------------------------------------------


def test_a_comment_appears_and_reaches_the_desk(desk, opened):
    write(opened, "Is the rye bread back?")
    settled(opened, "Is the rye bread back?")
    [post] = desk.posts
    expected = {"name": "Ana", "parent": None, "private": False, "page": "/", "title": "A page"}
    assert {key: post[key] for key in expected} == expected
    assert set(post) == {*expected, "id", "url", "text"}


def test_the_address_is_sent_without_its_query(desk, page):
    page.goto(f"{desk.origin}/?secret=1")
    write(page, "Hello")
    settled(page, "Hello")
    assert desk.posts[0]["url"] == f"{desk.origin}/"


def test_an_answer_appears_live_without_a_reload_and_is_announced(desk, opened):
    write(opened, "Is the rye bread back?")
    settled(opened, "Is the rye bread back?")
    opened.evaluate("window.same = true")
    desk.say("Yes, from six o'clock.", parent=desk.items[0].id)
    expect(opened.locator(".replies .item", has_text="from six o'clock")).to_be_visible()
    expect(opened.locator(".comments [aria-live=polite]")).to_contain_text("New from Kruh & Co.: Yes")
    assert opened.evaluate("window.same")


def test_a_reply_goes_below_what_it_answers(desk, opened):
    first = desk.say("Which loaf?", author="Luka", brand=False)
    write(opened, "hello")
    opened.get_by_role("button", name="Reply to Luka").click()
    opened.get_by_label("Reply to Luka").last.fill("Chestnut")
    opened.locator("form").get_by_role("button", name="Reply", exact=True).click()
    expect(opened.locator(".replies .item", has_text="Chestnut")).to_have_count(1)
    settled(opened, "Chestnut")
    assert desk.posts[-1]["parent"] == first.id


def test_own_words_can_be_edited_and_deleted(desk, opened):
    write(opened, "Good mourning")
    settled(opened, "Good mourning")
    row(opened, "Good mourning").get_by_role("button", name="Edit").click()
    opened.get_by_label("Edit").last.fill("Good morning")
    opened.get_by_role("button", name="Save").click()
    expect(opened.locator(".text", has_text="Good morning")).to_be_visible()
    expect(opened.get_by_text("edited")).to_be_visible()
    row(opened, "Good morning").get_by_role("button", name="Delete").click()
    expect(opened.get_by_text("Delete this for good?")).to_be_visible()
    opened.get_by_role("group").get_by_role("button", name="Delete").click()
    expect(opened.locator(".text", has_text="Deleted")).to_be_visible()
    assert [(item.text, item.edited, item.deleted) for item in desk.items] == [("Good morning", True, True)]


def test_words_of_others_cannot_be_edited(desk, opened):
    desk.say("Mine alone", author="Luka", brand=False)
    expect(row(opened, "Mine alone").get_by_role("button", name="Reply")).to_be_visible()
    expect(row(opened, "Mine alone").get_by_role("button", name="Edit")).to_be_hidden()


def test_older_threads_come_on_demand_and_stay_when_news_arrives(desk, page):
    for number in range(45):
        desk.say(f"thread {number:02}", at=hours_ago(100 - number))
    visit(page, desk)
    expect(page.locator(".list > .item")).to_have_count(20)
    page.get_by_role("button", name="Show older comments").click()
    expect(page.locator(".list > .item")).to_have_count(40)
    assert "thread 24" in focused(page).text_content()
    desk.say("the newest")
    expect(page.locator(".list > .item").first).to_contain_text("the newest")
    expect(page.locator(".list > .item", has_text="thread 05")).to_have_count(1)


def test_news_above_does_not_move_what_is_being_read(desk, page):
    for number in range(20):
        desk.say(f"thread {number:02}\n" + "words\n" * 4)
    visit(page, desk)
    reading = page.locator(".item", has_text="thread 05")
    reading.evaluate("node => node.scrollIntoView()")
    before = reading.bounding_box()["y"]
    desk.say("a new one\n" + "words\n" * 9)
    expect(page.locator(".item", has_text="a new one")).to_have_count(1)
    page.wait_for_function(
        "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))"
    )
    assert abs(reading.bounding_box()["y"] - before) < 2


def test_a_form_being_written_survives_news(desk, opened):
    first = desk.say("Which loaf?", author="Luka", brand=False)
    opened.get_by_role("button", name="Reply to Luka").click()
    opened.get_by_label("Reply to Luka").last.fill("I am still thin")
    desk.say("Anyone?", parent=first.id)
    expect(opened.locator(".replies .item")).to_have_count(1)
    opened.keyboard.type("king")
    expect(opened.get_by_label("Reply to Luka").last).to_have_value("I am still thinking")


def test_a_reply_being_written_outlives_what_it_answers(desk, opened):
    first = desk.say("Which loaf?", author="Luka", brand=False)
    opened.get_by_role("button", name="Reply to Luka").click()
    opened.get_by_label("Reply to Luka").last.fill("a long thought")
    desk.items.remove(first)
    desk.say("something else")
    expect(row(opened, "something else")).to_be_visible()
    expect(opened.get_by_label("Reply to Luka").last).to_have_value("a long thought")


def test_what_the_desk_takes_away_goes_from_the_page(desk, opened):
    first = desk.say("Buy followers", author="Spammer", brand=False)
    expect(row(opened, "Buy followers")).to_be_visible()
    desk.items.remove(first)
    desk.changed()
    expect(opened.get_by_text("No comments yet")).to_be_visible()
    expect(opened.locator(".item")).to_have_count(0)


# --- the private chat ---------------------------------------------------------------------------------


def test_the_chat_is_private_and_answered_live(desk, opened):
    dialog = open_chat(opened)
    dialog.get_by_label("Your name").fill("Ana")
    dialog.get_by_label("Your message").fill("My order is missing")
    dialog.get_by_label("Your message").press("Enter")
    settled(dialog, "My order is missing")
    assert desk.posts[0]["private"] is True
    desk.say("We look at once.", private=True)
    expect(dialog.locator(".text", has_text="We look at once.")).to_be_visible()
    expect(opened.locator(".comments .item")).to_have_count(0)


def test_an_answer_to_a_closed_chat_is_counted_on_its_button(desk, opened):
    desk.say("Good day!", private=True)
    launcher = opened.get_by_role("button", name="Chat, New messages: 1")
    expect(launcher).to_be_visible()
    launcher.click()
    expect(opened.get_by_role("dialog").get_by_text("Good day!", exact=True)).to_be_visible()
    opened.keyboard.press("Escape")
    expect(opened.get_by_role("button", name="Chat", exact=True)).to_be_visible()


def test_the_chat_keeps_the_focus_and_gives_it_back(opened):
    dialog = open_chat(opened)
    expect(dialog.get_by_label("Your name")).to_be_focused()
    for _ in range(TABS_TO_LEAVE_A_FORM):
        opened.keyboard.press("Tab")
        where = opened.evaluate("document.activeElement.dataset.parlour ?? document.activeElement.localName")
        assert where in {"chat", "body"}  # body: the browser's own bar, where a modal dialog may go
    opened.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opened.get_by_role("button", name="Chat")).to_be_focused()


# --- trouble ------------------------------------------------------------------------------------------


def test_offline_then_online_sends_exactly_once(desk, opened, context):
    write(opened, "first")
    settled(opened, "first")
    context.set_offline(True)
    write(opened, "from the tunnel")
    expect(row(opened, "from the tunnel")).to_contain_text("Waiting to be sent")
    context.set_offline(False)
    settled(opened, "from the tunnel")
    assert desk.texts() == ["first", "from the tunnel"]


def test_what_waits_survives_leaving_the_page(desk, opened, context):
    context.set_offline(True)
    write(opened, "before the door")
    expect(row(opened, "before the door")).to_contain_text("Waiting")
    opened.close()
    context.set_offline(False)
    again = visit(context.new_page(), desk)
    settled(again, "before the door")
    assert desk.texts() == ["before the door"]


def test_a_lost_answer_is_repeated_with_the_same_id_and_doubles_nothing(desk, opened):
    desk.drop_answers = 2
    write(opened, "only once, please")
    expect(row(opened, "only once, please")).to_be_visible()
    expect.soft(opened.locator(".item", has_text="only once, please")).to_have_count(1)
    opened.wait_for_function("() => !Object.keys(localStorage).some((key) => key.includes(':out:'))")
    settled(opened, "only once, please")
    assert desk.texts() == ["only once, please"]
    assert len(desk.posts) == 3
    assert len({post["id"] for post in desk.posts}) == 1


def test_a_desk_that_goes_away_and_comes_back_misses_nothing(desk, opened):
    write(opened, "first")
    settled(opened, "first")
    desk.stop()
    write(opened, "second")
    write(opened, "third")
    expect(row(opened, "second")).to_contain_text("Waiting")
    desk.start()
    settled(opened, "second")
    settled(opened, "third")
    assert desk.texts() == ["first", "second", "third"]
    desk.say("We are back.")
    expect(row(opened, "We are back.")).to_be_visible()


def test_two_messages_at_once_both_arrive_in_order(desk, opened):
    write(opened, "one")
    write(opened, "two")
    settled(opened, "two")
    settled(opened, "one")
    assert desk.texts() == ["one", "two"]


def test_flood_control_is_said_and_waited_for(desk, opened):
    desk.fail("messages", 429, error="flood", message="Slow down.", retry_after=2)
    write(opened, "quick")
    expect(row(opened, "quick")).to_contain_text(re.compile(r"Please wait [12] seconds"))
    write(opened, "next")
    expect(row(opened, "next")).to_contain_text("Waiting to be sent")
    settled(opened, "next")
    settled(opened, "quick")
    assert desk.texts() == ["quick", "next"]


def test_an_unavailable_desk_is_tried_again(desk, opened):
    desk.fail("messages", 503, error="later")
    write(opened, "patience")
    expect(row(opened, "patience")).to_contain_text("Waiting")
    settled(opened, "patience")


def test_a_token_no_longer_valid_is_renewed_once(desk, opened):
    write(opened, "first")
    settled(opened, "first")
    desk.tokens.clear()
    write(opened, "second")
    settled(opened, "second")
    assert len(desk.tokens) == 1
    assert desk.texts() == ["first", "second"]


def test_refused_words_are_explained_and_can_be_mended(desk, opened):
    desk.fail("messages", 422, error="too_long", message="Too long.")
    write(opened, "a long story")
    expect(opened.get_by_role("alert").filter(has_text="Please shorten it")).to_be_visible()
    row(opened, "a long story").get_by_role("button", name="Edit").click()
    opened.get_by_label("Edit").last.fill("a story")
    opened.get_by_role("button", name="Send").last.click()
    settled(opened, "a story")
    expect(opened.get_by_text("a long story")).to_have_count(0)


def test_an_edit_that_fails_keeps_the_form_and_says_so(desk, opened, context):
    write(opened, "before")
    settled(opened, "before")
    context.set_offline(True)
    row(opened, "before").get_by_role("button", name="Edit").click()
    opened.get_by_label("Edit").last.fill("after")
    opened.get_by_role("button", name="Save").click()
    expect(opened.get_by_role("alert").filter(has_text="No connection")).to_be_visible()
    expect(opened.get_by_label("Edit").last).to_have_value("after")


def test_without_a_stream_the_thread_is_asked_for(desk, page):
    desk.live = False
    page.clock.install()
    visit(page, desk)
    desk.say("found by asking")
    page.clock.run_for(17_000)
    expect(row(page, "found by asking")).to_be_visible()


def test_a_thread_that_cannot_be_loaded_says_so_and_recovers(desk, page):
    for _ in range(3):
        desk.fail("thread", 503, error="later")
    page.clock.install()
    visit(page, desk)
    expect(page.get_by_text("No connection at the moment").first).to_be_visible()
    desk.say("here again")
    page.clock.run_for(40_000)
    expect(row(page, "here again")).to_be_visible()
    expect(page.get_by_text("No connection at the moment").first).to_be_hidden()


def test_a_channel_switched_off_takes_nothing_and_says_so(desk, page):
    for _ in range(9):
        desk.fail("thread", 403, error="closed", message="Switched off.")
    page.goto(desk.origin)
    expect(page.get_by_text("Closed at the moment").first).to_be_visible()
    expect(page.get_by_label("Your comment")).to_be_hidden()
    expect(page.get_by_role("button", name="Chat")).to_be_hidden()


# --- safety -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["<script>window.bad=1</script>", "<img src=x onerror=window.bad=1>", "javascript:bad"]
)
def test_markup_in_a_message_stays_text(desk, opened, text):
    desk.say(text, author=f"<b>{text}</b>")
    expect(opened.locator(".text", has_text=text)).to_have_text(text)
    assert opened.evaluate("window.bad") is None
    assert opened.locator(".list :is(script, img, a)").count() == 0


def test_the_strictest_policy_of_a_host_page_is_kept_without_one_error(desk, page):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    desk.host_html = bakery_page()
    assert desk.host_csp == STRICT
    visit(page, desk)
    write(page, "Chestnut, please")
    settled(page, "Chestnut, please")
    dialog = open_chat(page)
    dialog.get_by_label("Your message").fill("Hello")
    dialog.get_by_role("button", name="Send").click()
    settled(dialog, "Hello")
    assert said == []


def test_it_works_from_another_origin(desk, page):
    site = Desk()
    site.start()
    site.host_csp = f"default-src 'none'; script-src {desk.origin}; connect-src {desk.origin}; img-src data:"
    site.host_html = host_page(WIDGET.replace("/widget.js", f"{desk.origin}/widget.js"))
    try:
        visit(page, site)
        write(page, "from elsewhere")
        settled(page, "from elsewhere")
        assert desk.texts() == ["from elsewhere"]
    finally:
        page.goto("about:blank")
        site.stop()


def test_who_only_reads_leaves_no_trace_and_signs_up_once(desk, opened):
    expect(opened.get_by_text("No comments yet")).to_be_visible()
    visit(opened, desk)
    expect(opened.get_by_text("No comments yet")).to_be_visible()
    assert remembered(opened) == []
    assert len(desk.tokens) == 1


def test_the_name_is_asked_once_and_the_visitor_is_remembered(desk, opened):
    write(opened, "first")
    settled(opened, "first")
    visit(opened, desk)
    settled(opened, "first")  # still theirs to edit: the token was kept
    expect(opened.get_by_label("Your name").first).to_be_hidden()
    write(opened, "second")
    settled(opened, "second")
    assert [post["name"] for post in desk.posts] == ["Ana", "Ana"]


def test_it_works_where_storage_is_forbidden(desk, page):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } })"
    )
    visit(page, desk)
    write(page, "no memory")
    settled(page, "no memory")
    assert desk.texts() == ["no memory"]


def test_the_script_is_small():
    source = (WEB / "static" / "parlour" / "widget.js").read_bytes()
    assert len(gzip.compress(source, 9)) < 15_000


# --- for everyone -------------------------------------------------------------------------------------


def test_everything_can_be_done_with_the_keyboard(desk, opened):
    tab_to(opened, "input")
    opened.keyboard.type("Ana")
    opened.keyboard.press("Tab")
    opened.keyboard.type("typed only")
    opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    settled(opened, "typed only")
    tab_to(opened, ".actions button:nth-child(2)")
    opened.keyboard.press("Enter")
    opened.keyboard.type(", twice")
    opened.keyboard.press("Control+Enter")
    expect(opened.locator(".text", has_text="typed only, twice")).to_be_visible()
    assert focused(opened).text_content() == "Edit"
    tab_to(opened, ".launch")
    opened.keyboard.press("Enter")
    opened.keyboard.type("in private")
    opened.keyboard.press("Enter")
    settled(opened.get_by_role("dialog"), "in private")


def test_focus_is_visible(opened):
    tab_to(opened, "textarea")
    assert focused(opened).evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_every_control_has_a_name_and_every_list_its_role(desk, opened):
    desk.say("Hello", author="Luka", brand=False)
    expect(row(opened, "Hello")).to_be_visible()
    open_chat(opened)
    nameless = opened.evaluate(
        """() => [...document.querySelectorAll('[data-parlour]')]
          .flatMap(({shadowRoot}) => [...shadowRoot.querySelectorAll('button, input, textarea')])
          .filter((e) => !(e.ariaLabel || e.labels?.[0]?.textContent || e.textContent).trim())
          .filter((e) => !e.hidden).map((e) => e.outerHTML)"""
    )
    assert nameless == []
    expect(opened.get_by_role("dialog", name="Chat with Kruh & Co.")).to_be_visible()


def test_the_counter_shows_near_the_limit_and_too_much_is_not_sent(desk, opened):
    area = opened.get_by_label("Your comment")
    area.fill("x" * 1700)
    expect(opened.get_by_text("Characters left")).to_be_hidden()
    area.fill("x" * 1990)
    expect(opened.get_by_text("Characters left: 10")).to_be_visible()
    write(opened, "x" * 2001)
    expect(opened.get_by_role("alert").filter(has_text="Please shorten it")).to_be_visible()
    expect(area).to_be_focused()
    assert desk.posts == []


@pytest.mark.parametrize(
    ("lang", "label"),
    [("hr", "Vaš komentar"), ("de-AT", "Ihr Kommentar"), ("en", "Your comment"), ("fr", "Your comment")],
)
def test_it_speaks_the_language_of_the_page(desk, page, lang, label):
    desk.host_html = host_page(WIDGET, lang=lang)
    page.goto(desk.origin)
    expect(page.get_by_label(label)).to_be_visible()


def test_the_comments_stand_where_the_page_wants_them(desk, page):
    script = WIDGET.replace("async", 'data-target="#here" data-mode="comments" async')
    desk.host_html = host_page(script, after='<div id="here"></div>')
    visit(page, desk)
    expect(page.locator("#here > [data-parlour=comments]")).to_have_count(1)
    expect(page.get_by_role("button", name="Chat")).to_have_count(0)


@pytest.mark.parametrize("page_of", [lambda: host_page(WIDGET), bakery_page], ids=["bare", "bakery"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_contrast_enough(desk, page, scheme, page_of):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    desk.host_html = page_of()
    first = desk.say("Which loaf?", author="Luka", brand=False)
    desk.say("All of them.", parent=first.id)
    desk.say("gone", deleted=True)
    visit(page, desk)
    write(page, "Hello there")
    settled(page, "Hello there")
    write(page, "y" * 2001)
    desk.say("A private word", private=True)
    expect(page.get_by_role("button", name="New messages: 1")).to_be_visible()
    assert page.evaluate(FAINT, AA) == []
    open_chat(page)
    assert page.evaluate(FAINT, AA) == []


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_sticks_out_on_a_phone(desk, page, width):
    page.set_viewport_size({"width": width, "height": 844})
    desk.host_html = bakery_page()
    desk.say("https://example.org/" + "long" * 80, author="Nepomuk" * 12, brand=False)
    visit(page, desk)
    page.get_by_label("Your comment").fill("z" * 1990)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    dialog = open_chat(page)
    assert dialog.bounding_box()["width"] == width
    for control in dialog.get_by_role("button").all():
        assert control.bounding_box()["height"] >= 24


# Paints every colour on a pixel, so that color-mix() and transparency come out as the eye sees them.
FAINT = """(limit) => {
  const ink = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const paint = (colours) => {
    ink.clearRect(0, 0, 1, 1);
    for (const colour of colours) { ink.fillStyle = colour; ink.fillRect(0, 0, 1, 1); }
    return [...ink.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = (node) => {
    const colours = [];
    for (let at = node; at; at = at.parentElement ?? at.getRootNode().host) colours.unshift(getComputedStyle(at).backgroundColor);
    return colours;
  };
  const canvas = matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff';
  const roots = [document, ...[...document.querySelectorAll('[data-parlour]')].map((host) => host.shadowRoot)];
  const texts = roots.flatMap((root) => [...root.querySelectorAll('*:not(svg *, script, style, noscript)')])
    .filter((node) => node.checkVisibility() && [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
  return texts.flatMap((node) => {
    const backs = [canvas, ...behind(node)];
    const [a, b] = [light(paint(backs)), light(paint([...backs, getComputedStyle(node).color]))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    return ratio < limit ? [`${ratio.toFixed(2)} ${node.textContent.trim().slice(0, 40)}`] : [];
  });
}"""
