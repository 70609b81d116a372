"""The bound against published values, and a sample that anybody can draw again."""

import pytest

from parlour.core.moderation.certainty import at_most, sample, upper_bound


@pytest.mark.parametrize(
    ("found", "sampled", "bound"),
    [
        # One-sided 95 %: for none found 1 - 0.05 ** (1 / n); the others are quantiles of the beta distribution.
        (0, 1, 0.95),
        (0, 10, 0.258866),
        (0, 100, 0.029513),
        (0, 300, 0.009936),
        (1, 10, 0.394163),
        (1, 100, 0.046560),
        (2, 20, 0.282619),
        (5, 50, 0.198833),
        (10, 10, 1.0),
    ],
)
def test_the_bound_is_the_one_of_clopper_and_pearson(found: int, sampled: int, bound: float) -> None:
    assert upper_bound(found=found, sampled=sampled) == pytest.approx(bound, abs=2e-5)


def test_nothing_sampled_bounds_nothing() -> None:
    assert upper_bound(found=0, sampled=0) == 1.0


def test_the_bound_holds_for_thousands() -> None:
    assert upper_bound(found=0, sampled=5000) == pytest.approx(1 - 0.05 ** (1 / 5000), rel=1e-6)


def test_more_than_all_cannot_be_found() -> None:
    with pytest.raises(ValueError, match="3 of 2"):
        upper_bound(found=3, sampled=2)


def test_the_chances_of_all_numbers_add_up_to_one() -> None:
    assert at_most(12, 12, 0.3) == pytest.approx(1)


def strata(**sizes: int) -> dict[int, str]:
    names = [name for name, size in sizes.items() for _ in range(size)]
    return dict(enumerate(names))


def test_the_same_seed_draws_the_same_and_another_draws_others() -> None:
    ids = strata(insult=200)
    assert sample(ids, size=20, seed="a") == sample(ids, size=20, seed="a")
    assert sample(ids, size=20, seed="a") != sample(ids, size=20, seed="b")


def test_each_stratum_has_its_share_and_the_smallest_is_not_forgotten() -> None:
    ids = strata(insult=180, spam=19, person=1)
    drawn = [ids[number] for number in sample(ids, size=20, seed="2026-11")]
    assert (drawn.count("insult"), drawn.count("spam"), drawn.count("person")) == (18, 1, 1)


def test_few_are_all_read() -> None:
    assert sample(strata(insult=3, spam=1), size=20, seed="x") == [0, 1, 2, 3]


def test_more_strata_than_places_takes_the_largest() -> None:
    ids = strata(a=5, b=4, c=3)
    assert {ids[number] for number in sample(ids, size=2, seed="x")} == {"a", "b"}
