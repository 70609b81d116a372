"""The model's guess, a hint and a second look settle the language; on doubt it stays unknown."""

from parlour.core.judgement.languages import normal, told
from parlour.core.judgement.values import UNKNOWN

GERMAN = "Ich warte seit drei Wochen auf mein Paket und niemand antwortet mir"


def test_croatian_serbian_and_bosnian_are_one():
    assert {normal("sr-Latn"), normal("bs"), normal("hr_HR")} == {"hr"}


def test_a_sure_guess_stands():
    assert told(GERMAN, hint="", guess="de", certainty=0.9) == "de"


def test_a_hint_settles_a_short_text():
    assert told("ok super", hint="sr", guess="de", certainty=0.99) == "hr"


def test_a_long_clear_text_overrules_a_hint():
    assert told(GERMAN, hint="en", guess="de", certainty=0.99) == "de"


def test_an_unsure_guess_stands_only_when_the_second_look_agrees():
    assert told(GERMAN, hint="", guess="de", certainty=0.4) == "de"
    assert told(GERMAN, hint="", guess="en", certainty=0.4) == UNKNOWN


def test_letters_that_we_cannot_read_are_unknown_whatever_the_hint():
    assert told("おはようございます", hint="en", guess="en", certainty=0.99) == UNKNOWN
