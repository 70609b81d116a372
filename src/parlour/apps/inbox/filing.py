"""Filing a batch: what connectors read and judgement judged becomes conversations, in one transaction.

The number of queries does not grow with the batch. `file` runs inside a transaction that holds the rows of the
channels it files for (`clients.actions.hold`), so that no two workers file for one channel at the same moment;
the unique constraints stand behind that. A repeat changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from parlour.apps import bulk
from parlour.apps.accounts import actions as log
from parlour.apps.accounts.models import LogEntry
from parlour.apps.clients.models import Channel
from parlour.apps.inbox import turns
from parlour.apps.inbox.models import Conversation, Message, Post, Tombstone, Verdict
from parlour.apps.members import actions as members
from parlour.apps.members.models import Handle
from parlour.core import moderation, threads
from parlour.core.inbound import Change, Inbound
from parlour.core.judgement import Judgement

Key = tuple[int, str]  # channel id, the platform's id


@dataclass(frozen=True, slots=True)
class Item:
    """One change with what judgement made of it; `judgement` is empty for deletes and for our own words."""

    channel: Channel
    inbound: Inbound
    received_at: datetime
    judgement: Judgement | None = None
    copies: int = 1  # how many texts like this came of late, this one included

    @property
    def key(self) -> Key:
        return self.channel.pk, self.inbound.external_id

    @property
    def at(self) -> datetime:
        return self.inbound.at or self.received_at


def file(items: Sequence[Item], *, now: datetime, history: bool = False) -> list[Message]:
    """File the batch; returns the messages that are new. Of `history` nobody waits for an answer any more."""
    _bury([item for item in items if item.inbound.change is Change.DELETE])
    live = _without_buried([item for item in items if item.inbound.change is not Change.DELETE])
    known = _known(live)
    _edit([item for item in live if item.key in known and item.inbound.change is Change.EDIT])
    fresh = _newest_of_each(item for item in live if item.key not in known)
    if not fresh:
        return []
    conversations = _conversations(fresh, known)
    handles = members.meet(
        members.Seen(item.channel.client_id, item.channel.connector, item.inbound.author, item.at)
        for item in fresh
        if item.inbound.author and not item.inbound.ours
    )
    messages = _create_messages(fresh, conversations, handles)
    _store_verdicts(fresh, messages, now, history=history)
    turns.take(messages, now=now, history=history)
    _log_received(messages, now)
    return messages


def _bury(deletes: Sequence[Item]) -> None:
    """Keep a tombstone for every deleted item, and take back the text of those we have."""
    if not deletes:
        return
    buried = {item.key: item for item in deletes}
    bulk.insert(
        [
            Tombstone(
                client_id=item.channel.client_id,
                channel=item.channel,
                external_id=item.inbound.external_id,
                deleted_at=item.at,
            )
            for item in buried.values()
        ],
        ignore_conflicts=True,
    )
    taken_back = []
    for message in _messages(buried):
        item = buried[message.channel_id, message.external_id]
        if message.deleted_at is None:
            # People may take back what they wrote, and platforms require that we forget it too.
            message.deleted_at, message.text = item.at, ""
            taken_back.append(message)
    bulk.update(taken_back, ("deleted_at", "text"))
    turns.forget(taken_back, now=max(item.received_at for item in deletes))
    log.log_all(_entry(message, "deleted by author", item.received_at) for message in taken_back)


def _without_buried(items: Sequence[Item]) -> list[Item]:
    if not items:
        return []
    buried = set(
        Tombstone.objects.filter(
            client_id__in={item.channel.client_id for item in items},
            channel_id__in={item.channel.pk for item in items},
            external_id__in={item.inbound.external_id for item in items},
        ).values_list("channel_id", "external_id")
    )
    return [item for item in items if item.key not in buried]


def _known(items: Sequence[Item]) -> dict[Key, str]:
    """Those of these items and of their parents that we have, with the platform's id of their conversation."""
    keys = {item.key: item for item in items}
    parents = {(item.channel.pk, item.inbound.parent_id): item for item in items if item.inbound.parent_id}
    found = _stored(keys | parents).values_list("channel_id", "external_id", "conversation__external_id")
    return {(channel_id, external_id): conversation for channel_id, external_id, conversation in found}


