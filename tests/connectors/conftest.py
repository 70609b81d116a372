"""The contract lives with the connectors; its asserts explain themselves like those of any test."""

import pytest

pytest.register_assert_rewrite("parlour.connectors.testing")
