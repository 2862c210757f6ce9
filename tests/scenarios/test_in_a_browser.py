"""The page of the playground, in a real browser: what a newcomer sees and does."""

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.scenarios.conftest import Town

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# What keeps a browser from calling home, and lets it run as root in a container.
PATIENCE = 20_000  # milliseconds; a busy machine is slow, and no test is the faster for giving up early
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on PATH to look at the page with"),
    pytest.mark.parametrize("ground", [("http", "sqlite")], ids=["http and sqlite"]),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, town: Town) -> Iterator[Page]:
    """The page as Maya sees it first; whatever it complains about fails the test."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.set_default_timeout(PATIENCE)
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda problem: complaints.append(str(problem)))
    page.goto(town.playground.url)
    act_as(page, "Maya Patel")
    page.get_by_role("navigation").get_by_role("button", name="Wellmet").click()
    page.get_by_role("tab", name="Messages").click()
    yield page
    page.close()
    assert complaints == []


def act_as(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"Act as {name}").click()
    expect(page.locator("#top .as")).to_have_text(f"as {name}")


def say(page: Page, words: str) -> None:
    box = page.get_by_role("textbox", name="Write a message")
    box.fill(words)
    box.press("Escape")  # closes what the page suggests, so that Enter sends
    box.press("Enter")


def test_a_sentence_is_read_back_and_undone_in_its_place(page: Page) -> None:
    say(page, "met Linn at the Young Gallery yesterday")
    noted = page.locator("article.from-app").last
    expect(noted).to_contain_text("Noted: you met Linn O'Carroll at the Young Gallery on Mon 23 Nov 2026.")
    noted.get_by_role("button", name="Undo").click()
    expect(noted).to_contain_text("Undone: your meeting with Linn O'Carroll")
    noted.get_by_role("button", name="Put it back").click()
    expect(noted).to_contain_text("Noted:")
    expect(page.locator("article.from-app")).to_have_count(1)


def test_two_people_of_one_name_are_told_apart_with_a_button(page: Page) -> None:
    say(page, "had coffee with Sam this morning")
    question = page.locator("article.from-app").last
    expect(question).to_contain_text("Which Sam did you meet")
    question.get_by_role("button", name="Sam Tanner").click()
    expect(question).to_contain_text("Noted: you met Sam Tanner")


def test_the_form_says_what_is_missing_and_then_saves(page: Page) -> None:
    say(page, "/met")
    form = page.get_by_role("dialog")
    expect(form).to_contain_text("Note a meeting")
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_visible()  # nobody was chosen
    who = form.get_by_role("combobox")
    who.fill("Priya")
    form.get_by_role("option").filter(has_text="Priya Nair").click()
    form.get_by_label("Where").fill("the harbour")
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    expect(page.locator("article.from-app").last).to_contain_text("Priya Nair")
    expect(page.locator("article.from-app").last).to_contain_text("at the harbour")


def test_escape_closes_a_form_and_gives_the_focus_back(page: Page) -> None:
    say(page, "/met")
    form = page.get_by_role("dialog")
    expect(form).to_be_visible()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()


def test_buttons_in_windows_open_others_above_and_lead_back(page: Page) -> None:
    say(page, "can't recommend Linn enough for portraits")
    expect(page.locator("article.from-app").last).to_contain_text("Noted: you recommend")
    page.get_by_role("tab", name="Home").click()
    page.get_by_role("button", name="Everything you noted").click()
    window = page.get_by_role("dialog")
    expect(window).to_contain_text("You recommend Linn O'Carroll for portraits")
    window.get_by_role("button", name="Open").click()
    window.get_by_role("button", name="Undo").click()
    expect(window).to_contain_text("Taken back: you recommend")
    window.get_by_role("button", name="Back", exact=True).click()
    expect(window).to_contain_text("Nothing is noted yet")
    page.keyboard.press("Escape")
    expect(window).to_be_hidden()


def test_home_shows_the_meetings_of_whom_one_acts_as_and_of_nobody_else(page: Page) -> None:
    say(page, "met Tom yesterday about the roof")
    expect(page.locator("article.from-app").last).to_contain_text("Tom Berger")
    page.get_by_role("tab", name="Home").click()
    expect(page.locator(".home")).to_contain_text("about the roof")
    act_as(page, "Tom Berger")
    expect(page.locator(".home")).to_contain_text("Whom did you meet?")
    expect(page.locator(".home")).not_to_contain_text("the roof")


def test_edit_on_home_opens_the_meeting_and_changes_it(page: Page) -> None:
    say(page, "met Tom yesterday")
    expect(page.locator("article.from-app").last).to_contain_text("Tom Berger")
    page.get_by_role("tab", name="Home").click()
    page.locator(".home").get_by_role("button", name="Edit").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Topic").fill("the new roof")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".home")).to_contain_text("about the new roof")


@pytest.mark.parametrize("topic", ["<script>alert(1)</script>", "<!channel> *bold* <@U1>", "&lt;b&gt; `code`"])
def test_what_was_typed_is_shown_and_never_done(page: Page, topic: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    say(page, f"met Linn yesterday about {topic}")
    noted = page.locator("article.from-app").last
    expect(noted).to_contain_text("Noted: you met Linn O'Carroll")
    assert noted.locator(".mention, script, code").count() == 0


def test_a_mention_in_a_channel_is_answered_to_its_writer_alone(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("button", name=re.compile("general")).click()
    say(page, "@Wellmet met Linn yesterday")
    expect(page.locator("article.ephemeral")).to_contain_text("Only visible to you")
    act_as(page, "Tom Berger")
    expect(page.locator("article.ephemeral")).to_have_count(0)


def test_the_traffic_behind_a_sentence_can_be_looked_at(page: Page) -> None:
    say(page, "met Linn yesterday")
    expect(page.locator("article.from-app").last).to_contain_text("Noted")
    page.get_by_role("button", name="Behind the scenes").click()
    expect(page.locator("#panel")).to_contain_text("chat.postMessage")


@pytest.mark.parametrize("width", [1280, 700, 400])
def test_nothing_runs_off_the_side(page: Page, width: int) -> None:
    say(page, "met Linn yesterday about " + "a long story " * 30)
    expect(page.locator("article.from-app").last).to_contain_text("Noted")
    page.set_viewport_size({"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def test_undo_and_back_again_need_no_mouse(page: Page) -> None:
    say(page, "met Linn yesterday")
    noted = page.locator("article.from-app").last
    noted.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(noted).to_contain_text("Undone:")
    expect(focused(page)).to_have_text("Put it back")
    page.keyboard.press("Enter")
    expect(noted).to_contain_text("Noted:")


def test_what_others_do_meanwhile_leaves_the_focus_where_it_was(page: Page, town: Town) -> None:
    say(page, "met Linn yesterday")
    page.locator("article.from-app").last.get_by_role("button", name="Edit").focus()
    town.member("Tom").say("#general", "Lunch?")
    expect(page.get_by_role("navigation").get_by_role("button", name=re.compile("general"))).to_contain_text("1")
    expect(focused(page)).to_have_text("Edit")


def test_a_form_keeps_the_keyboard_to_itself_and_escape_closes_it_from_everywhere(page: Page) -> None:
    say(page, "/met")
    form = page.get_by_role("dialog")
    expect(form).to_be_visible()
    for _ in range(24):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('.veil')")
    form.get_by_role("heading").click()
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    expect(focused(page)).to_have_attribute("aria-label", "Write a message")


def test_enter_on_a_name_that_is_not_chosen_yet_does_not_send_the_form(page: Page) -> None:
    say(page, "/met")
    form = page.get_by_role("dialog")
    who = form.get_by_role("combobox")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_have_count(1)
    who.fill("Priya")
    who.press("Enter")
    form.get_by_role("option").filter(has_text="Priya Nair").click()
    expect(form.get_by_role("alert")).to_have_count(0)
    who.press("Enter")
    expect(page.locator("article.from-app").last).to_contain_text("Priya Nair")


def test_new_answers_come_into_view_also_when_the_page_has_become_narrower(page: Page) -> None:
    for day in range(1, 9):
        say(page, f"met Linn on {day} November about " + "a long story " * 12)
        expect(page.locator("article.from-app").last).to_contain_text(f" {day} Nov")
    page.get_by_role("button", name="Behind the scenes").click()
    expect(page.locator("#panel")).to_contain_text("chat.postMessage")
    say(page, "met Tom yesterday")
    expect(page.locator("article.from-app").last).to_contain_text("Tom Berger")
    expect(page.locator("article.from-app").last).to_be_in_viewport(ratio=0.9)


def test_a_message_s_tools_are_reached_with_the_keyboard(page: Page) -> None:
    say(page, "met Linn yesterday")
    noted = page.locator("article.from-app").last
    noted.get_by_role("button", name="About Linn").focus()
    page.keyboard.press("Tab")
    for _ in range(3):  # past three reactions
        page.keyboard.press("ArrowRight")
    expect(focused(page)).to_have_attribute("aria-label", "Reply in a thread")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_contain_text("0 replies")


def test_what_is_written_before_the_new_place_has_arrived_belongs_to_it(page: Page) -> None:
    page.route("**/page/messages?*", lambda route: None)  # its messages stay on their way
    page.get_by_role("navigation").get_by_role("button", name=re.compile("general")).click()
    box = page.get_by_role("textbox", name="Write a message")
    expect(box).to_have_attribute("placeholder", "Message #general")
    box.fill("Hello all")
    page.unroute("**/page/messages?*")
    page.get_by_role("navigation").get_by_role("button", name="Wellmet").click()
    expect(page.get_by_role("tab", name="Messages")).to_be_visible()
    expect(box).to_have_value("")
    page.get_by_role("navigation").get_by_role("button", name=re.compile("general")).click()
    expect(box).to_have_value("Hello all")
