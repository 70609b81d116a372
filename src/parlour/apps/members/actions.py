"""Getting to know people: members and handles of those who write."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from parlour.apps import bulk
from parlour.apps.members.models import Handle, Member
from parlour.core.inbound import Author

HandleKey = tuple[int, str, str]  # client id, connector, the platform's id of the person


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody who wrote: where, and when."""

    client_id: int
    connector: str
    author: Author
    at: datetime

    @property
    def key(self) -> HandleKey:
        return self.client_id, self.connector, self.author.external_id


def meet(people: Iterable[Seen]) -> dict[HandleKey, Handle]:
    """The handles of all these people; whoever is new becomes a member. Five queries at most."""
    seen = {person.key: person for person in people}
    if not seen:
        return {}
    handles = {
        (handle.client_id, handle.connector, handle.external_id): handle
        for handle in Handle.objects.filter(
            client_id__in={key[0] for key in seen},
            connector__in={key[1] for key in seen},
            external_id__in={key[2] for key in seen},
        )
    }
    strangers = [person for key, person in seen.items() if key not in handles]
    members = [
        Member(client_id=person.client_id, name=person.author.name, created_at=person.at)
        for person in strangers
    ]
    bulk.number(members)
    new = [
        Handle(
            client_id=person.client_id,
            member_id=member.pk,
            connector=person.connector,
            external_id=person.author.external_id,
            name=person.author.name,
            avatar_url=person.author.avatar_url,
            first_seen_at=person.at,
        )
        for person, member in zip(strangers, members, strict=True)
    ]
    bulk.number(new)
    bulk.insert(members)
    bulk.insert(new)
    return handles | {(handle.client_id, handle.connector, handle.external_id): handle for handle in new}
