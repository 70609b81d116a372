"""Hiding, correcting, agreeing and certifying in the pages."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.urls import reverse

from parlour.apps.accounts.models import User
from parlour.apps.clients.models import Agreement, Channel, Client, Role
from parlour.apps.inbox.models import Message, Verdict
from parlour.apps.moderation.models import Act, PreModeration, Reading
from parlour.connectors import registry
from parlour.core.judgement import Kind
from parlour.core.moderation import Action, Clause, Decider, Subject
from parlour.flows import moderate
from tests.conftest import PASSWORD
from tests.flows import moderation_watch as watch
from tests.flows.moderation_watch import SECOND, Cast, Platform, Scenario

pytestmark = pytest.mark.django_db
BY_PEOPLE = Clause(1, Subject.INSULT, Action.HIDE, Decider.PERSON, "Insults are hidden by us.", 1)
HTMX = {"HX-Request": "true"}


@pytest.fixture
def cast(
    monkeypatch: pytest.MonkeyPatch,
    website: Channel,
    bakery: Client,
    maja: User,
    person: Callable[..., User],
) -> Cast:
    from django.utils import timezone

    platform = Platform()
    monkeypatch.setitem(registry._CONNECTORS, "website", platform)
    supervisor = person("supervisor", bakery, role=Role.SUPERVISOR)
    cast = Cast(website, maja, maja, supervisor, timezone.now() - timedelta(minutes=1), platform)
    platform.clock = lambda: cast.now
    return cast


def browser_of(user: User) -> Browser:
    browser = Browser()
    assert browser.login(username=user.email, password=PASSWORD)
    return browser


def page(user: User, name: str, *numbers: int) -> str:
    answer = browser_of(user).get(reverse(name, args=numbers))
    assert answer.status_code == 200
    return answer.content.decode()


def post(user: User, name: str, *numbers: int, **fields: object) -> int:
    return browser_of(user).post(reverse(name, args=numbers), fields, headers=HTMX).status_code


def work(cast: Cast) -> None:
    from django.utils import timezone

    while moderate.work(now=timezone.now()):
        pass


def insult(cast: Cast, **changes: object) -> Message:
    return watch.write(cast, watch.judgement_of(watch.vary(Scenario(), **changes)))


def test_the_question_names_the_clause_and_the_answer_hides(cast: Cast) -> None:
    watch.sign(cast, BY_PEOPLE)
    message = insult(cast)
    asked = page(cast.maja, "moderate_message", message.pk)
    assert "Insults are hidden by us." in asked
    assert "leaves the decision to people" in asked  # why the machine left it
    assert post(cast.maja, "moderate_message", message.pk, action="hide", reason="rude") == 200
    work(cast)
    shown = page(cast.maja, "conversation", message.conversation_id)
    assert watch.TEXT in shown  # still readable to us
    assert "clause 1, version 1" in shown
    assert watch.TEXT in page(cast.maja, "act", Act.objects.get().pk)
    assert post(cast.maja, "unhide_message", message.pk) == 200
    work(cast)
    message.refresh_from_db()
    assert message.hidden_at is None


def test_without_a_clause_the_page_says_why_and_does_nothing(cast: Cast) -> None:
    message = insult(cast)
    assert "signed no moderation agreement" in page(cast.maja, "moderate_message", message.pk)
    assert post(cast.maja, "moderate_message", message.pk, action="hide") == 422
    assert post(cast.maja, "unhide_message", message.pk) == 422
    assert not Act.objects.exists()


def test_the_second_person_answers_on_the_page(cast: Cast) -> None:
    watch.sign(cast, BY_PEOPLE)
    message = insult(cast, complaint_like=True)
    assert "may be a genuine complaint" in page(cast.maja, "moderate_message", message.pk)
    assert post(cast.maja, "moderate_message", message.pk, action="hide") == 200
    act = Act.objects.get()
    assert watch.TEXT in page(cast.supervisor, "moderation_waiting")
    assert reverse("agree_to_act", args=[act.pk]) not in page(
        cast.maja, "conversation", message.conversation_id
    )
    assert reverse("agree_to_act", args=[act.pk]) in page(
        cast.supervisor, "conversation", message.conversation_id
    )
    assert post(cast.maja, "agree_to_act", act.pk) == 403
    assert post(cast.supervisor, "agree_to_act", act.pk) == 200
    assert post(cast.supervisor, "refuse_act", act.pk) == 422  # decided already
    work(cast)
    message.refresh_from_db()
    assert message.hidden_at is not None


def test_a_supervisor_cannot_say_yes_to_themselves(cast: Cast) -> None:
    watch.sign(cast, BY_PEOPLE)
    message = insult(cast, unsure=True)
    assert post(cast.supervisor, "moderate_message", message.pk, action="hide") == 200
    assert post(cast.supervisor, "agree_to_act", Act.objects.get().pk) == 422
    assert Act.objects.get().state == "proposed"


def test_the_list_of_what_waits_shows_only_ones_own_clients(cast: Cast, stranger: User) -> None:
    watch.sign(cast, BY_PEOPLE)
    message = insult(cast, unsure=True)
    post(cast.maja, "moderate_message", message.pk, action="hide")
    assert watch.TEXT not in page(stranger, "moderation_waiting")


def test_a_kind_is_corrected_in_one_press(cast: Cast) -> None:
    message = insult(cast)
    asked = page(cast.maja, "correct_message", message.pk)
    assert all(f'value="{kind}"' in asked for kind in Kind)
    assert post(cast.maja, "correct_message", message.pk, kind="complaint") == 200
    assert "says Maja" in page(cast.maja, "conversation", message.conversation_id)
    assert post(cast.maja, "correct_message", message.pk, kind="nonsense") == 422
    assert Verdict.objects.count() == 2


def test_untrusted_text_is_never_html(cast: Cast) -> None:
    watch.sign(cast, BY_PEOPLE)
    message = watch.write(cast, watch.judgement_of(Scenario()), text="<script>alert(1)</script> idiots")
    post(cast.maja, "moderate_message", message.pk, action="hide", reason="<b>x</b>")
    for shown in (
        page(cast.maja, "moderate_message", message.pk),
        page(cast.maja, "correct_message", message.pk),
        page(cast.maja, "conversation", message.conversation_id),
        page(cast.maja, "act", Act.objects.get().pk),
        page(cast.maja, "dry_run", cast.channel.client_id, 1),
    ):
        assert "<script>alert" not in shown
        assert "<b>x</b>" not in shown


def form(**changes: object) -> dict[str, object]:
    clause = {"text": "Insults are hidden.", "subject": "insult", "action": "hide", "decider": "machine",
              "severity": "1", "begin": "00:00", "end": "00:00"}  # fmt: skip
    return {"do": "write", **clause, **changes}


def test_an_agreement_is_written_tried_sent_and_signed(cast: Cast) -> None:
    insult(cast)
    client = cast.channel.client_id
    do = {"user": cast.supervisor}
    assert post(do["user"], "agreement", client, **form()) == 302
    assert "may be a complaint" not in page(cast.maja, "dry_run", client, 1)
    assert watch.TEXT in page(cast.maja, "dry_run", client, 1)
    assert post(do["user"], "agreement", client, do="send", version="1") == 302
    assert post(do["user"], "agreement", client, do="sign", version="1", signed_by=" ") == 422
    assert post(do["user"], "agreement", client, do="sign", version="1", signed_by="Ms Horvat") == 302
    assert Agreement.objects.get().status == "signed"
    assert "Ms Horvat" in page(cast.maja, "agreement", client)
    assert post(do["user"], "agreement", client, do="end", version="1") == 302
    assert Agreement.objects.get().status == "lapsed"


def test_what_cannot_be_signed_is_said(cast: Cast) -> None:
    client = cast.channel.client_id
    assert post(cast.supervisor, "agreement", client, **form(severity="9")) == 422
    assert post(cast.supervisor, "agreement", client, **form(subject="complaint")) == 422
    assert post(cast.supervisor, "agreement", client, do="sign", version="7") == 404
    assert post(cast.maja, "agreement", client, **form()) == 403
    assert not Agreement.objects.exists()


def test_the_certificate_counts_draws_and_bounds(cast: Cast) -> None:
    watch.sign(cast, Clause(1, Subject.INSULT, Action.HIDE, Decider.MACHINE, "Insults are hidden.", 1))
    for _ in range(3):
        insult(cast)
    work(cast)
    month = cast.now.replace(day=1) - timedelta(days=3)
    Act.objects.update(done_at=month)
    where = (cast.channel.client_id, month.year, month.month)
    assert "3 drawn by lot" in page(cast.maja, "certificate", *where)
    for answers in ({"insult": "yes", "complaint": "no"},) * 2 + ({"insult": "no", "complaint": "yes"},):
        reading = page(cast.maja, "certificate_read", *where)
        assert watch.TEXT in reading
        assert "machine" not in reading
        act = Act.objects.exclude(pk__in=Reading.objects.values("act_id")).order_by("id")[0]
        assert post(cast.maja, "certificate_read", *where, act=act.pk, **answers) == 302
    certificate = browser_of(cast.maja).get(reverse("certificate", args=where))
    assert certificate.context["certificate"].complaints == 1
    assert "86.5" in certificate.content.decode()  # 1 of 3: the upper bound at 95 %
    assert post(cast.maja, "certificate_read", *where, act=10**9, insult="yes", complaint="no") == 404


def test_the_median_time_until_restored_is_of_those_restored(cast: Cast) -> None:
    watch.sign(cast, Clause(1, Subject.INSULT, Action.HIDE, Decider.MACHINE, "Insults are hidden.", 1))
    first, _ = insult(cast), insult(cast)
    work(cast)
    post(cast.maja, "unhide_message", first.pk)
    work(cast)
    hidden = Act.objects.get(message=first, action="hide")
    Act.objects.filter(message=first, action="unhide").update(done_at=hidden.done_at + 600 * SECOND)
    now = hidden.done_at
    context = (
        browser_of(cast.maja)
        .get(reverse("certificate", args=[cast.channel.client_id, now.year, now.month]))
        .context
    )
    found = context["certificate"]
    assert (found.hidden, found.restored, found.median_until_restored) == (2, 1, timedelta(minutes=10))
    assert found.sample == []  # the month is not over


def test_a_month_that_cannot_be_is_not_there(cast: Cast) -> None:
    address = reverse("certificate", args=[cast.channel.client_id, 2026, 13])
    assert browser_of(cast.maja).get(address).status_code == 404


def test_reading_a_members_messages_first_is_suggested_and_decided_with_reason_and_end(cast: Cast) -> None:
    watch.sign(cast, Clause(1, Subject.INSULT, Action.HIDE, Decider.MACHINE, "Insults are hidden.", 1))
    message = [insult(cast) for _ in range(5)][-1]
    work(cast)
    conversation = message.conversation_id
    assert "Suggested: read their messages first" in page(cast.maja, "conversation", conversation)
    assert not PreModeration.objects.exists()
    for missing in (
        {"reason": " ", "days": "30"},
        {"reason": "rude", "days": "0"},
        {"reason": "rude", "days": "x"},
    ):
        assert post(cast.maja, "premoderate_member", conversation, **missing) == 422
    assert post(cast.maja, "premoderate_member", conversation, reason="rude", days="30") == 200
    assert "rude" in page(cast.maja, "conversation", conversation)
    assert post(cast.maja, "release_member", conversation) == 200
    assert PreModeration.objects.get().ended_at is not None
