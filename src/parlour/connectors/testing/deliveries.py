"""What comes in, through the door and through `parse`: the contract of every connector."""

import dataclasses
import json
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parlour.connectors import registry
from parlour.connectors.base import Account, Connector, Delivery, Forged, UnknownShape
from parlour.connectors.testing.mutation import mutations, with_awkward_values
from parlour.core.inbound import Change, Inbound, ItemType

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
_ID_LENGTH, _NAME_LENGTH, _URL_LENGTH = 200, 200, 1000
_NEVER_STORED = ("authorization", "cookie", "set-cookie", "proxy-authorization")
# A subclass runs the same property on another connector, which is what a contract is for.
_fuzz = settings(
    max_examples=150, deadline=None, database=None, suppress_health_check=[HealthCheck.differing_executors]
)


@dataclass(frozen=True)
class Recorded:
    """A delivery as it came in at `NOW`, and what it says."""

    delivery: Delivery
    inbounds: Sequence[Inbound]


class ConnectorContract(ABC):
    @abstractmethod
    def connector(self) -> Connector: ...

    @abstractmethod
    def account(self) -> Account:
        """With the secrets that the recorded deliveries were made with."""

    @abstractmethod
    def recorded(self) -> Sequence[Recorded]:
        """At least one delivery of every kind of change the platform tells."""

    @abstractmethod
    def odd_beside_good(self) -> Recorded | None:
        """A delivery with one odd change among good ones; None where a delivery holds a single change."""

    # The door

    def test_a_genuine_delivery_passes_with_its_bytes_untouched(self) -> None:
        for recorded in self.recorded():
            verified = self._verified(recorded.delivery)
            assert verified.body == recorded.delivery.body

    def test_a_forged_signature_is_refused(self) -> None:
        for recorded in self.recorded():
            for name, value in recorded.delivery.headers.items():
                if not self._is_proof(recorded.delivery, name):
                    continue
                for forged in (
                    value[:-1] + ("0" if value[-1] != "0" else "1"),
                    value[:-1],
                    value * 2,
                    "",
                    "ž" + value,
                ):
                    with pytest.raises(Forged):
                        self._verified(self._with_header(recorded.delivery, name, forged))

    def test_an_unsigned_delivery_is_refused(self) -> None:
        for recorded in self.recorded():
            with pytest.raises(Forged):
                self._verified(Delivery(headers={}, body=recorded.delivery.body))

    def test_another_channels_secret_does_not_open_this_one(self) -> None:
        account = self.account()
        other = dataclasses.replace(account, secrets={name: f"other-{name}" for name in account.secrets})
        for recorded in self.recorded():
            with pytest.raises(Forged):
                self.connector().verify(other, recorded.delivery, now=NOW)

    def test_a_channel_without_secrets_takes_nothing(self) -> None:
        for secrets in ({}, dict.fromkeys(self.account().secrets, "")):
            account = dataclasses.replace(self.account(), secrets=secrets)
            for recorded in self.recorded():
                with pytest.raises(Forged):
                    self.connector().verify(account, recorded.delivery, now=NOW)

    def test_what_is_stored_holds_no_bearer_secret(self) -> None:
        for recorded in self.recorded():
            presented = {"cookie": "session=presented", "authorization": "Bearer presented"}
            presented.update(recorded.delivery.headers)
            stored = self._verified(Delivery(headers=presented, body=recorded.delivery.body))
            assert not set(stored.headers) & set(_NEVER_STORED)
            kept = json.dumps(dict(stored.headers))
            proofs = [presented[name].rpartition(" ")[2] for name in _NEVER_STORED if name in presented]
            assert not [proof for proof in (*proofs, *self.account().secrets.values()) if proof in kept]

    # Translation

    def test_recorded_deliveries_read_as_expected(self) -> None:
        for recorded in self.recorded():
            assert list(self._parsed(recorded.delivery)) == list(recorded.inbounds)

    def test_parse_is_pure_and_repeatable(self) -> None:
        for recorded in self.recorded():
            verified = self._verified(recorded.delivery)
            before = dict(verified.headers)
            first = list(self.connector().parse(self.account(), verified))
            assert list(self.connector().parse(self.account(), verified)) == first
            assert verified.headers == before

    def test_the_recorded_changes_cover_adds_edits_and_deletes(self) -> None:
        changes = {inbound.change for recorded in self.recorded() for inbound in recorded.inbounds}
        assert changes == set(Change)

    def test_what_is_read_can_be_filed(self) -> None:
        for recorded in self.recorded():
            for inbound in self._parsed(recorded.delivery):
                check_fileable(inbound)

    def test_an_odd_change_does_not_lose_its_neighbours(self) -> None:
        recorded = self.odd_beside_good()
        if recorded is None:
            return
        with pytest.raises(UnknownShape) as shape:
            self._parsed(recorded.delivery)
        assert list(shape.value.readable) == list(recorded.inbounds)

    def test_an_awkward_value_in_any_place_is_read_or_of_unknown_shape(self) -> None:
        for recorded in self.recorded():
            for payload in with_awkward_values(json.loads(recorded.delivery.body)):
                self._check_read_or_unknown(recorded.delivery, json.dumps(payload).encode())

    @_fuzz
    @given(data=st.data())
    def test_a_mutated_payload_is_read_or_of_unknown_shape(self, data: st.DataObject) -> None:
        recorded = data.draw(st.sampled_from(self.recorded()))
        payload = data.draw(mutations(json.loads(recorded.delivery.body)))
        self._check_read_or_unknown(recorded.delivery, json.dumps(payload).encode())

    @_fuzz
    @given(data=st.data())
    def test_garbage_bytes_are_of_unknown_shape_or_read(self, data: st.DataObject) -> None:
        recorded = data.draw(st.sampled_from(self.recorded()))
        body = recorded.delivery.body
        cut = data.draw(st.integers(0, len(body)))
        self._check_read_or_unknown(recorded.delivery, body[:cut] + data.draw(st.binary(max_size=20)))

    @pytest.mark.parametrize(
        "body", [b"", b"null", b"[]", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"a":' * 50_000, b"9" * 10_000]
    )
    def test_a_garbage_body_is_of_unknown_shape(self, body: bytes) -> None:
        for recorded in self.recorded():
            with pytest.raises(UnknownShape):
                self._parse_body(recorded.delivery, body)

    # Secrets and capabilities

    def test_secrets_and_bodies_are_not_shown(self) -> None:
        shown = repr(self.account()) + "".join(repr(recorded.delivery) for recorded in self.recorded())
        for secret in self.account().secrets.values():
            assert secret not in shown
        for recorded in self.recorded():
            assert not [value for value in recorded.delivery.headers.values() if value and value in shown]
            assert recorded.delivery.body.decode() not in shown

    def test_the_registry_knows_it_by_its_name(self) -> None:
        assert type(registry.get(self.connector().name)) is type(self.connector())

    def test_capabilities_are_sane(self) -> None:
        capabilities = self.connector().capabilities
        assert capabilities.limit.length > 0
        assert capabilities.settle_seconds >= 0
        assert not capabilities.polls or capabilities.poll_seconds > 0

    # What the tests above are made of

    def _verified(self, delivery: Delivery) -> Delivery:
        return self.connector().verify(self.account(), delivery, now=NOW)

    def _parsed(self, delivery: Delivery) -> Sequence[Inbound]:
        return self.connector().parse(self.account(), self._verified(delivery))

    def _parse_body(self, delivery: Delivery, body: bytes) -> Sequence[Inbound]:
        """Past the door: what a platform itself may send is no better than what a stranger sends."""
        stored = Delivery(headers=self._verified(delivery).headers, body=body)
        return self.connector().parse(self.account(), stored)

    def _check_read_or_unknown(self, delivery: Delivery, body: bytes) -> None:
        try:
            inbounds = self._parse_body(delivery, body)
        except UnknownShape as shape:
            str(shape).encode()
            inbounds = shape.readable
        for inbound in inbounds:
            check_fileable(inbound)

    def _is_proof(self, delivery: Delivery, name: str) -> bool:
        without = {other: value for other, value in delivery.headers.items() if other != name}
        try:
            self._verified(Delivery(headers=without, body=delivery.body))
        except Forged:
            return True
        return False

    def _with_header(self, delivery: Delivery, name: str, value: str) -> Delivery:
        return Delivery(headers={**delivery.headers, name: value}, body=delivery.body)


class SignedContract(ConnectorContract):
    """The platform signs its deliveries with a secret that it shares with us."""

    def test_the_signature_covers_every_raw_byte(self) -> None:
        for recorded in self.recorded():
            body = recorded.delivery.body
            # The same JSON in other bytes is another body: nothing may read it before the signature is checked.
            others = [json.dumps(json.loads(body), indent=1).encode(), body + b" ", body[:-1], b""]
            others += [body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :] for at in range(0, len(body), 17)]
            for other in others:
                with pytest.raises(Forged):
                    self._verified(Delivery(headers=recorded.delivery.headers, body=other))

    def test_a_replay_outside_the_window_is_refused(self) -> None:
        for recorded in self.recorded():
            for moved in (timedelta(hours=1), timedelta(hours=-1)):
                with pytest.raises(Forged):
                    self.connector().verify(self.account(), recorded.delivery, now=NOW + moved)


