"""Rows written many at once are the rows that Django would have written."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from parlour.apps import bulk
from parlour.apps.accounts.models import LogEntry
from parlour.apps.clients.models import Channel, Client
from parlour.apps.inbox.models import Tombstone
from parlour.apps.members.models import Member

pytestmark = pytest.mark.django_db


def _tombstone(channel: Channel, external_id: str, now: datetime) -> Tombstone:
    return Tombstone(
        client_id=channel.client_id, channel_id=channel.pk, external_id=external_id, deleted_at=now
    )


def test_numbered_rows_are_stored_under_their_numbers_and_later_ones_get_others(
    bakery: Client, now: datetime
) -> None:
    members = [Member(client_id=bakery.pk, name=name, created_at=now) for name in ("Ivana", "Luka")]
    bulk.number(members)
    bulk.insert(members)
    later = Member.objects.create(client=bakery, name="Petra", created_at=now)

    assert list(Member.objects.order_by("id").values_list("id", "name", "created_at")) == [
        (members[0].pk, "Ivana", now),
        (members[1].pk, "Luka", now),
        (later.pk, "Petra", now),
    ]


def test_values_of_every_kind_come_back_as_they_went(now: datetime) -> None:
    entry = LogEntry(at=now, verb="said “čšž”", object_kind="note\t\\N", detail={"a": ["ß", None, 1.5]})
    bulk.insert([entry])
    (stored,) = LogEntry.objects.filter(object_kind="note\t\\N")
    assert (stored.at, stored.verb, stored.detail) == (now, entry.verb, entry.detail)
    assert (stored.client_id, stored.user_id) == (None, None)


def test_what_a_constraint_refuses_is_left_out_or_an_error(website: Channel, now: datetime) -> None:
    bulk.insert([_tombstone(website, "a", now)])
    bulk.insert([_tombstone(website, name, now) for name in "ab"], ignore_conflicts=True)
    assert sorted(Tombstone.objects.values_list("external_id", flat=True)) == ["a", "b"]
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert([_tombstone(website, "a", now)])


def test_an_update_stores_these_fields_and_no_others(bakery: Client, now: datetime) -> None:
    member = Member.objects.create(client=bakery, name="Ivana", created_at=now)
    member.name, member.created_at = "Ivana H.", now.replace(year=2020)
    bulk.update([member], ("name",))
    member.refresh_from_db()
    assert (member.name, member.created_at) == ("Ivana H.", now)


@pytest.mark.django_db(transaction=True)
def test_rows_are_not_numbered_outside_of_a_transaction(now: datetime) -> None:
    with pytest.raises(bulk.NotInTransaction):
        bulk.number([LogEntry(at=now, verb="x", object_kind="x")])
