"""Two people changed the same record: what can be taken from both, and what a person must decide."""

from jz_travel.desk.rows import Row, content

TOGETHER = (
    ("subject", "event", "measure", "definition"),
    ("value", "unit"),
    ("year", "days", "first", "last"),
    ("growth",),
    ("source", "published", "url"),
    ("verified_on", "verified_by"),
    ("day", "place", "level"),
    ("kind", "name"),
    ("note",),
)
"""Fields that mean something only together: a value of one desk never gets the unit of another."""
VERIFIED, NOTE = ("verified_on", "verified_by"), ("note",)


def merged(base: Row, mine: Row, theirs: Row) -> tuple[Row, tuple[str, ...]]:
    """What both want, or the fields that both changed in different ways."""
    base, mine, theirs = content(base), content(mine), content(theirs)
    result = dict(theirs)
    clashes: list[str] = []
    changed_by_me, changed_by_them = _changed(base, mine), _changed(base, theirs)
    for group in TOGETHER:
        fields = [name for name in group if name in mine]
        if group not in changed_by_me:
            continue
        if group in changed_by_them and any(mine[name] != theirs[name] for name in fields):
            clashes += (name for name in fields if mine[name] != theirs[name])
        result.update((name, mine[name]) for name in fields)
    return result, (*clashes, *_verified_unseen(changed_by_me, changed_by_them))


def _changed(base: Row, row: Row) -> set[tuple[str, ...]]:
    return {group for group in TOGETHER if any(base[name] != row[name] for name in group if name in row)}


def _verified_unseen(mine: set[tuple[str, ...]], theirs: set[tuple[str, ...]]) -> tuple[str, ...]:
    """Nobody's verification may stand behind what he has not seen."""
    for one, other in ((mine, theirs), (theirs, mine)):
        if VERIFIED in one and VERIFIED not in other and other - {NOTE}:
            return VERIFIED
    return ()
