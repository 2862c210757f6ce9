"""Makes the pictures of the documents anew, from the playground itself in headless Chromium: `make pictures`."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import story_pictures as story
from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).parent / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


@contextmanager
def playground() -> Iterator[str]:
    """The address of a playground that runs until the end of the block."""
    command = [sys.executable, "-m", "wellmet", "playground", "--no-open", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            for line in process.stdout or ():
                if found := re.search(r"http://\S+", line):
                    yield found.group(0)
                    break
        finally:
            process.terminate()


def say(page: Page, words: str) -> None:
    """Write it as a person would, and wait for the answer."""
    box = page.get_by_role("textbox", name="Write a message")
    box.fill(words)
    box.press("Escape")
    box.press("Enter")
    page.wait_for_timeout(900)


def take(page: Page, name: str) -> None:
    """Keep the page as it stands."""
    page.screenshot(path=HERE / f"{name}.png")


def act_as(page: Page, name: str) -> None:
    """Change who one is, in the conversation with Wellmet."""
    page.get_by_role("button", name=f"Act as {name}").click()
    page.get_by_role("navigation").get_by_role("button", name="Wellmet", exact=True).click()
    page.wait_for_timeout(900)


def press(page: Page, label: str) -> None:
    """The newest button of that label."""
    page.get_by_role("button", name=label).last.click()
    page.wait_for_timeout(1500)


def introduce(page: Page) -> None:
    """Ana asks for Priya; Maya, who knows both, and Priya agree."""
    act_as(page, "Ana Ruiz")
    say(page, "could somebody introduce me to Priya Nair about funding the print festival?")
    page.wait_for_timeout(900)
    if page.get_by_role("button", name="Yes, that's it").count():
        press(page, "Yes, that's it")
    take(page, "introduction-asked")
    press(page, "Ask privately")
    act_as(page, "Maya Patel")
    take(page, "introduction-connector")
    press(page, "I'll introduce them")
    act_as(page, "Priya Nair")
    take(page, "introduction-target")
    press(page, "Yes, introduce us")
    page.get_by_role("navigation").get_by_role("button", name=re.compile("Ana")).last.click()
    page.wait_for_timeout(1200)
    take(page, "introduction-together")


def draw(page: Page) -> None:
    """Every picture, in the order of the documents."""
    introduce(page)
    act_as(page, "Maya Patel")
    say(page, "had coffee with Sam this morning about the harbour")
    take(page, "conversation")
    page.get_by_role("tab", name="Home").click()
    page.wait_for_timeout(600)
    take(page, "home")
    page.get_by_role("tab", name="Messages").click()
    say(page, "/met")
    page.get_by_role("dialog").get_by_role("combobox").fill("sa")
    page.wait_for_timeout(600)
    take(page, "form")


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with playground() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1180, "height": 760})
        page.goto(address)
        page.wait_for_timeout(800)
        draw(page)
        browser.close()
    with story.weeks() as here, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1180, "height": 760})
        page.goto(here.playground.url)
        page.wait_for_timeout(800)

        def look(name: str, who: str) -> None:
            act_as(page, who)
            take(page, name)

        story.tell(here, look)
        browser.close()


if __name__ == "__main__":
    main()
