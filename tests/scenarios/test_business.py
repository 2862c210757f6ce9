"""Business between members, each side as its people read it: told, confirmed, set right, won; read by nobody else."""

from playground import Person, SeenMessage
from tests.scenarios.conftest import Town
from tests.scenarios.test_introductions import last, private, says

BAKERY = "Tom sent me a client, Hofmann Bakery, worth €2,500"
CAST = ("Linn", "Maya", "Sam Okafor", "Sam Tanner", "Tom", "Ana", "José", "Priya")


def next_morning(town: Town, who: Person, holding: str) -> SeenMessage:
    """What Wellmet says of its own accord."""
    town.clock.forward(days=1)
    town.wellmet.worker.wake()
    return last(town, who, holding)


def everybody_else_reads_nothing_of(town: Town, words: tuple[str, ...], *two: Person) -> None:
    """All that everybody but the two concerned sees anywhere, and on Home."""
    for name in CAST:
        somebody = town.member(name)
        if somebody.id in {one.id for one in two}:
            continue
        somebody.open_home()
        town.until(somebody.home)
        read = "\n".join(message.text for message in somebody.inbox()) + somebody.home().words
        assert not [word for word in words if word in read], f"{name} reads {read}"


def test_a_referral_is_told_confirmed_and_won_between_the_two_alone(town: Town) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    noted = says(town, maya, BAKERY)
    assert "Noted: Tom Berger sent you a client, Hofmann Bakery, worth 2,500 EUR" in noted.text
    question = next_morning(town, tom, "Is that right?")
    assert "you sent them a client, Hofmann Bakery" in question.text
    tom.press(question, "Confirm")
    town.until(lambda: "Confirmed by you both" in noted.text)
    his = last(town, tom, "You sent Maya Patel a client")
    town.restart()
    maya.press(noted, "Won")
    town.until(lambda: "Won: business came of it" in his.text)
    assert "Tom Berger: received 1 referral, 1 won: 2,500 EUR" in says(town, maya, "my stats for 2026").text
    assert "Maya Patel: sent 1 referral, 1 won: 2,500 EUR" in says(town, tom, "my stats for 2026").text
    everybody_else_reads_nothing_of(town, ("Hofmann", "2,500"), maya, tom)


def test_what_is_not_right_is_set_right_in_a_form_and_goes_back(town: Town) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    noted = says(town, maya, BAKERY)
    question = next_morning(town, tom, "Is that right?")
    tom.press(question, "That's not right")
    assert tom.submit({"Worth": "a lot"}) is not None
    assert tom.submit({"Worth": "2,800.50"}) is None
    back = next_morning(town, maya, "set right what you noted")
    assert "2,800.50 EUR" in back.text
    maya.press(back, "Confirm")
    town.until(lambda: "Confirmed by you both" in noted.text)
    his = last(town, tom, "You sent Maya Patel a client")
    assert "2,800.50 EUR" in his.text
    maya.press(noted, "Undo")
    town.until(lambda: "has taken back" in his.text)
    town.until(lambda: "Hofmann" not in private(tom))  # the question is brought up to date after it
    town.until(lambda: "Put it back" in noted.buttons)
    maya.press(noted, "Put it back")
    town.until(lambda: "2,800.50 EUR" in his.text)


def test_a_partnership_is_agreed_shown_and_ends_with_a_reminder_to_both(town: Town) -> None:
    ana, linn = town.member("Ana"), town.member("Linn")
    noted = says(town, ana, "signed an agreement with Linn on museum nights until 31 December")
    assert "are partners on paper" in noted.text
    question = next_morning(town, linn, "noted that you two are partners on paper")
    linn.press(question, "Confirm")
    town.until(lambda: "Confirmed by you both" in noted.text)
    assert "Ana Ruiz are partners on paper" in says(town, linn, "who am I partnered with?").text
    town.clock.forward(days=20)
    town.wellmet.worker.wake()
    for who in (ana, linn):
        assert "museum nights" in last(town, who, "This ends soon").text
    linn.press(last(town, linn, "This ends soon"), "Renew")
    assert linn.submit({"Until": "2027-12-31"}) is None
    again = next_morning(town, ana, "set right what you noted")
    assert "until Fri 31 Dec 2027" in again.text
    everybody_else_reads_nothing_of(town, ("museum",), ana, linn)


def test_home_asks_what_waits_and_shows_give_and_receive(town: Town) -> None:
    maya, tom = town.member("Maya"), town.member("Tom")
    says(town, maya, BAKERY)
    next_morning(town, tom, "Is that right?")
    tom.open_home()
    town.until(lambda: tom.home() and "Is this right?" in tom.home().words)
    tom.press_home("Confirm")
    town.until(lambda: "Is this right?" not in tom.home().words)
    tom.press_home("Give and receive")
    assert tom.submit({"With whom": "Maya Patel"}) is None
    assert tom.view().title == "Wellmet"
    assert "You sent them 1 referral" in tom.view().words
    tom.press_home("Note a referral")
    filled = {
        "With whom": "Ana Ruiz",
        "Who sent it": "I sent it to them",
        "Client": "Acme",
        "Worth": "3k",
        "Currency": "gbp",
    }
    assert tom.submit(filled) is None
    assert "you sent Ana Ruiz a client, Acme, worth 3,000 GBP" in last(town, tom, "Acme").text
