"""Which conversation an item belongs to, when a platform tells only the parent."""

from collections.abc import Mapping, Sequence

from parlour.core.inbound import Inbound


def conversation_ids(items: Sequence[Inbound], *, known: Mapping[str, str]) -> dict[str, str]:
    """The conversation id of each item of one channel, by the item's id.

    `known` gives the conversation of parents already filed. A parent nobody has seen yet lends its own id, so that
    it joins its child when it comes; should it then turn out to be a reply itself, the two stay a thread of their own.
    """
    batch = {item.external_id: item for item in items}
    return {item.external_id: _conversation_id(item, batch, known) for item in items}


def _conversation_id(item: Inbound, batch: Mapping[str, Inbound], known: Mapping[str, str]) -> str:
    seen: set[str] = set()
    while not item.thread_id and item.parent_id and item.external_id not in seen:
        if item.parent_id in known:
            return known[item.parent_id]
        if item.parent_id not in batch:
            return item.parent_id
        seen.add(item.external_id)
        item = batch[item.parent_id]
    return item.thread_id or item.external_id
