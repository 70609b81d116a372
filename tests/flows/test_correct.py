"""People say what a message means: beside the machine, exported, learnt from, and switched on by a person only."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from parlour.apps.accounts.models import LogEntry, User
from parlour.apps.clients.models import Channel, Client, Role
from parlour.apps.clients.queries import NotThere
from parlour.apps.inbox.models import Conversation, Message, Verdict
from parlour.apps.moderation import fits
from parlour.apps.moderation.models import Fit
from parlour.core.judgement import Kind
from parlour.core.judgement import corrections as learning
from parlour.core.roles import NotAllowed
from parlour.flows import correct, judging
from tests.flows import moderation_watch as watch
from tests.flows.moderation_watch import Cast, Platform, Scenario
from tests.visitor import Visitor, work_all

pytestmark = pytest.mark.django_db
CHATTER = Scenario(kind=Kind.CHATTER, may_hide=False)


@pytest.fixture
def cast(website: Channel, bakery: Client, maja: User, person: Callable[..., User], now: datetime) -> Cast:
    supervisor = person("supervisor", bakery, role=Role.SUPERVISOR)
    return Cast(website, maja, maja, supervisor, now, Platform())


def say(cast: Cast, kind: Kind, scenario: Scenario = CHATTER) -> Message:
    message = watch.write(cast, watch.judgement_of(scenario))
    correct.correct(message=message, kind=kind, user=cast.maja, now=cast.now)
    message.refresh_from_db()
    return message


def test_a_correction_stands_beside_the_verdict(cast: Cast) -> None:
    message = say(cast, Kind.COMPLAINT)
    machine, person = Verdict.objects.order_by("id")
    assert (machine.kind, machine.maker) == ("chatter", "model test")
    assert (person.kind, person.maker, person.user) == ("complaint", f"user {cast.maja.pk}", cast.maja)
    assert (message.kind, Conversation.objects.get().kind) == ("complaint", "complaint")
    assert LogEntry.objects.get(verb="corrected").detail == {"was": "chatter", "is": "complaint"}


def test_what_is_a_complaint_after_all_waits_for_an_answer(cast: Cast) -> None:
    message = say(cast, Kind.COMPLAINT)
    assert Conversation.objects.get().waiting_since == message.sent_at


def test_what_is_spam_after_all_waits_for_none(cast: Cast) -> None:
    say(cast, Kind.SPAM, Scenario(kind=Kind.QUESTION, may_hide=False))
    assert Conversation.objects.get().waiting_since is None


def test_strangers_and_analysts_correct_nothing(
    cast: Cast, stranger: User, person: Callable[..., User], bakery: Client
) -> None:
    message = watch.write(cast, watch.judgement_of(CHATTER))
    for who, why in ((stranger, NotThere), (person("ines", bakery, role=Role.ANALYST), NotAllowed)):
        with pytest.raises(why):
            correct.correct(message=message, kind=Kind.SPAM, user=who, now=cast.now)
    assert Verdict.objects.count() == 1


def test_corrections_are_exported_with_what_the_machine_said(cast: Cast) -> None:
    message = say(cast, Kind.COMPLAINT)
    (line,) = correct.exported(client_id=message.client_id)
    assert (line["label"], line["was"], line["text"], line["client"]) == (
        "complaint",
        "chatter",
        watch.TEXT,
        "kruh",
    )


def test_the_newest_correction_counts(cast: Cast) -> None:
    message = say(cast, Kind.COMPLAINT)
    correct.correct(message=message, kind=Kind.PRAISE, user=cast.maja, now=cast.now)
    assert [line["label"] for line in correct.exported(client_id=message.client_id)] == ["praise"]


@pytest.fixture
def learnt(cast: Cast) -> Fit:
    torn = watch.judgement_of(CHATTER)
    torn = replace(torn, scores={**torn.scores, Kind.CHATTER: 0.5, Kind.COMPLAINT: 0.4})
    for _ in range(learning.FEWEST):
        message = watch.write(cast, torn)
        correct.correct(message=message, kind=Kind.COMPLAINT, user=cast.maja, now=cast.now)
    assert correct.learn_due(now=cast.now) == 1
    return Fit.objects.get()


def test_too_few_teach_nothing(cast: Cast) -> None:
    say(cast, Kind.COMPLAINT)
    assert correct.learn_due(now=cast.now) == 0


def test_a_fit_shows_its_figures_and_is_off(learnt: Fit) -> None:
    assert learnt.after > learnt.before
    assert learnt.held_back > 10
    assert fits.in_use() == {}


def test_a_second_run_learns_nothing_new(cast: Cast, learnt: Fit) -> None:
    assert correct.learn_due(now=cast.now + timedelta(hours=1)) == 0
    assert correct.learn_due(now=cast.now + timedelta(days=1)) == 0  # no correction since
    say(cast, Kind.COMPLAINT)
    assert correct.learn_due(now=cast.now + timedelta(days=1)) == 1


def test_only_who_may_switches_it_on(cast: Cast, learnt: Fit, stranger: User) -> None:
    for who, why in ((stranger, NotThere), (cast.maja, NotAllowed)):
        with pytest.raises(why):
            correct.switch(fit=learnt, on=True, user=who, now=cast.now)
    assert fits.in_use() == {}
    correct.switch(fit=learnt, on=True, user=cast.supervisor, now=cast.now)
    assert list(fits.in_use()) == [learnt.client_id]
    correct.switch(fit=learnt, on=False, user=cast.supervisor, now=cast.now)
    assert fits.in_use() == {}


def test_what_is_switched_on_is_used_for_what_comes_in(cast: Cast, learnt: Fit) -> None:
    Fit.objects.update(offsets={Kind.COMPLAINT.value: 8.0})
    Visitor(cast.channel).write("What a lovely day it is today.", now=cast.now)
    work_all(cast.now)
    correct.switch(fit=Fit.objects.get(), on=True, user=cast.supervisor, now=cast.now)
    Visitor(cast.channel).write("What a lovely day it was today.", now=cast.now)
    work_all(cast.now)
    before, after = Verdict.objects.order_by("-id")[:2][::-1]
    assert before.scores["complaint"] < 0.5 < after.scores["complaint"]
    assert after.complaint_like


def test_the_same_text_from_many_is_counted_and_a_repeat_is_not(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "floods", judging.Floods())
    for number in range(4):
        text = f"Win a free phone now, just click the link in my profile page{'!' * number}"
        Visitor(cast.channel, name=f"Bot {number}").write(text, now=cast.now)
    work_all(cast.now)
    assert sorted(Verdict.objects.values_list("copies", flat=True)) == [1, 2, 3, 4]
