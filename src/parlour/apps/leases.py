"""Leases: a row is somebody's until a time; a dead one's simply runs out."""

from datetime import datetime, timedelta

from django.db.models import Q

# No lease or back-off of ours is longer. One that seems to be was made before the clock was set back: it binds nobody.
LONGEST = timedelta(minutes=5)


def free(field: str, now: datetime) -> Q:
    """Rows that nobody holds now."""
    return Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lt": now}) | Q(**{f"{field}__gt": now + LONGEST})


def held(field: str, now: datetime) -> Q:
    return Q(**{f"{field}__gte": now, f"{field}__lte": now + LONGEST})