def _messages(items: dict[Key, Item]) -> Iterable[Message]:
    found = _stored(items).select_related("conversation", "conversation__post")
    return (message for message in found if (message.channel_id, message.external_id) in items)


def _stored(items: dict[Key, Item]) -> QuerySet[Message]:
    """At least the messages with these keys: ids of different channels may be alike."""
    return Message.objects.filter(
        client_id__in={item.channel.client_id for item in items.values()},
        channel_id__in={key[0] for key in items},
        external_id__in={key[1] for key in items},
    )


def _edit(edits: Sequence[Item]) -> None:
    if not edits:
        return
    known = {
        (message.channel_id, message.external_id): message
        for message in _messages({item.key: item for item in edits})
    }
    changed = {}
    for item in edits:
        message = known[item.key]
        if message.deleted_at is None and (message.edited_at is None or item.at > message.edited_at):
            message.text, message.edited_at = item.inbound.text, item.at
            changed[item.key] = (message, item)
    messages = [message for message, _ in changed.values()]
    for message, item in changed.values():
        if item.judgement:
            message.kind, message.severity = item.judgement.kind.value, int(item.judgement.severity)
    bulk.update(messages, ("text", "edited_at", "kind", "severity"))
    bulk.insert(
        [
            # What is hidden and reads differently now may have to be shown again.
            _verdict(message, item, item.judgement, at=item.received_at, hidden=message.hidden_at is not None)
            for message, item in changed.values()
            if item.judgement
        ]
    )
    log.log_all(_entry(message, "edited by author", item.received_at) for message, item in changed.values())


def _newest_of_each(items: Iterable[Item]) -> list[Item]:
    """One item a message: of an add and its edits in the same batch, the last word holds."""
    newest: dict[Key, Item] = {}
    for item in items:
        before = newest.get(item.key)
        if before is None or (item.inbound.change is Change.EDIT and item.at >= before.at):
            newest[item.key] = item
    return list(newest.values())


def _conversations(items: Sequence[Item], known: dict[Key, str]) -> dict[Key, Conversation]:
    """The conversation of each item, found or new, held until the transaction ends."""
    keys = _conversation_keys(items, known)
    found = {
        (conversation.channel_id, conversation.external_id): conversation
        for conversation in Conversation.objects.select_for_update(of=("self",))
        .filter(
            client_id__in={item.channel.client_id for item in items},
            channel_id__in={item.channel.pk for item in items},
            external_id__in={key[1] for key in keys.values()},
        )
        .select_related("post")
        .order_by("id")
    }
    first = {keys[item.key]: item for item in reversed(items)}
    missing = {key: item for key, item in first.items() if key not in found}
    posts = _posts(missing.values())
    new = [
        Conversation(
            client_id=item.channel.client_id,
            channel_id=item.channel.pk,
            external_id=key[1],
            post=posts.get((item.channel.pk, item.inbound.post.external_id)) if item.inbound.post else None,
            private=item.inbound.type == "direct",
            created_at=item.at,
            last_message_at=item.at,
        )
        for key, item in missing.items()
    ]
    bulk.number(new)
    bulk.insert(new)
    found |= {(conversation.channel_id, conversation.external_id): conversation for conversation in new}
    return {item.key: found[keys[item.key]] for item in items}


def _conversation_keys(items: Sequence[Item], known: dict[Key, str]) -> dict[Key, Key]:
    by_channel: dict[int, list[Inbound]] = defaultdict(list)
    for item in items:
        by_channel[item.channel.pk].append(item.inbound)
    keys: dict[Key, Key] = {}
    for channel_id, inbounds in by_channel.items():
        parents = {key[1]: conversation for key, conversation in known.items() if key[0] == channel_id}
        for external_id, conversation_id in threads.conversation_ids(inbounds, known=parents).items():
            keys[channel_id, external_id] = (channel_id, conversation_id)
    return keys


