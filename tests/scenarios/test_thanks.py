"""Thanks, from those who were introduced to whoever introduced them."""

from playground import SeenMessage
from tests.scenarios.conftest import Town
from tests.scenarios.test_introductions import brought_together, last, private, says


def introduced(town: Town) -> SeenMessage:
    """Tom has brought Ana and José together; the group message."""
    tom = town.member("Tom")
    says(town, tom, "please introduce Ana Ruiz to José Ferreira, both love maps")
    for one in (town.member("Ana"), town.member("José")):
        one.press(last(town, one, "would like to introduce you"), "Yes, introduce us")
    together = brought_together(town)
    assert town.wellmet.worker.settle()
    return together


def test_a_heart_on_the_introduction_thanks_the_connector_once_and_can_be_undone(town: Town) -> None:
    tom, ana, jose = (town.member(name) for name in ("Tom", "Ana", "José"))
    together = introduced(town)
    tom.react(together, "heart")
    jose.react(together, "eyes")
    ana.react(together, "heart")
    ana.react(together, "tada")
    noted = last(town, ana, "Noted: you thank Tom Berger for the introduction to José Ferreira")
    last(town, tom, "Ana Ruiz thanks you for introducing them to José Ferreira")
    assert town.wellmet.worker.settle()
    assert private(tom).count("thanks you") == 1
    assert "you thank" not in private(jose)
    ana.press(noted, "Undo")
    last(town, tom, "Ana Ruiz has taken back what stood here")
    last(town, ana, "Taken back: your thanks to Tom Berger")


def test_the_button_opens_a_draft_and_what_is_sent_is_what_the_connector_reads(town: Town) -> None:
    tom, ana = town.member("Tom"), town.member("Ana")
    introduced(town)
    says(town, ana, "met José Ferreira today about the old harbour maps")
    ana.press(last(town, ana, "You are introduced to José Ferreira"), "Thank Tom Berger")
    assert ana.submit({"Your words": "You knew it all along. Thank you!"}) is None
    read = last(town, tom, "Ana Ruiz thanks you").text
    assert "You knew it all along" in read
    assert "They met on Tue 24 Nov 2026" in read
    assert "harbour" not in private(tom)
    ana.open_home()
    assert "To thank" not in town.until(ana.home).words


def test_thanks_alone_opens_a_form(town: Town) -> None:
    ana, linn = town.member("Ana"), town.member("Linn")
    ana.command("/thanks", "", channel="#general")
    ana.fill(ana.view(), {"Whom would you like to thank?": "Linn O'Carroll"})
    assert ana.submit({"Your words": "The fair was lovely."}) is None
    assert "The fair was lovely." in last(town, linn, "Ana Ruiz thanks you").text