def check_fileable(inbound: Inbound) -> None:
    """No table refuses it: ids that fit and are not empty, texts that every database can store, times with a zone."""
    assert isinstance(inbound.change, Change)
    assert isinstance(inbound.type, ItemType)
    author, post = inbound.author, inbound.post
    ids = [
        inbound.external_id,
        *([author.external_id] if author else []),
        *([post.external_id] if post else []),
    ]
    assert all(ids)
    assert all(len(identity) <= _ID_LENGTH for identity in (*ids, inbound.thread_id, inbound.parent_id))
    urls = [inbound.url, *([author.avatar_url] if author else []), *([post.url] if post else [])]
    assert all(
        len(url) <= _URL_LENGTH and (not url or url.startswith(("http://", "https://"))) for url in urls
    )
    names = [author.name] if author else []
    assert all(name and len(name) <= _NAME_LENGTH for name in names)
    texts = (
        *ids,
        *urls,
        *names,
        inbound.thread_id,
        inbound.parent_id,
        inbound.text,
        post.text if post else "",
    )
    assert not [
        text for text in texts if "\0" in text or (not text.isascii() and not text.encode("utf-8", "strict"))
    ]
    times = [inbound.at, post.published_at if post else None]
    assert all(at is None or at.tzinfo is not None for at in times)