def _posts(items: Iterable[Item]) -> dict[Key, Post]:
    wanted = {(item.channel.pk, item.inbound.post.external_id): item for item in items if item.inbound.post}
    if not wanted:
        return {}
    found = {
        (post.channel_id, post.external_id): post
        for post in Post.objects.filter(
            client_id__in={item.channel.client_id for item in wanted.values()},
            channel_id__in={key[0] for key in wanted},
            external_id__in={key[1] for key in wanted},
        )
    }
    new = [
        Post(
            client_id=item.channel.client_id,
            channel=item.channel,
            external_id=ref.external_id,
            text=ref.text,
            url=ref.url,
            published_at=ref.published_at or item.at,
        )
        for key, item in wanted.items()
        if key not in found and (ref := item.inbound.post)
    ]
    return found | {(post.channel_id, post.external_id): post for post in Post.objects.bulk_create(new)}


def _create_messages(
    items: Sequence[Item], conversations: dict[Key, Conversation], handles: dict[members.HandleKey, Handle]
) -> list[Message]:
    messages = []
    for item in items:
        inbound, judgement = item.inbound, item.judgement
        author = inbound.author if not inbound.ours else None
        messages.append(
            Message(
                client_id=item.channel.client_id,
                channel_id=item.channel.pk,
                conversation=conversations[item.key],
                external_id=inbound.external_id,
                parent_external_id=inbound.parent_id,
                type=inbound.type.value,
                direction=Message.Direction.OUTBOUND if inbound.ours else Message.Direction.INBOUND,
                handle=handles[item.channel.client_id, item.channel.connector, author.external_id]
                if author
                else None,
                text=inbound.text,
                url=inbound.url,
                sent_at=item.at,
                received_at=item.received_at,
                edited_at=item.at if inbound.change is Change.EDIT else None,
                kind=judgement.kind.value if judgement else "",
                severity=int(judgement.severity) if judgement else 0,
            )
        )
    bulk.number(messages)
    bulk.insert(messages)
    return messages


def _store_verdicts(
    items: Sequence[Item], messages: Sequence[Message], now: datetime, *, history: bool
) -> None:
    bulk.insert(
        [
            _verdict(message, item, item.judgement, at=now, history=history)
            for item, message in zip(items, messages, strict=True)
            if item.judgement
        ]
    )


def _verdict(
    message: Message,
    item: Item,
    judgement: Judgement,
    *,
    at: datetime,
    hidden: bool = False,
    history: bool = False,
) -> Verdict:
    return Verdict(
        client_id=message.client_id,
        message_id=message.pk,
        maker=f"{judgement.maker} {judgement.version}",
        made_at=at,
        kind=judgement.kind.value,
        severity=int(judgement.severity),
        sentiment=judgement.sentiment.value,
        language=judgement.language,
        target=judgement.target.value,
        scores={kind.value: round(score, 4) for kind, score in judgement.scores.items()},
        reasons=[[reason.sentence, reason.quote] for reason in judgement.reasons],
        may_hide=judgement.hide,
        complaint_like=judgement.complaint_like,
        critical=judgement.critical,
        unsure=judgement.unsure,
        copies=item.copies,
        to_moderate=not history and (hidden or moderation.concerns(judgement, copies=item.copies)),
    )


def _log_received(messages: Sequence[Message], now: datetime) -> None:
    log.log_all(
        _entry(
            message, "received" if message.direction == Message.Direction.INBOUND else "answered outside", now
        )
        for message in messages
    )


def _entry(message: Message, verb: str, at: datetime) -> LogEntry:
    conversation = message.conversation
    return log.entry(
        at=at,
        verb=verb,
        object_kind="message",
        object_id=message.pk,
        client_id=message.client_id,
        conversation_id=message.conversation_id,
        topic=conversation.topic,
    )
