"""When a member's record suggests that a person should read their messages first. It only suggests."""

from dataclasses import dataclass

FEWEST = 5  # messages before a share says anything
OFTEN = 0.5


@dataclass(frozen=True, slots=True)
class Standing:
    """A member's messages within the window: how many were rejected (hidden or deleted, and stayed so), of how many."""

    rejected: int
    published: int

    @property
    def share(self) -> float:
        total = self.rejected + self.published
        return self.rejected / total if total else 0.0

    @property
    def suggests_premoderation(self) -> bool:
        return self.rejected + self.published >= FEWEST and self.share >= OFTEN
