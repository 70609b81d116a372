"""The demo's content is well formed, and its brand answers like people do: nobody twice in the same words."""

from collections import Counter
from dataclasses import FrozenInstanceError
from itertools import pairwise

import numpy as np
import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier
from rapidfuzz import fuzz, process

from parlour.demo import content

MINUTES_A_DAY = 24 * 60
ALIKE = 65  # per cent, of rapidfuzz's ratio: above it two answers read as one copied
STAFF = {"maja", "tom", "ana"}


@pytest.fixture(params=content.CLIENTS)
def demo(request):
    return content.load(request.param)


@pytest.fixture(scope="module")
def everything():
    return [content.load(client) for client in content.CLIENTS]


def test_ids_occur_once(everything):
    ids = [row.id for demo in everything for rows in (demo.posts, demo.conversations) for row in rows]

    assert [one for one, times in Counter(ids).items() if times > 1] == []


def test_a_conversation_lies_below_a_post_of_its_own_channel_that_was_there_before(demo):
    posts = {post.id: post for post in demo.posts}

    for conversation in demo.conversations:
        if conversation.post:
            post = posts[conversation.post]
            assert post.channel == conversation.channel, conversation.id
            assert post.days_ago >= conversation.days_ago, conversation.id


def test_every_post_has_comments(demo):
    assert {post.id for post in demo.posts} == {one.post for one in demo.conversations if one.post}


def test_pages_of_the_website_have_a_key_and_posts_elsewhere_have_none(demo):
    for post in demo.posts:
        assert post.page.startswith("/") == (post.channel == "website"), post.id


def test_a_member_has_one_private_chat_a_channel(demo):
    private = Counter((one.channel, one.messages[0].member) for one in demo.conversations if one.post is None)

    assert [chat for chat, times in private.items() if times > 1] == []


def test_a_private_chat_has_one_member(demo):
    for conversation in demo.conversations:
        if conversation.post is None:
            assert len({one.member for one in conversation.messages if one.member}) == 1, conversation.id


def test_a_member_begins_and_every_message_answers_an_earlier_one(demo):
    for conversation in demo.conversations:
        first, *rest = conversation.messages
        assert (bool(first.member), first.after, first.reply_to) == (True, 0, None), conversation.id
        for index, message in enumerate(rest, start=1):
            assert message.reply_to in range(index), conversation.id


def test_each_message_has_words_and_exactly_one_author(demo):
    for conversation in demo.conversations:
        for message in conversation.messages:
            assert message.text.strip() == message.text != "", conversation.id
            assert bool(message.member) != (message.by in STAFF), conversation.id


def test_messages_follow_in_time_and_none_lies_in_the_future(demo):
    for conversation in demo.conversations:
        times = [message.after for message in conversation.messages]
        assert all(earlier < later for earlier, later in pairwise(times)), conversation.id
        assert times[-1] < conversation.days_ago * MINUTES_A_DAY, conversation.id


def test_what_waits_is_recent(demo):
    waiting = [one for one in demo.conversations if one.waiting]

    assert len(waiting) >= 15
    assert all(one.days_ago < 1.5 for one in waiting)


def test_no_two_answers_of_the_brand_are_equal_or_near_equal(everything):
    answers = [
        message.text.casefold()
        for demo in everything
        for conversation in demo.conversations
        for message in conversation.messages
        if message.by
    ]
    likeness = np.triu(process.cdist(answers, answers, scorer=fuzz.ratio), k=1)

    assert [(answers[i], answers[j]) for i, j in np.argwhere(likeness > ALIKE)] == []


def test_both_clients_are_written_to_in_public_and_private_on_both_channels(demo):
    places = {(one.channel, one.post is None) for one in demo.conversations}

    assert places == {(channel, private) for channel in ("website", "social") for private in (True, False)}


def test_english_croatian_and_german_are_all_spoken(demo):
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(["en", "hr", "de"])
    texts = [message.text for one in demo.conversations for message in one.messages if len(message.text) > 40]
    spoken = Counter(identifier.classify(text)[0] for text in texts)

    assert all(spoken[language] > len(texts) / 12 for language in ("en", "hr", "de"))


def test_some_members_come_back_and_some_write_to_both_clients(everything):
    bakery, tram = (Counter(one.messages[0].member for one in demo.conversations) for demo in everything)
    total = bakery + tram

    assert sum(times >= 3 for times in total.values()) >= 20
    assert len(bakery.keys() & tram.keys()) >= 5


def test_content_cannot_be_changed(demo):
    with pytest.raises(FrozenInstanceError):
        demo.posts[0].text = "other"


def test_a_client_nobody_wrote_for_is_refused():
    with pytest.raises(FileNotFoundError):
        content.load("butcher")
