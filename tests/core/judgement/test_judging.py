"""What the shipped model says of plain cases, and what it must never do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parlour.core import judgement
from parlour.core.judgement import UNKNOWN, ClientWords, Context, Correction, Kind, Message, Severity, Target


def judged(text, context=None, **fields):
    return judgement.judge([Message(text, **fields)], context or Context())[0]


@pytest.mark.parametrize(
    "text",
    [
        "you fucking idiots charged me twice, refund me",
        "the damn app crashed again and my order is gone",
        "your driver called me a stupid cow when I asked for the ramp",
        "ihr Idioten habt mir doppelt abgebucht, ich will mein Geld zurück",
        "idioti, naplatili ste mi dvaput, vratite novce",
        "imbéciles, me habéis cobrado dos veces el mismo pedido",
        "My son had an allergic reaction, you bastards, and nobody answers the phone",
    ],
)
def test_a_complaint_stays_however_it_is_put(text):
    found = judged(text)
    assert not found.hide
    assert found.complaint_like


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("you are all pathetic scum, rot in hell you bastards", "en"),
        ("ihr seid der letzte Abschaum, verreckt ihr Arschlöcher", "de"),
        ("jebite se gadovi smrdljivi, crknite dabogda", "hr"),
        ("sois unos hijos de puta, ojalá os pudráis en el infierno", "es"),
    ],
)
def test_abuse_with_nothing_to_solve_is_hidden(text, language):
    found = judged(text)
    assert found.hide
    assert found.kind is Kind.INSULT
    assert found.language == language
    assert found.severity >= Severity.SERIOUS


def test_anger_in_emoji_makes_no_insult_of_a_complaint():
    found = judged("I pay for wifi and it does not work on flight 735 " + "😡" * 30)
    assert not found.hide
    assert found.kind is Kind.COMPLAINT


def test_disguised_abuse_is_hidden_as_well():
    assert judged("y0u are all p@thetic $cum, r0t in hell you b a s t a r d s").hide


@pytest.mark.parametrize("text", ["", " ", "👍", "?", "ok", "\x00", "@user", "а" * 9000])
def test_next_to_nothing_is_never_hidden(text):
    assert not judged(text).hide


@pytest.mark.parametrize(
    "text",
    [
        "siz hepiniz aptalsınız, defolun gidin buradan",
        "вы все идиоты и ничтожества, горите в аду",
        "あなたたちは最低だ",
    ],
)
def test_a_language_that_cannot_be_judged_is_left_to_a_person(text):
    found = judged(text)
    assert not found.hide
    assert found.unsure or found.language == "hr"


def test_the_verdict_says_who_made_it():
    found = judged("thanks, lovely bread")
    assert (found.maker, found.version) == (judgement.MAKER, judgement.shipped_version())


def test_reasons_quote_the_text_as_it_was_written():
    reasons = [
        str(reason)
        for reason in judged(
            "My order never came, I have waited three weeks and I want my REFUND now"
        ).reasons
    ]
    assert any("'REFUND'" in reason for reason in reasons)


def test_a_stricter_operating_point_hides_no_more():
    texts = [
        Message(text)
        for text in ("you absolute clowns", "scum", "what a bunch of crooks", "shut up you idiot")
    ]
    loose = judgement.judge(texts, Context(one_complaint_in=50))
    strict = judgement.judge(texts, Context(one_complaint_in=10_000))
    assert sum(one.hide for one in strict) <= sum(one.hide for one in loose)
    assert not any(one.hide and not other.hide for one, other in zip(strict, loose, strict=True))


def test_a_quoted_parent_is_not_the_writers_own_word():
    parent = "you are all stupid fucking idiots"
    assert not judged(f"{parent} - who writes such things? please be kind", parent=parent).hide


def test_a_clients_curse_counts_and_its_harmless_word_does_not():
    curse = Context(words=ClientWords(curses={"": ("penguin",)}))
    assert judged("you penguin", curse).scores[Kind.INSULT] >= 0.8
    harmless = Context(words=ClientWords(harmless={"en": ("bastard ale",)}))
    plain, known = judged("two Bastard Ale please"), judged("two Bastard Ale please", harmless)
    assert known.scores[Kind.INSULT] < plain.scores[Kind.INSULT]


def test_staff_named_by_the_client_is_the_target():
    assert judged("Ivana is so slow", Context(words=ClientWords(staff=("Ivana",)))).target is Target.EMPLOYEE


def test_a_correction_moves_the_scores():
    more = Context(correction=Correction("c1", {Kind.COMPLAINT: 2.0}))
    assert (
        judged("hm, the bread", more).scores[Kind.COMPLAINT] > judged("hm, the bread").scores[Kind.COMPLAINT]
    )


def test_a_hint_settles_a_language_that_the_text_leaves_open():
    assert judged("ok super", language="sr-Latn").language == "hr"
    assert judged("おはよう").language == UNKNOWN


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_text_is_judged_alone_as_in_company(texts):
    together = judgement.judge([Message(text) for text in texts])
    assert len(together) == len(texts)
    for text, found in zip(texts, together, strict=True):
        alone = judged(text)
        assert (alone.kind, alone.hide, alone.language) == (found.kind, found.hide, found.language)
        assert all(0 <= score <= 1 for score in found.scores.values())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_what_looks_like_a_complaint_or_critical_is_never_hidden(text):
    found = judged(text)
    assert not (found.hide and (found.complaint_like or found.critical))
