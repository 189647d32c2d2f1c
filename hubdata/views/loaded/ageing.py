"""What has grown old, in a sentence: the register ages in 60 days, anything else in a year."""

from datetime import date

from hubdata.provenance import Source, Status, say_date
from hubdata.store import Store
from hubdata.views.words import capital

# The register changes daily, so it ages faster than anything else that is loaded.
MONTHS_12, DAYS_60 = 365, 60


def grown_old(store: Store, today: date) -> str:
    """What has grown old, in a sentence: the register after 60 days, anything else after a year; empty where nothing.

    Illustrative data do not age. Sources that give no date are counted, because nobody can say how old they are.
    """
    ageing = [s for s in store.sources(*store.names) if s.status is not Status.ILLUSTRATIVE]
    registers = registers_of(store)
    register = [s for s in registers if s in ageing and is_due(s, DAYS_60, today)]
    old = [s for s in ageing if is_due(s, MONTHS_12, today) and s not in registers]
    undated = sum(s.as_at is None and s.status is not Status.UNPUBLISHED for s in ageing)
    parts = [f"the register is of {say_date(s.as_at)}, {age(s, today)}" for s in register]
    if old:
        oldest = min(old, key=lambda source: source.as_at)
        have = "source is" if len(old) == 1 else "sources are"
        parts.append(f"{len(old)} {have} over a year old, the oldest {oldest.dataset} ({say_date(oldest.as_at)})")
    if undated:
        parts.append(f"{undated} {'gives' if undated == 1 else 'give'} no date")
    return f"{capital('; '.join(parts))}." if parts else ""


def registers_of(store: Store) -> list[Source]:
    """The registers that the schools were read from, without the files that only fill their gaps."""
    return [source for source in store.sources("schools") if not source.fills]


def is_due(source: Source, days: int, today: date) -> bool:
    """Whether a source is older than so many days."""
    return source.as_at is not None and (today - source.as_at).days > days


def age(source: Source, today: date) -> str:
    """``61 days old``, ``2 years old``."""
    days = (today - source.as_at).days if source.as_at else 0
    years = days // 365
    return f"{years} {'year' if years == 1 else 'years'} old" if years else f"{days} days old"
