"""Metrics for Prometheus, in its text exposition format 0.0.4."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from premierectl.render.bars.text import BarStyle
from premierectl.render.safe_text import safe
from premierectl.upcoming.bar import Bar, bar_state
from premierectl.upcoming.outlook import Row


def prometheus_bar(bar: Bar, _: BarStyle) -> str:
    """When each release with an exact day comes, in how many days, and how old the catalogue is."""
    exact = [row for row in bar.rows if bar_state(row) != "vague"]
    as_of = [] if bar.as_of is None else [first_moment(bar.as_of, UTC)]
    return "".join(
        f"{line}\n"
        for line in (
            *_metric_lines(
                "release_timestamp_seconds",
                "When a release comes out.",
                map(_release_sample, exact),
            ),
            *_metric_lines(
                "release_days", "Calendar days until a release.", map(_days_sample, exact)
            ),
            *_metric_lines(
                "catalogue_timestamp_seconds",
                "The day up to which the catalogue was checked.",
                (f" {each}" for each in as_of),
            ),
            *([f"# error: {safe(bar.reason)}"] if bar.state == "error" else []),
        )
    )


def _metric_lines(name: str, meaning: str, samples: Iterable[str]) -> Iterator[str]:
    """The lines of a metric, each sample behind its name; none where nothing is known of it."""
    found = list(samples)
    if found:
        yield f"# HELP premierectl_{name} {meaning}"
        yield f"# TYPE premierectl_{name} gauge"
    for sample in found:
        yield f"premierectl_{name}{sample}"


def _release_sample(row: Row) -> str:
    release, local = row.release, row.item.local
    labels = _labels(
        id=release.address,
        title=row.title,
        kind=release.kind,
        precision="instant" if local else "day",
    )
    day = row.item.today + timedelta(days=row.item.days or 0)
    seconds = int(local.timestamp()) if local else first_moment(day, row.item.moment.zone)
    return f"{labels} {seconds}"


def _days_sample(row: Row) -> str:
    return f"{_labels(id=row.release.address)} {row.item.days}"


def first_moment(day: date, zone: tzinfo) -> int:
    """When a day begins in a zone, in seconds since 1970."""
    return int(datetime.combine(day, time.min, zone).timestamp())


def _labels(**values: str) -> str:
    return "{" + ",".join(f'{name}="{_label_value(text)}"' for name, text in values.items()) + "}"


def _label_value(text: str) -> str:
    return safe(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
